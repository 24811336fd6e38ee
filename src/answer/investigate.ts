import type { Article } from '../archive/article.ts';
import { passageHash } from '../archive/integrity.ts';
import type { ArchiveReader } from '../archive/library.ts';
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

/** From a question to the sentences that may answer it, each from a text that is still what was indexed. */
export function createInvestigator(ports: InvestigatorPorts): Investigate {
  return async (text, filter, signal) => {
    const evidence = await ports.retrieve(text, filter, signal);
    const passages = loadPassages(evidence.candidates.slice(0, PASSAGES_READ), ports);
    return {
      evidence,
      bestArticle: passages[0]?.article ?? null,
      sentences: await rankSentences(evidence.question, passages, ports.embedder, signal),
    };
  };
}

/** The candidates with their texts. One whose text is no longer what was indexed is left out: it cannot be cited. */
function loadPassages(
  candidates: readonly Candidate[],
  { source, log }: Pick<InvestigatorPorts, 'source' | 'log'>,
): Passage[] {
  const rows = source.passagesByIds(candidates.map(({ passageId }) => passageId));
  const stored = new Map(rows.map((row) => [row.id, row]));
  const keys = [...new Set(rows.map(({ articleKey }) => articleKey))];
  const articles = new Map(source.articlesByKeys(keys).map((article) => [article.key, article]));
  const passages: Passage[] = [];
  for (const { passageId, score } of candidates) {
    const row = stored.get(passageId);
    const article = row && articles.get(row.articleKey);
    if (!row || !article) continue;
    if (passageHash(article.canonical.slice(row.start, row.end)) !== row.hash) {
      log.error({ passageId, articleId: article.id }, 'stored text differs from what was indexed');
      continue;
    }
    passages.push({ article, start: row.start, end: row.end, score });
  }
  return passages;
}
