import { Chip } from '@anyam/admin-kit/chip';
import type { FlowButton } from '@anyam/admin-kit/action-bar';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import type { ReactNode } from 'react';
import type { BlockerView, ButtonView } from './api.ts';

const texts = defineTexts({
  block: { id: 'Menghalangi', en: 'Blocks' },
  warn: { id: 'Peringatan', en: 'Warning' },
  clears: { id: 'Yang dapat menyelesaikan: {who}', en: 'Who can clear it: {who}' },
});

/** The contract sends sentences with their places filled; the kit wants params too. */
export const asBlockers = (list: readonly BlockerView[]) => list.map((b) => ({ code: b.code, text: b.text, clearedBy: b.clearedBy, params: {} }));
export const asButtons = (list: readonly ButtonView[]): FlowButton[] => list.map((b) => ({ action: b.action, label: b.label, enabled: b.enabled, blockers: asBlockers(b.blockers) }));

/** What speaks against a matter, heaviest first: what, how to mend it, who can. `children` adds to a row, for example a note field. */
export function Findings<F extends BlockerView>({ list, extra }: { readonly list: readonly F[]; readonly extra?: (finding: F) => ReactNode }) {
  const t = useText(texts);
  const say = useSay();
  const order = [...list].sort((a, b) => Number(b.severity === 'block') - Number(a.severity === 'block'));
  return (
    <ul className="blockers">
      {order.map((b, i) => (
        <li key={`${b.code}-${b.where ?? ''}-${i}`}>
          <Chip tone={b.severity === 'block' ? 'bad' : 'warn'} mark="sign">{b.severity === 'block' ? texts.block : texts.warn}</Chip> {say(b.text)}
          <div className="muted small">{t('clears', { who: say(b.clearedBy) })}</div>
          {extra?.(b)}
        </li>
      ))}
    </ul>
  );
}
