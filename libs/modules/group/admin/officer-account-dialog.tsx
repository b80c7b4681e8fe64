import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Facts } from '@anyam/admin-kit/card';
import { Dialog } from '@anyam/admin-kit/dialog';
import { FieldFrame } from '@anyam/admin-kit/form';
import { TextInput } from '@anyam/admin-kit/inputs';
import { makePassword } from '@anyam/admin-kit/make-password';
import { newKey } from '@anyam/admin-kit/new-key';
import { ErrorNotice, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { useId, useState } from 'react';
import { useGroupApi, useRefresh } from './api.ts';
import type { Asked } from './officer-accounts.tsx';
import { words } from './words.ts';

const texts = defineTexts({
  ...words,
  giveTitle: { id: 'Akun untuk {name}', en: 'Account for {name}' },
  renewTitle: { id: 'Sandi baru untuk {name}', en: 'New password for {name}' },
  give: { id: 'Buat akun', en: 'Give the account' },
  renew: { id: 'Ganti sandi', en: 'Set a new password' },
  username: { id: 'Nama pengguna', en: 'User name' },
  usernameHint: { id: 'Huruf kecil, angka, titik; 3 sampai 40. Dipakai untuk masuk.', en: 'Lower case letters, figures, dots; 3 to 40. Used to sign in.' },
  usernameBad: { id: 'Pakai 3 sampai 40 huruf kecil, angka, atau titik.', en: 'Use 3 to 40 lower case letters, figures or dots.' },
  howGive: { id: 'Sandi pertama dibuat sendiri oleh Anyam dan ditunjukkan satu kali sesudah ini.', en: 'Anyam makes the first password and shows it once after this.' },
  howRenew: { id: 'Sandi lama tidak berlaku lagi dan semua perangkatnya dikeluarkan. Sandi baru ditunjukkan satu kali sesudah ini.', en: 'The old password ends and all devices are signed out. The new one is shown once after this.' },
  password: { id: 'Sandi', en: 'Password' },
  once: { id: 'Catat dan serahkan sekarang', en: 'Write it down and hand it over now' },
  onceWhy: { id: 'Sandi ini tidak dapat dilihat lagi. Minta pengurus menggantinya di Akun & perangkat sesudah masuk.', en: 'This password cannot be seen again. Have the officer change it under Account & devices after signing in.' },
  done: { id: 'Sudah saya serahkan', en: 'I have handed it over' },
});

/** Asks what is needed, and shows user name and password once. Nothing of the password stays when it closes. */
export function AccountDialog({ groupId, asked, onClose }: { readonly groupId: string; readonly asked: Asked | null; readonly onClose: () => void }) {
  if (!asked) return null;
  return <Content key={asked.kind === 'give' ? asked.officer.membershipId : asked.account.userId} groupId={groupId} asked={asked} onClose={onClose} />;
}

function Content({ groupId, asked, onClose }: { readonly groupId: string; readonly asked: Asked; readonly onClose: () => void }) {
  const t = useText(texts);
  const id = useId();
  const api = useGroupApi();
  const refresh = useRefresh();
  const give = useMutation(api.accounts.give.mutationOptions());
  const renew = useMutation(api.accounts.setPassword.mutationOptions());
  const [key] = useState(newKey);
  // Made once for the dialog: a repeated click stores the same one.
  const [password] = useState(makePassword);
  const [username, setUsername] = useState(asked.kind === 'give' ? (asked.officer.proposed ?? '') : asked.account.username);
  const [tried, setTried] = useState(false);
  const [shown, setShown] = useState(false);
  const name = asked.kind === 'give' ? asked.officer.name : asked.account.name;
  const bad = !/^[a-z0-9._-]{3,40}$/.test(username);
  const run = async () => {
    setTried(true);
    if (bad) return document.getElementById(id)?.focus();
    try {
      if (asked.kind === 'give') await give.mutateAsync({ key, id: groupId, membershipId: asked.officer.membershipId, username, password });
      else await renew.mutateAsync({ id: groupId, userId: asked.account.userId, password });
    } catch {
      return; // Shown by the notice below.
    }
    setShown(true);
    await refresh(groupId);
  };
  return (
    <Dialog
      open size="sm" onClose={onClose} dirty={shown} title={t(asked.kind === 'give' ? 'giveTitle' : 'renewTitle', { name })}
      footer={
        shown ? (
          <Button variant="primary" onClick={onClose}>{t('done')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button variant="primary" busy={give.isPending || renew.isPending} onClick={() => void run()}>{t(asked.kind === 'give' ? 'give' : 'renew')}</Button>
          </>
        )
      }
    >
      <ErrorNotice error={give.error ?? renew.error} />
      {shown ? (
        <>
          <Notice tone="warn" title={texts.once}>{t('onceWhy')}</Notice>
          <Facts items={[{ label: texts.username, value: <b className="num">{username}</b> }, { label: texts.password, value: <b className="num">{password}</b> }]} />
        </>
      ) : (
        <>
          {asked.kind === 'give' && (
            <FieldFrame id={id} label={texts.username} hint={texts.usernameHint} error={tried && bad ? t('usernameBad') : undefined}>
              {(c) => <TextInput {...c} className="medium" autoComplete="off" autoCapitalize="none" spellCheck={false} maxLength={40} value={username} onChange={(e) => setUsername(e.target.value.trim())} />}
            </FieldFrame>
          )}
          <p className="muted">{t(asked.kind === 'give' ? 'howGive' : 'howRenew')}</p>
        </>
      )}
    </Dialog>
  );
}
