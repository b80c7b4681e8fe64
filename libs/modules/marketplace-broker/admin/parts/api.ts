import { moduleApi, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import type { Option } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import type { TerritoryRouter } from '@anyam/territory/contract';
import type { z } from 'zod';
import type { bidView, dealDetail, dealRow, GoodsView, groupMarketOutput, MarketplaceBrokerRouter, matchRow, materialOfferRow, needRow, offerView, partyDetail, partyRow, sharePreview, termsInput } from '../../contract/index.ts';

export const useMarketApi = moduleApi<MarketplaceBrokerRouter>('marketplaceBroker');
const useTerritoryApi = moduleApi<TerritoryRouter>('territory');

export type Deal = z.infer<typeof dealDetail>;
export type DealRow = z.infer<typeof dealRow>;
export type Party = z.infer<typeof partyDetail>;
export type PartyRow = z.infer<typeof partyRow>;
export type NeedRow = z.infer<typeof needRow>;
export type MaterialOfferRow = z.infer<typeof materialOfferRow>;
export type Offer = z.infer<typeof offerView>;
export type GroupMarket = z.infer<typeof groupMarketOutput>;
export type MatchRow = z.infer<typeof matchRow>;
export type Bid = z.infer<typeof bidView>;
export type SharePreview = z.infer<typeof sharePreview>;
export type MemberShare = SharePreview['members'][number];
export type Terms = z.infer<typeof termsInput>;
export type Goods = GoodsView;
export { newKey } from '@anyam/admin-kit/new-key';

/** A deal touches stock, offers and books at once, so after a write all of the market that is on screen is asked for again. */
export function useRefresh(): () => Promise<unknown> {
  const api = useMarketApi();
  const client = useQueryClient();
  return () => client.invalidateQueries(api.pathFilter());
}

/** Goods, materials and the party that the person signs in for. */
export function useOptions() {
  const api = useMarketApi();
  return useQuery(api.parties.options.queryOptions(undefined, { staleTime: 60_000 }));
}

/** The kabupaten and its kecamatan, for choosing an area. */
export function useAreas(): readonly Option[] {
  const api = useTerritoryApi();
  const { district } = useSession();
  const query = useQuery(api.children.queryOptions({ parent: district.code }, { staleTime: Infinity }));
  return [{ value: district.code, label: district.name }, ...(query.data ?? []).map((a) => ({ value: a.code, label: a.name }))];
}

export function useVillageSearch(): (text: string) => Promise<readonly Option[]> {
  const api = useTerritoryApi();
  const client = useQueryClient();
  const { district } = useSession();
  return async (text) => {
    if (text.trim().length < 2) return [];
    const found = await client.fetchQuery(api.match.queryOptions({ within: district.code, text: text.trim() }, { staleTime: Infinity }));
    return found.map((v) => ({ value: v.code, label: v.parentName ? `${v.name}, ${v.parentName}` : v.name }));
  };
}
