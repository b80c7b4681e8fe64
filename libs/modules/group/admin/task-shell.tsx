import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { FormActions, SubmitButton } from '@anyam/admin-kit/form';
import { useNavigate } from '@anyam/admin-kit/link';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import type { z } from 'zod';
import type { saveTaskInput } from '../contract/index.ts';
import { useGroupApi, useRefresh, type Group } from './api.ts';

const texts = defineTexts({
  save: { id: 'Simpan', en: 'Save' },
  back: { id: 'Kembali ke kelompok', en: 'Back to the group' },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
});

type SaveInput = z.input<typeof saveTaskInput>;
type Part = SaveInput extends infer T ? (T extends SaveInput ? Omit<T, 'id' | 'seenAt'> : never) : never;

/** Saves one part of the file as it was seen, and goes back to the group. */
export function useSaveTask(group: Group): (part: Part, options?: { readonly stay?: boolean }) => Promise<void> {
  const t = useText(texts);
  const api = useGroupApi();
  const refresh = useRefresh();
  const toast = useToast();
  const go = useNavigate();
  const save = useMutation(api.saveTask.mutationOptions());
  return async (part, { stay } = {}) => {
    await save.mutateAsync({ ...part, id: group.id, seenAt: group.updatedAt } as SaveInput);
    await refresh(group.id);
    toast({ text: t('saved') });
    if (!stay) go(`/kelompok/${group.id}`);
  };
}

export function TaskActions({ group }: { readonly group: Group }) {
  const t = useText(texts);
  return (
    <FormActions>
      <SubmitButton>{t('save')}</SubmitButton>
      <Button href={`/kelompok/${group.id}`}>{t('back')}</Button>
    </FormActions>
  );
}
