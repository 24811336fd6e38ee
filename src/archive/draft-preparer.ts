import type { Log } from '../log.ts';
import { TextTooLongError, type Embedder } from '../embedding/embedder.ts';
import type { DerivedDraft } from './article-changes.ts';
import { canonicalText, contentHash } from './canonical.ts';
import { checkDraft } from './draft.ts';
import type { Breather } from './event-loop.ts';
import type { AddOptions, DraftToAdd, FailedOutcome } from './library.ts';
import { sketchText, wordsOf } from './near-duplicates.ts';
import { cutPassages, embedPassages, type EmbeddedPassages } from './passage-embedding.ts';

/** A draft on its way in. `embedded` is null as long as the archive seems to have the article already. */
export interface PreparedDraft {
  readonly derived: DerivedDraft;
  readonly embedded: EmbeddedPassages | null;
}

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

/** Everything that can be done for a draft before the archive is touched. Rejects only when the signal aborts. */
export async function prepareDraft(
  draft: DraftToAdd,
  preparation: Preparation,
): Promise<PreparedDraft | FailedOutcome> {
  const check = checkDraft(draft);
  if (!check.ok) return failed(draft, `Not an article: ${check.problems.join('; ')}`);
  const derived = deriveDraft(draft);
  if (preparation.isKnown(derived.contentHash)) return { derived, embedded: null };
  try {
    return { derived, embedded: await embedDraft(derived, preparation) };
  } catch (error) {
    preparation.options.signal?.throwIfAborted();
    if (!(error instanceof TextTooLongError)) {
      preparation.log.error({ err: error, headline: draft.headline }, 'embedding failed');
    }
    return failed(draft, `It could not be embedded: ${messageOf(error)}`);
  }
}

export async function embedDraft(
  { draft, canonical, paragraphs }: DerivedDraft,
  { embedder, breather, options, onFound, onEmbedded }: Preparation,
): Promise<EmbeddedPassages> {
  const source = { headline: draft.headline, language: draft.language, canonical, paragraphs };
  const passages = await cutPassages(source, embedder, breather);
  onFound(passages.length);
  const vectors = await embedPassages(source, passages, embedder, options);
  onEmbedded(passages.length);
  return { passages, vectors };
}

function deriveDraft(draft: DraftToAdd): DerivedDraft {
  const text = canonicalText(draft.paragraphs);
  const words = wordsOf(text.canonical);
  return {
    ...text,
    draft,
    contentHash: contentHash(draft),
    words: words.length,
    sketch: sketchText(words),
  };
}

function failed({ headline }: DraftToAdd, reason: string): FailedOutcome {
  return { status: 'failed', headline, reason };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
