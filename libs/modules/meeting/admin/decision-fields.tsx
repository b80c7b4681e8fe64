import { CountField, DateField, MoneyField, RadioField, SelectField, TextAreaField, TextField } from '@anyam/admin-kit/fields';
import type { FieldProps } from '@anyam/admin-kit/form';
import type { Option } from '@anyam/admin-kit/inputs';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { FUND_PURPOSE_LABEL } from '@anyam/domain/meeting';
import { useFormContext } from 'react-hook-form';
import type { Decided } from '../contract/index.ts';
import { BlankField, C, LoanField, PercentField, Switch } from './decision-inputs.tsx';
import type { Meeting } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  pick: { id: 'Pilih', en: 'Choose' },
  pickMember: { id: 'Pilih anggota', en: 'Choose a member' },
  product: { id: 'Barang', en: 'Product' },
  material: { id: 'Bahan', en: 'Material' },
  quantity: { id: 'Jumlah yang ditargetkan', en: 'Quantity aimed at' },
  quantityHint: { id: 'Dalam satuan dasar barang itu (lembar, kilogram, ekor).', en: 'In the base unit of the product (pieces, kilograms, heads).' },
  start: { id: 'Dari tanggal', en: 'From' },
  end: { id: 'Sampai tanggal', en: 'To' },
  rateKind: { id: 'IKS dipungut sebagai', en: 'IKS is taken as' },
  rateAmount: { id: 'Jumlah tetap', en: 'A fixed amount' },
  rateProceeds: { id: 'Persen dari hasil penjualan anggota', en: 'Per cent of a member\'s proceeds' },
  rateValue: { id: 'Iuran setiap anggota', en: 'Contribution of each member' },
  every: { id: 'Setiap', en: 'Each' },
  meeting: { id: 'Rapat', en: 'Meeting' },
  month: { id: 'Bulan', en: 'Month' },
  percent: { id: 'Persen', en: 'Per cent' },
  purpose: { id: 'Untuk', en: 'For' },
  amount: { id: 'Jumlah', en: 'Amount' },
  what: { id: 'Rincian', en: 'Details' },
  whatUse: { id: 'Barang, usaha, atau kesulitan yang dibantu.', en: 'The goods, the business or the hardship.' },
  helped: { id: 'Anggota yang dibantu', en: 'Member who is helped' },
  role: { id: 'Jabatan', en: 'Office' },
  who: { id: 'Anggota', en: 'Member' },
  business: { id: 'Usaha baru', en: 'New business' },
  capital: { id: 'Modal paling banyak', en: 'Capital at most' },
  capitalHint: { id: 'Isi 0 bila tidak memakai uang kelompok.', en: 'Enter 0 if no money of the group is used.' },
  borrower: { id: 'Peminjam', en: 'Borrower' },
  instalments: { id: 'Jumlah angsuran', en: 'Number of instalments' },
  times: { id: 'kali', en: 'times' },
  loanWhat: { id: 'Untuk keperluan', en: 'What for' },
  cycle: { id: 'Diangsur setiap', en: 'Repaid every' },
  selapan: { id: 'Selapan (35 hari)', en: 'Selapan (35 days)' },
  charge: { id: 'Jasa pinjaman', en: 'Service charge' },
  chargeNone: { id: 'Tanpa jasa', en: 'None' },
  chargeAmount: { id: 'Jumlah tetap setiap angsuran', en: 'A fixed amount with each instalment' },
  chargePercent: { id: 'Persen dari pokok setiap angsuran', en: 'Per cent of the principal with each instalment' },
  order: { id: 'Bila dibayar sebagian, yang dilunasi dulu', en: 'A part payment goes first to' },
  serviceFirst: { id: 'Jasa', en: 'The charge' },
  principalFirst: { id: 'Pokok', en: 'The principal' },
  limit: { id: 'Pinjaman paling banyak seorang', en: 'Most a member may owe' },
  limitHint: { id: 'Kosongkan untuk mengikuti aturan program.', en: 'Leave empty to follow the rule set.' },
  why: { id: 'Alasan', en: 'Reason' },
  grade: { id: 'Mutu', en: 'Grade' },
  gradeHint: { id: 'Kosongkan bila berlaku untuk semua mutu.', en: 'Leave empty if it holds for all grades.' },
  norm: { id: 'Banyaknya bahan', en: 'Quantity of material' },
  pieces: { id: 'Untuk sekian barang', en: 'For so many products' },
  share: { id: 'Bagian anggota dari hasil penjualan', en: 'Members\' share of the proceeds' },
  shareHint: { id: 'Dalam persen; sisanya menjadi modal kelompok.', en: 'In per cent; the rest stays as capital of the group.' },
  otherWhat: { id: 'Yang diputuskan', en: 'What was decided' },
});
const said = (value: bigint) => terbilangRupiah(value);

