import { Pencil } from 'lucide-react';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts, Figure } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { later } from '@anyam/admin-kit/later';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorState, Skeleton, SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { validateRuleSet } from '@anyam/domain/programme';
import { useState } from 'react';
import { useProgrammeApi } from './api.ts';
import type { Programme } from './edit-programme.tsx';
import { RuleEditor } from './rule-editor.tsx';
import { RuleVersions } from './rule-versions.tsx';
import { words } from './words.ts';

const EditProgramme = later(() => import('./edit-programme.tsx').then((m) => m.EditProgramme), (props) => props.open);

const texts = defineTexts({
  ...words,
  context: { id: 'Tahun anggaran {year} · {source} · {regency}', en: 'Fiscal year {year} · {source} · {regency}' },
  edit: { id: 'Ubah program', en: 'Change the programme' },
  summary: { id: 'Ringkasan', en: 'Summary' },
  versions: { id: 'Versi aturan', en: 'Versions of the rules' },
  details: { id: 'Data program', en: 'About the programme' },
  made: { id: 'Dibuat', en: 'Made' },
  rulesNow: { id: 'Aturan yang berlaku', en: 'Rules in force' },
  version: { id: 'Versi {n}', en: 'Version {n}' },
  none: { id: 'Belum ada yang berlaku', en: 'None in force yet' },
  since: { id: 'berlaku mulai', en: 'in force from' },
  unreadable: { id: 'Aturan versi ini tidak lengkap, sehingga tidak dapat ditampilkan. Laporkan kepada admin.', en: 'This version of the rules is incomplete and cannot be shown. Tell the admin.' },
});

export default function ProgrammeScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useProgrammeApi();
  const query = useQuery(api.get.queryOptions({ id: params.id ?? '' }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded programme={query.data} />;
}

function Loaded({ programme: p }: { readonly programme: Programme }) {
  const t = useText(texts);
  const [editing, setEditing] = useState(false);
  return (
    <div className="stack">
      <PageHead
        title={p.name}
        context={t('context', { year: p.fiscalYear, source: t(p.source), regency: p.regencyName })}
        status={<Chip tone={p.state === 'open' ? 'ok' : 'neutral'}>{words[p.state]}</Chip>}
        actions={
          p.canManage && (
            <Button icon={Pencil} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )
        }
      />
      <div>
        <Tabs
          tabs={[
            { id: 'ringkasan', label: texts.summary, content: () => <Summary programme={p} /> },
            { id: 'aturan', label: words.rules, content: () => <Rules programme={p} /> },
            { id: 'versi', label: texts.versions, count: p.ruleSets.length, content: () => <RuleVersions versions={p.ruleSets} /> },
          ]}
        />
      </div>
      <EditProgramme programme={p} open={editing} onClose={() => setEditing(false)} />
    </div>
  );
}

function Summary({ programme: p }: { readonly programme: Programme }) {
  const t = useText(texts);
  const current = p.ruleSets.find((v) => v.current);
  return (
    <div className="stack">
      <div className="cards">
        <Figure label={words.ceiling} value={<Money amount={p.ceiling} />}>
          <span className="muted small">{terbilangRupiah(p.ceiling)}</span>
        </Figure>
        <Figure label={texts.rulesNow} value={current ? t('version', { n: current.version }) : '–'}>
          <span className="muted small">
            {current ? (
              <>
                {t('since')} <DateText value={current.validFrom} />
              </>
            ) : (
              t('none')
            )}
          </span>
        </Figure>
      </div>
      <Card title={texts.details}>
        <Facts
          items={[
            { label: words.dpaNumber, value: p.dpaNumber },
            { label: words.source, value: t(p.source) },
            { label: words.budgetType, value: t(p.budgetType) },
            { label: words.fiscalYear, value: p.fiscalYear },
            { label: words.state, value: `${t(p.state)}. ${t(p.state === 'open' ? 'openHint' : 'closedHint')}` },
            { label: texts.made, value: <DateText value={p.createdAt} /> },
          ]}
        />
      </Card>
    </div>
  );
}

/** The editor stands on the newest version; the one in force today may be an earlier one. */
function Rules({ programme }: { readonly programme: Programme }) {
  const api = useProgrammeApi();
  const newest = programme.ruleSets[0];
  const query = useQuery(api.ruleSet.queryOptions({ id: newest?.id ?? '' }, { enabled: Boolean(newest) }));
  if (!newest) return <RuleVersions versions={[]} />;
  if (query.isPending) return <Skeleton height={320} />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rules = validateRuleSet(query.data.settings);
  if (!rules.ok) return <ErrorState error={{ code: 'RULES_UNREADABLE', text: texts.unreadable }} />;
  return <RuleEditor key={newest.id} programmeId={programme.id} version={newest.version} frozen={newest.frozenAt !== null} base={rules.value} canEdit={programme.canRules} />;
}
