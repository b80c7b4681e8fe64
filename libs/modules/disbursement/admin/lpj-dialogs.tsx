import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useId, useState } from 'react';
import { isDay } from './lpj-draft.ts';
import { newKey, useAidApi, useRefresh, type Lpj } from './parts/api.ts';
import { uploadFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

export const dialogTexts = defineTexts({
  ...words,
  chair: { id: 'Ketua', en: 'Chair' },
  treasurer: { id: 'Bendahara kelompok', en: 'Treasurer of the group' },
  signature: { id: 'Tanda tangan', en: 'Signature' },
  phone: { id: 'Telepon', en: 'Phone' },
  visit: { id: 'Kunjungan', en: 'Visit' },
  method: { id: 'Cara', en: 'How' },
  confirm: { id: 'Catat pernyataan', en: 'Record a confirmation' },
  confirmAbout: { id: 'Bacakan isi LPJ kepada pengurus. Catat hanya bila ia sendiri membenarkannya.', en: 'Read the report to the officer. Record only what they agreed to themselves.' },
  officer: { id: 'Pengurus', en: 'Officer' },
  chooseOfficer: { id: 'Pilih pengurus', en: 'Choose an officer' },
  officerMissing: { id: 'Pilih pengurusnya.', en: 'Choose the officer.' },
  dateMissing: { id: 'Isi tanggal, misalnya 12-05-2020.', en: 'Enter a date, for example 12-05-2020.' },
  signed: { id: 'Foto lembar bertanda tangan (bila ada)', en: 'Photo of the signed sheet (if any)' },
  fileDone: { id: '{name} terunggah.', en: '{name} is uploaded.' },
  refund: { id: 'Catat pengembalian', en: 'Record a refund' },
  refundAbout: { id: 'Catat uang yang sudah disetor ke kas daerah, sesuai slip bank. Ini mengurangi dana kelompok di pembukuan.', en: 'Record money already paid into the treasury, as on the bank slip. The books lower the money of the group by it.' },
  refundAmount: { id: 'Jumlah yang disetor', en: 'Amount paid back' },
  refundMissing: { id: 'Isi jumlah lebih dari nol.', en: 'Enter an amount over zero.' },
  number: { id: 'Nomor bukti setor', en: 'Number of the slip' },
  fill: { id: 'Wajib diisi.', en: 'Required.' },
  slip: { id: 'Slip bank', en: 'Bank slip' },
  slipMissing: { id: 'Unggah slip banknya.', en: 'Upload the bank slip.' },
});

interface Props { readonly lpj: Lpj; readonly onClose: () => void }

/** The officer's own word, taken down by whoever met or called them. */
export function OfficerDialog({ lpj: d, onClose }: Props) {
  const t = useText(dialogTexts);
  const id = useId();
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const [personId, setPersonId] = useState('');
  const [method, setMethod] = useState<Lpj['confirmations'][number]['method']>('signature');
  const [on, setOn] = useState<string | null>(today);
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const [tried, setTried] = useState(false);
  const save = useMutation(api.lpj.confirm.mutationOptions());
  const officer = d.officers.find((o) => o.personId === personId);
  const submit = async () => {
    setTried(true);
    if (!officer) return document.getElementById(`${id}-who`)?.focus();
    if (!isDay(on)) return document.getElementById(`${id}-on`)?.focus();
    try {
      await save.mutateAsync({ id: d.id, key, role: officer.role, personId, method, on, ...(file ? { fileId: file.id } : {}) });
      toast({ text: t('saved') });
      onClose();
    } catch {
      // Shown above the fields.
    } finally {
      await refresh();
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={dialogTexts.confirm} dirty={personId !== '' || file !== null}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={save.isPending} onClick={() => void submit()}>{t('confirm')}</Button></>}
    >
      <ErrorNotice error={save.error} />
      <p>{t('confirmAbout')}</p>
      <FieldFrame id={`${id}-who`} label={dialogTexts.officer} error={tried && !officer ? t('officerMissing') : undefined}>
        {(c) => <Select {...c} value={personId} placeholder={t('chooseOfficer')} options={d.officers.map((o) => ({ value: o.personId, label: `${o.name} (${t(o.role)})` }))} onChange={(e) => setPersonId(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-how`} label={dialogTexts.method}>
        {(c) => <Select {...c} value={method} options={METHODS.map((m) => ({ value: m, label: t(m) }))} onChange={(e) => setMethod(METHODS.find((m) => m === e.target.value) ?? 'signature')} />}
      </FieldFrame>
      <FieldFrame id={`${id}-on`} label={dialogTexts.date} error={tried && !isDay(on) ? t('dateMissing') : undefined}>
        {(c) => <DateInput {...c} value={on} onChange={setOn} />}
      </FieldFrame>
      {file && <p role="status">{t('fileDone', { name: file.name })}</p>}
      <FileDrop label={dialogTexts.signed} accept="image/*,.pdf" maxMb={10} camera upload={async (f, share, signal) => setFile({ id: await uploadFile(f, share, signal), name: f.name })} />
    </Dialog>
  );
}
const METHODS = ['signature', 'phone', 'visit'] as const;

export function RefundDialog({ lpj: d, onClose }: Props) {
  const t = useText(dialogTexts);
  const id = useId();
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const [amount, setAmount] = useState<bigint | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [number, setNumber] = useState('');
  const [file, setFile] = useState<{ id: string; name: string } | null>(null);
  const [tried, setTried] = useState(false);
  const save = useMutation(api.lpj.refund.mutationOptions());
  const submit = async () => {
    setTried(true);
    if (amount === null || amount <= 0n) return document.getElementById(`${id}-amount`)?.focus();
    if (!isDay(on)) return document.getElementById(`${id}-on`)?.focus();
    if (number.trim() === '') return document.getElementById(`${id}-number`)?.focus();
    if (!file) return document.getElementById(`${id}-file`)?.focus();
    try {
      await save.mutateAsync({ id: d.id, key, amount, on, number: number.trim(), fileId: file.id });
      toast({ text: t('saved') });
      onClose();
    } catch {
      // Shown above the fields.
    } finally {
      await refresh();
    }
  };
  return (
    <Dialog
      open onClose={onClose} title={dialogTexts.refund} dirty={amount !== null || number !== '' || file !== null}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={save.isPending} onClick={() => void submit()}>{t('refund')}</Button></>}
    >
      <ErrorNotice error={save.error} />
      <p>{t('refundAbout')}</p>
      <FieldFrame id={`${id}-amount`} label={dialogTexts.refundAmount} error={tried && (amount === null || amount <= 0n) ? t('refundMissing') : undefined}>
        {(c) => <MoneyInput {...c} value={amount} onChange={setAmount} words={terbilangRupiah} />}
      </FieldFrame>
      <FieldFrame id={`${id}-on`} label={dialogTexts.date} error={tried && !isDay(on) ? t('dateMissing') : undefined}>
        {(c) => <DateInput {...c} value={on} onChange={setOn} />}
      </FieldFrame>
      <FieldFrame id={`${id}-number`} label={dialogTexts.number} error={tried && number.trim() === '' ? t('fill') : undefined}>
        {(c) => <TextInput {...c} value={number} maxLength={80} autoComplete="off" onChange={(e) => setNumber(e.target.value)} />}
      </FieldFrame>
      <div id={`${id}-file`} tabIndex={-1}>
        {tried && !file && <div className="field-error" role="alert">{t('slipMissing')}</div>}
        {file && <p role="status">{t('fileDone', { name: file.name })}</p>}
        <FileDrop label={dialogTexts.slip} accept="image/*,.pdf" maxMb={10} camera upload={async (f, share, signal) => setFile({ id: await uploadFile(f, share, signal), name: f.name })} />
      </div>
    </Dialog>
  );
}
