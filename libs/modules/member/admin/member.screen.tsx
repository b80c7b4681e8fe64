import { Pencil } from 'lucide-react';
import { useMutation, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText } from '@anyam/admin-kit/format';
import { later } from '@anyam/admin-kit/later';
import { Link } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { MaskedValue } from '@anyam/admin-kit/record';
import { ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { Tabs } from '@anyam/admin-kit/tabs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useMemberApi } from './api.ts';
import type { Member } from './edit-member.tsx';
import { AidTab, HistoryTab, MembershipsTab } from './member-tabs.tsx';
import { words } from './words.ts';

const EditMember = later(() => import('./edit-member.tsx').then((m) => m.EditMember), (props) => props.open);

const texts = defineTexts({
  ...words,
  edit: { id: 'Ubah data', en: 'Change the record' },
  data: { id: 'Data diri', en: 'Personal data' },
  memberships: { id: 'Keanggotaan', en: 'Memberships' },
  aid: { id: 'Bantuan', en: 'Aid' },
  history: { id: 'Riwayat', en: 'History' },
  numbers: { id: 'Nomor pribadi', en: 'Personal numbers' },
  numbersNote: { id: 'Setiap kali dibuka, keperluannya dicatat.', en: 'Each reveal is recorded with its purpose.' },
  register: { id: 'Data terpadu', en: 'Social register' },
  registerNone: { id: 'Tidak ditemukan di data terpadu terakhir. Usulkan ke desa agar dapat menerima bantuan.', en: 'Not found in the newest register. Have the village propose this person.' },
  period: { id: 'Periode', en: 'Period' },
  decile: { id: 'Desil', en: 'Decile' },
  status: { id: 'Status', en: 'Status' },
  active: { id: 'Aktif', en: 'Active' },
  deceased: { id: 'Meninggal', en: 'Deceased' },
  movedOut: { id: 'Pindah', en: 'Moved away' },
  inactive: { id: 'Tidak aktif', en: 'Inactive' },
  updated: { id: 'Terakhir diubah', en: 'Last changed' },
});

export default function MemberScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useMemberApi();
  const query = useQuery(api.get.queryOptions({ id: params.id ?? '' }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded key={query.data.id} member={query.data} />;
}

function Loaded({ member: m }: { readonly member: Member }) {
  const t = useText(texts);
  const [editing, setEditing] = useState(false);
  return (
    <div className="stack">
      <PageHead
        title={m.name}
        context={`${m.villageName}, ${m.districtName}`}
        status={m.groupId && m.role ? <Chip tone="ok">{words[m.role]}</Chip> : <Chip>{words.noGroup}</Chip>}
        actions={
          m.can.write && (
            <Button icon={Pencil} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          )
        }
      />
      <div className="split">
        <div>
          <Tabs
            tabs={[
              { id: 'data', label: texts.data, content: () => <DataTab member={m} /> },
              { id: 'keanggotaan', label: texts.memberships, count: m.memberships.length, content: () => <MembershipsTab member={m} /> },
              { id: 'bantuan', label: texts.aid, count: m.priorAid.length, content: () => <AidTab member={m} /> },
              { id: 'riwayat', label: texts.history, content: () => <HistoryTab member={m} /> },
            ]}
          />
        </div>
        <aside className="stack aside">
          <Numbers member={m} />
          <Register register={m.register} />
        </aside>
      </div>
      <EditMember member={m} open={editing} onClose={() => setEditing(false)} />
    </div>
  );
}

function DataTab({ member: m }: { readonly member: Member }) {
  const t = useText(texts);
  const or = (value: string | null) => value ?? t('empty');
  return (
    <Card>
      <Facts
        wide
        items={[
          { label: words.birth, value: <>{m.birthPlace ? `${m.birthPlace}, ` : ''}<DateText value={m.birthDate} /></> },
          { label: words.sex, value: t(m.sex) },
          { label: words.married, value: m.married === null ? t('unknown') : t(m.married ? 'marriedYes' : 'marriedNo') },
          { label: words.occupation, value: or(m.occupation) },
          { label: words.address, value: or(m.address) },
          { label: words.village, value: `${m.villageName}, ${m.districtName}` },
          { label: words.group, value: m.groupId ? <Link href={`/kelompok/${m.groupId}`}>{m.groupName}</Link> : t('noGroup') },
          { label: texts.updated, value: <DateText value={m.updatedAt} time /> },
        ]}
      />
    </Card>
  );
}

function Numbers({ member: m }: { readonly member: Member }) {
  const t = useText(texts);
  const api = useMemberApi();
  const client = useQueryClient();
  const reveal = useMutation(api.reveal.mutationOptions({ onSuccess: () => void client.invalidateQueries(api.get.queryFilter({ id: m.id })) }));
  const show = (field: 'nik' | 'familyCard' | 'phone') => (m.can.reveal ? async (purpose: string) => (await reveal.mutateAsync({ id: m.id, purpose }))[field] ?? t('empty') : undefined);
  return (
    <Card title={texts.numbers} {...(m.can.reveal ? { note: texts.numbersNote } : {})}>
      <Facts
        wide
        items={[
          { label: words.nik, value: <MaskedValue masked={m.nik} what={words.nik} onReveal={show('nik')} /> },
          { label: words.familyCard, value: <MaskedValue masked={m.familyCard} what={words.familyCard} onReveal={show('familyCard')} /> },
          { label: words.phone, value: m.phone ? <MaskedValue masked={m.phone} what={words.phone} onReveal={show('phone')} /> : t('empty') },
        ]}
      />
    </Card>
  );
}

const STATUS = { active: 'active', deceased: 'deceased', movedOut: 'movedOut', inactive: 'inactive' } as const;

function Register({ register }: { readonly register: Member['register'] }) {
  const t = useText(texts);
  if (!register) {
    return (
      <Card title={texts.register} tone="warn">
        {t('registerNone')}
      </Card>
    );
  }
  const status = register.status in STATUS ? t(register.status as keyof typeof STATUS) : register.status;
  return (
    <Card title={texts.register}>
      <Facts
        items={[
          { label: texts.period, value: register.period },
          { label: texts.decile, value: register.decile ?? t('empty') },
          { label: texts.status, value: <Chip tone={register.status === 'active' ? 'ok' : 'warn'}>{status}</Chip> },
        ]}
      />
    </Card>
  );
}
