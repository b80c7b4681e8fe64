import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { currentShortcuts, setSingleKeys, singleKeysOn, useShortcuts } from './keys.tsx';
import { defineTexts, useSay, useText } from './text.tsx';

const texts = defineTexts({
  title: { id: 'Tombol pintas', en: 'Keyboard shortcuts' },
  open: { id: 'Daftar tombol pintas', en: 'List of shortcuts' },
  single: { id: 'Pakai tombol tunggal seperti j, k dan /', en: 'Use single keys such as j, k and /' },
});

/** The list behind `?`. Put it once in the shell. */
export function KeyboardHelp() {
  const t = useText(texts);
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [single, setSingle] = useState(true);
  useShortcuts([
    {
      keys: '?',
      label: texts.open,
      run: () => {
        setSingle(singleKeysOn());
        setOpen(true);
      },
    },
  ]);
  const rows = open ? [...new Map(currentShortcuts().map((s) => [s.keys, s])).values()] : [];
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t('title')} size="sm">
      <dl className="keys">
        {rows.map((s) => (
          <div key={s.keys}>
            <dt>{say(s.label)}</dt>
            <dd>
              {s.keys.split('+').map((k) => (
                <kbd key={k}>{k === 'Mod' ? 'Ctrl' : k.length === 1 && s.keys.includes('+') ? k.toUpperCase() : k}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <label className="choice">
        <input
          type="checkbox"
          checked={single}
          onChange={(e) => {
            setSingle(e.target.checked);
            setSingleKeys(e.target.checked);
          }}
        />
        <span>{t('single')}</span>
      </label>
    </Dialog>
  );
}
