import { SYSTEM } from '@anyam/server-kit';
import { loanRepository } from '../persistence/loan.repository.ts';
import type { SavingsContext } from './context.ts';
import { settleState } from './loan-matter.ts';

const BATCH = 200;

/** At the turn of a day: loans overdue beyond the days of grace are marked, bad ones too. Safe to repeat; gives how many moved. */
export async function moveLoans(c: SavingsContext): Promise<number> {
  const today = c.kit.clock.today();
  let moved = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const due = await loanRepository.astray(c.query, today, after, BATCH);
    for (const { id, regencyCode } of due) {
      const rules = await c.rulesFor(regencyCode);
      moved += await c.kit.work.run(SYSTEM, async (unit) => {
        const hand = c.hand(unit, SYSTEM);
        const [loan] = await loanRepository.find(hand.query, [id], true);
        if (!loan) return 0;
        const state = await settleState(hand, loan, today, rules);
        if (state === loan.state) return 0;
        unit.audit({ action: `savings.loan.${state}`, entity: 'loan', entityId: id, groupId: loan.groupId, regionCode: loan.regencyCode, changes: { state: [loan.state, state] } });
        return 1;
      });
    }
    if (due.length < BATCH) return moved;
    after = due.at(-1)?.id ?? after;
  }
}
