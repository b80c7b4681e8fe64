import { Button } from '@anyam/admin-kit/button';
import { formatMoney, Money } from '@anyam/admin-kit/format';
import { MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { formatDate, type IsoDate } from '@anyam/domain/kernel';
import { ATTENDANCE_LABEL, ATTENDANCE_STATES } from '@anyam/domain/meeting';
import { lazy, Suspense, useState, type KeyboardEvent } from 'react';
import type { Sheet, SheetRow } from './api.ts';
import { moneyOf, type Attended, type Draft, type Typed } from './sheet-draft.ts';
import { words } from './words.ts';

// Only where somebody hands in goods.
const DepositDialog = lazy(() => import('./deposit-dialog.tsx').then((m) => ({ default: m.DepositDialog })));

const texts = defineTexts({
  ...words,
  caption: { id: 'Lembar rapat, satu baris satu anggota', en: 'Meeting sheet, one row a member' },
  attendance: { id: 'Kehadiran', en: 'Attendance' },
  unmarked: { id: 'Belum ditandai', en: 'Not marked' },
  goods: { id: 'Setoran barang', en: 'Goods' },
  add: { id: 'Setoran', en: 'Goods' },
  representative: { id: 'Diwakili siapa', en: 'Represented by' },
  due: { id: 'disepakati {amount}', en: 'agreed {amount}' },
  instalmentDue: { id: 'jatuh tempo {amount}', en: 'due {amount}' },
  instalmentNext: { id: 'berikutnya {amount}, {date}', en: 'next {amount}, {date}' },
  recorded: { id: 'tercatat {amount}', en: 'recorded {amount}' },
  none: { id: '–', en: '–' },
  goodsLine: { id: '{product} {grade}: {accepted} dari {handed}', en: '{product} {grade}: {accepted} of {handed}' },
});

interface Props {
  readonly sheet: Sheet;
  readonly draft: Draft;
  readonly onType: (memberId: string, typed: Partial<Typed>) => void;
}

/** Enter and the arrows go down and up a column, as on paper: one kind of money is collected from all before the next. */
function moveInColumn(event: KeyboardEvent<HTMLTableElement>): void {
  const to = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key];
  const input = event.target as HTMLElement;
  const column = input.closest<HTMLElement>('[data-column]')?.dataset['column'];
  if (to === undefined || !column || input.tagName !== 'INPUT') return;
  const fields = [...event.currentTarget.querySelectorAll<HTMLInputElement>(`[data-column="${column}"] input`)];
  const next = fields[fields.indexOf(input as HTMLInputElement) + to];
  event.preventDefault();
  next?.focus();
  next?.select();
}

