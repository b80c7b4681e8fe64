import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { DateField, MoneyField, RadioField, SelectField, TextField } from '@anyam/admin-kit/fields';
import { Form, FormActions, SubmitButton, useForm } from '@anyam/admin-kit/form';
import { formatMoney } from '@anyam/admin-kit/format';
import { newKey } from '@anyam/admin-kit/new-key';
import { EmptyState, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { terbilangRupiah } from '@anyam/domain/kernel';
import { useState } from 'react';
import { useBooksApi, useRefresh } from '../api.ts';
import { words } from '../words.ts';
import { usePurses } from './entry-dialogs.tsx';
import type { DialogPart } from './index.tsx';

const texts = defineTexts({
  ...words,
  title: { id: 'Bayar utang pengepul atau pemasok', en: 'Pay a broker or supplier' },
  debt: { id: 'Utang', en: 'Debt' },
  choose: { id: 'Pilih utangnya', en: 'Choose the debt' },
  none: { id: 'Tidak ada utang', en: 'Nothing is owed' },
  noneText: { id: 'Utang muncul di sini setelah bahan atau panjar diterima.', en: 'Debts show here once material or an advance was received.' },
  save: { id: 'Bayar utang', en: 'Pay the debt' },
});

export default function PayParty(part: DialogPart) {
  const t = useText(texts);
  const api = useBooksApi();
  const debts = useQuery(api.held.queryOptions({ groupId: part.books.groupId, kinds: ['payable'] }));
  return (
    <Dialog open onClose={part.onClose} title={texts.title}>
      {debts.isPending ? (
        <Skeleton height={160} />
      ) : debts.error ? (
        <ErrorState error={debts.error} onRetry={() => void debts.refetch()} />
      ) : debts.data.length === 0 ? (
        <EmptyState title={texts.none} text={texts.noneText} heading="h3" action={<Button onClick={part.onClose}>{t('cancel')}</Button>} />
      ) : (
        <PayForm {...part} debts={debts.data} />
      )}
    </Dialog>
  );
}

interface Debt {
  readonly owner: string;
  readonly balance: bigint;
  readonly text: { readonly id: string; readonly en: string };
}

function PayForm({ books, onClose, debts }: DialogPart & { readonly debts: readonly Debt[] }) {
  const t = useText(texts);
  const say = useSay();
  const toast = useToast();
  const refresh = useRefresh();
  const purses = usePurses(books);
  const [key] = useState(newKey);
  const send = useMutation(useBooksApi().payParty.mutationOptions());
  const form = useForm(() => import('../../contract/entry.schema.ts').then((m) => m.payPartyInput), {
    groupId: books.groupId,
    key,
    on: books.today,
    document: '',
    outOf: 'cash' as const,
    partyId: debts.length === 1 ? (debts[0]?.owner ?? '') : '',
    ...(debts.length === 1 && debts[0] ? { amount: debts[0].balance } : {}),
  });
  return (
    <Form
      form={form}
      onSubmit={async (v) => {
        await send.mutateAsync(v);
        toast({ text: t('saved') });
        await refresh();
        onClose();
      }}
    >
      <SelectField
        name="partyId"
        label={texts.debt}
        placeholder={t('choose')}
        options={debts.map((d) => ({ value: d.owner, label: `${say(d.text)}: ${formatMoney(d.balance)}` }))}
      />
      <MoneyField name="amount" label={words.amount} words={terbilangRupiah} />
      <DateField name="on" label={words.date} />
      <TextField name="document" label={words.paper} optional width="medium" />
      <RadioField name="outOf" label={words.paidFrom} options={purses} inline />
      <FormActions>
        <SubmitButton>{t('save')}</SubmitButton>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </FormActions>
    </Form>
  );
}
