import { randomUUID } from 'node:crypto';
import { addDays, formatDate, type IsoDate } from '@anyam/domain/kernel';
import { isCarried, type RecordedDecision } from '@anyam/domain/meeting';
import { makeTarget, productionError, progressOf, targetFindings, type Target } from '@anyam/domain/production';
import type { TargetsPort, TargetView } from '../contract/index.ts';
import { goodsRepository } from '../persistence/goods.repository.ts';
import { targetRepository as stored, type TargetRow } from '../persistence/target.repository.ts';
import { catalogueIn, type CatalogueServer } from './catalogue.ts';
import { findingViewOf, monthOf, ofGroup, queryOf, throwProblem, type ProductionContext } from './context.ts';
import { fail } from './errors.ts';

/** So far back the page shows targets and output. */
const DAYS_BACK = 120;
const DAYS_AHEAD = 70;

export function createTargets(c: ProductionContext, catalogue: CatalogueServer): TargetsPort {
  const { work } = c.kit;
  return {
    async board(call, { groupId }) {
      const group = await c.mine(call, groupId);
      const today = c.today();
      const from = addDays(today, -DAYS_BACK);
      const to = addDays(today, DAYS_AHEAD);
      const [found, members, decisions, targets, used, dropped, made, stock, output, counts, names] = await Promise.all([
        catalogue.catalogueOf(group.regencyCode), c.membersOf(c.reading, groupId), c.needs.meeting.decisions(c.reading, groupId), stored.touching(c.pool, groupId, from, to), stored.decisionsUsed(c.pool, groupId), stored.dropped(c.pool, groupId),
        goodsRepository.made(c.pool, [groupId], addDays(from, -DAYS_BACK), today), goodsRepository.stock(c.pool, groupId), goodsRepository.output(c.pool, groupId, monthOf(addDays(today, -330))),
        goodsRepository.counts(c.pool, groupId), c.needs.territory.names([group.villageCode, group.districtCode]),
      ]);
      const closed = decisions.filter((d) => d.minutesClosed && isCarried(d));
      const nameOf = (id: string) => members.get(id)?.name ?? '';
      return {
        group: { id: group.id, name: group.name, business: group.business, villageName: names.get(group.villageCode) ?? '', districtName: names.get(group.districtCode) ?? '' },
        members: [...members.values()].map((m) => ({ id: m.membershipId, name: m.name, role: m.role })), catalogue: catalogue.seen(found),
        targets: targets.map((t): TargetView => {
          const accepted = made.filter((m) => m.productId === t.productId).map((m) => ({ memberId: m.memberId, on: m.on as IsoDate, quantity: m.accepted }));
          const { members: lines, missing, ...progress } = progressOf({ period: { from: t.from as IsoDate, to: t.to as IsoDate }, quantity: t.quantity, parts: t.parts }, accepted, today);
          return {
            id: t.id, productId: t.productId, from: t.from, to: t.to, decided: t.decided, decidedOn: decisions.find((d) => d.id === t.decisionId)?.heldOn ?? null,
            season: t.season === null ? null : { season: t.season, percent: t.percent ?? 100, decisionId: t.seasonDecisionId ?? '' },
            progress, members: lines.map((l) => ({ ...l, name: nameOf(l.memberId) })), missing: [...missing],
          };
        }),
        waiting: waitingOf(closed, used, dropped).map((d) => ({ decisionId: d.id, ...d.content, heldOn: d.heldOn as string })),
        decisions: closed.filter((d) => d.kind === 'productionTarget' || d.kind === 'other').map((d) => ({ id: d.id, label: d.wording, heldOn: d.heldOn as string })).reverse().slice(0, 30),
        stock, output, counts, mayWrite: group.state !== 'dissolved' && c.may(call, group, 'production.write'),
      };
    },

    async drop(call, { key, groupId, decisionId, reason }) {
      await work.once(key, 'production.dropTarget', call.actor, async (unit) => {
        const query = queryOf(unit as never);
        const group = await c.mine(call, groupId, unit.tx as never);
        const decision = (await c.needs.meeting.decisions(unit.tx as never, groupId)).find((d) => d.id === decisionId);
        if (decision?.kind !== 'productionTarget') throw fail('NOT_WAITING');
        // The same lock as sharing it out: it is either shared or put away.
        await stored.lock(query, groupId, decision.content.productId);
        const waits = decision.minutesClosed && isCarried(decision) && !(await stored.decisionsUsed(query, groupId)).has(decisionId);
        if (!waits || !(await stored.drop(query, ofGroup(unit as never, call.actor, group), decisionId, reason))) throw fail('NOT_WAITING');
        unit.audit({
          action: 'production.dropTarget', entity: 'target', entityId: decisionId, groupId, regionCode: group.villageCode, reason,
          changes: { period: [`${decision.content.from} – ${decision.content.to}`, null], quantity: [decision.content.quantity, null] },
        });
        return {};
      });
    },

    async set(call, { key, groupId, productId, from, to, capacities, season }) {
      return work.once(key, 'production.setTarget', call.actor, async (unit) => {
        const query = queryOf(unit as never);
        const tx = unit.tx as never;
        const group = await c.mine(call, groupId, tx);
        if (group.state === 'dissolved') throw fail('GROUP_CLOSED');
        const product = (await catalogueIn(query, group.regencyCode, unit.now)).products.find((p) => p.id === productId);
        if (!product) throw productionError('PRODUCT_NOT_FOUND');
        await stored.lock(query, groupId, productId);
        // A decision may hold from the first day of its period, and be put to work before that.
        const on = from > c.today() ? from : c.today();
        const decision = await c.needs.meeting.require(tx, groupId, 'productionTarget', on, (d) => d.content.productId === productId && d.content.from === from && d.content.to === to);
        if (season) seasonDecision(await c.needs.meeting.decisions(tx, groupId), season.decisionId);
        const members = await c.membersOf(tx, groupId);
        if (capacities.some((m) => !members.has(m.memberId))) throw fail('NOT_A_MEMBER');
        const made = makeTarget({ productId, period: { from: from as IsoDate, to: to as IsoDate }, quantity: decision.content.quantity, decisionId: decision.id, season, capacities });
        if (!made.ok) {
          throwProblem(made.error);
          throw productionError('PERIOD_BAD');
        }
        const touching = await stored.touching(query, groupId, from, to, productId);
        const other = touching.find((t) => t.from !== from || t.to !== to);
        if (other) throw fail('TARGET_OVERLAPS', { from: formatDate(other.from as IsoDate, 'id'), to: formatDate(other.to as IsoDate, 'id') });
        for (const same of touching) await stored.replace(query, same.id, unit.now);
        const row = rowOf(made.value);
        await stored.add(query, ofGroup(unit as never, call.actor, group), row, capacities.map((m, i) => ({ ...m, quantity: made.value.parts[i]?.quantity ?? 0 })));
        unit.audit({
          action: 'production.target', entity: 'target', entityId: row.id, groupId, regionCode: group.villageCode,
          changes: { product: [null, product.name], period: [null, `${from} – ${to}`], quantity: [touching[0]?.quantity ?? null, row.quantity], decision: [null, decision.id] },
        });
        const findings = targetFindings(made.value, capacities, product, await c.rulesFor(group.regencyCode)).map(findingViewOf);
        return { id: row.id, quantity: row.quantity, findings };
      });
    },
  };
}

