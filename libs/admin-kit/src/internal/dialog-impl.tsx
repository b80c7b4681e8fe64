import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '../button.tsx';
import type { DialogProps } from '../dialog.tsx';
import { defineTexts, useSay, useText } from '../text.tsx';

const texts = defineTexts({
  close: { id: 'Tutup', en: 'Close' },
  unsaved: { id: 'Isian belum disimpan.', en: 'What you filled in is not saved.' },
  discard: { id: 'Buang isian', en: 'Discard' },
  stay: { id: 'Lanjut mengisi', en: 'Keep editing' },
});

export default function DialogImpl({ open, onClose, title, description, children, footer, size = 'md', dirty, side = 'center' }: DialogProps) {
  const t = useText(texts);
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const close = () => {
    setAsking(false);
    onClose();
  };
  return (
    <Dialog.Root open={open} onOpenChange={(next) => (next ? undefined : dirty ? setAsking(true) : close())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="scrim" />
        <Dialog.Viewport className={`dialog-view ${side}`}>
          <Dialog.Popup className={`dialog ${side} ${size}`}>
            <header className="dialog-head">
              <Dialog.Title render={<h2 />}>{say(title)}</Dialog.Title>
              <Dialog.Close render={<IconButton icon={X} label={t('close')} />} />
            </header>
            {description && <Dialog.Description className="muted dialog-desc" render={<div />}>{description}</Dialog.Description>}
            <div className="dialog-body">{children}</div>
            {asking ? (
              <footer className="dialog-foot ask" role="alert">
                <span>{t('unsaved')}</span>
                <Button variant="danger" onClick={close}>
                  {t('discard')}
                </Button>
                <Button variant="primary" autoFocus onClick={() => setAsking(false)}>
                  {t('stay')}
                </Button>
              </footer>
            ) : (
              footer && <footer className="dialog-foot">{footer}</footer>
            )}
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
