/** `shape` comes from `server/nav-icons.ts` alone, never from what anybody typed. */
export function NavIcon({ shape, size = 18 }: { readonly shape: string; readonly size?: number }) {
  return (
    <svg
      className="ico"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      dangerouslySetInnerHTML={{ __html: shape }}
    />
  );
}
