import type { Call, Role } from '@anyam/contract-kit';
import { dateInZone, ZONE_HOURS, type Bilingual } from '@anyam/domain/kernel';
import type { Kit } from '@anyam/server-kit';
import type { z } from 'zod';
import type { GroupFigures, GroupFiguresNeed, OverviewNeeds } from '../contract/needs.ts';
import { FUNNEL_STAGES, type homeOutput, type taskCard } from '../contract/overview.schema.ts';
import { REACHED } from '../contract/stages.ts';
import { OVERDUE, placeOf } from './aid-tasks.ts';
import { lateReason, reasonOf } from './risks.ts';

type Home = z.infer<typeof homeOutput>;
type Task = z.infer<typeof taskCard>;

const RISKS_SHOWN = 6;
const DAY_MS = 86_400_000;
/** Who read and do not act. */
const LEADERS: readonly Role[] = ['pimpinan', 'auditor'];
/** Who fill in a group's file. */
const KEEPERS: readonly Role[] = ['operator', 'admin', 'pendamping'];

const STAGE_LABEL: Readonly<Record<(typeof FUNNEL_STAGES)[number], Bilingual>> = {
  proposed: { id: 'Usulan', en: 'Proposed' },
  verified: { id: 'Verifikasi', en: 'Verified' },
  decreed: { id: 'Ditetapkan (SK)', en: 'Decreed' },
  paid: { id: 'Cair (SP2D)', en: 'Paid (SP2D)' },
  received: { id: 'Diterima kelompok', en: 'Received by the group' },
  accounted: { id: 'LPJ diterima', en: 'Report accepted' },
};
const ORDER = { high: 0, medium: 1, low: 2 } as const;

/** "5 usulan menunggu …": the label follows its number; LPJ stays LPJ. */
const afterNumber = (label: string): string => (/^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label);

