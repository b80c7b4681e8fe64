import { defineFlow, type ActionOf, type StateOf } from '../kernel/flow.ts';

/**
 * The background work of a batch (bank file, statement, papers), apart from the batch's own state: a job that dies leaves
 * `running` or `failed` here, and the batch stays where it was. The batch moves in the transaction that writes `finish`.
 */
export const workFlow = defineFlow({
  name: 'work',
  initial: 'idle',
  states: {
    idle: { label: { id: 'Tidak ada pekerjaan berjalan', en: 'No work going on' }, tone: 'neutral', final: true },
    queued: { label: { id: 'Menunggu giliran', en: 'Waiting' }, tone: 'info' },
    running: { label: { id: 'Sedang dikerjakan', en: 'Working' }, tone: 'info' },
    failed: { label: { id: 'Gagal', en: 'Failed' }, tone: 'bad' },
  },
  actions: {
    enqueue: { label: { id: 'Kerjakan', en: 'Start' }, from: ['idle'], to: 'queued', roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'system'] },
    begin: { label: { id: 'Mulai', en: 'Begin' }, from: ['queued'], to: 'running', roles: ['system'] },
    finish: { label: { id: 'Selesai', en: 'Finish' }, from: ['running'], to: 'idle', roles: ['system'] },
    fail: { label: { id: 'Gagal', en: 'Fail' }, from: ['queued', 'running'], to: 'failed', roles: ['system'] },
    /** After a crash: the job is found running with nobody at it. */
    recover: { label: { id: 'Ulangi setelah terputus', en: 'Take up again' }, from: ['running'], to: 'queued', roles: ['system'] },
    retry: { label: { id: 'Coba lagi', en: 'Try again' }, from: ['failed'], to: 'queued', roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara', 'system'] },
    giveUp: { label: { id: 'Batalkan pekerjaan', en: 'Give up' }, from: ['queued', 'failed'], to: 'idle', roles: ['operator', 'verifikator', 'kabid', 'kepala', 'bendahara'] },
  },
});
export type WorkState = StateOf<typeof workFlow>;
export type WorkAction = ActionOf<typeof workFlow>;
