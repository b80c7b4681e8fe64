import { z } from 'zod';
import { clockTime, decideInput, meetingDay, quorumRuleSchema, rhythmSchema, saveMinutesInput } from '../contract/index.ts';

/** `19.30` as people write it is as good as `19:30`. */
const time = z.string().trim().transform((text) => text.replace('.', ':'))
  .refine((text) => text === '' || clockTime.safeParse(text).success, 'Tulis jam seperti 19.30. || Write the time like 19:30.').transform((text) => text || null);
const chosen = z.literal('').transform(() => null).or(z.uuid());
const number = z.int('Isi angka bulat. || A whole number.');

/** Schedule as flat fields, since a person changes the kind back and forth; out comes what the contract takes. */
export const scheduleForm = z
  .object({
    kind: z.enum(['dayOfMonth', 'weekdayOfMonth', 'weekly', 'selapan']), day: number.min(1).max(31), weekday: z.coerce.number<string>(), nth: z.coerce.number<string>(), anchor: meetingDay,
    beginsAt: time, place: z.string().trim().max(200), quorumKind: z.enum(['rules', 'percent', 'number']), percent: number.min(1).max(100), number: number.min(1).max(500),
  })
  .transform(({ kind, day, weekday, nth, anchor, beginsAt, place, quorumKind, percent, number: n }) => ({
    beginsAt, place,
    rhythm: rhythmSchema.parse(kind === 'dayOfMonth' ? { kind, day } : kind === 'weekdayOfMonth' ? { kind, weekday, nth } : kind === 'weekly' ? { kind, weekday } : { kind, anchor }),
    quorum: quorumKind === 'rules' ? null : quorumRuleSchema.parse(quorumKind === 'percent' ? { kind: 'percent', percent } : { kind: 'number', number: n }),
  }));

export const extraForm = z.object({ on: meetingDay });

/** The agenda is typed one item a line. */
export const minutesForm = saveMinutesInput.pick({ place: true, notes: true }).extend({
  beginsAt: time, agenda: z.string().transform((text) => text.split('\n').map((line) => line.trim()).filter(Boolean)), leaderId: chosen, writerId: chosen,
});

export const decisionForm = decideInput.pick({ decided: true, wording: true, votes: true, from: true });

const text = (max: number, min = 1) => z.string().trim().min(min, 'Belum diisi. || Not filled in.').max(max);
export const guestForm = z.object({ name: text(120, 2), origin: text(160, 0), purpose: text(500, 0) });

/** What a step asks for. */
export const stepForm = (needs: readonly string[]) =>
  z.object({ to: needs.includes('date') ? meetingDay : z.any(), reason: needs.includes('reason') ? text(500, 3) : z.any() }) as unknown as z.ZodType<{ to: string; reason: string }, { to: string; reason: string }>;
