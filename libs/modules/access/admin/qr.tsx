// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- ambient types must come along into every program that takes this file in
/// <reference path="./qrcode.d.ts" />
import { useQuery } from '@anyam/admin-kit/api';
import { Skeleton } from '@anyam/admin-kit/states';

const QUIET = 4;

/** A QR code as SVG; its code comes when one is shown, and the text leaves this machine nowhere. */
export function Qr({ text, label, size = 200 }: { readonly text: string; readonly label: string; readonly size?: number }) {
  const { data } = useQuery({
    queryKey: ['qr', text],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => {
      const { create } = await import('qrcode');
      const { modules } = create(text, { errorCorrectionLevel: 'M' });
      let path = '';
      modules.data.forEach((dark, i) => {
        if (dark) path += `M${(i % modules.size) + QUIET} ${Math.floor(i / modules.size) + QUIET}h1v1h-1z`;
      });
      return { path, side: modules.size + 2 * QUIET };
    },
  });
  if (!data) return <Skeleton width={size} height={size} />;
  // White under it in the dark theme too: cameras expect dark on light.
  return (
    <svg role="img" aria-label={label} width={size} height={size} viewBox={`0 0 ${data.side} ${data.side}`} shapeRendering="crispEdges" style={{ borderRadius: 8 }}>
      <rect width={data.side} height={data.side} fill="#fff" />
      <path d={data.path} fill="#000" />
    </svg>
  );
}
