import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { formatMoney } from '@anyam/admin-kit/format';
import { MoneyInput, Select, TextInput } from '@anyam/admin-kit/inputs';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { rupiah } from '@anyam/domain/kernel';
import { DECISION_LABEL } from '@anyam/domain/meeting';
import type { Decided, meetingDetail } from '@anyam/meeting/contract';
import { useId, useState } from 'react';
import type { z } from 'zod';
import { newKey, useMeetingApi, useRefresh } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Catat keputusan', en: 'Record a decision' },
  kind: { id: 'Tentang', en: 'About' },
  perMeeting: { id: 'Jumlah tetap setiap rapat', en: 'An amount each meeting' },
  perMonth: { id: 'Jumlah tetap setiap bulan', en: 'An amount each month' },
  ofProceeds: { id: 'Persen dari hasil penjualan', en: 'Per cent of proceeds' },
  rate: { id: 'Cara', en: 'How' },
  percent: { id: 'Persen', en: 'Per cent' },
  purpose: { id: 'Tujuan', en: 'Purpose' },
  productiveCapital: { id: 'Modal produktif', en: 'Productive capital' },
  diversification: { id: 'Penganekaragaman usaha', en: 'Diversification' },
  socialHelp: { id: 'Bantuan sosial', en: 'Help' },
  helped: { id: 'Anggota yang dibantu', en: 'Member who is helped' },
  borrower: { id: 'Peminjam', en: 'Borrower' },
  instalments: { id: 'Berapa kali angsuran', en: 'Number of instalments' },
  whichLoan: { id: 'Pinjaman yang mana', en: 'Which loan' },
  what: { id: 'Untuk apa', en: 'What for' },
  wording: { id: 'Bunyi keputusan, seperti dibacakan', en: 'The decision as read out' },
  agree: { id: 'Setuju', en: 'For' },
  against: { id: 'Menolak', en: 'Against' },
  abstain: { id: 'Abstain', en: 'Abstained' },
  excluded: { id: 'Yang dibantu atau meminjam tidak ikut menghitung kuorum.', en: 'Who is helped or borrows does not count for the quorum.' },
  save: { id: 'Simpan keputusan', en: 'Save the decision' },
});

const KINDS = ['iksRate', 'iksUse', 'loan', 'reschedule', 'writeOff', 'other'] as const;
type Kind = (typeof KINDS)[number];
type Meeting = z.infer<typeof meetingDetail>;
const whole = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text) : 0);

