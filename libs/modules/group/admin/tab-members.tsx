import { UserPlus } from 'lucide-react';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import type { ReactNode } from 'react';
import type { Group, Membership } from './api.ts';
import { OfficerAccounts } from './officer-accounts.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  now: { id: 'Anggota sekarang', en: 'Current members' },
  limits: { id: '{n} orang; aturan {min} sampai {max}', en: '{n} people; the rules say {min} to {max}' },
  former: { id: 'Pernah menjadi anggota', en: 'Former members' },
  change: { id: 'Ubah anggota', en: 'Change members' },
  none: { id: 'Belum ada anggota', en: 'No members yet' },
  noneWhy: { id: 'Tambahkan anggota satu per satu; NIK langsung diperiksa.', en: 'Add members one by one; each NIK is checked at once.' },
  role: { id: 'Peran', en: 'Role' },
  nik: { id: 'NIK', en: 'NIK' },
  card: { id: 'KK', en: 'Family card' },
  age: { id: 'Usia', en: 'Age' },
  years: { id: '{n} th', en: '{n} y' },
  joined: { id: 'Masuk', en: 'Joined' },
  left: { id: 'Keluar', en: 'Left' },
  L: { id: 'L', en: 'M' },
  P: { id: 'P', en: 'F' },
});

export function MembersTab({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const living = g.memberships.filter((m) => m.leftOn === null);
  const former = g.memberships.filter((m) => m.leftOn !== null);
  const change = g.can.write && (
    <Button icon={UserPlus} href={`/kelompok/${g.id}/tugas/members`}>
      {t('change')}
    </Button>
  );
  if (g.memberships.length === 0) return <EmptyState title={texts.none} text={texts.noneWhy} action={change} />;
  return (
    <div className="stack">
      <Card title={texts.now} note={t('limits', { n: living.length, min: g.limits.sizeMin, max: g.limits.sizeMax })} actions={change} flush>
        <MemberTable rows={living} />
      </Card>
      <OfficerAccounts group={g} />
      {former.length > 0 && (
        <Card title={texts.former} flush>
          <MemberTable rows={former} />
        </Card>
      )}
    </div>
  );
}

/** Officers stand first, as the server sorts them. */
export function MemberTable({ rows, action }: { readonly rows: readonly Membership[]; readonly action?: (member: Membership) => ReactNode }) {
  const t = useText(texts);
  const former = rows.some((m) => m.leftOn !== null);
  const reason = (code: string | null) => (code && code in words ? t(code as keyof typeof words) : (code ?? t('empty')));
  return (
    <table className="data">
      <thead>
        <tr>
          <th scope="col">{t('member')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('nik')}</th>
          <th scope="col">{t('card')}</th>
          <th scope="col" className="num">{t('age')}</th>
          <th scope="col">{t(former ? 'left' : 'joined')}</th>
          {action && <th scope="col" />}
        </tr>
      </thead>
      <tbody>
        {rows.map((m) => (
          <tr key={m.membershipId}>
            <td>
              <Link href={`/anggota/${m.personId}`} className="row-link">
                {m.name}
              </Link>
              <span className="sub">
                {m.villageName} · {t(m.sex)}
              </span>
            </td>
            <td data-label={t('role')}>
              <Chip mark="none" tone={m.role === 'member' ? 'neutral' : 'info'}>
                {words[m.role]}
              </Chip>
            </td>
            <td data-label={t('nik')}><span className="num">{m.nik}</span></td>
            <td data-label={t('card')}><span className="num">{m.familyCard}</span></td>
            <td data-label={t('age')} className="num">{t('years', { n: m.age })}</td>
            <td data-label={t(former ? 'left' : 'joined')}>
              <DateText value={m.leftOn ?? m.joinedOn} style="short" />
              {m.leftOn && (
                <span className="sub">
                  {reason(m.leaveReason)}
                  {m.leaveNote && `. ${m.leaveNote}`}
                </span>
              )}
            </td>
            {action && <td>{action(m)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
