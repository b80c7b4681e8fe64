import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  done: { id: 'selesai', en: 'done' },
  now: { id: 'sedang dikerjakan', en: 'current' },
  steps: { id: 'Langkah', en: 'Steps' },
  left: { id: 'sisa ± {n} {unit}', en: 'about {n} {unit} left' },
  seconds: { id: 'detik', en: 'seconds' },
  minutes: { id: 'menit', en: 'minutes' },
  leave: { id: 'Halaman boleh ditinggalkan', en: 'You may leave this page' },
});

/** Steps of a job in order; `current` is the index of the one at hand. */
export function Stepper({ steps, current }: { readonly steps: readonly (Bilingual | string)[]; readonly current: number }) {
  const say = useSay();
  const t = useText(texts);
  return (
    <ol className="steps" aria-label={t('steps')}>
      {steps.map((s, i) => {
        const state = i < current ? 'done' : i === current ? 'now' : 'later';
        return (
          <li key={i} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <b aria-hidden>{state === 'done' ? <Check size={14} strokeWidth={3} /> : i + 1}</b>
            <span>{say(s)}</span>
            {state === 'done' && <span className="sr">({t('done')})</span>}
          </li>
        );
      })}
    </ol>
  );
}

export interface ProgressBarProps {
  readonly label: Bilingual | string;
  readonly done: number;
  readonly total: number;
  /** What is counted: "baris". */
  readonly unit?: Bilingual | string;
  /** Adds "Halaman boleh ditinggalkan". */
  readonly safeToLeave?: boolean;
}

export function ProgressBar({ label, done, total, unit, safeToLeave }: ProgressBarProps) {
  const say = useSay();
  const t = useText(texts);
  const left = useTimeLeft(done, total);
  const share = total > 0 ? Math.min(1, done / total) : 0;
  const format = (n: number) => n.toLocaleString('id-ID');
  return (
    <div className="progress">
      <b>{say(label)}</b>
      <div className="bar" role="progressbar" aria-label={say(label)} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
        <i style={{ width: `${share * 100}%` }} />
      </div>
      <span>
        {format(done)} / {format(total)} {unit && say(unit)}
        {left && ` · ${t('left', { n: left.n, unit: t(left.unit) })}`}
      </span>
      {safeToLeave && <span className="muted small">{t('leave')}</span>}
    </div>
  );
}

/** Guesses from the pace since it was first seen; says nothing before there is a pace. */
function useTimeLeft(done: number, total: number): { n: number; unit: 'seconds' | 'minutes' } | null {
  const [start] = useState(() => ({ at: Date.now(), done }));
  const [now, setNow] = useState(start.at);
  useEffect(() => setNow(Date.now()), [done]);
  const pace = (done - start.done) / Math.max(1, now - start.at);
  if (pace <= 0 || done >= total) return null;
  const seconds = Math.ceil((total - done) / pace / 1000);
  return seconds < 90 ? { n: seconds, unit: 'seconds' } : { n: Math.round(seconds / 60), unit: 'minutes' };
}

export interface JobState {
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
}

/** Interval for `refetchInterval` of a job query: every second while it runs, never after. */
export const pollWhileRunning = (query: { readonly state: { readonly data: JobState | undefined } }): number | false => {
  const state = query.state.data?.state;
  return state === undefined || state === 'waiting' || state === 'running' ? 1000 : false;
};
