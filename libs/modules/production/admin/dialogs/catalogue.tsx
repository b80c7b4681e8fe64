import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Select, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { PRODUCT_KIND_LABEL, PRODUCT_KINDS, unitLabel, type ProductKind } from '@anyam/domain/production';
import { useId, useState } from 'react';
import { useProductionApi, useRefresh, type Catalogue } from '../parts/api.ts';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

export type Editing =
  | { readonly what: 'product'; readonly product: Catalogue['products'][number] | null }
  | { readonly what: 'material'; readonly material: Catalogue['materials'][number] | null }
  | { readonly what: 'norm' };

const texts = defineTexts({
  ...words,
  product: { id: 'Barang', en: 'Goods' },
  norm: { id: 'Takaran bahan', en: 'Norm of material' },
  normAbout: { id: 'Berapa bahan untuk berapa barang, misalnya 3 ikat untuk 2 lembar.', en: 'How much material for how many goods, such as 3 bundles for 2 pieces.' },
  name: { id: 'Nama yang dipakai anggota', en: 'The name that members use' },
  kind: { id: 'Jenis', en: 'Kind' },
  base: { id: 'Satuan terkecil', en: 'Smallest unit' },
  baseHint: { id: 'Semua jumlah disimpan dalam satuan ini: lembar, ikat, ekor, kg.', en: 'All quantities are kept in this unit: lembar, ikat, ekor, kg.' },
  larger: { id: 'Satuan desa yang lebih besar', en: 'Larger units of the village' },
  unit: { id: 'Satuan', en: 'Unit' },
  holds: { id: 'isi', en: 'holds' },
  addUnit: { id: 'Tambah satuan', en: 'Add a unit' },
  dropUnit: { id: 'Hapus satuan {name}', en: 'Remove the unit {name}' },
  grades: { id: 'Mutu, terbaik dahulu', en: 'Grades, best first' },
  gradesHint: { id: 'Pisahkan dengan koma: A, B, C', en: 'Separate by commas: A, B, C' },
  active: { id: 'Dipakai', en: 'In use' },
  missing: { id: 'Isi nama dan satuan terkecil.', en: 'Enter the name and the smallest unit.' },
  missingNorm: { id: 'Isi jumlah bahan dan jumlah barang.', en: 'Enter the quantities of material and goods.' },
  every: { id: 'Semua mutu', en: 'All grades' },
  needs: { id: 'Bahan yang diperlukan', en: 'Material needed' },
  pieces: { id: 'untuk barang sebanyak', en: 'for so many goods' },
});
interface UnitText { readonly name: string; readonly factor: string }

export default function CatalogueDialogs({ editing, catalogue, onClose }: { readonly editing: Editing; readonly catalogue: Catalogue; readonly onClose: () => void }) {
  if (editing.what === 'norm') return <NormDialog catalogue={catalogue} onClose={onClose} />;
  return <ThingDialog editing={editing} onClose={onClose} />;
}

