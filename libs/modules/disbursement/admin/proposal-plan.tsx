import { useMutation } from '@anyam/admin-kit/api';
import { Button, IconButton } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { EmptyState, ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { BUDGET_CATEGORY_LABEL } from '@anyam/domain/disbursement';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { newKey, useAidApi, useRefresh, type Proposal } from './parts/api.ts';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { words } from './parts/words.ts';
import { amountOf, draftOf, emptyLine, faultsOf, planOf, sumOf, type Draft, type DraftLine, type LineFault } from './proposal-draft.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Rencana anggaran biaya (RAB)', en: 'Budget plan (RAB)' },
  rule: { id: 'Jumlah usulan mengikuti jumlah RAB. Banyaknya ditulis bulat: setengah kilogram menjadi 500 gram.', en: 'The amount asked for follows the sum of the plan. Quantities are whole: half a kilogram is 500 gram.' },
  purpose: { id: 'Tujuan penggunaan', en: 'Purpose' },
  description: { id: 'Uraian', en: 'Description' },
  quantity: { id: 'Banyaknya', en: 'Quantity' },
  unit: { id: 'Satuan', en: 'Unit' },
  price: { id: 'Harga satuan (Rp)', en: 'Unit price (Rp)' },
  category: { id: 'Golongan', en: 'Category' },
  row: { id: '{field}, baris {n}', en: '{field}, line {n}' },
  removeRow: { id: 'Hapus baris {n}', en: 'Remove line {n}' },
  actions: { id: 'Tindakan', en: 'Actions' },
  add: { id: 'Tambah baris', en: 'Add a line' },
  save: { id: 'Simpan RAB', en: 'Save the plan' },
  undo: { id: 'Batalkan perubahan', en: 'Discard changes' },
  saved: { id: 'RAB tersimpan.', en: 'The plan was saved.' },
  none: { id: 'RAB belum berisi', en: 'The plan is empty' },
  noneText: { id: 'Tambahkan barang yang akan dibeli kelompok, satu baris untuk satu barang.', en: 'Add what the group will buy, one line for one thing.' },
  noneRead: { id: 'RAB diisi oleh operator atau pendamping selama usulan masih draf atau perlu perbaikan.', en: 'Operators and facilitators fill in the plan while the proposal is a draft or needs correction.' },
  sum: { id: 'Jumlah RAB', en: 'Sum of the plan' },
  requested: { id: 'Diusulkan', en: 'Requested' },
  limit: { id: 'Batas untuk {n} anggota', en: 'Limit for {n} members' },
  left: { id: 'Sisa sampai batas', en: 'Left under the limit' },
  over: { id: 'Melebihi batas', en: 'Over the limit' },
  available: { id: 'Sisa pagu program', en: 'Left of the programme' },
  differs: { id: 'Usulan yang tersimpan berbeda dari jumlah RAB. Simpan RAB untuk menyamakannya.', en: 'The stored request differs from the sum of the plan. Save the plan to make them equal.' },
  mend: { id: 'Lengkapi isian yang ditandai, lalu simpan lagi.', en: 'Complete the marked fields, then save again.' },
  changed: { id: 'RAB ini baru saja diubah orang lain. Menyimpan akan mengganti perubahannya.', en: 'Somebody else just changed this plan. Saving replaces their change.' },
  descriptionFault: { id: 'Isi uraian.', en: 'Enter a description.' },
  quantityFault: { id: 'Isi 1 sampai 1.000.000.', en: 'Enter 1 to 1,000,000.' },
  unitFault: { id: 'Isi satuan.', en: 'Enter a unit.' },
  unitPriceFault: { id: 'Isi Rp1 sampai Rp1 miliar.', en: 'Enter Rp 1 to Rp 1 billion.' },
});

export interface PlanProps {
  readonly proposal: Proposal;
  /** What is typed and not stored; held by the screen, so that another tab does not lose it. */
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
}

