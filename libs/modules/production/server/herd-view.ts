import { addDays, type IsoDate } from '@anyam/domain/kernel';
import { herdReport, productionFindingText, stockCountDue, type Herd } from '@anyam/domain/production';
import type { HerdPort } from '../contract/index.ts';
import { herdRepository as stored } from '../persistence/herd.repository.ts';
import { findingViewOf, type ProductionContext } from './context.ts';
import { inventoryOf } from './herd-books.ts';
import { herdOf } from './herd-replay.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The livestock of a group: what is there, what happened in a period (this year unless said), what is to be looked at. */
export function herdViewer(c: ProductionContext): Pick<HerdPort, 'view'> {
  return {
    async view(call, { groupId, ...period }) {
      const group = await c.mine(call, groupId);
      const today = c.today();
      const from = (period.from ?? `${today.slice(0, 4)}-01-01`) as IsoDate;
      const to = (period.to ?? today) as IsoDate;
      const [rows, units, members, cases, counts, inventory, rules, names] = await Promise.all([
        stored.events(c.pool, groupId), stored.units(c.pool, groupId), c.membersOf(c.reading, groupId), stored.cases(c.pool, groupId), stored.counts(c.pool, groupId),
        c.needs.books.accounts(c.reading, groupId, ['inventory']), c.rulesFor(group.regencyCode), c.needs.access.names(group.facilitatorId ? [group.facilitatorId] : []),
      ]);
      const worth = new Map(inventory.map((a) => [a.id, a.balance]));
      const before = herdOf(rows, addDays(from, -1));
      const after = herdOf(rows, to);
      const known = new Set(units.map((u) => u.id));
      const first = firstDay(herdOf(rows));
      const lastCounted = counts[0]?.on ?? first;
      return {
        groupId, groupName: group.name, members: [...members.values()].map((m) => ({ id: m.membershipId, name: m.name, role: m.role })), from, to,
        units: units.map(({ goneKind, goneOn, ...u }) => ({ ...u, gone: goneKind !== null && goneOn !== null ? { kind: goneKind, on: goneOn } : null, cost: worth.get(inventoryOf(groupId, u.id)) ?? 0n })),
        reports: [...new Set([...before.flows.keys(), ...after.flows.keys()])].sort().map((species) => ({ species, ...herdReport(before, after, species) })),
        events: rows.slice(-200).reverse().map((r) => ({
          id: r.id, kind: r.kind, on: r.on, unitId: r.unitId, head: r.head, amount: r.amount, cost: r.cost, cause: r.cause, note: r.note, photoId: r.photoId, actorName: r.actorName, voided: r.voided, findings: r.findings.map(findingViewOf),
        })),
        cases: cases.map(({ code, params, ...k }) => ({ ...k, text: { id: productionFindingText({ code, params }, 'id'), en: productionFindingText({ code, params }, 'en') } })),
        findings: lastCounted && units.some((u) => u.head > 0) ? stockCountDue(lastCounted as IsoDate, today, rules).map(findingViewOf) : [],
        counts, bought: inventory.filter((a) => UUID.test(a.owner) && !known.has(a.owner) && a.balance > 0n).map((a) => ({ itemId: a.owner, value: a.balance })),
        facilitatorName: group.facilitatorId === null ? null : (names.get(group.facilitatorId) ?? null),
      };
    },
  };
}

/** The day the first animal came. */
const firstDay = (herd: Herd): string | null => [...herd.units.values()].reduce<string | null>((first, u) => (first === null || u.since < first ? u.since : first), null);
