import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Select } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { PARTY_KIND_LABEL, PARTY_KINDS, type PartyKind } from '@anyam/domain/marketplace-broker';
import { useId, useState } from 'react';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { useAreas, useMarketApi, useOptions, type PartyRow } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Catat pengepul atau pembeli', en: 'Add a broker or buyer' },
  edit: { id: 'Ubah data', en: 'Change' },
  name: { id: 'Nama orang atau usaha', en: 'Name of the person or firm' },
  kinds: { id: 'Peran', en: 'Role' },
  serves: { id: 'Melayani', en: 'Serves' },
  any: { id: 'Semua barang dan bahan', en: 'All goods and material' },
  area: { id: 'Wilayah', en: 'Area' },
  addLine: { id: 'Tambah wilayah', en: 'Add an area' },
  remove: { id: 'Hapus', en: 'Remove' },
  kindMissing: { id: 'Pilih paling sedikit satu peran.', en: 'Choose at least one role.' },
});

/** Who buys or brings material, and where. */
export default function PartyDialog({ party, onClose }: { readonly party?: PartyRow; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useMarketApi();
  const { district } = useSession();
  const areas = useAreas();
  const options = useOptions().data;
  const save = useMutation(api.parties.save.mutationOptions());
  const [kinds, setKinds] = useState<readonly PartyKind[]>(party?.kinds ?? ['broker']);
  const [lines, setLines] = useState<readonly { goodsId: string | null; area: string }[]>(party?.coverage.map(({ goodsId, area }) => ({ goodsId, area })) ?? [{ goodsId: null, area: district.code }]);
  const goods = [{ value: '', label: t('any') }, ...[...(options?.products ?? []), ...(options?.materials ?? [])].map((g) => ({ value: g.id, label: g.name }))];
  const known = [...areas, ...(party?.coverage ?? []).filter((c) => areas.every((a) => a.value !== c.area)).map((c) => ({ value: c.area, label: c.areaName }))];
  const change = (at: number, over: Partial<{ goodsId: string | null; area: string }>) => setLines(lines.map((l, i) => (i === at ? { ...l, ...over } : l)));
  return (
    <AskDialog
      title={party ? texts.edit : texts.title} size="md" onClose={onClose} start={{ name: party?.name ?? '', phone: party?.phone ?? '' }}
      asks={[{ name: 'name', label: texts.name, kind: 'text' }, { name: 'phone', label: words.phone, kind: 'text', optional: true }]}
      fault={() => (kinds.length === 0 ? t('kindMissing') : undefined)}
      onSave={(v, key) => save.mutateAsync({ key, id: party?.id ?? null, name: String(v.name ?? ''), phone: String(v.phone ?? ''), kinds: [...kinds], coverage: [...lines] })}
    >
      {() => (
        <>
          <fieldset>
            <legend>{t('kinds')}</legend>
            {PARTY_KINDS.map((k) => (
              <label key={k} className="row"><input type="checkbox" checked={kinds.includes(k)} onChange={(e) => setKinds(e.target.checked ? [...kinds, k] : kinds.filter((x) => x !== k))} />{PARTY_KIND_LABEL[k][language]}</label>
            ))}
          </fieldset>
          <fieldset className="stack">
            <legend>{t('serves')}</legend>
            {lines.map((line, i) => (
              <div className="row" key={i}>
                <FieldFrame id={`${id}-goods-${i}`} label={words.goods}>{(c) => <Select {...c} value={line.goodsId ?? ''} options={goods} onChange={(e) => change(i, { goodsId: e.target.value || null })} />}</FieldFrame>
                <FieldFrame id={`${id}-area-${i}`} label={texts.area}>{(c) => <Select {...c} value={line.area} options={known} onChange={(e) => change(i, { area: e.target.value })} />}</FieldFrame>
                {lines.length > 1 && <Button size="sm" variant="quiet" onClick={() => setLines(lines.filter((_, at) => at !== i))}>{t('remove')}</Button>}
              </div>
            ))}
            <div><Button size="sm" onClick={() => setLines([...lines, { goodsId: null, area: district.code }])}>{t('addLine')}</Button></div>
          </fieldset>
        </>
      )}
    </AskDialog>
  );
}
