import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Select, TextInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { REJECT_REASON_LABEL, REJECT_REASONS, sayQuantity, unitLabel, type RejectReason } from '@anyam/domain/production';
import { useId, useState } from 'react';
import type { Deposit, Sheet } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Setoran {name}', en: 'Goods of {name}' },
  product: { id: 'Barang', en: 'Goods' },
  grade: { id: 'Mutu', en: 'Grade' },
  unit: { id: 'Satuan', en: 'Unit' },
  handedIn: { id: 'Disetor', en: 'Handed in' },
  accepted: { id: 'Diterima', en: 'Accepted' },
  rejected: { id: 'Ditolak', en: 'Rejected' },
  reason: { id: 'Alasan ditolak', en: 'Why rejected' },
  reasonNote: { id: 'Keterangan', en: 'Explanation' },
  add: { id: 'Tambahkan ke lembar', en: 'Add to the sheet' },
  drop: { id: 'Buang', en: 'Remove' },
  notEven: { id: 'Diterima dan ditolak harus sama dengan yang disetor.', en: 'Accepted and rejected must sum to what was handed in.' },
  countMissing: { id: 'Isi jumlah yang disetor.', en: 'Enter how much was handed in.' },
  reasonMissing: { id: 'Pilih alasannya.', en: 'Choose the reason.' },
  noteMissing: { id: 'Tuliskan keterangannya.', en: 'Write the explanation.' },
  soFar: { id: 'Sudah di lembar', en: 'On the sheet so far' },
});

const whole = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text) : text.trim() === '' ? 0 : Number.NaN);

/** Goods of one product and grade. All three figures are typed, so that a miscount does not hide in a remainder. */
export function DepositDialog({ member, products, deposits, onSave, onClose }: {
  readonly member: string; readonly products: Sheet['products']; readonly deposits: readonly Deposit[]; readonly onSave: (deposits: readonly Deposit[]) => void; readonly onClose: () => void;
}) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const [productId, setProductId] = useState(products[0]?.id ?? '');
  const product = products.find((p) => p.id === productId) ?? products[0];
  const [grade, setGrade] = useState(product?.grades[0] ?? '');
  const [unit, setUnit] = useState(product?.baseUnit ?? '');
  const [count, setCount] = useState({ handedIn: '', accepted: '', rejected: '' });
  const [reason, setReason] = useState<RejectReason | ''>('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  if (!product) return null;
  const factor = product.units.find((u) => u.name === unit)?.factor ?? 1;
  const [handedIn, accepted, rejected] = [whole(count.handedIn) * factor, whole(count.accepted) * factor, whole(count.rejected) * factor];
  const faults = {
    handedIn: handedIn > 0 ? undefined : t('countMissing'),
    accepted: accepted + rejected === handedIn ? undefined : t('notEven'),
    reason: rejected > 0 && reason === '' ? t('reasonMissing') : undefined,
    note: rejected > 0 && reason === 'other' && note.trim() === '' ? t('noteMissing') : undefined,
  };
  const error = (k: keyof typeof faults) => (tried ? faults[k] : undefined);
  const choose = (next: string) => {
    const p = products.find((x) => x.id === next);
    setProductId(next);
    setGrade(p?.grades[0] ?? '');
    setUnit(p?.baseUnit ?? '');
  };
  const submit = () => {
    setTried(true);
    const first = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
    if (first) return document.getElementById(`${id}-${first}`)?.focus();
    onSave([...deposits, { productId: product.id, grade: grade || null, handedIn, accepted, rejected, rejectReason: rejected > 0 && reason !== '' ? reason : null, note: note.trim() || null }]);
    onClose();
  };
  const field = (k: 'handedIn' | 'accepted' | 'rejected') => (
    <FieldFrame id={`${id}-${k}`} label={texts[k]} error={k === 'rejected' ? undefined : error(k)}>
      {(c) => <TextInput {...c} className="num" inputMode="numeric" autoComplete="off" maxLength={9} value={count[k]} onChange={(e) => setCount({ ...count, [k]: e.target.value.replace(/\D/g, '') })} />}
    </FieldFrame>
  );
  return (
    <Dialog
      open onClose={onClose} title={t('title', { name: member })} dirty={count.handedIn !== ''}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" onClick={submit}>{t('add')}</Button></>}
    >
      {deposits.length > 0 && (
        <div>
          <b>{t('soFar')}</b>
          {deposits.map((d, i) => (
            <div className="row" key={i}>
              <span>{products.find((p) => p.id === d.productId)?.name} {d.grade}: {sayQuantity(products.find((p) => p.id === d.productId) ?? product, d.accepted, language)}</span>
              <Button size="sm" variant="quiet" onClick={() => onSave(deposits.filter((_, at) => at !== i))}>{t('drop')}</Button>
            </div>
          ))}
        </div>
      )}
      <FieldFrame id={`${id}-product`} label={texts.product}>
        {(c) => <Select {...c} value={product.id} options={products.map((p) => ({ value: p.id, label: p.name }))} onChange={(e) => choose(e.target.value)} />}
      </FieldFrame>
      <div className="grid grid-cols-2 gap-3">
        <FieldFrame id={`${id}-grade`} label={texts.grade}>
          {(c) => <Select {...c} value={grade} options={product.grades.map((g) => ({ value: g, label: g }))} onChange={(e) => setGrade(e.target.value)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-unit`} label={texts.unit}>
          {(c) => (
            <Select
              {...c} value={unit} onChange={(e) => setUnit(e.target.value)}
              options={[{ value: product.baseUnit, label: say(unitLabel(product.baseUnit)) }, ...product.units.map((u) => ({ value: u.name, label: `${say(unitLabel(u.name))} (${u.factor} ${say(unitLabel(product.baseUnit))})` }))]}
            />
          )}
        </FieldFrame>
      </div>
      <div className="grid grid-cols-3 gap-3">
        {field('handedIn')}
        {field('accepted')}
        {field('rejected')}
      </div>
      {rejected > 0 && (
        <FieldFrame id={`${id}-reason`} label={texts.reason} error={error('reason')}>
          {(c) => <Select {...c} value={reason} placeholder={t('reasonMissing')} options={REJECT_REASONS.map((r) => ({ value: r, label: say(REJECT_REASON_LABEL[r]) }))} onChange={(e) => setReason(e.target.value as RejectReason | '')} />}
        </FieldFrame>
      )}
      {rejected > 0 && reason === 'other' && (
        <FieldFrame id={`${id}-note`} label={texts.reasonNote} error={error('note')}>
          {(c) => <TextInput {...c} value={note} maxLength={300} onChange={(e) => setNote(e.target.value)} />}
        </FieldFrame>
      )}
    </Dialog>
  );
}
