import { Money } from '@anyam/admin-kit/format';
import { useSay, type Bilingual } from '@anyam/admin-kit/text';

interface Row {
  readonly key: string;
  readonly label: Bilingual;
  readonly amount: bigint;
}

/** A part of a statement: its lines and what they come to. */
export function StatementRows({
  title,
  rows,
  total,
  totalLabel,
}: {
  readonly title: Bilingual;
  readonly rows: readonly Row[];
  readonly total: bigint;
  readonly totalLabel: Bilingual;
}) {
  const say = useSay();
  return (
    <table className="w-full">
      <caption className="text-left font-bold py-1">{say(title)}</caption>
      <tbody>
        {rows.map((r) => (
          <tr key={r.key} className="border-t border-line">
            <th scope="row" className="text-left font-normal py-2">
              {say(r.label)}
            </th>
            <td className="num text-right py-2">
              <Money amount={r.amount} bare />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-t-2 border-line">
          <th scope="row" className="text-left py-2">
            {say(totalLabel)}
          </th>
          <td className="num text-right py-2">
            <b>
              <Money amount={total} />
            </b>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
