import { useMutation } from '@anyam/admin-kit/api';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { MEMBER_FLOWS, sayQuantity } from '@anyam/domain/production';
import { useId, useState } from 'react';
import { MOVE_WORDS } from '../parts/move-words.ts';
import { useProductionApi, useRefresh, type Store } from '../parts/api.ts';
import { QuantityInput } from '../parts/quantity-input.tsx';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  receive: { id: 'Terima bahan', en: 'Receive material' },
  receiveAbout: { id: 'Bahan yang dibawa pengepul pada sebuah kerja sama dicatat lewat halaman Jual. Di sini bahan yang dibeli, tunai atau utang, dan pemberian.', en: 'Material that a broker brings with a deal is recorded on the sales page. Here what is bought, paid at once or on account, or given.' },
  price: { id: 'Harga seluruhnya', en: 'Price of all' },
  priceHint: { id: 'Kosongkan bila pemberian.', en: 'Leave empty for a gift.' },
  paidFrom: { id: 'Dibayar dari', en: 'Paid from' },
  supplier: { id: 'Pemasok', en: 'Supplier' },
  supplierHint: { id: 'Yang melayani bahan ini di desa kelompok.', en: 'Those who serve this material in the village of the group.' },
  onAccount: { id: 'Utang kepada pemasok', en: 'On account of the supplier' },
  noSupplier: { id: 'Belum ada pemasok untuk bahan ini. Tambahkan di halaman Kerja sama & Jual, atau pilih kas atau bank.', en: 'No supplier for this material yet. Add one on the partners page, or choose cash or bank.' },
  missingSupplier: { id: 'Pilih pemasoknya.', en: 'Choose the supplier.' },
  move: { id: 'Catat pengambilan atau pemakaian', en: 'Record taking or use' },
  what: { id: 'Yang terjadi', en: 'What happened' },
  returnedTo: { id: 'Uangnya kembali ke', en: 'Its money goes to' },
  relieved: { id: 'Ditanggung kelompok, anggota tidak berutang', en: 'The group bears it, the member owes nothing' },
  usedHint: { id: 'Pemakaian tidak mengubah utang bahan anggota; dipotong saat hasil dibagi.', en: 'Use does not change what the member owes for material; it is settled when proceeds are shared.' },
  missing: { id: 'Isi jumlahnya.', en: 'Enter the quantity.' },
  missingMember: { id: 'Pilih anggota dan isi jumlahnya.', en: 'Choose the member and enter the quantity.' },
  inStore: { id: 'Di gudang {n}', en: '{n} in store' },
  holds: { id: 'Dibawa {n}', en: 'Holds {n}' },
});
const PURSES = ['cash', 'bank'] as const;
const KINDS = [...MEMBER_FLOWS, 'usedInStore', 'lostInStore', 'sentBack'] as const;

