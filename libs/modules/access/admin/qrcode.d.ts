/** The part of `qrcode` that is used; the package brings no types. */
declare module 'qrcode' {
  export function create(text: string, options?: { errorCorrectionLevel?: 'L' | 'M' | 'Q' | 'H' }): { readonly modules: { readonly size: number; readonly data: Uint8Array } };
}
