import { X } from 'lucide-react';
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { Button, IconButton } from './button.tsx';
import { defineTexts, useText } from './text.tsx';

const texts = defineTexts({
  undo: { id: 'Urungkan', en: 'Undo' },
  close: { id: 'Tutup pemberitahuan', en: 'Dismiss' },
  region: { id: 'Pemberitahuan', en: 'Notices' },
});

export interface ToastOptions {
  readonly text: string;
  readonly tone?: 'ok' | 'bad' | 'info';
  /** Offers "Urungkan" for ten seconds. */
  readonly onUndo?: () => void;
  readonly seconds?: number;
}

interface Shown extends ToastOptions {
  readonly id: number;
}

const ToastContext = createContext<((options: ToastOptions) => void) | null>(null);

export function useToast(): (options: ToastOptions) => void {
  const show = useContext(ToastContext);
  if (!show) throw new Error('useToast needs ToastProvider above it');
  return show;
}

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const t = useText(texts);
  const [list, setList] = useState<readonly Shown[]>([]);
  const next = useRef(0);
  const show = useCallback((options: ToastOptions) => {
    const id = next.current++;
    setList((l) => [...l.slice(-2), { ...options, id }]);
  }, []);
  const drop = useCallback((id: number) => setList((l) => l.filter((x) => x.id !== id)), []);
  return (
    <ToastContext value={show}>
      {children}
      <div className="toasts" role="region" aria-label={t('region')}>
        <div role="status" aria-live="polite">
          {list.map((one) => (
            <ToastItem key={one.id} toast={one} onDone={drop} />
          ))}
        </div>
      </div>
    </ToastContext>
  );
}

function ToastItem({ toast, onDone }: { readonly toast: Shown; readonly onDone: (id: number) => void }) {
  const t = useText(texts);
  const [held, setHeld] = useState(false);
  const seconds = toast.seconds ?? (toast.onUndo || toast.tone === 'bad' ? 10 : 5);
  // A toast that is read (hovered or focused) does not vanish under the hand.
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onDone(toast.id), seconds * 1000);
    return () => clearTimeout(timer);
  }, [held, seconds, toast.id, onDone]);
  const hold = useMemo(() => ({ onPointerEnter: () => setHeld(true), onPointerLeave: () => setHeld(false), onFocus: () => setHeld(true), onBlur: () => setHeld(false) }), []);
  return (
    <div className={`toast ${toast.tone ?? 'ok'}`} {...hold}>
      <span>{toast.text}</span>
      {toast.onUndo && (
        <Button
          size="sm"
          onClick={() => {
            toast.onUndo?.();
            onDone(toast.id);
          }}
        >
          {t('undo')}
        </Button>
      )}
      <IconButton icon={X} label={t('close')} onClick={() => onDone(toast.id)} />
    </div>
  );
}
