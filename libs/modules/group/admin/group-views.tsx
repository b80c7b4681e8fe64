import { readApiError, useMutation, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { SavedViews, type SavedView } from '@anyam/admin-kit/saved-views';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import type { z } from 'zod';
import type { facetsOutput } from '../contract/index.ts';
import { useGroupApi } from './api.ts';

const texts = defineTexts({
  all: { id: 'Semua', en: 'All' },
  risk: { id: 'Berisiko', en: 'At risk' },
  noReport: { id: 'LPJ terlambat', en: 'Report overdue' },
  ready: { id: 'Siap cair', en: 'Ready for payment' },
  candidates: { id: 'Calon', en: 'Candidates' },
  saved: { id: 'Tampilan "{name}" tersimpan.', en: 'The view "{name}" was saved.' },
  removed: { id: 'Tampilan dihapus.', en: 'The view was removed.' },
});

export const SCREEN = 'kelompok';

/** Views that everyone has, then those the person saved. */
export function GroupViews({ facets, current }: { readonly facets: z.infer<typeof facetsOutput> | undefined; readonly current: string | null }) {
  const t = useText(texts);
  const say = useSay();
  const api = useGroupApi();
  const client = useQueryClient();
  const toast = useToast();
  const own = useQuery(api.views.queryOptions({ screen: SCREEN }, { staleTime: 60_000 }));
  const save = useMutation(api.saveView.mutationOptions());
  const count = (list: 'flags' | 'stages' | 'states', value: string) => facets && (facets[list].find((f) => f.value === value)?.count ?? 0);
  const views: SavedView[] = [
    { id: 'semua', label: texts.all, query: '', count: facets?.total },
    // A group may bear more than one of these marks, so their sum would count it twice: no number here.
    { id: 'berisiko', label: texts.risk, query: 'tanda=sizeUnder,officersMissing,lpjLate' },
    { id: 'lpj', label: texts.noReport, query: 'tanda=lpjLate', count: count('flags', 'lpjLate') },
    { id: 'siap-cair', label: texts.ready, query: 'tahap=siapCair', count: count('stages', 'siapCair') },
    { id: 'calon', label: texts.candidates, query: 'keadaan=candidate', count: count('states', 'candidate') },
    ...(own.data ?? []).map((v) => ({ id: v.id, label: v.name, query: v.query })),
  ];
  return (
    <SavedViews
      views={views}
      current={current}
      onSave={async (name, query) => {
        try {
          await save.mutateAsync({ screen: SCREEN, name, query });
          await client.invalidateQueries(api.views.queryFilter());
          toast({ text: t('saved', { name }) });
        } catch (error) {
          const read = readApiError(error);
          toast({ text: say(read.text, read.params), tone: 'bad' });
          throw error;
        }
      }}
    />
  );
}

/** Takes the shown view away when it is the person's own; null for the common ones. */
export function useRemoveView(current: string | null): { readonly name: string; readonly remove: () => Promise<void> } | null {
  const t = useText(texts);
  const api = useGroupApi();
  const client = useQueryClient();
  const toast = useToast();
  const own = useQuery(api.views.queryOptions({ screen: SCREEN }, { staleTime: 60_000 }));
  const drop = useMutation(api.removeView.mutationOptions());
  const view = own.data?.find((v) => v.id === current);
  if (!view) return null;
  return {
    name: view.name,
    remove: async () => {
      await drop.mutateAsync({ id: view.id });
      await client.invalidateQueries(api.views.queryFilter());
      toast({ text: t('removed') });
    },
  };
}
