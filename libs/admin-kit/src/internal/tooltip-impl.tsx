import { Tooltip } from '@base-ui/react/tooltip';
import type { RefObject } from 'react';

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly side: 'top' | 'right' | 'bottom' | 'left';
  readonly text: string;
}

export default function TooltipImpl({ open, onOpen, anchor, side, text }: Props) {
  return (
    <Tooltip.Root open={open} onOpenChange={onOpen}>
      <Tooltip.Portal>
        <Tooltip.Positioner anchor={anchor} side={side} sideOffset={8} className="layer">
          <Tooltip.Popup className="tooltip">{text}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
