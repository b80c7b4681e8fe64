/** Page numbers to offer: the first, the last, those around the current one; null is a gap of more than one. */
export function pageList(current: number, last: number): (number | null)[] {
  const wanted = [1, last, current - 1, current, current + 1].filter((p) => p >= 1 && p <= last);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((p, i) => {
    const gap = p - (sorted[i - 1] ?? p);
    return gap === 2 ? [p - 1, p] : gap > 2 ? [null, p] : [p];
  });
}