export function SheetTable({ sheet, draft, onType }: Props) {
  const t = useText(texts);
  const [depositing, setDepositing] = useState<SheetRow | null>(null);
  const loans = sheet.rows.some((r) => r.loans.length > 0);
  return (
    <>
      <div className="card flush table-card">
        <div className="table-wrap" tabIndex={0} role="region" aria-label={t('caption')}>
          <table className="data" onKeyDown={moveInColumn}>
            <caption className="sr">{t('caption')}</caption>
            <thead>
              <tr>
                <th scope="col" className="stick">{t('member')}</th>
                <th scope="col">{t('attendance')}</th>
                <th scope="col">{t('goods')}</th>
                <th scope="col">{t('iks')}</th>
                <th scope="col">{t('voluntary')}</th>
                {loans && <th scope="col">{t('instalment')}</th>}
                <th scope="col" className="num">{t('total')}</th>
              </tr>
            </thead>
            <tbody>
              {sheet.rows.map((row) => (
                <Row key={row.memberId} row={row} sheet={sheet} typed={draft[row.memberId]} withLoans={loans} onType={(typed) => onType(row.memberId, typed)} onDeposit={() => setDepositing(row)} />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <Suspense>
        {depositing && (
          <DepositDialog
            member={depositing.name}
            products={sheet.products}
            deposits={draft[depositing.memberId]?.deposits ?? []}
            onSave={(deposits) => onType(depositing.memberId, { deposits })}
            onClose={() => setDepositing(null)}
          />
        )}
      </Suspense>
    </>
  );
}

function Row({ row, sheet, typed, withLoans, onType, onDeposit }: {
  readonly row: SheetRow; readonly sheet: Sheet; readonly typed: Typed | undefined; readonly withLoans: boolean;
  readonly onType: (typed: Partial<Typed>) => void; readonly onDeposit: () => void;
}) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const attendance = typed?.attendance ?? row.attendance;
  const label = (what: string) => `${what}, ${row.name}`;
  const posted = (amount: bigint) => amount > 0n && <span className="sub">{t('recorded', { amount: formatMoney(amount) })}</span>;
  const money = (column: 'iks' | 'voluntary', hint: string | null) => (
    <td data-column={column} data-label={t(column)} className="min-w-40">
      <div className="w-full">
        {sheet.writable && <MoneyInput aria-label={label(t(column))} value={typed?.[column] ?? null} onChange={(v) => onType({ [column]: v })} />}
        {hint && <span className="sub">{hint}</span>}
        {posted(row.posted[column])}
      </div>
    </td>
  );
  return (
    <tr>
      <td className="stick">
        <b>{row.name}</b>
        <span className="sub">{row.role === 'member' ? t('member') : t(row.role)}</span>
      </td>
      <td data-label={t('attendance')} className="min-w-36">
        <div className="w-full">
        {sheet.writable ? (
          <Select
            aria-label={label(t('attendance'))}
            value={attendance ?? ''}
            placeholder={t('unmarked')}
            options={ATTENDANCE_STATES.map((s) => ({ value: s, label: say(ATTENDANCE_LABEL[s]) }))}
            onChange={(e) => onType({ attendance: (e.target.value || undefined) as Attended | undefined })}
          />
        ) : attendance ? say(ATTENDANCE_LABEL[attendance]) : t('unmarked')}
        {typed?.attendance === 'represented' && (
          <TextInput className="mt-1" aria-label={label(t('representative'))} placeholder={t('representative')} maxLength={120} value={typed.representative ?? ''} onChange={(e) => onType({ representative: e.target.value })} />
        )}
        </div>
      </td>
      <td data-label={t('goods')}>
        <div>
        {sheet.writable && sheet.products.length > 0 && <Button size="sm" aria-label={label(t('goods'))} onClick={onDeposit}>+ {t('add')}</Button>}
        {(typed?.deposits ?? []).map((d, i) => (
          <span className="sub" key={i}>
            {t('goodsLine', { product: sheet.products.find((p) => p.id === d.productId)?.name ?? '', grade: d.grade ?? '', accepted: d.accepted, handed: d.handedIn })}
          </span>
        ))}
        </div>
      </td>
      {money('iks', row.iksDue > 0n ? t('due', { amount: formatMoney(row.iksDue) }) : null)}
      {money('voluntary', null)}
      {withLoans && (
        <td data-column="instalment" data-label={t('instalment')} className="min-w-40">
          <div className="w-full">
          {row.loans.length === 0 && <span className="muted">{t('none')}</span>}
          {row.loans.map((l) => (
            <div key={l.loanId}>
              {sheet.writable && (
                <MoneyInput aria-label={label(`${t('instalment')} ${l.what}`)} value={typed?.loans?.[l.loanId] ?? null} onChange={(v) => onType({ loans: { ...typed?.loans, [l.loanId]: v } })} />
              )}
              <span className="sub">
                {l.due > 0n ? t('instalmentDue', { amount: formatMoney(l.due) })
                  : l.nextDue ? t('instalmentNext', { amount: formatMoney(l.next), date: formatDate(l.nextDue as IsoDate, language) }) : null}
              </span>
            </div>
          ))}
          {posted(row.posted.instalment)}
          </div>
        </td>
      )}
      <td className="num" data-label={t('total')}><b><Money amount={moneyOf(typed)} bare /></b></td>
    </tr>
  );
}
