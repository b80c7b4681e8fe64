import { describe, expect, it } from 'vitest';
import { regionCode, type RegionCode } from '../kernel/region.ts';
import { regionIndex } from '../kernel/region-index.ts';
import type { RosterGroup } from './bundle.ts';
import { placeGroups, regencyByNumbers } from './places.ts';

const gazetteer = regionIndex([
  ['35.21', 'Kabupaten Ngawi'], ['35.21.16', 'Pitu'], ['35.21.13', 'Geneng'], ['35.21.16.2003', 'Dumplengan'], ['35.21.16.2009', 'Banjarbanggi'], ['35.21.13.2001', 'Geneng'], ['35.21.16.2001', 'Karangrejo'], ['35.21.13.2002', 'Karangrejo'],
].map(([code, name]) => ({ code: regionCode(code as string), name: name as string })));
const area = regionCode('35.21');
const group = (village: string, more: Partial<RosterGroup> = {}): RosterGroup => ({ row: 1, sheet: 'S', name: 'A', writtenName: 'A', district: null, regency: null, bank: null, accountHolder: null, facilitator: null, business: null, account: null, claimedSize: null, village, members: [], ...more });
const place = (groups: RosterGroup[], options = {}): (RegionCode | null)[] => placeGroups(groups, { gazetteer, area, ...options }).map((g) => g.villageCode ?? null);

describe('placeGroups', () => {
  it('finds names in any spelling', () => expect(place([group('BANJAR BANGGI'), group('Ds. Dumplengan'), group('Dumplngan'), group('35.21.16.2003')])).toEqual(['35.21.16.2009', '35.21.16.2003', '35.21.16.2003', '35.21.16.2003']));
  it('settles a name of two districts by the sheet, the letterhead, the cards, the other groups', () => {
    expect(place([group('Karangrejo', { district: 'Geneng' })])).toEqual(['35.21.13.2002']);
    expect(place([group('Karangrejo')], { letterhead: { district: 'Pitu' } })).toEqual(['35.21.16.2001']);
    expect(place([group('Karangrejo', { members: [{ kk: '3521130101010001' }] as unknown as RosterGroup['members'] })])).toEqual(['35.21.13.2002']);
    expect(place([group('Karangrejo'), group('Dumplengan')])).toEqual(['35.21.16.2001', '35.21.16.2003']);
  });
  it('leaves what stays unclear', () => expect(place([group('Karangrejo'), group('Atlantis')])).toEqual([null, null]));
});

it('guesses the regency by the numbers', () => {
  const rows = Array.from({ length: 20 }, (_, i) => [i % 10 === 0 ? `331413110580${1000 + i}` : `352116110580${1000 + i}`]);
  expect(regencyByNumbers([{ name: 'S', rows, firstRow: 1 }])).toEqual({ code: '35.21', share: 0.9 });
  expect(regencyByNumbers([{ name: 'S', rows: rows.slice(0, 5), firstRow: 1 }])).toBeNull();
});
