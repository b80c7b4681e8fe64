import { ChevronLeft, ChevronRight } from 'lucide-react';
import { formatNumber } from '@anyam/admin-kit/format';
import { Icon } from '@anyam/admin-kit/icon';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';

const texts = defineTexts({
  shown: { id: '{from}–{to} dari {total} baris', en: '{from}–{to} of {total} rows' },
  pages: { id: 'Halaman', en: 'Pages' },
  page: { id: 'halaman {n} dari {last}', en: 'page {n} of {last}' },
  previous: { id: 'Halaman sebelumnya', en: 'Previous page' },
  next: { id: 'Halaman berikutnya', en: 'Next page' },
});

interface Props {
  readonly page: number;
  readonly size: number;
  readonly total: number | undefined;
  readonly onPage: (page: number) => void;
}

export function RowsFoot({ page, size, total, onPage }: Props) {
  const t = useText(texts);
  const language = useLanguage();
  if (!total && page === 1) return null;
  const of = total ?? 0;
  const last = Math.max(1, Math.ceil(of / size));
  const n = (value: number) => formatNumber(value, language);
  return (
    <div className="table-foot">
      {of > 0 && <span aria-live="polite">{t('shown', { from: n(Math.min(of, (page - 1) * size + 1)), to: n(Math.min(of, page * size)), total: n(of) })}</span>}
      {(last > 1 || page > 1) && (
        <nav className="pages end" aria-label={t('pages')}>
          <button type="button" aria-label={t('previous')} disabled={page <= 1} onClick={() => onPage(Math.min(last, page - 1))}>
            <Icon of={ChevronLeft} size={16} />
          </button>
          <span>{t('page', { n: n(page), last: n(last) })}</span>
          <button type="button" aria-label={t('next')} disabled={page >= last} onClick={() => onPage(page + 1)}>
            <Icon of={ChevronRight} size={16} />
          </button>
        </nav>
      )}
    </div>
  );
}
