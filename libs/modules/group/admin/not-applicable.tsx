import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { TextInput } from '@anyam/admin-kit/inputs';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useId, useState } from 'react';
import { useGroupApi, useRefresh, type Group } from './api.ts';

const texts = defineTexts({
  summary: { id: 'Bagian ini tidak berlaku untuk kelompok ini?', en: 'Does this part not apply to the group?' },
  why: { id: 'Sebabnya', en: 'Why' },
  hint: { id: 'Misalnya "Bantuan berupa barang, tanpa rekening".', en: 'For example "Aid comes as goods, no account".' },
  missing: { id: 'Tuliskan sebabnya.', en: 'Write why.' },
  mark: { id: 'Tandai tidak berlaku', en: 'Mark as not applicable' },
  marked: { id: 'Ditandai tidak berlaku.', en: 'Marked as not applicable.' },
  undo: { id: 'Nyatakan berlaku lagi', en: 'Declare applicable again' },
});

/** The account and the papers may be left out by hand; the reason stays in the history. */
export function NotApplicable({ group: g, task }: { readonly group: Group; readonly task: 'account' | 'papers' }) {
  const t = useText(texts);
  const id = useId();
  const api = useGroupApi();
  const refresh = useRefresh();
  const mark = useMutation(api.markTask.mutationOptions({ onSuccess: () => void refresh(g.id) }));
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const now = g.tasks.find((x) => x.key === task);
  if (now?.state === 'notApplicable') {
    return (
      <div className="card row">
        <span>
          {t('marked')} {now.note}
        </span>
        <Button busy={mark.isPending} onClick={() => mark.mutate({ id: g.id, task, notApplicable: false })}>
          {t('undo')}
        </Button>
        <ErrorNotice error={mark.error} />
      </div>
    );
  }
  const bad = tried && note.trim() === '';
  return (
    <details className="card">
      <summary>{t('summary')}</summary>
      <form
        noValidate
        className="form"
        onSubmit={(e) => {
          e.preventDefault();
          setTried(true);
          if (note.trim() === '') return document.getElementById(id)?.focus();
          mark.mutate({ id: g.id, task, notApplicable: true, note: note.trim().slice(0, 300) });
        }}
      >
        <div className={bad ? 'field wrong' : 'field'}>
          <label htmlFor={id}>{t('why')}</label>
          <div className="hint" id={`${id}-hint`}>{t('hint')}</div>
          {bad && <div className="field-error" id={`${id}-error`}>{t('missing')}</div>}
          <TextInput id={id} value={note} maxLength={300} onChange={(e) => setNote(e.target.value)} aria-invalid={bad} aria-describedby={`${id}-hint ${id}-error`} />
        </div>
        <ErrorNotice error={mark.error} />
        <div className="form-actions">
          <Button type="submit" busy={mark.isPending}>
            {t('mark')}
          </Button>
        </div>
      </form>
    </details>
  );
}
