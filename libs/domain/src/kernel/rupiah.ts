/** Whole rupiah. There are no cents in any paper of the programme, so money is an integer and never a float. */
export type Rupiah = bigint & { readonly __unit: 'rupiah' };

/**
 * Makes money from an integer. Accepts bigint or a safe whole number; throws RangeError otherwise,
 * because a fraction of a rupiah is always a programming error and never user input (parse that at the border).
 */
export function rupiah(amount: bigint | number): Rupiah {
  if (typeof amount === 'number' && !Number.isSafeInteger(amount)) throw new RangeError(`not a whole rupiah: ${amount}`);
  return BigInt(amount) as Rupiah;
}

export const ZERO = 0n as Rupiah;

/** Sum of any number of amounts, in rupiah. */
export function sum(amounts: Iterable<bigint>): Rupiah {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as Rupiah;
}

/**
 * Splits an amount over weights by the largest remainder: the parts are whole rupiah and sum to the amount exactly.
 * Ties go to the earlier place, so the same input gives the same parts. Amount >= 0, weights >= 0 with a positive sum;
 * RangeError otherwise.
 */
export function splitByWeight(amount: Rupiah, weights: readonly bigint[]): Rupiah[] {
  const total = sum(weights);
  if (amount < 0n || total <= 0n || weights.some((w) => w < 0n)) throw new RangeError('cannot split by these weights');
  const parts = weights.map((w, i) => ({ i, part: (amount * w) / total, rest: (amount * w) % total }));
  const left = Number(amount - sum(parts.map((p) => p.part)));
  const byRest = [...parts].sort((a, b) => (a.rest === b.rest ? a.i - b.i : a.rest > b.rest ? -1 : 1));
  for (const p of byRest.slice(0, left)) p.part += 1n;
  return parts.map((p) => p.part as Rupiah);
}

const SCREEN = new Intl.NumberFormat('id-ID', { maximumFractionDigits: 0 });

/** `20000000n` as `Rp 20.000.000`, with a no-break space, as screens show it. */
export function formatRupiah(amount: bigint): string {
  return `${amount < 0n ? '-' : ''}Rp\u00a0${SCREEN.format(amount < 0n ? -amount : amount)}`;
}
