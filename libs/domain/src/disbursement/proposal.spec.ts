import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '../kernel/plain-date.ts';
import { rupiah, sum } from '../kernel/rupiah.ts';
import { KUBE_2020 } from '../programme/index.ts';
import { budgetPlanFindings, forbiddenWord, lineAmount, planTotal, requestLimit } from './budget-plan.ts';
import { canonicalRecipientList, ceilingBlocker, fitsCeiling, recipientListFindings, recipientTotal, type RecipientList } from './decree.ts';
import { documentsMissing } from './documents.ts';
import { accountFindings } from './group-account.ts';
import { nameSimilarity } from './names.ts';
import { proposalBlockers } from './proposal.policy.ts';
import { disbursementRules } from './rules-from-programme.ts';
import { aLine, anAccount, aProposal, aRules } from './testing/index.ts';

const codes = (found: readonly { code: string }[]) => found.map((f) => f.code);
const request = { requested: rupiah(20_000_000), members: 10 };

describe('RAB, rules 18 and 19', () => {
  it('passes a sound plan', () => expect(budgetPlanFindings([aLine()], request, aRules)).toEqual([]));

  it.each([
    ['PLAN_EMPTY,PLAN_SUM_DIFFERS', [], request],
    ['PLAN_SUM_DIFFERS', [aLine({ quantity: 9n })], request],
    ['REQUEST_OVER_LIMIT', [aLine()], { ...request, members: 9 }],
    ['REQUEST_NOT_POSITIVE', [aLine()], { ...request, requested: rupiah(0) }],
    ['LINE_INCOMPLETE', [aLine({ description: ' ' })], request],
    ['LINE_QUANTITY', [aLine({ quantity: 0n }), aLine({ id: 'l2' })], request],
    ['LINE_PRICE', [aLine({ unitPrice: rupiah(0) }), aLine({ id: 'l2' })], request],
    ['LINE_FORBIDDEN', [aLine({ description: 'Biaya KOORDINASI, desa' })], request],
    ['LINE_NOT_PRODUCTIVE', [aLine({ category: 'other' })], request],
  ] as const)('%s', (expected, plan, asked) => expect(codes(budgetPlanFindings(plan, asked, aRules)).join()).toBe(expected));

  it('marks the line by its id', () => expect(budgetPlanFindings([aLine({ category: 'other' })], request, aRules)[0]).toMatchObject({ where: 'l1', params: { no: 1 } }));

  it.each([
    ['Snack rapat', 'snack'], ['Makan dan minum', 'makan dan minum'], ['bayar utangnya', 'utang'], ['Konsumsi!', 'konsumsi'],
    ['Pakan kambing', null], ['Honda bekas', null], ['Kopi putang', null], ['Potongan kain perca', null], ['Potongan dari anggota', 'potongan'], ['', null],
  ])('%s holds %s', (text, word) => expect(forbiddenWord(text, aRules)).toBe(word));

  it('takes the flat ceiling when there is one', () => {
    expect(requestLimit(10, aRules)).toBe(20_000_000n);
    expect(requestLimit(10, disbursementRules({ ...KUBE_2020, amountMode: 'flat', flatCeiling: rupiah(25_000_000) }))).toBe(25_000_000n);
  });

  it('any plan: no sum finding exactly when lines sum to the request, no limit finding exactly when within it', () => {
    const line = fc.record({ quantity: fc.bigInt({ min: 1n, max: 1000n }), unitPrice: fc.bigInt({ min: 1n, max: 1_000_000n }) });
    fc.assert(fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), fc.integer({ min: 5, max: 20 }), fc.bigInt({ min: -2n, max: 2n }), (lines, members, off) => {
      const plan = lines.map((l, i) => aLine({ id: `l${i}`, quantity: l.quantity, unitPrice: rupiah(l.unitPrice) }));
      const requested = rupiah(planTotal(plan) + off);
      const found = codes(budgetPlanFindings(plan, { requested, members }, aRules));
      expect(planTotal(plan)).toBe(sum(plan.map(lineAmount)));
      expect(found.includes('PLAN_SUM_DIFFERS')).toBe(off !== 0n && requested > 0n);
      expect(found.includes('REQUEST_OVER_LIMIT')).toBe(requested > BigInt(members) * 2_000_000n);
    }));
  });
});

