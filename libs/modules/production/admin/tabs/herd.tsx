import { useMutation, useQuery } from '@anyam/admin-kit/api';
import { Button } from '@anyam/admin-kit/button';
import { Card, Facts } from '@anyam/admin-kit/card';
import { Chip } from '@anyam/admin-kit/chip';
import { ConfirmDialog } from '@anyam/admin-kit/confirm-dialog';
import { DateText, formatDate, Money } from '@anyam/admin-kit/format';
import { newKey } from '@anyam/admin-kit/new-key';
import { RowsTable } from '@anyam/admin-kit/rows-table';
import { EmptyState, ErrorState, Notice, Skeleton } from '@anyam/admin-kit/states';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { ANIMAL_CLASS_LABEL, ANIMAL_SOURCE_LABEL, DEATH_CAUSE_LABEL, HERD_KIND_LABEL, IN_KINDS, OUT_KINDS } from '@anyam/domain/production';
import { lazy, Suspense, useState } from 'react';
import { useProductionApi, useRefresh, type Board, type Herd } from '../parts/api.ts';
import { words } from '../parts/words.ts';

const TakeInDialog = lazy(() => import('../dialogs/herd-in.tsx').then((m) => ({ default: m.TakeInDialog })));
const BirthDialog = lazy(() => import('../dialogs/herd-in.tsx').then((m) => ({ default: m.BirthDialog })));
const TakeOutDialog = lazy(() => import('../dialogs/herd-out.tsx'));
const CountDialog = lazy(() => import('../dialogs/herd-count.tsx'));

const texts = defineTexts({
  ...words,
  takeIn: { id: 'Ternak masuk', en: 'Animals come' },
  birth: { id: 'Kelahiran', en: 'Birth' },
  takeOut: { id: 'Ternak keluar atau mati', en: 'Animals go or die' },
  count: { id: 'Hitung ternak', en: 'Count' },
  none: { id: 'Belum ada ternak', en: 'No livestock yet' },
  noneText: { id: 'Catat ternak bantuan, yang dibeli, atau yang sudah dimiliki kelompok.', en: 'Record animals of the aid, bought ones, or those the group has.' },
  bought: { id: 'Ada pembelian senilai {value} di buku yang ternaknya belum dicatat. Pilih pembelian itu saat mencatat ternak masuk, bila memang ternak.', en: 'The books hold a purchase of {value} whose animals are not recorded. Choose it when the animals are taken in, if animals they are.' },
  animals: { id: 'Ternak di buku', en: 'Livestock in the book' },
  animal: { id: 'Ternak', en: 'Animal' },
  keeper: { id: 'Pemelihara', en: 'Keeper' },
  heads: { id: 'Ekor', en: 'Head' },
  source: { id: 'Asal', en: 'Source' },
  worth: { id: 'Nilai buku', en: 'Book value' },
  since: { id: 'sejak {day}', en: 'since {day}' },
  report: { id: '{species}: {from} sampai {to}', en: '{species}: {from} to {to}' },
  start: { id: 'Awal', en: 'At the start' },
  end: { id: 'Akhir', en: 'At the end' },
  mortality: { id: 'Kematian', en: 'Mortality' },
  births: { id: 'Lahir tiap 100 induk', en: 'Births per 100 mothers' },
  cases: { id: 'Selisih hitungan', en: 'Differences of counts' },
  settle: { id: 'Selesaikan', en: 'Settle' },
  settleTitle: { id: 'Selesaikan selisih', en: 'Settle the difference' },
  settleAbout: { id: 'Tulis apa yang ditemukan. Kejadian yang tertinggal (mati, jual, lahir) dicatat tersendiri.', en: 'Write what was found. Events left out (death, sale, birth) are recorded on their own.' },
  settled: { id: 'Selesai: {note}', en: 'Settled: {note}' },
  counts: { id: 'Hitungan terakhir {day}, ditandatangani {a} dan {b}', en: 'Last count {day}, signed by {a} and {b}' },
  events: { id: 'Kejadian', en: 'Events' },
  change: { id: 'Perubahan data', en: 'Change' },
  void: { id: 'Pembatalan', en: 'Reversal' },
  photo: { id: 'Foto', en: 'Photo' },
  undoTitle: { id: 'Batalkan catatan ternak', en: 'Take back the entry' },
  undoAbout: { id: 'Catatan tetap terlihat sebagai dibatalkan, dan bukunya dibalik. Tidak bisa bila kejadian sesudahnya memerlukannya.', en: 'The entry stays to be seen as taken back, and its books are reversed. Not possible if later events need it.' },
});
type Unit = Herd['units'][number];
type Event = Herd['events'][number];

