import { describe, expect, it } from 'vitest';
import { regionCode } from '@anyam/domain/kernel';
import { loadTerritory } from './territory.ts';

const ngawi = regionCode('35.21');

describe('territory', () => {
  it('knows the regency, its 19 districts and its 217 villages', async () => {
    const gazetteer = await (await loadTerritory()).gazetteer(ngawi);
    expect(gazetteer.nameOf(regionCode('35.21.16'))).toBe('Pitu');
    expect(gazetteer.match('BANJAR BANGGI', { within: ngawi, level: 'village' }).code).toBe('35.21.16.2009');
    expect(gazetteer.has(regionCode('35.20.01'))).toBe(false);
  });
  it('finds regencies by name and by their villages', async () => {
    const t = await loadTerritory();
    expect([t.regencyNamed('NGAWI'), t.regencyNamed('Kabupaten Madiun'), t.regencyNamed('KOTA MADIUN'), t.regencyNamed('Atlantis')]).toEqual(['35.21', '35.19', '35.77', null]);
    expect((await t.regenciesOfVillages(['Dumplengan', 'Banjar Banggi', 'Kepala']))[0]).toMatchObject({ code: '35.21' });
  });
  it('takes the office\'s own names', async () => {
    const t = await loadTerritory({ aliases: new Map([[regionCode('35.21.16.2009'), ['Mbanggi']]]) });
    expect((await t.gazetteer(ngawi)).match('Mbanggi', { level: 'village' })).toMatchObject({ code: '35.21.16.2009', kind: 'alias' });
  });
});
