/** Hands a file that came as base64 to the browser's downloads. */
export function saveFile({ name, mime, base64 }: { readonly name: string; readonly mime: string; readonly base64: string }): void {
  const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
