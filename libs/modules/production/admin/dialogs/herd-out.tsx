import { readApiError, useMutation } from '@anyam/admin-kit/api';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { useSession } from '@anyam/admin-kit/session';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { ANIMAL_CLASS_LABEL, DEATH_CAUSE_LABEL, DEATH_CAUSES, HERD_KIND_LABEL, OUT_KINDS, type DeathCause, type OutKind } from '@anyam/domain/production';
import { useId, useState } from 'react';
import { useProductionApi, useRefresh, type Herd } from '../parts/api.ts';
import { uploadFile } from '@anyam/admin-kit/files';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Ternak keluar atau mati', en: 'Animals go or die' },
  kind: { id: 'Yang terjadi', en: 'What happened' },
  animal: { id: 'Ternak', en: 'Animal' },
  heads: { id: 'Jumlah ekor', en: 'Head' },
  price: { id: 'Harga jual', en: 'Price' },
  into: { id: 'Uang masuk ke', en: 'Money goes to' },
  cause: { id: 'Sebab kematian', en: 'Cause of death' },
  chooseCause: { id: 'Pilih sebab', en: 'Choose the cause' },
  photo: { id: 'Foto ternak yang mati', en: 'Photo of the dead animal' },
  photoHint: { id: 'Tanpa foto, pilih paling sedikit dua saksi selain pemeliharanya.', en: 'Without a photo choose at least two witnesses other than the keeper.' },
  photoThere: { id: 'Foto terunggah.', en: 'The photo is uploaded.' },
  witnesses: { id: 'Saksi', en: 'Witnesses' },
  report: { id: 'Nomor laporan polisi atau desa', en: 'Number of the report to police or village' },
  warned: { id: 'Peringatan sudah dibaca. Dengan alasan di catatan, simpan sekali lagi.', en: 'The warning was read. With the reason in the note, save once more.' },
  missing: { id: 'Pilih ternak dan isi jumlah ekor.', en: 'Choose the animal and enter the head.' },
  missingPrice: { id: 'Isi harga jualnya.', en: 'Enter the price.' },
});

