import { Printer } from 'lucide-react';
import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { DateInput } from '@anyam/admin-kit/inputs';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useId, useState } from 'react';
import { useBooksApi, type Overview } from '../api.ts';
import { words } from '../words.ts';
import { StatementRows } from './statement-rows.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Neraca', en: 'Balance sheet' },
  on: { id: 'Per tanggal', en: 'As of' },
  assets: { id: 'Jumlah harta', en: 'Total assets' },
  claims: { id: 'Kewajiban, dana, modal, dan hasil', en: 'Owed, funds, capital and result' },
  result: { id: 'Hasil usaha sampai tanggal ini', en: 'Result so far' },
  trial: { id: 'Neraca saldo', en: 'Trial balance' },
  account: { id: 'Akun', en: 'Account' },
  debit: { id: 'Debit', en: 'Debit' },
  credit: { id: 'Kredit', en: 'Credit' },
  zero: { id: 'Seimbang: debit sama dengan kredit.', en: 'In balance: debit equals credit.' },
  off: { id: 'Tidak seimbang. Laporkan kepada admin.', en: 'Not in balance. Tell the administrator.' },
});

export default function BalanceTab({ books: b }: { readonly books: Overview }) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const api = useBooksApi();
  const [on, setOn] = useState<string | null>(b.today);
  const day = on !== null && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : b.today;
  const sheet = useQuery(api.balanceSheet.queryOptions({ groupId: b.groupId, on: day }, { placeholderData: keepPreviousData }));
  const trial = useQuery(api.trialBalance.queryOptions({ groupId: b.groupId, on: day }, { placeholderData: keepPreviousData }));
  const s = sheet.data;
  return (
    <div className="stack">
      <div className="row items-end print:hidden">
        <div className="grow">
          <FieldFrame id={id} label={texts.on}>
            {(c) => <DateInput {...c} className="medium" value={on} onChange={setOn} />}
          </FieldFrame>
        </div>
        <Button icon={Printer} onClick={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      {sheet.isPending ? (
        <Skeleton height={280} />
      ) : sheet.error ? (
        <ErrorState error={sheet.error} onRetry={() => void sheet.refetch()} />
      ) : (
        s &&
        (s.totalAssets === 0n && s.assets.rows.length === 0 && s.claims.every((c) => c.rows.length === 0) ? (
          <EmptyState title={texts.nothing} text={texts.nothingText} heading="h3" />
        ) : (
          <Card title={texts.title}>
            <div className="grid items-start gap-6 md:grid-cols-2 print:grid-cols-2">
              <StatementRows title={s.assets.label} rows={s.assets.rows} total={s.totalAssets} totalLabel={texts.assets} />
              <StatementRows
                title={texts.claims}
                rows={[...s.claims.flatMap((c) => c.rows), { key: 'result', label: texts.result, amount: s.result }]}
                total={s.totalClaims}
                totalLabel={texts.total}
              />
            </div>
          </Card>
        ))
      )}
      {trial.data && trial.data.rows.length > 0 && (
        <Card flush title={texts.trial}>
          <RowsTable
            caption={texts.trial}
            rows={trial.data.rows}
            rowId={(r) => r.account}
            columns={[
              { id: 'account', header: texts.account, wrap: true, cell: (r) => (r.owner ? `${say(r.label)}: ${r.owner}` : say(r.label)) },
              {
                id: 'debit',
                header: texts.debit,
                end: true,
                cell: (r) => (r.debit > 0n ? <Money amount={r.debit} bare /> : ''),
                foot: <Money amount={trial.data.debit} bare />,
              },
              {
                id: 'credit',
                header: texts.credit,
                end: true,
                cell: (r) => (r.credit > 0n ? <Money amount={r.credit} bare /> : ''),
                foot: <Money amount={trial.data.credit} bare />,
              },
            ]}
          />
          <Notice tone={trial.data.difference === 0n ? 'ok' : 'bad'} title={trial.data.difference === 0n ? texts.zero : texts.off} />
        </Card>
      )}
    </div>
  );
}
