import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { Money } from '@anyam/admin-kit/format';
import { DateInput, MoneyInput } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { terbilangRupiah } from '@anyam/domain/kernel';
import type { LoanState } from '@anyam/domain/savings';
import { useId, useState } from 'react';
import { newKey, useRefresh, useSavingsApi, type Loan } from './api.ts';
import { PurseField, type Purse } from './purse-field.tsx';
import { isDay, words } from './words.ts';

const texts = defineTexts({
  ...words,
  pay: { id: 'Terima angsuran', en: 'Receive an instalment' },
  reason: { id: 'Alasan', en: 'Reason' },
  reasonMissing: { id: 'Tuliskan alasannya, paling sedikit 3 huruf.', en: 'Write the reason, at least 3 letters.' },
  newCount: { id: 'Dijadwal ulang menjadi {n} kali angsuran, menurut keputusan.', en: 'Rescheduled to {n} instalments, as decided.' },
  partWelcome: { id: 'Boleh sebagian atau lebih awal.', en: 'In part or early is welcome.' },
});

export type Step = 'approve' | 'refuse' | 'payOut' | 'pay' | 'reschedule' | 'writeOff';

/** A step of a loan, or a payment on it, with what the step needs. The server judges again. */
export default function LoanStepDialog({ loan, step, onClose }: { readonly loan: Loan; readonly step: Step; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const api = useSavingsApi();
  const toast = useToast();
  const refresh = useRefresh();
  const { today } = useSession();
  const [key] = useState(newKey);
  const [on, setOn] = useState<string | null>(today);
  const [purse, setPurse] = useState<Purse>('cash');
  const [reason, setReason] = useState('');
  const due = loan.arrears > 0n ? loan.arrears : nextOf(loan);
  const [amount, setAmount] = useState<bigint | null>(step === 'pay' && due > 0n ? due : null);
  const [tried, setTried] = useState(false);
  const calls = {
    approve: useMutation(api.loans.approve.mutationOptions()), refuse: useMutation(api.loans.refuse.mutationOptions()), payOut: useMutation(api.loans.payOut.mutationOptions()),
    pay: useMutation(api.loans.pay.mutationOptions()), reschedule: useMutation(api.loans.reschedule.mutationOptions()), writeOff: useMutation(api.loans.writeOff.mutationOptions()),
  };
  const needsReason = step === 'refuse' || step === 'writeOff';
  const faults = {
    amount: step === 'pay' && !(amount && amount > 0n) ? t('amountMissing') : undefined, on: step !== 'refuse' && !isDay(on) ? t('dateMissing') : undefined,
    reason: needsReason && reason.trim().length < 3 ? t('reasonMissing') : undefined,
  };
  const error = (k: keyof typeof faults) => (tried ? faults[k] : undefined);
  const send = (day: string) => {
    const base = { key, id: loan.id, expectedState: loan.state.key as LoanState };
    switch (step) {
      case 'approve': return calls.approve.mutateAsync({ ...base, on: day });
      case 'refuse': return calls.refuse.mutateAsync({ ...base, reason: reason.trim() });
      case 'payOut': return calls.payOut.mutateAsync({ ...base, on: day, outOf: purse });
      case 'pay': return calls.pay.mutateAsync({ key, id: loan.id, amount: amount ?? 0n, on: day, into: purse });
      case 'reschedule': return calls.reschedule.mutateAsync({ ...base, on: day, instalments: loan.rescheduleTo ?? loan.instalments });
      case 'writeOff': return calls.writeOff.mutateAsync({ ...base, on: day, reason: reason.trim() });
    }
  };
  const submit = async () => {
    setTried(true);
    const first = (Object.keys(faults) as (keyof typeof faults)[]).find((k) => faults[k]);
    if (first) return document.getElementById(`${id}-${first}`)?.focus();
    try {
      await send(on ?? today);
      toast({ text: t('saved') });
      onClose();
    } catch {
      // Said above the fields.
    } finally {
      await refresh();
    }
  };
  const label = step === 'pay' ? t('pay') : say(loan.buttons.find((b) => b.action === step)?.label ?? texts.loan);
  const shown = step === 'writeOff' ? loan.owedPrincipal : step === 'approve' || step === 'payOut' ? loan.principal : null;
  return (
    <Dialog
      open onClose={onClose} title={`${label}: ${loan.memberName}`} dirty={reason !== ''}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant={step === 'writeOff' ? 'danger' : 'primary'} busy={calls[step].isPending} onClick={() => void submit()}>{label}</Button></>}
    >
      <ErrorNotice error={calls[step].error} />
      {shown !== null && <div className="amount-box"><b><Money amount={shown} /></b><div className="muted small">{terbilangRupiah(shown)}</div></div>}
      {step === 'reschedule' && <p>{t('newCount', { n: loan.rescheduleTo ?? loan.instalments })}</p>}
      {step === 'pay' && (
        <FieldFrame id={`${id}-amount`} label={texts.amount} hint={texts.partWelcome} error={error('amount')}>{(c) => <MoneyInput {...c} value={amount} onChange={setAmount} words={terbilangRupiah} />}</FieldFrame>
      )}
      {step !== 'refuse' && <FieldFrame id={`${id}-on`} label={texts.date} error={error('on')}>{(c) => <DateInput {...c} value={on} onChange={setOn} />}</FieldFrame>}
      {(step === 'pay' || step === 'payOut') && <PurseField id={`${id}-purse`} value={purse} onChange={setPurse} />}
      {needsReason && (
        <FieldFrame id={`${id}-reason`} label={texts.reason} error={error('reason')}>
          {(c) => <textarea {...c} className="ctl" rows={3} maxLength={500} value={reason} onChange={(e) => setReason(e.target.value)} />}
        </FieldFrame>
      )}
    </Dialog>
  );
}

/** What is left of the first unpaid instalment. */
function nextOf(loan: Loan): bigint {
  const next = loan.schedule.find((i) => i.paidPrincipal < i.principal || i.paidService < i.service);
  return next ? next.principal - next.paidPrincipal + next.service - next.paidService : 0n;
}
