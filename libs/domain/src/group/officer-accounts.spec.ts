import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchAccounts } from './officer-accounts.ts';

describe('sign-ins of a group', () => {
  it('go to the officers in office; others are told why they may not stay', () => {
    const accounts = [{ userId: 'a', membershipId: 'chair' }, { userId: 'b', membershipId: 'chair' }, { userId: 'c', membershipId: 'formerSecretary' }, { userId: 'd', membershipId: null }];
    const { of, left } = matchAccounts([{ membershipId: 'chair' }, { membershipId: 'treasurer' }], accounts);
    expect([...of]).toEqual([['chair', accounts[0]]]);
    expect(left.map((a) => [a.userId, a.why])).toEqual([['b', 'second'], ['c', 'notOfficer'], ['d', 'notOfficer']]);
  });

  it('are each either one officer’s or left over, never both and never lost', () => {
    const id = fc.constantFrom('m1', 'm2', 'm3', 'm4');
    const account = fc.record({ userId: fc.uuid(), membershipId: fc.option(id) });
    fc.assert(fc.property(fc.uniqueArray(id, { maxLength: 3 }), fc.uniqueArray(account, { selector: (a) => a.userId, maxLength: 8 }), (officers, accounts) => {
      const { of, left } = matchAccounts(officers.map((membershipId) => ({ membershipId })), accounts);
      expect([...of.values(), ...left].map((a) => a.userId).sort()).toEqual(accounts.map((a) => a.userId).sort());
      for (const [officer, held] of of) expect([officers.includes(officer as never), held.membershipId]).toEqual([true, officer]);
    }));
  });
});