export function ReceiveDialog({ store: s, onClose }: { readonly store: Store; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const { today } = useSession();
  const receive = useMutation(api.store.receive.mutationOptions());
  const [key] = useState(newKey);
  // What the store knows; else what has a norm.
  const usual = s.materials.find((m) => m.received.quantity > 0) ?? s.materials.find((m) => m.norms.length > 0) ?? s.materials[0];
  const [materialId, setMaterial] = useState(usual?.material.id ?? '');
  const [quantity, setQuantity] = useState<number | null>(null);
  const [value, setValue] = useState<bigint | null>(null);
  const [purse, setPurse] = useState<(typeof PURSES)[number] | 'account'>('cash');
  const [chosen, setParty] = useState('');
  const [on, setOn] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const suppliers = s.suppliers.filter((p) => p.materialIds.includes(materialId));
  const owed = value !== null && value > 0n && purse === 'account';
  const partyId = suppliers.some((p) => p.id === chosen) ? chosen : '';
  const material = s.materials.find((m) => m.material.id === materialId)?.material;
  if (!material) return null;
  return (
    <WorkDialog
      title={texts.receive} about={texts.receiveAbout} saveLabel={texts.save} dirty={quantity !== null} onClose={onClose} missing={!quantity ? t('missing') : owed && partyId === '' ? t(suppliers.length === 0 ? 'noSupplier' : 'missingSupplier') : null}
      onSave={async () => {
        await receive.mutateAsync({ key, groupId: s.groupId, materialId, quantity: quantity ?? 0, value: value ?? 0n, on: on ?? today, partyId: owed ? partyId : null, paidFrom: value && purse !== 'account' ? purse : null, note: note.trim() || null });
        toast({ text: t('recorded') });
        await refresh();
      }}
    >
      <FieldFrame id={`${id}-m`} label={texts.material}>
        {(f) => <Select {...f} value={materialId} options={s.materials.map((m) => ({ value: m.material.id, label: m.material.name }))} onChange={(e) => setMaterial(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-q`} label={texts.quantity}>{(f) => <QuantityInput key={materialId} {...f} measured={material} value={null} onChange={setQuantity} label={t('quantity')} />}</FieldFrame>
      <FieldFrame id={`${id}-v`} label={texts.price} hint={texts.priceHint} optional>
        {(f) => <MoneyInput {...f} className="medium" value={value} onChange={setValue} words={(v) => (language === 'id' ? terbilangRupiah(v) : null)} />}
      </FieldFrame>
      {value !== null && value > 0n && (
        <FieldFrame id={`${id}-p`} label={texts.paidFrom}>
          {(f) => <Select {...f} className="medium" value={purse} options={[...PURSES.map((p) => ({ value: p as string, label: t(p) })), { value: 'account', label: t('onAccount') }]} onChange={(e) => setPurse(e.target.value as 'cash' | 'bank' | 'account')} />}
        </FieldFrame>
      )}
      {owed && (
        <FieldFrame id={`${id}-s`} label={texts.supplier} hint={suppliers.length === 0 ? texts.noSupplier : texts.supplierHint}>
          {(f) => <Select {...f} value={partyId} placeholder={t('missingSupplier')} options={suppliers.map((p) => ({ value: p.id, label: p.name }))} onChange={(e) => setParty(e.target.value)} />}
        </FieldFrame>
      )}
      <FieldFrame id={`${id}-on`} label={texts.date}>{(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}</FieldFrame>
      <FieldFrame id={`${id}-n`} label={texts.note} optional>{(f) => <TextInput {...f} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} />}</FieldFrame>
    </WorkDialog>
  );
}

export function MoveDialog({ store: s, onClose }: { readonly store: Store; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const { today } = useSession();
  const move = useMutation(api.store.move.mutationOptions());
  const [key] = useState(newKey);
  const known = s.materials.filter((m) => m.received.quantity > 0);
  const [materialId, setMaterial] = useState(known[0]?.material.id ?? '');
  const [kind, setKind] = useState<(typeof KINDS)[number]>('issued');
  const [memberId, setMember] = useState('');
  const [quantity, setQuantity] = useState<number | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const [relieved, setRelieved] = useState(false);
  const [purse, setPurse] = useState<(typeof PURSES)[number]>('cash');
  const state = known.find((m) => m.material.id === materialId);
  if (!state) return null;
  const ofMember = (MEMBER_FLOWS as readonly string[]).includes(kind);
  const holding = state.members.filter((m) => m.out.quantity > 0);
  const people = kind === 'issued' ? s.members : [...new Map([...holding.map((m) => ({ id: m.memberId, name: m.name })), ...s.members].map((m) => [m.id, m])).values()];
  const amount = (n: number) => sayQuantity(state.material, n, language);
  const held = state.members.find((m) => m.memberId === memberId)?.out.quantity ?? 0;
  const hint = kind === 'issued' || !ofMember ? t('inStore', { n: amount(state.inStore.quantity) }) : t('holds', { n: amount(held) });
  return (
    <WorkDialog
      title={texts.move} saveLabel={texts.save} dirty={quantity !== null} onClose={onClose} {...(kind === 'used' ? { about: texts.usedHint } : {})}
      missing={!quantity || (ofMember && memberId === '') ? t(ofMember ? 'missingMember' : 'missing') : null}
      onSave={async () => {
        await move.mutateAsync({
          key, groupId: s.groupId, materialId, kind, memberId: ofMember ? memberId : null, quantity: quantity ?? 0, on: on ?? today, note: note.trim() || null, relieved: kind === 'lost' && relieved, paidFrom: kind === 'sentBack' ? purse : null,
        });
        toast({ text: t('recorded') });
        await refresh();
      }}
    >
      <FieldFrame id={`${id}-k`} label={texts.what}>
        {(f) => <Select {...f} value={kind} options={KINDS.map((k) => ({ value: k, label: MOVE_WORDS[k][language] }))} onChange={(e) => setKind(e.target.value as (typeof KINDS)[number])} />}
      </FieldFrame>
      <FieldFrame id={`${id}-m`} label={texts.material}>
        {(f) => <Select {...f} value={materialId} options={known.map((m) => ({ value: m.material.id, label: m.material.name }))} onChange={(e) => setMaterial(e.target.value)} />}
      </FieldFrame>
      {ofMember && (
        <FieldFrame id={`${id}-who`} label={texts.member}>
          {(f) => <Select {...f} value={memberId} placeholder={t('chooseMember')} options={people.map((m) => ({ value: m.id, label: m.name }))} onChange={(e) => setMember(e.target.value)} />}
        </FieldFrame>
      )}
      <FieldFrame id={`${id}-q`} label={texts.quantity} hint={hint}>{(f) => <QuantityInput key={materialId} {...f} measured={state.material} value={null} onChange={setQuantity} label={t('quantity')} />}</FieldFrame>
      {kind === 'lost' && (
        <label className="choice">
          <input type="checkbox" checked={relieved} onChange={(e) => setRelieved(e.target.checked)} />
          <span>{t('relieved')}</span>
        </label>
      )}
      {kind === 'sentBack' && (
        <FieldFrame id={`${id}-p`} label={texts.returnedTo}>
          {(f) => <Select {...f} className="short" value={purse} options={PURSES.map((p) => ({ value: p, label: t(p) }))} onChange={(e) => setPurse(e.target.value as 'cash' | 'bank')} />}
        </FieldFrame>
      )}
      <FieldFrame id={`${id}-on`} label={texts.date}>{(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}</FieldFrame>
      <FieldFrame id={`${id}-n`} label={texts.note} optional>{(f) => <TextInput {...f} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} />}</FieldFrame>
    </WorkDialog>
  );
}
