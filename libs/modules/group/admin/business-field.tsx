import { TextField } from '@anyam/admin-kit/fields';
import { defineTexts } from '@anyam/admin-kit/text';
import { useId } from 'react';
import { words } from './words.ts';

const texts = defineTexts({ hint: { id: 'Pilih dari yang sudah ada bila sama, misalnya "Ternak kambing".', en: 'Choose an existing one where it is the same, for example "Goat raising".' } });

/** Free text with the kinds of business that are in use already, so that one trade keeps one spelling. */
export function BusinessField({ known }: { readonly known: readonly string[] }) {
  const id = useId();
  return (
    <>
      <TextField name="business" label={words.business} hint={texts.hint} width="medium" inputProps={{ list: id }} />
      <datalist id={id}>
        {known.map((b) => (
          <option key={b} value={b} />
        ))}
      </datalist>
    </>
  );
}
