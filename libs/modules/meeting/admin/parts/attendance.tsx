import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { TextInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { ATTENDANCE_LABEL, ATTENDANCE_STATES, type AttendanceState } from '@anyam/domain/meeting';
import { useState } from 'react';
import { useMeetingApi, useRefresh, useTell, type Meeting } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Daftar hadir', en: 'Attendance' },
  quorumMet: { id: 'Kuorum tercapai: {counted} dari {eligible}, perlu {needed}', en: 'Quorum met: {counted} of {eligible}, {needed} needed' },
  quorumNot: { id: 'Belum kuorum: {counted} dari {eligible}, perlu {needed}', en: 'No quorum yet: {counted} of {eligible}, {needed} needed' },
  all: { id: 'Tandai sisanya hadir', en: 'Mark the rest present' },
  of: { id: 'Kehadiran {name}', en: 'Attendance of {name}' },
  by: { id: 'Diwakili oleh', en: 'Represented by' },
  byOf: { id: 'Yang mewakili {name}', en: 'Who represents {name}' },
  stranger: { id: 'Bukan anggota pada hari itu', en: 'No member on that day' },
  drop: { id: 'Hapus dari daftar', en: 'Take off the list' },
  unmarked: { id: 'Belum ditandai', en: 'Not marked' },
});

type Person = Meeting['people'][number];

/** Who was there. Each mark is kept at once; what is on screen does not wait for the answer. */
export function Attendance({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const api = useMeetingApi();
  const refresh = useRefresh();
  const tell = useTell();
  const save = useMutation(api.attendance.mutationOptions());
  const [sent, setSent] = useState<Readonly<Record<string, AttendanceState>>>({});
  const write = m.can.write && m.state === 'open';
  const stateOf = (p: Person): AttendanceState | null => sent[p.memberId] ?? p.state;

  const mark = async (marks: readonly { memberId: string; state: AttendanceState | null; representative: string | null }[]) => {
    setSent((s) => ({ ...s, ...Object.fromEntries(marks.flatMap((x) => (x.state === null ? [] : [[x.memberId, x.state]]))) }));
    try {
      await save.mutateAsync({ id: m.id, marks: [...marks] });
    } catch (error) {
      tell(error);
    } finally {
      await refresh();
      setSent((s) => Object.fromEntries(Object.entries(s).filter(([id]) => !marks.some((x) => x.memberId === id))));
    }
  };
  const rest = m.people.filter((p) => !p.stranger && stateOf(p) === null);
  return (
    <Card
      title={texts.title}
      actions={write && rest.length > 0 && <Button size="sm" onClick={() => void mark(rest.map((p) => ({ memberId: p.memberId, state: 'present', representative: null })))}>{t('all')}</Button>}
    >
      <p className="mb-3"><Chip tone={m.quorum.met ? 'ok' : 'warn'}>{t(m.quorum.met ? 'quorumMet' : 'quorumNot', m.quorum as never)}</Chip></p>
      <ul className="m-0 grid list-none p-0">
        {m.people.map((p) => (
          <li key={p.memberId} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2 first:border-t-0">
            <div className="min-w-40 flex-1">
              <b>{p.name}</b> {p.role !== 'member' && <span className="sub">{t(p.role)}</span>}
              {p.stranger && <div><Chip tone="bad">{t('stranger')}</Chip></div>}
            </div>
            {!write ? <Shown person={p} /> : p.stranger ? (
              <Button size="sm" onClick={() => void mark([{ memberId: p.memberId, state: null, representative: null }])}>{t('drop')}</Button>
            ) : (
              <Marks person={p} state={stateOf(p)} onMark={(state, representative) => void mark([{ memberId: p.memberId, state, representative }])} />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Shown({ person: p }: { readonly person: Person }) {
  const t = useText(texts);
  const say = useSay();
  if (p.state === null) return <span className="muted">{t('unmarked')}</span>;
  return <Chip tone={p.state === 'present' ? 'ok' : p.state === 'absent' ? 'neutral' : 'info'}>{p.representative ? `${say(ATTENDANCE_LABEL[p.state])} (${p.representative})` : say(ATTENDANCE_LABEL[p.state])}</Chip>;
}

function Marks({ person: p, state, onMark }: { readonly person: Person; readonly state: AttendanceState | null; readonly onMark: (state: AttendanceState, representative: string | null) => void }) {
  const t = useText(texts);
  const say = useSay();
  const [name, setName] = useState(p.representative ?? '');
  return (
    <>
      <div className="grid w-full grid-cols-2 gap-1 sm:flex sm:w-auto" role="group" aria-label={t('of', { name: p.name })}>
        {ATTENDANCE_STATES.map((s) => (
          <Button key={s} size="sm" variant={state === s ? 'primary' : 'secondary'} aria-pressed={state === s} onClick={() => state !== s && onMark(s, null)}>
            {say(ATTENDANCE_LABEL[s])}
          </Button>
        ))}
      </div>
      {state === 'represented' && (
        <label className="flex w-full items-center gap-2">
          <span className="muted small">{t('by')}</span>
          <TextInput
            value={name} maxLength={120} autoComplete="off" className="medium" aria-label={t('byOf', { name: p.name })} onChange={(e) => setName(e.target.value)}
            onBlur={() => name.trim() !== (p.representative ?? '') && onMark('represented', name.trim() || null)}
          />
        </label>
      )}
    </>
  );
}
