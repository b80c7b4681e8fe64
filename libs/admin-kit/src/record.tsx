import { Check, Circle, CircleDot, Minus, type LucideIcon } from 'lucide-react';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { Button } from './button.tsx';
import { Chip, type Tone } from './chip.tsx';
import { Dialog } from './dialog.tsx';
import { DateText } from './format.tsx';
import { Link } from './link.tsx';
import { ErrorNotice } from './states.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  unopened: { id: 'Belum dibuka', en: 'Not opened' },
  incomplete: { id: 'Belum lengkap', en: 'Not complete' },
  complete: { id: 'Lengkap', en: 'Complete' },
  notApplicable: { id: 'Tidak berlaku', en: 'Does not apply' },
  show: { id: 'Tampilkan', en: 'Show' },
  hide: { id: 'Sembunyikan', en: 'Hide' },
  purposeTitle: { id: 'Tampilkan {what}', en: 'Show {what}' },
  purpose: { id: 'Untuk keperluan apa?', en: 'For what purpose?' },
  purposeHint: { id: 'Keperluan ini dicatat di jejak audit bersama nama Anda.', en: 'The purpose is kept in the audit trail with your name.' },
  purposeMissing: { id: 'Tuliskan keperluannya, paling sedikit 5 huruf.', en: 'Write the purpose, at least 5 letters.' },
  cancel: { id: 'Batal', en: 'Cancel' },
  hiddenAgain: { id: 'tersembunyi lagi dalam {n} detik', en: 'hidden again in {n} seconds' },
});

export interface TimelineEntry {
  readonly id: string;
  readonly title: ReactNode;
  readonly at: string;
  readonly by?: string | undefined;
  readonly tone?: Tone;
  /** From and to, a reason, a note. */
  readonly detail?: ReactNode;
}

/** What happened, latest first as given. */
export function Timeline({ entries, time }: { readonly entries: readonly TimelineEntry[]; readonly time?: boolean }) {
  return (
    <ol className="timeline">
      {entries.map((e) => (
        <li key={e.id} className={e.tone ?? 'info'}>
          <b>{e.title}</b>
          <div className="small muted">
            <DateText value={e.at} time={time ?? false} />
            {e.by && ` · ${e.by}`}
          </div>
          {e.detail && <div className="small">{e.detail}</div>}
        </li>
      ))}
    </ol>
  );
}

export type TaskState = 'unopened' | 'incomplete' | 'complete' | 'notApplicable';
const TASK: Readonly<Record<TaskState, { tone: Tone; icon: LucideIcon }>> = {
  unopened: { tone: 'neutral', icon: Circle },
  incomplete: { tone: 'warn', icon: CircleDot },
  complete: { tone: 'ok', icon: Check },
  notApplicable: { tone: 'neutral', icon: Minus },
};

export interface TaskItem {
  readonly id: string;
  readonly title: Bilingual | string;
  readonly state: TaskState;
  readonly href?: string;
  readonly onOpen?: () => void;
  /** What is still missing. */
  readonly hint?: Bilingual | string | undefined;
}

/** The file of a matter as a list of tasks in four states; "looked at" and "never opened" differ. */
export function TaskList({ items }: { readonly items: readonly TaskItem[] }) {
  const say = useSay();
  const t = useText(texts);
  const base = useId();
  return (
    <ul className="task-list">
      {items.map((item) => {
        const hintId = `${base}-${item.id}`;
        const { tone, icon: Sign } = TASK[item.state];
        return (
          <li key={item.id}>
            <span className={`task-sign ${tone}`}>
              <Sign size={16} strokeWidth={2.25} aria-hidden />
            </span>
            <div>
              {item.href ? (
                <Link href={item.href} className="cover" aria-describedby={hintId}>
                  {say(item.title)}
                </Link>
              ) : item.onOpen ? (
                <button type="button" className="cover as-link" onClick={item.onOpen} aria-describedby={hintId}>
                  {say(item.title)}
                </button>
              ) : (
                <span>{say(item.title)}</span>
              )}
              {item.hint && <div className="small muted">{say(item.hint)}</div>}
            </div>
            <span id={hintId}>
              <Chip tone={tone} mark="none">
                {t(item.state)}
              </Chip>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

export interface MaskedValueProps {
  /** As it may be seen by anyone: `3521••••••••0024`. */
  readonly masked: string;
  /** What it is: "NIK". */
  readonly what: Bilingual | string;
  /** Asks the server, which judges and records. Without it there is no button. */
  readonly onReveal?: ((purpose: string) => Promise<string>) | undefined;
  readonly seconds?: number;
}

export function MaskedValue({ masked, what, onReveal, seconds = 30 }: MaskedValueProps) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const [shown, setShown] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const [purpose, setPurpose] = useState('');
  const [fault, setFault] = useState<unknown>(null);
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), seconds * 1000);
    return () => clearTimeout(timer);
  }, [shown, seconds]);

  const reveal = async () => {
    if (purpose.trim().length < 5) return setShort(true);
    setBusy(true);
    setFault(null);
    try {
      setShown((await onReveal?.(purpose.trim())) ?? null);
      setAsking(false);
      setPurpose('');
    } catch (error) {
      setFault(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <span className="masked">
      <span className="num" aria-live="polite">{shown ?? masked}</span>
      {onReveal && (
        <button type="button" className="as-link small" onClick={() => (shown ? setShown(null) : setAsking(true))} title={shown ? t('hiddenAgain', { n: seconds }) : undefined}>
          {shown ? t('hide') : t('show')}
          <span className="sr"> {say(what)}</span>
        </button>
      )}
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        size="sm"
        title={t('purposeTitle', { what: say(what) })}
        footer={
          <>
            <Button onClick={() => setAsking(false)}>{t('cancel')}</Button>
            <Button variant="primary" busy={busy} onClick={() => void reveal()}>
              {t('show')}
            </Button>
          </>
        }
      >
        <ErrorNotice error={fault} />
        <div className="field">
          <label htmlFor={id}>{t('purpose')}</label>
          <div className="hint" id={`${id}-hint`}>{t('purposeHint')}</div>
          {short && purpose.trim().length < 5 && <div className="field-error" id={`${id}-error`}>{t('purposeMissing')}</div>}
          <input id={id} className="ctl" value={purpose} onChange={(e) => setPurpose(e.target.value)} aria-invalid={short && purpose.trim().length < 5} aria-describedby={`${id}-hint ${id}-error`} onKeyDown={(e) => e.key === 'Enter' && void reveal()} />
        </div>
      </Dialog>
    </span>
  );
}
