import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { MaskedValue, TaskList, type TaskState } from '@anyam/admin-kit/record';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useGroupApi, useRefresh, type Group } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  file: { id: 'Berkas kelompok', en: 'File of the group' },
  fileNote: { id: '{done} dari {of} bagian lengkap', en: '{done} of {of} parts complete' },
  missing: { id: 'Kurang: {parts}', en: 'Missing: {parts}' },
  note: { id: 'Catatan: {note}', en: 'Note: {note}' },
  data: { id: 'Data kelompok', en: 'About the group' },
  account: { id: 'Rekening', en: 'Account' },
  check: { id: 'Pemeriksaan syarat', en: 'Eligibility check' },
  checkNow: { id: 'Periksa syarat sekarang', en: 'Check eligibility now' },
  checked: { id: 'Diperiksa', en: 'Checked' },
  checkedBy: { id: 'oleh {who}, aturan versi {n}', en: 'by {who}, rules version {n}' },
  register: { id: 'data terpadu {period}', en: 'register {period}' },
  never: { id: 'Syarat anggota belum pernah diperiksa.', en: 'Eligibility has never been checked.' },
  fine: { id: 'Tidak ada temuan. Semua anggota memenuhi syarat.', en: 'No findings. All members qualify.' },
  block: { id: 'Penghalang', en: 'Blocking' },
  warn: { id: 'Peringatan', en: 'Warning' },
  whole: { id: 'Kelompok', en: 'The group' },
});

const STATE: Readonly<Record<Group['tasks'][number]['state'], TaskState>> = { notOpened: 'unopened', incomplete: 'incomplete', complete: 'complete', notApplicable: 'notApplicable' };

export function SummaryTab({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const say = useSay();
  const applies = g.tasks.filter((x) => x.state !== 'notApplicable');
  return (
    <div className="stack">
      <Card title={texts.file} note={t('fileNote', { done: applies.filter((x) => x.state === 'complete').length, of: applies.length })}>
        <TaskList
          items={g.tasks.map((x) => ({
            id: x.key,
            title: x.label,
            state: STATE[x.state],
            ...(g.can.write ? { href: `/kelompok/${g.id}/tugas/${x.key}` } : {}),
            hint: [x.missing.length > 0 && t('missing', { parts: x.missing.map((m) => say(m.label)).join(', ') }), x.note && t('note', { note: x.note })].filter(Boolean).join('. ') || undefined,
          }))}
        />
      </Card>
      <CheckCard group={g} />
      <Card title={texts.data}>
        <Facts
          items={[
            { label: words.business, value: g.business },
            { label: words.formedOn, value: g.formedOn ? <DateText value={g.formedOn} /> : t('empty') },
            { label: words.village, value: `${g.villageName}, ${g.districtName}` },
            { label: words.address, value: g.address ?? t('empty') },
            { label: words.year, value: g.fiscalYear ?? t('empty') },
            { label: texts.account, value: g.account ? <AccountLine group={g} /> : t('empty') },
          ]}
        />
        {g.account && g.account.problems.length > 0 && (
          <Notice tone="warn">
            {g.account.problems.map((p, i) => (
              <div key={i}>{say(p)}</div>
            ))}
          </Notice>
        )}
      </Card>
    </div>
  );
}

function AccountLine({ group: g }: { readonly group: Group }) {
  const api = useGroupApi();
  const client = useQueryClient();
  const reveal = useMutation(api.reveal.mutationOptions({ onSuccess: () => void client.invalidateQueries(api.timeline.queryFilter()) }));
  if (!g.account) return null;
  return (
    <>
      {g.account.bank}{' '}
      <MaskedValue masked={g.account.number} what={texts.account} onReveal={g.can.reveal ? async (purpose) => (await reveal.mutateAsync({ id: g.id, purpose })).accountNumber ?? '–' : undefined} />
      <div className="small muted">{g.account.holder}</div>
    </>
  );
}

function CheckCard({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const say = useSay();
  const api = useGroupApi();
  const refresh = useRefresh();
  const run = useMutation(api.check.mutationOptions({ onSuccess: () => void refresh(g.id) }));
  const check = g.check;
  return (
    <Card
      title={texts.check}
      actions={
        g.can.write && (
          <Button size="sm" busy={run.isPending} onClick={() => run.mutate({ id: g.id })}>
            {t('checkNow')}
          </Button>
        )
      }
    >
      <ErrorNotice error={run.error} />
      {!check && <p className="muted">{t('never')}</p>}
      {check && (
        <p className="muted small">
          {t('checked')} <DateText value={check.checkedAt} time /> {t('checkedBy', { who: check.checkedBy, n: check.ruleSetVersion })}
          {check.registerPeriod && `, ${t('register', { period: check.registerPeriod })}`}
        </p>
      )}
      {check && check.findings.length === 0 && <p>{t('fine')}</p>}
      {check && check.findings.length > 0 && (
        <ul className="blockers">
          {check.findings.map((f, i) => (
            <li key={i}>
              <Chip tone={f.severity === 'block' ? 'bad' : 'warn'} mark="sign">
                {texts[f.severity]}
              </Chip>{' '}
              <b>{f.personId ? <Link href={`/anggota/${f.personId}`}>{f.personName}</Link> : t('whole')}</b>
              <div>{say(f.text)}</div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
