import { useMutation, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { useSession } from '@anyam/admin-kit/session';
import { useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { contains, villageKind, type RegionCode } from '@anyam/domain/kernel';
import { Plus, X } from 'lucide-react';
import { Icon } from '@anyam/admin-kit/icon';
import { useState } from 'react';
import { AliasDialog } from './alias-dialog.tsx';
import { useTerritoryApi } from './api.ts';
import { texts } from './texts.ts';

export interface Village {
  readonly code: string;
  readonly name: string;
  /** The kecamatan, where villages of several stand together. */
  readonly parentName?: string | null;
}

/** Villages with their codes and the other names that people write. */
export function Villages({ villages, caption }: { readonly villages: readonly Village[]; readonly caption: string }) {
  const t = useText(texts);
  const session = useSession();
  const api = useTerritoryApi();
  const client = useQueryClient();
  const toast = useToast();
  const aliases = useQuery(api.aliases.queryOptions());
  const [adding, setAdding] = useState<Village | null>(null);
  const renew = () => Promise.all([client.invalidateQueries(api.aliases.queryFilter()), client.invalidateQueries(api.about.queryFilter())]);
  const add = useMutation(api.addAlias.mutationOptions({ onSuccess: renew }));
  const remove = useMutation(
    api.removeAlias.mutationOptions({
      onSuccess: async (_none, { id }) => {
        const gone = aliases.data?.find((a) => a.id === id);
        await renew();
        if (gone) toast({ text: t('removed', { alias: gone.alias }), onUndo: () => add.mutate({ regionCode: gone.regionCode, alias: gone.alias }) });
      },
    }),
  );
  const mine = (code: string) => session.can('territory.alias') && session.roles.some((r) => ['admin', 'operator'].includes(r.role) && contains(r.areaCode as RegionCode, code as RegionCode));
  const several = villages.some((v) => v.parentName);
  return (
    <>
      <ErrorNotice error={remove.error ?? add.error ?? aliases.error} />
      <div className="table-wrap" tabIndex={0} role="region" aria-label={caption}>
        <table className="data">
          <caption className="sr">{caption}</caption>
          <thead>
            <tr>
              <th scope="col" className="stick">{t('name')}</th>
              <th scope="col">{t('code')}</th>
              <th scope="col">{t('kind')}</th>
              <th scope="col">{t('aliases')}</th>
            </tr>
          </thead>
          <tbody>
            {villages.map((village) => (
              <tr key={village.code}>
                <td className="stick">
                  <b>{village.name}</b>
                  {several && village.parentName && <div className="muted small">{village.parentName}</div>}
                </td>
                <td data-label={t('code')} className="num" style={{ textAlign: 'left' }}>{village.code}</td>
                <td data-label={t('kind')}>{t(villageKind(village.code as RegionCode) ?? 'desa')}</td>
                <td data-label={t('aliases')}>
                  <span className="row" style={{ gap: 6 }}>
                    {aliases.data?.filter((a) => a.regionCode === village.code).map((alias) => (
                      <span key={alias.id} className="chip">
                        {alias.alias}
                        {mine(village.code) && (
                          <button
                            type="button"
                            className="filter-clear"
                            style={{ border: 0, background: 'none', padding: 4, margin: '-4px -8px -4px 0', color: 'inherit', display: 'inline-grid' }}
                            aria-label={t('remove', { alias: alias.alias })}
                            disabled={remove.isPending}
                            onClick={() => remove.mutate({ id: alias.id })}
                          >
                            <Icon of={X} size={14} />
                          </button>
                        )}
                      </span>
                    ))}
                    {mine(village.code) && (
                      <Button variant="quiet" size="sm" icon={Plus} onClick={() => setAdding(village)}>
                        {t('addAlias')} <span className="sr">{village.name}</span>
                      </Button>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <AliasDialog village={adding} onClose={() => setAdding(null)} />
    </>
  );
}
