/** Letters and figures that are not mistaken for one another when read aloud or from paper. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** Four blocks of four: about 79 bits, and easy to hand over. */
export function makePassword(): string {
  const bytes = new Uint8Array(64);
  crypto.getRandomValues(bytes);
  const limit = 256 - (256 % SIGNS.length);
  const signs = [...bytes].filter((byte) => byte < limit).slice(0, 16).map((byte) => SIGNS[byte % SIGNS.length]);
  return signs.length < 16 ? makePassword() : signs.join('').replace(/.{4}(?=.)/g, '$&-');
}
