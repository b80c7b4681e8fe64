import { Plus } from 'lucide-react';
import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { defineTexts, useText } from '@anyam/admin-kit/text';
import { lazy, Suspense, useState } from 'react';
import type { Meeting } from './api.ts';
import { words } from './words.ts';

const GuestDialog = lazy(() => import('../guest-dialog.tsx'));

const texts = defineTexts({
  ...words,
  add: { id: 'Catat tamu', en: 'Add a guest' },
  noGuests: { id: 'Tidak ada tamu yang tercatat.', en: 'No guest is on record.' },
});

export function GuestsCard({ meeting: m }: { readonly meeting: Meeting }) {
  const t = useText(texts);
  const [adding, setAdding] = useState(false);
  return (
    <Card title={words.guests} actions={m.can.write && m.state !== 'cancelled' && <Button size="sm" icon={Plus} onClick={() => setAdding(true)}>{t('add')}</Button>}>
      {m.guests.length === 0 && <p className="muted">{t('noGuests')}</p>}
      <ul className="m-0 grid list-none gap-2 p-0">
        {m.guests.map((g) => <li key={g.id}><b>{g.name}</b><div className="sub">{[g.origin, g.purpose].filter(Boolean).join(' · ')}</div></li>)}
      </ul>
      <Suspense>{adding && <GuestDialog groupId={m.group.id} meetingId={m.id} on={m.heldOn} onClose={() => setAdding(false)} />}</Suspense>
    </Card>
  );
}
