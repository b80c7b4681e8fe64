import { ActionBar } from '@anyam/admin-kit/action-bar';
import { Card } from '@anyam/admin-kit/card';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState, type ReactNode } from 'react';
import { ActDialog, type Given } from './act-dialog.tsx';
import { useRefresh, type ButtonView } from './api.ts';
import { asButtons } from './blockers.tsx';
import { words } from './words.ts';

const texts = defineTexts({ ...words, done: { id: '{label}: tercatat.', en: '{label}: recorded.' } });

export interface FlowCardProps {
  readonly buttons: readonly ButtonView[];
  readonly onAct: (action: string, given: Given) => Promise<unknown>;
  /** Actions that take something away. */
  readonly dangerous?: readonly string[];
  /** Repeated in the dialog, in figures and words. */
  readonly amount?: bigint;
  /** Only steps that move money repeat the amount; by default those that ask for the password or a number. */
  readonly children?: ReactNode;
  /** What the step does, above its fields. */
  readonly about?: (action: string) => ReactNode;
}

/** "Langkah berikutnya": the buttons of the flow, grey ones with their why, and the dialog each asks with. */
export function FlowCard({ buttons, onAct, dangerous = [], amount, children, about }: FlowCardProps) {
  const t = useText(texts);
  const say = useSay();
  const toast = useToast();
  const refresh = useRefresh();
  const [open, setOpen] = useState<ButtonView | null>(null);
  const money = open?.needs.some((n) => n === 'password' || n === 'number') ?? false;
  return (
    <Card title={texts.nextStep}>
      {children}
      {buttons.length > 0 ? (
        <ActionBar buttons={asButtons(buttons)} dangerous={dangerous} onAction={(action) => setOpen(buttons.find((b) => b.action === action) ?? null)} />
      ) : (
        <p className="muted">{t('noStep')}</p>
      )}
      {open && (
        <ActDialog
          key={open.action}
          button={open}
          danger={dangerous.includes(open.action)}
          amount={money ? amount : undefined}
          onClose={() => setOpen(null)}
          onAct={async (given) => {
            try {
              await onAct(open.action, given);
              toast({ text: t('done', { label: say(open.label) }) });
            } finally {
              // Also after a refusal: someone may have moved it meanwhile.
              await refresh();
            }
          }}
        >
          {about?.(open.action)}
        </ActDialog>
      )}
    </Card>
  );
}
