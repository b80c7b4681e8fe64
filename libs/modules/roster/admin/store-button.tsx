import { newKey } from '@anyam/admin-kit/new-key';
import { useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { formatNumber } from '@anyam/admin-kit/format';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useState } from 'react';
import { useRosterApi, useShowView, type ImportView } from './api.ts';

const texts = defineTexts({
  store: { id: 'Simpan {n} baris yang baik', en: 'Store {n} sound rows' },
  retry: { id: 'Coba lagi', en: 'Try again' },
  title: { id: 'Simpan {n} baris?', en: 'Store {n} rows?' },
  what: { id: '{n} baris yang baik disimpan sebagai kelompok dan anggota. Impor ini masih dapat diurungkan selama belum ada yang bertumpu padanya.', en: '{n} sound rows are stored as groups and members. This import can still be undone while nothing rests on it.' },
  leftOut: { id: 'Tidak ikut disimpan: {n} baris merah', en: 'Not stored: {n} red rows' },
  cause: { id: '{title}: {n} baris', en: '{title}: {n} rows' },
  more: { id: 'Satu baris dapat punya lebih dari satu sebab. Kelompok yang desanya tidak dikenal ditinggalkan seluruhnya. Baris yang Anda tinggalkan sendiri juga tidak ikut.', en: 'A row may have more than one cause. A group whose village is not known is left out whole. Rows you left out yourself are not stored either.' },
  none: { id: 'Tidak ada baris merah. Hanya baris yang Anda tinggalkan sendiri yang tidak ikut.', en: 'No row is red. Only rows you left out yourself are not stored.' },
  warnings: { id: '{n} catatan kuning ikut disimpan dan dapat dilihat lagi di kelompoknya.', en: '{n} yellow notes go along and can be seen again at their groups.' },
  nothing: { id: 'Belum ada baris yang baik untuk disimpan. Perbaiki dahulu yang ditandai merah.', en: 'There is no sound row to store yet. Mend what is marked red first.' },
  who: { id: 'Operator', en: 'Operator' },
});

/** Asks first, saying what stays behind. The key makes a repeated press store once. */
export function StoreButton({ view, retry }: { readonly view: ImportView; readonly retry?: boolean }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const store = useMutation(useRosterApi().store.mutationOptions());
  const show = useShowView();
  const [key, setKey] = useState<string | null>(null);
  const sound = view.soundRows;
  const n = (value: number) => formatNumber(value, language);
  const stops = view.causes.filter((c) => c.severity === 'block');
  return (
    <>
      <Button variant="primary" blockedBy={sound === 0 ? [{ code: 'NOTHING_TO_STORE', text: texts.nothing, params: {}, clearedBy: texts.who }] : undefined} onClick={() => setKey(newKey())}>
        {retry ? t('retry') : t('store', { n: n(sound) })}
      </Button>
      <ConfirmDialog
        open={key !== null}
        onClose={() => setKey(null)}
        title={t('title', { n: n(sound) })}
        confirmLabel={t('store', { n: n(sound) })}
        onConfirm={async () => show(await store.mutateAsync({ id: view.id, key: key ?? '' }))}
      >
        <p>{t('what', { n: n(sound) })}</p>
        {view.blockedRows > 0 ? (
          <div>
            <b>{t('leftOut', { n: n(view.blockedRows) })}</b>
            <ul style={{ margin: '4px 0 8px', paddingLeft: 18, listStyle: 'disc' }}>
              {stops.map((c) => (
                <li key={c.code}>{t('cause', { title: say(c.title), n: n(c.rows) })}</li>
              ))}
            </ul>
            <p className="muted small">{t('more')}</p>
          </div>
        ) : (
          <p>{t('none')}</p>
        )}
        {view.warnings > 0 && <p>{t('warnings', { n: n(view.warnings) })}</p>}
      </ConfirmDialog>
    </>
  );
}
