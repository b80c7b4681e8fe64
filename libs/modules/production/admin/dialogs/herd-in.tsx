import { useMutation } from '@anyam/admin-kit/api';
import { FieldFrame } from '@anyam/admin-kit/form';
import { formatMoney } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import {
  ANIMAL_CLASS_LABEL, ANIMAL_CLASSES, ANIMAL_SOURCE_LABEL, ANIMAL_SOURCES, HERD_KIND_LABEL, IN_KINDS, type AnimalClass, type AnimalSource, type InKind,
} from '@anyam/domain/production';
import { useId, useState } from 'react';
import { useProductionApi, useRefresh, type Herd } from '../parts/api.ts';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Ternak masuk', en: 'Animals come' },
  kind: { id: 'Bagaimana', en: 'How' },
  species: { id: 'Jenis', en: 'Species' },
  speciesHint: { id: 'Misalnya: kambing, domba, bebek', en: 'For example: kambing (goat), domba (sheep), bebek (duck)' },
  tag: { id: 'Nomor telinga', en: 'Ear tag' },
  tagHint: { id: 'Kosongkan untuk satu kelompok ternak yang dihitung per ekor.', en: 'Leave empty for a lot counted by head.' },
  heads: { id: 'Jumlah ekor', en: 'Head' },
  class: { id: 'Kelas', en: 'Class' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  mixed: { id: 'Campuran atau belum tahu', en: 'Mixed or unknown' },
  female: { id: 'Betina', en: 'Female' },
  male: { id: 'Jantan', en: 'Male' },
  keeper: { id: 'Pemelihara', en: 'Keeper' },
  source: { id: 'Asal', en: 'Source' },
  handed: { id: 'Tanggal serah terima', en: 'Handed over on' },
  worth: { id: 'Nilai menurut BAST', en: 'Value by the handover record' },
  price: { id: 'Harga beli seluruhnya', en: 'Price of all' },
  paidFrom: { id: 'Dibayar dari', en: 'Paid from' },
  already: { id: 'Sudah ada di buku ({value})', en: 'In the books already ({value})' },
  missing: { id: 'Isi jenis, jumlah ekor, dan pemelihara.', en: 'Enter species, head and keeper.' },
  birth: { id: 'Kelahiran', en: 'Birth' },
  into: { id: 'Masuk ke', en: 'Added to' },
  birthAbout: { id: 'Menambah satu kelompok ternak. Anak yang diberi nomor telinga sendiri dicatat lewat "Ternak masuk", pilih "Lahir".', en: 'Adds to a lot. A young one with an ear tag of its own is recorded under "Animals come", as a birth.' },
  missingBirth: { id: 'Pilih kelompok ternak dan jumlah ekor.', en: 'Choose the lot and the head.' },
  noLots: { id: 'Semua ternak bernomor telinga. Catat anaknya lewat "Ternak masuk", pilih "Lahir".', en: 'All animals have ear tags. Record the young under "Animals come", as a birth.' },
});
const whole = (text: string): string => text.replace(/\D/g, '').slice(0, 5);

