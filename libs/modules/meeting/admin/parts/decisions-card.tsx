import { Plus } from 'lucide-react';
import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText } from '@anyam/admin-kit/format';
import { preloadDialog } from '@anyam/admin-kit/dialog';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { lazy, Suspense, useState } from 'react';
import { useMeetingApi, useRefresh, useTell, type Meeting } from './api.ts';
import { words } from './words.ts';

const DecisionDialog = lazy(() => import('../decision-dialog.tsx'));

const texts = defineTexts({
  ...words,
  add: { id: 'Catat keputusan', en: 'Take down a decision' },
  none: { id: 'Belum ada keputusan.', en: 'No decision yet.' },
  noneEver: { id: 'Rapat ini tidak mengambil keputusan.', en: 'This meeting decided nothing.' },
  votes: { id: 'Setuju {agree}, tidak setuju {against}, tidak memilih {abstain}', en: '{agree} for, {against} against, {abstain} abstained' },
  from: { id: 'berlaku mulai', en: 'in force from' },
  rejected: { id: 'Tidak disetujui', en: 'Not carried' },
  pending: { id: 'Berlaku setelah rapat ditutup.', en: 'In force once the meeting is closed.' },
  removed: { id: 'Keputusan dihapus dari notulen.', en: 'The decision was taken out.' },
  officers: { id: 'Pengurus yang diputuskan belum tercatat di data kelompok', en: 'The officers decided here are not in the group\'s file yet' },
  becomes: { id: '{name} menjadi {role}', en: '{name} becomes {role}' },
  instead: { id: ', menggantikan {before}', en: ', in place of {before}' },
  apply: { id: 'Terapkan ke data kelompok', en: 'Write into the group\'s file' },
  applied: { id: 'Pengurus kelompok diperbarui.', en: 'The officers were updated.' },
  askOffice: { id: 'Mintalah pendamping atau operator menerapkannya.', en: 'Ask the facilitator or an operator to write them in.' },
});

export function DecisionsCard({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const say = useSay();
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const tell = useTell();
  const undo = useMutation(api.undecide.mutationOptions());
  const [editing, setEditing] = useState<Meeting['decided'][number] | 'new' | null>(null);
  const write = m.can.write && m.state === 'open';
  const remove = async (decisionId: string) => {
    try {
      await undo.mutateAsync({ id: m.id, decisionId });
      toast({ text: t('removed') });
    } catch (error) {
      tell(error);
    } finally {
      await refresh();
    }
  };
  return (
    <Card title={words.decisions} {...(m.state === 'open' && m.decided.length > 0 ? { note: texts.pending } : {})} actions={write && <Button size="sm" variant={m.decided.length === 0 ? 'primary' : 'secondary'} icon={Plus} onPointerEnter={preloadDialog} onClick={() => setEditing('new')}>{t('add')}</Button>}>
      <ApplyOfficers meeting={m} />
      {m.decided.length === 0 && <p className="muted">{t(m.state === 'closed' ? 'noneEver' : 'none')}</p>}
      <ol className="m-0 grid list-none gap-4 p-0">
        {m.decided.map((d, i) => {
          const problems = m.problems.filter((p) => p.where === d.id);
          return (
            <li key={d.id} className="border-t border-line pt-3 first:border-t-0 first:pt-0">
              <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
                <div className="min-w-0 flex-1">
                  <b>{i + 1}. {say(d.said)}</b>
                  {d.wording && d.wording !== `${say(d.said)}.` && <p className="whitespace-pre-wrap">{d.wording}</p>}
                  <div className="sub">{say(d.label)} · {t('votes', d.votes as never)} · {t('from')} <DateText value={d.from} /></div>
                </div>
                {!d.carried && <Chip tone="warn">{t('rejected')}</Chip>}
                {write && (
                  <span className="flex gap-1">
                    <Button size="sm" onClick={() => setEditing(d)}>{t('edit')}</Button>
                    <Button size="sm" variant="quiet" busy={undo.isPending && undo.variables?.decisionId === d.id} onClick={() => void remove(d.id)}>{t('remove')}</Button>
                  </span>
                )}
              </div>
              {problems.length > 0 && <Notice tone="warn">{problems.map((p) => <div key={p.code}>{say(p.text)}</div>)}</Notice>}
            </li>
          );
        })}
      </ol>
      <Suspense>{editing && <DecisionDialog meeting={m} decision={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}</Suspense>
    </Card>
  );
}

function ApplyOfficers({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const tell = useTell();
  const apply = useMutation(api.applyOfficers.mutationOptions());
  if (m.officersToApply.length === 0) return null;
  const run = async () => {
    try {
      await apply.mutateAsync({ id: m.id });
      toast({ text: t('applied') });
    } catch (error) {
      tell(error);
    } finally {
      await refresh();
    }
  };
  return (
    <div className="mb-4">
      <Notice title={texts.officers}>
        {m.officersToApply.map((o) => <div key={o.role}>{t('becomes', { name: o.name, role: t(o.role).toLowerCase() })}{o.before && t('instead', { before: o.before })}</div>)}
        {m.can.officers ? <div className="mt-2"><Button size="sm" busy={apply.isPending} onClick={() => void run()}>{t('apply')}</Button></div> : t('askOffice')}
      </Notice>
    </div>
  );
}
