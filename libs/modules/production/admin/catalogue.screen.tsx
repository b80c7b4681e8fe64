import { Plus } from 'lucide-react';
import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { PageHead } from '@anyam/admin-kit/page-head';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { PRODUCT_KIND_LABEL, unitLabel, type Measured } from '@anyam/domain/production';
import { lazy, Suspense, useState } from 'react';
import { useProductionApi, useRefresh, type Catalogue } from './parts/api.ts';
import type { Editing } from './dialogs/catalogue.tsx';
import { words } from './parts/words.ts';

const Dialogs = lazy(() => import('./dialogs/catalogue.tsx'));

const texts = defineTexts({
  ...words,
  title: { id: 'Barang dan bahan', en: 'Goods and material' },
  context: { id: 'Daftar yang dipakai semua kelompok di kabupaten', en: 'The list that all groups of the regency use' },
  back: { id: 'Kembali ke produksi', en: 'Back to production' },
  products: { id: 'Barang yang disetor', en: 'Goods handed in' },
  materials: { id: 'Bahan', en: 'Material' },
  norms: { id: 'Takaran kabupaten', en: "The district's norms" },
  normsNote: { id: 'Berlaku bila musyawarah kelompok tidak memutuskan takarannya sendiri.', en: 'In force where the meeting of a group has not decided its own.' },
  addProduct: { id: 'Barang baru', en: 'New goods' },
  addMaterial: { id: 'Bahan baru', en: 'New material' },
  addNorm: { id: 'Takaran baru', en: 'New norm' },
  name: { id: 'Nama', en: 'Name' },
  kind: { id: 'Jenis', en: 'Kind' },
  units: { id: 'Satuan', en: 'Units' },
  grades: { id: 'Mutu, terbaik dahulu', en: 'Grades, best first' },
  edit: { id: 'Ubah', en: 'Change' },
  remove: { id: 'Hapus', en: 'Remove' },
  off: { id: 'Tidak dipakai', en: 'Not in use' },
  every: { id: 'semua mutu', en: 'all grades' },
  needs: { id: '{material} {unit} {name} untuk {pieces} {base}', en: '{material} {unit} of {name} for {pieces} {base}' },
  none: { id: 'Belum ada daftar untuk wilayah ini.', en: 'There is no list for this area yet.' },
});

export default function CatalogueScreen() {
  const api = useProductionApi();
  const query = useQuery(api.catalogue.list.queryOptions());
  if (query.data) return <Loaded of={query.data} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <SkeletonPage />;
}

function Loaded({ of: c }: { readonly of: Catalogue }) {
  const t = useText(texts);
  const tell = useSay();
  const language = useLanguage();
  const { can } = useSession();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const remove = useMutation(api.catalogue.removeNorm.mutationOptions());
  const [open, setOpen] = useState<Editing | null>(null);
  const keeps = can('production.catalogue');
  const label = (name: string) => unitLabel(name)[language];
  const units = (m: Measured) => [label(m.baseUnit), ...m.units.map((u) => `${label(u.name)} = ${u.factor}`)].join(', ');
  const off = (active: boolean) => !active && <Chip>{t('off')}</Chip>;
  const edit = (editing: Editing) => keeps && <Button size="sm" variant="quiet" onClick={() => setOpen(editing)}>{t('edit')}</Button>;
  return (
    <div className="stack">
      <PageHead title={texts.title} context={t('context')} actions={can('production.board') && <Button href="/produksi">{t('back')}</Button>} />
      {c.products.length === 0 && <Notice tone="info">{t('none')}</Notice>}
      <Card title={texts.products} flush actions={keeps && <Button size="sm" icon={Plus} onClick={() => setOpen({ what: 'product', product: null })}>{t('addProduct')}</Button>}>
        <RowsTable
          caption={texts.products} rows={c.products} rowId={(p) => p.id}
          columns={[
            { id: 'name', header: texts.name, cell: (p) => <><b>{p.name}</b> {off(p.active)}</> },
            { id: 'kind', header: texts.kind, cell: (p) => tell(PRODUCT_KIND_LABEL[p.kind]) },
            { id: 'units', header: texts.units, cell: units, wrap: true },
            { id: 'grades', header: texts.grades, cell: (p) => p.grades.join(', ') },
            { id: 'edit', header: texts.edit, cell: (p) => edit({ what: 'product', product: p }) },
          ]}
        />
      </Card>
      <Card title={texts.materials} flush actions={keeps && <Button size="sm" icon={Plus} onClick={() => setOpen({ what: 'material', material: null })}>{t('addMaterial')}</Button>}>
        <RowsTable
          caption={texts.materials} rows={c.materials} rowId={(m) => m.id}
          columns={[
            { id: 'name', header: texts.name, cell: (m) => <><b>{m.name}</b> {off(m.active)}</> },
            { id: 'units', header: texts.units, cell: units, wrap: true },
            { id: 'edit', header: texts.edit, cell: (m) => edit({ what: 'material', material: m }) },
          ]}
        />
      </Card>
      <Card title={texts.norms} note={texts.normsNote} flush actions={keeps && <Button size="sm" icon={Plus} onClick={() => setOpen({ what: 'norm' })}>{t('addNorm')}</Button>}>
        <RowsTable
          caption={texts.norms} rows={c.norms} rowId={(n) => n.id}
          columns={[
            { id: 'goods', header: texts.goods, cell: (n) => <><b>{c.products.find((p) => p.id === n.productId)?.name}</b> {n.grade ?? t('every')}</> },
            { id: 'norm', header: texts.norms, wrap: true, cell: (n) => {
              const material = c.materials.find((m) => m.id === n.materialId);
              const product = c.products.find((p) => p.id === n.productId);
              return t('needs', { material: n.material, unit: label(material?.baseUnit ?? ''), name: material?.name ?? '', pieces: n.pieces, base: label(product?.baseUnit ?? '') });
            } },
            { id: 'remove', header: texts.remove, cell: (n) => keeps && (
              <Button size="sm" variant="quiet" busy={remove.isPending} onClick={() => void remove.mutateAsync({ id: n.id }).then(refresh, () => toast({ text: t('none'), tone: 'bad' }))}>{t('remove')}</Button>
            ) },
          ]}
        />
      </Card>
      <Suspense>{open && <Dialogs editing={open} catalogue={c} onClose={() => setOpen(null)} />}</Suspense>
    </div>
  );
}
