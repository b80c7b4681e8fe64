import { keepPreviousData, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Select, TextInput } from '@anyam/admin-kit/inputs';
import { PageHead } from '@anyam/admin-kit/page-head';
import { useSession } from '@anyam/admin-kit/session';
import { EmptyState, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { useText } from '@anyam/admin-kit/text';
import { useQueryStates, parseAsString } from 'nuqs';
import { useId } from 'react';
import { useTerritoryApi } from './api.ts';
import { texts } from './texts.ts';
import { Villages } from './villages.tsx';

/** Below this a name is not alike any more. */
const ALIKE = 0.25;

export default function TerritoryScreen(_props: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const { district } = useSession();
  const api = useTerritoryApi();
  const id = useId();
  const [at, go] = useQueryStates({ kecamatan: parseAsString, cari: parseAsString.withDefault('') });
  const text = at.cari.trim();
  const about = useQuery(api.about.queryOptions({ within: district.code }));
  const districts = useQuery(api.children.queryOptions({ parent: district.code }, { staleTime: Infinity }));
  const chosen = districts.data?.find((d) => d.code === at.kecamatan) ?? districts.data?.[0];
  const villages = useQuery(api.children.queryOptions({ parent: chosen?.code ?? district.code }, { enabled: chosen !== undefined, staleTime: Infinity }));
  const found = useQuery(api.match.queryOptions({ within: district.code, text: text || 'x' }, { enabled: text.length >= 2, placeholderData: keepPreviousData }));
  const hits = found.data?.filter((v) => v.similarity >= ALIKE);

  return (
    <div className="stack">
      <PageHead title={t('title')} context={about.data && t('context', { name: about.data.name, districts: about.data.districts, villages: about.data.villages, aliases: about.data.aliases })} />
      <div className="row" style={{ alignItems: 'flex-start', gap: 16 }}>
        <div className="field" style={{ flex: '1 1 280px', maxWidth: 420 }}>
          <label htmlFor={`${id}-district`}>{t('districts')}</label>
          <Select
            id={`${id}-district`}
            value={chosen?.code ?? ''}
            onChange={(e) => void go({ kecamatan: e.target.value, cari: null }, { history: 'push' })}
            options={districts.data?.map((d) => ({ value: d.code, label: `${d.name} (${d.code})` })) ?? []}
          />
        </div>
        <div className="field" style={{ flex: '1 1 280px', maxWidth: 420 }}>
          <label htmlFor={`${id}-find`}>{t('find')}</label>
          <TextInput id={`${id}-find`} type="search" value={at.cari} placeholder={t('findHint')} onChange={(e) => void go({ cari: e.target.value || null }, { history: 'replace', throttleMs: 200 })} autoComplete="off" />
        </div>
      </div>
      {text.length >= 2 ? (
        <Card flush title={t('found', { text })} actions={<Button size="sm" onClick={() => void go({ cari: null })}>{t('clearFind')}</Button>}>
          {found.error ? (
            <ErrorState error={found.error} onRetry={() => void found.refetch()} />
          ) : !hits ? (
            <Waiting />
          ) : hits.length === 0 ? (
            <EmptyState title={t('foundNone', { text })} text={t('foundNoneWhy')} />
          ) : (
            <Villages caption={t('found', { text })} villages={hits} />
          )}
        </Card>
      ) : districts.error ? (
        <ErrorState error={districts.error} onRetry={() => void districts.refetch()} />
      ) : districts.data?.length === 0 ? (
        <Card>
          <EmptyState title={t('noDistricts')} text={t('noDistrictsWhy')} />
        </Card>
      ) : (
          <Card flush title={chosen ? `${t('villages')}: ${chosen.name}` : t('villages')}>
            {villages.error ? (
              <ErrorState error={villages.error} onRetry={() => void villages.refetch()} />
            ) : !villages.data ? (
              <Waiting />
            ) : villages.data.length === 0 ? (
              <EmptyState title={t('noVillages')} />
            ) : (
              <Villages caption={chosen?.name ?? t('villages')} villages={villages.data} />
            )}
          </Card>
      )}
      <Card title={t('data')}>
        {about.data ? <p>{t('source', { version: about.data.version })}</p> : <Skeleton width={420} />}
        <p className="muted small">{t('sourceMore')}</p>
      </Card>
    </div>
  );
}

const Waiting = () => (
  <div className="stack" style={{ padding: 18, gap: 12 }}>
    {Array.from({ length: 8 }, (_, i) => (
      <Skeleton key={i} height={20} />
    ))}
  </div>
);
