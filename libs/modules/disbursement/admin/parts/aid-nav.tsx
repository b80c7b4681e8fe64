import { useQuery } from '@anyam/admin-kit/api';
import { Link, usePath } from '@anyam/admin-kit/link';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useAidApi } from './api.ts';

const texts = defineTexts({
  stages: { id: 'Tahap bantuan', en: 'Stages of aid' },
  proposals: { id: 'Usulan', en: 'Proposals' },
  verification: { id: 'Verifikasi', en: 'Verification' },
});

export const DRAWING_UP = ['draf', 'perbaikan'] as const;
export const VERIFYING = ['diajukan', 'verifikasiAdministrasi', 'verifikasiLapangan'] as const;

const sumOf = (counts: readonly { readonly state: string; readonly count: number }[] | undefined, states: readonly string[]): number | undefined =>
  counts?.filter((c) => states.includes(c.state)).reduce((n, c) => n + c.count, 0);

/** The road of aid as links: each stage has its own address and says how many are waiting there. */
export function AidNav() {
  const t = useText(texts);
  const api = useAidApi();
  const path = usePath();
  const first = { page: 1, pageSize: 25 } as const;
  const kept = { staleTime: 30_000 };
  const proposals = useQuery(api.proposals.list.queryOptions(first, kept)).data?.counts;
  const stages = [
    { href: '/bantuan', label: t('proposals'), n: proposals?.reduce((n, c) => n + c.count, 0) },
    { href: '/bantuan/verifikasi', label: t('verification'), n: sumOf(proposals, VERIFYING) },
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
