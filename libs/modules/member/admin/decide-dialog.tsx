import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useMemberApi } from './api.ts';
import type { Pair, Side } from './pair-card.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  mergeTitle: { id: 'Gabungkan dua data ini?', en: 'Merge these two records?' },
  keepTitle: { id: 'Nyatakan dua orang yang berbeda?', en: 'Declare two different people?' },
  which: { id: 'Data yang dipertahankan', en: 'Record to keep' },
  mergeWhat: { id: 'Keanggotaan dari data lainnya dipindahkan ke data ini. Bila keduanya anggota kelompok, keanggotaan data lainnya berakhir. Penggabungan tidak dapat diurungkan.', en: 'The memberships of the other record move to this one. If both are in a group, the membership of the other ends. A merge cannot be undone.' },
  keepWhat: { id: '{a} dan {b} tidak akan ditampilkan lagi sebagai data ganda.', en: '{a} and {b} will no longer be shown as duplicates.' },
  merge: { id: 'Gabungkan data', en: 'Merge the records' },
  keep: { id: 'Nyatakan berbeda', en: 'Declare different' },
  merged: { id: 'Data digabung.', en: 'The records were merged.' },
  kept: { id: 'Dicatat sebagai dua orang yang berbeda.', en: 'Recorded as two different people.' },
});

export interface Decision {
  readonly kind: 'kept' | 'merged';
  readonly pair: Pair;
}

interface Props {
  readonly decision: Decision | null;
  readonly onClose: () => void;
  readonly onDecided: () => void;
}

export function DecideDialog({ decision, onClose, onDecided }: Props) {
  const t = useText(texts);
  const api = useMemberApi();
  const toast = useToast();
  const client = useQueryClient();
  const decide = useMutation(api.decide.mutationOptions());
  const [chosen, setChosen] = useState<string | null>(null);
  // The dialog keeps its words while it closes.
  const [last, setLast] = useState<Decision | null>(null);
  if (decision && decision !== last) {
    setLast(decision);
    setChosen(null);
  }
  const shown = decision ?? last;
  if (!shown) return null;
  const { first, second } = shown.pair;
  const merging = shown.kind === 'merged';
  const keepId = chosen ?? betterOf(first, second).id;
  return (
    <ConfirmDialog
      open={decision !== null}
      onClose={onClose}
      title={merging ? texts.mergeTitle : texts.keepTitle}
      confirmLabel={merging ? texts.merge : texts.keep}
      danger={merging}
      needs={['reason']}
      onConfirm={async ({ reason }) => {
        await decide.mutateAsync({ firstId: first.id, secondId: second.id, decision: shown.kind, reason, ...(merging ? { keepId } : {}) });
        toast({ text: t(merging ? 'merged' : 'kept') });
        onDecided();
        await Promise.all([client.invalidateQueries(api.duplicates.queryFilter()), client.invalidateQueries(api.list.queryFilter()), client.invalidateQueries(api.get.queryFilter())]);
      }}
    >
      {merging ? (
        <>
          <fieldset className="field">
            <legend className="label">{t('which')}</legend>
            <div className="choices">
              {[first, second].map((s) => (
                <label key={s.id} className="choice">
                  <input type="radio" name="keep" checked={keepId === s.id} onChange={() => setChosen(s.id)} />
                  <span>
                    {s.name}
                    <span className="hint">
                      {s.nik} · {s.groupName ?? t('noGroup')}
                    </span>
                  </span>
                </label>
              ))}
            </div>
          </fieldset>
          <p>{t('mergeWhat')}</p>
        </>
      ) : (
        <p>{t('keepWhat', { a: first.name, b: second.name })}</p>
      )}
    </ConfirmDialog>
  );
}

/** The record proposed to stay: the one in a group, else the fuller one. */
function betterOf(a: Side, b: Side): Side {
  const weight = (s: Side) => (s.groupId ? 10 : 0) + [s.address, s.phone, s.occupation].filter(Boolean).length;
  return weight(b) > weight(a) ? b : a;
}