export function PlanTab({ proposal: p, draft, onDraft }: PlanProps) {
  const t = useText(texts);
  const total = draft ? sumOf(draft.lines) : p.planTotal;
  const left = p.limit - total;
  return (
    <div className="stack">
      <Card>
        <Facts
          items={[
            { label: texts.sum, value: <b><Money amount={total} /></b> },
            { label: texts.requested, value: <Money amount={p.requested} /> },
            { label: t('limit', { n: p.group.members }), value: <Money amount={p.limit} /> },
            { label: left < 0n ? texts.over : texts.left, value: left < 0n ? <><Money amount={-left} /> <Chip tone="bad" mark="sign">{texts.over}</Chip></> : <Money amount={left} /> },
            { label: texts.available, value: <Money amount={p.available} /> },
          ]}
        />
      </Card>
      {p.editable ? <Editor proposal={p} draft={draft} onDraft={onDraft} /> : <ReadOnly proposal={p} />}
    </div>
  );
}

function ReadOnly({ proposal: p }: { readonly proposal: Proposal }) {
  const t = useText(texts);
  const say = useSay();
  return (
    <Card title={texts.title} {...(p.purpose ? { note: p.purpose } : {})} flush={p.plan.length > 0}>
      <RowsTable
        caption={texts.title}
        rows={p.plan}
        rowId={(l) => l.id}
        empty={<EmptyState title={texts.none} text={t('noneRead')} />}
        columns={[
          { id: 'description', header: texts.description, wrap: true, cell: (l) => l.description },
          { id: 'category', header: texts.category, cell: (l) => say(BUDGET_CATEGORY_LABEL[l.category]) },
          { id: 'quantity', header: texts.quantity, end: true, cell: (l) => <span className="num">{l.quantity.toLocaleString('id-ID')} {l.unit}</span> },
          { id: 'price', header: texts.price, end: true, cell: (l) => <Money amount={l.unitPrice} bare /> },
          { id: 'amount', header: texts.amount, end: true, cell: (l) => <Money amount={l.amount} bare />, foot: <b><Money amount={p.planTotal} bare /></b> },
        ]}
      />
    </Card>
  );
}

function Editor({ proposal: p, draft, onDraft }: PlanProps) {
  const t = useText(texts);
  const id = useId();
  const api = useAidApi();
  const refresh = useRefresh();
  const toast = useToast();
  const store = useMutation(api.proposals.saveBudgetPlan.mutationOptions());
  const [tried, setTried] = useState(false);
  const now = draft ?? draftOf(p);
  const change = (part: Partial<Draft>) => {
    store.reset();
    onDraft({ ...now, ...part, key: newKey() });
  };
  const changeLine = (at: string, part: Partial<DraftLine>) => change({ lines: now.lines.map((l) => (l.id === at ? { ...l, ...part } : l)) });
  const wrong = now.lines.some((l) => faultsOf(l).length > 0);
  const differs = !draft && p.plan.length > 0 && p.requested !== p.planTotal;

  const save = async () => {
    setTried(true);
    if (wrong) return document.getElementById(`${id}-fault`)?.focus();
    const lines = now.lines.flatMap((l) => (l.quantity === null || l.unitPrice === null ? [] : [{ ...l, description: l.description.trim(), unit: l.unit.trim(), quantity: l.quantity, unitPrice: l.unitPrice }]));
    try {
      await store.mutateAsync({ id: p.id, key: now.key, version: now.version, requested: sumOf(now.lines), purpose: now.purpose.trim(), lines });
    } catch {
      return; // Shown from the mutation.
    }
    await refresh();
    setTried(false);
    onDraft(null);
    toast({ text: t('saved') });
  };

  return (
    <Card title={texts.title} note={texts.rule}>
      <div className="stack">
        {differs && <Notice tone="warn" title={texts.differs} />}
        {draft && draft.base !== planOf(p) && <Notice tone="warn" title={texts.changed} />}
        <div id={`${id}-fault`} tabIndex={-1}>{tried && wrong && <Notice tone="bad" title={texts.mend} />}</div>
        <ErrorNotice error={store.error} />
        <FieldFrame id={`${id}-purpose`} label={texts.purpose} optional>
          {(c) => <textarea {...c} className="ctl" rows={2} maxLength={500} value={now.purpose} onChange={(e) => change({ purpose: e.target.value })} />}
        </FieldFrame>
        {now.lines.length === 0 ? (
          <EmptyState title={texts.none} text={texts.noneText} />
        ) : (
          <div className="table-wrap" tabIndex={0} role="region" aria-label={t('title')}>
            <table className="data">
              <caption className="sr">{t('title')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('description')}</th>
                  <th scope="col" className="num">{t('quantity')}</th>
                  <th scope="col">{t('unit')}</th>
                  <th scope="col" className="num">{t('price')}</th>
                  <th scope="col" className="num">{t('amount')}</th>
                  <th scope="col"><span className="sr">{t('actions')}</span></th>
                </tr>
              </thead>
              <tbody>
                {now.lines.map((l, i) => (
                  <LineRow key={l.id} line={l} no={i + 1} tried={tried} findings={draft ? [] : p.checks.filter((c) => c.where === l.id)} onChange={(part) => changeLine(l.id, part)} onRemove={() => change({ lines: now.lines.filter((x) => x.id !== l.id) })} />
                ))}
              </tbody>
              <tfoot>
                <tr>
                  <td colSpan={4}>{t('total')}</td>
                  <td className="num" data-label={t('amount')}><b><Money amount={sumOf(now.lines)} bare /></b></td>
                  <td />
                </tr>
              </tfoot>
            </table>
          </div>
        )}
        <div className="row">
          {now.lines.length < 100 && <Button icon={Plus} onClick={() => change({ lines: [...now.lines, emptyLine()] })}>{t('add')}</Button>}
          {draft && <Button variant="quiet" onClick={() => (store.reset(), setTried(false), onDraft(null))}>{t('undo')}</Button>}
          {(draft || differs) && <Button variant="primary" busy={store.isPending} onClick={() => void save()}>{t('save')}</Button>}
        </div>
      </div>
    </Card>
  );
}

