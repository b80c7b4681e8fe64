import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { useSession } from '@anyam/admin-kit/session';
import { useToast } from '@anyam/admin-kit/toast';
import type { Bilingual } from '@anyam/domain/kernel';
import { useState, type ReactNode } from 'react';
import { newKey, useRefresh } from './api.ts';

/** Something recorded is taken back today with a reason; nothing is erased. `run` tells the server; `done` is said once it has agreed. */
export function TakeBack({ title, confirm, done, run, onClose, children }: {
  readonly title: Bilingual;
  readonly confirm: Bilingual;
  readonly done: string;
  readonly run: (by: { readonly key: string; readonly on: string; readonly reason: string }) => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const toast = useToast();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  return (
    <ConfirmDialog
      open onClose={onClose} title={title} confirmLabel={confirm} danger needs={['reason']}
      onConfirm={async ({ reason }) => {
        try {
          await run({ key, on: today, reason });
          toast({ text: done });
        } finally {
          await refresh();
        }
      }}
    >
      {children}
    </ConfirmDialog>
  );
}
