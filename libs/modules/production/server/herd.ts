import { randomUUID } from 'node:crypto';
import { fail as common, type Call } from '@anyam/contract-kit';
import type { IsoDate } from '@anyam/domain/kernel';
import {
  deathFindings, HERD_KIND_LABEL, productionError, productionFindingText, productionProblemText, replayHerd, saleFindings, stockCountFindings, theftFindings,
  type Herd, type HerdEvent, type HerdUnit, type ProductionFinding,
} from '@anyam/domain/production';
import type { GroupRecord } from '@anyam/group/contract';
import type { Unit } from '@anyam/member/contract';
import { isUniqueViolation, type Query } from '@anyam/server-kit';
import type { HerdPort } from '../contract/index.ts';
import { herdRepository as stored, type HerdRow, type KeptHerdRow } from '../persistence/herd.repository.ts';
import { blank, findingViewOf, ofGroup, queryOf, type ProductionContext } from './context.ts';
import { fail } from './errors.ts';
import { costOfHead, herdTransfers, inventoryOf } from './herd-books.ts';
import { herdOf, living } from './herd-replay.ts';
import { herdViewer } from './herd-view.ts';

type Details = Partial<Pick<HerdRow, 'amount' | 'purse' | 'cause' | 'photoId' | 'witnessIds' | 'reportNo' | 'findings'>>;
const eventKey = (id: string) => `herd:${id}`;

