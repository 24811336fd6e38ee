import type { QuestionReading } from '../answer/answer.ts';
import { dot, toReference, type CosineScale } from '../answer/cosine-scale.ts';
import type { GapMark, KnownGap } from '../archive/database/gap-store.ts';
import { randomId } from '../archive/random-id.ts';
import type { GapList, Page } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import type { KnownGaps } from './known-gaps.ts';

/**
 * Two questions whose cosine reaches this, on the bundled model's scale, ask the same. Of 30 questions in three wordings
 * that brings 76% of the pairs together, with 16% of those that ask something else about the same matter and one in
 * 7,000 that are about another; .75 gives 90% and 26%, .85 57% and 9%.
 */
export const ALIKE_COSINE = 0.8;
/** Groups kept of a guild, those asked last: more than a moderator works through, half a megabyte. */
const MOST_GAPS = 300;
/** Wordings kept of a group, the latest. */
const MOST_WORDINGS = 20;
const VARIANTS_SHOWN = 5;

export interface GapBookPorts extends Pick<
  GuildPorts,
  'database' | 'embedder' | 'clock' | 'config' | 'guildId'
> {
  readonly knownGaps: KnownGaps;
  /** Of the embedding model. */
  readonly scale: () => CosineScale;
}

export interface AskedQuestion {
  readonly text: string;
  readonly userId: string;
  readonly reading: QuestionReading;
  readonly isAnswered: boolean;
}

/** The questions of one guild that found no answer. */
export class GapBook {
  readonly #ports: GapBookPorts;

  constructor(ports: GapBookPorts) {
    this.#ports = ports;
  }

  /** Records a question without an answer; one with an answer closes its group. To be called inside a transaction. */
  note({ text, userId, reading, isAnswered }: AskedQuestion): void {
    const { database, clock, config, guildId } = this.#ports;
    if (!isAnswered && config.ASK_LOG === 'off') return;
    const mark = this.#markOf(reading);
    const group = this.#groupOf(mark);
    if (isAnswered) {
      if (group) this.close(group.id);
      return;
    }
    const user = config.ASK_LOG === 'full' ? userId : null;
    const at = clock.now().toISOString();
    const { key } = group ?? this.#open(mark);
    database.gaps.ask(key, { question: text, at, user }, MOST_WORDINGS);
    for (const id of group ? [] : database.gaps.beyond(guildId, MOST_GAPS)) this.close(id);
  }

  list({ offset, limit }: Page): GapList {
    const { database, guildId } = this.#ports;
    const gaps = database.gaps.list(guildId, limit, offset).map((row) => {
      const [question = '', ...variants] = database.gaps.wordings(row.key, 1 + VARIANTS_SHOWN);
      const { id, asked, lastAskedAt } = row;
      return { id, question, variants, count: asked, lastAskedAt };
    });
    return { total: database.gaps.count(guildId), gaps };
  }

  close(id: string): boolean {
    const { database, guildId, knownGaps } = this.#ports;
    knownGaps.remove(guildId, id);
    return database.gaps.delete(id, guildId);
  }

  /** A transaction with `note` in it was rolled back. */
  forget(): void {
    this.#ports.knownGaps.forget(this.#ports.guildId);
  }

  #open(mark: GapMark): KnownGap {
    const { database, guildId, knownGaps } = this.#ports;
    const gap = database.gaps.insert(guildId, randomId(), mark);
    knownGaps.add(guildId, gap);
    return gap;
  }

  #markOf({ terms, vector }: QuestionReading): GapMark {
    const { fingerprint } = this.#ports.embedder;
    return { terms: [...terms].sort().join(' '), model: fingerprint, vector };
  }

  /** The group of the same words, or else the one that is most alike, if any is alike enough. */
  #groupOf(mark: GapMark): KnownGap | null {
    const known = this.#ports.knownGaps.of(this.#ports.guildId);
    const same = known.find(({ terms }) => terms === mark.terms);
    if (same) return same;
    const scale = this.#ports.scale();
    let best: KnownGap | null = null;
    let most = ALIKE_COSINE;
    for (const gap of known) {
      if (gap.model !== mark.model) continue;
      const likeness = toReference(dot(gap.vector, mark.vector), scale);
      if (likeness < most) continue;
      most = likeness;
      best = gap;
    }
    return best;
  }
}
