import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Money } from '@anyam/admin-kit/format';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { useSession } from '@anyam/admin-kit/session';
import { ErrorNotice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { AskDialog } from '../parts/ask-dialog.tsx';
import { useMarketApi, type Deal, type MemberShare } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Bagikan kepada anggota', en: 'Share to the members' },
  confirm: { id: 'Simpan pembagian', en: 'Store the share-out' },
  gross: { id: 'Bagian', en: 'Gross' },
  material: { id: 'Bahan', en: 'Material' },
  iks: { id: 'IKS', en: 'Solidarity' },
  loan: { id: 'Angsuran', en: 'Instalment' },
  net: { id: 'Diterima', en: 'Net' },
  why: { id: 'Menurut lot masing-masing. Bahan, IKS, dan angsuran dipotong lebih dulu; slip anggota menyebut setiap angka dan sebabnya.', en: "By each member's lots. Material, solidarity and instalments come off first; the slip gives each figure and why." },
});

/** What each member would get, before it is stored. */
export default function ShareDialog({ deal, onClose }: { readonly deal: Deal; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const api = useMarketApi();
  const { today } = useSession();
  const share = useMutation(api.deals.share.mutationOptions());
  const query = useQuery(api.deals.sharePreview.queryOptions({ id: deal.id, on: today }, { staleTime: 0 }));
  const p = query.data;
  const money = (amount: bigint) => <Money amount={amount} bare />;
  const column = (id: string, header: { id: string; en: string }, of: (m: MemberShare) => bigint, foot: bigint) => ({ id, header, end: true, cell: (m: MemberShare) => money(of(m)), foot: money(foot) });
  return (
    <AskDialog
      title={texts.title} size="lg" save={texts.confirm} asks={[]} onClose={onClose} fault={() => (p ? undefined : '…')}
      onSave={(_, key) => share.mutateAsync({ key, id: deal.id, on: today, meetingId: null, expectedAmount: p?.amount ?? 1n, expectedNet: p?.net ?? 0n })}
    >
      {() => (
        <>
          <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
          {query.isPending && <Skeleton height={120} />}
          {p && (
            <>
              <p>{t('why')} {say(p.iksRate)}</p>
              <RowsTable caption={texts.title} rows={p.members} rowId={(m) => m.memberId} columns={[
                { id: 'member', header: words.member, cell: (m) => m.memberName },
                column('gross', texts.gross, (m) => m.gross, p.amount), column('material', texts.material, (m) => m.taken.material, p.taken.material), column('iks', texts.iks, (m) => m.taken.iks, p.taken.iks),
                column('loan', texts.loan, (m) => m.taken.service + m.taken.principal, p.taken.service + p.taken.principal), column('net', texts.net, (m) => m.net, p.net),
              ]} />
            </>
          )}
        </>
      )}
    </AskDialog>
  );
}
