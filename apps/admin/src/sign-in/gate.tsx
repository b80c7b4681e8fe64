import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import type { ReactNode } from 'react';
import { keepLanguage } from '../client-cookies.ts';
import { Weave } from '../shell/brand.tsx';

const texts = defineTexts({
  say: { id: 'Dari usulan sampai pertanggungjawaban.', en: 'From proposal to accountability.' },
  about: { id: 'Satu catatan untuk setiap kelompok usaha bersama: anggotanya, bantuannya, dan setiap rupiah di antaranya.', en: 'One record for every joint business group: its members, its aid, and every rupiah in between.' },
  language: { id: 'Bahasa', en: 'Language' },
});

/** Around the sign-in pages. */
export function Gate({ children }: { readonly children: ReactNode }) {
  const t = useText(texts);
  const language = useLanguage();
  return (
    <div className="gate">
      <header className="gate-side">
        <span className="brandmark">
          <Weave />
          <span>
            Anyam<small>Kelompok Usaha Bersama</small>
          </span>
        </span>
        <Pattern />
        <p className="say">{t('say')}</p>
        <p>{t('about')}</p>
      </header>
      <main className="gate-main">
        <div className="gate-box">
          {children}
          <div className="gate-lang" role="group" aria-label={t('language')}>
            {(['id', 'en'] as const).map((l) => (
              <button
                key={l}
                type="button"
                className="as-link"
                aria-pressed={language === l}
                lang={l}
                onClick={() => {
                  keepLanguage(l);
                  window.location.reload();
                }}
              >
                {l === 'id' ? 'Bahasa Indonesia' : 'English'}
              </button>
            ))}
          </div>
        </div>
      </main>
    </div>
  );
}

/** Strips over and under, as a mat is woven. */
function Pattern() {
  return (
    <svg className="gate-weave" aria-hidden>
      <defs>
        <pattern id="weave" width="48" height="48" patternUnits="userSpaceOnUse" patternTransform="scale(1.9)">
          <g fill="none" strokeWidth="7" strokeLinecap="round">
            <path d="M4 12h16M28 36h16" stroke="#F0B429" />
            <path d="M12 28v16M36 4v16" stroke="#5CC0CF" />
            <path d="M28 12h16M4 36h16" stroke="#2f8595" />
          </g>
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill="url(#weave)" />
    </svg>
  );
}