export function createHome({ clock, config }: Kit, needs: OverviewNeeds, groups: GroupFiguresNeed) {
  const holds = (call: Call, roles: readonly Role[]): boolean => call.scope.some((grant) => roles.includes(grant.role));
  const days = (since: Date | null): number | null => (since === null ? null : Math.max(0, Math.floor((clock.now().getTime() - since.getTime()) / DAY_MS)));

  async function importTask(call: Call): Promise<Task[]> {
    if (!needs.roster || !holds(call, ['operator', 'admin'])) return [];
    const waiting = await needs.roster.waiting(call);
    if (waiting.imports === 0) return [];
    const one = waiting.imports === 1;
    const rows = waiting.rows > 0;
    return [{
      id: 'imports',
      label: rows ? { id: 'baris impor perlu dilihat', en: 'import rows to look at' } : { id: 'impor belum disimpan', en: 'imports not stored yet' },
      action: { id: 'Lanjutkan impor', en: 'Continue the import' },
      count: rows ? waiting.rows : waiting.imports, amount: 0n, oldest: waiting.oldest, oldestDays: days(waiting.oldest),
      note: one && waiting.fileName ? { id: waiting.fileName, en: waiting.fileName } : { id: `${waiting.imports} berkas`, en: `${waiting.imports} files` },
      path: one && waiting.lastId ? `/impor/${waiting.lastId}` : '/impor',
    }];
  }

  function groupTasks(call: Call, figures: GroupFigures): Task[] {
    const tasks: Task[] = [];
    if (figures.drafts.count > 0 && holds(call, KEEPERS)) {
      tasks.push({
        id: 'drafts', label: { id: 'calon kelompok belum lengkap', en: 'candidate groups not complete' }, action: { id: 'Lengkapi data', en: 'Complete the files' },
        count: figures.drafts.count, amount: 0n, oldest: figures.drafts.oldest, oldestDays: days(figures.drafts.oldest), note: null, path: '/kelompok?keadaan=candidate',
      });
    }
    if (figures.unaccompanied.count > 0 && holds(call, ['operator', 'kabid', 'admin'])) {
      tasks.push({
        id: 'unaccompanied', label: { id: 'kelompok belum punya pendamping', en: 'groups without a facilitator' }, action: { id: 'Tunjuk pendamping', en: 'Name facilitators' },
        count: figures.unaccompanied.count, amount: 0n, oldest: figures.unaccompanied.oldest, oldestDays: days(figures.unaccompanied.oldest), note: null, path: '/kelompok?pendamping=none',
      });
    }
    return tasks;
  }

  async function aidTasks(call: Call): Promise<Task[]> {
    if (!needs.disbursement) return [];
    const tasks = await needs.disbursement.figures.tasks(call);
    return tasks
      .filter((t) => t.count > 0)
      .map((t) => ({ ...t, ...placeOf(t.id, t.path), label: { id: afterNumber(t.label.id), en: afterNumber(t.label.en) }, note: null, oldestDays: days(t.oldest) }));
  }

  /** Sums over the programmes of the year. Without a ledger: what the groups received. */
  async function money(call: Call, fiscalYear: number, figures: GroupFigures) {
    const programmes = await needs.programme.list(call, { fiscalYear });
    const ceiling = programmes.reduce((sum, p) => sum + p.ceiling, 0n);
    const ledger = needs.disbursement?.figures;
    const proposals = needs.disbursement?.proposals;
    if (!ledger || !proposals) return { ceiling, paid: figures.received, inTransit: 0n, reserved: 0n, fromLedger: false, rejected: 0 };
    const [books, refused] = await Promise.all([
      Promise.all(programmes.map((p) => ledger.figures(call, { programmeId: p.id }))),
      // A rejected group's row goes back to "none", so refusals are counted where they are kept.
      Promise.all(programmes.map((p) => proposals.list(call, { programmeId: p.id, states: ['ditolak'], page: 1, pageSize: 25, sort: 'since', direction: 'asc' }))),
    ]);
    const sum = (pick: (b: (typeof books)[number]) => bigint) => books.reduce((total, b) => total + pick(b), 0n);
    return { ceiling, paid: sum((b) => b.paid), inTransit: sum((b) => b.inTransit), reserved: sum((b) => b.reserved), fromLedger: true, rejected: refused.reduce((n, page) => n + page.total, 0) };
  }

  function overdueTask(call: Call, late: { readonly total: number; readonly longest: number }): Task[] {
    if (late.total === 0 || !holds(call, ['operator', 'pendamping', 'verifikator', 'kabid'])) return [];
    return [{
      id: 'overdue', label: { id: 'LPJ lewat batas', en: 'reports overdue' }, ...OVERDUE, count: late.total, amount: 0n,
      oldest: new Date(clock.now().getTime() - late.longest * DAY_MS), oldestDays: late.longest, note: null,
    }];
  }

  async function risks(call: Call): Promise<Pick<Home, 'risks' | 'riskTotal'> & { late: { total: number; longest: number } }> {
    const [found, late] = await Promise.all([
      groups.risks(call, RISKS_SHOWN),
      needs.disbursement ? needs.disbursement.lpj.list(call, { overdue: ['reminder', 'letter', 'barred', 'refund'], sort: 'due', page: 1, pageSize: 25 }) : { rows: [], total: 0 },
    ]);
    const names = await needs.territory.names(found.rows.map((g) => g.villageCode));
    const rows = new Map<string, Home['risks'][number]>();
    for (const report of late.rows) {
      if (rows.has(report.groupId)) continue;
      const { level, text } = lateReason(report);
      rows.set(report.groupId, { groupId: report.groupId, name: report.groupName, villageName: report.villageName, level, reason: text, path: `/kelompok/${report.groupId}` });
    }
    const lateGroups = rows.size;
    let both = 0;
    for (const group of found.rows) {
      if (rows.has(group.id)) {
        both += 1;
        continue;
      }
      const reason = reasonOf(group);
      if (!reason) continue;
      rows.set(group.id, { groupId: group.id, name: group.name, villageName: names.get(group.villageCode) ?? group.villageCode, level: reason.level, reason: reason.text, path: `/kelompok/${group.id}` });
    }
    const sorted = [...rows.values()].sort((a, b) => ORDER[a.level] - ORDER[b.level]);
    return { risks: sorted.slice(0, RISKS_SHOWN), riskTotal: Math.max(sorted.length, found.total + lateGroups - both), late: { total: late.total, longest: Math.max(0, ...late.rows.map((r) => r.daysLate)) } };
  }

  return async function home(call: Call, { fiscalYear }: { fiscalYear: number }): Promise<Home> {
    const now = clock.now();
    const figures = await groups.figures(call, fiscalYear);
    const [imports, aid, sums, risky] = await Promise.all([importTask(call), aidTasks(call), money(call, fiscalYear, figures), risks(call)]);
    const hour = (now.getUTCHours() + ZONE_HOURS[config.TIME_ZONE]) % 24;
    const year = `tahun=${fiscalYear}`;
    const listOf = (stages: readonly string[]) => `/kelompok?tahap=${stages.join(',')}&${year}`;
    return {
      today: dateInZone(now, config.TIME_ZONE),
      time: `${String(hour).padStart(2, '0')}:${String(now.getUTCMinutes()).padStart(2, '0')}`,
      zone: config.TIME_ZONE,
      partOfDay: hour < 4 ? 'night' : hour < 11 ? 'morning' : hour < 15 ? 'noon' : hour < 18 ? 'afternoon' : 'night',
      fiscalYear,
      first: call.scope.every((grant) => LEADERS.includes(grant.role)) ? 'figures' : 'tasks',
      fresh: figures.total === 0,
      tasks: [...aid, ...overdueTask(call, risky.late), ...imports, ...groupTasks(call, figures)],
      figures: {
        groups: { active: figures.active, total: figures.total, added: figures.added, path: '/kelompok?keadaan=active' },
        money: { ceiling: sums.ceiling, paid: sums.paid, inTransit: sums.inTransit, reserved: sums.reserved, fromLedger: sums.fromLedger, path: '/bantuan' },
        reports: {
          accepted: figures.funnel.accounted, due: figures.funnel.received, received: figures.received, accounted: figures.accounted, late: risky.late.total,
          path: listOf(REACHED.received),
        },
        members: { people: figures.people, groupsUnderSize: figures.underSize, path: '/anggota' },
      },
      funnel: FUNNEL_STAGES.map((stage) => ({ stage, label: STAGE_LABEL[stage], count: figures.funnel[stage], path: listOf(REACHED[stage]) })),
      rejected: { count: sums.rejected, path: '/bantuan?keadaan=ditolak' },
      riskPath: `/kelompok?tanda=${['lpjLate', 'sizeUnder', 'officersMissing'].join(',')}`,
      risks: risky.risks,
      riskTotal: risky.riskTotal,
    };
  };
}