export const animalName = (u: Pick<Unit, 'species' | 'tag'>): string => `${u.species}${u.tag ? ` ${u.tag}` : ''}`;

export default function HerdTab({ board: b }: { readonly board: Board }) {
  const t = useText(texts);
  const tell = useSay();
  const language = useLanguage();
  const api = useProductionApi();
  const query = useQuery(api.herd.view.queryOptions({ groupId: b.group.id }));
  const [open, setOpen] = useState<'in' | 'birth' | 'out' | 'count' | null>(null);
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton height={280} />;
  const h = query.data;
  const living = h.units.filter((u) => u.head > 0);
  const close = () => setOpen(null);
  const [last] = h.counts;
  return (
    <div className="stack">
      {b.mayWrite && (
        <div className="row flex-wrap">
          <Button variant={living.length === 0 ? 'primary' : 'secondary'} onClick={() => setOpen('in')}>{t('takeIn')}</Button>
          {living.length > 0 && (
            <>
              <Button onClick={() => setOpen('birth')}>{t('birth')}</Button>
              <Button onClick={() => setOpen('out')}>{t('takeOut')}</Button>
              <Button onClick={() => setOpen('count')}>{t('count')}</Button>
            </>
          )}
        </div>
      )}
      {h.findings.map((f) => <Notice key={f.code} tone="warn" title={tell(f.title)}>{tell(f.text)}</Notice>)}
      {h.bought.map((x) => <Notice key={x.itemId} tone="info"><BoughtText value={x.value} /></Notice>)}
      {h.units.length === 0 && <EmptyState title={texts.none} text={texts.noneText} />}
      {living.length > 0 && (
        <Card title={texts.animals} flush {...(last ? { note: t('counts', { day: formatDate(last.on, language), a: last.facilitator, b: last.agencySigner }) } : {})}>
          <RowsTable
            caption={texts.animals} rows={living} rowId={(u) => u.id}
            columns={[
              { id: 'animal', header: texts.animal, cell: (u) => <><b>{animalName(u)}</b><span className="sub">{tell(ANIMAL_CLASS_LABEL[u.class])}</span></> },
              { id: 'head', header: texts.heads, end: true, cell: (u) => u.head },
              { id: 'keeper', header: texts.keeper, cell: (u) => u.keeperName },
              { id: 'source', header: texts.source, cell: (u) => <>{tell(ANIMAL_SOURCE_LABEL[u.source])} <span className="muted small">{t('since', { day: formatDate(u.handedOverOn ?? u.since, language, 'short') })}</span></> },
              { id: 'worth', header: texts.worth, end: true, cell: (u) => <Money amount={u.cost} bare /> },
            ]}
          />
        </Card>
      )}
      {h.cases.length > 0 && <Cases board={b} herd={h} />}
      {h.reports.map((r) => (
        <Card key={r.species} title={t('report', { species: r.species, from: formatDate(h.from, language, 'short'), to: formatDate(h.to, language, 'short') })}>
          <Facts
            items={[
              { label: texts.start, value: r.start },
              ...[...IN_KINDS, ...OUT_KINDS].filter((k) => (r.flows[k] ?? 0) > 0).map((k) => ({ label: HERD_KIND_LABEL[k], value: `${(IN_KINDS as readonly string[]).includes(k) ? '+' : '−'} ${r.flows[k]}` })),
              { label: texts.end, value: <b>{r.end}</b> }, { label: texts.mortality, value: `${(r.mortalityBps / 100).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB')} %` },
              { label: texts.births, value: r.birthsPer100Mothers ?? '–' },
            ]}
          />
        </Card>
      ))}
      {h.events.length > 0 && <Events board={b} herd={h} />}
      <Suspense>
        {open === 'in' && <TakeInDialog herd={h} onClose={close} />}
        {open === 'birth' && <BirthDialog herd={h} onClose={close} />}
        {open === 'out' && <TakeOutDialog herd={h} onClose={close} />}
        {open === 'count' && <CountDialog herd={h} onClose={close} />}
      </Suspense>
    </div>
  );
}

