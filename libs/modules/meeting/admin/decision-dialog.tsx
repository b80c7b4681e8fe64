import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { CountField, DateField, TextAreaField } from '@anyam/admin-kit/fields';
import { FieldFrame, FieldGroup, Form, FormActions, SubmitButton, useForm, useWatch } from '@anyam/admin-kit/form';
import { Select } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { DECISION_LABEL, decisionSentence, type Decision, type DecisionKind } from '@anyam/domain/meeting';
import { useState } from 'react';
import type { Decided } from '../contract/index.ts';
import { CHOOSABLE, eligibleFor, emptyDecision, isFilled, missingSource } from './decision-draft.ts';
import { DecisionFields } from './decision-fields.tsx';
import { useMeetingApi, useRefresh, type Meeting } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Keputusan musyawarah', en: 'Decision of the meeting' },
  kind: { id: 'Tentang apa?', en: 'What is it about?' },
  said: { id: 'Isi keputusan', en: 'What it says' },
  wording: { id: 'Bunyi keputusan', en: 'Wording' },
  wordingHint: { id: 'Seperti yang dibacakan kepada anggota. Kosongkan untuk memakai kalimat di atas.', en: 'As read out to the members. Leave empty to use the sentence above.' },
  votes: { id: 'Suara', en: 'Votes' },
  votesHint: { id: 'Yang hadir dan berhak bersuara: {n} orang.', en: 'Present and entitled to vote: {n}.' },
  leftOut: { id: 'Yang menerima atau meminjam tidak ikut dihitung dan tidak bersuara.', en: 'Who receives or borrows does not count and does not vote.' },
  agree: { id: 'Setuju', en: 'For' },
  against: { id: 'Tidak setuju', en: 'Against' },
  abstain: { id: 'Tidak memilih', en: 'Abstained' },
  people: { id: 'orang', en: 'persons' },
  from: { id: 'Berlaku mulai', en: 'In force from' },
  missing: { id: 'Belum ada yang dapat dipilih. Catat dulu di bagian {where}.', en: 'There is nothing to choose from yet. Record it first under {where}.' },
  done: { id: 'Keputusan tercatat.', en: 'The decision was taken down.' },
});

/** Takes a decision down, by forms of its kind. Whether it is complete is judged by the minutes; the list says what is wanting. */
export default function DecisionDialog({ meeting: m, decision, onClose }: { readonly meeting: Meeting; readonly decision: Meeting['decided'][number] | null; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const api = useMeetingApi();
  const refresh = useRefresh();
  const toast = useToast();
  const save = useMutation(api.decide.mutationOptions());
  const [key] = useState(newKey);
  const first: Decided = decision?.decided ?? emptyDecision('iksRate', m);
  const form = useForm(() => import('./form-schemas.ts').then((x) => x.decisionForm), {
    decided: first, wording: decision?.wording ?? '', votes: decision?.votes ?? { agree: eligibleFor(m, first), against: 0, abstain: 0 }, from: decision?.from ?? m.heldOn,
  });
  const decided = useWatch({ control: form.control, name: 'decided' }) as Decided;
  const eligible = eligibleFor(m, decided);
  const [touched, setTouched] = useState(decision !== null);
  // Everybody present who may vote agrees, until somebody counts otherwise.
  if (!touched && form.getValues('votes.agree') !== eligible) form.setValue('votes.agree', eligible);

  const names = new Map([...m.people.map((p) => [p.memberId, p.name] as const), ...Object.values(m.choices).flatMap((list) => (list ?? []).map((c) => [c.id, c.label] as const))]);
  const sentence = (d: Decided): string => (isFilled(d) ? say(decisionSentence(d as unknown as Decision, (id) => names.get(id) ?? '…')) : '');
  const missing = missingSource(decided.kind, m);
  return (
    <Dialog open onClose={onClose} title={texts.title} dirty={form.formState.isDirty}>
      <Form
        form={form}
        onSubmit={async (values) => {
          const wording = values.wording || `${sentence(values.decided)}.`;
          await save.mutateAsync({ key, id: m.id, ...(decision ? { decisionId: decision.id } : {}), ...values, wording });
          await refresh();
          toast({ text: t('done') });
          onClose();
        }}
      >
        <FieldFrame id="decision-kind" label={texts.kind}>
          {(c) => (
            <Select
              {...c}
              value={decided.kind}
              options={CHOOSABLE.map((kind) => ({ value: kind, label: DECISION_LABEL[kind][language] }))}
              onChange={(e) => form.setValue('decided', emptyDecision(e.target.value as DecisionKind, m) as never, { shouldDirty: true })}
            />
          )}
        </FieldFrame>
        {missing && <Notice tone="warn">{t('missing', { where: say(missing) })}</Notice>}
        <FieldGroup key={decided.kind}>
          <DecisionFields decided={decided} meeting={m} />
        </FieldGroup>
        {sentence(decided) && <Notice title={texts.said}>{sentence(decided)}</Notice>}
        <TextAreaField name="wording" label={texts.wording} hint={texts.wordingHint} rows={3} optional />
        <div onInput={() => setTouched(true)}>
          <FieldGroup title={texts.votes}>
            <p className="hint">
              {t('votesHint', { n: eligible })} {eligible < m.quorum.counted && t('leftOut')}
            </p>
            <CountField name="votes.agree" label={texts.agree} unit={t('people')} />
            <CountField name="votes.against" label={texts.against} unit={t('people')} />
            <CountField name="votes.abstain" label={texts.abstain} unit={t('people')} />
          </FieldGroup>
        </div>
        <DateField name="from" label={texts.from} />
        <FormActions>
          <SubmitButton>{t('save')}</SubmitButton>
          <Button onClick={onClose}>{t('cancel')}</Button>
        </FormActions>
      </Form>
    </Dialog>
  );
}
