import { DigestError } from '../../src/digest/digest-error.ts';
import type { Digest } from '../../src/digest/digest.ts';
import type { Digests, DigestView } from '../../src/digest/digests.ts';

/** Digests that can be looked at; nothing can be done with them. */
export class FakeDigests implements Digests {
  readonly #known: { readonly view: DigestView; readonly news: Digest }[] = [];
  readonly run = refuse;
  readonly add = refuse;
  readonly postNow = refuse;
  readonly pause = refuse;
  readonly resume = refuse;
  readonly remove = refuse;
  readonly mute = refuse;
  readonly posted = refuse;
  readonly eraseGuild = refuse;
  readonly sweep = refuse;

  /** @param news what it would post. */
  know(view: DigestView, news: Digest): void {
    this.#known.push({ view, news });
  }

  list(guildId: string): DigestView[] {
    return this.#of(guildId).map(({ view }) => view);
  }

  get(guildId: string, id: string): DigestView | null {
    return this.list(guildId).find(({ schedule }) => schedule.id === id) ?? null;
  }

  nextDue(guildId: string): Date | null {
    const moments = this.list(guildId).flatMap(({ nextAt }) => nextAt?.getTime() ?? []);
    return moments.length === 0 ? null : new Date(Math.min(...moments));
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- an async function rejects where it throws
  async preview(guildId: string, id: string): Promise<Digest> {
    const known = this.#of(guildId).find(({ view }) => view.schedule.id === id);
    if (known === undefined) throw new DigestError('not-found', 'There is no such digest.');
    return known.news;
  }

  #of(guildId: string) {
    return this.#known.filter(({ view }) => view.schedule.guildId === guildId);
  }
}

function refuse(): never {
  throw new Error('the fake digests can be looked at only');
}
