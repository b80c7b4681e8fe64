import { UserMinus, UserPlus } from 'lucide-react';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { later } from '@anyam/admin-kit/later';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import type { Membership } from './api.ts';
import { MemberTable } from './tab-members.tsx';
import type { TaskProps } from './task.screen.tsx';

const JoinDrawer = later(() => import('./join-member.tsx').then((m) => m.JoinDrawer), (props) => props.open);
const LeaveDrawer = later(() => import('./leave-member.tsx').then((m) => m.LeaveDrawer), (props) => props.member !== null);

const texts = defineTexts({
  title: { id: 'Anggota sekarang', en: 'Current members' },
  limits: { id: '{n} orang; aturan {min} sampai {max}. Satu keluarga (KK) satu anggota.', en: '{n} people; the rules say {min} to {max}. One member for each family card.' },
  add: { id: 'Tambah anggota', en: 'Add a member' },
  leave: { id: 'Keluarkan', en: 'Record leaving' },
  none: { id: 'Belum ada anggota', en: 'No members yet' },
  noneWhy: { id: 'Siapkan KTP dan KK anggota, lalu tambahkan satu per satu.', en: 'Have the ID and family cards ready, then add members one by one.' },
  full: { id: 'Anggota sudah penuh ({max}).', en: 'The group is full ({max}).' },
  back: { id: 'Kembali ke kelompok', en: 'Back to the group' },
});

export function MembersTask({ group: g }: TaskProps) {
  const t = useText(texts);
  const [joining, setJoining] = useState(false);
  const [leaving, setLeaving] = useState<Membership | null>(null);
  const living = g.memberships.filter((m) => m.leftOn === null);
  const full = living.length >= g.limits.sizeMax;
  const add = full ? (
    <span className="muted small">{t('full', { max: g.limits.sizeMax })}</span>
  ) : (
    <Button variant="primary" icon={UserPlus} onClick={() => setJoining(true)}>
      {t('add')}
    </Button>
  );
  return (
    <>
      {living.length === 0 ? (
        <EmptyState title={texts.none} text={texts.noneWhy} action={add} />
      ) : (
        <Card title={texts.title} note={t('limits', { n: living.length, min: g.limits.sizeMin, max: g.limits.sizeMax })} actions={add} flush>
          <MemberTable
            rows={living}
            action={(m) => (
              <Button size="sm" icon={UserMinus} onClick={() => setLeaving(m)}>
                {t('leave')} <span className="sr">{m.name}</span>
              </Button>
            )}
          />
        </Card>
      )}
      <div className="row">
        <Button href={`/kelompok/${g.id}`}>{t('back')}</Button>
      </div>
      <JoinDrawer group={g} open={joining} onClose={() => setJoining(false)} />
      <LeaveDrawer group={g} member={leaving} onClose={() => setLeaving(null)} />
    </>
  );
}
