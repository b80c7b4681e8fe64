import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { useText, type Bilingual } from '@anyam/admin-kit/text';
import { useState, type ReactNode } from 'react';
import { words } from './words.ts';

export interface WorkDialogProps {
  readonly title: Bilingual | string;
  readonly about?: Bilingual | string;
  readonly saveLabel: Bilingual | string;
  readonly dirty: boolean;
  /** What still lacks, said when the person tries to save; null when it may go. */
  readonly missing: string | null;
  readonly onSave: () => Promise<unknown>;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly size?: 'sm' | 'md' | 'lg';
  /** A second way to save, such as "save and next". */
  readonly second?: { readonly label: Bilingual | string; readonly onSave: () => Promise<unknown> };
}

/** A dialog that writes one thing: what the server says against it stands on top, and it closes only when it was kept. */
export function WorkDialog({ title, about, saveLabel, dirty, missing, onSave, onClose, children, size = 'md', second }: WorkDialogProps) {
  const t = useText({ ...words, about: asText(about), save: asText(saveLabel), second: asText(second?.label) });
  const [busy, setBusy] = useState<'first' | 'second' | null>(null);
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const run = (which: 'first' | 'second', work: () => Promise<unknown>) => async () => {
    setTried(true);
    setFailure(null);
    if (missing !== null) return;
    setBusy(which);
    try {
      await work();
      setTried(false);
      if (which === 'first') onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={title} size={size} dirty={dirty}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          {second && <Button busy={busy === 'second'} onClick={() => void run('second', second.onSave)()}>{t('second')}</Button>}
          <Button variant="primary" busy={busy === 'first'} onClick={() => void run('first', onSave)()}>{t('save')}</Button>
        </>
      }
    >
      <div className="stack">
        {failure !== null && <ErrorNotice error={failure} />}
        {tried && missing !== null && <Notice tone="bad">{missing}</Notice>}
        {about && <p>{t('about')}</p>}
        {children}
      </div>
    </Dialog>
  );
}

const asText = (text: Bilingual | string | undefined): Bilingual => (typeof text === 'object' ? text : { id: text ?? '', en: text ?? '' });