describe('papers, account, proposal', () => {
  it('asks for papers by stage, and takes a statement for a proposal (rule 17)', () => {
    expect(documentsMissing('proposal', [], aRules)).toEqual(['proposal']);
    expect(documentsMissing('proposal', ['statement'], aRules)).toEqual([]);
    expect(documentsMissing('payment', ['proposal'], aRules)).toEqual(['regentDecree', 'integrityPact']);
    expect(documentsMissing('report', ['proposal', 'regentDecree', 'integrityPact'], disbursementRules({ ...KUBE_2020, budgetType: 'grant' }))).toEqual(['grantAgreement', 'transferProof']);
  });

  it.each([
    ['', anAccount()],
    ['ACCOUNT_MISSING', null],
    ['ACCOUNT_NOT_GROUPS', anAccount({ holder: 'SUKIJO' })],
    ['ACCOUNT_SHARED', anAccount({ sharedWithOtherGroup: true })],
    ['SIGNATORY_OFFICIAL', anAccount({ signatories: [...anAccount().signatories, { personId: 'p', isOfficer: false, isFacilitatorOrOfficial: true }] })],
    ['SIGNATORIES_FEW', anAccount({ signatories: [anAccount().signatories[0]!, anAccount().signatories[0]!] })],
  ] as const)('account: %s (rule 23)', (expected, account) => expect(codes(accountFindings(account, aRules)).join()).toBe(expected));

  it.each([
    ['KUBE Sumber Rejeki', 'SUMBER REJEKI', 100], ['Kelompok Usaha Bersama Anyaman Sejahtera', 'KUBE ANYAMAN SEJAHT', 100], ['KUBE', 'KUBE', 100], ['', 'x', 0],
  ])('%s is like %s by %i', (a, b, percent) => expect([nameSimilarity(a, b), nameSimilarity(b, a)]).toEqual([percent, percent]));

  it('gathers everything against a proposal', () => {
    expect(proposalBlockers(aProposal(), aRules)).toEqual([]);
    const bad = aProposal({ group: { ...aProposal().group, mayPropose: false }, overdue: 'barred', eligibility: null, documents: [], plan: [], account: null });
    expect(codes(proposalBlockers(bad, aRules))).toEqual(['GROUP_NOT_READY', 'REPORT_OVERDUE', 'ELIGIBILITY_NOT_CHECKED', 'DOCUMENTS_MISSING', 'PLAN_EMPTY', 'PLAN_SUM_DIFFERS', 'ACCOUNT_MISSING']);
    expect(proposalBlockers(aProposal({ overdue: 'letter', eligibility: { at: 'proposal', blocks: 0, warns: 3, registerPeriod: '2020-01' } }), aRules)).toEqual([]);
  });
});

describe('decree, rule 22', () => {
  const member = (n: number) => ({ nationalId: `352116010180000${n}`, familyCardNo: `352116020280000${n}`, name: `Anggota ${n}`, address: 'Dumplengan' });
  const line = (n: number) => ({ groupId: `g${n}`, groupName: `KUBE ${n}`, villageCode: '35.21.16.2003', villageName: 'Dumplengan', districtName: 'Pitu', business: 'anyaman', bank: 'Bank Jatim', accountNo: `100${n}`, amount: rupiah(20_000_000), members: [member(n * 2), member(n * 2 + 1)] });
  const list: RecipientList = { decreeNumber: '188/1/2020', decreeDate: isoDate('2020-06-01'), programmeId: 'p', fiscalYear: 2020, ruleSetId: 'r', lines: [line(1), line(2), line(3)] };

  it('fits the ceiling to the rupiah', () => {
    expect(recipientTotal(list)).toBe(60_000_000n);
    expect([fitsCeiling(rupiah(60_000_000), recipientTotal(list)), ceilingBlocker(rupiah(59_999_999), recipientTotal(list))?.code]).toEqual([true, 'CEILING_EXCEEDED']);
  });

  it('finds what is listed twice', () => {
    expect(recipientListFindings(list)).toEqual([]);
    expect(codes(recipientListFindings({ ...list, lines: [line(1), line(1)] }))).toEqual(['LIST_GROUP_TWICE', 'LIST_ACCOUNT_TWICE', 'LIST_NIK_TWICE', 'LIST_NIK_TWICE', 'LIST_FAMILY_TWICE', 'LIST_FAMILY_TWICE']);
    expect(codes(recipientListFindings({ ...list, decreeNumber: ' ', lines: [] }))).toEqual(['DECREE_NUMBER_MISSING', 'LIST_EMPTY']);
  });

  it('has one text whatever the order of lines, members and blanks', () => {
    fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), fc.boolean(), (order, flip) => {
      const lines = order.map((i) => list.lines[i]!).map((l) => ({ ...l, groupName: flip ? `  ${l.groupName} ` : l.groupName, members: flip ? [...l.members].reverse() : l.members }));
      expect(canonicalRecipientList({ ...list, lines })).toBe(canonicalRecipientList(list));
    }));
  });

  it('has another text after any change of content', () => {
    const of = (lines: RecipientList['lines']) => canonicalRecipientList({ ...list, lines });
    const texts = [of(list.lines), of(list.lines.slice(1)), of([{ ...line(1), amount: rupiah(20_000_001) }, line(2), line(3)]), of([{ ...line(1), accountNo: '9' }, line(2), line(3)]), of([{ ...line(1), members: [member(2)] }, line(2), line(3)]), canonicalRecipientList({ ...list, decreeNumber: 'x' })];
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts[0]).toMatch(/^anyam-bnba-1\n\["188\/1\/2020","2020-06-01"/);
  });
});
