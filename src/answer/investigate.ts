import type { Article } from '../archive/article.ts';
import { nextTurn } from '../event-loop.ts';
import { passageHash } from '../archive/integrity.ts';
import type { ArchiveReader, StoredPassage } from '../archive/library.ts';
import type { Embedder } from '../embedding/embedder.ts';
import type { Log } from '../log.ts';
import type { PassageFilter } from '../search/partition.ts';
import type { Candidate, Evidence, Retrieve } from '../search/retrieve.ts';
import { rankSentences, type Passage, type RankedSentence } from './rank-sentences.ts';

/** Everything found out about a question, before it is decided what to say. */
export interface Investigation {
  readonly evidence: Evidence;
  /** The article of the best passage; null when nothing was found. */
  readonly bestArticle: Article | null;
  /** Articles of the best passages, best first, at most five. */
  readonly nearest: readonly Article[];
  /** Best first, at most twelve. */
  readonly sentences: readonly RankedSentence[];
}

export interface InvestigatorPorts {
  readonly retrieve: Retrieve;
  readonly source: Pick<ArchiveReader, 'passagesByIds' | 'articlesByKeys'>;
  readonly embedder: Embedder;
  readonly log: Log;
}

export type Investigate = (
  question: string,
  filter: PassageFilter,
  signal?: AbortSignal,
) => Promise<Investigation>;

/** Passages whose sentences may be shown. */
const PASSAGES_READ = 5;
/** Articles that may be named as near. */
const NEAREST_ARTICLES = 5;

/** From a question to the sentences that may answer it, each from a text that is still what was indexed. */
export function createInvestigator(ports: InvestigatorPorts): Investigate {
  return async (text, filter, signal) => {
    const evidence = await ports.retrieve(text, filter, signal);
    await nextTurn();
    const { candidates, question } = evidence;
    const firsts = firstOfEachArticle(candidates);
    const read = candidates.slice(0, PASSAGES_READ);
    const stored = loadStored([...new Set([...read, ...firsts])], ports.source);
    const passages = read.flatMap((candidate) => intactPassage(candidate, stored, ports.log) ?? []);
    return {
      evidence,
      bestArticle: passages[0]?.article ?? null,
      nearest: firsts.flatMap(({ passageId }) => stored.get(passageId)?.article ?? []),
      sentences: await rankSentences(question, passages, ports.embedder, signal),
    };
  };
}

/** The best candidate of each of the nearest articles, best first. */
function firstOfEachArticle(candidates: readonly Candidate[]): Candidate[] {
  const firsts = new Map<number, Candidate>();
  for (const candidate of candidates) {
    if (firsts.size === NEAREST_ARTICLES) break;
    if (!firsts.has(candidate.articleKey)) firsts.set(candidate.articleKey, candidate);
  }
  return [...firsts.values()];
}

interface Stored {
  readonly passage: StoredPassage;
  readonly article: Article;
}

/** By passage id; without passages that have gone since the indexes were searched, and damaged articles. */
function loadStored(
  candidates: readonly Candidate[],
  source: InvestigatorPorts['source'],
): Map<number, Stored> {
  const passages = source.passagesByIds(candidates.map(({ passageId }) => passageId));
  const keys = [...new Set(passages.map(({ articleKey }) => articleKey))];
  const articles = new Map(source.articlesByKeys(keys).map((article) => [article.key, article]));
  const stored = new Map<number, Stored>();
  for (const passage of passages) {
    const article = articles.get(passage.articleKey);
    if (article) stored.set(passage.id, { passage, article });
  }
  return stored;
}

/** The candidate with its text; null when that is no longer what was indexed: then it cannot be cited. */
function intactPassage(
  { passageId, score }: Candidate,
  stored: ReadonlyMap<number, Stored>,
  log: Log,
): Passage | null {
  const found = stored.get(passageId);
  if (!found) return null;
  const { article, passage } = found;
  const { start, end } = passage;
  if (passageHash(article.canonical.slice(start, end)) === passage.hash) {
    return { article, start, end, score };
  }
  log.error({ passageId, articleId: article.id }, 'stored text differs from what was indexed');
  return null;
}