function BoughtText({ value }: { readonly value: bigint }) {
  const t = useText(texts);
  const [before = '', after = ''] = t('bought', { value: '|' }).split('|');
  return <>{before}<Money amount={value} />{after}</>;
}

function Cases({ board: b, herd: h }: { readonly board: Board; readonly herd: Herd }) {
  const t = useText(texts);
  const tell = useSay();
  const api = useProductionApi();
  const refresh = useRefresh();
  const settle = useMutation(api.herd.closeCase.mutationOptions());
  const [open, setOpen] = useState<string | null>(null);
  const [key, setKey] = useState(newKey);
  const nameOf = (id: string) => h.units.find((u) => u.id === id);
  return (
    <Card title={texts.cases}>
      <div className="stack">
        {h.cases.map((k) => {
          const unit = nameOf(k.unitId);
          return (
            <div key={k.id} className="row flex-wrap">
              <span><b>{unit ? animalName(unit) : ''}</b> {tell(k.text)} {k.closedNote !== null && <span className="muted">{t('settled', { note: k.closedNote })}</span>}</span>
              {k.closedAt === null && b.mayWrite && <Button size="sm" onClick={() => setOpen(k.id)}>{t('settle')}</Button>}
            </div>
          );
        })}
      </div>
      <ConfirmDialog
        open={open !== null} onClose={() => setOpen(null)} title={texts.settleTitle} confirmLabel={texts.settle} needs={['reason']}
        onConfirm={async ({ reason }) => {
          await settle.mutateAsync({ key, groupId: b.group.id, caseId: open ?? '', note: reason ?? '' });
          setKey(newKey());
          await refresh();
        }}
      >
        <p>{t('settleAbout')}</p>
      </ConfirmDialog>
    </Card>
  );
}

function Events({ board: b, herd: h }: { readonly board: Board; readonly herd: Herd }) {
  const t = useText(texts);
  const tell = useSay();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const undo = useMutation(api.herd.voidEvent.mutationOptions());
  const [wrong, setWrong] = useState<Event | null>(null);
  const [key, setKey] = useState(newKey);
  const label = (e: Event) => (e.kind === 'change' || e.kind === 'void' ? t(e.kind) : tell(HERD_KIND_LABEL[e.kind]));
  return (
    <Card title={texts.events} flush>
      <RowsTable
        caption={texts.events} rows={h.events} rowId={(e) => e.id}
        columns={[
          { id: 'what', header: texts.events, cell: (e) => { const unit = h.units.find((u) => u.id === e.unitId); return <><b>{label(e)}</b><span className="sub">{unit ? animalName(unit) : ''}</span></>; } },
          { id: 'on', header: texts.date, cell: (e) => <DateText value={e.on} style="short" /> },
          { id: 'head', header: texts.heads, end: true, cell: (e) => (e.head === 0 ? '–' : e.head) },
          { id: 'amount', header: texts.value, end: true, cell: (e) => (e.amount > 0n || e.cost > 0n ? <Money amount={e.amount > 0n ? e.amount : e.cost} bare /> : '–') },
          { id: 'note', header: texts.note, wrap: true, cell: (e) => <>{e.cause && <>{tell(DEATH_CAUSE_LABEL[e.cause])}. </>}{e.note} {e.photoId && <a href={`/files/${e.photoId}`} target="_blank" rel="noreferrer">{t('photo')}</a>} {e.findings.map((f) => <Chip key={f.code} tone="warn">{tell(f.title)}</Chip>)}</> },
          { id: 'undo', header: texts.takeBack, cell: (e) => (e.voided ? <Chip>{t('takenBack')}</Chip> : e.kind !== 'void' && b.mayWrite && <Button size="sm" variant="quiet" onClick={() => setWrong(e)}>{t('takeBack')}</Button>) },
        ]}
      />
      <ConfirmDialog
        open={wrong !== null} onClose={() => setWrong(null)} title={texts.undoTitle} confirmLabel={texts.takeBack} danger needs={['reason']}
        onConfirm={async ({ reason }) => {
          await undo.mutateAsync({ key, groupId: b.group.id, eventId: wrong?.id ?? '', reason: reason ?? '' });
          setKey(newKey());
          toast({ text: t('recorded') });
          await refresh();
        }}
      >
        <p>{t('undoAbout')}</p>
      </ConfirmDialog>
    </Card>
  );
}
