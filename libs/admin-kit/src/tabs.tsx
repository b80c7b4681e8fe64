import { useQueryState } from 'nuqs';
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useSay, useText, defineTexts, type Bilingual } from './text.tsx';

const texts = defineTexts({ sections: { id: 'Bagian', en: 'Sections' } });

export interface TabDefinition {
  readonly id: string;
  readonly label: Bilingual | string;
  readonly count?: number | undefined;
  readonly content: () => ReactNode;
}

export interface TabsProps {
  readonly tabs: readonly TabDefinition[];
  /** The key in the address (`?tab=anggota`), so a link opens the right tab and Back works. */
  readonly urlKey?: string;
  readonly label?: Bilingual | string;
}

export function Tabs({ tabs, urlKey = 'tab', label }: TabsProps) {
  const say = useSay();
  const t = useText(texts);
  const id = useId();
  const [chosen, choose] = useQueryState(urlKey, { history: 'push' });
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find((x) => x.id === chosen) ?? tabs[0];
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((x) => x.id === current?.id);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const index = (to + tabs.length) % tabs.length;
    void choose(tabs[index]!.id === tabs[0]!.id ? null : tabs[index]!.id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus();
  };
  return (
    <div className="tabbed">
      <div className="tabs" role="tablist" aria-label={label ? say(label) : t('sections')} ref={list} onKeyDown={move}>
        {tabs.map((x) => (
          <button
            key={x.id}
            type="button"
            role="tab"
            id={`${id}-${x.id}`}
            aria-selected={x === current}
            aria-controls={`${id}-panel`}
            tabIndex={x === current ? 0 : -1}
            onClick={() => void choose(x.id === tabs[0]!.id ? null : x.id)}
          >
            {say(x.label)}
            {x.count !== undefined && <i>{x.count}</i>}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.id}`} className="tab-panel">
        {current?.content()}
      </div>
    </div>
  );
}
