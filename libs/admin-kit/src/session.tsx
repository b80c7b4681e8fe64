import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Language } from './text.tsx';

export interface SessionRole {
  readonly role: string;
  readonly areaCode: string;
  readonly areaLabel: string;
  /** The one group or party that a partner's role reaches. */
  readonly subjectId: string | null;
}

/** What `access.me` answers. */
export interface Me {
  readonly user: { readonly id: string; readonly name: string; readonly username: string; readonly position: string; readonly twoFactor: boolean };
  readonly roles: readonly SessionRole[];
  readonly permissions: readonly string[];
  readonly district: { readonly code: string; readonly name: string; readonly office: string };
  readonly training: boolean;
  readonly fiscalYears: readonly number[];
  /** The office's day, `2020-03-03`; training data may have a day of its own. */
  readonly today: string;
  readonly language: Language;
}

export interface Session extends Me {
  /** Draws or hides; the server judges again. */
  readonly can: (permission: string) => boolean;
  /** The fiscal year chosen in the top bar. */
  readonly fiscalYear: number;
  readonly setFiscalYear: (year: number) => void;
}

const SessionContext = createContext<Session | null>(null);

interface SessionProviderProps {
  readonly me: Me;
  readonly fiscalYear: number;
  readonly onFiscalYear: (year: number) => void;
  readonly children: ReactNode;
}

export function SessionProvider({ me, fiscalYear, onFiscalYear, children }: SessionProviderProps) {
  const session = useMemo<Session>(() => {
    const granted = new Set(me.permissions);
    return { ...me, can: (p) => granted.has(p), fiscalYear, setFiscalYear: onFiscalYear };
  }, [me, fiscalYear, onFiscalYear]);
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession needs SessionProvider above it');
  return session;
}

/** Shows its children to those who may. */
export function IfMay({ permission, children }: { readonly permission: string; readonly children: ReactNode }) {
  return useSession().can(permission) ? <>{children}</> : null;
}
