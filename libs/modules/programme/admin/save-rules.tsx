import { useMutation, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { DateField, TextAreaField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { ruleSetToJson, type changedRules, type RuleSet } from '@anyam/domain/programme';
import { useState } from 'react';
import { useProgrammeApi } from './api.ts';
import { ChangesTable } from './changes-table.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Simpan aturan versi {n}', en: 'Save version {n} of the rules' },
  whatChanges: { id: 'Yang berubah', en: 'What changes' },
  nothing: { id: 'Belum ada aturan yang diubah. Anda hanya dapat menyimpan tanggal mulai berlaku yang lain.', en: 'No rule has changed. You can only save another start date.' },
  validFrom: { id: 'Berlaku mulai', en: 'In force from' },
  validFromHint: { id: 'Data yang dinilai sejak tanggal ini memakai versi baru. Penilaian yang lama tidak berubah.', en: 'Records judged from this day use the new version. Earlier judgements stay.' },
  ruleReasonHint: { id: 'Sebut dasarnya, misalnya "Perbup 12/2020 mengubah batas usia".', en: 'Name its basis, for example the regent\'s regulation that changed the age limit.' },
  save: { id: 'Simpan versi {n}', en: 'Save version {n}' },
  saved: { id: 'Aturan versi {n} tersimpan.', en: 'Version {n} of the rules was saved.' },
  back: { id: 'Kembali mengubah', en: 'Go on editing' },
});

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly programmeId: string;
  readonly version: number;
  readonly changes: ReturnType<typeof changedRules>;
  readonly rules: RuleSet;
  readonly onSaved: () => void;
}

export function SaveRules(props: Props) {
  const t = useText(texts);
  const [dirty, setDirty] = useState(false);
  const close = () => {
    setDirty(false);
    props.onClose();
  };
  return (
    <Dialog open={props.open} onClose={close} dirty={dirty} size="lg" title={t('title', { n: props.version + 1 })}>
      {props.open && (
        <div className="stack" onInput={() => setDirty(true)}>
          <SaveForm {...props} onClose={close} />
        </div>
      )}
    </Dialog>
  );
}

function SaveForm({ onClose, programmeId, version, changes, rules, onSaved }: Props) {
  const t = useText(texts);
  const api = useProgrammeApi();
  const toast = useToast();
  const client = useQueryClient();
  const add = useMutation(api.addRuleSet.mutationOptions());
  const form = useForm(() => import('./form-rules.ts').then((m) => m.saveRulesForm), { reason: '' });
  return (
    <>
      <h3>{t('whatChanges')}</h3>
      {changes.length === 0 ? <Notice>{t('nothing')}</Notice> : <ChangesTable caption={t('whatChanges')} changes={changes} />}
      <Form
        form={form}
        onSubmit={async ({ validFrom, reason }) => {
          const json = ruleSetToJson(rules);
          await add.mutateAsync({ programmeId, basedOn: version, validFrom, reason, settings: Object.fromEntries(changes.map((c) => [c.key, plain(json[c.key])])) });
          onSaved();
          onClose();
          toast({ text: t('saved', { n: version + 1 }) });
          await Promise.all([client.invalidateQueries(api.get.queryFilter({ id: programmeId })), client.invalidateQueries(api.list.queryFilter())]);
        }}
      >
        <DateField name="validFrom" label={texts.validFrom} hint={texts.validFromHint} />
        <TextAreaField name="reason" label={words.reason} hint={texts.ruleReasonHint} rows={3} />
        <FormActions>
          <SubmitButton>{t('save', { n: version + 1 })}</SubmitButton>
          <Button onClick={onClose}>{t('back')}</Button>
        </FormActions>
      </Form>
    </>
  );
}

/** The wire takes lists that may be written to. */
const plain = (value: string | number | boolean | readonly (string | number)[]) => (typeof value === 'object' ? [...value] : value);
