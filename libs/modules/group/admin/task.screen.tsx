import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Card } from '@anyam/admin-kit/card';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { TaskList, type TaskState } from '@anyam/admin-kit/record';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { Chip, type Tone } from '@anyam/admin-kit/chip';
import { TASK_STATE_LABEL } from '@anyam/domain/group';
import { useEffect, type ComponentType } from 'react';
import { useGroupApi, useRefresh, type Group } from './api.ts';
import { AccountTask } from './task-account.tsx';
import { IdentityTask } from './task-identity.tsx';
import { MembersTask } from './task-members.tsx';
import { OfficersTask } from './task-officers.tsx';
import { PapersTask } from './task-papers.tsx';
import { PlaceTask } from './task-place.tsx';

const texts = defineTexts({
  back: { id: 'Kembali ke {name}', en: 'Back to {name}' },
  parts: { id: 'Bagian berkas', en: 'Parts of the file' },
  missing: { id: 'Masih kurang: {parts}.', en: 'Still missing: {parts}.' },
  unknown: { id: 'Bagian ini tidak ada. Pilih dari daftar.', en: 'There is no such part. Choose from the list.' },
  readOnly: { id: 'Kelompok ini tidak dapat Anda ubah.', en: 'You cannot change this group.' },
});

export interface TaskProps {
  readonly group: Group;
}
type TaskKey = Group['tasks'][number]['key'];

const TASKS: Readonly<Record<TaskKey, ComponentType<TaskProps>>> = {
  identity: IdentityTask,
  place: PlaceTask,
  officers: OfficersTask,
  members: MembersTask,
  account: AccountTask,
  papers: PapersTask,
};
const STATE: Readonly<Record<Group['tasks'][number]['state'], { readonly item: TaskState; readonly tone: Tone }>> = {
  notOpened: { item: 'unopened', tone: 'neutral' },
  incomplete: { item: 'incomplete', tone: 'warn' },
  complete: { item: 'complete', tone: 'ok' },
  notApplicable: { item: 'notApplicable', tone: 'neutral' },
};

export default function TaskScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useGroupApi();
  const query = useQuery(api.get.queryOptions({ id: params.id ?? '' }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded key={`${query.data.id}-${params.task}`} group={query.data} name={params.task ?? ''} />;
}

function Loaded({ group: g, name }: { readonly group: Group; readonly name: string }) {
  const t = useText(texts);
  const say = useSay();
  const api = useGroupApi();
  const refresh = useRefresh();
  const open = useMutation(api.openTask.mutationOptions({ onSuccess: () => void refresh(g.id) }));
  const task = g.tasks.find((x) => x.key === name);
  const unopened = task?.state === 'notOpened' && g.can.write;
  const { mutate } = open;
  // Whoever opens a part leaves a mark: "looked at" and "never opened" differ.
  useEffect(() => {
    if (unopened && task) mutate({ id: g.id, task: task.key });
  }, [g.id, name]);
  const Part = task && TASKS[task.key];
  return (
    <div className="stack">
      <PageHead
        title={task ? task.label : texts.parts}
        context={<Link href={`/kelompok/${g.id}`}>{t('back', { name: g.name })}</Link>}
        status={task && <Chip tone={STATE[task.state].tone}>{TASK_STATE_LABEL[task.state]}</Chip>}
      />
      <div className="split">
        <div className="stack">
          {!Part && <Notice tone="warn">{t('unknown')}</Notice>}
          {task && task.missing.length > 0 && <Notice>{t('missing', { parts: task.missing.map((m) => say(m.label)).join(', ') })}</Notice>}
          {Part && (g.can.write ? <Part group={g} /> : <Notice tone="warn">{t('readOnly')}</Notice>)}
        </div>
        <aside className="aside">
          <Card title={texts.parts}>
            <TaskList items={g.tasks.map((x) => ({ id: x.key, title: x.label, state: STATE[x.state].item, href: `/kelompok/${g.id}/tugas/${x.key}` }))} />
          </Card>
        </aside>
      </div>
    </div>
  );
}
