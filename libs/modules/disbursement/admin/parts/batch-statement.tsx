import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip, StateChip, type Tone } from '@anyam/admin-kit/chip';
import { FileDrop } from '@anyam/admin-kit/file-drop';
import { DateText, Money } from '@anyam/admin-kit/format';
import { useSession } from '@anyam/admin-kit/session';
import { EmptyState, ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { ActDialog } from './act-dialog.tsx';
import { newKey, useAidApi, useRefresh, type Batch } from './api.ts';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { uploadFile } from '@anyam/admin-kit/files';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  statement: { id: 'Rekening koran', en: 'Bank statement' },
  early: { id: 'Rekening koran dicocokkan setelah daftar bayar dikirim ke bank.', en: 'The statement is matched once the payment list was sent to the bank.' },
  upload: { id: 'Unggah rekening koran', en: 'Upload the statement' },
  uploadHint: { id: 'CSV atau XLSX dari bank. Berkas yang sama tidak disimpan dua kali.', en: 'CSV or XLSX from the bank. The same file is not stored twice.' },
  read: { id: '{n} baris terbaca, {m} dilewati.', en: '{n} rows read, {m} skipped.' },
  already: { id: 'Berkas ini sudah pernah diunggah; tidak ada yang ditambahkan.', en: 'This file was uploaded before; nothing was added.' },
  problem: { id: 'Baris {n}: {text}', en: 'Row {n}: {text}' },
  match: { id: 'Cocokkan sekarang', en: 'Match now' },
  matchHint: { id: 'Boleh diulang: hasil sebelumnya diperbarui.', en: 'Safe to repeat: earlier results are renewed.' },
  matched: { id: 'Semua baris cocok dengan rekening koran.', en: 'All lines are matched with the statement.' },
  notMatched: { id: 'Masih ada baris yang belum cocok.', en: 'Some lines are not matched yet.' },
  summary: { id: '{paid} terbayar, {returned} diretur, {differs} berbeda jumlah, {missing} tidak ditemukan, {duplicate} ganda, {unknown} tidak dikenal. {open} selisih terbuka.', en: '{paid} paid, {returned} returned, {differs} with another amount, {missing} missing, {duplicate} twice, {unknown} unknown. {open} open differences.' },
  files: { id: 'Berkas yang diunggah', en: 'Uploaded files' },
  file: { id: 'Berkas', en: 'File' },
  rows: { id: 'Baris', en: 'Rows' },
  by: { id: 'Diunggah oleh', en: 'Uploaded by' },
  lines: { id: 'Baris rekening koran', en: 'Statement lines' },
  none: { id: 'Belum ada rekening koran', en: 'No statement yet' },
  noneText: { id: 'Unggah rekening koran dari bank untuk mencocokkan pembayaran.', en: 'Upload the statement of the bank to match the payments.' },
  description: { id: 'Uraian', en: 'Description' },
  result: { id: 'Hasil', en: 'Result' },
  back: { id: 'Retur', en: 'Return' },
  action: { id: 'Tindakan', en: 'Action' },
  ignore: { id: 'Kesampingkan', en: 'Set aside' },
  ignoreRow: { id: 'Kesampingkan baris {n}', en: 'Set row {n} aside' },
  ignoreAbout: { id: 'Pakai bila uang ini tidak berkaitan dengan batch. Keterangan Anda dicatat.', en: 'Use it when this money has nothing to do with the batch. Your note is kept.' },
  cases: { id: 'Selisih', en: 'Differences' },
  noCases: { id: 'Tidak ada selisih', en: 'No differences' },
  noCasesText: { id: 'Selisih muncul di sini setelah pencocokan.', en: 'Differences appear here after matching.' },
  open: { id: 'Terbuka', en: 'Open' },
  closed: { id: 'Selesai', en: 'Settled' },
  advice: { id: 'Saran: {text}', en: 'Advice: {text}' },
  settle: { id: 'Selesaikan selisih', en: 'Settle the difference' },
  settleName: { id: 'Selesaikan selisih {name}', en: 'Settle the difference of {name}' },
  wholeBatch: { id: 'Seluruh batch', en: 'The whole batch' },
  settledBy: { id: '{who}: {note}', en: '{who}: {note}' },
  opened: { id: 'Dibuka', en: 'Opened' },
  matter: { id: 'Selisih dan saran', en: 'Difference and advice' },
});
type StatementLine = Batch['statementLines'][number];
type Case = Batch['cases'][number];
const RESULT: Readonly<Record<StatementLine['result'], { readonly label: Bilingual; readonly tone: Tone }>> = {
  waiting: { label: { id: 'Belum dicocokkan', en: 'Not matched yet' }, tone: 'neutral' },
  paid: { label: { id: 'Terbayar', en: 'Paid' }, tone: 'ok' },
  returned: { label: { id: 'Diretur', en: 'Returned' }, tone: 'bad' },
  amountDiffers: { label: { id: 'Jumlah berbeda', en: 'Amount differs' }, tone: 'warn' },
  duplicate: { label: { id: 'Ganda', en: 'Twice' }, tone: 'warn' },
  unknown: { label: { id: 'Tidak dikenal', en: 'Unknown' }, tone: 'warn' },
  ignored: { label: { id: 'Dikesampingkan', en: 'Set aside' }, tone: 'neutral' },
};
/** The bank answers after the list was sent; the server knows the same two states. */
const SENT = ['dikirim', 'direkonsiliasi'];
const LOOSE: readonly StatementLine['result'][] = ['waiting', 'unknown', 'duplicate'];

