import { Button } from '@anyam/admin-kit/button';
import { Card, Figure } from '@anyam/admin-kit/card';
import { BarChart } from '@anyam/admin-kit/chart';
import { Chip } from '@anyam/admin-kit/chip';
import { formatDate } from '@anyam/admin-kit/format';
import { ProgressBar } from '@anyam/admin-kit/progress';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, Notice } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useText } from '@anyam/admin-kit/text';
import { sayQuantity, SEASON_LABEL, unitLabel, type Standing } from '@anyam/domain/production';
import { lazy, Suspense, useState } from 'react';
import type { Board, Target } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const DropTarget = lazy(() => import('../dialogs/drop-target.tsx'));
const TargetDialog = lazy(() => import('../dialogs/target.tsx'));

const texts = defineTexts({
  ...words,
  waiting: { id: 'Keputusan {held}: {quantity} {goods}, {from} sampai {to}. Target belum dibagi kepada anggota.', en: 'Decision of {held}: {quantity} {goods}, {from} to {to}. Not shared over members yet.' },
  drop: { id: 'Tidak dibagi', en: 'Not to be shared' },
  share: { id: 'Bagi target', en: 'Share the target' },
  period: { id: '{from} sampai {to}', en: '{from} to {to}' },
  season: { id: '{season}: {percent} % dari {decided}', en: '{season}: {percent} % of {decided}' },
  expected: { id: 'Semestinya hari ini', en: 'Expected by today' },
  standing: { id: 'Keadaan', en: 'Standing' },
  ahead: { id: 'Di depan', en: 'Ahead' },
  onTrack: { id: 'Sesuai', en: 'On track' },
  behind: { id: 'Tertinggal', en: 'Behind' },
  missing: { id: 'Belum menyetor: {names}', en: 'Nothing yet from: {names}' },
  older: { id: 'Target sebelumnya', en: 'Earlier targets' },
  none: { id: 'Belum ada target', en: 'No target yet' },
  noneText: { id: 'Target ditetapkan musyawarah. Buka rapat, catat keputusan "Target produksi", lalu tutup notulennya.', en: 'A meeting sets targets. Open a meeting, record the decision "Production target" and close the minutes.' },
  toMeetings: { id: 'Ke halaman rapat', en: 'To the meetings' },
  stock: { id: '{goods} mutu {grade}', en: '{goods}, grade {grade}' },
  oldest: { id: 'tertua {day}', en: 'oldest {day}' },
  output: { id: '{goods} diterima tiap bulan ({unit})', en: '{goods} accepted by month ({unit})' },
  progress: { id: '{goods}: diterima dari target', en: '{goods}: accepted of the target' },
});
const TONE: Readonly<Record<Standing, 'ok' | 'info' | 'warn'>> = { ahead: 'ok', onTrack: 'info', behind: 'warn' };