type TargetDecision = Extract<RecordedDecision, { kind: 'productionTarget' }>;
/**
 * Decided targets that nobody shared out or put away yet, of months gone by too. Of two decisions for the same goods and
 * period only the later waits: it replaced the other.
 */
function waitingOf(closed: readonly RecordedDecision[], used: ReadonlySet<string>, dropped: ReadonlySet<string>): TargetDecision[] {
  const targets = closed.filter((d): d is TargetDecision => d.kind === 'productionTarget');
  const same = (a: TargetDecision, b: TargetDecision) => a.content.productId === b.content.productId && a.content.from === b.content.from && a.content.to === b.content.to;
  return targets.filter((d, i) => !used.has(d.id) && !dropped.has(d.id) && !targets.slice(i + 1).some((x) => same(d, x)));
}

function rowOf(t: Target): TargetRow {
  return {
    id: randomUUID(), productId: t.productId, from: t.period.from, to: t.period.to, decided: t.decided, quantity: t.quantity, decisionId: t.decisionId,
    season: t.season?.season ?? null, percent: t.season?.percent ?? null, seasonDecisionId: t.season?.decisionId ?? null, parts: [...t.parts],
  };
}

/** A season's factor names a decision of closed minutes. */
function seasonDecision(decisions: readonly RecordedDecision[], id: string): void {
  const found = decisions.find((d) => d.id === id);
  if (!found || !found.minutesClosed || !isCarried(found)) throw productionError('DECISION_MISSING');
}
