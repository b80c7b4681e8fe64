import type { Query } from '@anyam/server-kit';

/** What of aid holds a file: a group's record, or one of the whole regency (`groupId` null). */
export interface FileOf {
  readonly kind: 'group' | 'batch' | 'statement';
  readonly groupId: string | null;
  readonly regionCode: string;
  readonly facilitatorId: string | null;
}

/** Papers of a proposal, receipts and proofs of a report, slips of a transfer: the group's. SP2D and bank statements: the regency's. */
export const filesOf = (query: Query, fileId: string): Promise<FileOf[]> =>
  query<FileOf>(
    `WITH reports AS (
       SELECT lpj_id AS id FROM expenditure WHERE file_id = $1::uuid UNION SELECT lpj_id FROM lpj_confirmation WHERE file_id = $1::uuid
       UNION SELECT lpj_id FROM treasury_refund WHERE file_id = $1::uuid UNION SELECT id FROM lpj WHERE shift_file_id = $1::uuid OR proof_file_id = $1::uuid
     ), proposals AS (
       SELECT proposal_id AS id FROM proposal_document WHERE file_id = $1::uuid UNION SELECT proposal_id FROM lpj WHERE id IN (SELECT id FROM reports)
       UNION SELECT t.proposal_id FROM receipt_confirmation c JOIN tranche t ON t.id = c.tranche_id WHERE c.file_id = $1::uuid
     )
     SELECT DISTINCT 'group' AS kind, g.id::text AS "groupId", g.village_code AS "regionCode", g.facilitator_id AS "facilitatorId"
     FROM kube_group g JOIN proposal p ON p.group_id = g.id WHERE p.id IN (SELECT id FROM proposals)
     UNION ALL SELECT 'batch', NULL, regency_code, NULL FROM payment_batch WHERE sp2d_file_id = $1::uuid
     UNION ALL SELECT 'statement', NULL, regency_code, NULL FROM bank_statement WHERE file_id = $1::uuid`, [fileId]);
