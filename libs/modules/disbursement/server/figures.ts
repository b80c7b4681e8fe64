import { fail as common, reaches, type Call, type Role } from '@anyam/contract-kit';
import { separationBreaches } from '@anyam/domain/disbursement';
import { contains, type Bilingual, type RegionCode } from '@anyam/domain/kernel';
import { AID_CHART, type AidAccountKind } from '@anyam/domain/ledger';
import type { FiguresPort } from '../contract/index.ts';
import { figuresRepository as read, type FigureFilter } from '../persistence/figures.repository.ts';
import { flowRepository } from '../persistence/flow.repository.ts';
import { groupReads } from '../persistence/group.reads.ts';
import { ledgerRepository, type TransferRow } from '../persistence/ledger.repository.ts';
import type { Aid } from './context.ts';
import { availableOf } from './matter.ts';
import { historyOf, stateView } from './view.ts';

const MOVE: Readonly<Record<string, Bilingual>> = {
  setCeiling: { id: 'Pagu ditetapkan', en: 'Ceiling set' }, reserve: { id: 'Dicadangkan dengan SK', en: 'Reserved by decree' }, release: { id: 'Cadangan dilepas', en: 'Reservation released' },
  sendSp2d: { id: 'SP2D terbit', en: 'SP2D issued' }, receive: { id: 'Diterima di rekening', en: 'Received on the account' }, bankReturn: { id: 'Retur bank', en: 'Returned by the bank' },
  spend: { id: 'Dibelanjakan', en: 'Spent' }, refund: { id: 'Disetor ke kas daerah', en: 'Paid back to the treasury' },
};
const kindOf = (account: string): string => AID_CHART[account.split('/')[1] as AidAccountKind]?.label.id ?? account;

/** Regencies that the call has any part in. */
const regenciesOf = (aid: Aid, call: Call): string[] =>
  [...new Set(call.scope.map((g) => (g.area.split('.').length >= 2 ? g.area.split('.').slice(0, 2).join('.') : aid.kit.config.REGION_CODE)))];

const worksIn = (call: Call, regency: string): boolean =>
  call.scope.some((g) => contains(g.area, regency as RegionCode) || contains(regency as RegionCode, g.area));

