const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Hands a file that came as base64 to the browser's downloads. */
export function saveFile(name: string, base64: string, mime = XLSX): void {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Sends one file to the office's store and gives its id. What the server says against it is thrown in both languages. */
export function uploadFile(file: File, onShare: (share: number) => void, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files?name=${encodeURIComponent(file.name)}`);
    request.responseType = 'json';
    request.upload.onprogress = (e) => e.lengthComputable && onShare(e.loaded / e.total);
    request.onload = () => {
      const body = request.response as { id?: string; error?: { id: string; en: string } } | null;
      if (request.status === 200 && body?.id) return resolve(body.id);
      reject({ code: 'UPLOAD', text: body?.error ?? { id: 'Berkas tidak terkirim. Coba lagi.', en: 'The file was not sent. Try again.' } });
    };
    request.onerror = () => reject(new TypeError('no answer'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
