import { IconButton } from '@anyam/admin-kit/button';
import { Icon } from '@anyam/admin-kit/icon';
import { Link } from '@anyam/admin-kit/link';
import { Menu } from '@anyam/admin-kit/menu';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText, type Bilingual } from '@anyam/admin-kit/text';
import { ChevronDown, Search } from 'lucide-react';
import { Weave } from './brand.tsx';
import { PersonMenu } from './person-menu.tsx';

const texts = defineTexts({
  search: { id: 'Cari kelompok, anggota, desa…', en: 'Search groups, members, villages…' },
  searchName: { id: 'Cari di mana saja', en: 'Search everywhere' },
  year: { id: 'Tahun Anggaran', en: 'Fiscal year' },
});

interface TopBarProps {
  readonly home: string;
  readonly onSearch: () => void;
  readonly onNear: () => void;
  readonly hasAccount: boolean;
  readonly roleName: Bilingual | null;
}

export function TopBar({ home, onSearch, onNear, hasAccount, roleName }: TopBarProps) {
  const t = useText(texts);
  // Aid goes by fiscal years; what partners do does not.
  const { can } = useSession();
  return (
    <div className="topbar">
      <Link href={home} className="brandmark">
        <Weave size={28} />
        Anyam
      </Link>
      <button type="button" className="search" onClick={onSearch} onPointerEnter={onNear} onFocus={onNear} aria-keyshortcuts="Control+K">
        <Icon of={Search} />
        <span className="word">{t('search')}</span>
        <kbd>Ctrl K</kbd>
      </button>
      {can('overview.read') && <YearSwitch />}
      <IconButton icon={Search} label={t('searchName')} className="phone-search" onClick={onSearch} />
      <PersonMenu hasAccount={hasAccount} roleName={roleName} />
    </div>
  );
}

function YearSwitch() {
  const t = useText(texts);
  const { fiscalYears, fiscalYear, setFiscalYear } = useSession();
  const words = (
    <>
      <span className="more">{t('year')}</span>
      {fiscalYear}
    </>
  );
  if (fiscalYears.length < 2) return <span className="year">{words}</span>;
  return (
    <Menu
      label={t('year')}
      align="start"
      items={[{ kind: 'choice', label: t('year'), value: String(fiscalYear), onChange: (y) => setFiscalYear(Number(y)), options: fiscalYears.map((y) => ({ value: String(y), label: String(y) })) }]}
      trigger={(p) => (
        <button {...p} type="button" className="year">
          {words}
          <Icon of={ChevronDown} size={16} />
        </button>
      )}
    />
  );
}
