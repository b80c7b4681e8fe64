import type { Call } from '@anyam/contract-kit';
import {
  aidGoods,
  aidReceived,
  bankDeposit,
  bankWithdrawal,
  expense,
  groupAccounts as at,
  inventoryBought,
  otherIncome,
  partyPaid,
  payOut,
  SPENDING_LABEL,
  type GroupEventKind,
} from '@anyam/domain/books';
import type { Bilingual, Rupiah } from '@anyam/domain/kernel';
import type { Transfer } from '@anyam/domain/ledger';
import type { GroupRecord } from '@anyam/group/contract';
import type { Work } from '@anyam/server-kit';
import type { BooksPort } from '../contract/index.ts';
import { bookRepository } from '../persistence/book.repository.ts';
import { reportRepository } from '../persistence/report.repository.ts';
import { notLater, type BooksContext } from './context.ts';
import { fail } from './errors.ts';
import { postEvents, queryOf, reverseEvent } from './post.ts';

type Manual = Pick<BooksPort, 'recordExpense' | 'recordIncome' | 'recordPurchase' | 'recordAid' | 'moveMoney' | 'payMembers' | 'payParty' | 'correct'>;
interface Given {
  readonly groupId: string;
  readonly key: string;
  readonly on: string;
  readonly document?: string | null;
}
interface Made {
  readonly kind: GroupEventKind;
  readonly text: Bilingual | string;
  readonly memberId?: string;
  readonly transfers: readonly Transfer[];
}

