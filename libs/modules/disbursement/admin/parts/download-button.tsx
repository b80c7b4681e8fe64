import { Button } from '@anyam/admin-kit/button';
import { ErrorNotice } from '@anyam/admin-kit/states';
import { defineTexts, useSay, useText, type Bilingual } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { useState } from 'react';
import type { Download } from '../../contract/index.ts';
import { saveFile } from '@anyam/admin-kit/files';
import { words } from './words.ts';

const texts = defineTexts({ downloaded: words.downloaded });

/** Buttons that each fetch a file and hand it to the browser; a refusal is said under them. */
export function Downloads({ files }: { readonly files: readonly { readonly id: string; readonly label: Bilingual; readonly fetch: () => Promise<Download> }[] }) {
  const t = useText(texts);
  const say = useSay();
  const toast = useToast();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const run = async (id: string, fetch: () => Promise<Download>) => {
    setBusy(id);
    setFailure(null);
    try {
      const file = await fetch();
      saveFile(file.name, file.base64, file.mime);
      toast({ text: t('downloaded', { name: file.name }) });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(null);
    }
  };
  return (
    <>
      <ErrorNotice error={failure} />
      <div className="row">
        {files.map((f) => <Button key={f.id} size="sm" busy={busy === f.id} onClick={() => void run(f.id, f.fetch)}>{say(f.label)}</Button>)}
      </div>
    </>
  );
}
