import { FieldFrame } from '@anyam/admin-kit/form';
import { Select } from '@anyam/admin-kit/inputs';
import { useText } from '@anyam/admin-kit/text';
import { words } from './words.ts';

export type Purse = 'cash' | 'bank';

/** Where the money is put or taken from. */
export function PurseField({ id, value, onChange }: { readonly id: string; readonly value: Purse; readonly onChange: (value: Purse) => void }) {
  const t = useText(words);
  return (
    <FieldFrame id={id} label={words.purse}>
      {(c) => <Select {...c} value={value} options={(['cash', 'bank'] as const).map((p) => ({ value: p, label: t(p) }))} onChange={(e) => onChange(e.target.value === 'bank' ? 'bank' : 'cash')} />}
    </FieldFrame>
  );
}
