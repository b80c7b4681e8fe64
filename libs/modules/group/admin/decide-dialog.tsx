import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { formatMoney } from '@anyam/admin-kit/format';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useGroupApi } from './api.ts';
import type { Pair, Side } from './pair-card.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  mergeTitle: { id: 'Gabungkan dua kelompok ini?', en: 'Merge these two groups?' },
  keepTitle: { id: 'Nyatakan dua kelompok yang berbeda?', en: 'Declare two different groups?' },
  which: { id: 'Kelompok yang dipertahankan', en: 'Group to keep' },
  people: { id: '{n} anggota', en: '{n} members' },
  mergeWhat: { id: 'Kelompok yang lain dinyatakan bubar sebagai salah catat dan keanggotaannya berakhir; anggotanya tidak dipindahkan. Kelompok yang sudah punya usulan atau dana tidak dapat dihapus dengan cara ini. Penggabungan tidak dapat diurungkan.', en: 'The other group is closed as recorded by mistake and its memberships end; its members are not moved. A group with a proposal or money cannot be dropped this way. A merge cannot be undone.' },
  keepWhat: { id: '{a} dan {b} tidak akan ditampilkan lagi sebagai kelompok ganda.', en: '{a} and {b} will no longer be shown as duplicates.' },
  merge: { id: 'Gabungkan kelompok', en: 'Merge the groups' },
  keep: { id: 'Nyatakan berbeda', en: 'Declare different' },
  merged: { id: 'Kelompok digabung.', en: 'The groups were merged.' },
  kept: { id: 'Dicatat sebagai dua kelompok yang berbeda.', en: 'Recorded as two different groups.' },
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
  const api = useGroupApi();
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
                      {s.villageName} · {t('people', { n: s.members })} · {formatMoney(s.received)}
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

/** The group proposed to stay: the one with money or aid under way, else the fuller one. */
function betterOf(a: Side, b: Side): Side {
  const weight = (s: Side) => (s.received > 0n ? 1000 : 0) + (s.aidStage === 'none' ? 0 : 500) + s.members;
  return weight(b) > weight(a) ? b : a;
}
