const SMALL = ['nol', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'];
const SCALES = ['', 'ribu', 'juta', 'miliar', 'triliun', 'kuadriliun', 'kuintiliun'];

function below1000(n: number): string {
  if (n < 12) return SMALL[n] as string;
  if (n < 20) return `${SMALL[n - 10]} belas`;
  if (n < 100) return joined(`${SMALL[Math.floor(n / 10)]} puluh`, n % 10);
  return joined(n < 200 ? 'seratus' : `${SMALL[Math.floor(n / 100)]} ratus`, n % 100);
}

const joined = (head: string, rest: number): string => (rest === 0 ? head : `${head} ${below1000(rest)}`);

/**
 * A whole number in Indonesian words, as receipts and decrees demand ("dua puluh juta").
 * Negative numbers start with "minus". RangeError from 10^21 on.
 */
export function terbilang(value: bigint): string {
  if (value < 0n) return `minus ${terbilang(-value)}`;
  if (value < 1000n) return below1000(Number(value));
  const words: string[] = [];
  let rest = value;
  for (let scale = 0; rest > 0n; scale++, rest /= 1000n) {
    if (scale >= SCALES.length) throw new RangeError('number too large for words');
    const part = Number(rest % 1000n);
    if (part === 0) continue;
    if (scale === 0) words.unshift(below1000(part));
    else if (scale === 1 && part === 1) words.unshift('seribu');
    else words.unshift(`${below1000(part)} ${SCALES[scale]}`);
  }
  return words.join(' ');
}

/** An amount in words with its unit: `20000000n` is "dua puluh juta rupiah". */
export const terbilangRupiah = (amount: bigint): string => `${terbilang(amount)} rupiah`;
