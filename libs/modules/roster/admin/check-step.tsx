import { readApiError } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { ErrorNotice, ErrorState } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useRef, useState } from 'react';
import type { ImportRow, ImportView } from './api.ts';
import { CausesPanel } from './causes-panel.tsx';
import { CheckGrid } from './check-grid.tsx';
import type { CheckState } from './import.screen.tsx';
import { PhoneRows } from './phone-rows.tsx';
import { RowsFoot } from './rows-foot.tsx';
import { usePhone } from './use-phone.ts';
import { useRows } from './use-rows.ts';
import { ALL_COLUMNS, BASE_COLUMNS, type CellField } from './words.ts';

const texts = defineTexts({
  onlyFaults: { id: 'Hanya baris bermasalah', en: 'Only rows with faults' },
  all: { id: 'Semua baris', en: 'All rows' },
  skipped: { id: 'Ditinggalkan ({n})', en: 'Left out ({n})' },
  which: { id: 'Baris yang ditampilkan', en: 'Rows shown' },
  how: { id: 'Klik sel atau tekan Enter untuk memperbaiki · Esc membatalkan · berkas asli tidak berubah', en: 'Click a cell or press Enter to mend · Esc gives up · the original file does not change' },
  howPhone: { id: 'Berkas asli tidak berubah.', en: 'The original file does not change.' },
  howRead: { id: 'Peran Anda hanya melihat; NIK disamarkan.', en: 'Your role only looks; NIK are masked.' },
  moreColumns: { id: 'Semua kolom', en: 'All columns' },
  saving: { id: 'Menyimpan perbaikan dan memeriksa ulang…', en: 'Keeping the change and checking again…' },
  out: { id: 'Baris {n} ditinggalkan.', en: 'Row {n} is left out.' },
  in: { id: 'Baris {n} diikutkan lagi.', en: 'Row {n} is taken in again.' },
});

/** Which rows the address asks for. */
const SHOWN: Readonly<Record<string, 'all' | 'skipped'>> = { semua: 'all', ditinggalkan: 'skipped' };

interface Props {
  readonly view: ImportView;
  readonly editable: boolean;
  readonly state: CheckState;
  readonly onMapping: () => void;
}

export function CheckStep({ view, editable, state, onMapping }: Props) {
  const t = useText(texts);
  const say = useSay();
  const toast = useToast();
  const phone = usePhone();
  const shown = SHOWN[state.filters.tampil ?? ''] ?? 'faults';
  const code = state.filters.sebab;
  const [wide, setWide] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const { query, rows, total, mend, leaveOut, busy } = useRows({ id: view.id, show: shown, code, page: state.page, size: state.size });

  // A column that had a fault stays in sight, so that nothing moves sideways under the hand.
  const seen = useRef(new Set<string>(BASE_COLUMNS));
  for (const row of rows ?? []) for (const f of row.findings) seen.current.add(f.field);
  const columns = ALL_COLUMNS.filter((c) => wide || seen.current.has(c));

  const onMend = async (row: ImportRow, field: CellField, value: string) => {
    setFailure(null);
    try {
      await mend(row, field, value);
    } catch (error) {
      setFailure(error);
      throw error;
    }
  };
  const onSkip = async (row: ImportRow, skipped: boolean) => {
    try {
      await leaveOut(row, skipped);
      toast({ text: t(skipped ? 'out' : 'in', { n: row.row }), onUndo: () => void onSkip(row, !skipped) });
    } catch (error) {
      const read = readApiError(error);
      toast({ tone: 'bad', text: say(read.text, read.params) });
    }
  };
  const onShow = (tampil: 'semua' | 'ditinggalkan' | null) => {
    if (tampil) state.setFilter('sebab', null);
    state.setFilter('tampil', tampil);
  };
  const shared = { rows, onMend: editable ? onMend : null, onSkip: editable ? onSkip : null };

  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 14, alignItems: 'flex-start' }}>
      <CausesPanel
        view={view}
        chosen={code}
        onChoose={(next) => {
          if (next) state.setFilter('tampil', null);
          state.setFilter('sebab', next);
        }}
        onMapping={onMapping}
      />
      <section className="card flush table-card" style={{ flex: '999 1 560px', minWidth: 0 }} aria-busy={query.isFetching}>
        {query.isFetching && !query.isPending && <div className="fetching" aria-hidden />}
        <div className="filters" style={phone ? { paddingBlock: 10 } : { padding: '10px 14px' }}>
          <span className="segment" role="group" aria-label={t('which')}>
            <button type="button" aria-pressed={shown === 'faults'} onClick={() => onShow(null)}>{t('onlyFaults')}</button>
            <button type="button" aria-pressed={shown === 'all'} onClick={() => onShow('semua')}>{t('all')}</button>
            <button type="button" aria-pressed={shown === 'skipped'} onClick={() => onShow('ditinggalkan')}>{t('skipped', { n: view.skippedRows })}</button>
          </span>
          {!phone && (
            <Button size="sm" variant="quiet" aria-pressed={wide} onClick={() => setWide(!wide)}>
              {t('moreColumns')}
            </Button>
          )}
          <span className="end small muted">{t(!editable ? 'howRead' : phone ? 'howPhone' : 'how')}</span>
        </div>
        <ErrorNotice error={failure} />
        <div className="sr" role="status">{busy ? t('saving') : ''}</div>
        {query.error && !rows ? (
          <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        ) : phone ? (
          <PhoneRows {...shared} show={shown} />
        ) : (
          <CheckGrid {...shared} columns={columns} total={total} stale={query.isPlaceholderData} show={shown} />
        )}
        <RowsFoot page={state.page} size={state.size} total={total} onPage={state.setPage} />
      </section>
    </div>
  );
}
