import { Combobox } from '@base-ui/react/combobox';
import { Check, ChevronDown, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ComboboxProps } from '../combobox.tsx';
import { Icon } from '../icon.tsx';
import type { Option } from '../inputs.tsx';
import { defineTexts, useText } from '../text.tsx';

const texts = defineTexts({
  none: { id: 'Tidak ditemukan. Coba kata lain.', en: 'Nothing found. Try another word.' },
  busy: { id: 'Mencari…', en: 'Searching…' },
  failed: { id: 'Pencarian gagal. Coba lagi.', en: 'The search failed. Try again.' },
  clear: { id: 'Kosongkan', en: 'Clear' },
  open: { id: 'Buka pilihan', en: 'Open the list' },
});

export default function ComboboxImpl({ id, label, value, onChange, search, valueLabel = '', placeholder, onBlur, wait = 180, startText, ...aria }: ComboboxProps & { readonly startText: string | null }) {
  const t = useText(texts);
  const [text, setText] = useState(startText ?? valueLabel);
  const [options, setOptions] = useState<readonly Option[]>([]);
  const [status, setStatus] = useState<'idle' | 'busy' | 'failed'>('busy');
  const latest = useRef(0);
  const ask = useRef(search);
  ask.current = search;
  const query = text === valueLabel ? '' : text;

  useEffect(() => {
    const turn = ++latest.current;
    setStatus('busy');
    const timer = setTimeout(
      () => {
        Promise.resolve(ask.current(query.trim())).then(
          (found) => {
            if (turn !== latest.current) return;
            setOptions(found);
            setStatus('idle');
          },
          () => turn === latest.current && setStatus('failed'),
        );
      },
      query === '' ? 0 : wait,
    );
    return () => clearTimeout(timer);
  }, [query, wait]);

  const chosen: Option | null = value === null ? null : (options.find((o) => o.value === value) ?? { value, label: valueLabel });
  return (
    <Combobox.Root
      items={options}
      value={chosen}
      filter={null}
      defaultOpen
      autoHighlight
      inputValue={text}
      onInputValueChange={(v) => setText(v)}
      onValueChange={(option: Option | null) => onChange(option?.value ?? null, option)}
      isItemEqualToValue={(a: Option, b: Option) => a.value === b.value}
      itemToStringLabel={(o: Option) => o.label}
    >
      <Combobox.InputGroup className="affix">
        <Combobox.Input id={id} className="ctl" autoFocus placeholder={placeholder} onBlur={onBlur} aria-label={id ? undefined : label} aria-invalid={aria['aria-invalid']} aria-describedby={aria['aria-describedby']} />
        <span className="affix-after pair">
          <Combobox.Clear className="icon-btn" aria-label={t('clear')}>
            <Icon of={X} size={16} />
          </Combobox.Clear>
          <Combobox.Trigger className="icon-btn" aria-label={t('open')}>
            <Icon of={ChevronDown} size={16} />
          </Combobox.Trigger>
        </span>
      </Combobox.InputGroup>
      <Combobox.Portal>
        <Combobox.Positioner sideOffset={4} collisionPadding={12} className="layer">
          <Combobox.Popup className="float listbox" aria-busy={status === 'busy' || undefined}>
            <Combobox.Status className="menu-note">{status === 'busy' ? t('busy') : status === 'failed' ? t('failed') : null}</Combobox.Status>
            <Combobox.Empty className="menu-note">{status === 'idle' ? t('none') : null}</Combobox.Empty>
            <Combobox.List>
              {(o: Option) => (
                <Combobox.Item key={o.value} value={o} className="menu-item">
                  <span className="menu-tick">
                    <Combobox.ItemIndicator>
                      <Icon of={Check} size={16} />
                    </Combobox.ItemIndicator>
                  </span>
                  <span>
                    {o.label}
                    {o.hint && <span className="hint">{o.hint}</span>}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
