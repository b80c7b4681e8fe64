import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { Dialog } from '@anyam/admin-kit/dialog';
import { DateText, Money } from '@anyam/admin-kit/format';
import { Link, useNavigate } from '@anyam/admin-kit/link';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { EmptyState, ErrorNotice, ErrorState, Notice, SkeletonPage } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { ActDialog } from './parts/act-dialog.tsx';
import { newKey, useAidApi, useRefresh, type Decree } from './parts/api.ts';
import { asBlockers, Findings } from './parts/blockers.tsx';
import { Downloads } from './parts/download-button.tsx';
import { PassedProposals } from './parts/passed-proposals.tsx';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { History } from './parts/steps.tsx';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  draftName: { id: 'Konsep SK', en: 'Draft decree' },
  draft: { id: 'Konsep', en: 'Draft' },
  issued: { id: 'Terbit', en: 'Issued' },
  recipients: { id: 'Penerima', en: 'Recipients' },
  noRecipients: { id: 'Belum ada penerima', en: 'No recipients yet' },
  noRecipientsText: { id: 'Tambahkan usulan yang lolos verifikasi ke konsep ini.', en: 'Add proposals that passed verification to this draft.' },
  add: { id: 'Tambahkan penerima', en: 'Add recipients' },
  addNone: { id: 'Pilih paling sedikit satu usulan.', en: 'Choose at least one proposal.' },
  takeOff: { id: 'Keluarkan {name}', en: 'Take {name} off' },
  takenOff: { id: '{name} dikeluarkan dari konsep.', en: '{name} was taken off the draft.' },
  remarks: { id: 'Catatan', en: 'Remarks' },
  revoke: { id: 'Cabut penetapan', en: 'Revoke' },
  revokeName: { id: 'Cabut penetapan {name}', en: 'Revoke {name}' },
  revokeAbout: { id: 'Dana yang dicadangkan untuk kelompok ini kembali ke pagu program.', en: 'The money reserved for this group goes back to the ceiling.' },
  revoked: { id: 'Dicabut', en: 'Revoked' },
  money: { id: 'Pagu dan jumlah', en: 'Ceiling and total' },
  ceiling: { id: 'Pagu program', en: 'Ceiling' },
  availableNow: { id: 'Tersedia', en: 'Available' },
  after: { id: 'Sisa setelah SK ini', en: 'Left after this decree' },
  over: { id: 'Jumlah SK melebihi pagu yang tersedia.', en: 'The total is over the available ceiling.' },
  findings: { id: 'Temuan pada daftar', en: 'Findings on the list' },
  noFindings: { id: 'Tidak ada temuan pada daftar ini.', en: 'There are no findings on this list.' },
  issue: { id: 'Terbitkan SK', en: 'Issue the decree' },
  issueAbout: { id: 'Setelah terbit, daftar penerima dibekukan dan dananya dicadangkan.', en: 'Once issued, the list is frozen and the money is reserved.' },
  issueDone: { id: 'SK {number} terbit.', en: 'Decree {number} is issued.' },
  notHead: { id: 'SK diterbitkan oleh kepala dinas.', en: 'The head of the office issues the decree.' },
  head: { id: 'Kepala dinas', en: 'Head of the office' },
  lineFaults: { id: '{n} penerima masih terhalang. Lihat kolom Catatan.', en: '{n} recipients are still blocked. See the column Remarks.' },
  operator: { id: 'Operator', en: 'Operator' },
  discard: { id: 'Hapus konsep', en: 'Discard the draft' },
  discardAbout: { id: 'Konsep ini dihapus. Usulannya tetap ada dan dapat ditetapkan dengan konsep lain.', en: 'This draft is deleted. Its proposals stay and may go on another draft.' },
  numberOf: { id: 'Nomor SK', en: 'Number of the decree' },
  revokeNumber: { id: 'Nomor SK pencabutan', en: 'Number of the revoking decree' },
  bnba: { id: 'Daftar BNBA', en: 'List by name and address' },
  masked: { id: 'Disamarkan: NIK, KK, dan rekening hanya terlihat sebagian.', en: 'Masked: NIK, KK and account show only in part.' },
  whole: { id: 'Lengkap, untuk yang berwenang. Setiap unduhan dicatat.', en: 'Whole, for those who may see it. Each download is recorded.' },
  canonical: { id: 'Unduh naskah beku', en: 'Download the frozen text' },
  verify: { id: 'Periksa keutuhan', en: 'Check integrity' },
  intact: { id: 'Daftar utuh: sidiknya sama dengan saat SK terbit.', en: 'The list is intact: its hash is as when the decree was issued.' },
  broken: { id: 'Daftar berubah sejak SK terbit. Laporkan kepada auditor.', en: 'The list changed since it was issued. Report this to the auditor.' },
  computed: { id: 'Sidik yang dihitung sekarang', en: 'Hash computed now' },
});
/** Who may have the whole list; the server judges again. */
const WHOLE = ['kepala', 'bendahara', 'auditor'];

