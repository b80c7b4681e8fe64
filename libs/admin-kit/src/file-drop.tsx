import { FileUp, RotateCw, X } from 'lucide-react';
import { useId, useRef, useState, type DragEvent } from 'react';
import { readApiError } from './internal/api-error.ts';
import { Button, IconButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { defineTexts, useSay, useText, type Bilingual } from './text.tsx';

const texts = defineTexts({
  drop: { id: 'Seret berkas ke sini, atau', en: 'Drag a file here, or' },
  choose: { id: 'Pilih berkas', en: 'Choose a file' },
  camera: { id: 'Ambil foto', en: 'Take a photo' },
  limit: { id: 'Paling besar {n} MB.', en: 'At most {n} MB.' },
  tooBig: { id: '{name} berukuran {size} MB, lebih dari batas {n} MB. Kecilkan berkasnya, lalu pilih lagi.', en: '{name} is {size} MB, over the limit of {n} MB. Make it smaller and choose again.' },
  wrongKind: { id: '{name} bukan jenis berkas yang diterima ({kinds}).', en: '{name} is not a kind that is accepted ({kinds}).' },
  sending: { id: 'Mengirim {name}', en: 'Sending {name}' },
  remove: { id: 'Batalkan {name}', en: 'Remove {name}' },
  again: { id: 'Kirim lagi', en: 'Send again' },
});

export interface FileDropProps {
  readonly label: Bilingual | string;
  readonly hint?: Bilingual | string;
  /** `.xlsx,.csv` or `image/*,.pdf`, as in HTML. */
  readonly accept: string;
  readonly maxMb: number;
  /** Sends one file; tell the share that is sent. Throwing shows the sentence and offers to send again. */
  readonly upload: (file: File, onShare: (share: number) => void, signal: AbortSignal) => Promise<void>;
  readonly multiple?: boolean;
  /** Offers the camera first on a phone. */
  readonly camera?: boolean;
}

interface Sending {
  readonly id: number;
  readonly file: File;
  readonly share: number;
  readonly error?: unknown;
  readonly abort: AbortController;
}

export function FileDrop({ label, hint, accept, maxMb, upload, multiple, camera }: FileDropProps) {
  const t = useText(texts);
  const say = useSay();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const shot = useRef<HTMLInputElement>(null);
  const next = useRef(0);
  const [over, setOver] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [list, setList] = useState<readonly Sending[]>([]);
  const change = (key: number, part: Partial<Sending>) => setList((l) => l.map((s) => (s.id === key ? { ...s, ...part } : s)));
  const drop = (key: number) => setList((l) => l.filter((s) => s.id !== key));

  const send = async (one: Sending) => {
    try {
      await upload(one.file, (share) => change(one.id, { share }), one.abort.signal);
      drop(one.id);
    } catch (error) {
      if (!one.abort.signal.aborted) change(one.id, { error });
    }
  };
  const take = (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, multiple ? undefined : 1);
    setFault(null);
    for (const file of chosen) {
      if (file.size > maxMb * 1_048_576) return setFault(t('tooBig', { name: file.name, size: (file.size / 1_048_576).toFixed(1).replace('.', ','), n: maxMb }));
      if (!accepts(accept, file)) return setFault(t('wrongKind', { name: file.name, kinds: accept.replaceAll(',', ', ') }));
    }
    const fresh = chosen.map((file) => ({ id: next.current++, file, share: 0, abort: new AbortController() }));
    setList((l) => [...l, ...fresh]);
    for (const one of fresh) void send(one);
  };
  const onDrop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    take(e.dataTransfer.files);
  };

  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <div className="hint" id={`${id}-hint`}>
        {hint && `${say(hint)} `}
        {t('limit', { n: maxMb })}
      </div>
      {fault && <div className="field-error" id={`${id}-error`} role="alert">{fault}</div>}
      <div className={over ? 'drop over' : 'drop'} onDragOver={(e) => (e.preventDefault(), setOver(true))} onDragLeave={() => setOver(false)} onDrop={onDrop}>
        <Icon of={FileUp} size={26} />
        <span className="drop-words">{t('drop')}</span>
        <Button onClick={() => input.current?.click()}>{t('choose')}</Button>
        {camera && (
          <Button className="phone-only" onClick={() => shot.current?.click()}>
            {t('camera')}
          </Button>
        )}
        <input
          id={id}
          ref={input}
          type="file"
          className="sr"
          accept={accept}
          multiple={multiple}
          aria-describedby={`${id}-hint ${id}-error`}
          onChange={(e) => {
            take(e.target.files);
            e.target.value = '';
          }}
        />
        {camera && <input ref={shot} type="file" accept="image/*" capture="environment" hidden aria-label={t('camera')} onChange={(e) => take(e.target.files)} />}
      </div>
      {list.map((s) => (
        <div key={s.id} className="sending">
          <span>{t('sending', { name: s.file.name })}</span>
          {s.error ? (
            <>
              <span className="field-error" role="alert">{say(readApiError(s.error).text, readApiError(s.error).params)}</span>
              <Button
                size="sm"
                icon={RotateCw}
                onClick={() => {
                  change(s.id, { error: undefined, share: 0 });
                  void send(s);
                }}
              >
                {t('again')}
              </Button>
            </>
          ) : (
            <span className="bar" role="progressbar" aria-label={s.file.name} aria-valuenow={Math.round(s.share * 100)} aria-valuemin={0} aria-valuemax={100}>
              <i style={{ width: `${s.share * 100}%` }} />
            </span>
          )}
          <IconButton
            icon={X}
            label={t('remove', { name: s.file.name })}
            onClick={() => {
              s.abort.abort();
              drop(s.id);
            }}
          />
        </div>
      ))}
    </div>
  );
}

function accepts(accept: string, file: File): boolean {
  const name = file.name.toLowerCase();
  return accept.split(',').some((part) => {
    const kind = part.trim().toLowerCase();
    if (kind.startsWith('.')) return name.endsWith(kind);
    return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind;
  });
}

/** Sends a file by POST with progress, which `fetch` cannot tell. Rejects with what the server says. */
export function sendFile(url: string, file: File, onShare: (share: number) => void, signal: AbortSignal, fields: Readonly<Record<string, string>> = {}): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.upload.onprogress = (e) => e.lengthComputable && onShare(e.loaded / e.total);
    request.onload = () => {
      const body = parse(request.responseText);
      if (request.status >= 200 && request.status < 300) resolve(body);
      else reject(Object.assign(new Error(`HTTP ${request.status}`), { data: { httpStatus: request.status, anyam: (body as { anyam?: unknown } | null)?.anyam ?? body } }));
    };
    request.onerror = () => reject(new TypeError('no answer'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    form.set('file', file);
    request.send(form);
  });
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
