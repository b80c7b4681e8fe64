import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { Link, usePath } from './link.tsx';
import { Popover } from './popover.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  label: { id: 'Tampilan', en: 'Views' },
  save: { id: 'Simpan tampilan', en: 'Save view' },
  name: { id: 'Nama tampilan', en: 'Name of the view' },
  keep: { id: 'Simpan', en: 'Save' },
});

export interface SavedView {
  readonly id: string;
  readonly label: Bilingual | string;
  /** Of the address, without `?`: `tahap=aktif&kecamatan=352116`. */
  readonly query: string;
  readonly count?: number | undefined;
}

export interface SavedViewsProps {
  readonly views: readonly SavedView[];
  /** `state.view`; the first view counts when it is null. */
  readonly current: string | null;
  /** Offers "+ Simpan tampilan" with the filters as they are. */
  readonly onSave?: (name: string, query: string) => Promise<unknown>;
}

/** Saved filters as tabs; each is a plain link that shows the same rows to whom it is sent. */
export function SavedViews({ views, current, onSave }: SavedViewsProps) {
  const t = useText(texts);
  const say = useSay();
  const path = usePath();
  const active = views.find((v) => v.id === current) ?? views[0];
  return (
    <nav className="tabs" aria-label={t('label')}>
      {views.map((v, i) => (
        <Link key={v.id} href={i === 0 && v.query === '' ? path : `${path}?${v.query}${v.query ? '&' : ''}tampilan=${encodeURIComponent(v.id)}`} aria-current={v === active ? 'page' : undefined}>
          {say(v.label)}
          {v.count !== undefined && <i>{v.count.toLocaleString('id-ID')}</i>}
        </Link>
      ))}
      {onSave && (
        <Popover
          label={t('save')}
          width={280}
          trigger={(p) => (
            <button type="button" {...p}>
              <Icon of={Plus} size={16} />
              {'\u00a0'}
              {t('save')}
            </button>
          )}
        >
          {(close) => <SaveForm onSave={onSave} onDone={close} />}
        </Popover>
      )}
    </nav>
  );
}

function SaveForm({ onSave, onDone }: { readonly onSave: (name: string, query: string) => Promise<unknown>; readonly onDone: () => void }) {
  const t = useText(texts);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  return (
    <form
      className="filter-form"
      onSubmit={(e) => {
        e.preventDefault();
        if (!name.trim()) return;
        const query = new URLSearchParams(window.location.search);
        for (const key of ['hal', 'tampilan']) query.delete(key);
        setBusy(true);
        void onSave(name.trim(), query.toString()).then(onDone, () => setBusy(false));
      }}
    >
      <label className="lab">
        {t('name')}
        <input className="ctl" value={name} onChange={(e) => setName(e.target.value)} maxLength={60} />
      </label>
      <Button variant="primary" size="sm" type="submit" busy={busy}>
        {t('keep')}
      </Button>
    </form>
  );
}
