import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor, Role } from '@anyam/contract-kit';
import { roleBook } from '@anyam/registry/roles';
import { callFor } from '@anyam/server-kit/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileRoutes } from './files.ts';
import { apiFixture, type ApiFixture } from './testing/api-fixture.ts';

let fixture: ApiFixture;
let server: Server;
let base: string;
let who: Actor | null = null;
let operator: Actor;
let companion: Actor;
let groupId: string;

const person = async (role: Role, area = '35.21', subjectId?: string): Promise<Actor> => (await callFor(fixture.kit, { role, area, ...(subjectId ? { subjectId } : {}) })).actor;
const as = async (actor: Actor | null, id: string, headers: Record<string, string> = {}): Promise<Response> => {
  who = actor;
  return fetch(`${base}/${id}`, { headers });
};
/** Statuses for several people, by their role and area. */
async function statuses(id: string, people: readonly Actor[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const actor of people) found[`${actor.grants[0]?.role} ${actor.grants[0]?.area}${actor === companion ? ' own' : ''}`] = (await as(actor, id)).status;
  return found;
}
async function upload(actor: Actor, text: string): Promise<string> {
  who = actor;
  const answer = await fetch(`${base}/?name=surat.csv`, { method: 'POST', body: text });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

beforeAll(async () => {
  fixture = await apiFixture();
  groupId = fixture.groupIds[0] as string;
  operator = await person('operator');
  companion = await person('pendamping', '35.21.16');
  await fixture.kit.db.pool.query('UPDATE kube_group SET facilitator_id = $2 WHERE id = $1', [groupId, companion.userId]);
  server = createServer(fileRoutes(fixture.kit, async () => ({ actor: who, services: fixture.services, rolesOf: roleBook.rolesOf })));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

describe('an uploaded file', () => {
  it('is its uploader’s alone while no record holds it', async () => {
    const id = await upload(operator, 'nama,nik\nSiti,3521\n');
    const answer = await as(operator, id);
    expect([answer.status, await answer.text()]).toEqual([200, 'nama,nik\nSiti,3521\n']);
    expect(await statuses(id, [await person('operator'), await person('kabid'), await person('admin'), companion])).toEqual({ 'operator 35.21': 404, 'kabid 35.21': 404, 'admin 35.21': 404, 'pendamping 35.21.16 own': 404 });
    expect((await as(null, id)).status).toBe(401);
    expect((await as(operator, '--------------------------------------')).status).toBe(404);
  });

  it('of a group is read by those who read the group, and not by the companion next door', async () => {
    const id = await upload(operator, 'daftar hadir');
    await fixture.kit.db.prisma.groupPaper.create({ data: { id: randomUUID(), groupId, kind: 'attendance', fileId: id, addedBy: operator.userId, addedAt: fixture.kit.clock.now() } });
    expect(await statuses(id, [
      operator, companion, await person('kabid'), await person('auditor', ''), await person('pendamping', '35.21.05'), await person('pendamping', '35.21.16'), await person('operator', '35.20'), await person('operator', '35.21.05'),
      await person('broker', '35.21', randomUUID()),
    ])).toEqual({
      'operator 35.21': 200, 'pendamping 35.21.16 own': 200, 'kabid 35.21': 200, 'auditor ': 200,
      'pendamping 35.21.05': 404, 'pendamping 35.21.16': 404, 'operator 35.20': 404, 'operator 35.21.05': 404, 'broker 35.21': 404,
    });
  });

  it('of the meeting’s decision on the group is read with the group too', async () => {
    const id = await upload(operator, 'berita acara');
    await fixture.kit.db.prisma.storedMinutes.create({
      data: { id: randomUUID(), regencyCode: '35.21', groupId, purpose: 'other', heldOn: new Date('2020-03-01'), presentCount: 10, memberCount: 10, decision: 'Setuju', fileId: id, createdBy: operator.userId, createdAt: fixture.kit.clock.now() },
    });
    expect(await statuses(id, [companion, await person('pendamping', '35.21.05')])).toEqual({ 'pendamping 35.21.16 own': 200, 'pendamping 35.21.05': 404 });
  });

  it('of an import is read by those who see imports', async () => {
    const id = await upload(operator, 'Nama KUBE;Desa\n');
    await fixture.kit.db.pool.query(
      `INSERT INTO roster_import (id, regency_code, programme_id, file_id, file_name, file_sha256, as_of, state, sheets, created_by, created_at)
       VALUES ($1, '35.21', $2, $3, 'a.csv', 'x', '2020-03-03', 'dropped', '[]', $4, now())`, [randomUUID(), fixture.programmeId, id, operator.userId]);
    expect(await statuses(id, [await person('verifikator'), await person('verifikator', '35.20'), companion, await person('pimpinan')])).toEqual({ 'verifikator 35.21': 200, 'verifikator 35.20': 404, 'pendamping 35.21.16 own': 404, 'pimpinan 35.21': 404 });
  });

  it('is asked for anew each time and sent once', async () => {
    const id = await upload(operator, 'sekali saja');
    const first = await as(operator, id);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect((await as(operator, id, { 'if-none-match': etag })).status).toBe(304);
    expect((await as(companion, id, { 'if-none-match': etag })).status).toBe(404);
  });
});

it('each column that names a file is answered for by its module: whoever adds one adds it to holdersOf', async () => {
  const { rows } = await fixture.kit.db.pool.query<{ column: string }>(
    `SELECT c.conrelid::regclass || '.' || a.attname AS column FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY (c.conkey)
     WHERE c.contype = 'f' AND c.confrelid = 'stored_file'::regclass AND c.conparentid = 0 ORDER BY 1`);
  expect(rows.map((r) => r.column)).toEqual([
    'bank_statement.file_id', 'expenditure.file_id', 'group_paper.file_id', 'lpj.proof_file_id', 'lpj.shift_file_id', 'lpj_confirmation.file_id', 'payment_batch.sp2d_file_id', 'production_herd_event.photo_id',
    'proposal_document.file_id', 'receipt_confirmation.file_id', 'roster_import.file_id', 'stored_minutes.file_id', 'treasury_refund.file_id',
  ]);
});
