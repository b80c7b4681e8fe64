import { Notice } from '@anyam/admin-kit/states';
import { useSay, type Bilingual } from '@anyam/admin-kit/text';
import { words } from './words.ts';

/** What group and office should look at; it stops nothing. */
export function Findings({ of }: { readonly of: readonly { readonly code: string; readonly where: string; readonly title: Bilingual; readonly text: Bilingual }[] }) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <Notice tone="warn" title={words.findings}>
      <ul>{of.map((f, i) => <li key={`${f.code}${f.where}${i}`}><b>{say(f.title)}.</b> {say(f.text)}</li>)}</ul>
    </Notice>
  );
}
