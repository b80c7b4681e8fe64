import { beforeAll, describe, expect, it } from 'vitest';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import type { TerritoryPort } from '../contract/index.ts';
import { createTerritory } from './territory.service.ts';

let kit: TestKit;
let territory: TerritoryPort;

beforeAll(async () => {
  kit = await testKit();
  territory = createTerritory(kit);
});

describe('territory', () => {
  it('finds a village however its name is written', async () => {
    const call = await callFor(kit, { role: 'operator' });
    for (const text of ['Banjar Banggi', 'BANJARBANGGI', 'Ds. Banjarbanggi', 'banjar bangi']) {
      const [best] = await territory.match(call, { within: '35.21', text });
      expect(best?.code, text).toBe('35.21.16.2009');
    }
  });

  it('lists the nineteen kecamatan of Ngawi', async () => {
    const call = await callFor(kit, { role: 'operator' });
    expect(await territory.children(call, { parent: '35.21' })).toHaveLength(19);
  });

  it('says which data it goes by, and how much of it', async () => {
    const call = await callFor(kit, { role: 'operator' });
    expect(await territory.about(call, { within: '35.21' })).toMatchObject({ version: expect.stringMatching(/^idn-area-data \d/), districts: 19, villages: 217 });
    await expect(territory.about(call, { within: '99.99' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('keeps an alias once, finds by it, and records both steps', async () => {
    const call = await callFor(kit, { role: 'operator' });
    const alias = await territory.addAlias(call, { regionCode: '35.21.16.2009', alias: 'Mbanggi Wetan' });
    await expect(territory.addAlias(call, { regionCode: '35.21.16.2009', alias: 'mbanggi  wetan' })).rejects.toMatchObject({ code: 'ALIAS_TAKEN' });
    const [best] = await territory.match(call, { within: '35.21', text: 'Mbanggi Wetan' });
    expect(best).toMatchObject({ code: '35.21.16.2009', similarity: 1 });
    await territory.removeAlias(call, { id: alias.id });
    const audit = await kit.db.prisma.auditEntry.findMany({ where: { entityId: alias.id }, orderBy: { id: 'asc' } });
    expect(audit.map((entry) => entry.action)).toEqual(['territory.addAlias', 'territory.removeAlias']);
    expect(audit[1]?.prevHash).toBe(audit[0]?.hash);
  });

  it('lets nobody from next door add or remove an alias', async () => {
    const here = await callFor(kit, { role: 'operator' });
    const nextDoor = await callFor(kit, { role: 'operator', area: '35.20' });
    const alias = await territory.addAlias(here, { regionCode: '35.21.16.2003', alias: 'Dumpleng' });
    await expect(territory.addAlias(nextDoor, { regionCode: '35.21.16.2003', alias: 'X' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(territory.removeAlias(nextDoor, { id: alias.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await territory.aliases(nextDoor)).toEqual([]);
  });
});

describe('audit log', () => {
  it('refuses to be changed or emptied', async () => {
    await expect(kit.db.prisma.$executeRaw`UPDATE audit_entry SET actor_name = 'x'`).rejects.toThrow(/append-only/);
    await expect(kit.db.prisma.$executeRaw`DELETE FROM audit_entry`).rejects.toThrow(/append-only/);
    await expect(kit.db.prisma.$executeRaw`TRUNCATE audit_entry`).rejects.toThrow(/append-only/);
  });
});
