import { formatRupiah, type Bilingual, type Language } from '../kernel/index.ts';
import type { Deal } from './deal.ts';
import { sentence, type SayQuantity } from './sentence.ts';

/**
 * A bid's terms in one line, for its history when new ones take their place: "DMP-1: 10 lembar; A Rp 30.000, B Rp 22.000; biaya Rp 20.000;
 * dipotong sampai Rp 150.000; dibayar dalam 14 hari." `say` writes quantities with their unit.
 */
export function bidInWords({ terms, lines }: Pick<Deal, 'terms' | 'lines'>, say: SayQuantity): Bilingual {
  const list = (of: (language: Language) => string): Bilingual => ({ id: of('id'), en: of('en') });
  const { fee } = terms;
  const feeText: Bilingual = fee === null ? { id: '', en: '' } : fee.kind === 'fixed'
    ? sentence({ id: '; biaya {amount}', en: '; fee {amount}' }, { amount: fee.amount }) : { id: `; biaya ${fee.rateBps / 100} %`, en: `; fee ${fee.rateBps / 100} %` };
  return sentence(
    { id: '{lots}; {prices}{fee}; dipotong sampai {setOff}; dibayar dalam {days} hari.', en: '{lots}; {prices}{fee}; set off up to {setOff}; paid within {days} days.' },
    {
      lots: list((language) => lines.map((l) => `${l.lotCode}: ${say(l.quantity)[language]}`).join(', ')), prices: terms.prices.map((p) => `${p.grade} ${formatRupiah(p.price)}`).join(', '),
      fee: feeText, setOff: terms.setOffLimit, days: terms.payWithinDays,
    });
}
