import { formatDate, formatMoney, formatNumber } from '@anyam/admin-kit/format';
import type { Bilingual, Language } from '@anyam/admin-kit/text';
import { BUDGET_CATEGORY_LABEL, DOCUMENT_LABEL } from '@anyam/domain/disbursement';
import type { RuleField, RuleSeverity } from '@anyam/domain/programme';

export const SEVERITY_LABEL: Readonly<Record<RuleSeverity, Bilingual>> = {
  block: { id: 'Tolak', en: 'Refuse' },
  warn: { id: 'Ingatkan', en: 'Warn' },
  off: { id: 'Abaikan', en: 'Ignore' },
};
const YES_NO: Readonly<Record<'true' | 'false', Bilingual>> = { true: { id: 'Ya', en: 'Yes' }, false: { id: 'Tidak', en: 'No' } };
const OPTION_LABEL: Readonly<Record<string, Bilingual>> = {
  perMember: { id: 'Per anggota', en: 'Per member' },
  flat: { id: 'Satu pagu tiap kelompok', en: 'One ceiling for each group' },
  socialAid: { id: 'Bansos', en: 'Social aid' },
  grant: { id: 'Hibah', en: 'Grant' },
  productiveCapital: { id: 'Modal usaha', en: 'Productive capital' },
  diversification: { id: 'Penganekaragaman usaha', en: 'Diversification' },
  socialHelp: { id: 'Bantuan sosial anggota', en: 'Help to members' },
  ...DOCUMENT_LABEL,
  ...BUDGET_CATEGORY_LABEL,
};

/** Words of a code that a rule lists; words that staff wrote stay as they are. */
export const optionWords = (code: string, language: Language): string => OPTION_LABEL[code]?.[language] ?? code;
export const yesNo = (value: boolean, language: Language): string => YES_NO[value ? 'true' : 'false'][language];

/** A value as staff read it. Also reads the plain text in which the list of versions gives it. */
export function ruleValueWords(field: RuleField, value: unknown, language: Language): string {
  const parts = Array.isArray(value) ? value.map(String) : String(value).split(',').filter((p) => p !== '');
  const none = language === 'id' ? '(tidak ada)' : '(none)';
  switch (field.kind) {
    case 'integer':
    case 'percent': {
      const unit = field.unit?.[language] ?? '';
      return Number.isFinite(Number(value)) ? `${formatNumber(Number(value), language)} ${unit}`.trim() : String(value);
    }
    case 'rupiah':
      return /^-?\d+$/.test(String(value)) ? formatMoney(BigInt(String(value))) : String(value);
    case 'boolean':
      return yesNo(String(value) === 'true', language);
    case 'severity':
      return SEVERITY_LABEL[String(value) as RuleSeverity]?.[language] ?? String(value);
    case 'choice':
      return optionWords(String(value), language);
    case 'percents':
      return parts.map((p) => `${p}%`).join(' + ');
    case 'monthDay':
      return formatDate(`2001-${String(value)}`, language, 'dayMonth');
    case 'list':
      return parts.length === 0 ? none : parts.map((p) => optionWords(p, language)).join(', ');
  }
}