export function TakeInDialog({ herd: h, onClose }: { readonly herd: Herd; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const { today } = useSession();
  const add = useMutation(api.herd.takeIn.mutationOptions());
  const [key] = useState(newKey);
  const [kind, setKind] = useState<InKind>('opening');
  const [species, setSpecies] = useState(h.units[0]?.species ?? 'kambing');
  const [tag, setTag] = useState('');
  const [heads, setHeads] = useState('1');
  const [animal, setClass] = useState<AnimalClass>('breedingFemale');
  const [sex, setSex] = useState<'female' | 'male' | ''>('female');
  const [keeperId, setKeeper] = useState('');
  const [source, setSource] = useState<AnimalSource>('aid');
  const [on, setOn] = useState<string | null>(today);
  const [handed, setHanded] = useState<string | null>(null);
  const [value, setValue] = useState<bigint | null>(null);
  const [purse, setPurse] = useState<string>('cash');
  const [note, setNote] = useState('');
  const bought = h.bought.find((x) => x.itemId === purse);
  const valued = kind === 'purchase' || (source === 'aid' && kind !== 'birth');
  const save = async () => {
    await add.mutateAsync({
      key, groupId: h.groupId, on: on ?? today, note: note.trim() || null, kind, unitId: kind === 'purchase' ? (bought?.itemId ?? null) : null, species: species.trim(), tag: tag.trim() || null, head: Number(heads), class: animal, sex: sex || null, keeperId, source,
      handedOverOn: source === 'aid' ? handed : null, value: valued && !bought ? (value ?? 0n) : 0n, purse: kind !== 'purchase' || bought ? 'none' : purse === 'bank' ? 'bank' : 'cash',
    });
    toast({ text: t('recorded') });
    await refresh();
  };
  return (
    <WorkDialog title={texts.title} saveLabel={texts.save} dirty={keeperId !== ''} onClose={onClose} onSave={save} missing={species.trim() === '' || Number(heads) < 1 || keeperId === '' ? t('missing') : null}>
      <div className="row flex-wrap items-start">
        <FieldFrame id={`${id}-k`} label={texts.kind}>
          {(f) => <Select {...f} value={kind} options={IN_KINDS.map((k) => ({ value: k, label: HERD_KIND_LABEL[k][language] }))} onChange={(e) => setKind(e.target.value as InKind)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-src`} label={texts.source}>
          {(f) => <Select {...f} value={source} options={ANIMAL_SOURCES.map((s) => ({ value: s, label: ANIMAL_SOURCE_LABEL[s][language] }))} onChange={(e) => setSource(e.target.value as AnimalSource)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-on`} label={texts.date}>{(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}</FieldFrame>
      </div>
      <FieldFrame id={`${id}-sp`} label={texts.species} hint={texts.speciesHint}>{(f) => <TextInput {...f} className="medium" value={species} maxLength={30} onChange={(e) => setSpecies(e.target.value)} />}</FieldFrame>
      <FieldFrame id={`${id}-tag`} label={texts.tag} hint={texts.tagHint} optional>{(f) => <TextInput {...f} className="medium" value={tag} maxLength={20} onChange={(e) => { setTag(e.target.value); if (e.target.value.trim() !== '') setHeads('1'); }} />}</FieldFrame>
      <div className="row flex-wrap items-start">
        {tag.trim() === '' && <FieldFrame id={`${id}-n`} label={texts.heads}>{(f) => <TextInput {...f} className="short num" inputMode="numeric" value={heads} onChange={(e) => setHeads(whole(e.target.value))} />}</FieldFrame>}
        <FieldFrame id={`${id}-c`} label={texts.class}>
          {(f) => <Select {...f} value={animal} options={ANIMAL_CLASSES.map((c) => ({ value: c, label: ANIMAL_CLASS_LABEL[c][language] }))} onChange={(e) => setClass(e.target.value as AnimalClass)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-s`} label={texts.sex}>
          {(f) => <Select {...f} value={sex} placeholder={t('mixed')} options={[{ value: 'female', label: t('female') }, { value: 'male', label: t('male') }]} onChange={(e) => setSex(e.target.value as 'female' | 'male' | '')} />}
        </FieldFrame>
      </div>
      <FieldFrame id={`${id}-who`} label={texts.keeper}>
        {(f) => <Select {...f} value={keeperId} placeholder={t('chooseMember')} options={h.members.map((m) => ({ value: m.id, label: m.name }))} onChange={(e) => setKeeper(e.target.value)} />}
      </FieldFrame>
      {source === 'aid' && <FieldFrame id={`${id}-h`} label={texts.handed} optional>{(f) => <DateInput {...f} className="medium" value={handed} onChange={setHanded} />}</FieldFrame>}
      {kind === 'purchase' && (
        <FieldFrame id={`${id}-p`} label={texts.paidFrom}>
          {(f) => (
            <Select
              {...f} value={purse} onChange={(e) => setPurse(e.target.value)}
              options={[{ value: 'cash', label: t('cash') }, { value: 'bank', label: t('bank') }, ...h.bought.map((x) => ({ value: x.itemId, label: t('already', { value: formatMoney(x.value) }) }))]}
            />
          )}
        </FieldFrame>
      )}
      {valued && !bought && <FieldFrame id={`${id}-v`} label={kind === 'purchase' ? texts.price : texts.worth} optional={kind !== 'purchase'}>{(f) => <MoneyInput {...f} className="medium" value={value} onChange={setValue} />}</FieldFrame>}
      <FieldFrame id={`${id}-note`} label={texts.note} optional>{(f) => <TextInput {...f} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} />}</FieldFrame>
    </WorkDialog>
  );
}

export function BirthDialog({ herd: h, onClose }: { readonly herd: Herd; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const { today } = useSession();
  const birth = useMutation(api.herd.birth.mutationOptions());
  const [key] = useState(newKey);
  const lots = h.units.filter((u) => u.head > 0 && u.tag === null);
  const [unitId, setUnit] = useState(lots[0]?.id ?? '');
  const [heads, setHeads] = useState('');
  const [on, setOn] = useState<string | null>(today);
  const save = async () => {
    await birth.mutateAsync({ key, groupId: h.groupId, on: on ?? today, unitId, head: Number(heads) });
    toast({ text: t('recorded') });
    await refresh();
  };
  return (
    <WorkDialog title={texts.birth} about={lots.length === 0 ? texts.noLots : texts.birthAbout} saveLabel={texts.save} dirty={heads !== ''} onClose={onClose} onSave={save} missing={unitId === '' || Number(heads) < 1 ? t('missingBirth') : null}>
      <FieldFrame id={`${id}-u`} label={texts.into}>
        {(f) => <Select {...f} value={unitId} options={lots.map((u) => ({ value: u.id, label: `${u.species}, ${ANIMAL_CLASS_LABEL[u.class][language]}, ${u.head} ${t('head')} (${u.keeperName})` }))} onChange={(e) => setUnit(e.target.value)} />}
      </FieldFrame>
      <FieldFrame id={`${id}-n`} label={texts.heads}>{(f) => <TextInput {...f} className="short num" inputMode="numeric" value={heads} onChange={(e) => setHeads(whole(e.target.value))} />}</FieldFrame>
      <FieldFrame id={`${id}-on`} label={texts.date}>{(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}</FieldFrame>
    </WorkDialog>
  );
}