export function DecisionFields({ decided, meeting: m }: { readonly decided: Decided; readonly meeting: Meeting }) {
  const t = useText(texts);
  const language = useLanguage();
  const form = useFormContext();
  const members: readonly Option[] = m.people.filter((p) => !p.stranger).map((p) => ({ value: p.memberId, label: p.name }));
  const things = (source: 'product' | 'material'): readonly Option[] => (m.choices[source] ?? []).map((c) => ({ value: c.id, label: c.hint ? `${c.label} (${c.hint})` : c.label }));
  const member = (label: FieldProps['label']) => <SelectField name={`${C}.memberId`} label={label} options={members} placeholder={t('pickMember')} />;
  const put = (content: Decided['content']) => form.setValue(C, content, { shouldDirty: true });
  const options = (keys: readonly (keyof typeof texts & string)[], values: readonly string[]) => values.map((value, i) => ({ value, label: t(keys[i] as 'pick') }));

  switch (decided.kind) {
    case 'productionTarget':
      return (
        <>
          <SelectField name={`${C}.productId`} label={texts.product} options={things('product')} placeholder={t('pick')} />
          <CountField name={`${C}.quantity`} label={texts.quantity} hint={texts.quantityHint} />
          <DateField name={`${C}.from`} label={texts.start} />
          <DateField name={`${C}.to`} label={texts.end} />
        </>
      );
    case 'iksRate':
      return (
        <>
          <Switch label={texts.rateKind} value={decided.content.kind} options={options(['rateAmount', 'rateProceeds'], ['amount', 'proceeds'])} onChange={(kind) => put(kind === 'amount' ? { kind, amount: undefined as never, every: 'meeting' } : { kind: 'proceeds', bps: undefined as never })} />
          {decided.content.kind === 'amount' ? (
            <>
              <MoneyField name={`${C}.amount`} label={texts.rateValue} words={said} />
              <RadioField name={`${C}.every`} label={texts.every} inline options={options(['meeting', 'month'], ['meeting', 'month'])} />
            </>
          ) : (
            <PercentField name={`${C}.bps`} label={texts.percent} />
          )}
        </>
      );
    case 'iksUse':
      return (
        <>
          <Switch
            label={texts.purpose} value={decided.content.purpose} options={m.purposes.map((p) => ({ value: p, label: FUND_PURPOSE_LABEL[p as keyof typeof FUND_PURPOSE_LABEL][language] }))}
            onChange={(purpose) => put({ ...decided.content, purpose: purpose as 'socialHelp', memberId: purpose === 'socialHelp' ? '' : null })}
          />
          {decided.content.purpose === 'socialHelp' && member(texts.helped)}
          <MoneyField name={`${C}.amount`} label={texts.amount} words={said} />
          <TextAreaField name={`${C}.what`} label={texts.what} hint={texts.whatUse} rows={2} />
        </>
      );
    case 'officers':
      return (
        <>
          <RadioField name={`${C}.role`} label={texts.role} inline options={options(['chair', 'secretary', 'treasurer'], ['chair', 'secretary', 'treasurer'])} />
          {member(texts.who)}
        </>
      );
    case 'diversification':
      return (
        <>
          <TextField name={`${C}.business`} label={texts.business} />
          <MoneyField name={`${C}.capital`} label={texts.capital} hint={texts.capitalHint} words={said} />
        </>
      );
    case 'loan':
      return (
        <>
          {member(texts.borrower)}
          <MoneyField name={`${C}.amount`} label={texts.amount} words={said} />
          <CountField name={`${C}.instalments`} label={texts.instalments} unit={t('times')} />
          <TextField name={`${C}.what`} label={texts.loanWhat} />
        </>
      );
    case 'loanRules':
      return (
        <>
          <RadioField name={`${C}.every`} label={texts.cycle} inline options={options(['month', 'selapan'], ['month', 'selapan'])} />
          <Switch
            label={texts.charge} value={decided.content.charge.kind} options={options(['chargeNone', 'chargeAmount', 'chargePercent'], ['none', 'amount', 'percent'])}
            onChange={(kind) => put({ ...decided.content, charge: kind === 'none' ? { kind } : kind === 'amount' ? { kind, amount: undefined as never } : { kind: 'percent', bps: undefined as never } })}
          />
          {decided.content.charge.kind === 'amount' && <MoneyField name={`${C}.charge.amount`} label={texts.amount} words={said} />}
          {decided.content.charge.kind === 'percent' && <PercentField name={`${C}.charge.bps`} label={texts.percent} />}
          <RadioField name={`${C}.order`} label={texts.order} inline options={options(['serviceFirst', 'principalFirst'], ['serviceFirst', 'principalFirst'])} />
          <MoneyField name={`${C}.limit`} label={texts.limit} hint={texts.limitHint} optional words={said} />
        </>
      );
    case 'writeOff':
      return (
        <>
          <LoanField meeting={m} />
          <MoneyField name={`${C}.amount`} label={texts.amount} words={said} />
          <TextAreaField name={`${C}.what`} label={texts.why} rows={2} />
        </>
      );
    case 'reschedule':
      return (
        <>
          <LoanField meeting={m} />
          <CountField name={`${C}.instalments`} label={texts.instalments} unit={t('times')} />
        </>
      );
    case 'productNorm':
      return (
        <>
          <SelectField name={`${C}.productId`} label={texts.product} options={things('product')} placeholder={t('pick')} />
          <BlankField name={`${C}.grade`} label={texts.grade} hint={texts.gradeHint} />
          <SelectField name={`${C}.materialId`} label={texts.material} options={things('material')} placeholder={t('pick')} />
          <CountField name={`${C}.material`} label={texts.norm} />
          <CountField name={`${C}.pieces`} label={texts.pieces} />
        </>
      );
    case 'memberShare':
      return <PercentField name={`${C}.bps`} label={texts.share} hint={texts.shareHint} />;
    case 'other':
      return <TextAreaField name={`${C}.what`} label={texts.otherWhat} rows={3} />;
  }
}
