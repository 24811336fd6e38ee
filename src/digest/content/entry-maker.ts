import type { Article } from '../../archive/article.ts';
import type { ArchiveReader } from '../../archive/library.ts';
import type { DigestEntry, Highlights } from '../digest.ts';
import type { Story } from './fold-stories.ts';
import { RecentlyUsed } from './recently-used.ts';
import type { DigestStyle } from '../schedule.ts';

/** What a digest shows of an article; the same for the same article. */
export type FindHighlights = (article: Article, signal?: AbortSignal) => Promise<Highlights>;

export interface EntryPorts {
  readonly library: Pick<ArchiveReader, 'articlesByKeys'>;
  readonly highlights: FindHighlights;
}

/** About 1 KB each. */
const HIGHLIGHTS_HELD = 2_000;
/** Articles whose highlights are looked for side by side. */
const AT_ONCE = 4;

/** Makes stories entries, with what is to be read of them. */
export class EntryMaker {
  readonly #ports: EntryPorts;
  readonly #held = new RecentlyUsed<number, Highlights>(HIGHLIGHTS_HELD);

  constructor(ports: EntryPorts) {
    this.#ports = ports;
  }

  /**
   * In the order of the stories.
   * @param corrected keys of articles.
   */
  async make(
    stories: readonly Story[],
    style: DigestStyle,
    corrected: ReadonlySet<number>,
    signal?: AbortSignal,
  ): Promise<DigestEntry[]> {
    const entries: DigestEntry[] = [];
    for (let at = 0; at < stories.length; at += AT_ONCE) {
      const made = stories.slice(at, at + AT_ONCE).map(async ({ shown, alsoIn }) => {
        const { lead, quotation } = await this.#highlightsOf(shown.key, signal);
        return {
          article: shown.citation,
          articleKey: shown.key,
          corrected: corrected.has(shown.key),
          lead,
          quotation: style === 'full' ? quotation : null,
          alsoIn: alsoIn.map(({ citation }) => citation),
        };
      });
      entries.push(...(await Promise.all(made)));
    }
    return entries;
  }

  async #highlightsOf(key: number, signal?: AbortSignal): Promise<Highlights> {
    const known = this.#held.get(key);
    if (known !== undefined) return known;
    const [article] = this.#ports.library.articlesByKeys([key]);
    if (article === undefined) return { lead: null, quotation: null };
    const highlights = await this.#ports.highlights(article, signal);
    this.#held.set(key, highlights);
    return highlights;
  }
}
