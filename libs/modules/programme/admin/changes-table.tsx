import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { ruleSetFields } from '@anyam/domain/programme';
import { ruleValueWords } from './rule-words.ts';

const texts = defineTexts({
  rule: { id: 'Aturan', en: 'Rule' },
  before: { id: 'Semula', en: 'Before' },
  after: { id: 'Menjadi', en: 'After' },
});

const BY_KEY = new Map<string, (typeof ruleSetFields)[number]>(ruleSetFields.map((f) => [f.key, f]));

/** Rules that differ between two versions, with both values in words. */
export function ChangesTable({ caption, changes }: { readonly caption: string; readonly changes: readonly { readonly key: string; readonly before: unknown; readonly after: unknown }[] }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  return (
    <table className="data">
      <caption className="sr">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('rule')}</th>
          <th scope="col">{t('before')}</th>
          <th scope="col">{t('after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ key, before, after }) => {
          const field = BY_KEY.get(key);
          const show = (value: unknown) => (field ? ruleValueWords(field, value, language) : String(value));
          return (
            <tr key={key}>
              <td>
                <b>{field ? say(field.label) : key}</b>
              </td>
              <td data-label={t('before')}>{show(before)}</td>
              <td data-label={t('after')}>{show(after)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
