import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import type { RefObject } from 'react';
import { Icon } from '../icon.tsx';
import { useNavigate } from '../link.tsx';
import type { MenuItem } from '../menu.tsx';

interface Props {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly anchor: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly align: 'start' | 'center' | 'end';
  readonly items: readonly MenuItem[];
}

export default function MenuImpl({ open, onOpen, anchor, label, align, items }: Props) {
  return (
    <Menu.Root
      open={open}
      modal={false}
      onOpenChange={(next, details) => {
        if (!next && details.event.target instanceof Node && anchor.current?.contains(details.event.target)) return;
        onOpen(next);
      }}
    >
      <Menu.Portal>
        <Menu.Positioner anchor={anchor} align={align} sideOffset={6} collisionPadding={12} className="layer">
          <Menu.Popup className="float menu" aria-label={label} finalFocus={anchor}>
            {items.map((item, i) => (
              <Entry key={i} item={item} />
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

function Entry({ item }: { readonly item: MenuItem }) {
  const go = useNavigate();
  if (item.kind === 'line') return <Menu.Separator className="menu-line" />;
  if (item.kind === 'choice') {
    return (
      <Menu.Group>
        <Menu.GroupLabel className="menu-label">{item.label}</Menu.GroupLabel>
        <Menu.RadioGroup value={item.value} onValueChange={(v: string) => item.onChange(v)}>
          {item.options.map((o) => (
            <Menu.RadioItem key={o.value} value={o.value} className="menu-item">
              <span className="menu-tick">
                <Menu.RadioItemIndicator>
                  <Icon of={Check} size={16} />
                </Menu.RadioItemIndicator>
              </span>
              {o.label}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Group>
    );
  }
  return (
    <Menu.Item
      className={item.danger ? 'menu-item danger' : 'menu-item'}
      disabled={item.disabled ?? false}
      onClick={() => {
        item.onSelect?.();
        if (item.href) go(item.href);
      }}
    >
      {item.icon && <Icon of={item.icon} size={16} />}
      {item.label}
    </Menu.Item>
  );
}