/** Entries that are typed into the books themselves. The idempotency key names the happening. */
export function createManual(c: BooksContext): Manual {
  const { kit } = c;

  function record<I extends Given>(
    procedure: string,
    call: Call,
    input: I,
    make: (base: { groupId: string; on: ReturnType<typeof notLater>; document?: string }, unit: Work, group: GroupRecord) => Made | Promise<Made>,
  ) {
    return kit.work.once(input.key, `books.${procedure}`, call.actor, async (unit) => {
      const group = await c.mine(call, input.groupId, unit.tx);
      const base = { groupId: group.id, on: notLater(input.on, kit.clock.today()), ...(input.document ? { document: input.document } : {}) };
      const made = await make(base, unit, group);
      const eventKey = `${made.kind}:${input.key}`;
      await postEvents(unit, call.actor, group.id, [
        { event: { key: eventKey, kind: made.kind, text: made.text, memberId: made.memberId ?? null, manual: true }, transfers: made.transfers },
      ]);
      const total = made.transfers.reduce((sum, t) => sum + t.amount, 0n);
      unit.audit({
        action: `books.${procedure}`,
        entity: 'bookEvent',
        entityId: eventKey,
        groupId: group.id,
        regionCode: group.villageCode,
        changes: { amount: [null, total], on: [null, base.on], text: [null, typeof made.text === 'string' ? made.text : made.text.id] },
      });
      return { eventKey };
    });
  }

  return {
    recordExpense: (call, i) =>
      record('recordExpense', call, i, (base) => {
        const { id, en } = SPENDING_LABEL[i.category];
        return {
          kind: 'expense',
          text: { id: `${id}: ${i.text}`, en: `${en}: ${i.text}` },
          transfers: expense({ ...base, amount: i.amount as Rupiah, purchaseId: i.key, category: i.category, paidBy: i.paidFrom }),
        };
      }),
    recordIncome: (call, i) =>
      record('recordIncome', call, i, (base) => ({
        kind: 'otherIncome',
        text: i.text,
        transfers: otherIncome({ ...base, amount: i.amount as Rupiah, receiptId: i.key, into: i.into }),
      })),
    recordPurchase: (call, i) =>
      record('recordPurchase', call, i, (base) => ({
        kind: 'inventoryBought',
        text: i.item,
        transfers: inventoryBought({ ...base, amount: i.amount as Rupiah, purchaseId: i.key, itemId: i.key, paidBy: i.paidFrom }),
      })),
    recordAid: (call, i) =>
      record('recordAid', call, i, (base) =>
        i.item
          ? { kind: 'aidGoods', text: i.item, transfers: aidGoods({ ...base, amount: i.amount as Rupiah, handoverId: i.key, itemId: i.key }) }
          : {
              kind: 'aidReceived',
              text: { id: 'Bantuan diterima di rekening', en: 'Aid received on the account' },
              transfers: aidReceived({ ...base, amount: i.amount as Rupiah, statementLineId: i.key }),
            },
      ),
    moveMoney: (call, i) =>
      record('moveMoney', call, i, (base) =>
        i.direction === 'deposit'
          ? {
              kind: 'bankDeposit',
              text: { id: 'Setor ke bank', en: 'Paid into the bank' },
              transfers: bankDeposit({ ...base, amount: i.amount as Rupiah, slipId: i.key }),
            }
          : {
              kind: 'bankWithdrawal',
              text: { id: 'Tarik dari bank', en: 'Drawn from the bank' },
              transfers: bankWithdrawal({ ...base, amount: i.amount as Rupiah, slipId: i.key }),
            },
      ),
    payMembers: (call, i) =>
      record('payMembers', call, i, async (base, unit) => {
        const names = new Map((await reportRepository.members(queryOf(unit), i.groupId)).map((m) => [m.memberId, m.name]));
        if (i.lines.some((l) => !names.has(l.memberId))) throw fail('MEMBER_UNKNOWN');
        if (new Set(i.lines.map((l) => l.memberId)).size < i.lines.length) throw fail('TWICE');
        const [first, ...others] = i.lines.map((l) => l.memberId);
        const who = others.length === 0 ? (names.get(first ?? '') ?? '') : null;
        return {
          kind: 'payOut',
          ...(others.length === 0 && first ? { memberId: first } : {}),
          text:
            who === null
              ? { id: `Hak ${i.lines.length} anggota dibayarkan`, en: `Paid out to ${i.lines.length} members` }
              : { id: `Hak ${who} dibayarkan`, en: `Paid out to ${who}` },
          transfers: i.lines.flatMap((l) => payOut({ ...base, amount: l.amount as Rupiah, memberId: l.memberId, payoutId: i.key, outOf: i.outOf })),
        };
      }),
    payParty: (call, i) =>
      record('payParty', call, i, async (base, unit) => {
        if (/[/~:]/.test(i.partyId)) throw fail('NOTHING_OWED');
        const account = at.payable(i.groupId, i.partyId);
        const owed = (await reportRepository.held(queryOf(unit), i.groupId, ['payable'])).find((a) => a.account === account);
        if (!owed) throw fail('NOTHING_OWED');
        return {
          kind: 'partyPaid',
          text: { id: `Utang dibayar: ${owed.textId}`, en: `Debt paid: ${owed.textEn}` },
          transfers: partyPaid({ ...base, amount: i.amount as Rupiah, partyId: i.partyId, paymentId: i.key, outOf: i.outOf }),
        };
      }),
    correct: (call, i) =>
      kit.work.once(i.key, 'books.correct', call.actor, async (unit) => {
        const group = await c.mine(call, i.groupId, unit.tx);
        const on = notLater(i.on, kit.clock.today());
        const [event] = await bookRepository.events(queryOf(unit), group.id, [i.eventKey]);
        if (event && !event.manual) throw fail('NOT_MANUAL');
        await reverseEvent(unit, call.actor, group.id, i.eventKey, { reason: i.reason, on });
        unit.audit({
          action: 'books.correct',
          entity: 'bookEvent',
          entityId: i.eventKey,
          groupId: group.id,
          regionCode: group.villageCode,
          reason: i.reason,
          changes: { on: [null, on] },
        });
        return { eventKey: `${i.eventKey}~reversal` };
      }),
  };
}
