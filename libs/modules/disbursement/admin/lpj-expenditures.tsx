import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { FieldFrame } from '@anyam/admin-kit/form';
import { DateText, Money } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useId, useState } from 'react';
import { freshExpenditure, isDay, sumOf, type Expenditure } from './lpj-draft.ts';
import type { Lpj } from './parts/api.ts';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { uploadFile } from '@anyam/admin-kit/files';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Belanja menurut RAB', en: 'Spending by budget line' },
  add: { id: 'Tambah belanja', en: 'Add an expenditure' },
  edit: { id: 'Ubah', en: 'Edit' },
  editOf: { id: 'Ubah belanja {name}', en: 'Edit {name}' },
  removeOf: { id: 'Hapus belanja {name}', en: 'Remove {name}' },
  editTitle: { id: 'Belanja', en: 'Expenditure' },
  planned: { id: 'Rencana', en: 'Planned' },
  spent: { id: 'Dibelanjakan', en: 'Spent' },
  lineFigures: { id: 'Rencana seluruh RAB dan belanja sejak tahap pertama.', en: 'The plan as a whole, and spending since the first tranche.' },
  over: { id: 'Melebihi rencana', en: 'Over the plan' },
  none: { id: 'Belum ada belanja', en: 'No expenditures yet' },
  noneText: { id: 'Tambahkan setiap belanja dengan kuitansinya.', en: 'Add each expenditure with its receipt.' },
  noneOnLine: { id: 'Belum ada belanja pada baris ini.', en: 'Nothing was spent on this line yet.' },
  line: { id: 'Baris RAB', en: 'Budget line' },
  chooseLine: { id: 'Pilih baris RAB', en: 'Choose a line' },
  payee: { id: 'Penerima uang', en: 'Paid to' },
  goods: { id: 'Barang atau jasa', en: 'Goods or service' },
  amountOf: { id: 'Jumlah', en: 'Amount' },
  proof: { id: 'Bukti', en: 'Proof' },
  receipt: { id: 'Kuitansi', en: 'Receipt' },
  receiptHint: { id: 'Foto atau PDF. Bila tidak ada, tulis dua saksi.', en: 'A photo or PDF. Without one, name two witnesses.' },
  witness: { id: 'Saksi {n}', en: 'Witness {n}' },
  witnesses: { id: 'Saksi: {names}', en: 'Witnesses: {names}' },
  noProof: { id: 'Belum ada bukti', en: 'No proof' },
  dropReceipt: { id: 'Lepaskan kuitansi', en: 'Take the receipt off' },
  actions: { id: 'Tindakan', en: 'Action' },
  put: { id: 'Masukkan ke LPJ', en: 'Put on the report' },
  lineMissing: { id: 'Pilih baris RAB.', en: 'Choose a budget line.' },
  fill: { id: 'Wajib diisi.', en: 'Required.' },
  dateMissing: { id: 'Isi tanggal, misalnya 12-05-2020.', en: 'Enter a date, for example 12-05-2020.' },
  amountMissing: { id: 'Isi jumlah lebih dari nol.', en: 'Enter an amount over zero.' },
  proofMissing: { id: 'Unggah kuitansi, atau tulis nama dua saksi yang berbeda.', en: 'Upload the receipt, or name two different witnesses.' },
});

/** Each budget line with what was bought on it. */
export function Expenditures({ lpj: d, list, onChange }: { readonly lpj: Lpj; readonly list: readonly Expenditure[]; readonly onChange: ((list: readonly Expenditure[]) => void) | null }) {
  const t = useText(texts);
  const { today } = useSession();
  const [editing, setEditing] = useState<Expenditure | null>(null);
  const put = (e: Expenditure) => onChange?.(list.some((x) => x.id === e.id) ? list.map((x) => (x.id === e.id ? e : x)) : [...list, e]);
  const on = (source: readonly Expenditure[], line: string) => source.filter((e) => e.budgetLineId === line);
  return (
    <Card title={texts.title} note={texts.lineFigures} actions={onChange && <Button size="sm" onClick={() => setEditing(freshExpenditure(today, ''))}>{t('add')}</Button>}>
      {d.lines.length === 0 && <EmptyState title={texts.none} text={texts.noneText} heading="h3" />}
      {d.lines.map((line) => {
        const rows = on(list, line.budgetLineId);
        // The server's figure holds earlier tranches too; only what is typed here differs from it.
        const spent = line.spent - sumOf(on(d.expenditures, line.budgetLineId)) + sumOf(rows);
        return (
          <section key={line.budgetLineId} className="stack">
            <div className="row">
              <h3>{line.description}</h3>
              <span className="muted small">{t('planned')} <Money amount={line.planned} /> · {t('spent')} <Money amount={spent} /></span>
              {spent > line.planned && <Chip tone="warn" mark="sign">{texts.over}</Chip>}
            </div>
            <RowsTable<Expenditure>
              caption={line.description}
              rows={rows}
              rowId={(e) => e.id}
              empty={<p className="muted small">{t('noneOnLine')}</p>}
              columns={[
                { id: 'goods', header: texts.goods, wrap: true, cell: (e) => <><b>{e.goods}</b><span className="sub">{e.payee}</span></> },
                { id: 'on', header: words.date, cell: (e) => <DateText value={e.on} style="short" /> },
                { id: 'proof', header: texts.proof, wrap: true, cell: (e) => <Proof of={e} /> },
                { id: 'amount', header: words.amount, end: true, cell: (e) => <Money amount={e.amount} bare />, foot: <Money amount={sumOf(rows)} bare /> },
                ...(onChange
                  ? [{
                      id: 'act', header: texts.actions, cell: (e: Expenditure) => (
                        <span className="row">
                          <Button size="sm" variant="quiet" aria-label={t('editOf', { name: e.goods })} onClick={() => setEditing(e)}>{t('edit')}</Button>
                          <Button size="sm" variant="quiet" aria-label={t('removeOf', { name: e.goods })} onClick={() => onChange(list.filter((x) => x.id !== e.id))}>{t('remove')}</Button>
                        </span>
                      ),
                    }]
                  : []),
              ]}
            />
          </section>
        );
      })}
      {editing && <ExpenditureDialog lpj={d} start={editing} onClose={() => setEditing(null)} onPut={put} />}
    </Card>
  );
}

