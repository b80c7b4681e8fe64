import { formatDate, formatDateTime, formatMoney, formatMoneyShort, formatRelative, type DateStyle } from './internal/format.ts';
import { useLanguage } from './text.tsx';

export { formatAmount, formatDate, formatDateTime, formatMoney, formatMoneyShort, formatNumber, formatRelative, formatTime, parseDay, parseMoney, type DateStyle } from './internal/format.ts';

/** `Rp 20.000.000`; `short` gives `Rp 20 jt` with the exact amount in its title; `bare` leaves out Rp for a column that names it. */
export function Money({ amount, short, bare }: { readonly amount: bigint; readonly short?: boolean; readonly bare?: boolean }) {
  const language = useLanguage();
  const exact = formatMoney(amount);
  if (short) return <span title={exact} className="num">{formatMoneyShort(amount, language)}</span>;
  return <span className="num">{bare ? exact.replace(/Rp\u00a0/, '') : exact}</span>;
}

export function DateText({ value, style = 'long', time }: { readonly value: string | Date; readonly style?: DateStyle; readonly time?: boolean }) {
  const language = useLanguage();
  return <time dateTime={typeof value === 'string' ? value : value.toISOString()}>{time ? formatDateTime(value, language, style) : formatDate(value, language, style)}</time>;
}

/** `12 hari lalu`, with the full date in its title. */
export function RelativeDate({ value, now }: { readonly value: string | Date; readonly now?: Date }) {
  const language = useLanguage();
  return (
    <time dateTime={typeof value === 'string' ? value : value.toISOString()} title={formatDate(value, language)} suppressHydrationWarning>
      {formatRelative(value, language, now)}
    </time>
  );
}
