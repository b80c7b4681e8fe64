import { Dialog } from '@base-ui/react/dialog';
import { ArrowRight, Clock, Search } from 'lucide-react';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon } from '../icon.tsx';
import { useNavigate } from '../link.tsx';
import type { Command, SearchGroup, SearchHit, SearchPaletteProps } from '../search-palette.tsx';
import { defineTexts, useText } from '../text.tsx';

const texts = defineTexts({
  label: { id: 'Cari kelompok, anggota, desa, nomor surat, atau perintah', en: 'Search groups, members, villages, letter numbers, or commands' },
  recent: { id: 'Terakhir dibuka', en: 'Recent' },
  commands: { id: 'Perintah', en: 'Commands' },
  none: { id: 'Tidak ditemukan. Coba sebagian nama, atau 4 angka terakhir NIK.', en: 'Nothing found. Try part of a name, or the last 4 digits of a NIK.' },
  busy: { id: 'Mencari…', en: 'Searching…' },
  failed: { id: 'Pencarian gagal. Coba lagi.', en: 'The search failed. Try again.' },
});

type Entry = { readonly key: string; readonly label: string; readonly hint?: string | undefined; readonly command?: Command; readonly hit?: SearchHit };
const RECENT = 'anyam-terakhir';

function recent(): readonly SearchHit[] {
  try {
    return JSON.parse(localStorage.getItem(RECENT) ?? '[]') as SearchHit[];
  } catch {
    return [];
  }
}
function remember(hit: SearchHit): void {
  localStorage.setItem(RECENT, JSON.stringify([hit, ...recent().filter((h) => h.href !== hit.href)].slice(0, 6)));
}

export default function SearchPaletteImpl({ open, onOpen, search, commands }: SearchPaletteProps) {
  const t = useText(texts);
  const go = useNavigate();
  const id = useId();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly SearchGroup[]>([]);
  const [status, setStatus] = useState<'idle' | 'busy' | 'failed'>('idle');
  const [at, setAt] = useState(0);
  const turn = useRef(0);
  const list = useRef<HTMLDivElement>(null);
  const words = query.trim();

  useEffect(() => {
    const mine = ++turn.current;
    setAt(0);
    if (!search || words.length < 2) {
      setFound([]);
      setStatus('idle');
      return;
    }
    setStatus('busy');
    const timer = setTimeout(() => {
      search(words).then(
        (groups) => {
          if (mine !== turn.current) return;
          setFound(groups.filter((g) => g.hits.length > 0));
          setStatus('idle');
        },
        () => mine === turn.current && setStatus('failed'),
      );
    }, 140);
    return () => clearTimeout(timer);
  }, [words, search]);

  const groups: { label: string; entries: Entry[] }[] = [
    ...(words === '' ? [{ label: t('recent'), entries: recent().map((hit) => ({ key: `r${hit.href}`, label: hit.label, hint: hit.hint, hit })) }] : []),
    ...found.map((g) => ({ label: g.label, entries: g.hits.map((hit) => ({ key: hit.id, label: hit.label, hint: hit.hint, hit })) })),
    { label: t('commands'), entries: commands.filter((c) => c.label.toLowerCase().includes(words.toLowerCase())).map((command) => ({ key: `c${command.id}`, label: command.label, command })) },
  ].filter((g) => g.entries.length > 0);
  const flat = groups.flatMap((g) => g.entries);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onOpen(false);
    setQuery('');
    if (entry.hit) {
      remember(entry.hit);
      go(entry.hit.href);
    } else if (entry.command?.href) go(entry.command.href);
    else entry.command?.run?.();
  };
  const onKey = (e: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (step && flat.length > 0) {
      e.preventDefault();
      const next = (at + step + flat.length) % flat.length;
      setAt(next);
      list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
    } else if (e.key === 'Enter') {
      e.preventDefault();
      choose(flat[at]);
    }
  };

  return (
    <Dialog.Root open={open} onOpenChange={(next) => onOpen(next)}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Viewport className="dialog-view top">
          <Dialog.Popup className="dialog palette" aria-label={t('label')}>
            <div className="palette-input">
              <Icon of={Search} />
              <input
                autoFocus
                role="combobox"
                aria-expanded
                aria-controls={`${id}-list`}
                aria-activedescendant={flat[at] ? `${id}-${at}` : undefined}
                aria-label={t('label')}
                placeholder={t('label')}
                value={query}
                onChange={(e) => setQuery(e.target.value)}
                onKeyDown={onKey}
                autoComplete="off"
                spellCheck={false}
              />
              <kbd>Esc</kbd>
            </div>
            <div className="palette-list" role="listbox" id={`${id}-list`} aria-label={t('label')} ref={list}>
              {groups.map((g) => (
                <div key={g.label} role="group" aria-label={g.label}>
                  <div className="menu-label">{g.label}</div>
                  {g.entries.map((e) => {
                    const index = flat.indexOf(e);
                    return (
                      <div key={e.key} id={`${id}-${index}`} role="option" aria-selected={index === at} className="menu-item" data-highlighted={index === at ? '' : undefined} onPointerMove={() => setAt(index)} onClick={() => choose(e)}>
                        <Icon of={e.command?.icon ?? (e.key.startsWith('r') ? Clock : ArrowRight)} size={16} />
                        <span>
                          {e.label} {e.hint && <span className="muted small">{e.hint}</span>}
                        </span>
                      </div>
                    );
                  })}
                </div>
              ))}
            </div>
            <div className="menu-note" role="status">
              {status === 'busy' ? t('busy') : status === 'failed' ? t('failed') : words.length >= 2 && flat.length === 0 ? t('none') : null}
            </div>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
