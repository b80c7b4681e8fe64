/** A sign-in for a group, with the membership it was given to; null when nobody wrote that down. */
export interface OfficerAccount {
  readonly membershipId: string | null;
}

/**
 * Which sign-in belongs to which officer. `officers` are the memberships that hold an office now. What is left over may not stay:
 * `notOfficer` was given to somebody who left the office or the group, `second` to an officer who has another.
 * Source: ADR 6 (a sign-in for a group is its officer's), one account a person (assumption).
 */
export function matchAccounts<A extends OfficerAccount>(officers: readonly { readonly membershipId: string }[], accounts: readonly A[]): { of: Map<string, A>; left: (A & { why: 'notOfficer' | 'second' })[] } {
  const present = new Set(officers.map((o) => o.membershipId));
  const of = new Map<string, A>();
  const left: (A & { why: 'notOfficer' | 'second' })[] = [];
  for (const account of accounts) {
    const id = account.membershipId;
    if (id === null || !present.has(id)) left.push({ ...account, why: 'notOfficer' });
    else if (of.has(id)) left.push({ ...account, why: 'second' });
    else of.set(id, account);
  }
  return { of, left };
}
