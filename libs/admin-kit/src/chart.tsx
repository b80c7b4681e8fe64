import type { ReactNode } from 'react';
import { formatMoney, formatMoneyShort, formatNumber } from './internal/format.ts';
import { Link } from './link.tsx';
import { defineTexts, useLanguage, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  what: { id: 'Tahap', en: 'Stage' },
  count: { id: 'Jumlah', en: 'Count' },
  from: { id: 'dari {n} di awal', en: 'of {n} at the start' },
});

export interface BarRow {
  readonly label: Bilingual | string;
  readonly value: number;
  /** The list behind the bar. */
  readonly href?: string;
  readonly color?: string;
}

export interface BarChartProps {
  readonly rows: readonly BarRow[];
  /** What is counted; the caption of the table twin. */
  readonly caption: Bilingual | string;
  /** `funnel` darkens stage by stage and measures each against the first. */
  readonly kind?: 'bar' | 'funnel';
  readonly format?: (value: number) => string;
}

const SCALE = ['var(--map-2)', 'var(--map-3)', 'var(--map-3)', 'var(--map-4)', 'var(--map-4)', 'var(--map-5)'];

/** Bars that are themselves a table: a screen reader and a printer get the same rows. Each leads to its list. */
export function BarChart({ rows, caption, kind = 'bar', format }: BarChartProps) {
  const say = useSay();
  const t = useText(texts);
  const language = useLanguage();
  const most = Math.max(1, ...rows.map((r) => r.value));
  const show = format ?? ((n: number) => formatNumber(n, language));
  return (
    <table className="bars">
      <caption className="sr">{say(caption)}</caption>
      <thead className="sr">
        <tr>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('count')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((r, i) => {
          const color = r.color ?? (kind === 'funnel' ? SCALE[Math.min(SCALE.length - 1, Math.round((i * (SCALE.length - 1)) / Math.max(1, rows.length - 1)))] : 'var(--map-4)');
          return (
            <tr key={i}>
              <th scope="row">{r.href ? <Link href={r.href} className="cover">{say(r.label)}</Link> : say(r.label)}</th>
              <td className="num">
                <span className="bar-track" aria-hidden>
                  <svg width="100%" height="24" preserveAspectRatio="none">
                    <rect width={`${(r.value / most) * 100}%`} height="24" rx="5" fill={color} />
                  </svg>
                </span>
                <b title={kind === 'funnel' && i > 0 ? t('from', { n: show(rows[0]!.value) }) : undefined}>{show(r.value)}</b>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export const Funnel = (props: Omit<BarChartProps, 'kind'>) => <BarChart {...props} kind="funnel" />;

/** A small line of a series; the words beside it carry the meaning, `label` says it to a screen reader. */
export function Sparkline({ values, label, width = 120, height = 28 }: { readonly values: readonly number[]; readonly label: string; readonly width?: number; readonly height?: number }) {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values.map((v, i) => `${((i / Math.max(1, values.length - 1)) * (width - 4) + 2).toFixed(1)},${(height - 3 - ((v - low) / span) * (height - 6)).toFixed(1)}`);
  const last = points.at(-1)?.split(',');
  return (
    <svg width={width} height={height} role="img" aria-label={label} className="spark">
      <polyline points={points.join(' ')} fill="none" stroke="var(--map-4)" strokeWidth="1.75" strokeLinejoin="round" />
      {last && <circle cx={last[0]} cy={last[1]} r="2.5" fill="var(--brand)" />}
    </svg>
  );
}

export interface MoneyPart {
  readonly label: Bilingual | string;
  readonly amount: bigint;
  readonly color?: string;
}

export interface MoneyBarProps {
  readonly total: bigint;
  readonly totalLabel: Bilingual | string;
  readonly parts: readonly MoneyPart[];
  /** `line` is one line of shares under the bar; `list` names every amount. */
  readonly legend?: 'line' | 'list';
  readonly children?: ReactNode;
}

const PARTS = ['var(--brand)', 'var(--gold)', 'var(--map-3)', 'var(--map-2)'];

/** Ceiling, locked, paid, used: parts of one sum. Shares are rounded down, so they never claim more than there is. */
export function MoneyBar({ total, totalLabel, parts, legend = 'line', children }: MoneyBarProps) {
  const say = useSay();
  const language = useLanguage();
  const share = (amount: bigint) => (total > 0n ? Number((amount * 1000n) / total) / 10 : 0);
  return (
    <div className="money-bar">
      <div className="bar" aria-hidden>
        {parts.map((p, i) => (
          <i key={i} style={{ width: `${share(p.amount)}%`, background: p.color ?? PARTS[i % PARTS.length] }} />
        ))}
      </div>
      {legend === 'line' ? (
        <div className="small muted">
          {parts.map((p) => `${Math.floor(share(p.amount))}% ${say(p.label)}`).join(' · ')} · {say(totalLabel)} {formatMoneyShort(total, language)}
        </div>
      ) : (
        <dl className="money-legend">
          {parts.map((p, i) => (
            <div key={i}>
              <dt>
                <span className="swatch" style={{ background: p.color ?? PARTS[i % PARTS.length] }} aria-hidden />
                {say(p.label)}
              </dt>
              <dd className="num">{formatMoney(p.amount)}</dd>
            </div>
          ))}
          <div className="sum">
            <dt>{say(totalLabel)}</dt>
            <dd className="num">{formatMoney(total)}</dd>
          </div>
        </dl>
      )}
      {children}
    </div>
  );
}