/** Upload, matching, and what became of each line of the bank. */
export function StatementTab({ batch: b }: { readonly batch: Batch }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const refresh = useRefresh();
  const { can } = useSession();
  const [ignoring, setIgnoring] = useState<StatementLine | null>(null);
  const take = useMutation(api.batches.importStatement.mutationOptions());
  const match = useMutation(api.batches.reconcile.mutationOptions());
  const ignore = useMutation(api.batches.ignoreLine.mutationOptions());
  const sent = SENT.includes(b.state.key);
  const may = sent && can('disbursement.reconcile');
  const run = async () => {
    try {
      await match.mutateAsync({ id: b.id, key: newKey() });
    } catch {
      // Shown under the button.
    } finally {
      await refresh();
    }
  };
  const got = take.data;
  const m = match.data;
  return (
    <div className="stack">
      {!sent && b.statements.length === 0 && <Notice>{t('early')}</Notice>}
      {may && (
        <Card title={texts.statement}>
          <div className="stack">
            <FileDrop
              label={texts.upload}
              hint={texts.uploadHint}
              accept=".csv,.xlsx"
              maxMb={10}
              upload={async (file, share, signal) => {
                const fileId = await uploadFile(file, share, signal);
                await take.mutateAsync({ id: b.id, key: newKey(), fileId });
                await refresh();
              }}
            />
            <div role="status">
              {got && (
                <Notice tone={got.already ? 'info' : got.problems.length > 0 ? 'warn' : 'ok'} title={got.already ? texts.already : t('read', { n: got.rows, m: got.skipped })}>
                  {got.problems.length > 0 && <ul>{got.problems.map((p, i) => <li key={i}>{t('problem', { n: p.row, text: say(p.text) })}</li>)}</ul>}
                </Notice>
              )}
            </div>
            {b.statements.length > 0 && (
              <div className="row">
                <Button variant="primary" busy={match.isPending} onClick={() => void run()}>{t('match')}</Button>
                <span className="muted small">{t('matchHint')}</span>
              </div>
            )}
            <ErrorNotice error={match.error} />
            <div role="status">
              {m && (
                <Notice tone={m.matched ? 'ok' : 'warn'} title={m.matched ? texts.matched : texts.notMatched}>
                  {t('summary', { paid: m.paid, returned: m.returned, differs: m.amountDiffers, missing: m.missing, duplicate: m.duplicate, unknown: m.unknown, open: m.openCases })}
                </Notice>
              )}
            </div>
          </div>
        </Card>
      )}
      {b.statements.length > 0 && (
        <Card flush title={texts.files}>
          <RowsTable
            caption={texts.files}
            rows={b.statements}
            rowId={(r) => r.id}
            columns={[
              { id: 'file', header: texts.file, cell: (r) => <b>{r.fileName}</b> },
              { id: 'rows', header: texts.rows, end: true, cell: (r) => r.rows },
              { id: 'by', header: texts.by, cell: (r) => <>{r.importedBy}<span className="sub"><DateText value={r.importedAt} style="short" time /></span></> },
              { id: 'sha', header: words.sha, wrap: true, cell: (r) => <code className="small break-all">{r.sha256}</code> },
            ]}
          />
        </Card>
      )}
      <Card flush title={texts.lines}>
        <RowsTable<StatementLine>
          caption={texts.lines}
          rows={b.statementLines}
          rowId={(r) => r.id}
          empty={<EmptyState title={texts.none} text={texts.noneText} heading="h3" />}
          columns={[
            { id: 'on', header: words.date, cell: (r) => <DateText value={r.on} style="short" /> },
            { id: 'name', header: words.group, cell: (r) => <>{r.groupName ?? r.name ?? '–'}<span className="sub num">{r.accountNumberMasked ?? ''}</span></> },
            { id: 'description', header: texts.description, wrap: true, cell: (r) => <>{r.kind === 'return' && <Chip mark="none">{texts.back}</Chip>} {r.description}<span className="sub">{r.reference}</span></> },
            { id: 'amount', header: words.amount, end: true, cell: (r) => <Money amount={r.amount} bare /> },
            { id: 'result', header: texts.result, cell: (r) => <StateChip of={RESULT[r.result]} /> },
            ...(may
              ? [{ id: 'act', header: texts.action, cell: (r: StatementLine) => (LOOSE.includes(r.result) ? <Button size="sm" variant="quiet" aria-label={t('ignoreRow', { n: r.no })} onClick={() => setIgnoring(r)}>{t('ignore')}</Button> : null) }]
              : []),
          ]}
        />
      </Card>
      {ignoring && (
        <ActDialog
          button={{ action: 'ignore', label: texts.ignore, needs: ['reason'] }}
          amount={ignoring.amount}
          onClose={() => setIgnoring(null)}
          onAct={async ({ key, note = '' }) => {
            try {
              await ignore.mutateAsync({ id: b.id, lineId: ignoring.id, note, key });
            } finally {
              await refresh();
            }
          }}
        >
          <p>{ignoring.description}</p>
          <p className="muted">{t('ignoreAbout')}</p>
        </ActDialog>
      )}
    </div>
  );
}

