import { useId, useState } from 'react';
import { Button } from '../button.tsx';
import { DateInput, TextInput, type Option } from '../inputs.tsx';
import { defineTexts, useSay, useText } from '../text.tsx';
import type { FilterDef, FilterValue, Range } from './filters.ts';

const texts = defineTexts({
  apply: { id: 'Terapkan', en: 'Apply' },
  reset: { id: 'Kosongkan', en: 'Reset' },
  from: { id: 'Dari', en: 'From' },
  to: { id: 'Sampai', en: 'To' },
  find: { id: 'Cari pilihan', en: 'Find a choice' },
});

export default function FilterForm({ def, value, options, onDone }: { readonly def: FilterDef; readonly value: FilterValue; readonly options: readonly Option[]; readonly onDone: (value: FilterValue) => void }) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const [draft, setDraft] = useState(value);
  const [find, setFind] = useState('');
  const shown = options.filter((o) => o.label.toLowerCase().includes(find.toLowerCase()));
  const range = (draft !== null && typeof draft === 'object' && 'from' in draft ? draft : { from: null, to: null }) as Range<number> & Range<string>;
  const many = Array.isArray(draft) ? (draft as readonly string[]) : [];
  return (
    <form
      className="filter-form"
      onSubmit={(e) => {
        e.preventDefault();
        onDone(draft);
      }}
    >
      <h3>{say(def.label)}</h3>
      {(def.kind === 'single' || def.kind === 'multi') && (
        <>
          {options.length > 8 && <TextInput aria-label={t('find')} placeholder={t('find')} value={find} onChange={(e) => setFind(e.target.value)} />}
          <div className="choices">
            {shown.map((o) => (
              <label key={o.value} className="choice">
                {def.kind === 'single' ? (
                  <input type="radio" name={id} checked={draft === o.value} onChange={() => setDraft(o.value)} />
                ) : (
                  <input type="checkbox" checked={many.includes(o.value)} onChange={(e) => setDraft(e.target.checked ? [...many, o.value] : many.filter((v) => v !== o.value))} />
                )}
                <span>
                  {o.label} {o.hint && <span className="muted small">{o.hint}</span>}
                </span>
              </label>
            ))}
          </div>
        </>
      )}
      {def.kind === 'text' && <TextInput aria-label={say(def.label)} value={(draft as string | null) ?? ''} onChange={(e) => setDraft(e.target.value || null)} />}
      {def.kind === 'number' && (
        <div className="pair">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="lab">
              {t(end)} {def.unit && say(def.unit)}
              <TextInput inputMode="numeric" value={range[end] ?? ''} onChange={(e) => setDraft({ ...range, [end]: /\d/.test(e.target.value) ? Number(e.target.value.replace(/\D/g, '')) : null } as Range<number>)} />
            </label>
          ))}
        </div>
      )}
      {def.kind === 'date' && (
        <div className="pair">
          {(['from', 'to'] as const).map((end) => (
            <label key={end} className="lab">
              {t(end)}
              <DateInput value={range[end]} onChange={(v) => setDraft({ ...range, [end]: v } as Range<string>)} />
            </label>
          ))}
        </div>
      )}
      <div className="row" style={{ justifyContent: 'flex-end' }}>
        <Button size="sm" onClick={() => onDone(null)}>
          {t('reset')}
        </Button>
        <Button size="sm" variant="primary" type="submit">
          {t('apply')}
        </Button>
      </div>
    </form>
  );
}
