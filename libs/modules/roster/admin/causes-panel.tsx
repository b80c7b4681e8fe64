import { FaultCauses } from '@anyam/admin-kit/import-grid';
import { Button } from '@anyam/admin-kit/button';
import { formatNumber } from '@anyam/admin-kit/format';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import type { ImportView } from './api.ts';

const texts = defineTexts({
  title: { id: '{n} baris perlu dilihat', en: '{n} rows to look at' },
  clean: { id: 'Semua baris baik', en: 'All rows are sound' },
  read: { id: '{groups} kelompok, {members} anggota dibaca. Kop, baris jumlah dan tanda tangan dikenali dan dilewati.', en: '{groups} groups, {members} members were read. Letterhead, totals and signatures were recognised and passed over.' },
  stops: { id: '{n} baris merah tidak ikut disimpan sampai diperbaiki; yang kuning boleh ikut.', en: '{n} red rows are not stored until they are mended; yellow ones may go along.' },
  causes: { id: 'Sebab', en: 'Causes' },
  every: { id: 'Tampilkan semua sebab', en: 'Show all causes' },
  register: { id: 'Dicocokkan dengan DTKS/DTSEN {period} ({rows} baris).', en: 'Compared with DTKS/DTSEN {period} ({rows} rows).' },
  noRegister: { id: 'Belum ada data DTKS/DTSEN, jadi kepesertaan belum dicocokkan.', en: 'There is no DTKS/DTSEN data, so it was not compared.' },
  prior: { id: 'Bantuan terdahulu {period} ({rows} baris).', en: 'Earlier aid {period} ({rows} rows).' },
  noPrior: { id: 'Belum ada daftar bantuan terdahulu.', en: 'There is no list of earlier aid.' },
  unjudged: { id: 'Tidak dinilai, karena kolomnya tidak ada di berkas: {list}.', en: 'Not judged, as the file has no such column: {list}.' },
  needsCard: { id: 'Tanpa nomor KK tidak ada baris yang dapat disimpan. Cocokkan kolomnya, atau isikan di barisnya.', en: 'Without a family card number no row can be stored. Match its column, or fill it in at the row.' },
  mapping: { id: 'Ubah pencocokan kolom', en: 'Change the matching of columns' },
});

interface Props {
  readonly view: ImportView;
  readonly chosen: string | null;
  readonly onChoose: (code: string | null) => void;
  readonly onMapping: () => void;
}

/** What is wrong by cause, and against what it was checked. */
export function CausesPanel({ view, chosen, onChoose, onMapping }: Props) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const n = (value: number) => formatNumber(value, language);
  return (
    <aside className="card" style={{ flex: '1 1 250px', minWidth: 0 }} aria-label={t('causes')}>
      <h2 aria-live="polite">{view.faultRows > 0 ? t('title', { n: n(view.faultRows) }) : t('clean')}</h2>
      <p className="muted small">{t('read', { groups: n(view.groups), members: n(view.members) })}</p>
      {view.blockedRows > 0 && <p className="muted small" style={{ paddingTop: 4 }}>{t('stops', { n: n(view.blockedRows) })}</p>}
      <div style={{ padding: '12px 0' }}>
        <FaultCauses causes={view.causes.map((c) => ({ code: c.code, label: c.title, severity: c.severity, count: c.rows }))} chosen={chosen} onChoose={onChoose} />
        {chosen && (
          <Button size="sm" variant="quiet" onClick={() => onChoose(null)}>
            {t('every')}
          </Button>
        )}
      </div>
      <div className="muted small" style={{ borderTop: '1px solid var(--line)', paddingTop: 10, display: 'grid', gap: 6 }}>
        {view.unjudged.length > 0 && <div>{t('unjudged', { list: view.unjudged.map((u) => say(u.title)).join(', ') })}</div>}
        {view.unjudged.some((u) => u.code === 'KK_MISSING') && <div style={{ color: 'var(--bad)' }}>{t('needsCard')}</div>}
        <div>{view.register ? t('register', { period: view.register.period, rows: n(view.register.rows) }) : t('noRegister')}</div>
        <div>{view.priorAid ? t('prior', { period: view.priorAid.period, rows: n(view.priorAid.rows) }) : t('noPrior')}</div>
        <div>
          <button type="button" className="as-link small" onClick={onMapping}>
            {t('mapping')}
          </button>
        </div>
      </div>
    </aside>
  );
}