function Proof({ of: e }: { readonly of: Expenditure }) {
  const t = useText(texts);
  if (e.receiptFileId) return <a href={`/files/${e.receiptFileId}`} target="_blank" rel="noreferrer">{e.receiptName ?? t('receipt')}</a>;
  if (e.witnesses.length > 0) return <>{t('witnesses', { names: e.witnesses.join(', ') })}</>;
  return <Chip tone="warn" mark="sign">{texts.noProof}</Chip>;
}

function ExpenditureDialog({ lpj: d, start, onClose, onPut }: { readonly lpj: Lpj; readonly start: Expenditure; readonly onClose: () => void; readonly onPut: (e: Expenditure) => void }) {
  const t = useText(texts);
  const id = useId();
  const [line, setLine] = useState(start.budgetLineId);
  const [goods, setGoods] = useState(start.goods);
  const [payee, setPayee] = useState(start.payee);
  const [on, setOn] = useState<string | null>(start.on);
  const [amount, setAmount] = useState<bigint | null>(start.amount === 0n ? null : start.amount);
  const [file, setFile] = useState(start.receiptFileId ? { id: start.receiptFileId, name: start.receiptName ?? t('receipt') } : null);
  const [first, setFirst] = useState(start.witnesses[0] ?? '');
  const [second, setSecond] = useState(start.witnesses[1] ?? '');
  const [tried, setTried] = useState(false);
  const [touched, setTouched] = useState(false);
  const witnesses = [...new Set([first.trim(), second.trim(), ...start.witnesses.slice(2)].filter(Boolean))];
  const faults = {
    line: line === '' ? t('lineMissing') : undefined,
    goods: goods.trim() === '' ? t('fill') : undefined,
    payee: payee.trim() === '' ? t('fill') : undefined,
    on: isDay(on) ? undefined : t('dateMissing'),
    amount: amount !== null && amount > 0n ? undefined : t('amountMissing'),
    proof: file || witnesses.length >= 2 ? undefined : t('proofMissing'),
  };
  const error = (k: keyof typeof faults) => (tried ? faults[k] : undefined);
  const put = () => {
    setTried(true);
    const bad = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
    if (bad || !isDay(on) || amount === null) return document.getElementById(`${id}-${bad}`)?.focus();
    onPut({ ...start, budgetLineId: line, goods: goods.trim(), payee: payee.trim(), on, amount, receiptFileId: file?.id ?? null, receiptName: file?.name ?? null, witnesses });
    onClose();
  };
  return (
    <Dialog
      open onClose={onClose} title={texts.editTitle} dirty={touched}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" onClick={put}>{t('put')}</Button></>}
    >
      <div onInput={() => setTouched(true)}>
        <FieldFrame id={`${id}-line`} label={texts.line} error={error('line')}>
          {(c) => <Select {...c} value={line} placeholder={t('chooseLine')} options={d.lines.map((l) => ({ value: l.budgetLineId, label: l.description }))} onChange={(e) => setLine(e.target.value)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-goods`} label={texts.goods} error={error('goods')}>
          {(c) => <TextInput {...c} value={goods} maxLength={200} onChange={(e) => setGoods(e.target.value)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-payee`} label={texts.payee} error={error('payee')}>
          {(c) => <TextInput {...c} value={payee} maxLength={120} onChange={(e) => setPayee(e.target.value)} />}
        </FieldFrame>
        <FieldFrame id={`${id}-on`} label={texts.date} error={error('on')}>
          {(c) => <DateInput {...c} value={on} onChange={setOn} />}
        </FieldFrame>
        <FieldFrame id={`${id}-amount`} label={texts.amountOf} error={error('amount')}>
          {(c) => <MoneyInput {...c} value={amount} onChange={setAmount} words={terbilangRupiah} />}
        </FieldFrame>
        <div id={`${id}-proof`} tabIndex={-1}>
          {error('proof') && <div className="field-error" role="alert">{error('proof')}</div>}
          {file && <p className="row" role="status"><a href={`/files/${file.id}`} target="_blank" rel="noreferrer">{file.name}</a> <Button size="sm" variant="quiet" onClick={() => setFile(null)}>{t('dropReceipt')}</Button></p>}
          <FileDrop label={texts.receipt} hint={texts.receiptHint} accept="image/*,.pdf" maxMb={10} camera upload={async (f, share, signal) => { setFile({ id: await uploadFile(f, share, signal), name: f.name }); setTouched(true); }} />
        </div>
        {!file && [{ n: 1, value: first, set: setFirst }, { n: 2, value: second, set: setSecond }].map((w) => (
          <FieldFrame key={w.n} id={`${id}-w${w.n}`} label={t('witness', { n: w.n })}>
            {(c) => <TextInput {...c} value={w.value} maxLength={120} onChange={(e) => w.set(e.target.value)} />}
          </FieldFrame>
        ))}
      </div>
    </Dialog>
  );
}
