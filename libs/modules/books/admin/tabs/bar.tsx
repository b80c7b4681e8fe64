import { Printer } from 'lucide-react';
import { Button } from '@anyam/admin-kit/button';
import { useText } from '@anyam/admin-kit/text';
import type { ReactNode } from 'react';
import { PeriodPick } from '../period-pick.tsx';
import { words } from '../words.ts';
import type { PeriodTab } from './shared.ts';

/** Period on the left, print on the right; neither on paper. */
export function TabBar({ books, period, onPeriod, children }: PeriodTab & { readonly children?: ReactNode }) {
  const t = useText(words);
  return (
    <div className="row items-end print:hidden">
      <div className="grow">
        <PeriodPick firstOn={books.firstOn} today={books.today} value={period} onChange={onPeriod} />
      </div>
      {children}
      <Button icon={Printer} onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  );
}
