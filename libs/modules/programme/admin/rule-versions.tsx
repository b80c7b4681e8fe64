import { Lock } from 'lucide-react';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { DateText } from '@anyam/admin-kit/format';
import { Icon } from '@anyam/admin-kit/icon';
import { EmptyState } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { ChangesTable } from './changes-table.tsx';
import type { Programme } from './edit-programme.tsx';

const texts = defineTexts({
  version: { id: 'Versi {n}', en: 'Version {n}' },
  current: { id: 'Berlaku sekarang', en: 'In force now' },
  from: { id: 'Berlaku mulai', en: 'In force from' },
  made: { id: 'dibuat', en: 'made' },
  frozen: { id: 'Dibekukan', en: 'Frozen' },
  frozenWhy: { id: 'Sudah dipakai menilai data sejak', en: 'Has judged records since' },
  changes: { id: '{n} aturan berubah', en: '{n} rules changed' },
  first: { id: 'Versi pertama', en: 'The first version' },
  same: { id: 'Isi aturan sama; hanya tanggal berlakunya yang berbeda', en: 'Same rules; only the start date differs' },
  none: { id: 'Belum ada aturan', en: 'No rules yet' },
  noneWhy: { id: 'Minta admin membuat aturan program ini.', en: 'Ask the admin to make the rules of this programme.' },
});

/** All versions, newest first; each says why it was made and what it changed. */
export function RuleVersions({ versions }: { readonly versions: Programme['ruleSets'] }) {
  const t = useText(texts);
  if (versions.length === 0) return <EmptyState title={texts.none} text={texts.noneWhy} />;
  return (
    <div className="stack">
      {versions.map((v) => (
        <Card key={v.id}>
          <div className="row">
            <h2>{t('version', { n: v.version })}</h2>
            {v.current && <Chip tone="ok">{texts.current}</Chip>}
            {v.frozenAt && (
              <span className="chip neutral">
                <Icon of={Lock} size={14} /> {t('frozen')}
              </span>
            )}
          </div>
          <p className="muted small">
            {t('from')} <DateText value={v.validFrom} /> · {t('made')} <DateText value={v.createdAt} time />
            {v.frozenAt && (
              <>
                {' · '}
                {t('frozenWhy')} <DateText value={v.frozenAt} time />
              </>
            )}
          </p>
          <p>{v.reason}</p>
          {v.changed.length > 0 ? (
            <details>
              <summary>{t('changes', { n: v.changed.length })}</summary>
              <ChangesTable caption={t('changes', { n: v.changed.length })} changes={v.changed} />
            </details>
          ) : (
            <p className="muted small">{t(v.version === 1 ? 'first' : 'same')}</p>
          )}
        </Card>
      ))}
    </div>
  );
}
