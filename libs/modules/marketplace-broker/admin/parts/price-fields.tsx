import { FieldFrame } from '@anyam/admin-kit/form';
import { MoneyInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useId } from 'react';
import type { Goods } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({ ...words, grade: { id: 'Mutu {grade}', en: 'Grade {grade}' } });
export type Prices = Readonly<Record<string, bigint | null>>;
/** Grades that have a price, the best first. */
export const pricesOf = (goods: Goods | undefined, prices: Prices) => (goods?.grades ?? []).flatMap((grade) => (prices[grade] == null ? [] : [{ grade, price: prices[grade] as bigint }]));

/** A price a grade; a grade without one is not taken. */
export function PriceFields({ goods, prices, onChange }: { readonly goods: Goods | undefined; readonly prices: Prices; readonly onChange: (prices: Prices) => void }) {
  const t = useText(texts);
  const id = useId();
  if (!goods) return null;
  return (
    <fieldset>
      <legend>{t('prices', { unit: goods.baseUnit })}</legend>
      <div className="row">
        {goods.grades.map((grade) => (
          <FieldFrame key={grade} id={`${id}-${grade}`} label={t('grade', { grade })}>
            {(c) => <MoneyInput {...c} className="short" value={prices[grade] ?? null} onChange={(value) => onChange({ ...prices, [grade]: value })} />}
          </FieldFrame>
        ))}
      </div>
    </fieldset>
  );
}
