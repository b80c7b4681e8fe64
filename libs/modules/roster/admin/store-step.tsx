import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { ProgressBar } from '@anyam/admin-kit/progress';
import { Notice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import type { ImportView } from './api.ts';
import { Receipt } from './receipt.tsx';
import { StoreButton } from './store-button.tsx';

const texts = defineTexts({
  storing: { id: 'Menyimpan kelompok dan anggota', en: 'Storing groups and members' },
  percent: { id: 'persen', en: 'per cent' },
  leaveTitle: { id: 'Anda boleh meninggalkan halaman ini', en: 'You may leave this page' },
  leave: { id: 'Penyimpanan berjalan terus di server. Semuanya disimpan sekaligus atau tidak sama sekali; hasilnya Anda lihat di halaman ini dan di riwayat impor.', en: 'Storing goes on at the server. All is stored at once or not at all; you find the result here and in the history.' },
  failed: { id: 'Penyimpanan gagal', en: 'Storing failed' },
  unknown: { id: 'Penyimpanan terputus. Tidak ada yang tersimpan setengah; coba lagi.', en: 'Storing was cut off. Nothing is half stored; try again.' },
  safe: { id: 'Tidak ada yang berubah di daftar kelompok, dan perbaikan Anda masih ada.', en: 'Nothing changed among the groups, and what you mended is still there.' },
  check: { id: 'Kembali ke Periksa', en: 'Back to Check' },
  history: { id: 'Kembali ke riwayat impor', en: 'Back to the history' },
  dropped: { id: 'Impor ini disingkirkan', en: 'This import was put away' },
  droppedText: { id: 'Tidak ada yang disimpan darinya. Berkas yang sama boleh diunggah lagi.', en: 'Nothing was stored from it. The same file may be uploaded again.' },
});

/** Storing, how it ended, and what can be done then. */
export function StoreStep({ view, may, onCheck }: { readonly view: ImportView; readonly may: boolean; readonly onCheck: () => void }) {
  const t = useText(texts);
  const say = useSay();
  if (view.state === 'storing') {
    return (
      <Card>
        <div className="stack" role="status">
          <ProgressBar label={texts.storing} done={view.progress} total={100} unit={texts.percent} />
          <Notice tone="info" title={texts.leaveTitle}>
            {t('leave')}
          </Notice>
          <div className="row">
            <Button href="/impor">{t('history')}</Button>
          </div>
        </div>
      </Card>
    );
  }
  if (view.state === 'failed') {
    return (
      <Card>
        <div className="stack">
          <Notice tone="bad" title={texts.failed}>
            <p>{view.problem ? say(view.problem) : t('unknown')}</p>
            <p>{t('safe')}</p>
          </Notice>
          <div className="row">
            <Button onClick={onCheck}>{t('check')}</Button>
            {may && <StoreButton view={view} retry />}
          </div>
        </div>
      </Card>
    );
  }
  if (view.state === 'dropped') {
    return (
      <Card>
        <div className="stack">
          <Notice tone="info" title={texts.dropped}>
            {t('droppedText')}
          </Notice>
          <div className="row">
            <Button href="/impor">{t('history')}</Button>
          </div>
        </div>
      </Card>
    );
  }
  return <Receipt view={view} may={may} />;
}