export default function DecreeScreen({ params }: { readonly params: Record<string, string> }) {
  const api = useAidApi();
  const query = useQuery(api.decrees.detail.queryOptions({ id: params.id ?? '' }));
  if (query.isPending) return <SkeletonPage />;
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Loaded key={query.data.id} decree={query.data} />;
}

function Loaded({ decree: d }: { readonly decree: Decree }) {
  const t = useText(texts);
  const api = useAidApi();
  const go = useNavigate();
  const refresh = useRefresh();
  const { can } = useSession();
  const [discarding, setDiscarding] = useState(false);
  const discard = useMutation(api.decrees.discard.mutationOptions());
  const draft = d.state === 'draft';
  const mayDraft = draft && can('disbursement.draft');
  return (
    <div className="stack">
      <PageHead
        title={d.number ?? texts.draftName}
        context={<>{d.programmeName}{d.dated && <> · <DateText value={d.dated} /></>}</>}
        status={<Chip tone={draft ? 'neutral' : 'ok'}>{draft ? texts.draft : texts.issued}</Chip>}
        more={mayDraft ? [{ label: t('discard'), danger: true, onSelect: () => setDiscarding(true) }] : []}
      />
      <div className="split">
        <Recipients decree={d} mayDraft={mayDraft} />
        <aside className="stack aside">
          {draft && <Issue decree={d} />}
          <Card title={texts.money}>
            <Facts
              wide
              items={[
                { label: texts.ceiling, value: <Money amount={d.ceiling} /> },
                { label: texts.availableNow, value: <Money amount={d.available} /> },
                { label: texts.total, value: <Money amount={d.total} /> },
                ...(draft ? [{ label: texts.after, value: <Money amount={d.after} /> }] : []),
              ]}
            />
            {draft && d.after < 0n && <Notice tone="bad">{t('over')}</Notice>}
          </Card>
          {draft && <Card title={texts.findings}>{d.findings.length > 0 ? <Findings list={d.findings} /> : <p className="muted">{t('noFindings')}</p>}</Card>}
          <Papers decree={d} />
        </aside>
      </div>
      <History steps={d.history} />
      <ConfirmDialog
        open={discarding}
        onClose={() => setDiscarding(false)}
        title={texts.discard}
        confirmLabel={texts.discard}
        danger
        onConfirm={async () => {
          await discard.mutateAsync({ id: d.id });
          go('/bantuan/penetapan', { replace: true });
          // The record itself is gone; only lists are asked for again.
          void refresh();
        }}
      >
        <p>{t('discardAbout')}</p>
      </ConfirmDialog>
    </div>
  );
}

type Line = Decree['lines'][number];

