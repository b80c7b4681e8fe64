import { Button } from '@anyam/admin-kit/button';
import { Card } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { FieldFrame } from '@anyam/admin-kit/form';
import { TextInput } from '@anyam/admin-kit/inputs';
import { EmptyState, Notice } from '@anyam/admin-kit/states';
import { later } from '@anyam/admin-kit/later';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { changedRules, ruleSetFields, SECTION_LABEL, validateRuleSet, type RuleKey, type RuleSection, type RuleSet } from '@anyam/domain/programme';
import { useEffect, useMemo, useState } from 'react';
import { RuleControl } from './rule-control.tsx';
import { ruleValueWords } from './rule-words.ts';

const SaveRules = later(() => import('./save-rules.tsx').then((m) => m.SaveRules), (props) => props.open);

const texts = defineTexts({
  find: { id: 'Cari aturan, misalnya "usia" atau "LPJ"', en: 'Find a rule, for example "age" or "report"' },
  none: { id: 'Tidak ada aturan yang cocok', en: 'No rule matches' },
  noneWhy: { id: 'Coba kata lain, atau kosongkan pencarian.', en: 'Try another word, or clear the search.' },
  clear: { id: 'Kosongkan pencarian', en: 'Clear the search' },
  themes: { id: 'Tema', en: 'Themes' },
  source: { id: '{help} Sumber: {source}.', en: '{help} Source: {source}.' },
  was: { id: 'Semula: {value}', en: 'Before: {value}' },
  restore: { id: 'Kembalikan', en: 'Restore' },
  changed: { id: '{n} aturan diubah', en: '{n} rules changed' },
  unchanged: { id: 'Belum ada yang diubah', en: 'Nothing changed yet' },
  wrong: { id: '{n} isian belum benar', en: '{n} entries are not right yet' },
  review: { id: 'Periksa perubahan', en: 'Review the changes' },
  discard: { id: 'Batalkan semua perubahan', en: 'Discard all changes' },
  readOnly: { id: 'Anda dapat membaca aturan ini. Perubahan dilakukan oleh admin.', en: 'You can read these rules. The admin changes them.' },
  frozen: { id: 'Versi {n} sudah dipakai untuk menilai data, jadi tidak berubah lagi. Perubahan Anda menjadi versi {next}.', en: 'Version {n} has judged records and never changes. Your changes become version {next}.' },
  basis: { id: 'Berdasarkan versi {n}. Perubahan Anda menjadi versi {next}.', en: 'Based on version {n}. Your changes become version {next}.' },
});

const SECTIONS = Object.keys(SECTION_LABEL) as RuleSection[];

interface Props {
  readonly programmeId: string;
  readonly version: number;
  readonly frozen: boolean;
  readonly base: RuleSet;
  readonly canEdit: boolean;
}

/** All rules under their themes. Changes are gathered here and become one new version with a reason. */
export function RuleEditor({ programmeId, version, frozen, base, canEdit }: Props) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const [draft, setDraft] = useState<Partial<Record<RuleKey, unknown>>>({});
  const [find, setFind] = useState('');
  const [reviewing, setReviewing] = useState(false);
  const checked = useMemo(() => validateRuleSet({ ...base, ...draft }), [base, draft]);
  const faults = new Map(checked.ok ? [] : checked.error.map((p) => [p.key, p.text]));
  const changes = checked.ok ? changedRules(base, checked.value) : [];
  const touched = Object.keys(draft).length;
  const words = find.trim().toLowerCase();
  const shown = ruleSetFields.filter((f) => !words || `${say(f.label)} ${say(f.help)} ${f.source}`.toLowerCase().includes(words));
  const sections = SECTIONS.filter((s) => shown.some((f) => f.section === s));

  useEffect(() => {
    if (touched === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [touched]);

  const set = (key: RuleKey, value: unknown) =>
    setDraft((d) => {
      const { [key]: _old, ...rest } = d;
      return same(base[key], value) ? (rest as typeof d) : { ...rest, [key]: value };
    });

  return (
    <div className="stack">
      <Notice tone={frozen ? 'warn' : 'info'}>{canEdit ? t(frozen ? 'frozen' : 'basis', { n: version, next: version + 1 }) : t('readOnly')}</Notice>
      <div className="row">
        <TextInput type="search" style={{ maxWidth: 360 }} aria-label={t('find')} placeholder={t('find')} value={find} onChange={(e) => setFind(e.target.value)} />
        <nav className="row small" aria-label={t('themes')}>
          {sections.map((s) => (
            <a key={s} href={`#tema-${s}`}>
              {say(SECTION_LABEL[s])}
            </a>
          ))}
        </nav>
      </div>
      {sections.length === 0 && <EmptyState title={texts.none} text={texts.noneWhy} action={<Button onClick={() => setFind('')}>{t('clear')}</Button>} />}
      {sections.map((section) => (
        <Card key={section} id={`tema-${section}`} title={SECTION_LABEL[section]} style={{ scrollMarginTop: 72 }}>
          <div className="form">
            {shown
              .filter((f) => f.section === section)
              .map((f) => {
                const fault = faults.get(f.key);
                const value = f.key in draft ? draft[f.key] : base[f.key];
                return (
                  <div key={f.key}>
                    <FieldFrame id={`aturan-${f.key}`} label={f.label} hint={t('source', { help: say(f.help), source: f.source })} error={fault && say(fault)}>
                      {(control) => (canEdit ? <RuleControl field={f} value={value} onChange={(v) => set(f.key, v)} control={control} /> : <output id={control.id}><b>{ruleValueWords(f, value, language)}</b></output>)}
                    </FieldFrame>
                    {f.key in draft && (
                      <div className="row small" style={{ paddingTop: 6 }}>
                        <Chip tone="warn">{t('was', { value: ruleValueWords(f, base[f.key], language) })}</Chip>
                        <button type="button" className="as-link small" onClick={() => set(f.key, base[f.key])}>
                          {t('restore')} <span className="sr">{say(f.label)}</span>
                        </button>
                      </div>
                    )}
                  </div>
                );
              })}
          </div>
        </Card>
      ))}
      {canEdit && (
        <div className="card row" style={{ position: 'sticky', bottom: 12, zIndex: 6 }}>
          <span role="status" aria-live="polite">
            {faults.size > 0 ? <Chip tone="bad" mark="sign">{t('wrong', { n: faults.size })}</Chip> : touched > 0 ? t('changed', { n: changes.length }) : t('unchanged')}
          </span>
          <span className="act" style={{ marginLeft: 'auto' }}>
            {touched > 0 && <Button onClick={() => setDraft({})}>{t('discard')}</Button>}
            <Button variant="primary" onClick={() => (faults.size > 0 ? document.getElementById(`aturan-${[...faults.keys()][0]}`)?.focus() : setReviewing(true))}>
              {t('review')}
            </Button>
          </span>
        </div>
      )}
      {checked.ok && <SaveRules open={reviewing} onClose={() => setReviewing(false)} programmeId={programmeId} version={version} changes={changes} rules={checked.value} onSaved={() => setDraft({})} />}
    </div>
  );
}

const same = (a: unknown, b: unknown): boolean => (Array.isArray(a) && Array.isArray(b) ? a.length === b.length && a.every((x, i) => x === b[i]) : a === b);
