import { expect, it } from 'vitest';
import { actionWords, entityWords, fieldWords, valueWords } from './words.ts';

it('says what was done: by table, by the label of a flow, and readably when it is new', () => {
  expect(actionWords('access.endGrant').id).toBe('Mengakhiri peran');
  expect(actionWords('disbursement.batch.approve')).toEqual({ id: 'Batch: Setujui', en: 'Batch: Approve' });
  expect(actionWords('group.dissolve').id).toBe('Kelompok: Bubarkan');
  expect(actionWords('disbursement.decree.revoke').id).toBe('Mencabut penetapan');
  expect(actionWords('savings.loan.writtenOff').id).toBe('Pinjaman: Diputuskan hapus');
  expect(actionWords('disbursement.decree.something').id).toBe('SK: something');
  expect(actionWords('harvest.weighIn').id).toBe('Harvest weigh in');
});

it('says records, fields and values', () => {
  expect(entityWords('lpj').en).toBe('Report');
  expect(fieldWords('accountNumber').id).toBe('Nomor rekening');
  expect(fieldWords('someNewField').id).toBe('Some new field');
  expect(valueWords('proposal', 'state', 'lolos')?.id).toBe('Lolos verifikasi');
  expect(valueWords('x', 'y', '')).toBeNull();
  expect(valueWords('x', 'y', false)?.id).toBe('tidak');
  expect(valueWords('x', 'y', ['a', { b: 1 }])?.id).toBe('a, {"b":1}');
});
