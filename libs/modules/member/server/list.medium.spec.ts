import { beforeAll, describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import type { Call } from '@anyam/contract-kit';
import { callFor, testKit, type TestKit } from '@anyam/server-kit/testing';
import { exportInput, type MemberPort } from '../contract/index.ts';
import { memberFor } from '../testing/index.ts';

let kit: TestKit;
let member: MemberPort;
let operator: Call;
let auditor: Call;

beforeAll(async () => {
  kit = await testKit();
  member = memberFor(kit);
  operator = await callFor(kit, { role: 'operator', permission: 'member.export' });
  auditor = await callFor(kit, { role: 'auditor', permission: 'member.export' });
  const person = (n: number, name: string) => ({
    nationalId: `352116010170000${n}`, familyCardNo: `352116000000000${n}`, name, birthPlace: null, birthDate: '1970-01-01', sex: 'L' as const,
    villageCode: '35.21.16.2003', address: null, phone: null, occupation: null, married: null,
  });
  await kit.work.run(operator.actor, async (unit) => {
    for (const [n, name] of [[1, 'Budi Santoso'], [2, '=1+1'], [3, 'Siti Rahayu']] as const) await member.ensure(unit, operator.actor, '35.21', person(n, name));
  });
});

const file = async (call: Call, over: object = {}) => {
  const { base64, rows, fileName } = await member.exportXlsx(call, exportInput.parse(over));
  expect(fileName).toBe('anggota-2020-03-03.xlsx');
  const sheets = await readXlsxFile(Buffer.from(base64, 'base64'));
  const data = (sheets as unknown as { data: unknown[][] }[])[0]?.data ?? [];
  return { rows, names: data.slice(1).map((r) => r[0]), niks: data.slice(1).map((r) => r[1]) };
};

describe('the list of members as a file', () => {
  it('holds what the filter shows, numbers masked, formulas as text', async () => {
    const all = await file(operator);
    expect(all).toMatchObject({ rows: 3, names: ['=1+1', 'Budi Santoso', 'Siti Rahayu'] });
    for (const nik of all.niks) expect(nik).not.toMatch(/\d{16}/);
    expect((await file(operator, { q: 'siti' })).names).toEqual(['Siti Rahayu']);
    expect((await file(await callFor(kit, { role: 'operator', area: '35.20', permission: 'member.export' }))).rows).toBe(0);
  });

  it('shows full numbers only for a purpose, and only to who may reveal them; both are logged', async () => {
    expect((await file(operator, { purpose: 'Cocokkan dengan bank' })).niks).toContain('3521160101700001');
    expect((await file(auditor, { purpose: 'Pemeriksaan' })).niks.some((nik) => /\d{16}/.test(String(nik)))).toBe(false);
    const { rows } = await kit.db.pool.query<{ reason: string | null; changes: { fullNumbers: [null, number] } }>(`SELECT reason, changes FROM audit_entry WHERE action = 'member.export' ORDER BY id DESC LIMIT 2`);
    expect(rows.map((row) => [row.reason, row.changes.fullNumbers[1]])).toEqual([['Pemeriksaan', 0], ['Cocokkan dengan bank', 3]]);
  });
});
