import { useMutation, useQuery, useQueryClient } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { formatDateTime, formatRelative } from '@anyam/admin-kit/format';
import { ErrorNotice, ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { Monitor, Smartphone } from 'lucide-react';
import { Icon } from '@anyam/admin-kit/icon';
import { texts } from './account.texts.ts';
import { useAccessApi } from './api.ts';
import { deviceName } from './device-name.ts';

/** Where the person is signed in. */
export function Devices() {
  const t = useText(texts);
  const language = useLanguage();
  const api = useAccessApi();
  const client = useQueryClient();
  const toast = useToast();
  const query = useQuery(api.devices.queryOptions());
  const revoke = useMutation(
    api.revokeDevice.mutationOptions({
      onSuccess: () => toast({ text: t('signedOut') }),
      onSettled: () => client.invalidateQueries(api.devices.queryFilter()),
    }),
  );
  return (
    <Card title={t('devices')} note={t('devicesNote')}>
      <ErrorNotice error={revoke.error} />
      {query.isPending && <Skeleton height={96} />}
      {Boolean(query.error) && !query.data && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
        {query.data?.map((device) => {
          const known = deviceName(device.agent);
          const name = known ? t('on', known) : t('unknownDevice');
          return (
            <li key={device.id} style={{ display: 'flex', gap: 12, alignItems: 'center', borderTop: '1px solid var(--line)', padding: '10px 0' }}>
              <Icon of={/Android|iPhone/.test(device.agent) ? Smartphone : Monitor} />
              <div style={{ flex: 1, minWidth: 0 }}>
                <b>{name}</b> {device.current && <Chip tone="ok">{t('thisDevice')}</Chip>}
                <div className="small muted">
                  {[device.address, t('since', { when: formatDateTime(device.since, language, 'short') }), !device.current && t('seen', { when: formatRelative(device.lastSeen, language) })].filter(Boolean).join(' · ')}
                </div>
              </div>
              {!device.current && (
                <Button size="sm" busy={revoke.isPending && revoke.variables?.id === device.id} onClick={() => revoke.mutate({ id: device.id })}>
                  {t('signOut')} <span className="sr">{name}</span>
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
