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
