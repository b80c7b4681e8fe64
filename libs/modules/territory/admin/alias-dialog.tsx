import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { TextField } from '@anyam/admin-kit/fields';
import { Form, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { aliasInput } from '../contract/territory.schema.ts';
import { useTerritoryApi } from './api.ts';
import { texts } from './texts.ts';

const schema = aliasInput.omit({ regionCode: true });

export function AliasDialog({ village, onClose }: { readonly village: { readonly code: string; readonly name: string } | null; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useTerritoryApi();
  const client = useQueryClient();
  const toast = useToast();
  const add = useMutation(api.addAlias.mutationOptions());
  const form = useForm(schema, { alias: '' });
  const close = () => {
    form.reset();
    onClose();
  };
  return (
    <Dialog open={village !== null} onClose={close} title={t('addTitle', { name: village?.name ?? '' })} size="sm" dirty={form.formState.isDirty}>
      <p className="muted">{t('addWhy')}</p>
      <Form
        form={form}
        onSubmit={async ({ alias }) => {
          if (!village) return;
          await add.mutateAsync({ regionCode: village.code, alias });
          await Promise.all([client.invalidateQueries(api.aliases.queryFilter()), client.invalidateQueries(api.about.queryFilter())]);
          toast({ text: t('added', { alias }) });
          close();
        }}
      >
        <TextField name="alias" label={t('alias')} inputProps={{ autoFocus: true }} />
        <div className="row">
          <SubmitButton>{t('save')}</SubmitButton>
          <Button onClick={close}>{t('cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
