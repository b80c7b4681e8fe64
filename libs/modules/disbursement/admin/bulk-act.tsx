import { useMutation } from '@anyam/admin-kit/api';
import { BulkResultView } from '@anyam/admin-kit/bulk-result';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Select } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { proposalFlow } from '@anyam/domain/disbursement';
import { useId, useState } from 'react';
import type { z } from 'zod';
import type { proposalActInput } from '../contract/index.ts';
import { bulkRows, newKey, useAidApi, useRefresh, type BulkResult } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Tindakan untuk {n} usulan', en: 'Action on {n} proposals' },
  action: { id: 'Tindakan', en: 'Action' },
  pick: { id: 'Pilih tindakan', en: 'Choose an action' },
  pickFault: { id: 'Pilih tindakannya dulu.', en: 'Choose the action first.' },
  reasonFault: { id: 'Tuliskan alasannya, paling sedikit 5 huruf.', en: 'Write the reason, at least 5 letters.' },
  optional: { id: 'Catatan', en: 'Note' },
  hint: { id: 'Dicatat di riwayat setiap usulan bersama nama Anda.', en: 'Kept in the history of each proposal with your name.' },
  trial: { id: 'Periksa dulu', en: 'Check first' },
  run: { id: 'Jalankan untuk {n} usulan', en: 'Run for {n} proposals' },
  back: { id: 'Ubah tindakan', en: 'Change the action' },
});

type Action = z.infer<typeof proposalActInput>['action'];
const ACTIONS = (Object.keys(proposalFlow.actions) as (keyof typeof proposalFlow.actions)[]).filter((a): a is Action => a !== 'decree' && a !== 'revoke');
const DANGEROUS: readonly Action[] = ['reject', 'withdraw'];

/** One action on many proposals: tried first, then run on those that can, with what came of each. Mount it while it is open. */
export function BulkAct({ ids, onClose, onDone }: { readonly ids: readonly string[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const id = useId();
  const { roles } = useSession();
  const api = useAidApi();
  const refresh = useRefresh();
  const send = useMutation(api.proposals.bulkAct.mutationOptions());
  const [action, setAction] = useState<Action | null>(null);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const [result, setResult] = useState<BulkResult | null>(null);
  // One key for one trial: running it twice, or again after a broken line, is one run.
  const [key, setKey] = useState(newKey);
  const held = roles.map((r) => r.role);
  const mine = ACTIONS.filter((a) => proposalFlow.actions[a].roles.some((r) => held.includes(r)));
  const needs: readonly string[] = action ? (proposalFlow.actions[action].needs ?? []) : [];
  const reason = needs.includes('reason');
  const faults = { action: action ? undefined : t('pickFault'), note: reason && note.trim().length < 5 ? t('reasonFault') : undefined };
  const going = result?.dryRun ? result.rows.filter((r) => r.ok).map((r) => r.id) : [];
  const finished = result !== null && !result.dryRun;

  const call = async (dryRun: boolean) => {
    setTried(true);
    const first = faults.action ? 'action' : faults.note ? 'note' : null;
    if (first || !action) return document.getElementById(`${id}-${first}`)?.focus();
    const own = dryRun ? newKey() : key;
    setKey(own);
    try {
      setResult(await send.mutateAsync({ ids: dryRun ? [...ids] : going, action, key: own, dryRun, ...(note.trim() ? { note: note.trim() } : {}) }));
    } catch {
      return; // Shown from the mutation.
    }
    if (!dryRun) {
      await refresh();
      onDone();
    }
  };

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('title', { n: ids.length })}
      size={result ? 'lg' : 'md'}
      dirty={!finished && note !== ''}
      footer={
        finished ? (
          <Button variant="primary" onClick={onClose}>{t('close')}</Button>
        ) : result ? (
          <>
            <Button onClick={() => (send.reset(), setResult(null))}>{t('back')}</Button>
            {going.length > 0 && <Button variant={action && DANGEROUS.includes(action) ? 'danger' : 'primary'} busy={send.isPending} onClick={() => void call(false)}>{t('run', { n: going.length })}</Button>}
          </>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="primary" busy={send.isPending} onClick={() => void call(true)}>{t('trial')}</Button>
          </>
        )
      }
    >
      <ErrorNotice error={send.error} />
      {result ? (
        <BulkResultView rows={bulkRows(result)} dryRun={result.dryRun} />
      ) : (
        <>
          <FieldFrame id={`${id}-action`} label={texts.action} error={tried ? faults.action : undefined}>
            {(c) => <Select {...c} value={action ?? ''} placeholder={t('pick')} options={mine.map((a) => ({ value: a, label: proposalFlow.actions[a].label[language] }))} onChange={(e) => setAction(mine.find((a) => a === e.target.value) ?? null)} />}
          </FieldFrame>
          <FieldFrame id={`${id}-note`} label={reason ? texts.reason : texts.optional} hint={texts.hint} optional={!reason} error={tried ? faults.note : undefined}>
            {(c) => <textarea {...c} className="ctl" rows={3} maxLength={1000} value={note} onChange={(e) => setNote(e.target.value)} />}
          </FieldFrame>
        </>
      )}
    </Dialog>
  );
}
