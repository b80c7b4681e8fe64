import { Button } from '@anyam/admin-kit/button';
import { Card, Facts, Figure } from '@anyam/admin-kit/card';
import { formatDate, Money } from '@anyam/admin-kit/format';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { SIDE_LABEL, type Side } from '@anyam/domain/books';
import type { Overview } from '../api.ts';
import type { DialogName } from '../dialogs/names.ts';
import { TurnoverChart } from '../turnover-chart.tsx';
import { words } from '../words.ts';

const texts = defineTexts({
  ...words,
  todo: { id: 'Yang perlu dikerjakan', en: 'What to do' },
  fine: { id: 'Buku kelompok ini rapi. Tidak ada yang tertinggal.', en: 'The books are in order. Nothing is left to do.' },
  thisMonth: { id: 'Bulan {month}', en: '{month}' },
  sales: { id: 'Penjualan', en: 'Sales' },
  shared: { id: 'Dibagi kepada anggota', en: 'Shared to members' },
  result: { id: 'Laba (rugi) kelompok', en: 'Result of the group' },
  balances: { id: 'Saldo hari ini', en: 'Balances today' },
  balanced: { id: 'Neraca saldo seimbang: selisih nol.', en: 'The trial balance is zero.' },
  unbalanced: { id: 'Neraca saldo tidak seimbang', en: 'The trial balance is not zero' },
  unbalancedText: {
    id: 'Selisih {amount}. Laporkan kepada admin, jangan menutup bulan.',
    en: 'A difference of {amount}. Tell the administrator and do not close the month.',
  },
  pay: { id: 'Bayar hak anggota', en: 'Pay members' },
  payParty: { id: 'Bayar utang', en: 'Pay the debt' },
  bookAid: { id: 'Catat bantuan', en: 'Record the aid' },
});
const DOES: Readonly<Record<string, { readonly dialog: DialogName; readonly label: keyof typeof texts; readonly needs: 'write' | 'close' }>> = {
  MONTH_DUE: { dialog: 'close', label: 'closeMonth', needs: 'close' },
  MONTH_LATE: { dialog: 'close', label: 'closeMonth', needs: 'close' },
  AID_NOT_BOOKED: { dialog: 'aid', label: 'bookAid', needs: 'write' },
  PAY_MEMBERS: { dialog: 'members', label: 'pay', needs: 'write' },
  PAY_PARTIES: { dialog: 'party', label: 'payParty', needs: 'write' },
};
const SIDES: readonly Side[] = ['asset', 'owed', 'fund', 'capital', 'income', 'expense'];

export function SummaryTab({ books: b, onDialog }: { readonly books: Overview; readonly onDialog: (name: DialogName) => void }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  return (
    <div className="stack">
      <div className="cards">
        <Figure label={words.cash} value={<Money amount={b.cash} />} />
        <Figure label={words.bank} value={<Money amount={b.bank} />} />
        <Figure label={texts.sales} value={<Money amount={b.month.sales} />}>
          <span className="small muted">{t('thisMonth', { month: formatDate(`${b.month.month}-01`, language, 'month') })}</span>
        </Figure>
      </div>
      {b.difference !== 0n && (
        <Notice tone="bad" title={texts.unbalanced}>
          {t('unbalancedText', { amount: `Rp\u00a0${b.difference.toLocaleString('id-ID')}` })}
        </Notice>
      )}
      <Card title={texts.todo}>
        {b.toDo.length === 0 ? (
          <p className="muted">{t('fine')}</p>
        ) : (
          <ul className="stack">
            {b.toDo.map((item) => {
              const does = DOES[item.code];
              return (
                <li key={item.code} className="row">
                  <span className="grow">{say(item.text)}</span>
                  {does && b.may[does.needs] && (
                    <Button size="sm" onClick={() => onDialog(does.dialog)}>
                      {t(does.label)}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
        )}
      </Card>
      <div className="split">
        <TurnoverChart months={b.turnover} />
        <aside className="stack aside">
          <Card title={t('thisMonth', { month: formatDate(`${b.month.month}-01`, language, 'month') })}>
            <Facts
              wide
              items={[
                { label: words.moneyIn, value: <Money amount={b.month.moneyIn} /> },
                { label: words.moneyOut, value: <Money amount={b.month.moneyOut} /> },
                { label: texts.sales, value: <Money amount={b.month.sales} /> },
                { label: texts.shared, value: <Money amount={b.month.shared} /> },
                { label: texts.result, value: <Money amount={b.month.result} /> },
              ]}
            />
          </Card>
          <Card title={texts.balances} {...(b.difference === 0n ? { note: texts.balanced } : {})}>
            {SIDES.map((side) => {
              const rows = b.balances.filter((x) => x.side === side);
              return (
                rows.length > 0 && (
                  <div key={side}>
                    <h3 className="small muted">{say(SIDE_LABEL[side])}</h3>
                    <Facts wide items={rows.map((x) => ({ label: x.label, value: <Money amount={x.amount} /> }))} />
                  </div>
                )
              );
            })}
          </Card>
        </aside>
      </div>
    </div>
  );
}
