import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Icon } from '../icon.tsx';
import { PAGE_SIZES, type TableState } from '../table-state.tsx';
import { defineTexts, useText } from '../text.tsx';
import { pageList } from './pages.ts';

const texts = defineTexts({
  shown: { id: '{from}–{to} dari {total}', en: '{from}–{to} of {total}' },
  size: { id: 'Baris per halaman', en: 'Rows a page' },
  pages: { id: 'Halaman', en: 'Pages' },
  page: { id: 'Halaman {n}', en: 'Page {n}' },
  previous: { id: 'Halaman sebelumnya', en: 'Previous page' },
  next: { id: 'Halaman berikutnya', en: 'Next page' },
});

const n = (value: number) => value.toLocaleString('id-ID');

export function Pages({ state, total }: { readonly state: TableState; readonly total: number | undefined }) {
  const t = useText(texts);
  if (total === undefined) return <div className="table-foot" aria-hidden>{'\u00a0'}</div>;
  if (total === 0) return null;
  const last = Math.max(1, Math.ceil(total / state.size));
  const from = (state.page - 1) * state.size + 1;
  return (
    <div className="table-foot">
      <span aria-live="polite">{t('shown', { from: n(Math.min(from, total)), to: n(Math.min(total, state.page * state.size)), total: n(total) })}</span>
      <div className="end">
        {total > PAGE_SIZES[0] && (
          <label>
            {t('size')}{' '}
            <select value={state.size} onChange={(e) => state.setSize(Number(e.target.value))}>
              {PAGE_SIZES.map((s) => (
                <option key={s}>{s}</option>
              ))}
            </select>
          </label>
        )}
        {last > 1 && (
          <nav className="pages" aria-label={t('pages')}>
            <button type="button" aria-label={t('previous')} disabled={state.page <= 1} onClick={() => state.setPage(state.page - 1)}>
              <Icon of={ChevronLeft} size={16} />
            </button>
            {pageList(state.page, last).map((p, i) =>
              p === null ? (
                <span key={`gap${i}`} aria-hidden>
                  …
                </span>
              ) : (
                <button key={p} type="button" aria-label={t('page', { n: p })} aria-current={p === state.page ? 'page' : undefined} onClick={() => state.setPage(p)}>
                  {n(p)}
                </button>
              ),
            )}
            <button type="button" aria-label={t('next')} disabled={state.page >= last} onClick={() => state.setPage(state.page + 1)}>
              <Icon of={ChevronRight} size={16} />
            </button>
          </nav>
        )}
      </div>
    </div>
  );
}