function Recipients({ decree: d, mayDraft }: { readonly decree: Decree; readonly mayDraft: boolean }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { can } = useSession();
  const [adding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<Line | null>(null);
  const change = useMutation(api.decrees.change.mutationOptions());
  const revoke = useMutation(api.decrees.revoke.mutationOptions());
  const mayRevoke = d.state === 'issued' && can('disbursement.decree');
  const takeOff = async (line: Line) => {
    try {
      await change.mutateAsync({ id: d.id, key: newKey(), add: [], remove: [line.proposalId] });
      toast({ text: t('takenOff', { name: line.groupName }) });
    } catch {
      // Shown above the table.
    } finally {
      await refresh();
    }
  };
  return (
    <Card flush title={texts.recipients} actions={mayDraft && <Button size="sm" onClick={() => setAdding(true)}>{t('add')}</Button>}>
      <ErrorNotice error={change.error} />
      <RowsTable<Line>
        caption={texts.recipients}
        rows={d.lines}
        rowId={(r) => r.proposalId}
        empty={<EmptyState title={texts.noRecipients} text={texts.noRecipientsText} />}
        columns={[
          { id: 'group', header: words.group, cell: (r) => <><Link href={`/bantuan/usulan/${r.proposalId}`} className="row-link">{r.groupName}</Link><span className="sub">{r.villageName}, {r.districtName}</span></> },
          { id: 'business', header: words.business, cell: (r) => r.business },
          { id: 'members', header: words.members, end: true, cell: (r) => r.members },
          { id: 'amount', header: words.amount, end: true, cell: (r) => <Money amount={r.amount} bare />, foot: <Money amount={d.total} bare /> },
          { id: 'remarks', header: texts.remarks, wrap: true, cell: (r) => (r.revoked ? <Chip tone="bad" mark="sign">{texts.revoked}</Chip> : r.blockers.map((b) => say(b.text)).join(' ') || '–') },
          ...(mayDraft || mayRevoke
            ? [{
                id: 'act', header: { id: 'Tindakan', en: 'Action' }, cell: (r: Line) =>
                  mayDraft ? (
                    <Button size="sm" variant="quiet" busy={change.isPending && change.variables.remove.includes(r.proposalId)} aria-label={t('takeOff', { name: r.groupName })} onClick={() => void takeOff(r)}>{t('remove')}</Button>
                  ) : r.revoked ? null : (
                    <Button size="sm" variant="quiet" aria-label={t('revokeName', { name: r.groupName })} onClick={() => setRevoking(r)}>{t('revoke')}</Button>
                  ),
              }]
            : []),
        ]}
      />
      {adding && <AddDialog decree={d} onClose={() => setAdding(false)} />}
      {revoking && (
        <ActDialog
          button={{ action: 'revoke', label: texts.revoke, needs: ['reason', 'number', 'password'] }}
          danger
          amount={revoking.amount}
          numberLabel={texts.revokeNumber}
          onClose={() => setRevoking(null)}
          onAct={async ({ key, number = '', note = '', password }) => {
            try {
              await revoke.mutateAsync({ proposalId: revoking.proposalId, key, number, reason: note, ...(password ? { password } : {}) });
            } finally {
              await refresh();
            }
          }}
        >
          <p><b>{revoking.groupName}.</b> {t('revokeAbout')}</p>
        </ActDialog>
      )}
    </Card>
  );
}

function AddDialog({ decree: d, onClose }: { readonly decree: Decree; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useAidApi();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const change = useMutation(api.decrees.change.mutationOptions());
  const save = async () => {
    setTried(true);
    if (chosen.size === 0) return;
    try {
      await change.mutateAsync({ id: d.id, key, add: [...chosen], remove: [] });
      onClose();
    } catch {
      // Shown above the list.
    } finally {
      await refresh();
    }
  };
  return (
    <Dialog
      open
      size="lg"
      onClose={onClose}
      title={texts.add}
      dirty={chosen.size > 0}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button variant="primary" busy={change.isPending} onClick={() => void save()}>{t('add')}</Button>
        </>
      }
    >
      <ErrorNotice error={change.error} />
      {tried && chosen.size === 0 && <div className="field-error" role="alert">{t('addNone')}</div>}
      <PassedProposals programmeId={d.programmeId} chosen={chosen} onChange={setChosen} taken={d.total} />
    </Dialog>
  );
}

function Issue({ decree: d }: { readonly decree: Decree }) {
  const t = useText(texts);
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { can } = useSession();
  const [open, setOpen] = useState(false);
  const issue = useMutation(api.decrees.issue.mutationOptions());
  const blockedLines = d.lines.filter((l) => l.blockers.length > 0).length;
  const one = (code: string, text: Bilingual, clearedBy: Bilingual, params: Record<string, number> = {}) => ({ code, text, clearedBy, params });
  const blockers = d.canIssue && can('disbursement.decree') ? [] : [
    ...(can('disbursement.decree') ? [] : [one('NOT_HEAD', texts.notHead, texts.head)]),
    ...asBlockers(d.findings),
    ...(blockedLines > 0 ? [one('LINES_BLOCKED', texts.lineFaults, texts.operator, { n: blockedLines })] : []),
  ];
  // The server says no without a finding that we could show: the caller is not the head here.
  const shown = !d.canIssue && blockers.length === 0 ? [one('NOT_HEAD', texts.notHead, texts.head)] : blockers;
  return (
    <Card title={texts.nextStep}>
      <p className="muted">{t('issueAbout')}</p>
      <Button variant="primary" blockedBy={shown} onClick={() => setOpen(true)}>{t('issue')}</Button>
      {open && (
        <ActDialog
          button={{ action: 'issue', label: texts.issue, needs: ['number', 'date', 'password'] }}
          amount={d.total}
          numberLabel={texts.numberOf}
          noNote
          onClose={() => setOpen(false)}
          onAct={async ({ key, number = '', date = '', password }) => {
            try {
              await issue.mutateAsync({ id: d.id, key, number, dated: date, ...(password ? { password } : {}) });
              toast({ text: t('issueDone', { number }) });
            } finally {
              await refresh();
            }
          }}
        >
          <p>{t('issueAbout')}</p>
        </ActDialog>
      )}
    </Card>
  );
}

function Papers({ decree: d }: { readonly decree: Decree }) {
  const t = useText(texts);
  const api = useAidApi();
  const { can, roles } = useSession();
  const download = useMutation(api.decrees.download.mutationOptions());
  const check = useQuery(api.decrees.verify.queryOptions({ id: d.id }, { enabled: false, gcTime: 0 }));
  const issued = d.state === 'issued';
  const whole = roles.some((r) => WHOLE.includes(r.role));
  const fetch = (form: 'csv' | 'xlsx' | 'canonical', masked: boolean) => () => download.mutateAsync({ id: d.id, form, masked });
  if (!issued && !can('disbursement.export')) return null;
  return (
    <Card title={texts.bnba}>
      <div className="stack">
        {can('disbursement.export') && (
          <div>
            <p className="muted small">{t('masked')}</p>
            <Downloads files={[{ id: 'xlsx', label: words.xlsx, fetch: fetch('xlsx', true) }, { id: 'csv', label: words.csv, fetch: fetch('csv', true) }]} />
          </div>
        )}
        {can('disbursement.export') && whole && (
          <div>
            <p className="muted small">{t('whole')}</p>
            <Downloads
              files={[
                { id: 'xlsx', label: words.xlsx, fetch: fetch('xlsx', false) },
                { id: 'csv', label: words.csv, fetch: fetch('csv', false) },
                ...(issued ? [{ id: 'canonical', label: texts.canonical, fetch: fetch('canonical', false) }] : []),
              ]}
            />
          </div>
        )}
        {d.sha256 && (
          <>
            <Facts wide items={[{ label: words.sha, value: <code className="small break-all">{d.sha256}</code> }]} />
            <div><Button size="sm" busy={check.isFetching} onClick={() => void check.refetch()}>{t('verify')}</Button></div>
            <ErrorNotice error={check.error} />
            <div role="status">
              {check.data && !check.isFetching && (
                <Notice tone={check.data.intact ? 'ok' : 'bad'} title={check.data.intact ? texts.intact : texts.broken}>
                  {!check.data.intact && <>{t('computed')}: <code className="small break-all">{check.data.computed}</code></>}
                </Notice>
              )}
            </div>
          </>
        )}
      </div>
    </Card>
  );
}
