import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import type { Fund } from './api.ts';
import { EntriesCard } from './entries-card.tsx';
import { words } from './words.ts';

const MoneyDialog = lazy(() => import('./money-dialog.tsx'));

const texts = defineTexts({
  ...words,
  members: { id: 'Simpanan tiap anggota', en: 'Savings of each member' },
  balance: { id: 'Saldo (Rp)', en: 'Balance (Rp)' },
  deposit: { id: 'Setor', en: 'Deposit' },
  withdraw: { id: 'Tarik', en: 'Withdraw' },
  left: { id: 'Sudah keluar', en: 'Left' },
  about: { id: 'Simpanan sukarela milik anggota masing-masing dan dapat ditarik kapan saja.', en: 'Voluntary savings belong to each member and can be taken out at any time.' },
});

export function SavingsTab({ fund }: { readonly fund: Fund }) {
  const t = useText(texts);
  const [doing, setDoing] = useState<'voluntary' | 'withdraw' | null>(null);
  return (
    <div className="stack">
      <Card
        title={texts.members} note={texts.about}
        actions={fund.writable && <><Button size="sm" onClick={() => setDoing('withdraw')}>{t('withdraw')}</Button><Button size="sm" onClick={() => setDoing('voluntary')}>{t('deposit')}</Button></>}
      >
        <RowsTable
          caption={texts.members}
          rows={fund.members}
          rowId={(m) => m.memberId}
          columns={[
            { id: 'member', header: words.member, cell: (m) => <><b>{m.name}</b> {!m.active && <Chip>{texts.left}</Chip>}</> },
            { id: 'balance', header: texts.balance, end: true, cell: (m) => (m.voluntary > 0n ? <Money amount={m.voluntary} bare /> : '–'), foot: <Money amount={fund.voluntary} bare /> },
          ]}
        />
      </Card>
      <EntriesCard groupId={fund.group.id} kind="voluntary" writable={fund.writable} />
      <Suspense>{doing && <MoneyDialog fund={fund} act={doing} onClose={() => setDoing(null)} />}</Suspense>
    </div>
  );
}
