import { useQueryClient } from '@anyam/admin-kit/api';
import { ComboboxField } from '@anyam/admin-kit/fields';
import type { Option } from '@anyam/admin-kit/inputs';
import { useSession } from '@anyam/admin-kit/session';
import { useText } from '@anyam/admin-kit/text';
import { normalisePlaceName } from '@anyam/domain/kernel';
import { useTerritoryApi } from './api.ts';
import { texts } from './users.texts.ts';

/** The regency, one of its kecamatan, or a village found by name. */
export function AreaField({ name }: { readonly name: string }) {
  const t = useText(texts);
  const { district } = useSession();
  const api = useTerritoryApi();
  const client = useQueryClient();
  const search = async (query: string): Promise<Option[]> => {
    const kecamatan = await client.fetchQuery(api.children.queryOptions({ parent: district.code }, { staleTime: Infinity }));
    const key = normalisePlaceName(query);
    const near = kecamatan.filter((k) => normalisePlaceName(k.name).includes(key)).map((k) => ({ value: k.code, label: `${t('kec')} ${k.name}`, hint: k.code }));
    const whole = { value: district.code, label: district.name, hint: t('wholeRegency') };
    if (key === '') return [whole, ...near];
    const villages = key.length >= 2 ? await client.fetchQuery(api.match.queryOptions({ within: district.code, text: query })) : [];
    return [
      ...(normalisePlaceName(district.name).includes(key) ? [whole] : []),
      ...near,
      ...villages.filter((v) => v.similarity > 0.3).map((v) => ({ value: v.code, label: v.name, hint: `${t('kec')} ${v.parentName ?? ''}` })),
    ];
  };
  return <ComboboxField name={name} label={t('area')} hint={t('areaHint')} search={search} />;
}
