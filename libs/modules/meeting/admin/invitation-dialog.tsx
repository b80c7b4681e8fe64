import { Copy, Printer } from 'lucide-react';
import { useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Dialog } from '@anyam/admin-kit/dialog';
import { ErrorState, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import type { IsoDate } from '@anyam/domain/kernel';
import { invitationText } from '@anyam/domain/meeting';
import { useRef } from 'react';
import { useMeetingApi } from './parts/api.ts';
import { words } from './parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Undangan rapat', en: 'Invitation' },
  text: { id: 'Isi undangan', en: 'Text of the invitation' },
  how: { id: 'Salin ke pesan, atau cetak dan tempel di balai desa. Acara dan tempat diisi di halaman rapat.', en: 'Copy it into a message, or print it. Agenda and place are filled in on the meeting\'s page.' },
  copy: { id: 'Salin', en: 'Copy' },
  copied: { id: 'Undangan disalin.', en: 'The invitation was copied.' },
});

export default function InvitationDialog({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }) {
  const t = useText(texts);
  const language = useLanguage();
  const toast = useToast();
  const api = useMeetingApi();
  const box = useRef<HTMLTextAreaElement>(null);
  const query = useQuery(api.detail.queryOptions({ id: meetingId }));
  const m = query.data;
  const text = m && invitationText({
    groupName: m.group.name, villageName: m.group.villageName, heldOn: m.heldOn as IsoDate, beginsAt: m.beginsAt, place: m.place, agenda: m.agenda, chair: m.people.find((p) => p.role === 'chair')?.name ?? null,
  }, language);
  const copy = () => {
    box.current?.select();
    // On the office network without https there is no clipboard object; the old way still works there.
    const done = () => toast({ text: t('copied') });
    if (navigator.clipboard) void navigator.clipboard.writeText(text ?? '').then(done);
    else if (document.execCommand('copy')) done();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={texts.title}
      description={t('how')}
      footer={m && <><Button icon={Printer} href={`/kelompok/${m.group.id}/rapat/${m.id}/cetak?apa=undangan`}>{t('print')}</Button><Button variant="primary" icon={Copy} onClick={copy}>{t('copy')}</Button></>}
    >
      {query.error ? <ErrorState error={query.error} /> : text === undefined ? <Skeleton height={280} /> : <textarea ref={box} className="ctl" rows={16} readOnly value={text} aria-label={t('text')} />}
    </Dialog>
  );
}
