import { fail as common, reaches, type Call } from '@anyam/contract-kit';
import { KUBE_2020 } from '@anyam/domain/programme';
import { duplicateScore } from '@anyam/domain/group';
import type { IsoDate, RegionCode } from '@anyam/domain/kernel';
import type { ProgrammePort } from '@anyam/programme/contract';
import { isUniqueViolation, type Kit, type Tx } from '@anyam/server-kit';
import type { MemberPort } from '../contract/index.ts';
import { personRepository, type PersonFull } from '../persistence/person.repository.ts';
import { placeOf, side } from './view.ts';

/** Likely pairs are few; beyond this many the office should first settle those at the top. */
const CANDIDATES = 2_000;

const trace = (p: PersonFull) => ({
  id: p.id, name: p.name, birthDate: p.birthDate as IsoDate, villageCode: p.villageCode as RegionCode, nik: p.nationalId, kk: p.familyCardNo, phone: p.phone,
});

/** Persons that may be one (rule 16), and the decision to merge or keep them. */
export function createDuplicates({ db, work, clock, config }: Kit, programme: ProgrammePort): Pick<MemberPort, 'duplicates' | 'decide'> {
  const persons = personRepository(db);

  const rulesFor = async (regency: string) => (await programme.rulesForRegency(regency, clock.today()))?.rules ?? KUBE_2020;

  async function mine(call: Call, id: string): Promise<PersonFull> {
    const person = await persons.find(id);
    if (!person || !reaches(call, placeOf(person))) throw common('NOT_FOUND');
    return person;
  }

  return {
    async duplicates(call, { page, pageSize }) {
      const atLeast = (await rulesFor(config.REGION_CODE)).duplicateScoreWarn;
      const candidates = await persons.pairs(call, CANDIDATES);
      const all = new Map((await persons.full([...new Set(candidates.flatMap((c) => [c.a, c.b]))])).map((p) => [p.id, p]));
      const scored = candidates
        .flatMap(({ a, b }) => {
          const first = all.get(a);
          const second = all.get(b);
          if (!first || !second) return [];
          return [{ ...duplicateScore(trace(first), trace(second)), first, second }];
        })
        .filter((pair) => pair.score >= atLeast)
        .sort((x, y) => y.score - x.score || (x.first.id < y.first.id ? -1 : 1));
      return {
        total: scored.length,
        rows: scored.slice((page - 1) * pageSize, page * pageSize).map((pair) => ({ score: pair.score, reasons: [...pair.reasons], first: side(pair.first), second: side(pair.second) })),
      };
    },

    async decide(call, { firstId, secondId, decision, keepId, reason }) {
      const [a, b] = firstId < secondId ? [firstId, secondId] : [secondId, firstId];
      const [first, second] = [await mine(call, a), await mine(call, b)];
      if (first.regencyCode !== second.regencyCode) throw common('NOT_FOUND');
      const rules = await rulesFor(first.regencyCode);
      try {
        await work.run(call.actor, async ({ tx, now, audit }) => {
          await tx.duplicateDecision.create({ data: { kind: 'person', firstId: a, secondId: b, decision, reason, decidedBy: call.actor.userId, decidedAt: now } });
          if (decision === 'merged') {
            const [keep, drop] = keepId === a ? [first, second] : [second, first];
            await merge(tx, keep.id, drop.id, now, clock.today(), rules);
            audit({ action: 'member.merge', entity: 'person', entityId: keep.id, groupId: keep.groupId, regionCode: keep.villageCode, reason, changes: { merged: [drop.id, keep.id] } });
            audit({ action: 'member.mergedInto', entity: 'person', entityId: drop.id, groupId: drop.groupId, regionCode: drop.villageCode, reason, changes: { mergedInto: [null, keep.id] } });
          } else {
            audit({ action: 'member.keepApart', entity: 'person', entityId: a, regionCode: first.villageCode, reason, changes: { keptApartFrom: [null, b] } });
          }
        });
      } catch (error) {
        if (isUniqueViolation(error)) throw common('CHANGED_MEANWHILE');
        throw error;
      }
    },
  };
}

/** The kept record takes over the memberships. Where both are in a living group, the dropped one's membership ends as a mistake. */
async function merge(tx: Tx, keep: string, drop: string, now: Date, today: string, rules: { sizeMin: number; sizeMax: number }): Promise<void> {
  const { count } = await tx.person.updateMany({ where: { id: drop, mergedInto: null }, data: { mergedInto: keep, updatedAt: now } });
  if (count === 0) throw common('CHANGED_MEANWHILE');
  const touched = await tx.$queryRaw<{ id: string }[]>`SELECT DISTINCT group_id::text AS id FROM membership WHERE person_id IN (${keep}::uuid, ${drop}::uuid) AND left_on IS NULL`;
  await tx.$executeRaw`
    UPDATE membership SET left_on = greatest(${today}::date, joined_on), leave_reason = 'mistake', leave_note = 'Data ganda digabung'
    WHERE person_id = ${drop}::uuid AND left_on IS NULL AND EXISTS (SELECT 1 FROM membership k WHERE k.person_id = ${keep}::uuid AND k.left_on IS NULL)`;
  await tx.$executeRaw`UPDATE membership SET person_id = ${keep}::uuid WHERE person_id = ${drop}::uuid`;
  await tx.$executeRaw`UPDATE kube_group SET signatory_ids = array_replace(signatory_ids, ${drop}::uuid, ${keep}::uuid) WHERE ${drop}::uuid = ANY(signatory_ids)`;
  for (const { id } of touched) await tx.$executeRaw`SELECT 1 FROM kube_group_refresh(ARRAY[${id}::uuid], ${rules.sizeMin}::int, ${rules.sizeMax}::int)`;
}
