import type { RegionCode } from '@anyam/domain/kernel';
import { dealingProblems, SELLING_KINDS } from '@anyam/domain/marketplace-broker';
import type { SuppliersOf } from '@anyam/production/contract';
import { inTx, type Tx } from '@anyam/server-kit';
import { partyRepository } from '../persistence/party.repository.ts';
import { partyFrom } from './context.ts';

const MOST = 500;

/** Brokers and suppliers of the regency who are not blocked and serve the group's village, each with the materials they may bring. */
export const suppliersOf: SuppliersOf = async (tx, group, materialIds) => {
  const { rows } = await partyRepository.page(inTx(tx as Tx), { regencies: [group.regencyCode], blocked: false }, MOST, 0);
  return rows.flatMap((row) => {
    const party = partyFrom(row);
    const may = materialIds.filter((goodsId) => dealingProblems(party, { goodsId, village: group.villageCode as RegionCode, as: SELLING_KINDS }).length === 0);
    return may.length === 0 ? [] : [{ id: row.id, name: row.name, materialIds: may }];
  });
};
