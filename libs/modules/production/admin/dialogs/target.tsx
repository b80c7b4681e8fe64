import { useMutation } from '@anyam/admin-kit/api';
import { FieldFrame } from '@anyam/admin-kit/form';
import { formatDate } from '@anyam/admin-kit/format';
import { Select, TextInput } from '@anyam/admin-kit/inputs';
import { newKey } from '@anyam/admin-kit/new-key';
import { defineTexts, useLanguage, useSay, useText } from '@anyam/admin-kit/text';
import { useToast } from '@anyam/admin-kit/toast';
import { sayQuantity, SEASON_LABEL, SEASONS, type Season } from '@anyam/domain/production';
import { useId, useState } from 'react';
import { useProductionApi, useRefresh, type Board } from '../parts/api.ts';
import { QuantityInput } from '../parts/quantity-input.tsx';
import { WorkDialog } from '../parts/work-dialog.tsx';
import { words } from '../parts/words.ts';

const texts = defineTexts({
  ...words,
  title: { id: 'Bagi target {goods}', en: 'Share the target of {goods}' },
  about: { id: 'Musyawarah {held} memutuskan {quantity} untuk {from} sampai {to}. Isi kemampuan tiap anggota; yang sakit atau baru melahirkan diisi nol.', en: 'The meeting of {held} decided {quantity} for {from} to {to}. Enter what each member can make; those who are ill or have a newborn get zero.' },
  set: { id: 'Pasang target', en: 'Set the target' },
  season: { id: 'Penyesuaian musim', en: 'Season' },
  noSeason: { id: 'Tanpa penyesuaian', en: 'None' },
  percent: { id: 'Persen dari target', en: 'Per cent of the target' },
  decision: { id: 'Menurut keputusan', en: 'By the decision' },
  capacity: { id: 'Kemampuan', en: 'Capacity' },
  missing: { id: 'Isi kemampuan paling sedikit satu anggota.', en: 'Enter the capacity of at least one member.' },
  done: { id: 'Target terpasang.', en: 'The target is set.' },
});

/** A decision of closed minutes becomes parts of members, by what each can make. */
export default function TargetDialog({ board, waiting, onClose }: { readonly board: Board; readonly waiting: Board['waiting'][number]; readonly onClose: () => void }) {
  const t = useText(texts);
  const say = useSay();
  const language = useLanguage();
  const id = useId();
  const api = useProductionApi();
  const refresh = useRefresh();
  const toast = useToast();
  const set = useMutation(api.targets.set.mutationOptions());
  const [key] = useState(newKey);
  const product = board.catalogue.products.find((p) => p.id === waiting.productId);
  const even = Math.ceil(waiting.quantity / Math.max(1, board.members.length));
  const [capacity, setCapacity] = useState<Readonly<Record<string, number | null>>>(() => Object.fromEntries(board.members.map((m) => [m.id, even])));
  const [season, setSeason] = useState<Season | ''>('');
  const [percent, setPercent] = useState('80');
  const [decisionId, setDecision] = useState(waiting.decisionId);
  if (!product) return null;
  const day = (d: string) => formatDate(d, language);
  const capacities = board.members.map((m) => ({ memberId: m.id, capacity: capacity[m.id] ?? 0 }));
  const save = async () => {
    const { findings } = await set.mutateAsync({
      key, groupId: board.group.id, productId: product.id, from: waiting.from, to: waiting.to, capacities,
      season: season === '' ? null : { season, percent: Number(percent) || 100, decisionId },
    });
    const [warning] = findings;
    toast({ text: warning ? `${t('done')} ${say(warning.text)}` : t('done'), tone: warning ? 'info' : 'ok' });
    await refresh();
  };
  return (
    <WorkDialog
      title={t('title', { goods: product.name })} saveLabel={texts.set} dirty={false} onClose={onClose} onSave={save} size="lg"
      about={t('about', { held: day(waiting.heldOn), quantity: sayQuantity(product, waiting.quantity, language), from: day(waiting.from), to: day(waiting.to) })}
      missing={capacities.every((c) => c.capacity === 0) ? t('missing') : null}
    >
      {board.members.map((m) => (
        <FieldFrame key={m.id} id={`${id}-${m.id}`} label={m.name}>
          {(f) => <QuantityInput {...f} measured={product} value={capacity[m.id] ?? null} label={`${t('capacity')} ${m.name}`} onChange={(n) => setCapacity((all) => ({ ...all, [m.id]: n }))} />}
        </FieldFrame>
      ))}
      <FieldFrame id={`${id}-season`} label={texts.season} optional>
        {(f) => <Select {...f} className="medium" value={season} placeholder={t('noSeason')} options={SEASONS.map((s) => ({ value: s, label: SEASON_LABEL[s][language] }))} onChange={(e) => setSeason(e.target.value as Season | '')} />}
      </FieldFrame>
      {season !== '' && (
        <>
          <FieldFrame id={`${id}-percent`} label={texts.percent}>
            {(f) => <TextInput {...f} className="short num" inputMode="numeric" value={percent} onChange={(e) => setPercent(e.target.value.replace(/\D/g, '').slice(0, 3))} />}
          </FieldFrame>
          <FieldFrame id={`${id}-decision`} label={texts.decision}>
            {(f) => <Select {...f} value={decisionId} options={board.decisions.map((d) => ({ value: d.id, label: `${day(d.heldOn)}: ${d.label.slice(0, 60)}` }))} onChange={(e) => setDecision(e.target.value)} />}
          </FieldFrame>
        </>
      )}
    </WorkDialog>
  );
}
