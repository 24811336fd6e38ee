import { TextTooLongError, type Embedder } from '../embedding/embedder.ts';
import type { Log } from '../log.ts';
import type { DerivedDraft } from './article-changes.ts';
import { canonicalText, contentHash } from './canonical.ts';
import type { NewPassage } from './database/passage-store.ts';
import { checkDraft } from './draft.ts';
import type { Breather } from '../event-loop.ts';
import type { AddOptions, DraftToAdd, FailedOutcome } from './library.ts';
import { sketchText, wordsOf } from './near-duplicates.ts';
import { cutPassages, embedPassages, type EmbeddedPassages } from './passage-embedding.ts';

/** A draft on its way in. `embedded` is null as long as the archive seems to have the article already. */
export interface PreparedDraft {
  readonly derived: DerivedDraft;
  readonly embedded: EmbeddedPassages | null;
}

export type Intake = PreparedDraft | FailedOutcome;

/** What preparing needs, and how it tells what it has done. */
export interface Preparation {
  readonly embedder: Embedder;
  readonly breather: Breather;
  readonly log: Log;
  readonly options: Pick<AddOptions, 'priority' | 'signal'>;
  /** Is the content in the archive already? */
  readonly isKnown: (contentHash: string) => boolean;
  readonly onFound: (passages: number) => void;
  readonly onEmbedded: (passages: number) => void;
}

/**
 * Everything that can be done for drafts before the archive is touched. They are cut one after the other, so that other
 * work gets its turns, and embedded side by side. Rejects only when the signal aborts.
 */
export async function prepareDrafts(
  drafts: readonly DraftToAdd[],
  preparation: Preparation,
): Promise<Intake[]> {
  const intakes: Promise<Intake>[] = [];
  for (const draft of drafts) {
    preparation.options.signal?.throwIfAborted();
    await preparation.breather.breathe();
    const { embedding } = await startIntake(draft, preparation);
    // `Promise.all` below reports an abort, which rejects them all.
    embedding.catch(() => undefined);
    intakes.push(embedding);
  }
  return Promise.all(intakes);
}

/** Resolves when the draft is cut; `embedding` goes on. */
async function startIntake(
  draft: DraftToAdd,
  preparation: Preparation,
): Promise<{ readonly embedding: Promise<Intake> }> {
  const check = checkDraft(draft);
  if (!check.ok) {
    const reason = `Not an article: ${check.problems.join('; ')}`;
    return { embedding: Promise.resolve(failed(draft, reason)) };
  }
  const derived = await deriveDraft(draft, preparation.breather);
  if (preparation.isKnown(derived.contentHash)) {
    return { embedding: Promise.resolve({ derived, embedded: null }) };
  }
  const refuse = (error: unknown): FailedOutcome => {
    preparation.options.signal?.throwIfAborted();
    if (!(error instanceof TextTooLongError)) {
      preparation.log.error({ err: error, headline: draft.headline }, 'embedding failed');
    }
    const message = error instanceof Error ? error.message : String(error);
    return failed(draft, `It could not be embedded: ${message}`);
  };
  try {
    const passages = await cutDraft(derived, preparation);
    const embedded = embedCut(derived, passages, preparation);
    return { embedding: embedded.then((each) => ({ derived, embedded: each }), refuse) };
  } catch (error) {
    return { embedding: Promise.resolve(refuse(error)) };
  }
}

/** Cuts and embeds one draft. */
export async function embedDraft(
  derived: DerivedDraft,
  preparation: Preparation,
): Promise<EmbeddedPassages> {
  return embedCut(derived, await cutDraft(derived, preparation), preparation);
}

export async function cutDraft(
  { draft, canonical, paragraphs }: DerivedDraft,
  { embedder, breather, onFound }: Pick<Preparation, 'embedder' | 'breather' | 'onFound'>,
): Promise<NewPassage[]> {
  const source = { headline: draft.headline, language: draft.language, canonical, paragraphs };
  const passages = await cutPassages(source, embedder, breather);
  onFound(passages.length);
  return passages;
}

async function embedCut(
  { draft, canonical }: DerivedDraft,
  passages: readonly NewPassage[],
  { embedder, options, onEmbedded }: Preparation,
): Promise<EmbeddedPassages> {
  const source = { headline: draft.headline, canonical };
  const vectors = await embedPassages(source, passages, embedder, options);
  onEmbedded(passages.length);
  return { passages, vectors };
}

/** A text as long as a book takes some 10 ms a step. */
export async function deriveDraft(draft: DraftToAdd, breather: Breather): Promise<DerivedDraft> {
  await breather.breathe();
  const text = canonicalText(draft.paragraphs);
  const hash = contentHash(draft);
  await breather.breathe();
  const words = wordsOf(text.canonical);
  await breather.breathe();
  const sketch = sketchText(words);
  await breather.breathe();
  return { ...text, draft, contentHash: hash, words: words.length, sketch };
}

function failed({ headline }: DraftToAdd, reason: string): FailedOutcome {
  return { status: 'failed', headline, reason };
}
