import { Card } from '@anyam/admin-kit/card';
import { Timeline } from '@anyam/admin-kit/record';
import { defineTexts, useSay } from '@anyam/admin-kit/text';
import type { StepView } from './api.ts';
import { words } from './words.ts';

const texts = defineTexts({ none: { id: 'Belum ada langkah yang tercatat.', en: 'No steps are on record yet.' } });

/** The steps of the past, latest first. */
export function History({ steps }: { readonly steps: readonly StepView[] }) {
  const say = useSay();
  const entries = [...steps].reverse().map((s, i) => ({
    id: `${s.at.toISOString()}-${i}`, title: say(s.label), at: s.at.toISOString(), by: s.actorName, detail: s.note ?? undefined,
  }));
  return <Card title={words.history}>{entries.length > 0 ? <Timeline entries={entries} time /> : <p className="muted">{say(texts.none)}</p>}</Card>;
}
