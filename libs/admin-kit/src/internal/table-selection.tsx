import { useState, type ReactNode } from 'react';
import { Button } from '../button.tsx';
import { defineTexts, useText } from '../text.tsx';

const texts = defineTexts({
  count: { id: '{n} dipilih', en: '{n} selected' },
  all: { id: 'Pilih semua {n} hasil', en: 'Select all {n} results' },
  none: { id: 'Batalkan pilihan', en: 'Clear selection' },
});

export interface Selection {
  /** `all` means every row that matches, on pages not seen too: send the filter, not the ids. */
  readonly mode: 'ids' | 'all';
  readonly ids: readonly string[];
  readonly count: number;
  readonly clear: () => void;
}

export interface SelectionControl extends Selection {
  readonly total: number;
  readonly page: 'none' | 'some' | 'all';
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  readonly togglePage: () => void;
  readonly selectAll: () => void;
}

export function useSelection(pageIds: readonly string[], total: number): SelectionControl {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const onPage = pageIds.filter((id) => all || ids.has(id)).length;
  const page = onPage === 0 ? 'none' : onPage === pageIds.length ? 'all' : 'some';
  const set = (change: (next: Set<string>) => void) => {
    const next = new Set(all ? pageIds : ids);
    change(next);
    setAll(false);
    setIds(next);
  };
  const clear = () => {
    setAll(false);
    setIds(new Set());
  };
  return {
    mode: all ? 'all' : 'ids',
    ids: [...ids],
    count: all ? total : ids.size,
    total,
    page,
    clear,
    has: (id) => all || ids.has(id),
    toggle: (id) => set((s) => (s.has(id) ? s.delete(id) : s.add(id))),
    togglePage: () => set((s) => pageIds.forEach((id) => (page === 'all' ? s.delete(id) : s.add(id)))),
    selectAll: () => setAll(true),
  };
}

export function BulkBar({ selection, children }: { readonly selection: SelectionControl; readonly children: ReactNode }) {
  const t = useText(texts);
  const show = (n: number) => n.toLocaleString('id-ID');
  return (
    <div className="bulk" role="status">
      <span>{t('count', { n: show(selection.count) })}</span>
      {selection.mode === 'ids' && selection.page === 'all' && selection.total > selection.count && (
        <Button variant="quiet" size="sm" onClick={selection.selectAll}>
          {t('all', { n: show(selection.total) })}
        </Button>
      )}
      <Button variant="quiet" size="sm" onClick={selection.clear}>
        {t('none')}
      </Button>
      <span className="end">{children}</span>
    </div>
  );
}
