import { Printer } from 'lucide-react';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { formatDate, type IsoDate } from '@anyam/domain/kernel';
import { ATTENDANCE_LABEL, ATTENDANCE_STATES, invitationText, javaneseDayName } from '@anyam/domain/meeting';
import { useQueryState } from 'nuqs';
import type { ReactNode } from 'react';
import { useMeetingApi, type Meeting } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  back: { id: 'Kembali', en: 'Back' },
  record: { id: 'Berita acara musyawarah', en: 'Record of the deliberation' },
  invitation: { id: 'Undangan rapat', en: 'Invitation' },
  draft: { id: 'KONSEP: rapat belum ditutup', en: 'DRAFT: the meeting is not closed' },
  numberOf: { id: 'Nomor: {number}', en: 'Number: {number}' },
  opening: {
    id: 'Pada hari ini, {day}, tanggal {date}, bertempat di {place}, anggota {group} telah mengadakan musyawarah yang dipimpin oleh {leader}. Notulen ditulis oleh {writer}.',
    en: 'On {day}, {date}, at {place}, the members of {group} met. {leader} led the meeting; the minutes are by {writer}.',
  },
  attended: { id: 'Hadir {present}, diwakili {represented}, izin {excused}, tidak hadir {absent}. Kuorum {needed} dari {eligible} anggota: {met}.', en: 'Present {present}, represented {represented}, excused {excused}, absent {absent}. Quorum {needed} of {eligible} members: {met}.' },
  met: { id: 'tercapai', en: 'met' },
  notMet: { id: 'tidak tercapai', en: 'not met' },
  votes: { id: 'Setuju {agree}, tidak setuju {against}, tidak memilih {abstain}. Berlaku mulai {from}.', en: '{agree} for, {against} against, {abstain} abstained. In force from {from}.' },
  rejected: { id: 'Tidak disetujui.', en: 'Not carried.' },
  closing: { id: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.', en: 'This record was made truthfully, to be used as it is fit.' },
  attendance: { id: 'Daftar hadir', en: 'Attendance' },
  name: { id: 'Nama', en: 'Name' },
  office: { id: 'Jabatan', en: 'Office' },
  state: { id: 'Kehadiran', en: 'Attendance' },
  signature: { id: 'Tanda tangan', en: 'Signature' },
  knows: { id: 'Mengetahui, pendamping', en: 'Seen by the facilitator' },
  noDecision: { id: 'Musyawarah ini tidak mengambil keputusan.', en: 'This deliberation took no decision.' },
});

/** The record (berita acara) or the invitation as paper: what is on screen is what the printer gives. */
export default function PaperScreen({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const t = useText(texts);
  const language = useLanguage();
  const api = useMeetingApi();
  const [kind] = useQueryState('apa');
  const query = useQuery(api.detail.queryOptions({ id: params.meeting ?? '' }));
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <SkeletonPage />;
  const m = query.data;
  const invitation = kind === 'undangan';
  return (
    <div className="stack">
      <div className="print:hidden">
        <PageHead
          title={invitation ? texts.invitation : texts.record}
          context={m.group.name}
          actions={<><Button href={`/kelompok/${m.group.id}/rapat/${m.id}`}>{t('back')}</Button><Button variant="primary" icon={Printer} onClick={() => window.print()}>{t('print')}</Button></>}
        />
        {!invitation && m.state !== 'closed' && <div className="mt-4"><Notice tone="warn" title={texts.draft} /></div>}
      </div>
      <article className="mx-auto w-full max-w-[720px] bg-surface p-8 text-[15px] leading-7 print:max-w-none print:p-0">
        {invitation ? <pre className="m-0 whitespace-pre-wrap font-sans text-[18px] leading-8">{invitationText({
          groupName: m.group.name, villageName: m.group.villageName, heldOn: m.heldOn as IsoDate, beginsAt: m.beginsAt, place: m.place, agenda: m.agenda, chair: m.people.find((p) => p.role === 'chair')?.name ?? null,
        }, language)}</pre> : <Record meeting={m} />}
      </article>
    </div>
  );
}

function Record({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const name = (id: string | null) => m.people.find((p) => p.memberId === id)?.name ?? '..........';
  const count = Object.fromEntries(ATTENDANCE_STATES.map((s) => [s, m.people.filter((p) => p.state === s).length]));
  return (
    <>
      <header className="text-center">
        <div className="text-[18px] font-bold uppercase">{say(texts.record)}</div>
        <div className="font-bold">{m.group.name}</div>
        <div>{m.group.villageName}, {m.group.districtName}</div>
        <div>{m.number && m.state === 'closed' ? t('numberOf', { number: m.number }) : t('draft')}</div>
      </header>
      <p className="mt-6">
        {t('opening', { day: javaneseDayName(m.heldOn as IsoDate, language), date: formatDate(m.heldOn as IsoDate, language), place: m.place || '..........', group: m.group.name, leader: name(m.leaderId), writer: name(m.writerId) })}
      </p>
      <p>{t('attended', { ...count, needed: m.quorum.needed, eligible: m.quorum.eligible, met: t(m.quorum.met ? 'met' : 'notMet') })}</p>
      <Part title={t('agenda')}><ol className="list-decimal pl-6">{m.agenda.map((a, i) => <li key={i}>{a}</li>)}</ol></Part>
      <Part title={t('notes')}><p className="whitespace-pre-wrap">{m.notes}</p></Part>
      <Part title={t('decisions')}>
        {m.decided.length === 0 ? <p>{t('noDecision')}</p> : (
          <ol className="list-decimal pl-6">
            {m.decided.map((d) => (
              <li key={d.id} className="break-inside-avoid">
                <b>{say(d.said)}.</b> {d.wording !== `${say(d.said)}.` && d.wording} {!d.carried && t('rejected')}
                <div>{t('votes', { ...d.votes, from: formatDate(d.from as IsoDate, language) })}</div>
              </li>
            ))}
          </ol>
        )}
      </Part>
      <p className="mt-6">{t('closing')}</p>
      <div className="mt-6 grid grid-cols-2 gap-8 break-inside-avoid text-center">
        <Sign role={t('writer')} name={name(m.writerId)} />
        <Sign role={t('leader')} name={name(m.leaderId)} />
        <div className="col-span-2"><Sign role={t('knows')} name=".........." /></div>
      </div>
      <Part title={t('attendance')}>
        <table className="w-full border-collapse">
          <thead><tr>{(['name', 'office', 'state', 'signature'] as const).map((h) => <th key={h} scope="col" className="border border-line px-2 text-left">{t(h)}</th>)}</tr></thead>
          <tbody>
            {m.people.map((p, i) => (
              <tr key={p.memberId} className="break-inside-avoid">
                <td className="border border-line px-2 py-2">{i + 1}. {p.name}</td>
                <td className="border border-line px-2">{t(p.role)}</td>
                <td className="border border-line px-2">{p.state ? say(ATTENDANCE_LABEL[p.state]) : '–'}{p.representative && ` (${p.representative})`}</td>
                <td className="w-1/4 border border-line px-2" />
              </tr>
            ))}
          </tbody>
        </table>
      </Part>
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="mt-4">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Sign({ role, name }: { readonly role: string; readonly name: string }) {
  return (
    <div>
      <div>{role}</div>
      <div className="mt-16 underline">{name}</div>
    </div>
  );
}
