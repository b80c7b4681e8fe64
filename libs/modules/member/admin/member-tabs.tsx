import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText, Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { Timeline } from '@anyam/admin-kit/record';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import type { Member } from './edit-member.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  period: { id: 'Masa', en: 'Period' },
  now: { id: 'sekarang', en: 'now' },
  current: { id: 'Anggota sekarang', en: 'Current member' },
  outside: { id: 'Kelompok di luar wilayah tugas Anda', en: 'A group outside your area' },
  received: { id: 'Diterima kelompok (Rp)', en: 'Received by the group (Rp)' },
  why: { id: 'Sebab keluar', en: 'Why left' },
  resigned: { id: 'Mengundurkan diri', en: 'Resigned' },
  deceased: { id: 'Meninggal', en: 'Deceased' },
  moved: { id: 'Pindah', en: 'Moved away' },
  expelled: { id: 'Dikeluarkan', en: 'Expelled' },
  ineligible: { id: 'Tidak memenuhi syarat', en: 'Not eligible' },
  mistake: { id: 'Salah catat', en: 'Recorded by mistake' },
  dissolved: { id: 'Kelompok bubar', en: 'Group dissolved' },
  noMembership: { id: 'Belum pernah menjadi anggota', en: 'Never a member' },
  noMembershipWhy: { id: 'Tambahkan orang ini dari halaman kelompok, tugas Anggota.', en: 'Add this person from the page of a group, task Members.' },
  prior: { id: 'Bantuan terdahulu', en: 'Earlier aid' },
  priorNote: { id: 'Dari daftar bantuan terakhir yang diunggah.', en: 'From the newest list of aid that was uploaded.' },
  noAid: { id: 'Tidak ada bantuan terdahulu yang tercatat', en: 'No earlier aid on record' },
  noAidWhy: { id: 'NIK ini tidak ada di daftar bantuan terakhir.', en: 'This NIK is not on the newest list of aid.' },
  year: { id: 'Tahun', en: 'Year' },
  programme: { id: 'Program', en: 'Programme' },
  amount: { id: 'Jumlah (Rp)', en: 'Amount (Rp)' },
  list: { id: 'Periode daftar', en: 'Period of the list' },
  noHistory: { id: 'Belum ada riwayat', en: 'No history yet' },
  fields: { id: 'Yang berubah: {fields}', en: 'Changed: {fields}' },
  create: { id: 'Data dicatat', en: 'Record made' },
  renew: { id: 'Data diperbarui dari daftar', en: 'Record renewed from a list' },
  update: { id: 'Data diubah', en: 'Record changed' },
  reveal: { id: 'Nomor lengkap dibuka', en: 'Full numbers revealed' },
  merge: { id: 'Data ganda digabung ke sini', en: 'A duplicate was merged into this' },
  mergedInto: { id: 'Digabung ke data lain', en: 'Merged into another record' },
  keepApart: { id: 'Dinyatakan orang yang berbeda', en: 'Declared a different person' },
  nationalId: { id: 'NIK', en: 'NIK' },
  familyCardNo: { id: 'nomor KK', en: 'family card' },
  villageCode: { id: 'desa', en: 'village' },
});

const has = (key: string): key is keyof typeof texts & string => key in texts;

export function MembershipsTab({ member }: { readonly member: Member }) {
  const t = useText(texts);
  if (member.memberships.length === 0) return <EmptyState title={texts.noMembership} text={texts.noMembershipWhy} />;
  return (
    <div className="card flush">
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('group')}</th>
            <th scope="col">{t('role')}</th>
            <th scope="col">{t('period')}</th>
            <th scope="col">{t('why')}</th>
            <th scope="col" className="num">{t('received')}</th>
          </tr>
        </thead>
        <tbody>
          {member.memberships.map((m) => (
            <tr key={m.id}>
              <td>{m.groupId ? <Link href={`/kelompok/${m.groupId}`}><b>{m.groupName}</b></Link> : <span className="muted">{t('outside')}</span>}</td>
              <td data-label={t('role')}>{t(m.role)}</td>
              <td data-label={t('period')}>
                <DateText value={m.joinedOn} style="short" /> – {m.leftOn ? <DateText value={m.leftOn} style="short" /> : t('now')}
              </td>
              <td data-label={t('why')}>
                {m.leftOn === null ? (
                  <Chip tone="ok">{texts.current}</Chip>
                ) : (
                  <>
                    {m.leaveReason ? (has(m.leaveReason) ? t(m.leaveReason) : m.leaveReason) : t('empty')}
                    {m.leaveNote && <span className="sub">{m.leaveNote}</span>}
                  </>
                )}
              </td>
              <td className="num" data-label={t('received')}>{m.inReach ? <Money amount={m.received} bare /> : t('empty')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function AidTab({ member }: { readonly member: Member }) {
  const t = useText(texts);
  if (member.priorAid.length === 0) return <EmptyState title={texts.noAid} text={texts.noAidWhy} />;
  return (
    <Card title={texts.prior} note={texts.priorNote} flush>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('programme')}</th>
            <th scope="col">{t('year')}</th>
            <th scope="col">{t('list')}</th>
            <th scope="col" className="num">{t('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {member.priorAid.map((a, i) => (
            <tr key={i}>
              <td><b>{a.programme}</b></td>
              <td data-label={t('year')}>{a.year}</td>
              <td data-label={t('list')}>{a.period}</td>
              <td className="num" data-label={t('amount')}>{a.amount === null ? t('empty') : <Money amount={a.amount} bare />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

export function HistoryTab({ member }: { readonly member: Member }) {
  const t = useText(texts);
  if (member.history.length === 0) return <EmptyState title={texts.noHistory} />;
  return (
    <Card>
      <Timeline
        time
        entries={member.history.map((h, i) => {
          const action = h.action.replace(/^member\./, '');
          const fields = h.fields.filter(has).map((f) => t(f)).join(', ');
          return {
            id: String(i),
            title: has(action) ? t(action) : h.action,
            at: h.at.toISOString(),
            by: h.actorName,
            tone: action === 'reveal' ? 'warn' : 'info',
            detail: (
              <>
                {h.reason && <div>{h.reason}</div>}
                {action === 'update' && fields && <div className="muted">{t('fields', { fields })}</div>}
              </>
            ),
          };
        })}
      />
    </Card>
  );
}
