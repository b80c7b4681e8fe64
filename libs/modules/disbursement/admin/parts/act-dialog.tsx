import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { formatMoney } from '@anyam/admin-kit/format';
import { DateInput, TextInput } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useId, useState, type ReactNode } from 'react';
import { newKey, type ButtonView } from './api.ts';
import { uploadFile } from '@anyam/admin-kit/files';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  noteHint: { id: 'Dicatat di riwayat bersama nama Anda.', en: 'Kept in the history with your name.' },
  noteOptional: { id: 'Catatan', en: 'Note' },
  reasonMissing: { id: 'Tuliskan alasannya, paling sedikit 5 huruf.', en: 'Write the reason, at least 5 letters.' },
  numberOf: { id: 'Nomor surat', en: 'Number of the paper' },
  numberMissing: { id: 'Isi nomor surat.', en: 'Enter the number of the paper.' },
  dateOf: { id: 'Tanggal surat', en: 'Date of the paper' },
  dateMissing: { id: 'Isi tanggal, misalnya 12-05-2020.', en: 'Enter a date, for example 12-05-2020.' },
  evidence: { id: 'Berkas bukti', en: 'Evidence' },
  evidenceHint: { id: 'Foto atau PDF suratnya.', en: 'A photo or PDF of the paper.' },
  evidenceMissing: { id: 'Unggah berkas buktinya.', en: 'Upload the evidence.' },
  evidenceDone: { id: '{name} terunggah.', en: '{name} is uploaded.' },
  password: { id: 'Kata sandi Anda', en: 'Your password' },
  passwordHint: { id: 'Diminta sekali lagi karena ini menyangkut uang.', en: 'Asked once more because this moves money.' },
  passwordMissing: { id: 'Masukkan kata sandi Anda.', en: 'Enter your password.' },
});

export interface Given {
  readonly key: string;
  readonly note?: string;
  readonly number?: string;
  readonly date?: string;
  readonly fileId?: string;
  readonly password?: string;
}

export interface ActDialogProps {
  readonly button: Pick<ButtonView, 'action' | 'label' | 'needs'>;
  readonly onClose: () => void;
  /** Closes when it resolves; what it throws is shown inside. */
  readonly onAct: (given: Given) => Promise<unknown>;
  /** Repeated in figures and in words. */
  readonly amount?: bigint | undefined;
  readonly danger?: boolean;
  readonly children?: ReactNode;
  readonly numberLabel?: Bilingual;
  readonly noNote?: boolean;
}

/** Asks what a step of a flow needs: reason, number, date, evidence, password. The server judges again. Mount it while it is open. */
export function ActDialog({ button, onClose, onAct, amount, danger, children, numberLabel, noNote }: ActDialogProps) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const { today } = useSession();
  // One key for this dialog: pressing twice, or again after a broken line, is one step.
  const [key] = useState(newKey);
  const [note, setNote] = useState('');
  const [number, setNumber] = useState('');
  const [date, setDate] = useState<string | null>(today);
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const needs = (n: (typeof button.needs)[number]) => button.needs.includes(n);
  const faults = {
    reason: needs('reason') && note.trim().length < 5 ? t('reasonMissing') : undefined,
    number: needs('number') && number.trim() === '' ? t('numberMissing') : undefined,
    date: needs('date') && !/^\d{4}-\d{2}-\d{2}$/.test(date ?? '') ? t('dateMissing') : undefined,
    evidence: needs('evidence') && !file ? t('evidenceMissing') : undefined,
    password: needs('password') && password === '' ? t('passwordMissing') : undefined,
  };
  const first = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
  const say1 = (k: keyof typeof faults) => (tried ? faults[k] : undefined);

  const confirm = async () => {
    setTried(true);
    if (first) return document.getElementById(`${id}-${first}`)?.focus();
    setBusy(true);
    setFailure(null);
    try {
      await onAct({
        key,
        ...(note.trim() ? { note: note.trim() } : {}),
        ...(needs('number') ? { number: number.trim() } : {}),
        ...(needs('date') && date ? { date } : {}),
        ...(file ? { fileId: file.id } : {}),
        ...(needs('password') ? { password } : {}),
      });
      onClose();
    } catch (error) {
      setPassword('');
      setTried(false);
      setFailure(error);
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={button.label}
      size={needs('evidence') ? 'md' : 'sm'}
      dirty={note !== '' || number !== '' || file !== null}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirm()}>{say(button.label)}</Button>
        </>
      }
    >
      <ErrorNotice error={failure} />
      {children}
      {amount !== undefined && (
        <div className="amount-box">
          <div className="fig">{formatMoney(amount)}</div>
          <div className="muted">{terbilangRupiah(amount)}</div>
        </div>
      )}
      {needs('number') && (
        <FieldFrame id={`${id}-number`} label={numberLabel ?? texts.numberOf} error={say1('number')}>
          {(c) => <TextInput {...c} value={number} maxLength={80} autoComplete="off" onChange={(e) => setNumber(e.target.value)} />}
        </FieldFrame>
      )}
      {needs('date') && (
        <FieldFrame id={`${id}-date`} label={texts.dateOf} error={say1('date')}>
          {(c) => <DateInput {...c} value={date} onChange={setDate} />}
        </FieldFrame>
      )}
      {needs('evidence') && (
        <div id={`${id}-evidence`} tabIndex={-1}>
          {say1('evidence') && <div className="field-error" role="alert">{say1('evidence')}</div>}
          {file && <p role="status">{t('evidenceDone', { name: file.name })}</p>}
          <FileDrop label={texts.evidence} hint={texts.evidenceHint} accept="image/*,.pdf" maxMb={10} camera upload={async (f, share, signal) => setFile({ id: await uploadFile(f, share, signal), name: f.name })} />
        </div>
      )}
      {!noNote && (
        <FieldFrame id={`${id}-reason`} label={needs('reason') ? texts.reason : texts.noteOptional} hint={texts.noteHint} optional={!needs('reason')} error={say1('reason')}>
          {(c) => <textarea {...c} className="ctl" rows={3} maxLength={1000} value={note} onChange={(e) => setNote(e.target.value)} />}
        </FieldFrame>
      )}
      {needs('password') && (
        <FieldFrame id={`${id}-password`} label={texts.password} hint={texts.passwordHint} error={say1('password')}>
          {(c) => <input {...c} type="password" autoComplete="current-password" className="ctl" value={password} onChange={(e) => setPassword(e.target.value)} onKeyDown={(e) => e.key === 'Enter' && void confirm()} />}
        </FieldFrame>
      )}
    </Dialog>
  );
}
