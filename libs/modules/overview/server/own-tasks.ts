import { formatDate, isoDate, type Bilingual } from '@anyam/domain/kernel';
import type { z } from 'zod';
import type { OverviewNeeds } from '../contract/needs.ts';
import type { ownTask } from '../contract/own.schema.ts';

type Meetings = Awaited<ReturnType<NonNullable<OverviewNeeds['meeting']>['group']>>;
type Books = Awaited<ReturnType<NonNullable<OverviewNeeds['books']>['overview']>>;
export interface OwnParts {
  readonly groupId: string;
  readonly today: string;
  readonly meeting: Pick<Meetings, 'coming' | 'schedule'> | null;
  readonly books: Pick<Books, 'toDo'> | null;
  readonly fund: { readonly toUse: readonly unknown[] } | null;
  readonly production: { readonly waiting: readonly unknown[] } | null;
  readonly deals: { readonly rows: readonly { readonly id: string; readonly partyName: string; readonly daysLate: number; readonly unshared: bigint }[] } | null;
}
type Task = z.infer<typeof ownTask>;

const day = (on: string, make: (id: string, en: string) => Bilingual): Bilingual => make(formatDate(isoDate(on), 'id'), formatDate(isoDate(on), 'en'));

/** What waits for an officer, the most urgent first: meetings, then money from buyers, then decisions and books. */
export function ownTasks({ groupId, today, meeting, books, fund, production, deals }: OwnParts): Task[] {
  const at = (page: string): string => `/kelompok/${groupId}/${page}`;
  const open = (meeting?.coming ?? []).filter((m) => m.state === 'open');
  const missed = (meeting?.coming ?? []).filter((m) => m.state === 'scheduled' && m.heldOn < today);
  const due = (meeting?.coming ?? []).filter((m) => m.state === 'scheduled' && m.heldOn === today);
  const tasks: Task[] = [
    ...open.map((m) => ({ id: `open-${m.id}`, urgent: true, path: at(`rapat/${m.id}`), text: day(m.heldOn, (id, en) => ({ id: `Tutup rapat ${id}`, en: `Close the meeting of ${en}` })) })),
    ...due.map((m) => ({ id: `due-${m.id}`, urgent: true, path: at(`rapat/${m.id}`), text: { id: 'Rapat hari ini: buka lembarnya', en: 'Meeting today: open its sheet' } })),
    ...missed.map((m) => ({ id: `missed-${m.id}`, urgent: false, path: at(`rapat/${m.id}`), text: day(m.heldOn, (id, en) => ({ id: `Rapat ${id} terlewat: buka atau pindahkan`, en: `The meeting of ${en} was missed: open or move it` })) })),
  ];
  if (meeting && meeting.schedule.rhythm === null && meeting.coming.length === 0) tasks.push({ id: 'schedule', urgent: false, path: at('rapat'), text: { id: 'Jadwal rapat belum diatur', en: 'No meeting schedule yet' } });
  for (const d of deals?.rows ?? []) {
    if (d.daysLate > 0) tasks.push({ id: `late-${d.id}`, urgent: true, path: `/jual/${d.id}`, text: { id: `${d.partyName} terlambat membayar ${d.daysLate} hari`, en: `${d.partyName} is ${d.daysLate} days late with the payment` } });
    if (d.unshared > 0n) tasks.push({ id: `share-${d.id}`, urgent: false, path: `/jual/${d.id}`, text: { id: `Bagi pembayaran dari ${d.partyName}`, en: `Share the payment of ${d.partyName}` } });
  }
  const uses = fund?.toUse.length ?? 0;
  if (uses > 0) tasks.push({ id: 'fund', urgent: false, path: at('simpanan'), text: { id: `${uses} keputusan IKS belum dijalankan`, en: `${uses} decisions on the fund to carry out` } });
  const targets = production?.waiting.length ?? 0;
  if (targets > 0) tasks.push({ id: 'targets', urgent: false, path: at('produksi'), text: { id: `${targets} target produksi belum dipasang`, en: `${targets} production targets to set` } });
  for (const t of books?.toDo ?? []) tasks.push({ id: `books-${t.code}`, urgent: false, path: at('buku'), text: t.text });
  return tasks.sort((a, b) => Number(b.urgent) - Number(a.urgent));
}
