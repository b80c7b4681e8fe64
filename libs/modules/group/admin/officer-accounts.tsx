import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { DateText } from '@anyam/admin-kit/format';
import { later } from '@anyam/admin-kit/later';
import { EmptyState, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import type { accountsView } from '../contract/accounts.schema.ts';
import { useGroupApi, useRefresh, type Group } from './api.ts';
import { words } from './words.ts';

type View = z.infer<typeof accountsView>;
export type SignIn = View['left'][number] | NonNullable<View['officers'][number]['account']>;
/** What the dialog is about: an account for this officer, or a new password for that account. */
export type Asked = { readonly kind: 'give'; readonly officer: View['officers'][number] } | { readonly kind: 'password'; readonly account: SignIn };

const AccountDialog = later(() => import('./officer-account-dialog.tsx').then((m) => m.AccountDialog), (props) => props.asked !== null);

const texts = defineTexts({
  ...words,
  title: { id: 'Pengurus dan akunnya', en: 'Officers and their accounts' },
  note: { id: 'Dengan akun, pengurus mencatat sendiri di ponsel: rapat, buku, simpanan, produksi, dan jual. Hanya kelompok ini yang terbuka.', en: 'With an account an officer keeps meetings, books, savings, production and sales on the phone. Only this group opens.' },
  officer: { id: 'Pengurus', en: 'Officer' },
  account: { id: 'Akun', en: 'Account' },
  none: { id: 'belum ada', en: 'none yet' },
  give: { id: 'Buat akun', en: 'Give an account' },
  password: { id: 'Sandi baru', en: 'New password' },
  end: { id: 'Tutup akun', en: 'Close the account' },
  seen: { id: 'terakhir dipakai', en: 'last used' },
  never: { id: 'belum pernah masuk', en: 'never signed in' },
  noOfficers: { id: 'Belum ada pengurus', en: 'No officers yet' },
  noOfficersWhy: { id: 'Catat dahulu ketua, sekretaris, dan bendahara; sesudah itu mereka dapat diberi akun.', en: 'Record chair, secretary and treasurer first; then they can be given an account.' },
  left: { id: 'Akun yang harus ditutup', en: 'Accounts to close' },
  notOfficer: { id: 'bukan pengurus lagi', en: 'not an officer any more' },
  second: { id: 'akun kedua orang yang sama', en: 'a second account of one person' },
  endTitle: { id: 'Tutup akun {username}?', en: 'Close the account {username}?' },
  endWhy: { id: '{name} langsung keluar dari semua perangkat dan tidak dapat masuk lagi. Catatannya tetap ada.', en: '{name} is signed out everywhere at once and cannot sign in again. What was recorded stays.' },
  ended: { id: 'Akun {username} ditutup.', en: 'The account {username} is closed.' },
  loading: { id: 'Memuat akun pengurus', en: 'Loading the accounts of officers' },
});

/** Who of the officers may sign in for the group; giving, renewing and closing for those who may. */
export function OfficerAccounts({ group: g }: { readonly group: Group }) {
  const t = useText(texts);
  const api = useGroupApi();
  const query = useQuery(api.accounts.list.queryOptions({ id: g.id }));
  const view = query.data;
  return (
    <Card title={texts.title} {...(view?.mayGive ? { note: texts.note } : {})} flush>
      {view ? (
        <Loaded group={g} view={view} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <div style={{ padding: 16 }} role="status" aria-label={t('loading')}><Skeleton height={120} /></div>
      )}
    </Card>
  );
}

function Loaded({ group: g, view }: { readonly group: Group; readonly view: View }) {
  const t = useText(texts);
  const api = useGroupApi();
  const refresh = useRefresh();
  const toast = useToast();
  const [asked, setAsked] = useState<Asked | null>(null);
  const [ending, setEnding] = useState<SignIn | null>(null);
  const end = useMutation(api.accounts.end.mutationOptions());
  if (view.officers.length === 0 && view.left.length === 0) return <EmptyState title={texts.noOfficers} text={texts.noOfficersWhy} />;
  const actions = (account: SignIn, mayRenew: boolean) => (
    <span className="row">
      {mayRenew && <Button size="sm" onClick={() => setAsked({ kind: 'password', account })}>{t('password')}<span className="sr"> {account.username}</span></Button>}
      <Button size="sm" variant="quiet" onClick={() => setEnding(account)}>{t('end')}<span className="sr"> {account.username}</span></Button>
    </span>
  );
  return (
    <>
      {view.left.length > 0 && (
        <div style={{ padding: 16 }}>
          <Notice tone="bad" title={texts.left}>
            <ul>
              {view.left.map((a) => (
                <li key={a.userId}>{a.name} ({a.username}): {t(a.why)}. {view.mayGive && actions(a, false)}</li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t('officer')}</th>
            <th scope="col">{t('account')}</th>
            {view.mayGive && <th scope="col"><span className="sr">{t('give')}</span></th>}
          </tr>
        </thead>
        <tbody>
          {view.officers.map((o) => (
            <tr key={o.membershipId}>
              <td>
                {o.name}
                <span className="sub"><Chip mark="none" tone="info">{words[o.role]}</Chip></span>
              </td>
              <td data-label={t('account')}>
                {o.account ? <b>{o.account.username}</b> : <span className="muted">{t('none')}</span>}
                {o.account && <span className="sub">{o.account.lastSeen ? <>{t('seen')} <DateText value={o.account.lastSeen} style="short" /></> : t('never')}</span>}
              </td>
              {view.mayGive && (
                <td>
                  {o.account ? actions(o.account, true) : <Button size="sm" icon={KeyRound} onClick={() => setAsked({ kind: 'give', officer: o })}>{t('give')}<span className="sr"> {o.name}</span></Button>}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <AccountDialog groupId={g.id} asked={asked} onClose={() => setAsked(null)} />
      <ConfirmDialog
        open={ending !== null} onClose={() => setEnding(null)} danger needs={['reason']} confirmLabel={texts.end} title={t('endTitle', { username: ending?.username ?? '' })}
        onConfirm={async ({ reason }) => {
          if (!ending) return;
          await end.mutateAsync({ id: g.id, userId: ending.userId, reason });
          await refresh(g.id);
          toast({ text: t('ended', { username: ending.username }) });
        }}
      >
        <p>{t('endWhy', { name: ending?.name ?? '' })}</p>
      </ConfirmDialog>
    </>
  );
}
