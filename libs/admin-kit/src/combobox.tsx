import { ChevronDown } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { ControlProps } from './form.tsx';
import { Icon } from './icon.tsx';
import type { Option } from './inputs.tsx';

const Impl = lazy(() => import('./internal/combobox-impl.tsx'));

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

/** A field that finds among many. Until it is touched it is a plain input; its code comes with the first focus. */
export function Combobox(props: ComboboxProps) {
  const [used, setUsed] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [known, setKnown] = useState<Option | null>(null);
  const label = known && known.value === props.value ? known.label : props.value === null ? '' : (props.valueLabel ?? props.value);
  const plain = (
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
        onFocus={() => setUsed(true)}
        onPointerEnter={() => void import('./internal/combobox-impl.tsx')}
      />
      <span className="affix-after still" aria-hidden>
        <Icon of={ChevronDown} size={16} />
      </span>
    </span>
  );
  if (!used) return plain;
  return (
    <Suspense fallback={plain}>
      <Impl
        {...props}
        valueLabel={label}
        startText={typed}
        onChange={(value, option) => {
          setKnown(option);
          props.onChange(value, option);
        }}
      />
    </Suspense>
  );
}
