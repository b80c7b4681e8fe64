import type { Blocker } from '@anyam/domain/kernel';
import { Button } from './button.tsx';
import { useSay, type Bilingual } from './text.tsx';

/** A button as the domain's flow gives it, over the wire. */
export interface FlowButton {
  readonly action: string;
  readonly label: Bilingual;
  readonly enabled: boolean;
  readonly blockers: readonly Blocker[];
}

export interface ActionBarProps {
  readonly buttons: readonly FlowButton[];
  readonly onAction: (action: string) => void;
  readonly busy?: string | null;
  /** Actions that take something away; drawn in red. */
  readonly dangerous?: readonly string[];
}

/** The next steps of a matter. The first one that is possible is the primary; what is grey says why. */
export function ActionBar({ buttons, onAction, busy, dangerous = [] }: ActionBarProps) {
  const say = useSay();
  const primary = buttons.find((b) => b.enabled && !dangerous.includes(b.action))?.action;
  // What carries the matter on stands first, what takes it away last.
  const rank = (b: FlowButton) => (b.action === primary ? 0 : dangerous.includes(b.action) ? 2 : 1);
  const order = [...buttons].sort((a, b) => rank(a) - rank(b));
  return (
    <div className="action-bar">
      {order.map((b) => (
        <Button
          key={b.action}
          variant={b.action === primary ? 'primary' : dangerous.includes(b.action) ? 'danger' : 'secondary'}
          blockedBy={b.enabled ? undefined : b.blockers}
          busy={busy === b.action}
          onClick={() => onAction(b.action)}
        >
          {say(b.label)}
        </Button>
      ))}
    </div>
  );
}
