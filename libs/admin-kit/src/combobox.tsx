import { ChevronDown } from 'lucide-react';
import { useState, type ComponentType } from 'react';
import type { ControlProps } from './form.tsx';
import { Icon } from './icon.tsx';
import type { Option } from './inputs.tsx';

const load = () => import('./internal/combobox-impl.tsx');
type Impl = ComponentType<ComboboxProps & { readonly startText: string | null }>;

export interface ComboboxProps extends Partial<ControlProps> {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null, option: Option | null) => void;
  /** Answers what is typed; called with '' when it opens. Filter on the server for long lists. */
  readonly search: (query: string) => Promise<readonly Option[]> | readonly Option[];
  /** Words of the value it starts with. */
  readonly valueLabel?: string | undefined;
  readonly placeholder?: string;
  readonly onBlur?: () => void;
  readonly wait?: number;
}

/**
 * A field that finds among many. Until it is touched it is a plain input; its code comes with the first focus. The plain input stays
 * as it is until that code is here, so that nothing typed meanwhile is lost, however slow the line.
 */
export function Combobox(props: ComboboxProps) {
  const [Impl, setImpl] = useState<Impl | null>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [known, setKnown] = useState<Option | null>(null);
  const label = known && known.value === props.value ? known.label : props.value === null ? '' : (props.valueLabel ?? props.value);
  if (!Impl) return (
    <span className="affix">
      <input
        id={props.id}
        className="ctl"
        role="combobox"
        aria-expanded={false}
        aria-haspopup="listbox"
        aria-controls={`${props.id ?? 'combobox'}-list`}
        aria-label={props.id ? undefined : props.label}
        aria-invalid={props['aria-invalid']}
        aria-describedby={props['aria-describedby']}
        autoComplete="off"
        placeholder={props.placeholder}
        value={typed ?? label}
        onChange={(e) => setTyped(e.target.value)}
        onFocus={({ currentTarget }) => void load().then((m) => document.activeElement === currentTarget && setImpl(() => m.default))}
        onBlur={() => {
          setTyped(null);
          props.onBlur?.();
        }}
        onPointerEnter={() => void load()}
      />
      <span className="affix-after still" aria-hidden>
        <Icon of={ChevronDown} size={16} />
      </span>
    </span>
  );
  return (
    <Impl
      {...props}
      valueLabel={label}
      startText={typed}
      onChange={(value, option) => {
        setKnown(option);
        props.onChange(value, option);
      }}
    />
  );
}
