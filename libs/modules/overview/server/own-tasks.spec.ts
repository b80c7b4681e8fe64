import { describe, expect, it } from 'vitest';
import { ownTasks, type OwnParts } from './own-tasks.ts';

const none: OwnParts = { groupId: 'G', today: '2020-11-03', meeting: null, books: null, fund: null, production: null, deals: null };
const meeting = (id: string, state: 'scheduled' | 'open', heldOn: string) => ({ id, state, heldOn, plannedOn: heldOn, moveReason: null, beginsAt: null, place: '', number: null, present: 0, members: 5, decisions: 0 });
const schedule = { revision: 1, rhythm: { kind: 'weekly', weekday: 2 } as const, beginsAt: null, place: '', quorum: null };
const said = (parts: Partial<OwnParts>) => ownTasks({ ...none, ...parts }).map((t) => [t.id, t.urgent, t.path]);

describe('what waits for an officer', () => {
  it('is nothing where nothing is kept, or all is done', () => {
    expect(said({})).toEqual([]);
    expect(said({ meeting: { schedule, coming: [meeting('m', 'scheduled', '2020-11-10')] }, books: { toDo: [] }, fund: { toUse: [] }, production: { waiting: [] }, deals: { rows: [] } })).toEqual([]);
  });

  it('is the meeting of today and the open one first, then those that were missed', () => {
    const coming = [meeting('missed', 'scheduled', '2020-10-27'), meeting('open', 'open', '2020-10-20'), meeting('today', 'scheduled', '2020-11-03'), meeting('later', 'scheduled', '2020-11-10')];
    expect(said({ meeting: { schedule, coming } })).toEqual([
      ['open-open', true, '/kelompok/G/rapat/open'], ['due-today', true, '/kelompok/G/rapat/today'], ['missed-missed', false, '/kelompok/G/rapat/missed'],
    ]);
    expect(said({ meeting: { schedule: { ...schedule, rhythm: null }, coming: [] } })).toEqual([['schedule', false, '/kelompok/G/rapat']]);
  });

  it('tells of late buyers before payments to share, decisions and books', () => {
    const deal = { partyName: 'Wiro', daysLate: 0, unshared: 0n };
    expect(said({
      books: { toDo: [{ code: 'MONTH_DUE', text: { id: 'Tutup Oktober', en: 'Close October' } }] }, fund: { toUse: [1, 2] }, production: { waiting: [1] },
      deals: { rows: [{ ...deal, id: 'd1', unshared: 5n }, { ...deal, id: 'd2', daysLate: 3, unshared: 1n }, { ...deal, id: 'd3' }] },
    })).toEqual([
      ['late-d2', true, '/jual/d2'], ['share-d1', false, '/jual/d1'], ['share-d2', false, '/jual/d2'], ['fund', false, '/kelompok/G/simpanan'], ['targets', false, '/kelompok/G/produksi'], ['books-MONTH_DUE', false, '/kelompok/G/buku'],
    ]);
  });
});
