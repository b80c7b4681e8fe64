import { useMutation } from '@anyam/admin-kit/api';
import { TextInput } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { useMarketApi, type Deal } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  receive: { id: 'Hitungan pembeli', en: "The buyer's count" },
  settle: { id: 'Selesaikan sengketa', en: 'Settle the dispute' },
  about: { id: 'Isi berapa yang diterima menurut mutunya dan berapa yang ditolak. Yang kurang dari kiriman dicatat sebagai tidak sampai.', en: 'Enter what was accepted by grade and what was refused. What is missing counts as not arrived.' },
  sent: { id: 'Dikirim', en: 'Sent' },
  refused: { id: 'Ditolak', en: 'Refused' },
  short: { id: 'Tidak sampai', en: 'Not arrived' },
  accepted: { id: 'Diterima {grade}', en: 'Accepted {grade}' },
  cell: { id: '{what}, lot {code}', en: '{what}, lot {code}' },
  tooMany: { id: 'Hitungan lot {code} lebih dari yang dikirim.', en: 'More is counted of lot {code} than was sent.' },
});

/** Accepted by grade and refused, a lot a row; it starts from what was sent, because most arrives as it was sent. */
export default function CountDialog({ deal, onClose }: { readonly deal: Deal; readonly onClose: () => void }) {
  const t = useText(texts);
  const api = useMarketApi();
  const { today } = useSession();
  const count = useMutation(api.deals.count.mutationOptions());
  const grades = deal.terms.prices.map((p) => p.grade);
  const disputed = deal.state === 'sengketa';
  const [cells, setCells] = useState<ReadonlyMap<string, number>>(new Map(deal.lines.flatMap((l) => [
    ...grades.map((g) => [`${l.lotId}/${g}`, l.accepted ? (l.accepted.find((a) => a.grade === g)?.quantity ?? 0) : g === l.grade ? l.quantity : 0] as const), [`${l.lotId}/-`, l.refused] as const,
  ])));
  const cell = (key: string) => cells.get(key) ?? 0;
  const counted = (l: Deal['lines'][number]) => grades.reduce((n, g) => n + cell(`${l.lotId}/${g}`), cell(`${l.lotId}/-`));
  const box = (key: string, what: string, code: string) => (
    <TextInput className="short num" inputMode="numeric" autoComplete="off" aria-label={t('cell', { what, code })} value={String(cell(key))}
      onChange={(e) => setCells(new Map([...cells, [key, Number(e.target.value.replace(/\D/g, '').slice(0, 8))]]))} />
  );
  return (
    <AskDialog
      title={disputed ? texts.settle : texts.receive} size="lg" onClose={onClose} start={{ on: today }}
      asks={[{ name: 'on', label: words.date, kind: 'date' }, ...(disputed ? [{ name: 'reason', label: words.reason, kind: 'reason' as const }] : [])]}
      fault={() => { const wrong = deal.lines.find((l) => counted(l) > l.quantity); return wrong ? t('tooMany', { code: wrong.lotCode }) : undefined; }}
      onSave={(v, key) => count.mutateAsync({
        key, id: deal.id, expectedState: deal.state, on: String(v.on), ...(v.reason ? { reason: String(v.reason) } : {}),
        counts: deal.lines.map((l) => ({ lotId: l.lotId, accepted: grades.map((grade) => ({ grade, quantity: cell(`${l.lotId}/${grade}`) })), refused: cell(`${l.lotId}/-`) })),
      })}
    >
      {() => (
        <>
          <p className="muted">{t('about')}</p>
          <div className="table-wrap" tabIndex={0} role="region" aria-label={t('receive')}>
            <table className="data">
              <thead><tr><th scope="col">{t('lot')}</th><th scope="col" className="num">{t('sent')}</th>{grades.map((g) => <th key={g} scope="col" className="num">{t('accepted', { grade: g })}</th>)}<th scope="col" className="num">{t('refused')}</th><th scope="col" className="num">{t('short')}</th></tr></thead>
              <tbody>
                {deal.lines.map((l) => (
                  <tr key={l.lotId}>
                    <td>{l.lotCode} <span className="sub">{l.memberName} ({l.grade})</span></td><td className="num" data-label={t('sent')}>{l.quantity}</td>
                    {grades.map((g) => <td key={g} className="num" data-label={t('accepted', { grade: g })}>{box(`${l.lotId}/${g}`, t('accepted', { grade: g }), l.lotCode)}</td>)}
                    <td className="num" data-label={t('refused')}>{box(`${l.lotId}/-`, t('refused'), l.lotCode)}</td><td className="num" data-label={t('short')}>{l.quantity - counted(l)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </AskDialog>
  );
}
