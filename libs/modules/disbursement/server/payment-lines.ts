import type { PaymentLine } from '@anyam/domain/disbursement';
import { rupiah } from '@anyam/domain/kernel';
import type { BatchLineRecord } from '../persistence/batch.repository.ts';

export const paymentLines = (lines: readonly BatchLineRecord[]): PaymentLine[] =>
  lines.map((l) => ({ id: l.id, reference: l.reference, groupId: l.groupId, groupName: l.groupName, bank: l.bank ?? '', accountNo: l.accountNumber ?? '', accountName: l.accountName ?? '', amount: rupiah(l.amount) }));