/** Decisions on IKS and loans, on the sheet itself; other kinds are taken down on the page of the minutes. */
export default function DecisionDialog({ meeting: m, onClose }: { readonly meeting: Meeting; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const api = useMeetingApi();
  const toast = useToast();
  const refresh = useRefresh();
  const [key] = useState(newKey);
  const [kind, setKind] = useState<Kind>('iksRate');
  const [rate, setRate] = useState<'perMeeting' | 'perMonth' | 'ofProceeds'>('perMeeting');
  const [purpose, setPurpose] = useState<'productiveCapital' | 'diversification' | 'socialHelp'>('productiveCapital');
  const [amount, setAmount] = useState<bigint | null>(null);
  const [count, setCount] = useState('');
  const [memberId, setMemberId] = useState('');
  const [loanId, setLoanId] = useState('');
  const [what, setWhat] = useState('');
  const [typed, setTyped] = useState<string | null>(null);
  const [votes, setVotes] = useState({ agree: String(m.quorum.counted), against: '0', abstain: '0' });
  const save = useMutation(api.decide.mutationOptions());

  const loan = m.choices.loan?.find((l) => l.id === loanId);
  const nameOf = (who: string) => m.people.find((p) => p.memberId === who)?.name ?? '';
  const money = rupiah(amount ?? 0n);
  const wording = typed ?? suggestion();
  function suggestion(): string {
    if (kind === 'iksRate') return rate === 'ofProceeds' ? `IKS ${count || '…'} persen dari hasil penjualan.` : `IKS ${formatMoney(money)} setiap ${rate === 'perMeeting' ? 'rapat' : 'bulan'}.`;
    if (kind === 'iksUse') return `IKS ${formatMoney(money)} dipakai untuk ${what || '…'}${purpose === 'socialHelp' ? `, bantuan bagi ${nameOf(memberId) || '…'}` : ''}.`;
    if (kind === 'loan') return `Pinjaman ${formatMoney(money)} untuk ${nameOf(memberId) || '…'}, ${count || '…'} kali angsuran.`;
    if (kind === 'reschedule') return `Pinjaman ${loan?.label ?? '…'} dijadwal ulang menjadi ${count || '…'} kali angsuran.`;
    if (kind === 'writeOff') return `Pinjaman ${loan?.label ?? '…'} dihapus paling banyak ${formatMoney(money)}: ${what || '…'}.`;
    return what;
  }
  function decided(): Decided {
    const borrower = loan?.memberId ?? '';
    if (kind === 'iksRate') return { kind, content: rate === 'ofProceeds' ? { kind: 'proceeds', bps: whole(count) * 100 } : { kind: 'amount', amount: money, every: rate === 'perMeeting' ? 'meeting' : 'month' } };
    if (kind === 'iksUse') return { kind, content: { purpose, amount: money, what, memberId: purpose === 'socialHelp' ? memberId : null } };
    if (kind === 'loan') return { kind, content: { memberId, amount: money, instalments: whole(count), what } };
    if (kind === 'reschedule') return { kind, content: { loanId, memberId: borrower, instalments: whole(count) } };
    if (kind === 'writeOff') return { kind, content: { loanId, memberId: borrower, amount: money, what } };
    return { kind, content: { what } };
  }
  const submit = async () => {
    try {
      await save.mutateAsync({ key, id: m.id, decided: decided(), wording, votes: { agree: whole(votes.agree), against: whole(votes.against), abstain: whole(votes.abstain) }, from: m.heldOn });
      toast({ text: t('saved') });
      onClose();
    } catch {
      // Said above the fields.
    } finally {
      await refresh();
    }
  };
  const select = <V extends string>(name: string, label: keyof typeof texts, value: V | '', options: readonly { value: V; label: string }[], set: (v: V) => void, placeholder?: string) => (
    <FieldFrame id={`${id}-${name}`} label={texts[label]}>
      {(c) => <Select {...c} value={value} placeholder={placeholder} options={options} onChange={(e) => set(e.target.value as V)} />}
    </FieldFrame>
  );
  const number = (name: string, label: keyof typeof texts, value: string, set: (v: string) => void) => (
    <FieldFrame id={`${id}-${name}`} label={texts[label]}>
      {(c) => <TextInput {...c} className="num short" inputMode="numeric" maxLength={4} value={value} onChange={(e) => set(e.target.value.replace(/\D/g, ''))} />}
    </FieldFrame>
  );
  const people = m.people.filter((p) => !p.stranger).map((p) => ({ value: p.memberId, label: p.name }));
  const withMoney = (kind === 'iksRate' && rate !== 'ofProceeds') || ['iksUse', 'loan', 'writeOff'].includes(kind);
  return (
    <Dialog
      open onClose={onClose} title={texts.title} dirty={amount !== null || what !== ''}
      footer={<><Button onClick={onClose}>{t('cancel')}</Button><Button variant="primary" busy={save.isPending} onClick={() => void submit()}>{t('save')}</Button></>}
    >
      <ErrorNotice error={save.error} />
      {select('kind', 'kind', kind, KINDS.map((k) => ({ value: k, label: say(DECISION_LABEL[k]) })), setKind)}
      {kind === 'iksRate' && select('rate', 'rate', rate, (['perMeeting', 'perMonth', 'ofProceeds'] as const).map((r) => ({ value: r, label: t(r) })), setRate)}
      {kind === 'iksUse' && select('purpose', 'purpose', purpose, (['productiveCapital', 'diversification', 'socialHelp'] as const).filter((p) => m.purposes.includes(p)).map((p) => ({ value: p, label: t(p) })), setPurpose)}
      {((kind === 'iksUse' && purpose === 'socialHelp') || kind === 'loan') && select('who', kind === 'loan' ? 'borrower' : 'helped', memberId, people, setMemberId, t('chooseMember'))}
      {(kind === 'reschedule' || kind === 'writeOff') && select('loan', 'whichLoan', loanId, (m.choices.loan ?? []).map((l) => ({ value: l.id, label: l.hint ? `${l.label} (${l.hint})` : l.label })), setLoanId, t('whichLoan'))}
      {withMoney && <FieldFrame id={`${id}-amount`} label={texts.amount}>{(c) => <MoneyInput {...c} value={amount} onChange={setAmount} />}</FieldFrame>}
      {kind === 'iksRate' && rate === 'ofProceeds' && number('percent', 'percent', count, setCount)}
      {(kind === 'loan' || kind === 'reschedule') && number('count', 'instalments', count, setCount)}
      {['iksUse', 'loan', 'writeOff', 'other'].includes(kind) && (
        <FieldFrame id={`${id}-what`} label={texts.what}>{(c) => <TextInput {...c} value={what} maxLength={300} onChange={(e) => setWhat(e.target.value)} />}</FieldFrame>
      )}
      <FieldFrame id={`${id}-wording`} label={texts.wording}>
        {(c) => <textarea {...c} className="ctl" rows={2} maxLength={2000} value={wording} onChange={(e) => setTyped(e.target.value)} />}
      </FieldFrame>
      <div className="grid grid-cols-3 gap-3">
        {(['agree', 'against', 'abstain'] as const).map((v) => <div key={v}>{number(v, v, votes[v], (n) => setVotes({ ...votes, [v]: n }))}</div>)}
      </div>
      {kind !== 'iksRate' && kind !== 'other' && <p className="muted small">{t('excluded')}</p>}
    </Dialog>
  );
}
