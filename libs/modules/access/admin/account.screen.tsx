import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Card, Facts } from '@anyam/admin-kit/card';
import { PageHead } from '@anyam/admin-kit/page-head';
import { ErrorNotice, ErrorState, SkeletonPage } from '@anyam/admin-kit/states';
import { useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { ROLE_NAME } from '../contract/role-names.ts';
import { Devices } from './account-devices.tsx';
import { PasswordCard } from './account-password.tsx';
import { TwoFactorCard } from './account-two-factor.tsx';
import { texts } from './account.texts.ts';
import { useAccessApi } from './api.ts';

export default function AccountScreen(_props: { readonly params: Record<string, string> }) {
  const t = useText(texts);
  const say = useSay();
  const api = useAccessApi();
  const query = useQuery(api.me.queryOptions());
  const me = query.data;
  if (!me) return query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <SkeletonPage />;
  return (
    <div className="stack">
      <PageHead title={t('title')} context={[me.user.name, me.user.username, me.user.position].filter(Boolean).join(' · ')} />
      <div className="split">
        <div className="stack">
          <Devices />
          <PasswordCard />
        </div>
        <div className="stack">
          <Card title={t('roles')} note={t('rolesNote')}>
            <Facts wide items={me.roles.map((r) => ({ label: say(ROLE_NAME[r.role]), value: r.areaLabel }))} />
          </Card>
          <LanguageCard />
          <TwoFactorCard enabled={me.user.twoFactor} />
        </div>
      </div>
    </div>
  );
}

function LanguageCard() {
  const t = useText(texts);
  const current = useLanguage();
  const api = useAccessApi();
  const set = useMutation(
    api.setLanguage.mutationOptions({
      onSuccess: (_none, { language }) => {
        // The page itself is drawn in the language of this cookie (the console's own), so it is drawn anew.
        document.cookie = `bahasa=${language}; path=/; max-age=31536000; samesite=lax`;
        window.location.reload();
      },
    }),
  );
  const shown = set.isPending || set.isSuccess ? set.variables.language : current;
  return (
    <Card title={t('language')} note={t('languageNote')}>
      <ErrorNotice error={set.error} />
      <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
        <legend className="sr">{t('language')}</legend>
        <div className="choices inline">
          {(['id', 'en'] as const).map((language) => (
            <label key={language} className="choice">
              <input type="radio" name="language" checked={shown === language} onChange={() => set.mutate({ language })} />
              <span lang={language}>{t(language === 'id' ? 'indonesian' : 'english')}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </Card>
  );
}
