import { useMutation } from '@anyam/admin-kit/api';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useNavigate } from '@anyam/admin-kit/link';
import { REJECT_REASON_LABEL, REJECT_REASONS, sayQuantity, type RejectReason } from '@anyam/domain/production';
import { useId, useRef, useState } from 'react';
import { useProductionApi, useRefresh, type Board } from '../parts/api.ts';
import { QuantityInput } from '../parts/quantity-input.tsx';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  next: { id: 'Simpan, lalu berikutnya', en: 'Save, then the next' },
  saveSlip: { id: 'Simpan dan lihat slip', en: 'Save and see the slip' },
  some: { id: 'Ada yang ditolak', en: 'Some is rejected' },
  why: { id: 'Alasan penolakan', en: 'Reason of the rejection' },
  chooseReason: { id: 'Pilih alasan', en: 'Choose a reason' },
  noteHint: { id: 'Ditulis pada slip, agar anggota mengerti.', en: 'Stands on the slip, so that the member understands.' },
  missing: { id: 'Pilih anggota dan isi jumlah yang disetor.', en: 'Choose the member and enter how much was handed in.' },
  missingReason: { id: 'Isi jumlah yang diterima, yang ditolak, dan alasannya.', en: 'Enter what is accepted, what is rejected, and why.' },
  uneven: { id: 'Diterima dan ditolak harus berjumlah {sum}. Hitung lagi bersama anggotanya.', en: 'Accepted and rejected must sum to {sum}. Count again with the member.' },
  done: { id: '{name}: {what} diterima, lot {lot}.', en: '{name}: {what} accepted, lot {lot}.' },
  doneNone: { id: '{name}: setoran ditolak semua, tercatat.', en: '{name}: all of it rejected, recorded.' },
});

/** One member's goods, quick enough for a line of people: goods, grade and day stay for the next one. */
export default function DepositDialog({ board, onClose }: { readonly board: Board; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const go = useNavigate();
  const { today } = useSession();
  const add = useMutation(api.goods.add.mutationOptions());
  const key = useRef(newKey());
  const products = board.catalogue.products.filter((p) => p.active);
  // What the group made last; else its target; else goods whose name its business speaks of.
  const business = board.group.business.toLowerCase();
  const named = products.find((p) => p.name.toLowerCase().split(' ').some((word) => business.includes(word)));
  const usual = board.output.at(-1)?.productId ?? board.targets[0]?.productId ?? named?.id;
  const [productId, setProduct] = useState(usual ?? products[0]?.id ?? '');
  const product = products.find((p) => p.id === productId) ?? products[0];
  const [grade, setGrade] = useState(product?.grades[0] ?? '');
  const [on, setOn] = useState<string | null>(today);
  const [memberId, setMember] = useState('');
  const [handedIn, setHandedIn] = useState<number | null>(null);
  const [some, setSome] = useState(false);
  const [accepted, setAccepted] = useState<number | null>(null);
  const [rejected, setRejected] = useState<number | null>(null);
  const [reason, setReason] = useState<RejectReason | ''>('');
  const [note, setNote] = useState('');
  // Another round empties the boxes, which keep what is typed themselves.
  const [round, setRound] = useState(0);
  if (!product) return null;
  const say = (n: number) => sayQuantity(product, n, language);
  const missing = memberId === '' || !handedIn ? t('missing')
    : some && (accepted === null || !rejected || reason === '') ? t('missingReason')
      : some && (accepted ?? 0) + (rejected ?? 0) !== handedIn ? t('uneven', { sum: say(handedIn) }) : null;
  const send = async () => {
    const { made } = await add.mutateAsync({
      key: key.current, groupId: board.group.id, on: on ?? today, meetingId: null,
      entries: [{
        memberId, productId: product.id, grade, handedIn: handedIn ?? 0, accepted: some ? (accepted ?? 0) : (handedIn ?? 0), rejected: some ? (rejected ?? 0) : 0,
        rejectReason: some && reason !== '' ? reason : null, note: note.trim() === '' ? null : note.trim(),
      }],
    });
    const [done] = made;
    const name = board.members.find((m) => m.id === memberId)?.name ?? '';
    toast({ text: done?.lotCode ? t('done', { name, what: say(some ? (accepted ?? 0) : (handedIn ?? 0)), lot: done.lotCode }) : t('doneNone', { name }) });
    key.current = newKey();
    void refresh();
    return done;
  };
  const next = async () => {
    await send();
    setMember('');
    setHandedIn(null);
    setAccepted(null);
    setRejected(null);
    setSome(false);
    setReason('');
    setNote('');
    setRound((n) => n + 1);
    document.getElementById(`${id}-member`)?.focus();
  };
  return (
    <WorkDialog
      title={texts.addDeposit} saveLabel={texts.saveSlip} dirty={handedIn !== null} missing={missing} onClose={onClose} second={{ label: texts.next, onSave: next }}
      onSave={() => send().then((done) => done && go(`/kelompok/${board.group.id}/produksi/slip/${done.depositId}`))}
    >
      <FieldFrame id={`${id}-member`} label={texts.member}>
        {(f) => <Select {...f} value={memberId} placeholder={t('chooseMember')} options={board.members.map((m) => ({ value: m.id, label: m.name }))} onChange={(e) => setMember(e.target.value)} />}
      </FieldFrame>
      <div className="row flex-wrap items-start">
        <FieldFrame id={`${id}-goods`} label={texts.goods}>
          {(f) => (
            <Select
              {...f} value={product.id} options={products.map((p) => ({ value: p.id, label: p.name }))}
              onChange={(e) => {
                setProduct(e.target.value);
                setGrade(products.find((p) => p.id === e.target.value)?.grades[0] ?? '');
                setHandedIn(null);
                setRound((n) => n + 1);
              }}
            />
          )}
        </FieldFrame>
        <FieldFrame id={`${id}-grade`} label={texts.grade}>
          {(f) => <Select {...f} className="short" value={grade} options={product.grades.map((g) => ({ value: g, label: g }))} onChange={(e) => setGrade(e.target.value)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-on`} label={texts.date}>{(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}</FieldFrame>
      </div>
      <FieldFrame id={`${id}-in`} label={texts.handedIn}>
        {(f) => <QuantityInput key={round} {...f} measured={product} value={handedIn} onChange={setHandedIn} label={t('handedIn')} />}
      </FieldFrame>
      <label className="choice">
        <input type="checkbox" checked={some} onChange={(e) => setSome(e.target.checked)} />
        <span>{t('some')}</span>
      </label>
      {some && (
        <>
          <FieldFrame id={`${id}-ok`} label={texts.accepted}>{(f) => <QuantityInput key={round} {...f} measured={product} value={accepted} onChange={setAccepted} label={t('accepted')} />}</FieldFrame>
          <FieldFrame id={`${id}-back`} label={texts.rejected}>{(f) => <QuantityInput key={round} {...f} measured={product} value={rejected} onChange={setRejected} label={t('rejected')} />}</FieldFrame>
          <FieldFrame id={`${id}-why`} label={texts.why}>
            {(f) => (
              <Select
                {...f} value={reason} placeholder={t('chooseReason')} options={REJECT_REASONS.map((r) => ({ value: r, label: REJECT_REASON_LABEL[r][language] }))}
                onChange={(e) => setReason(e.target.value as RejectReason | '')}
              />
            )}
          </FieldFrame>
        </>
      )}
      <FieldFrame id={`${id}-note`} label={texts.note} hint={texts.noteHint} optional={reason !== 'other'}>
        {(f) => <TextInput {...f} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} />}
      </FieldFrame>
    </WorkDialog>
  );
}
