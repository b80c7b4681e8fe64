import { useMutation } from '@anyam/admin-kit/api';
import { FieldFrame } from '@anyam/admin-kit/form';
import { TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useId, useState } from 'react';
import { useProductionApi, useRefresh, type Board } from '../parts/api.ts';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Target tidak dibagi', en: 'Target not to be shared' },
  about: { id: 'Target bulan yang sudah lewat ini tidak lagi muncul. Keputusan rapatnya tetap tercatat.', en: 'This target of a month gone by no longer shows. The decision of the meeting stays on record.' },
  put: { id: 'Tutup tanpa dibagi', en: 'Put away undivided' },
  why: { id: 'Alasan', en: 'Reason' },
  whyMissing: { id: 'Tulis alasannya.', en: 'Write the reason.' },
});

/** A decided target of a past month is put away with its reason. */
export default function DropTarget({ board, waiting, onClose }: { readonly board: Board; readonly waiting: Board['waiting'][number]; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const drop = useMutation(api.targets.drop.mutationOptions());
  const [key] = useState(newKey);
  const [reason, setReason] = useState('');
  return (
    <WorkDialog
      title={texts.title} about={texts.about} saveLabel={texts.put} dirty={reason !== ''} onClose={onClose} missing={reason.trim() === '' ? t('whyMissing') : null}
      onSave={async () => {
        await drop.mutateAsync({ key, groupId: board.group.id, decisionId: waiting.decisionId, reason: reason.trim() });
        toast({ text: t('recorded') });
        await refresh();
      }}
    >
      <FieldFrame id={`${id}-why`} label={texts.why}>{(f) => <TextInput {...f} value={reason} maxLength={500} onChange={(e) => setReason(e.target.value)} />}</FieldFrame>
    </WorkDialog>
  );
}
