import { useId, useState, type ReactNode } from 'react';
import { formatMoney } from './internal/format.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { ErrorNotice } from './states.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  cancel: { id: 'Batal', en: 'Cancel' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonMissing: { id: 'Tuliskan alasannya, paling sedikit 5 huruf.', en: 'Write the reason, at least 5 letters.' },
  password: { id: 'Kata sandi Anda', en: 'Your password' },
  passwordHint: { id: 'Diminta sekali lagi karena ini menyangkut uang.', en: 'Asked once more because this moves money.' },
  passwordMissing: { id: 'Masukkan kata sandi Anda.', en: 'Enter your password.' },
});

export interface Confirmation {
  readonly reason: string;
  readonly password: string;
}

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: Bilingual | string;
  /** What happens, and whether it can be taken back. */
  readonly children?: ReactNode;
  /** A verb: "Cairkan batch". */
  readonly confirmLabel: Bilingual | string;
  readonly danger?: boolean;
  readonly needs?: readonly string[];
  /** Repeated in figures and in words. */
  readonly amount?: { readonly value: bigint; readonly words: string };
  /** Closes when it resolves; what it throws is shown inside. */
  readonly onConfirm: (given: Confirmation) => Promise<unknown>;
}

/** For money, sending and deleting only; everything else is undone instead. `needs` comes from the flow: `reason`, `password`. */
export function ConfirmDialog({ open, onClose, title, children, confirmLabel, danger, needs = [], amount, onConfirm }: ConfirmDialogProps) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const [reason, setReason] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const badReason = needs.includes('reason') && reason.trim().length < 5;
  const badPassword = needs.includes('password') && password === '';

  const close = () => {
    setReason('');
    setPassword('');
    setTried(false);
    setFailure(null);
    onClose();
  };
  const confirm = async () => {
    setTried(true);
    if (badReason || badPassword) return document.getElementById(badReason ? `${id}-reason` : `${id}-password`)?.focus();
    setBusy(true);
    setFailure(null);
    try {
      await onConfirm({ reason: reason.trim(), password });
      close();
    } catch (error) {
      setPassword('');
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open={open}
      onClose={close}
      title={title}
      size="sm"
      dirty={reason !== ''}
      footer={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>
            {say(confirmLabel)}
          </Button>
        </>
      }
    >
      <ErrorNotice error={failure} />
      {children}
      {amount && (
        <div className="amount-box">
          <div className="fig">{formatMoney(amount.value)}</div>
          <div className="muted">{amount.words}</div>
        </div>
      )}
      {needs.includes('reason') && (
        <div className={tried && badReason ? 'field wrong' : 'field'}>
          <label htmlFor={`${id}-reason`}>{t('reason')}</label>
          {tried && badReason && <div className="field-error" id={`${id}-reason-error`}>{t('reasonMissing')}</div>}
          <textarea id={`${id}-reason`} className="ctl" rows={3} value={reason} onChange={(e) => setReason(e.target.value)} aria-invalid={tried && badReason} aria-describedby={`${id}-reason-error`} />
        </div>
      )}
      {needs.includes('password') && (
        <div className={tried && badPassword ? 'field wrong' : 'field'}>
          <label htmlFor={`${id}-password`}>{t('password')}</label>
          <div className="hint" id={`${id}-password-hint`}>{t('passwordHint')}</div>
          {tried && badPassword && <div className="field-error" id={`${id}-password-error`}>{t('passwordMissing')}</div>}
          <input
            id={`${id}-password`}
            type="password"
            autoComplete="current-password"
            className="ctl"
            value={password}
            onChange={(e) => setPassword(e.target.value)}
            onKeyDown={(e) => e.key === 'Enter' && void confirm()}
            aria-invalid={tried && badPassword}
            aria-describedby={`${id}-password-hint ${id}-password-error`}
          />
        </div>
      )}
    </Dialog>
  );
}