export function createFigures(aid: Aid): FiguresPort {
  const { query } = aid;

  return {
    async figures(call, input) {
      const filter: FigureFilter = input;
      const programmes = (await read.programmes(query, regenciesOf(aid, call))).filter((p) => input.programmeId === undefined || p.id === input.programmeId);
      const [proposals, tranches, reports, spent, refunded, openCases, totals, available] = await Promise.all([
        read.proposals(query, call, filter), read.tranches(query, call, filter), read.reports(query, call, filter),
        read.spent(query, call, filter), read.refunded(query, call, filter), read.casesOfGroups(query, call, filter),
        ledgerRepository.totals(query, programmes.map((p) => p.id)), Promise.all(programmes.map((p) => availableOf(query, p))),
      ]);
      const total = (kind: string) => totals.find((t) => t.kind === kind)?.balance ?? 0n;
      const tally = <R extends { key: string; count: number; amount: bigint }>(rows: readonly R[], keys: readonly string[]) => {
        const own = rows.filter((r) => keys.includes(r.key));
        return { count: own.reduce((n, r) => n + r.count, 0), amount: own.reduce((a, r) => a + r.amount, 0n) };
      };
      const received = tranches.reduce((a, t) => a + t.received, 0n);
      const accounted = tally(reports, ['diterima']);
      const funnel = [
        ['proposed', 'Diusulkan', 'Proposed', tally(proposals, ['diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan', 'perbaikan', 'lolos', 'ditetapkan', 'siapCair'])],
        ['verified', 'Lolos verifikasi', 'Verified', tally(proposals, ['lolos', 'ditetapkan', 'siapCair'])],
        ['decreed', 'Ditetapkan', 'Decreed', tally(proposals, ['ditetapkan', 'siapCair'])],
        ['ready', 'Siap cair', 'Ready', tally(proposals, ['siapCair'])],
        ['paid', 'SP2D terbit', 'SP2D issued', tally(tranches, ['sp2d', 'diterima', 'dipakai', 'dipertanggungjawabkan'])],
        ['received', 'Diterima kelompok', 'Received', tally(tranches, ['diterima', 'dipakai', 'dipertanggungjawabkan'])],
        ['inUse', 'Dipakai', 'In use', tally(tranches, ['dipakai', 'dipertanggungjawabkan'])],
        ['reported', 'LPJ diajukan', 'Reported', tally(reports, ['diajukan', 'diperiksa', 'diterima'])],
        ['accounted', 'LPJ diterima', 'Accounted for', accounted],
      ] as const;
      return {
        ceiling: programmes.reduce((a, p) => a + p.ceiling, 0n), available: available.reduce((a, b) => a + b, 0n), reserved: total('reserved'), inTransit: total('inTransit'),
        paid: received, spent, accounted: accounted.amount, refunded,
        funnel: funnel.map(([stage, id, en, t]) => ({ stage, label: { id, en }, ...t })),
        overdue: (['reminder', 'letter', 'barred', 'refund'] as const).map((step) => {
          const own = reports.filter((r) => r.overdue === step);
          return { step, count: own.reduce((n, r) => n + r.count, 0), amount: own.reduce((a, r) => a + r.amount, 0n) };
        }),
        openCases,
      };
    },

    async tasks(call) {
      const found: Awaited<ReturnType<FiguresPort['tasks']>> = [];
      const as = (role: Role): Call | null => {
        const scope = call.scope.filter((g) => g.role === role);
        return scope.length === 0 ? null : { ...call, scope };
      };
      const put = (id: string, label: Bilingual, path: string, t: { count: number; amount?: bigint; oldest: Date | null } | undefined) => {
        if (t && t.count > 0) found.push({ id, label, count: t.count, amount: t.amount ?? 0n, oldest: t.oldest, path });
      };
      const of = <R extends { key: string; count: number; amount: bigint; oldest: Date | null }>(rows: readonly R[], keys: readonly string[]) => {
        const own = rows.filter((r) => keys.includes(r.key));
        return { count: own.reduce((n, r) => n + r.count, 0), amount: own.reduce((a, r) => a + r.amount, 0n), oldest: own.reduce<Date | null>((a, r) => (r.oldest && (!a || r.oldest < a) ? r.oldest : a), null) };
      };

      const operator = as('operator');
      if (operator) {
        const [p, t, ready, cases, batches] = await Promise.all([
          read.proposals(query, operator), read.tranches(query, operator), read.readyToPay(query, operator), read.cases(query, operator), read.batches(query, operator),
        ]);
        put('draft', { id: 'Usulan menunggu diajukan', en: 'Proposals to hand in' }, '/bantuan/usulan?status=draf', of(p, ['draf']));
        put('correct', { id: 'Usulan perlu perbaikan', en: 'Proposals to correct' }, '/bantuan/usulan?status=perbaikan', of(p, ['perbaikan']));
        put('decree-draft', { id: 'Usulan lolos menunggu konsep SK', en: 'Verified proposals to put on a decree' }, '/bantuan/sk', of(p, ['lolos']));
        put('make-ready', { id: 'Usulan ditetapkan menunggu siap cair', en: 'Decreed proposals to make ready' }, '/bantuan/usulan?status=ditetapkan', of(p, ['ditetapkan']));
        put('to-batch', { id: 'Tahap menunggu batch pembayaran', en: 'Tranches to put in a batch' }, '/bantuan/batch', ready);
        put('to-lock', { id: 'Batch menunggu dikunci', en: 'Batches to lock' }, '/bantuan/batch?status=draf', of(batches, ['draf']));
        put('to-match', { id: 'Batch menunggu rekening koran', en: 'Batches to match with the statement' }, '/bantuan/batch?status=dikirim', of(batches, ['dikirim']));
        put('returned', { id: 'Retur bank menunggu perbaikan rekening', en: 'Returns whose account must be corrected' }, '/bantuan/tahap?status=retur', of(t, ['retur', 'perbaikanRekening']));
        put('cases', { id: 'Selisih bank belum diselesaikan', en: 'Open differences with the bank' }, '/bantuan/rekonsiliasi', cases);
      }
      const verifikator = as('verifikator');
      if (verifikator) {
        const [p, r] = await Promise.all([read.proposals(query, verifikator), read.reports(query, verifikator)]);
        put('verify-papers', { id: 'Usulan menunggu verifikasi administrasi', en: 'Proposals whose papers to check' }, '/bantuan/usulan?status=diajukan,verifikasiAdministrasi', of(p, ['diajukan', 'verifikasiAdministrasi']));
        put('verify-field', { id: 'Usulan menunggu verifikasi lapangan', en: 'Proposals to check in the field' }, '/bantuan/usulan?status=verifikasiLapangan', of(p, ['verifikasiLapangan']));
        put('review', { id: 'LPJ menunggu diperiksa', en: 'Reports to review' }, '/bantuan/lpj?status=diajukan', of(r, ['diajukan']));
      }
      const kabid = as('kabid');
      if (kabid) {
        const [b, r] = await Promise.all([read.batches(query, kabid), read.reports(query, kabid)]);
        put('approve', { id: 'Batch menunggu persetujuan', en: 'Batches to approve' }, '/bantuan/batch?status=dikunci', of(b, ['dikunci']));
        put('close', { id: 'Batch menunggu ditutup', en: 'Batches to close' }, '/bantuan/batch?status=direkonsiliasi', of(b, ['direkonsiliasi']));
        put('accept', { id: 'LPJ menunggu diterima', en: 'Reports to accept' }, '/bantuan/lpj?status=diperiksa', of(r, ['diperiksa']));
      }
      const kepala = as('kepala');
      if (kepala) {
        const [p, b] = await Promise.all([read.proposals(query, kepala), read.batches(query, kepala)]);
        put('decree', { id: 'Usulan menunggu SK', en: 'Proposals waiting for a decree' }, '/bantuan/sk?status=draft', of(p, ['lolos']));
        put('authorise', { id: 'Batch menunggu pengesahan', en: 'Batches to authorise' }, '/bantuan/batch?status=disetujui', of(b, ['disetujui']));
      }
      const bendahara = as('bendahara');
      if (bendahara) {
        const b = await read.batches(query, bendahara);
        put('spp', { id: 'Batch menunggu SPP-LS', en: 'Batches waiting for SPP-LS' }, '/bantuan/batch?status=disahkan', of(b, ['disahkan']));
        put('spm', { id: 'Batch menunggu SPM', en: 'Batches waiting for SPM' }, '/bantuan/batch?status=sppLs', of(b, ['sppLs']));
        put('sp2d', { id: 'Batch menunggu SP2D', en: 'Batches waiting for SP2D' }, '/bantuan/batch?status=spm', of(b, ['spm']));
        put('send', { id: 'Daftar bayar menunggu dikirim', en: 'Lists to send to the bank' }, '/bantuan/batch?status=sp2dTerbit', of(b, ['sp2dTerbit']));
      }
      const pendamping = as('pendamping');
      if (pendamping) {
        const [p, r, u] = await Promise.all([read.proposals(query, pendamping), read.reports(query, pendamping), read.unconfirmed(query, pendamping)]);
        put('own-draft', { id: 'RAB kelompok Anda yang masih draf', en: 'Draft budget plans of your groups' }, '/bantuan/usulan?status=draf,perbaikan', of(p, ['draf', 'perbaikan']));
        put('confirm', { id: 'Pernyataan terima dari anggota', en: "Members' confirmations to collect" }, '/bantuan/tahap?status=diterima', u);
        put('report', { id: 'LPJ kelompok Anda', en: 'Reports of your groups' }, '/bantuan/lpj?status=belum,draf,dikembalikan', of(r, ['belum', 'draf', 'dikembalikan']));
      }
      return found;
    },

    async balances(call, { programmeId }) {
      const programme = await aid.ports.programme.find(programmeId);
      if (!programme || !worksIn(call, programme.regencyCode)) throw common('NOT_FOUND');
      const rows = await ledgerRepository.byProgramme(query, programmeId);
      const total = (kind: string) => rows.filter((r) => r.kind === kind).reduce((a, r) => a + r.balance, 0n);
      const visible = new Map((await groupReads.groups(query, [...new Set(rows.flatMap((r) => (r.groupId ? [r.groupId] : [])))])).filter((g) => reaches(call, { regionCode: g.villageCode, facilitatorId: g.facilitatorId })).map((g) => [g.id, g]));
      const balances = new Map(rows.map((r) => [`${r.groupId}/${r.kind}`, r.balance]));
      const of = (groupId: string, kind: string) => balances.get(`${groupId}/${kind}`) ?? 0n;
      return {
        programmeId, ceiling: programme.ceiling, budget: await availableOf(query, programme), reserved: total('reserved'), inTransit: total('inTransit'), groupCash: total('groupCash'), spent: total('spent'), returnedToTreasury: total('returnedToTreasury'),
        groups: [...visible.values()].sort((a, b) => a.name.localeCompare(b.name)).map((g) => ({
          groupId: g.id, groupName: g.name, reserved: of(g.id, 'reserved'), inTransit: of(g.id, 'inTransit'), cash: of(g.id, 'groupCash'), spent: of(g.id, 'spent'), returned: of(g.id, 'returnedToTreasury'),
        })),
      };
    },

    async groupMoney(call, { groupId }) {
      const [group] = await groupReads.groups(query, [groupId]);
      if (!group || !reaches(call, { regionCode: group.villageCode, facilitatorId: group.facilitatorId })) throw common('NOT_FOUND');
      const [balances, transfers, proposals, reports] = await Promise.all([
        ledgerRepository.byGroup(query, groupId), ledgerRepository.groupTransfers(query, groupId), read.groupMoney.proposals(query, groupId), read.groupMoney.reports(query, groupId),
      ]);
      const of = (kind: string) => balances.find((b) => b.kind === kind)?.balance ?? 0n;
      const view = (t: TransferRow) => ({ id: t.id, kind: t.kind, label: { ...(MOVE[t.kind] ?? { id: t.kind, en: t.kind }) }, from: kindOf(t.from), to: kindOf(t.to), amount: t.amount, on: t.on, document: t.document, reason: t.reason, reverses: t.reverses, at: t.at });
      return {
        received: transfers.filter((t) => t.kind === 'receive').reduce((a, t) => a + t.amount, 0n), spent: of('spent'), cash: of('groupCash'), refunded: of('returnedToTreasury'), reserved: of('reserved'), inTransit: of('inTransit'),
        transfers: transfers.map(view),
        proposals: proposals.map((p) => ({ ...p, stateLabel: stateView('proposal', p.state).label })),
        lpj: reports.map((r) => ({ ...r, stateLabel: stateView('lpj', r.state).label })),
      };
    },

    async verifyLedger(call) {
      const regencies = regenciesOf(aid, call);
      const [wrong, sums, transfers] = await Promise.all([ledgerRepository.wrong(query, regencies), ledgerRepository.sums(query, regencies), ledgerRepository.count(query, regencies)]);
      const problems = [
        ...wrong.map((w) => `${w.id}: akun ${w.debits} masuk, ${w.credits} keluar; transaksi ${w.inSum} masuk, ${w.outSum} keluar`),
        ...sums.filter((s) => s.sum !== 0n).map((s) => `program ${s.programmeId}: jumlah semua akun ${s.sum}, seharusnya 0`),
      ];
      return { sound: problems.length === 0, accounts: sums.reduce((n, s) => n + s.accounts, 0), transfers, sum: sums.reduce((a, s) => a + s.sum, 0n), problems };
    },

    async separationBreaches(call, { programmeId }) {
      const programme = await aid.ports.programme.find(programmeId);
      if (!programme || !worksIn(call, programme.regencyCode)) throw common('NOT_FOUND');
      const lines = await query<{ batchId: string; number: string; proposalId: string; trancheId: string; lpjId: string | null }>(
        `SELECT DISTINCT b.id::text AS "batchId", b.number, l.proposal_id::text AS "proposalId", l.tranche_id::text AS "trancheId", (SELECT r.id::text FROM lpj r WHERE r.tranche_id = l.tranche_id) AS "lpjId"
         FROM payment_batch b JOIN batch_line l ON l.batch_id = b.id AND l.removed_at IS NULL WHERE b.programme_id = $1::uuid ORDER BY 2`, [programmeId]);
      const all = await flowRepository.steps(query, [...new Set(lines.flatMap((l) => [l.batchId, l.proposalId, l.trancheId, ...(l.lpjId ? [l.lpjId] : [])]))]);
      const written = new Map(all.map((s, i) => [s, i]));
      const stepsOf = Map.groupBy(all, (s) => s.entityId);
      const inTime = (ids: readonly (string | null)[]) =>
        ids.flatMap((id) => (id === null ? [] : (stepsOf.get(id) ?? []))).sort((a, b) => a.at.getTime() - b.at.getTime() || (written.get(a) ?? 0) - (written.get(b) ?? 0));
      return [...Map.groupBy(lines, (l) => l.batchId)].map(([batchId, own]) => {
        const batchNumber = own[0]?.number ?? '';
        // Each proposal's way is judged by itself: two groups of one batch may have two operators.
        const breaches = own.flatMap((l) => separationBreaches(historyOf(inTime([l.batchId, l.proposalId, l.trancheId, l.lpjId]))));
        const seen = new Map(breaches.map((b) => [`${b.first.action}|${b.second.action}|${b.second.actorId}`, b]));
        return { batchId, batchNumber, breaches: [...seen.values()].map((b) => ({ code: `${b.first.action} / ${b.second.action}`, text: { ...b.text }, clearedBy: { id: 'auditor', en: 'auditor' }, severity: 'block' as const, where: null })) };
      });
    },
  };
}
