import { z } from 'zod';
import { nextTurn } from '../event-loop.ts';
import { SHARED_SCOPE, type Article } from '../archive/article.ts';
import type { ArchiveReader } from '../archive/library.ts';
import type { Embedder } from '../embedding/embedder.ts';
import { analyse } from '../search/lexical/analyse.ts';

import type { Retrieve } from '../search/retrieve.ts';
import { articleShare } from './article-share.ts';
import { sentencesAround } from './article-sentences.ts';
import { confidenceSignal, DEFAULT_CALIBRATION, type Calibration } from './confidence.ts';
import { measureCosineScale, type CosineScale } from './cosine-scale.ts';

export interface CalibratorPorts {
  readonly retrieve: Retrieve;
  readonly source: CalibrationSource;
  readonly embedder: Embedder;
}

/** What is needed of the archive: a sample of its articles, its size, and a place to keep the result. */
export type CalibrationSource = Pick<
  ArchiveReader,
  'articlesByKeys' | 'sampleArticleKeys' | 'stats' | 'setting' | 'setSetting'
>;

export interface Calibrator {
  /** What was found for these scopes together, or else for the shared one if it is among them, or else the default. */
  current(scopes: readonly string[]): Calibration;
  /**
   * Calibrates anew where there is nothing yet, the archive has changed by a fifth, or the model is another; takes about
   * a second. The result is stored with the archive. Scopes that are hardly larger than the shared one go on with what was
   * found for that.
   */
  refresh(scopes: readonly string[], signal?: AbortSignal): Promise<void>;
  /** Deletes what was found for these scopes together. */
  forget(scopes: readonly string[]): void;
}

/** Raise it with any change to how thresholds are found. */
const METHOD = 2;

const stored = z.object({
  method: z.literal(METHOD),
  threshold: z.number(),
  scale: z.object({ unrelated: z.number(), related: z.number() }),
  fingerprint: z.string(),
  passages: z.number(),
});
type StoredCalibration = z.infer<typeof stored>;

/** Articles below which questions made from the archive say too little about it. */
const ENOUGH_ARTICLES = 30;
const QUESTIONS = 200;
/** A change of the archive's size that makes a calibration stale. */
const STALE_SHARE = 0.2;
/**
 * The threshold lies above this share of the questions whose own article was left out. Between .6 and .75 the real
 * questions of three kinds of archive were refused falsely in 3 to 9%, and rightly in 58 to 96%.
 */
const REFUSED_SHARE = 0.6;
/** However odd an archive is, its threshold stays where real questions still mean something. */
const LOWEST_THRESHOLD = -2;
const HIGHEST_THRESHOLD = 0;

/**
 * Finds the threshold without labels: questions are made from sentences of the archive and asked with their own article
 * left out, so that none of them can be answered. What such questions reach is what a near miss looks like here: little
 * in an archive of unrelated texts, much where every story was told by five papers.
 */
export function createCalibrator(ports: CalibratorPorts): Calibrator {
  const { source, embedder } = ports;
  const known = new Map<string, StoredCalibration | null>();
  const read = (scopes: readonly string[]): StoredCalibration | null => {
    const name = settingName(scopes);
    const cached = known.get(name);
    if (cached !== undefined) return cached;
    const found = parse(source.setting(name), embedder.fingerprint);
    known.set(name, found);
    return found;
  };
  const nearest = (scopes: readonly string[]): StoredCalibration | null =>
    read(scopes) ?? (scopes.includes(SHARED_SCOPE) ? read([SHARED_SCOPE]) : null);
  return {
    current: (scopes) => nearest(scopes) ?? DEFAULT_CALIBRATION,
    refresh: async (scopes, signal) => {
      const { passages, articles } = source.stats(scopes);
      const previous = nearest(scopes);
      if (previous && Math.abs(passages - previous.passages) <= STALE_SHARE * previous.passages) {
        return;
      }
      const scale = await measureCosineScale(embedder);
      const threshold =
        articles < ENOUGH_ARTICLES
          ? DEFAULT_CALIBRATION.threshold
          : await findThreshold(ports, scopes, scale, signal);
      const { fingerprint } = embedder;
      const found = { method: METHOD, threshold, scale, fingerprint, passages } as const;
      source.setSetting(settingName(scopes), JSON.stringify(found));
      known.set(settingName(scopes), found);
    },
    forget: (scopes) => {
      source.setSetting(settingName(scopes), null);
      known.delete(settingName(scopes));
    },
  };
}

