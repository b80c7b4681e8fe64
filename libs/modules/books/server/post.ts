import { fail as common } from '@anyam/contract-kit';
import { correctionOf, GROUP_CHART } from '@anyam/domain/books';
import { isoDate, type Bilingual, type IsoDate } from '@anyam/domain/kernel';
import { emptyLedger, ledgerError, ledgerFailure, postAll, type Outcome } from '@anyam/domain/ledger';
import type { Person, Unit } from '@anyam/member/contract';
import { inTx, type Query, type Tx } from '@anyam/server-kit';
import type { BookEvent, BookPosting } from '../contract/index.ts';
import { bookRepository, type NewEvent, type NewTransfer } from '../persistence/book.repository.ts';
import { fail, monthClosed } from './errors.ts';

/** How an event stands in the books beyond what its module says. */
interface Marked extends BookEvent {
  readonly manual?: boolean;
  readonly reverses?: string;
  readonly reason?: string;
}
interface Posting extends BookPosting {
  readonly event: Marked;
}

export const queryOf = (unit: Pick<Unit, 'tx'>): Query => inTx(unit.tx as Tx);

/**
 * Posts events in the caller's transaction, all or none, in order. The head's lock makes posters of one group wait, so the
 * accounts need no locks of their own. The domain's ledger judges; floors, ceilings and triggers judge once more.
 */
export async function postEvents(unit: Pick<Unit, 'tx' | 'now'>, who: Person, groupId: string, given: readonly Posting[]): Promise<void> {
  const postings = given.filter((p) => p.transfers.length > 0);
  if (postings.length === 0) return;
  const query = queryOf(unit);
  const head = await bookRepository.lockHead(query, groupId);
  if (!head) throw common('NOT_FOUND');
  const transfers = postings.flatMap((p) => p.transfers);
  const balances = await bookRepository.balances(query, [...new Set(transfers.flatMap((t) => [t.from, t.to]))]);
  const known = await bookRepository.known(query, groupId, [...new Set(transfers.flatMap((t) => (t.reverses === undefined ? [t.id] : [t.id, t.reverses])))]);
  const ledger = {
    ...emptyLedger(GROUP_CHART, head.closedThrough === null ? undefined : isoDate(head.closedThrough)),
    balances: new Map(balances.map((b) => [b.id, b.balance])),
    ...known,
  };
  const posted = postAll(ledger, transfers);
  if (!posted.ok) throw posted.error.code === 'PERIOD_CLOSED' ? monthClosed(head.closedThrough ?? '') : ledgerFailure(posted.error);
  const fresh = freshOf(postings, posted.value.outcomes);
  if (fresh.length === 0) return;
  const taken = await bookRepository.events(
    query,
    groupId,
    fresh.map((p) => p.event.key),
  );
  if (taken.length > 0 || new Set(fresh.map((p) => p.event.key)).size < fresh.length) throw fail('EVENT_TAKEN');
  const rows = rowsOf(fresh, head);
  await bookRepository.insert(
    query,
    { actorId: who.userId, actorName: who.name, at: unit.now },
    rows.events,
    rows.transfers,
  );
}

/** The postings that are new as a whole. One of which a part is known tells another story than the books. */
function freshOf(postings: readonly Posting[], outcomes: readonly Outcome[]): Posting[] {
  let at = 0;
  return postings.filter(({ transfers }) => {
    const own = outcomes.slice(at, (at += transfers.length));
    if (own.includes('reversedSince')) throw ledgerError('ALREADY_REVERSED');
    if (own.every((o) => o === 'known')) return false;
    if (own.includes('known')) throw fail('EVENT_TAKEN');
    return true;
  });
}

/** The rows of postings of one group, numbered on from what its book holds. */
export function rowsOf(
  postings: readonly Posting[],
  head: { readonly groupId: string; readonly regencyCode: string; readonly lastSeq: bigint },
): { events: NewEvent[]; transfers: NewTransfer[] } {
  const of = { group_id: head.groupId, regency_code: head.regencyCode };
  let seq = head.lastSeq;
  const events: NewEvent[] = [];
  const transfers: NewTransfer[] = [];
  for (const { event: e, transfers: own } of postings) {
    const { id, en } = wordsOf(e.text);
    events.push({
      ...of,
      key: e.key,
      seq: seq + 1n,
      kind: e.kind,
      text_id: short(id),
      text_en: short(en),
      counts_on: own[0]?.on ?? '',
      manual: e.manual ?? false,
      meeting_id: e.meetingId ?? null,
      member_id: e.memberId ?? null,
      deal_id: e.dealId ?? null,
      reverses: e.reverses ?? null,
      reason: e.reason ?? null,
    });
    for (const t of own) {
      seq += 1n;
      transfers.push({
        ...of,
        id: t.id,
        seq,
        event_key: e.key,
        kind: t.kind,
        from_account: t.from,
        to_account: t.to,
        amount: t.amount,
        counts_on: t.on,
        document: t.document ?? null,
        reverses: t.reverses ?? null,
        reason: t.reason ?? null,
      });
    }
  }
  return { events, transfers };
}
/** What a line of a book holds; by characters, so that none is cut in half. */
const short = (text: string): string => [...text].slice(0, 500).join('');
const wordsOf = (text: Bilingual | string): Bilingual => (typeof text === 'string' ? { id: text, en: text } : text);

/** Takes an event back on a day of an open month; see {@link correctionOf}. */
export async function reverseEvent(
  unit: Pick<Unit, 'tx' | 'now'>,
  who: Person,
  groupId: string,
  eventKey: string,
  given: { reason: string; on: string },
): Promise<void> {
  const query = queryOf(unit);
  // Before the look, or of two who take it back at once one would be told of a clash instead of what happened.
  await bookRepository.lockHead(query, groupId);
  const [event] = await bookRepository.events(query, groupId, [eventKey]);
  if (!event) throw ledgerError('REVERSED_UNKNOWN');
  if (event.reverses !== null) throw ledgerError('REVERSAL_OF_REVERSAL');
  if (event.reversedBy !== null) throw ledgerError('ALREADY_REVERSED');
  const transfers = await bookRepository.transfersOf(query, groupId, eventKey);
  await postEvents(unit, who, groupId, [
    {
      event: {
        key: `${eventKey}~reversal`,
        kind: event.kind,
        text: { id: `Pembatalan: ${event.textId}`, en: `Reversal: ${event.textEn}` },
        manual: event.manual,
        meetingId: event.meetingId,
        memberId: event.memberId,
        dealId: event.dealId,
        reverses: eventKey,
        reason: given.reason,
      },
      transfers: correctionOf(transfers, { reason: given.reason, on: given.on as IsoDate }),
    },
  ]);
}
