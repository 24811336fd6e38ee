import {
  articleMatches,
  partitionMayMatch,
  type Partition,
  type PassageFilter,
} from '../partition.ts';
import { Accumulator, type TermWeight } from './accumulator.ts';
import { BestList } from './best-list.ts';
import { surveyCollection, termWeights } from './collection.ts';
import type { LexicalHit, LexicalQuery, LexicalResult } from './lexical-index.ts';
import { ARTICLES_START, PASSAGES_START, TERM_FIELDS, UNDATED, type Segment } from './segment.ts';

export interface VisiblePartition {
  readonly partition: Partition;
  readonly segment: Segment;
}

/**
 * Exact BM25 over the segments of the visible scopes: one pass over the lists of the question's terms, segment by
 * segment. Holds the scratch space of a search, which is used again by the next.
 */
export class LexicalSearch {
  readonly #passages = new Accumulator();
  readonly #articles = new Accumulator();
  readonly #bestPassages = new BestList();
  readonly #bestArticles = new BestList();
  /** The article of each of the best passages, by slot. */
  #articleKeys = new Float64Array(0);
  #articleScores = new Float64Array(0);

  /** `holderOf` names the segment that holds a passage. */
  run(
    query: LexicalQuery,
    visible: readonly VisiblePartition[],
    holderOf: (passageId: number) => Segment | undefined,
  ): LexicalResult {
    const terms = [...new Set(query.terms)];
    const segments = visible.map(({ segment }) => segment);
    const { passages, articles, ordinals } = surveyCollection(segments, terms);
    const round: Round = {
      filter: query.filter,
      passageWeights: termWeights(passages, 'passage'),
      articleWeights: termWeights(articles, 'article'),
      wanted: groupByHolder(query.alsoScore ?? [], holderOf),
      wantedHits: new Map(),
    };
    this.#reset(
      Math.min(query.passages, passages.documents),
      Math.min(query.articles, articles.documents),
    );
    for (const [at, { partition, segment }] of visible.entries()) {
      if (!partitionMayMatch(partition, query.filter)) continue;
      const first = at * terms.length;
      this.#visit(segment, ordinals.subarray(first, first + terms.length), round);
    }
    return this.#result(query.alsoScore ?? [], round.wantedHits);
  }

  #reset(passages: number, articles: number): void {
    this.#bestPassages.reset(passages);
    this.#bestArticles.reset(articles);
    if (this.#articleKeys.length >= 2 * passages) return;
    this.#articleKeys = new Float64Array(2 * passages);
    this.#articleScores = new Float64Array(2 * passages);
  }

  #visit(segment: Segment, ordinals: Int32Array, round: Round): void {
    const wanted = round.wanted.get(segment) ?? [];
    if (wanted.length === 0 && ordinals.every((ordinal) => ordinal < 0)) return;
    const allowed = allowedArticles(segment, round.filter);
    if (allowed?.includes(1) === false) return;
    this.#accumulate(segment, ordinals, round);
    this.#offerArticles(segment, allowed);
    this.#offerPassages(segment, allowed);
    for (const passage of wanted) {
      if (!isAllowed(allowed, segment.columns.passageArticles[passage] ?? 0)) continue;
      const hit = this.#hit(segment, passage);
      round.wantedHits.set(hit.passageId, hit);
    }
  }

  #accumulate({ columns }: Segment, ordinals: Int32Array, round: Round): void {
    const { dictionary, passagePostings, articlePostings } = columns;
    const { passageLengths, articleLengths } = columns;
    this.#passages.begin(passageLengths.length);
    this.#articles.begin(articleLengths.length);
    for (let at = 0; at < ordinals.length; at++) {
      const ordinal = ordinals[at] ?? -1;
      const passageWeight = round.passageWeights[at];
      const articleWeight = round.articleWeights[at];
      if (ordinal < 0 || !passageWeight || !articleWeight) continue;
      const entry = ordinal * TERM_FIELDS;
      const next = entry + TERM_FIELDS;
      this.#passages.add(
        passagePostings,
        dictionary[entry + PASSAGES_START] ?? 0,
        dictionary[next + PASSAGES_START] ?? 0,
        passageLengths,
        passageWeight,
      );
      this.#articles.add(
        articlePostings,
        dictionary[entry + ARTICLES_START] ?? 0,
        dictionary[next + ARTICLES_START] ?? 0,
        articleLengths,
        articleWeight,
      );
    }
  }

  #offerArticles({ columns }: Segment, allowed: Uint8Array | null): void {
    const best = this.#bestArticles;
    let threshold = best.threshold;
    for (let at = 0; at < this.#articles.touchedCount; at++) {
      const article = this.#articles.touched(at);
      const score = this.#articles.score(article);
      if (score < threshold || !isAllowed(allowed, article)) continue;
      best.offer(score, columns.articleKeys[article] ?? 0);
      threshold = best.threshold;
    }
  }

  #offerPassages({ columns }: Segment, allowed: Uint8Array | null): void {
    const best = this.#bestPassages;
    const { passageArticles, passageIds, articleKeys } = columns;
    let threshold = best.threshold;
    for (let at = 0; at < this.#passages.touchedCount; at++) {
      const passage = this.#passages.touched(at);
      const score = this.#passages.score(passage);
      if (score < threshold) continue;
      const article = passageArticles[passage] ?? 0;
      if (!isAllowed(allowed, article)) continue;
      const slot = best.offer(score, passageIds[passage] ?? 0);
      this.#articleKeys[slot] = articleKeys[article] ?? 0;
      this.#articleScores[slot] = this.#articles.score(article);
      threshold = best.threshold;
    }
  }

  #hit({ columns }: Segment, passage: number): LexicalHit {
    const article = columns.passageArticles[passage] ?? 0;
    return {
      passageId: columns.passageIds[passage] ?? 0,
      articleKey: columns.articleKeys[article] ?? 0,
      score: this.#passages.score(passage),
      articleScore: this.#articles.score(article),
    };
  }

  #result(
    alsoScore: readonly number[],
    wantedHits: ReadonlyMap<number, LexicalHit>,
  ): LexicalResult {
    const ranked = this.#bestPassages.sorted((score, passageId, slot) => ({
      passageId,
      articleKey: this.#articleKeys[slot] ?? 0,
      score,
      articleScore: this.#articleScores[slot] ?? 0,
    }));
    const found = new Set(ranked.map(({ passageId }) => passageId));
    const others = [...new Set(alsoScore)]
      .filter((passageId) => !found.has(passageId))
      .flatMap((passageId) => wantedHits.get(passageId) ?? []);
    return {
      passages: [...ranked, ...others],
      ranked: ranked.length,
      articles: this.#bestArticles.sorted((score, articleKey) => ({ articleKey, score })),
    };
  }
}

