import { Undo2 } from 'lucide-react';
import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Figure } from '@anyam/admin-kit/card';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { formatDateTime, formatNumber } from '@anyam/admin-kit/format';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useRosterApi, useShowView, type ImportView } from './api.ts';
import { FaultsButton } from './faults-button.tsx';
import { LeftOutRows } from './left-out-rows.tsx';

const texts = defineTexts({
  stored: { id: 'Tersimpan {at}', en: 'Stored {at}' },
  storedText: { id: 'Angka di bawah adalah yang benar-benar tersimpan.', en: 'The figures below are what was really stored.' },
  undone: { id: 'Impor ini sudah diurungkan', en: 'This import was undone' },
  undoneText: { id: 'Kelompok dan anggota darinya sudah ditarik. Alasan dan orangnya tercatat di jejak audit. Berkas yang sama boleh diunggah lagi.', en: 'Its groups and members were taken back. The reason and the person are in the audit trail. The same file may be uploaded again.' },
  groups: { id: 'Kelompok tersimpan', en: 'Groups stored' },
  members: { id: 'Anggota tersimpan', en: 'Members stored' },
  leftOut: { id: 'Baris tidak disimpan', en: 'Rows not stored' },
  wasGroups: { id: 'Kelompok waktu disimpan', en: 'Groups when stored' },
  wasMembers: { id: 'Anggota waktu disimpan', en: 'Members when stored' },
  toGroups: { id: 'Lihat kelompok', en: 'See the groups' },
  undo: { id: 'Urungkan impor ini', en: 'Undo this import' },
  undoText: { id: 'Semua {groups} kelompok dan {members} anggota dari impor ini ditarik kembali, selama belum ada yang bertumpu padanya (usulan, kunjungan, simpanan). Alasannya tercatat di jejak audit.', en: 'All {groups} groups and {members} members of this import are taken back, while nothing rests on them (proposals, visits, savings). The reason goes into the audit trail.' },
  groupsOut: { id: 'Kelompok yang ditinggalkan seluruhnya', en: 'Groups left out whole' },
  groupsOutWhy: { id: 'Desanya tidak dikenal, namanya kosong, atau semua anggotanya bermasalah.', en: 'The village is not known, the name is empty, or all members have faults.' },
  allIn: { id: 'Semua baris tersimpan.', en: 'All rows were stored.' },
  again: { id: 'Anggota yang tertinggal dapat ditambahkan lewat halaman kelompoknya setelah datanya diperbaiki.', en: 'Members left out can be added at the page of their group once their data are mended.' },
});

/** What was really stored, what was left out and why, and the way back. */
export function Receipt({ view, may }: { readonly view: ImportView; readonly may: boolean }) {
  const t = useText(texts);
  const language = useLanguage();
  const undo = useMutation(useRosterApi().undo.mutationOptions());
  const show = useShowView();
  const [asking, setAsking] = useState(false);
  const n = (value: number) => formatNumber(value, language);
  const { receipt } = view;
  const stored = view.state === 'stored';
  return (
    <>
      <div role="status">
        <Notice tone={stored ? 'ok' : 'info'} title={stored ? t('stored', { at: view.storedAt ? formatDateTime(view.storedAt, language) : '' }) : texts.undone}>
          {t(stored ? 'storedText' : 'undoneText')}
        </Notice>
      </div>
      {receipt && (
        <div className="cards">
          <Figure label={stored ? texts.groups : texts.wasGroups} value={n(receipt.groups)} />
          <Figure label={stored ? texts.members : texts.wasMembers} value={n(receipt.members)} />
          <Figure label={texts.leftOut} value={n(receipt.leftOut)} />
        </div>
      )}
      <div className="row">
        {stored && (
          <Button variant="primary" href="/kelompok">
            {t('toGroups')}
          </Button>
        )}
        {may && stored && receipt && receipt.leftOut > 0 && <FaultsButton id={view.id} />}
        {may && stored && (
          <Button icon={Undo2} onClick={() => setAsking(true)}>
            {t('undo')}
          </Button>
        )}
      </div>
      {receipt && receipt.groupsLeftOut.length > 0 && (
        <Card title={texts.groupsOut} note={texts.groupsOutWhy}>
          <p>{receipt.groupsLeftOut.join(', ')}</p>
        </Card>
      )}
      {receipt && receipt.leftOut === 0 && <p className="muted">{t('allIn')}</p>}
      {receipt && receipt.leftOut > 0 && (
        <>
          <LeftOutRows rows={receipt.leftOutRows} total={receipt.leftOut} />
          {stored && <p className="muted">{t('again')}</p>}
        </>
      )}
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={texts.undo}
        confirmLabel={texts.undo}
        danger
        needs={['reason']}
        onConfirm={async ({ reason }) => show(await undo.mutateAsync({ id: view.id, reason }))}
      >
        {receipt && <p>{t('undoText', { groups: n(receipt.groups), members: n(receipt.members) })}</p>}
      </ConfirmDialog>
    </>
  );
}
