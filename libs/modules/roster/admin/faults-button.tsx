import { Download } from 'lucide-react';
import { readApiError, useMutation } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { defineTexts, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useRosterApi } from './api.ts';
import { saveFile } from '@anyam/admin-kit/files';

const texts = defineTexts({
  download: { id: 'Unduh berkas kesalahan', en: 'Download the faults file' },
  saved: { id: '{file} diunduh. Tiap baris memuat alasannya; NIK di dalamnya lengkap, jaga berkasnya.', en: '{file} was downloaded. Each row bears its reason; the NIK in it is complete, keep the file safe.' },
});

/** The rows with faults as XLSX, to hand back to whoever wrote the list. */
export function FaultsButton({ id }: { readonly id: string }) {
  const t = useText(texts);
  const say = useSay();
  const toast = useToast();
  const fetchFile = useMutation(
    useRosterApi().faultsFile.mutationOptions({
      onSuccess: ({ fileName, base64 }) => {
        saveFile(fileName, base64);
        toast({ text: t('saved', { file: fileName }) });
      },
      onError: (error) => {
        const read = readApiError(error);
        toast({ tone: 'bad', text: say(read.text, read.params) });
      },
    }),
  );
  return (
    <Button icon={Download} busy={fetchFile.isPending} onClick={() => fetchFile.mutate({ id })}>
      {t('download')}
    </Button>
  );
}