/** What one search carries from segment to segment. */
interface Round {
  readonly filter: PassageFilter;
  readonly passageWeights: readonly TermWeight[];
  readonly articleWeights: readonly TermWeight[];
  /** Ordinals of the passages of `alsoScore`. */
  readonly wanted: ReadonlyMap<Segment, readonly number[]>;
  readonly wantedHits: Map<number, LexicalHit>;
}

function groupByHolder(
  passageIds: readonly number[],
  holderOf: (passageId: number) => Segment | undefined,
): ReadonlyMap<Segment, readonly number[]> {
  const groups = new Map<Segment, number[]>();
  for (const passageId of passageIds) {
    const segment = holderOf(passageId);
    if (segment === undefined) continue;
    const passage = segment.findPassage(passageId);
    const group = groups.get(segment);
    if (group === undefined) groups.set(segment, [passage]);
    else group.push(passage);
  }
  return groups;
}

/** 1 for each article the filter lets through, by ordinal; null when it lets all of them through. */
function allowedArticles({ columns }: Segment, filter: PassageFilter): Uint8Array | null {
  const { firstDay, lastDay, articleKeys } = filter;
  if (firstDay === undefined && lastDay === undefined && articleKeys === undefined) return null;
  const allowed = new Uint8Array(columns.articleKeys.length);
  for (let at = 0; at < allowed.length; at++) {
    const day = columns.articleDays[at] ?? UNDATED;
    const article = {
      articleKey: columns.articleKeys[at] ?? 0,
      day: day === UNDATED ? null : day,
    };
    if (articleMatches(article, filter)) allowed[at] = 1;
  }
  return allowed;
}

function isAllowed(allowed: Uint8Array | null, article: number): boolean {
  return allowed === null || allowed[article] === 1;
}
