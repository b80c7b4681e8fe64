/** The woven # of Anyam. */
export function Weave({ size = 34 }: { readonly size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 34 34" aria-hidden>
      <g fill="none" strokeWidth="5" strokeLinecap="round">
        <path d="M6 10h22M6 24h22" stroke="#F0B429" />
        <path d="M11 5v8M11 19v10M23 5v2M23 13v14" stroke="#5CC0CF" />
      </g>
    </svg>
  );
}
