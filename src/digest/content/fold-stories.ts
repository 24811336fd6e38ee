import { likeness, NEAR_DUPLICATE_LIKENESS } from '../../archive/near-duplicates.ts';
import type { Breather } from '../../event-loop.ts';
import type { ShelvedArticle } from './article-shelf.ts';

/** Articles with nearly the same text. */
export interface Story {
  /** The one that stands for all: see `foldStories`. */
  readonly shown: ShelvedArticle;
  /** In the order given. */
  readonly alsoIn: readonly ShelvedArticle[];
}

/**
 * Brings near-duplicates together, also those that are alike through a third one. Of each story the first article with a
 * link and a standfirst is shown, else the first with a link, else with a standfirst, else the first.
 *
 * @param articles in the order in which they are to be shown; stories come in the order of what is shown of them.
 */
export async function foldStories(
  articles: readonly ShelvedArticle[],
  breather: Breather,
): Promise<Story[]> {
  const groups = new Groups(articles.length);
  const sharing = new Map<number, number[]>();
  for (const [at, article] of articles.entries()) {
    for (const earlier of candidates(article, at, sharing)) {
      await breather.breathe();
      const other = articles[earlier];
      if (!other || groups.rootOf(earlier) === groups.rootOf(at)) continue;
      if (areAlike(article, other)) groups.join(earlier, at);
    }
  }
  const members = new Map<number, ShelvedArticle[]>();
  for (const [at, article] of articles.entries()) {
    const root = groups.rootOf(at);
    members.set(root, [...(members.get(root) ?? []), article]);
  }
  const stories = new Map([...members.values()].map(storyOf).map((story) => [story.shown, story]));
  return articles.flatMap((article) => stories.get(article) ?? []);
}

/** Positions of earlier articles that share a band with this one, which is added. */
function candidates(
  { sketch }: ShelvedArticle,
  at: number,
  sharing: Map<number, number[]>,
): Set<number> {
  const found = new Set<number>();
  for (const band of sketch.bands) {
    const known = sharing.get(band);
    if (known === undefined) {
      sharing.set(band, [at]);
    } else {
      for (const earlier of known) found.add(earlier);
      known.push(at);
    }
  }
  return found;
}

function areAlike(one: ShelvedArticle, other: ShelvedArticle): boolean {
  return likeness(one.sketch.shingles, other.sketch.shingles) >= NEAR_DUPLICATE_LIKENESS;
}

function storyOf(articles: readonly ShelvedArticle[]): Story {
  const worth = ({ citation, hasStandfirst }: ShelvedArticle): number =>
    (citation.url === null ? 0 : 2) + (hasStandfirst ? 1 : 0);
  const shown = articles.reduce((best, each) => (worth(each) > worth(best) ? each : best));
  return { shown, alsoIn: articles.filter((each) => each !== shown) };
}

/** Sets of positions that are joined (union-find with halved paths). */
class Groups {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, at) => at);
  }

  rootOf(position: number): number {
    let at = position;
    for (let parent = this.#parentOf(at); parent !== at; parent = this.#parentOf(at)) {
      this.#parents[at] = this.#parentOf(parent);
      at = parent;
    }
    return at;
  }

  join(one: number, other: number): void {
    this.#parents[this.rootOf(other)] = this.rootOf(one);
  }

  #parentOf(position: number): number {
    return this.#parents[position] ?? position;
  }
}