function settingName(scopes: readonly string[]): string {
  return `calibration ${[...scopes].sort().join(' ')}`;
}

function parse(value: string | null, fingerprint: string): StoredCalibration | null {
  if (value === null) return null;
  const parsed = stored.safeParse(JSON.parse(value));
  return parsed.success && parsed.data.fingerprint === fingerprint ? parsed.data : null;
}

async function findThreshold(
  { retrieve, source }: CalibratorPorts,
  scopes: readonly string[],
  scale: CosineScale,
  signal: AbortSignal | undefined,
): Promise<number> {
  const random = createRandom();
  const sentences: { key: number; words: readonly string[] }[] = [];
  for (const key of source.sampleArticleKeys(QUESTIONS, scopes)) {
    // Articles may be long: questions have their turn after each.
    await nextTurn();
    const [article] = source.articlesByKeys([key]);
    const words = article ? pickSentence(article, random) : [];
    if (words.length >= FEWEST_WORDS) sentences.push({ key, words });
  }
  const signals: number[] = [];
  for (const [at, { key, words }] of sentences.entries()) {
    signal?.throwIfAborted();
    const foreign = sentences[(at + 1) % sentences.length]?.words ?? [];
    const evidence = await retrieve(makeQuestion(words, foreign, random), { scopes }, signal);
    const candidates = evidence.candidates.filter(({ articleKey }) => articleKey !== key);
    const [nearest] = source.articlesByKeys(candidates.slice(0, 1).map((best) => best.articleKey));
    if (!nearest) continue;
    const share = articleShare(evidence.question, nearest);
    signals.push(confidenceSignal({ ...evidence, candidates }, share, scale));
  }
  signals.sort((a, b) => a - b);
  const threshold = signals[Math.floor(REFUSED_SHARE * signals.length)];
  return Math.min(
    HIGHEST_THRESHOLD,
    Math.max(LOWEST_THRESHOLD, threshold ?? DEFAULT_CALIBRATION.threshold),
  );
}

const FEWEST_WORDS = 6;

/** The telling words of a sentence of the article, as written; a random one of those that have enough, if any has. */
function pickSentence(article: Article, random: () => number): string[] {
  const paragraph = article.paragraphs[Math.floor(random() * article.paragraphs.length)];
  if (!paragraph) return [];
  const candidates = sentencesAround(article, paragraph)
    .map(({ start, end }) => tellingWords(article.canonical.slice(start, end)))
    .filter((words) => words.length >= FEWEST_WORDS);
  return candidates[Math.floor(random() * candidates.length)] ?? [];
}

function tellingWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => analyse(word).length > 0);
}

/** Between 2 and 22 words of the sentence in their order, with some from another mixed in, as people ask beside the point. */
function makeQuestion(
  words: readonly string[],
  foreign: readonly string[],
  random: () => number,
): string {
  const kept = 0.25 + 0.6 * random();
  const most = 3 + Math.floor(20 * random());
  const own = words.filter(() => random() < kept).slice(0, most);
  const question = own.length < 2 ? words.slice(0, 2) : own;
  const mixedIn = Math.floor(question.length * 0.4 * random());
  for (const word of foreign.slice(0, mixedIn)) {
    question.splice(Math.floor(random() * (question.length + 1)), 0, word);
  }
  return `${question.join(' ')}?`;
}

/** Numbers from 0 to 1, the same ones every time (a linear congruential generator with the constants of Numerical Recipes). */
function createRandom(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
