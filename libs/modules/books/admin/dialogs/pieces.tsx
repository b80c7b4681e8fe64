import { formatMoney, Money } from '@anyam/admin-kit/format';
import { TextInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { countedAmount, DENOMINATIONS } from '@anyam/domain/books';
import { useState } from 'react';

const texts = defineTexts({
  note: { id: 'Pecahan', en: 'Note or coin' },
  piecesOf: { id: 'Jumlah pecahan {value}', en: 'Pieces of {value}' },
});
const wholeOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : 0);

/** What is typed of a cash count, and what it comes to. */
export function usePieces() {
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const pieces = Object.fromEntries(DENOMINATIONS.map((value) => [value, wholeOf(typed[value] ?? '')]).filter(([, n]) => n !== 0)) as Record<string, number>;
  return { typed, setTyped, pieces, counted: countedAmount(pieces), dirty: Object.keys(typed).length > 0 };
}

/** The cash box by notes and coins, each with its worth. */
export function Pieces({ typed, setTyped, pieces }: Pick<ReturnType<typeof usePieces>, 'typed' | 'setTyped' | 'pieces'>) {
  const t = useText(texts);
  return (
    <ul className="grid gap-1 max-w-md" aria-label={t('note')}>
      {DENOMINATIONS.map((value) => (
        <li key={value} className="flex items-center gap-3">
          <span className="num w-24 text-right">{formatMoney(BigInt(value))}</span>
          <span aria-hidden>×</span>
          <TextInput
            className="short num"
            inputMode="numeric"
            autoComplete="off"
            aria-label={t('piecesOf', { value: formatMoney(BigInt(value)) })}
            value={typed[value] ?? ''}
            onChange={(e) => setTyped((s) => ({ ...s, [value]: e.target.value.replace(/\D/g, '').slice(0, 6) }))}
          />
          <span className="grow text-right">
            <Money amount={BigInt(value) * BigInt(pieces[value] ?? 0)} bare />
          </span>
        </li>
      ))}
    </ul>
  );
}