function ThingDialog({ editing, onClose }: { readonly editing: Exclude<Editing, { what: 'norm' }>; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const saveProduct = useMutation(api.catalogue.saveProduct.mutationOptions());
  const saveMaterial = useMutation(api.catalogue.saveMaterial.mutationOptions());
  const [key] = useState(newKey);
  const was = editing.what === 'product' ? editing.product : editing.material;
  const [name, setName] = useState(was?.name ?? '');
  const [kind, setKind] = useState<ProductKind>(editing.what === 'product' ? (editing.product?.kind ?? 'mat') : 'other');
  const [baseUnit, setBase] = useState(was?.baseUnit ?? '');
  const [units, setUnits] = useState<readonly UnitText[]>((was?.units ?? []).map((u) => ({ name: u.name, factor: String(u.factor) })));
  const [grades, setGrades] = useState(editing.what === 'product' ? (editing.product?.grades.join(', ') ?? 'A, B, C') : '');
  const [active, setActive] = useState(was?.active ?? true);
  const change = (at: number, to: Partial<UnitText>) => setUnits((all) => all.map((u, i) => (i === at ? { ...u, ...to } : u)));
  const save = async () => {
    const given = { key, id: was?.id ?? null, name: name.trim(), baseUnit: baseUnit.trim(), units: units.filter((u) => u.name.trim() !== '').map((u) => ({ name: u.name.trim(), factor: Number(u.factor) })), active };
    if (editing.what === 'material') await saveMaterial.mutateAsync(given);
    else await saveProduct.mutateAsync({ ...given, kind, grades: grades.split(',').map((g) => g.trim()).filter((g) => g !== '') });
    toast({ text: t('recorded') });
    await refresh();
  };
  return (
    <WorkDialog title={editing.what === 'product' ? texts.product : texts.material} saveLabel={texts.save} dirty={name !== (was?.name ?? '')} onClose={onClose} onSave={save} missing={name.trim() === '' || baseUnit.trim() === '' ? t('missing') : null}>
      <FieldFrame id={`${id}-n`} label={texts.name}>{(f) => <TextInput {...f} value={name} maxLength={60} onChange={(e) => setName(e.target.value)} />}</FieldFrame>
      {editing.what === 'product' && (
        <FieldFrame id={`${id}-k`} label={texts.kind}>
          {(f) => <Select {...f} className="medium" value={kind} options={PRODUCT_KINDS.map((k) => ({ value: k, label: PRODUCT_KIND_LABEL[k][language] }))} onChange={(e) => setKind(e.target.value as ProductKind)} />}
        </FieldFrame>
      )}
      <FieldFrame id={`${id}-b`} label={texts.base} hint={texts.baseHint}>{(f) => <TextInput {...f} className="short" value={baseUnit} maxLength={20} onChange={(e) => setBase(e.target.value)} />}</FieldFrame>
      <fieldset className="field">
        <legend>{t('larger')}</legend>
        {units.map((u, i) => (
          <div key={i} className="row">
            <TextInput className="short" aria-label={t('unit')} value={u.name} maxLength={20} onChange={(e) => change(i, { name: e.target.value })} />
            <span>{t('holds')}</span>
            <TextInput className="short num" inputMode="numeric" aria-label={`${u.name} ${t('holds')}`} value={u.factor} onChange={(e) => change(i, { factor: e.target.value.replace(/\D/g, '').slice(0, 6) })} />
            <span>{baseUnit}</span>
            <Button size="sm" variant="quiet" aria-label={t('dropUnit', { name: u.name })} onClick={() => setUnits((all) => all.filter((_, at) => at !== i))}>×</Button>
          </div>
        ))}
        {units.length < 8 && <Button size="sm" onClick={() => setUnits((all) => [...all, { name: '', factor: '' }])}>{t('addUnit')}</Button>}
      </fieldset>
      {editing.what === 'product' && <FieldFrame id={`${id}-g`} label={texts.grades} hint={texts.gradesHint}>{(f) => <TextInput {...f} className="medium" value={grades} onChange={(e) => setGrades(e.target.value)} />}</FieldFrame>}
      <label className="choice">
        <input type="checkbox" checked={active} onChange={(e) => setActive(e.target.checked)} />
        <span>{t('active')}</span>
      </label>
    </WorkDialog>
  );
}

function NormDialog({ catalogue: c, onClose }: { readonly catalogue: Catalogue; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const saveNorm = useMutation(api.catalogue.saveNorm.mutationOptions());
  const [key] = useState(newKey);
  const [productId, setProduct] = useState(c.products[0]?.id ?? '');
  const [grade, setGrade] = useState('');
  const [materialId, setMaterial] = useState(c.materials[0]?.id ?? '');
  const [material, setAmount] = useState('');
  const [pieces, setPieces] = useState('');
  const product = c.products.find((p) => p.id === productId);
  const thing = c.materials.find((m) => m.id === materialId);
  const digits = (text: string) => text.replace(/\D/g, '').slice(0, 6);
  const save = async () => {
    await saveNorm.mutateAsync({ key, productId, grade: grade || null, materialId, material: Number(material), pieces: Number(pieces) });
    toast({ text: t('recorded') });
    await refresh();
  };
  return (
    <WorkDialog title={texts.norm} about={texts.normAbout} saveLabel={texts.save} dirty={material !== ''} onClose={onClose} onSave={save} missing={Number(material) < 1 || Number(pieces) < 1 ? t('missingNorm') : null}>
      <div className="row flex-wrap items-start">
        <FieldFrame id={`${id}-p`} label={texts.goods}>
          {(f) => <Select {...f} value={productId} options={c.products.map((p) => ({ value: p.id, label: p.name }))} onChange={(e) => { setProduct(e.target.value); setGrade(''); }} />}
        </FieldFrame>
        <FieldFrame id={`${id}-g`} label={texts.grade}>
          {(f) => <Select {...f} value={grade} placeholder={t('every')} options={(product?.grades ?? []).map((g) => ({ value: g, label: g }))} onChange={(e) => setGrade(e.target.value)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-m`} label={texts.material}>
          {(f) => <Select {...f} value={materialId} options={c.materials.map((m) => ({ value: m.id, label: m.name }))} onChange={(e) => setMaterial(e.target.value)} />}
        </FieldFrame>
      </div>
      <FieldFrame id={`${id}-a`} label={texts.needs}>
        {(f) => <span className="row"><TextInput {...f} className="short num" inputMode="numeric" value={material} onChange={(e) => setAmount(digits(e.target.value))} /><span>{unitLabel(thing?.baseUnit ?? '')[language]}</span></span>}
      </FieldFrame>
      <FieldFrame id={`${id}-q`} label={texts.pieces}>
        {(f) => <span className="row"><TextInput {...f} className="short num" inputMode="numeric" value={pieces} onChange={(e) => setPieces(digits(e.target.value))} /><span>{unitLabel(product?.baseUnit ?? '')[language]}</span></span>}
      </FieldFrame>
    </WorkDialog>
  );
}
