import { useMutation } from '@anyam/admin-kit/api';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { ANIMAL_CLASS_LABEL } from '@anyam/domain/production';
import { useId, useState } from 'react';
import { useProductionApi, useRefresh, type Herd } from '../parts/api.ts';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Hitung ternak', en: 'Count the livestock' },
  about: { id: 'Isi yang terlihat di kandang, bukan yang tertulis di buku. Ditandatangani pendamping dan satu orang dari OPD lain. Yang berbeda menjadi kasus untuk diselesaikan.', en: 'Enter what is seen, not what the book says. Signed by the facilitator and somebody of another agency. What differs becomes a case to settle.' },
  facilitator: { id: 'Pendamping yang menghitung', en: 'Facilitator who counted' },
  agency: { id: 'Nama dan OPD penanda tangan kedua', en: 'Name and agency of the second signer' },
  missing: { id: 'Isi jumlah setiap ternak; yang tidak terlihat diisi nol.', en: 'Enter the head of every line; zero for what was not seen.' },
  seen: { id: 'terlihat', en: 'seen' },
  same: { id: 'Tercatat, cocok dengan buku.', en: 'Recorded; it agrees with the book.' },
  differs: { id: 'Tercatat, {n} selisih menjadi kasus.', en: 'Recorded; {n} differences became cases.' },
});

export default function CountDialog({ herd: h, onClose }: { readonly herd: Herd; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const { today } = useSession();
  const count = useMutation(api.herd.count.mutationOptions());
  const [key] = useState(newKey);
  const living = h.units.filter((u) => u.head > 0);
  const [seen, setSeen] = useState<Readonly<Record<string, string>>>({});
  const [on, setOn] = useState<string | null>(today);
  const [facilitator, setFacilitator] = useState(h.facilitatorName ?? '');
  const [agencySigner, setAgency] = useState('');
  const save = async () => {
    const { cases } = await count.mutateAsync({ key, groupId: h.groupId, on: on ?? today, facilitator, agencySigner, lines: living.map((u) => ({ unitId: u.id, head: Number(seen[u.id] ?? 0) })) });
    toast({ text: cases === 0 ? t('same') : t('differs', { n: cases }), tone: cases === 0 ? 'ok' : 'info' });
    await refresh();
  };
  return (
    <WorkDialog title={texts.title} about={texts.about} saveLabel={texts.save} dirty={Object.keys(seen).length > 0} onClose={onClose} onSave={save} missing={living.some((u) => (seen[u.id] ?? '') === '') ? t('missing') : null}>
      <FieldFrame id={`${id}-on`} label={texts.date}>{(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}</FieldFrame>
      {living.map((u) => (
        <FieldFrame key={u.id} id={`${id}-${u.id}`} label={`${u.species} ${u.tag ?? ''} ${ANIMAL_CLASS_LABEL[u.class][language]}, ${u.keeperName}`}>
          {(f) => (
            <span className="row">
              <TextInput {...f} className="short num" inputMode="numeric" value={seen[u.id] ?? ''} onChange={(e) => setSeen((all) => ({ ...all, [u.id]: e.target.value.replace(/\D/g, '').slice(0, 5) }))} />
              <span>{t('head')} {t('seen')}</span>
            </span>
          )}
        </FieldFrame>
      ))}
      <FieldFrame id={`${id}-a`} label={texts.facilitator}>{(f) => <TextInput {...f} value={facilitator} maxLength={80} onChange={(e) => setFacilitator(e.target.value)} />}</FieldFrame>
      <FieldFrame id={`${id}-b`} label={texts.agency}>{(f) => <TextInput {...f} value={agencySigner} maxLength={80} onChange={(e) => setAgency(e.target.value)} />}</FieldFrame>
    </WorkDialog>
  );
}