export function TargetTab({ board: b, today }: { readonly board: Board; readonly today: string }) {
  const t = useText(texts);
  const language = useLanguage();
  const [open, setOpen] = useState<Board['waiting'][number] | null>(null);
  const [dropping, setDropping] = useState<Board['waiting'][number] | null>(null);
  const goodsOf = (id: string) => b.catalogue.products.find((p) => p.id === id);
  const day = (d: string) => formatDate(d, language);
  const running = b.targets.filter((x) => x.to >= today);
  const over = b.targets.filter((x) => x.to < today);
  const months = [...new Set(b.output.map((o) => o.productId))];
  return (
    <div className="stack">
      {b.waiting.map((w) => {
        const goods = goodsOf(w.productId);
        return goods && (
          <Notice key={w.decisionId} tone="info">
            <div className="row flex-wrap">
              <span>{t('waiting', { held: day(w.heldOn), quantity: sayQuantity(goods, w.quantity, language), goods: goods.name, from: day(w.from), to: day(w.to) })}</span>
              {b.mayWrite && <Button size="sm" onClick={() => setOpen(w)}>{t('share')}</Button>}
              {b.mayWrite && w.to < today && <Button size="sm" variant="quiet" onClick={() => setDropping(w)}>{t('drop')}</Button>}
            </div>
          </Notice>
        );
      })}
      {b.stock.length > 0 && (
        <div className="cards">
          {b.stock.map((s) => {
            const goods = goodsOf(s.productId);
            return goods && (
              <Figure key={`${s.productId}${s.grade}`} label={t('stock', { goods: goods.name, grade: s.grade })} value={sayQuantity(goods, s.unsold, language)}>
                <span className="small muted">{t('unsold')}{s.oldestOn && `, ${t('oldest', { day: formatDate(s.oldestOn, language, 'short') })}`}</span>
              </Figure>
            );
          })}
        </div>
      )}
      {running.length === 0 && b.waiting.length === 0 && (
        <EmptyState title={texts.none} text={texts.noneText} action={<Button href={`/kelompok/${b.group.id}/rapat`}>{t('toMeetings')}</Button>} />
      )}
      {running.map((x) => <TargetCard key={x.id} target={x} board={b} />)}
      {months.map((id) => {
        const goods = goodsOf(id);
        return goods && (
          <Card key={id} title={t('output', { goods: goods.name, unit: unitLabel(goods.baseUnit)[language] })}>
            <BarChart caption={goods.name} rows={b.output.filter((o) => o.productId === id).map((o) => ({ label: formatDate(`${o.month}-01`, language, 'month'), value: o.accepted }))} />
          </Card>
        );
      })}
      {over.length > 0 && (
        <details>
          <summary>{t('older')} ({over.length})</summary>
          <div className="stack">{over.map((x) => <TargetCard key={x.id} target={x} board={b} />)}</div>
        </details>
      )}
      <Suspense>{open && <TargetDialog board={b} waiting={open} onClose={() => setOpen(null)} />}</Suspense>
      <Suspense>{dropping && <DropTarget board={b} waiting={dropping} onClose={() => setDropping(null)} />}</Suspense>
    </div>
  );
}

function TargetCard({ target: x, board: b }: { readonly target: Target; readonly board: Board }) {
  const t = useText(texts);
  const language = useLanguage();
  const goods = b.catalogue.products.find((p) => p.id === x.productId);
  if (!goods) return null;
  const say = (n: number) => sayQuantity(goods, n, language);
  const missing = x.members.filter((m) => x.missing.includes(m.memberId)).map((m) => m.name);
  return (
    <Card
      title={goods.name} note={t('period', { from: formatDate(x.from, language), to: formatDate(x.to, language) })}
      actions={<Chip tone={TONE[x.progress.standing]}>{t(x.progress.standing)}</Chip>}
    >
      <div className="stack">
        <ProgressBar label={t('progress', { goods: goods.name })} done={x.progress.accepted} total={x.progress.target} unit={unitLabel(goods.baseUnit)} />
        {x.season && <p className="small muted">{t('season', { season: SEASON_LABEL[x.season.season][language], percent: x.season.percent, decided: say(x.decided) })}</p>}
        <RowsTable
          caption={texts.target} rows={x.members} rowId={(m) => m.memberId}
          columns={[
            { id: 'member', header: texts.member, cell: (m) => m.name },
            { id: 'target', header: texts.target, end: true, cell: (m) => say(m.target) },
            { id: 'accepted', header: texts.accepted, end: true, cell: (m) => say(m.accepted) },
            { id: 'expected', header: texts.expected, end: true, cell: (m) => say(m.expected) },
            { id: 'standing', header: texts.standing, cell: (m) => <Chip tone={TONE[m.standing]}>{t(m.standing)}</Chip> },
          ]}
        />
        {missing.length > 0 && <p className="small">{t('missing', { names: missing.join(', ') })}</p>}
      </div>
    </Card>
  );
}
