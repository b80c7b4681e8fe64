import { lazy, Suspense } from 'react';
import type { Overview } from '../api.ts';
import { AidDialog, BankDialog, ExpenseDialog, IncomeDialog, PurchaseDialog } from './entry-dialogs.tsx';
import type { DialogName } from './names.ts';

const CloseDialog = lazy(() => import('./close-month.tsx'));
const CountCash = lazy(() => import('./count-cash.tsx'));
const OpeningDialog = lazy(() => import('./opening.tsx'));
const PayMembers = lazy(() => import('./pay-members.tsx'));
const PayParty = lazy(() => import('./pay-party.tsx'));

export interface DialogPart {
  readonly books: Overview;
  readonly onClose: () => void;
}
const OF = {
  expense: ExpenseDialog,
  income: IncomeDialog,
  purchase: PurchaseDialog,
  bank: BankDialog,
  aid: AidDialog,
  members: PayMembers,
  party: PayParty,
  close: CloseDialog,
  count: CountCash,
  opening: OpeningDialog,
} as const;

/** The one dialog that is open. */
export default function Dialogs({ name, ...part }: DialogPart & { readonly name: DialogName }) {
  const Shown = OF[name];
  return (
    <Suspense>
      <Shown {...part} />
    </Suspense>
  );
}
