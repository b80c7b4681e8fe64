import { Check, Circle } from 'lucide-react';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { StateChip } from '@anyam/admin-kit/chip';
import { Money } from '@anyam/admin-kit/format';
import { Icon } from '@anyam/admin-kit/icon';
import { Timeline } from '@anyam/admin-kit/record';
import { Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { groupFlow } from '@anyam/domain/group';
import { useEffect, useState } from 'react';
import { useGroupApi, type GroupRow } from './api.ts';
import { useTimelineEntry } from './timeline-words.tsx';
import { FLAGS, stageMark, words } from './words.ts';

const texts = defineTexts({
  ...words,
  open: { id: 'Buka kelompok', en: 'Open the group' },
  last: { id: 'Terakhir', en: 'Latest' },
  waiting: { id: 'Berkas menunggu {n} hal', en: 'The file waits for {n} things' },
  noHistory: { id: 'Belum ada kegiatan tercatat.', en: 'Nothing recorded yet.' },
});

/** The pane beside the list. Details come once a row is rested on, so that running through rows asks for nothing. */
export function GroupPreview({ row }: { readonly row: GroupRow }) {
  const t = useText(texts);
  const [rested, setRested] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRested(true), 250);
    return () => clearTimeout(timer);
  }, []);
  const stage = stageMark(row.aidStage);
  return (
    <>
      <div>
        <h2>{row.name}</h2>
        <p className="muted">
          {row.villageName}, {row.districtName} · {row.business}
        </p>
      </div>
      <div className="row">
        <StateChip of={groupFlow.states[row.state]} />
        {stage && <StateChip of={stage} />}
        {row.flags.map((f) => FLAGS[f] && <StateChip key={f} of={FLAGS[f]} />)}
      </div>
      <Facts
        items={[
          { label: words.received, value: <Money amount={row.received} /> },
          { label: words.accounted, value: <Money amount={row.accounted} /> },
          { label: words.members, value: row.members },
          { label: words.facilitator, value: row.facilitatorName ?? t('noFacilitator') },
        ]}
      />
      {rested ? <More id={row.id} /> : <Skeleton height={120} />}
      <Button variant="primary" href={`/kelompok/${row.id}`}>
        {t('open')}
      </Button>
    </>
  );
}

function More({ id }: { readonly id: string }) {
  const t = useText(texts);
  const say = useSay();
  const api = useGroupApi();
  const entry = useTimelineEntry();
  const detail = useQuery(api.get.queryOptions({ id }, { staleTime: 60_000 }));
  const timeline = useQuery(api.timeline.queryOptions({ id }, { staleTime: 60_000 }));
  if (detail.isPending || timeline.isPending) return <Skeleton height={120} />;
  const open = detail.data?.tasks.filter((x) => x.state === 'notOpened' || x.state === 'incomplete') ?? [];
  const done = detail.data?.tasks.filter((x) => x.state === 'complete') ?? [];
  const latest = timeline.data?.entries.slice(0, 3) ?? [];
  return (
    <>
      {open.length > 0 && (
        <div className="notice warn">
          <div>
            <b>{t('waiting', { n: open.length })}</b>
            {done.slice(0, 2).map((x) => (
              <div key={x.key} style={{ display: 'flex', gap: 6, alignItems: 'baseline' }}>
                <Icon of={Check} size={14} />
                <span>{say(x.label)}</span>
              </div>
            ))}
            {open.map((x) => (
              <div key={x.key} style={{ display: 'flex', gap: 6, alignItems: 'baseline' }}>
                <Icon of={Circle} size={14} />
                <span>
                  {say(x.label)}: {x.missing.map((m) => say(m.label)).join(', ')}
                </span>
              </div>
            ))}
          </div>
        </div>
      )}
      <h3>{t('last')}</h3>
      {latest.length > 0 ? <Timeline entries={latest.map((e) => entry(e, true))} /> : <p className="muted small">{t('noHistory')}</p>}
    </>
  );
}