export function createHerd(c: ProductionContext): HerdPort {
  const { work } = c.kit;

  async function begin(call: Call, unit: Unit, groupId: string): Promise<{ query: Query; group: GroupRecord; rows: KeptHerdRow[]; herd: Herd }> {
    const group = await c.mine(call, groupId, unit.tx);
    if (group.state === 'dissolved') throw fail('GROUP_CLOSED');
    const query = queryOf(unit);
    await stored.lock(query, groupId);
    const rows = await stored.events(query, groupId);
    return { query, group, rows, herd: herdOf(rows) };
  }

  /** Replays with the new event, keeps it, writes the units and the books. */
  async function record(call: Call, unit: Unit, at: { query: Query; group: GroupRecord; rows: KeptHerdRow[]; herd: Herd }, event: HerdEvent, note: string | null, details: Details = {}) {
    const { query, group, rows } = at;
    if (event.on > c.today()) throw productionError('DAY_IN_FUTURE', { on: event.on });
    const events = [...living(rows).map((r) => r.event), event];
    const next = replayHerd(events);
    if (!next.ok) {
      if (next.error.at === events.length - 1) throw productionError(next.error.code, next.error.params);
      throw fail('HISTORY_BROKEN', { text: productionProblemText(next.error, 'id'), textEn: productionProblemText(next.error, 'en') });
    }
    const unitId = 'unit' in event ? event.unit.id : 'intoId' in event ? event.intoId : event.unitId;
    const head = 'unit' in event ? event.unit.head : 'head' in event ? event.head : 0;
    const leaves = 'unitId' in event && event.kind !== 'change';
    const account = inventoryOf(group.id, unitId);
    const worth = leaves ? ((await c.needs.books.balances(unit.tx, group.id, [account])).get(account) ?? 0n) : 0n;
    const row: HerdRow = {
      id: randomUUID(), kind: event.kind, on: event.on, reportedOn: c.today(), unitId, head, event, amount: 0n, cost: leaves ? costOfHead(head, at.herd.units.get(unitId)?.head ?? 0, worth) : 0n, purse: null, cause: null, note: blank(note),
      photoId: null, witnessIds: [], reportNo: null, findings: [], reverses: null, ...details,
    };
    await stored.add(query, ofGroup(unit, call.actor, group), row);
    await stored.sync(query, ofGroup(unit, call.actor, group), [...next.value.units.values()]);
    const label = event.kind === 'change' ? { id: 'Data ternak', en: 'Animal changed' } : HERD_KIND_LABEL[event.kind];
    const subject = next.value.units.get(unitId);
    const name = `${subject?.species ?? ''}${subject?.tag ? ` ${subject.tag}` : ''}`;
    await c.needs.books.post(unit, call.actor, group.id, { key: eventKey(row.id), kind: event.kind, text: { id: `${label.id}: ${head} ekor ${name}`, en: `${label.en}: ${head} head ${name}` } }, herdTransfers(group.id, row));
    unit.audit({
      action: `production.herd.${event.kind}`, entity: 'herd', entityId: unitId, groupId: group.id, regionCode: group.villageCode, reason: row.note,
      changes: { unit: [null, name], head: [null, head], on: [null, event.on], ...(row.amount > 0n ? { amount: [null, String(row.amount)] as const } : {}) },
    });
    return { id: row.id, unitId, findings: row.findings.map(findingViewOf) };
  }

  /** Blocks stop it; warnings want a reason. */
  function judged(findings: readonly ProductionFinding[], note: string | null, despite: boolean): readonly ProductionFinding[] {
    const said = (of: readonly ProductionFinding[]) => ({ text: of.map((f) => productionFindingText(f, 'id')).join(' '), textEn: of.map((f) => productionFindingText(f, 'en')).join(' ') });
    const blocks = findings.filter((f) => f.severity === 'block');
    if (blocks.length > 0) throw fail('FINDING_BLOCKS', said(blocks));
    if (findings.length > 0 && !(despite && blank(note) !== null)) throw fail('WARNING_UNREAD', said(findings));
    return findings;
  }
  async function membersCheck(unit: Unit, groupId: string, ids: readonly string[]): Promise<void> {
    const members = await c.membersOf(unit.tx, groupId);
    if (ids.some((id) => !members.has(id))) throw fail('NOT_A_MEMBER');
  }
  const tagError = (error: unknown, tag: string | null): unknown => (isUniqueViolation(error, 'production_herd_tag') ? productionError('TAG_TAKEN', { tag: tag ?? '' }) : error);

  return {
    ...herdViewer(c),

    async takeIn(call, { key, groupId, on, note, kind, value, purse, partyId, unitId, ...given }) {
      try {
        return await work.once(key, 'production.herd.in', call.actor, async (w) => {
          const unit = w as never as Unit;
          const at = await begin(call, unit, groupId);
          await membersCheck(unit, groupId, [given.keeperId]);
          const id = unitId ?? randomUUID();
          if (await stored.unitElsewhere(at.query, groupId, id)) throw productionError('HERD_ID_TAKEN');
          if (given.motherId !== null && !at.herd.units.has(given.motherId)) throw productionError('MOTHER_UNFIT');
          const event: HerdEvent = { kind, on: on as IsoDate, unit: { ...given, id, tag: blank(given.tag), bornOn: given.bornOn as IsoDate | null, handedOverOn: given.handedOverOn as IsoDate | null } };
          return record(call, unit, at, event, note, { amount: value, purse: partyId ?? (purse === 'none' ? null : purse) });
        });
      } catch (error) {
        throw tagError(error, given.tag);
      }
    },
    async birth(call, { key, groupId, on, note, unitId, head }) {
      return work.once(key, 'production.herd.birth', call.actor, async (w) => {
        const unit = w as never as Unit;
        return record(call, unit, await begin(call, unit, groupId), { kind: 'birth', on: on as IsoDate, intoId: unitId, head }, note);
      });
    },
    async takeOut(call, { key, groupId, on, note, kind, unitId, head, price, purse, cause, photoId, witnessIds, reportNo, despite }) {
      return work.once(key, 'production.herd.out', call.actor, async (w) => {
        const unit = w as never as Unit;
        const at = await begin(call, unit, groupId);
        const animal = at.herd.units.get(unitId);
        if (!animal) throw productionError('HERD_NOT_THERE');
        if (kind === 'sale' && (price === 0n || purse === null)) throw fail('PRICE_MISSING');
        if (photoId !== null && !(await stored.fileThere(at.query, at.group.regencyCode, photoId))) throw fail('FILE_UNKNOWN');
        await membersCheck(unit, groupId, witnessIds);
        const rules = await c.rulesFor(at.group.regencyCode);
        const found = findingsOf(animal, { kind, on: on as IsoDate, today: c.today(), cause, note: note ?? '', photoId, witnessIds, reportNo }, rules);
        const findings = judged(found, note, despite);
        const about: Details = kind === 'sale' ? { amount: price, purse } : kind === 'death' ? { cause, photoId, witnessIds } : { reportNo: blank(reportNo) };
        return record(call, unit, at, { kind, on: on as IsoDate, unitId, head }, note, { ...about, findings });
      });
    },
    async change(call, { key, groupId, on, note, unitId, ...to }) {
      return work.once(key, 'production.herd.change', call.actor, async (w) => {
        const unit = w as never as Unit;
        const at = await begin(call, unit, groupId);
        if (to.keeperId !== undefined) await membersCheck(unit, groupId, [to.keeperId]);
        const set = { ...(to.class === undefined ? {} : { class: to.class }), ...(to.sex === undefined ? {} : { sex: to.sex }), ...(to.keeperId === undefined ? {} : { keeperId: to.keeperId }) };
        return record(call, unit, at, { kind: 'change', on: on as IsoDate, unitId, to: set }, note);
      });
    },
    async voidEvent(call, { key, groupId, eventId, reason }) {
      return work.once(key, 'production.herd.void', call.actor, async (w) => {
        const unit = w as never as Unit;
        const { query, group, rows } = await begin(call, unit, groupId);
        const was = rows.find((r) => r.id === eventId);
        if (!was || was.kind === 'void') throw common('NOT_FOUND');
        if (was.voided) throw fail('VOID_TWICE');
        const next = replayHerd(living(rows).filter((r) => r.id !== eventId).map((r) => r.event));
        if (!next.ok) throw fail('HISTORY_BROKEN', { text: productionProblemText(next.error, 'id'), textEn: productionProblemText(next.error, 'en') });
        const id = randomUUID();
        const { voided: _voided, actorName: _actor, ...row } = was;
        await stored.add(query, ofGroup(unit, call.actor, group), { ...row, id, kind: 'void', note: reason, reverses: was.id, reportedOn: c.today(), cause: null, findings: [] });
        await stored.sync(query, ofGroup(unit, call.actor, group), [...next.value.units.values()]);
        if (herdTransfers(groupId, was).length > 0) await c.needs.books.reverse(unit, call.actor, groupId, eventKey(was.id), { reason, on: c.today() });
        unit.audit({ action: 'production.herd.void', entity: 'herd', entityId: was.unitId, groupId, regionCode: group.villageCode, reason, changes: { kind: [was.kind, null], head: [was.head, 0], on: [was.on, null] } });
        return { id };
      });
    },
    async count(call, { key, groupId, on, note, facilitator, agencySigner, lines }) {
      return work.once(key, 'production.herd.count', call.actor, async (w) => {
        const unit = w as never as Unit;
        const { query, group, rows, herd: now } = await begin(call, unit, groupId);
        if (on > c.today()) throw productionError('DAY_IN_FUTURE', { on });
        if (lines.some((l) => !now.units.has(l.unitId))) throw fail('UNIT_NOT_SEEN');
        const signer = (name: string) => blank(name.trim().toLowerCase());
        const found = stockCountFindings(herdOf(rows, on), { lines, facilitatorId: signer(facilitator), agencySignerId: signer(agencySigner) }, await c.rulesFor(group.regencyCode));
        const blocks = found.filter((f) => f.severity === 'block');
        judged(blocks, null, false);
        const id = randomUUID();
        const of = ofGroup(unit, call.actor, group);
        await stored.addCount(query, of, { id, on, facilitator: facilitator.trim(), agencySigner: agencySigner.trim(), lines, note: blank(note) });
        const cases = found.map((f) => ({ id: randomUUID(), unit_id: f.where ?? '', code: f.code, params: f.params }));
        if (cases.length > 0) await stored.addCases(query, of, id, cases);
        unit.audit({ action: 'production.herd.count', entity: 'stockCount', entityId: id, groupId, regionCode: group.villageCode, changes: { on: [null, on], lines: [null, lines.length], cases: [null, cases.length] } });
        return { id, cases: cases.length };
      });
    },
    async closeCase(call, { key, groupId, caseId, note }) {
      await work.once(key, 'production.herd.closeCase', call.actor, async (w) => {
        const unit = w as never as Unit;
        const group = await c.mine(call, groupId, unit.tx);
        const query = queryOf(unit);
        const state = await stored.caseState(query, groupId, caseId);
        if (state === null) throw common('NOT_FOUND');
        if (state === 'closed') throw fail('CASE_CLOSED');
        await stored.closeCase(query, ofGroup(unit, call.actor, group), caseId, note);
        unit.audit({ action: 'production.herd.closeCase', entity: 'case', entityId: caseId, groupId, regionCode: group.villageCode, reason: note });
        return {};
      });
    },
  };
}

interface Leaving {
  readonly kind: string; readonly on: IsoDate; readonly today: IsoDate; readonly cause: Parameters<typeof deathFindings>[1]['cause']; readonly note: string; readonly photoId: string | null; readonly witnessIds: readonly string[]; readonly reportNo: string;
}
function findingsOf(animal: HerdUnit, e: Leaving, rules: Parameters<typeof saleFindings>[2]): ProductionFinding[] {
  if (e.kind === 'death') return deathFindings(animal, { on: e.on, reportedOn: e.today, cause: e.cause, note: e.note, photoId: e.photoId, witnessIds: e.witnessIds }, rules);
  if (e.kind === 'sale' || e.kind === 'slaughter') return saleFindings(animal, e.on, rules);
  return e.kind === 'theft' ? theftFindings(animal, e.reportNo, rules) : [];
}
