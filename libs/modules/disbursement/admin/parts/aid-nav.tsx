import { useQuery } from '@anyam/admin-kit/api';
import { Link, usePath } from '@anyam/admin-kit/link';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useAidApi } from './api.ts';

const texts = defineTexts({
  stages: { id: 'Tahap bantuan', en: 'Stages of aid' },
  proposals: { id: 'Usulan', en: 'Proposals' },
  verification: { id: 'Verifikasi', en: 'Verification' },
  decrees: { id: 'Penetapan', en: 'Decrees' },
  payment: { id: 'Pencairan', en: 'Payment' },
  reports: { id: 'LPJ', en: 'Reports' },
  books: { id: 'Pembukuan', en: 'Books' },
});

export const VERIFYING = ['diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan'] as const;

const sumOf = (counts: readonly { readonly state: string; readonly count: number }[] | undefined, states: readonly string[]): number | undefined =>
  counts?.filter((c) => states.includes(c.state)).reduce((n, c) => n + c.count, 0);

/** The road of aid as links: each stage has its own address and says how many are waiting there. */
export function AidNav() {
  const t = useText(texts);
  const api = useAidApi();
  const { can } = useSession();
  const path = usePath();
  const first = { page: 1, pageSize: 25 } as const;
  const kept = { staleTime: 30_000 };
  const proposals = useQuery(api.proposals.list.queryOptions(first, kept)).data?.counts;
  const stages: { href: string; label: string; n?: number | undefined }[] = [
    { href: '/bantuan', label: t('proposals'), n: proposals?.reduce((n, c) => n + c.count, 0) },
    { href: '/bantuan/verifikasi', label: t('verification'), n: sumOf(proposals, VERIFYING) },
    { href: '/bantuan/penetapan', label: t('decrees') },
    { href: '/bantuan/pencairan', label: t('payment') },
    { href: '/bantuan/lpj', label: t('reports') },
    ...(can('disbursement.books') ? [{ href: '/bantuan/pembukuan', label: t('books') }] : []),
  ];
  return (
    <nav className="tabs" aria-label={t('stages')}>
      {stages.map((s) => (
        <Link key={s.href} href={s.href} aria-current={path === s.href ? 'page' : undefined}>
          {s.label}
          {s.n !== undefined && <i>{s.n.toLocaleString('id-ID')}</i>}
        </Link>
      ))}
    </nav>
  );
}