interface LineProps {
  readonly line: DraftLine;
  readonly no: number;
  readonly tried: boolean;
  readonly findings: Proposal['checks'];
  readonly onChange: (part: Partial<DraftLine>) => void;
  readonly onRemove: () => void;
}

function LineRow({ line: l, no, tried, findings, onChange, onRemove }: LineProps) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const faults = tried ? faultsOf(l) : [];
  const control = (fault: LineFault, label: string) => ({
    'aria-label': t('row', { field: label, n: no }),
    'aria-invalid': faults.includes(fault),
    'aria-describedby': faults.includes(fault) ? `${id}-${fault}` : undefined,
  });
  const fault = (which: LineFault) => faults.includes(which) && <div className="field-error" id={`${id}-${which}`}>{t(`${which}Fault`)}</div>;
  const digits = (text: string) => {
    const plain = text.replace(/\D/g, '').slice(0, 9);
    return plain === '' ? null : BigInt(plain);
  };
  return (
    <tr>
      <td className="wrap" style={{ minWidth: 190 }}>
        <TextInput {...control('description', t('description'))} value={l.description} maxLength={200} placeholder={t('description')} autoComplete="off" onChange={(e) => onChange({ description: e.target.value })} />
        <Select aria-label={t('row', { field: t('category'), n: no })} value={l.category} options={Object.entries(BUDGET_CATEGORY_LABEL).map(([value, label]) => ({ value, label: label[language] }))} onChange={(e) => onChange({ category: e.target.value as DraftLine['category'] })} />
        {fault('description')}
        {findings.map((f) => <div key={f.code} className="field-error">{say(f.text)}</div>)}
      </td>
      <td className="num" data-label={t('quantity')}>
        <div>
          <TextInput {...control('quantity', t('quantity'))} className="num" style={{ width: 76, textAlign: 'right' }} inputMode="numeric" autoComplete="off" value={l.quantity === null ? '' : String(l.quantity)} onChange={(e) => onChange({ quantity: digits(e.target.value) })} />
          {fault('quantity')}
        </div>
      </td>
      <td data-label={t('unit')}>
        <div>
          <TextInput {...control('unit', t('unit'))} style={{ width: 92 }} maxLength={40} autoComplete="off" value={l.unit} onChange={(e) => onChange({ unit: e.target.value })} />
          {fault('unit')}
        </div>
      </td>
      <td className="num" data-label={t('price')}>
        <div>
          <MoneyInput {...control('unitPrice', t('price'))} style={{ textAlign: 'right', minWidth: 128 }} value={l.unitPrice} onChange={(unitPrice) => onChange({ unitPrice })} />
          {fault('unitPrice')}
        </div>
      </td>
      <td className="num" data-label={t('amount')}><Money amount={amountOf(l)} bare /></td>
      <td>
        <IconButton icon={Trash2} label={t('removeRow', { n: no })} onClick={onRemove} />
      </td>
    </tr>
  );
}
