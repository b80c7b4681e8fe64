import { Popover } from '@base-ui/react/popover';
import type { ReactNode, RefObject } from 'react';

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly align: 'start' | 'center' | 'end';
  readonly width: number | undefined;
  readonly children: ReactNode;
}

export default function PopoverImpl({ open, onOpen, anchor, label, align, width, children }: Props) {
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next, details) => {
        // The trigger toggles by itself; a press on it is not "outside".
        if (!next && details.event.target instanceof Node && anchor.current?.contains(details.event.target)) return;
        onOpen(next);
      }}
    >
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={12} className="layer">
          <Popover.Popup className="float" aria-label={label} finalFocus={anchor} style={width ? { width } : undefined}>
            {children}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
