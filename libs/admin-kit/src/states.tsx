import { CircleAlert, Inbox, RotateCw, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { readApiError } from './internal/api-error.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  retry: { id: 'Coba lagi', en: 'Try again' },
  failed: { id: 'Tidak dapat menampilkan data', en: 'Cannot show the data' },
  loading: { id: 'Memuat…', en: 'Loading…' },
});

/** A grey bar in place of what is coming; give it the size of the thing, so nothing moves. */
export function Skeleton({ width = '100%', height = 16, round }: { readonly width?: number | string; readonly height?: number | string; readonly round?: boolean }) {
  return <span className={round ? 'skeleton round' : 'skeleton'} style={{ width, height }} aria-hidden />;
}

export function SkeletonPage() {
  const t = useText(texts);
  return (
    <div className="page-skeleton" role="status" aria-label={t('loading')}>
      <Skeleton width={220} height={28} />
      <Skeleton width={320} height={14} />
      <div className="skeleton-cards">
        {[0, 1, 2, 3].map((i) => (
          <Skeleton key={i} height={96} />
        ))}
      </div>
      <Skeleton height={320} />
    </div>
  );
}

export interface EmptyStateProps {
  readonly title: Bilingual | string;
  /** Why it is empty and what to do. */
  readonly text?: Bilingual | string;
  readonly icon?: LucideIcon;
  readonly action?: ReactNode;
  /** `h1` where it stands for a whole page. */
  readonly heading?: 'h1' | 'h2' | 'h3';
}

export function EmptyState({ title, text, icon = Inbox, action, heading: Heading = 'h2' }: EmptyStateProps) {
  const say = useSay();
  return (
    <div className="empty">
      <Icon of={icon} size={28} />
      <Heading tabIndex={Heading === 'h1' ? -1 : undefined}>{say(title)}</Heading>
      {text && <p className="muted">{say(text)}</p>}
      {action}
    </div>
  );
}

export function ErrorState({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const read = readApiError(error);
  return (
    <div className="empty bad" role="alert">
      <Icon of={CircleAlert} size={28} />
      <h2>{t('failed')}</h2>
      <p className="muted">{say(read.text, read.params)}</p>
      {onRetry && (
        <Button icon={RotateCw} onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

/** An error of the server beside what caused it. Nothing when there is none. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const t = useText(texts);
  const say = useSay();
  if (!error) return null;
  const read = readApiError(error);
  return (
    <div className="notice bad" role="alert">
      <Icon of={CircleAlert} />
      <div>
        <b>{say(read.text, read.params)}</b>
        {read.fields && read.fields.length > 0 && (
          <ul>
            {read.fields.map((f) => (
              <li key={f.path}>{say(f.text, f.params)}</li>
            ))}
          </ul>
        )}
      </div>
      {onRetry && (
        <Button size="sm" onClick={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  );
}

/** A sentence set apart: what to know before going on. */
export function Notice({ tone = 'info', title, children }: { readonly tone?: 'info' | 'ok' | 'warn' | 'bad'; readonly title?: Bilingual | string; readonly children?: ReactNode }) {
  const say = useSay();
  return (
    <div className={`notice ${tone}`}>
      <div>
        {title && <b>{say(title)}</b>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
