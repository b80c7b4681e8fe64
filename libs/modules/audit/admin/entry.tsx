import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { DateText } from '@anyam/admin-kit/format';
import { Link } from '@anyam/admin-kit/link';
import { useSay, useText } from '@anyam/admin-kit/text';
import type { z } from 'zod';
import type { auditRow } from '../contract/audit.schema.ts';
import { texts } from './texts.ts';
import { actionWords, entityWords, fieldWords, pathOf, valueWords } from './words.ts';

export type Entry = z.infer<typeof auditRow>;

/** From and to of each field; `most` keeps a table row short. */
export function Changes({ entry, most = Infinity }: { readonly entry: Entry; readonly most?: number }) {
  const t = useText(texts);
  const say = useSay();
  const fields = Object.entries(entry.changes);
  const words = (field: string, value: unknown) => {
    const found = valueWords(entry.entity, field, value);
    return found ? say(found) : null;
  };
  if (fields.length === 0) return <span className="muted">{t('noChanges')}</span>;
  return (
    <ul style={{ listStyle: 'none', margin: 0, padding: 0, overflowWrap: 'anywhere' }}>
      {fields.slice(0, most).map(([field, [from, to]]) => {
        const before = words(field, from);
        const after = words(field, to);
        return (
          <li key={field}>
            <span className="muted">{say(fieldWords(field))}:</span>{' '}
            {before !== null && (
              <>
                <del>{before}</del> <span aria-hidden>→</span><span className="sr"> {t('to')} </span>{' '}
              </>
            )}
            {after === null ? <span className="muted">{t('empty')}</span> : <ins style={{ textDecoration: 'none', fontWeight: 600 }}>{after}</ins>}
          </li>
        );
      })}
      {fields.length > most && <li className="muted small">{t('more', { n: fields.length - most })}</li>}
    </ul>
  );
}

/** One entry with all it holds; the pane beside the table, and the panel on a phone. */
export function EntryDetail({ entry, onHistory }: { readonly entry: Entry; readonly onHistory: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const path = pathOf(entry.entity, entry.entityId);
  return (
    <div className="stack">
      <div>
        <h3>{say(actionWords(entry.action))}</h3>
        <p className="muted">
          {entry.actorName} · <DateText value={entry.at} time />
        </p>
      </div>
      <Changes entry={entry} />
      {entry.reason && (
        <div>
          <div className="muted small">{t('reason')}</div>
          <p>{entry.reason}</p>
        </div>
      )}
      <Facts
        items={[
          { label: t('kind'), value: say(entityWords(entry.entity)) },
          { label: t('number'), value: entry.id },
          { label: t('region'), value: entry.regionCode },
          { label: t('record'), value: <code className="small">{entry.entityId}</code> },
        ]}
      />
      <div className="row">
        <Button size="sm" onClick={onHistory}>{t('history')}</Button>
        {path && <Link href={path}>{t('open')}</Link>}
        {entry.groupId && entry.entity !== 'group' && <Link href={`/kelompok/${entry.groupId}`}>{t('openGroup')}</Link>}
      </div>
      <div>
        <div className="muted small">{t('hash')}</div>
        <code className="small" style={{ overflowWrap: 'anywhere' }}>{entry.hash}</code>
      </div>
    </div>
  );
}
