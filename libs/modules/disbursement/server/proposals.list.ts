import type { Call } from '@anyam/contract-kit';
import type { z } from 'zod';
import type { Download, proposalExportInput, proposalListInput, proposalListOutput } from '../contract/index.ts';
import { proposalList, type ProposalListRow } from '../persistence/proposal.list.ts';
import type { Aid } from './context.ts';
import { EXPORT_MOST, listFile } from './list-file.ts';
import { stateView } from './view.ts';

/** The page, and the counts by state from which its total follows. */
export async function listProposals(aid: Aid, call: Call, input: z.infer<typeof proposalListInput>): Promise<z.infer<typeof proposalListOutput>> {
  const [rows, counts] = await Promise.all([
    proposalList.rows(aid.query, call, input, input.sort, input.direction, input.pageSize, (input.page - 1) * input.pageSize),
    proposalList.counts(aid.query, call, input),
  ]);
  const states = input.states ?? [];
  const total = counts.filter((c) => states.length === 0 || states.includes(c.state as never)).reduce((n, c) => n + c.count, 0);
  return { rows: rows as never, total, counts: counts as never };
}

export async function exportProposals(aid: Aid, call: Call, input: z.infer<typeof proposalExportInput>): Promise<Download> {
  const rows = await proposalList.rows(aid.query, call, input, 'village', 'asc', EXPORT_MOST, 0);
  return listFile<ProposalListRow>(aid, call, 'usulan', input, [
    { title: 'Kecamatan', value: (r) => r.districtName }, { title: 'Desa', value: (r) => r.villageName }, { title: 'Kelompok', width: 32, value: (r) => r.groupName }, { title: 'Usaha', value: (r) => r.business },
    { title: 'Anggota', value: (r) => r.members }, { title: 'Program', width: 28, value: (r) => `${r.programmeName} ${r.fiscalYear}` }, { title: 'Diusulkan (Rp)', value: (r) => r.requested },
    { title: 'Status', value: (r) => stateView('proposal', r.state).label.id }, { title: 'Sejak', value: (r) => r.since }, { title: 'Nomor SK', value: (r) => r.decreeNumber }, { title: 'Pendamping', value: (r) => r.facilitatorName },
  ], rows);
}
