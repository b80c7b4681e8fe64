import { Download } from 'lucide-react';
import { readApiError, useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { Menu } from '@anyam/admin-kit/menu';
import { useSession } from '@anyam/admin-kit/session';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import { useMemberApi } from './api.ts';
import { saveFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  export: { id: 'Ekspor', en: 'Export' },
  masked: { id: 'XLSX, NIK disamarkan', en: 'XLSX, NIK masked' },
  full: { id: 'XLSX dengan NIK lengkap', en: 'XLSX with full NIK' },
  fullText: { id: 'NIK dan nomor KK di berkas ini terbuka. Alasan Anda tercatat di jejak audit; pakai berkasnya hanya untuk keperluan itu.', en: 'NIK and family card numbers are open in this file. Your reason goes into the audit trail; use the file for that purpose only.' },
  done: { id: '{n} anggota diekspor.', en: '{n} members exported.' },
});

type Filter = Omit<Parameters<ReturnType<typeof useExport>['mutateAsync']>[0], 'language' | 'purpose'>;
const useExport = () => useMutation(useMemberApi().exportXlsx.mutationOptions());

/** The list as filtered. Full numbers are asked for with a reason, by who may reveal them. */
export function ExportButton({ filter }: { readonly filter: Filter }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const toast = useToast();
  const { can } = useSession();
  const exporting = useExport();
  const [asking, setAsking] = useState(false);
  const download = async (purpose?: string) => {
    const { fileName, base64, rows } = await exporting.mutateAsync({ ...filter, language, ...(purpose ? { purpose } : {}) });
    saveFile(fileName, base64);
    toast({ text: t('done', { n: rows.toLocaleString('id-ID') }) });
  };
  const masked = () =>
    void download().catch((error: unknown) => {
      const read = readApiError(error);
      toast({ text: say(read.text, read.params), tone: 'bad' });
    });
  const button = <Button icon={Download} busy={exporting.isPending} onClick={masked}>{t('export')}</Button>;
  if (!can('member.reveal')) return button;
  const items = [{ label: t('masked'), onSelect: masked }, { label: t('full'), onSelect: () => setAsking(true) }];
  return (
    <>
      <Menu label={t('export')} items={items} trigger={(p) => <Button {...p} icon={Download} busy={exporting.isPending}>{t('export')}</Button>} />
      <ConfirmDialog open={asking} onClose={() => setAsking(false)} title={texts.full} confirmLabel={texts.export} needs={['reason']} onConfirm={({ reason }) => download(reason)}>
        <p>{t('fullText')}</p>
      </ConfirmDialog>
    </>
  );
}