export default function TakeOutDialog({ herd: h, onClose }: { readonly herd: Herd; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const { today } = useSession();
  const out = useMutation(api.herd.takeOut.mutationOptions());
  const [key] = useState(newKey);
  const living = h.units.filter((u) => u.head > 0);
  const [unitId, setUnit] = useState(living[0]?.id ?? '');
  const [kind, setKind] = useState<OutKind>('sale');
  const [heads, setHeads] = useState('1');
  const [on, setOn] = useState<string | null>(today);
  const [price, setPrice] = useState<bigint | null>(null);
  const [purse, setPurse] = useState<'cash' | 'bank'>('cash');
  const [cause, setCause] = useState<DeathCause | ''>('');
  const [photoId, setPhoto] = useState<string | null>(null);
  const [witnessIds, setWitnesses] = useState<readonly string[]>([]);
  const [reportNo, setReport] = useState('');
  const [note, setNote] = useState('');
  const [warned, setWarned] = useState(false);
  const unit = living.find((u) => u.id === unitId);
  const save = async () => {
    try {
      await out.mutateAsync({
        key, groupId: h.groupId, on: on ?? today, note: note.trim() || null, kind, unitId, head: unit?.tag ? 1 : Number(heads), price: kind === 'sale' ? (price ?? 0n) : 0n, purse: kind === 'sale' ? purse : null,
        cause: kind === 'death' ? cause || null : null, photoId: kind === 'death' ? photoId : null, witnessIds: kind === 'death' ? [...witnessIds] : [], reportNo: kind === 'theft' ? reportNo : '', despite: warned,
      });
    } catch (error) {
      if (readApiError(error).code === 'WARNING_UNREAD') setWarned(true);
      throw error;
    }
    toast({ text: t('recorded') });
    await refresh();
  };
  return (
    <WorkDialog
      title={texts.title} saveLabel={texts.save} dirty={note !== '' || price !== null} onClose={onClose} onSave={save}
      missing={unitId === '' || Number(heads) < 1 ? t('missing') : kind === 'sale' && !price ? t('missingPrice') : null}
    >
      {warned && <Notice tone="warn">{t('warned')}</Notice>}
      <FieldFrame id={`${id}-k`} label={texts.kind}>
        {(f) => <Select {...f} className="medium" value={kind} options={OUT_KINDS.map((k) => ({ value: k, label: HERD_KIND_LABEL[k][language] }))} onChange={(e) => { setKind(e.target.value as OutKind); setWarned(false); }} />}
      </FieldFrame>
      <FieldFrame id={`${id}-u`} label={texts.animal}>
        {(f) => <Select {...f} value={unitId} options={living.map((u) => ({ value: u.id, label: `${u.species} ${u.tag ?? ''} ${ANIMAL_CLASS_LABEL[u.class][language]}, ${u.head} ${t('head')} (${u.keeperName})` }))} onChange={(e) => setUnit(e.target.value)} />}
      </FieldFrame>
      <div className="row flex-wrap items-start">
        {!unit?.tag && <FieldFrame id={`${id}-n`} label={texts.heads}>{(f) => <TextInput {...f} className="short num" inputMode="numeric" value={heads} onChange={(e) => setHeads(e.target.value.replace(/\D/g, '').slice(0, 5))} />}</FieldFrame>}
        <FieldFrame id={`${id}-on`} label={texts.date}>{(f) => <DateInput {...f} className="medium" value={on} onChange={setOn} />}</FieldFrame>
      </div>
      {kind === 'sale' && (
        <div className="row flex-wrap items-start">
          <FieldFrame id={`${id}-p`} label={texts.price}>{(f) => <MoneyInput {...f} className="medium" value={price} onChange={setPrice} />}</FieldFrame>
          <FieldFrame id={`${id}-w`} label={texts.into}>{(f) => <Select {...f} className="short" value={purse} options={[{ value: 'cash', label: t('cash') }, { value: 'bank', label: t('bank') }]} onChange={(e) => setPurse(e.target.value as 'cash' | 'bank')} />}</FieldFrame>
        </div>
      )}
      {kind === 'death' && (
        <>
          <FieldFrame id={`${id}-c`} label={texts.cause}>
            {(f) => <Select {...f} className="medium" value={cause} placeholder={t('chooseCause')} options={DEATH_CAUSES.map((c) => ({ value: c, label: DEATH_CAUSE_LABEL[c][language] }))} onChange={(e) => setCause(e.target.value as DeathCause | '')} />}
          </FieldFrame>
          {photoId === null
            ? <FileDrop label={texts.photo} hint={texts.photoHint} accept="image/*" maxMb={10} camera upload={async (file, onShare, signal) => setPhoto(await uploadFile(file, onShare, signal))} />
            : <Notice tone="ok">{t('photoThere')}</Notice>}
          <fieldset className="field">
            <legend>{t('witnesses')}</legend>
            {h.members.filter((m) => m.id !== unit?.keeperId).map((m) => (
              <label key={m.id} className="choice">
                <input type="checkbox" checked={witnessIds.includes(m.id)} onChange={(e) => setWitnesses((all) => (e.target.checked ? [...all, m.id] : all.filter((x) => x !== m.id)))} />
                <span>{m.name}</span>
              </label>
            ))}
          </fieldset>
        </>
      )}
      {kind === 'theft' && <FieldFrame id={`${id}-r`} label={texts.report}>{(f) => <TextInput {...f} className="medium" value={reportNo} maxLength={60} onChange={(e) => setReport(e.target.value)} />}</FieldFrame>}
      <FieldFrame id={`${id}-note`} label={texts.note} optional={!warned}>{(f) => <TextInput {...f} value={note} maxLength={500} onChange={(e) => setNote(e.target.value)} />}</FieldFrame>
    </WorkDialog>
  );
}
