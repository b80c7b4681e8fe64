import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip, StateChip, type Tone } from '@anyam/admin-kit/chip';
import { Dialog } from '@anyam/admin-kit/dialog';
import { Money } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { EmptyState, ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { newKey, useAidApi, useRefresh, type Batch } from './api.ts';
import { ReadyTranches } from './ready-tranches.tsx';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  lines: { id: 'Baris pembayaran', en: 'Payment lines' },
  none: { id: 'Batch masih kosong', en: 'The batch is empty' },
  noneText: { id: 'Tambahkan tahap yang siap dicairkan.', en: 'Add tranches that are ready to pay.' },
  account: { id: 'Rekening', en: 'Account' },
  reference: { id: 'Referensi', en: 'Reference' },
  result: { id: 'Menurut bank', en: 'By the bank' },
  bankAmount: { id: 'Jumlah bank (Rp)', en: 'Bank amount (Rp)' },
  remarks: { id: 'Catatan', en: 'Remarks' },
  action: { id: 'Tindakan', en: 'Action' },
  add: { id: 'Tambahkan tahap', en: 'Add tranches' },
  addNone: { id: 'Pilih paling sedikit satu tahap yang siap.', en: 'Choose at least one tranche that is ready.' },
  takeOut: { id: 'Keluarkan', en: 'Take out' },
  takeOutName: { id: 'Keluarkan {name} dari batch', en: 'Take {name} out of the batch' },
  takenOut: { id: '{name} dikeluarkan dari batch.', en: '{name} was taken out of the batch.' },
});
type Line = Batch['lines'][number];
const RESULT: Readonly<Record<Line['result'], { readonly label: Bilingual; readonly tone: Tone }>> = {
  waiting: { label: { id: 'Belum dicocokkan', en: 'Not matched yet' }, tone: 'neutral' },
  paid: { label: { id: 'Terbayar', en: 'Paid' }, tone: 'ok' },
  returned: { label: { id: 'Diretur', en: 'Returned' }, tone: 'bad' },
  amountDiffers: { label: { id: 'Jumlah berbeda', en: 'Amount differs' }, tone: 'warn' },
  missing: { label: { id: 'Tidak ada di rekening koran', en: 'Not on the statement' }, tone: 'warn' },
};

/** Who is paid how much, and what the bank says of it. A draft may be changed. */
export function BatchLines({ batch: b }: { readonly batch: Batch }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAidApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { can } = useSession();
  const [adding, setAdding] = useState(false);
  const change = useMutation(api.batches.change.mutationOptions());
  const mayChange = b.state.key === 'draf' && can('disbursement.draft');
  const takeOut = async (line: Line) => {
    try {
      await change.mutateAsync({ id: b.id, key: newKey(), add: [], remove: [line.trancheId] });
      toast({ text: t('takenOut', { name: line.groupName }) });
    } catch {
      // Shown above the table.
    } finally {
      await refresh();
    }
  };
  return (
    <Card flush title={texts.lines} actions={mayChange && <Button size="sm" onClick={() => setAdding(true)}>{t('add')}</Button>}>
      <ErrorNotice error={change.error} />
      <RowsTable<Line>
        caption={texts.lines}
        rows={b.lines}
        rowId={(r) => r.id}
        empty={<EmptyState title={texts.none} text={texts.noneText} />}
        columns={[
          { id: 'group', header: words.group, cell: (r) => <><Link href={`/bantuan/tahap/${r.trancheId}`} className="row-link">{r.groupName}</Link><span className="sub">{r.villageName}, {r.districtName} · {t('trancheNo', { n: r.trancheNo })}</span></> },
          { id: 'account', header: texts.account, cell: (r) => <>{r.bank ?? '–'} <span className="num">{r.accountNumberMasked ?? ''}</span><span className="sub">{r.accountName ?? ''}</span></> },
          { id: 'reference', header: texts.reference, cell: (r) => <span className="num">{r.reference}</span> },
          { id: 'amount', header: words.amount, end: true, cell: (r) => <Money amount={r.amount} bare />, foot: <Money amount={b.total} bare /> },
          { id: 'state', header: words.state, cell: (r) => <StateChip of={r.trancheState} /> },
          { id: 'result', header: texts.result, cell: (r) => <StateChip of={RESULT[r.result]} /> },
          { id: 'bankAmount', header: texts.bankAmount, end: true, cell: (r) => (r.bankAmount === null ? '–' : <Money amount={r.bankAmount} bare />) },
          { id: 'remarks', header: texts.remarks, wrap: true, cell: (r) => (r.blockers.length === 0 ? '–' : <><Chip tone="warn" mark="sign">{r.blockers.length}</Chip> {r.blockers.map((x) => say(x.text)).join(' ')}</>) },
          ...(mayChange
            ? [{ id: 'act', header: texts.action, cell: (r: Line) => <Button size="sm" variant="quiet" busy={change.isPending && change.variables.remove.includes(r.trancheId)} aria-label={t('takeOutName', { name: r.groupName })} onClick={() => void takeOut(r)}>{t('takeOut')}</Button> }]
            : []),
        ]}
      />
      {adding && <AddDialog batch={b} onClose={() => setAdding(false)} />}
    </Card>
  );
}

function AddDialog({ batch: b, onClose }: { readonly batch: Batch; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useAidApi();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [tried, setTried] = useState(false);
  const change = useMutation(api.batches.change.mutationOptions());
  const save = async () => {
    setTried(true);
    if (chosen.size === 0) return;
    try {
      await change.mutateAsync({ id: b.id, key, add: [...chosen], remove: [] });
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
      <ReadyTranches programmeId={b.programmeId} chosen={chosen} onChange={setChosen} />
    </Dialog>
  );
}