/** Each difference with its advice; somebody settles it with a note. Open ones first. */
export function CasesTab({ batch: b }: { readonly batch: Batch }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const refresh = useRefresh();
  const { can } = useSession();
  const [settling, setSettling] = useState<Case | null>(null);
  const close = useMutation(api.batches.closeCase.mutationOptions());
  const rows = [...b.cases].sort((x, y) => Number(x.state === 'closed') - Number(y.state === 'closed'));
  const name = (c: Case) => c.groupName ?? t('wholeBatch');
  return (
    <Card flush title={texts.cases}>
      <RowsTable<Case>
        caption={texts.cases}
        rows={rows}
        rowId={(r) => r.id}
        empty={<EmptyState title={texts.noCases} text={texts.noCasesText} heading="h3" />}
        columns={[
          { id: 'group', header: words.group, cell: (r) => <b>{name(r)}</b> },
          { id: 'matter', header: texts.matter, wrap: true, cell: (r) => <>{say(r.text)}<span className="sub">{t('advice', { text: say(r.suggestion) })}</span></> },
          { id: 'opened', header: texts.opened, cell: (r) => <DateText value={r.openedAt} style="short" /> },
          { id: 'state', header: words.state, cell: (r) => <Chip tone={r.state === 'open' ? 'warn' : 'ok'} mark="sign">{r.state === 'open' ? texts.open : texts.closed}</Chip> },
          {
            id: 'note', header: words.note, wrap: true, cell: (r) =>
              r.state === 'closed' ? (
                <>{t('settledBy', { who: r.closedBy ?? '–', note: r.note ?? '–' })}{r.closedAt && <span className="sub"><DateText value={r.closedAt} style="short" time /></span>}</>
              ) : can('disbursement.reconcile') ? (
                <Button size="sm" aria-label={t('settleName', { name: name(r) })} onClick={() => setSettling(r)}>{t('settle')}</Button>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {settling && (
        <ActDialog
          button={{ action: 'settle', label: texts.settle, needs: ['reason'] }}
          onClose={() => setSettling(null)}
          onAct={async ({ key, note = '' }) => {
            try {
              await close.mutateAsync({ id: settling.id, note, key });
            } finally {
              await refresh();
            }
          }}
        >
          <Facts wide items={[{ label: name(settling), value: say(settling.text) }]} />
          <p className="muted">{t('advice', { text: say(settling.suggestion) })}</p>
        </ActDialog>
      )}
    </Card>
  );
}
