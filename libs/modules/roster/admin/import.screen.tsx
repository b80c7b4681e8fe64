import { Trash2 } from 'lucide-react';
import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { StateChip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { formatDate, formatDateTime } from '@anyam/admin-kit/format';
import { useNavigate } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { Stepper } from '@anyam/admin-kit/progress';
import type { ScreenProps } from '@anyam/admin-kit/screen';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { defineFilters, useTableState } from '@anyam/admin-kit/table-state';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useProgrammes, useRosterApi, useShowView, type ImportView } from './api.ts';
import { CheckStep } from './check-step.tsx';
import { FaultsButton } from './faults-button.tsx';
import { HeaderStep } from './header-step.tsx';
import { MappingStep } from './mapping-step.tsx';
import { StoreButton } from './store-button.tsx';
import { StoreStep } from './store-step.tsx';
import { STATES, STEPS } from './words.ts';

const texts = defineTexts({
  title: { id: 'Impor daftar kelompok', en: 'Import of a roster' },
  uploaded: { id: 'diunggah {at} oleh {by}', en: 'uploaded {at} by {by}' },
  sheets: { id: 'lembar {names}', en: 'sheet {names}' },
  asOf: { id: 'dinilai per {date}', en: 'judged as of {date}' },
  drop: { id: 'Singkirkan impor ini', en: 'Put this import away' },
  dropText: { id: 'Berkas {file} dan semua perbaikan Anda di sini disingkirkan. Belum ada yang tersimpan ke daftar kelompok, jadi tidak ada kelompok yang berubah.', en: 'The file {file} and all you mended here are put away. Nothing has been stored among the groups, so no group changes.' },
  step: { id: 'Langkah', en: 'Step' },
  cause: { id: 'Sebab', en: 'Cause' },
  shown: { id: 'Tampilan', en: 'Shown' },
});

/** What is looked at stands in the address: step, cause, which rows and which page. */
const filters = defineFilters({
  langkah: { kind: 'single', label: texts.step },
  sebab: { kind: 'single', label: texts.cause },
  tampil: { kind: 'single', label: texts.shown },
});

const OPEN = ['mapping', 'checked', 'failed'];

export default function ImportScreen({ params }: ScreenProps) {
  const t = useText(texts);
  const language = useLanguage();
  const go = useNavigate();
  const may = useSession().can('roster.import');
  const api = useRosterApi();
  const show = useShowView();
  const state = useTableState({ filters, size: 50 });
  const programmes = useProgrammes();
  const drop = useMutation(api.drop.mutationOptions());
  const [dropping, setDropping] = useState(false);
  const query = useQuery(api.get.queryOptions({ id: params['id'] ?? '' }, { refetchInterval: (q) => (q.state.data?.state === 'storing' ? 1_000 : false) }));
  const view = query.data;
  if (!view) return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonPage />;

  const open = OPEN.includes(view.state);
  const asked = open ? state.filters.langkah : null;
  const step = asked === 'judul' ? 1 : asked === 'cocokkan' ? 2 : view.state === 'mapping' ? 2 : view.state === 'checked' || (view.state === 'failed' && asked === 'periksa') ? 3 : 4;
  const goStep = (langkah: 'judul' | 'cocokkan' | 'periksa') => {
    state.setFilter('langkah', langkah);
    window.scrollTo({ top: 0 });
  };
  // More sheets may wait to be matched, so a saved matching does not lead away by itself.
  const onMapped = (next: ImportView) => {
    if (asked !== 'cocokkan') state.setFilter('langkah', 'cocokkan');
    show(next);
  };
  const onHeader = (next: ImportView) => {
    if (asked !== 'judul') state.setFilter('langkah', 'judul');
    show(next);
  };
  const programme = programmes.data?.find((p) => p.id === view.programmeId);
  const sheets = view.sheets.filter((s) => s.members > 0).map((s) => s.name);
  const context = [
    view.fileName,
    sheets.length > 0 && sheets.length <= 2 && t('sheets', { names: sheets.join(', ') }),
    programme && `${programme.name} (${programme.fiscalYear})`,
    t('asOf', { date: formatDate(view.asOf, language) }),
    t('uploaded', { at: formatDateTime(view.createdAt, language, 'short'), by: view.createdBy }),
  ].filter(Boolean);

  return (
    <div className="stack">
      <PageHead
        title={texts.title}
        status={<StateChip of={STATES[view.state]} />}
        context={context.join(' · ')}
        actions={
          may && step === 3 ? (
            <>
              {view.faultRows > 0 && <FaultsButton id={view.id} />}
              <StoreButton view={view} />
            </>
          ) : undefined
        }
        more={may && open ? [{ label: t('drop'), icon: Trash2, danger: true, onSelect: () => setDropping(true) }] : []}
      />
      <Stepper steps={STEPS} current={view.state === 'stored' || view.state === 'undone' ? STEPS.length : step} />
      {step === 1 && <HeaderStep view={view} editable={may} onShow={onHeader} onNext={() => goStep('cocokkan')} />}
      {step === 2 && <MappingStep view={view} editable={may} onShow={onMapped} onBack={() => goStep('judul')} onNext={() => goStep('periksa')} />}
      {step === 3 && <CheckStep key={view.id} view={view} editable={may} state={state} onMapping={() => goStep('cocokkan')} />}
      {step === 4 && <StoreStep view={view} may={may} onCheck={() => goStep('periksa')} />}
      <ConfirmDialog
        open={dropping}
        onClose={() => setDropping(false)}
        title={texts.drop}
        confirmLabel={texts.drop}
        danger
        onConfirm={async () => {
          await drop.mutateAsync({ id: view.id });
          go('/impor');
        }}
      >
        <p>{t('dropText', { file: view.fileName })}</p>
      </ConfirmDialog>
    </div>
  );
}

export type CheckState = ReturnType<typeof useTableState<typeof filters>>;
