import { BarChart, MoneyBar } from '@anyam/admin-kit/chart';
import { Button } from '@anyam/admin-kit/button';
import { Card, Figure, TaskCard } from '@anyam/admin-kit/card';
import { Chip, type Tone } from '@anyam/admin-kit/chip';
import { formatNumber, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { EmptyState } from '@anyam/admin-kit/states';
import { useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { CircleCheck } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { homeOutput } from '../contract/overview.schema.ts';
import { texts } from './texts.ts';

export type Home = z.infer<typeof homeOutput>;

const SHOWN = 6;

export function Tasks({ tasks }: { readonly tasks: Home['tasks'] }) {
  const t = useText(texts);
  const say = useSay();
  const [all, setAll] = useState(false);
  const shown = all ? tasks : tasks.slice(0, SHOWN);
  const note = (task: Home['tasks'][number]) =>
    [task.oldestDays === null ? null : task.oldestDays === 0 ? t('oldestToday') : t('oldest', { n: task.oldestDays }), task.note && say(task.note)].filter(Boolean).join(' · ');
  return (
    <section aria-labelledby="tasks" className="stack" style={{ gap: 12 }}>
      <h2 id="tasks">{t('tasks')}</h2>
      {tasks.length === 0 ? (
        <Card>
          <EmptyState icon={CircleCheck} title={t('noTasks')} text={t('noTasksWhy')} />
        </Card>
      ) : (
        <div className="cards">
          {shown.map((task) => (
            <TaskCard key={task.id} count={task.count} title={task.label} {...(note(task) ? { note: note(task) } : {})} action={task.action} href={task.path} />
          ))}
        </div>
      )}
      {tasks.length > shown.length && (
        <div>
          <Button variant="quiet" onClick={() => setAll(true)}>
            {t('moreTasks', { n: tasks.length - shown.length })}
          </Button>
        </div>
      )}
    </section>
  );
}

export function Figures({ home }: { readonly home: Home }) {
  const t = useText(texts);
  const language = useLanguage();
  const number = (n: number) => formatNumber(n, language);
  const { groups, money, reports, members } = home.figures;
  return (
    <section aria-labelledby="figures">
      <h2 id="figures" className="sr">{t('figures', { year: home.fiscalYear })}</h2>
      <div className="cards">
        <Figure label={t('active')} value={number(groups.active)} href={groups.path}>
          {groups.added > 0 ? <Chip tone="ok" mark="none">{t('added', { n: groups.added, year: home.fiscalYear })}</Chip> : <span className="small muted">{t('ofAll', { n: groups.total })}</span>}
        </Figure>
        <Figure label={t('paid')} value={<Money amount={money.paid} short />} href={money.path}>
          {money.ceiling > 0n ? (
            <MoneyBar
              total={money.ceiling}
              totalLabel={t('ceiling')}
              parts={[
                { label: t('paidPart'), amount: money.paid },
                { label: t('reservedPart'), amount: money.reserved },
                ...(money.inTransit > 0n ? [{ label: t('transitPart'), amount: money.inTransit }] : []),
              ]}
            />
          ) : (
            <span className="small muted">{t('noCeiling', { year: home.fiscalYear })}</span>
          )}
        </Figure>
        <Figure label={t('reports')} value={`${number(reports.accepted)} / ${number(reports.due)}`} href={reports.path}>
          {reports.late > 0 ? <Chip tone="warn" mark="none">{t('late', { n: reports.late })}</Chip> : <span className="small muted">{t('noneLate')}</span>}
        </Figure>
        <Figure label={t('members')} value={number(members.people)} href={members.path}>
          {members.groupsUnderSize > 0 ? (
            <Chip tone="warn" mark="none">{t('under', { n: members.groupsUnderSize })}</Chip>
          ) : (
            <span className="small muted">{t('perGroup', { n: groups.total > 0 ? Math.round(members.people / groups.total) : 0 })}</span>
          )}
        </Figure>
      </div>
    </section>
  );
}

export function Journey({ home }: { readonly home: Home }) {
  const t = useText(texts);
  const year = { year: home.fiscalYear };
  const none = home.funnel.every((f) => f.count === 0) && home.rejected.count === 0;
  return (
    <Card title={t('funnel', year)} {...(none ? {} : { note: t('funnelNote') })}>
      {none ? (
        <EmptyState title={t('funnelNone', year)} text={t('funnelNoneWhy')} />
      ) : (
        <BarChart kind="funnel" caption={t('funnelCaption')} rows={home.funnel.map((f) => ({ label: f.label, value: f.count, href: f.path }))} />
      )}
      {home.rejected.count > 0 && (
        <p style={{ marginTop: 8 }}>
          <Link href={home.rejected.path} className="chip info">{t('rejected', { n: home.rejected.count })}</Link>
        </p>
      )}
    </Card>
  );
}

const TONE: Readonly<Record<Home['risks'][number]['level'], Tone>> = { high: 'bad', medium: 'warn', low: 'neutral' };

export function Risks({ home }: { readonly home: Home }) {
  const t = useText(texts);
  const say = useSay();
  const rest = home.riskTotal - home.risks.length;
  return (
    <Card title={t('risks')} {...(home.risks.length > 0 ? { note: t('risksNote') } : {})}>
      {home.risks.length === 0 ? (
        <EmptyState icon={CircleCheck} title={t('risksNone')} text={t('risksNoneWhy')} />
      ) : (
        <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
          {home.risks.map((risk) => (
            <li key={risk.groupId} className="linked" style={{ position: 'relative', borderTop: '1px solid var(--line)', padding: '10px 0' }}>
              <div style={{ display: 'flex', gap: 8, alignItems: 'flex-start' }}>
                <span style={{ flex: 1, minWidth: 0 }}>
                  <Link href={risk.path} className="cover" style={{ color: 'inherit', textDecoration: 'none', fontWeight: 650 }}>{risk.name}</Link>{' '}
                  <span className="muted">{risk.villageName}</span>
                </span>
                <Chip tone={TONE[risk.level]}>{t(risk.level)}</Chip>
              </div>
              <div>{say(risk.reason)}</div>
            </li>
          ))}
        </ul>
      )}
      {rest > 0 && <p style={{ borderTop: '1px solid var(--line)', paddingTop: 10 }}><Link href={home.riskPath}>{t('allRisks', { n: rest })}</Link></p>}
    </Card>
  );
}
