import { TextInput } from '@anyam/admin-kit/inputs';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { words } from './words.ts';

const texts = defineTexts({ ...words, have: { id: 'Ada', en: 'On hand' }, take: { id: 'Dijual', en: 'To sell' }, takeOf: { id: 'Jumlah dari lot {code}', en: 'Quantity of lot {code}' }, none: { id: 'Tidak ada stok barang ini.', en: 'There is no stock of these goods.' } });
/** Quantity by lot. */
export type Picked = ReadonlyMap<string, number>;
interface Lot { readonly lotId: string; readonly code: string; readonly grade: string; readonly memberName: string; readonly available: number }

/** How much of each lot is sold; zero leaves it out. */
export function PickLots({ lots, unit, picked, onChange }: { readonly lots: readonly Lot[]; readonly unit: string; readonly picked: Picked; readonly onChange: (picked: Picked) => void }) {
  const t = useText(texts);
  if (lots.length === 0) return <p className="muted">{t('none')}</p>;
  return (
    <div className="table-wrap" tabIndex={0} role="region" aria-label={t('lot')}>
      <table className="data">
        <thead><tr><th scope="col">{t('lot')}</th><th scope="col">{t('member')}</th><th scope="col">{t('grade')}</th><th scope="col" className="num">{t('have')}</th><th scope="col" className="num">{t('take')}</th></tr></thead>
        <tbody>
          {lots.map((l) => (
            <tr key={l.lotId}>
              <td>{l.code}</td><td data-label={t('member')}>{l.memberName || '–'}</td><td data-label={t('grade')}>{l.grade}</td><td className="num" data-label={t('have')}>{l.available} {unit}</td>
              <td className="num" data-label={t('take')}>
                <TextInput className="short num" inputMode="numeric" autoComplete="off" aria-label={t('takeOf', { code: l.code })} value={String(picked.get(l.lotId) ?? 0)}
                  onChange={(e) => onChange(new Map([...picked, [l.lotId, Math.min(l.available, Number(e.target.value.replace(/\D/g, '').slice(0, 8)))]]))} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
