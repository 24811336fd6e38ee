import type { Clock } from '../clock.ts';
import { analyseWithSpans } from '../search/lexical/analyse.ts';
import type { PassageFilter } from '../search/partition.ts';
import type { Answer, Outcome } from './answer.ts';
import { articleShare } from './article-share.ts';
import type { Calibrator } from './calibrate.ts';
import { cite } from './citation.ts';
import { confidenceOf, confidenceSignal, type Calibration } from './confidence.ts';
import { toReference } from './cosine-scale.ts';
import { chooseExcerpts } from './excerpt.ts';
import type { Investigate, Investigation } from './investigate.ts';

export interface AnswererPorts {
  readonly investigate: Investigate;
  readonly calibrator: Pick<Calibrator, 'current'>;
  readonly clock: Clock;
}

export type AnswerQuestion = (
  question: string,
  filter: PassageFilter,
  limit: number,
  signal?: AbortSignal,
) => Promise<Answer>;

/**
 * Below this best cosine the nearest passage is about something else altogether, and showing it would only be noise. Unrelated texts reach about .2 with the bundled model.
 */
const RELATED_COSINE = 0.3;

export function createAnswerer({ investigate, calibrator, clock }: AnswererPorts): AnswerQuestion {
  return async (question, filter, limit, signal) => {
    const started = clock.elapsed();
    const investigation = await investigate(question, filter, signal);
    const conclusion = conclude(investigation, calibrator.current(filter.scopes), limit);
    const { timings, question: analysed } = investigation.evidence;
    const { embedMs, denseMs, lexicalMs } = timings;
    const { terms, vector } = analysed;
    const totalMs = clock.elapsed() - started;
    return {
      question,
      ...conclusion,
      nearest: investigation.nearest.map(cite),
      unknownWords: unknownWords(investigation),
      reading: { terms, vector },
      timings: {
        embedMs,
        searchMs: denseMs + lexicalMs,
        sentenceMs: totalMs - embedMs - denseMs - lexicalMs,
        totalMs,
      },
    };
  };
}

/** What is said of what was found. */
export function conclude(
  investigation: Investigation,
  calibration: Calibration,
  limit: number,
): Pick<Answer, 'outcome' | 'confidence' | 'excerpts'> {
  const weight = signalOf(investigation, calibration);
  const outcome = decide(investigation, weight, calibration);
  const excerpts = outcome === 'nothing' ? [] : chooseExcerpts(investigation.sentences, limit);
  return {
    outcome: excerpts.length === 0 ? 'nothing' : outcome,
    confidence: confidenceOf(weight, calibration),
    excerpts,
  };
}

/** See `confidenceSignal`. */
export function signalOf({ evidence, bestArticle }: Investigation, { scale }: Calibration): number {
  const share = bestArticle ? articleShare(evidence.question, bestArticle) : 0;
  return confidenceSignal(evidence, share, scale);
}

function decide(
  { evidence }: Investigation,
  weight: number,
  { threshold, scale }: Calibration,
): Outcome {
  if (weight >= threshold) return 'answered';
  const top = evidence.candidates.reduce((best, { cosine }) => Math.max(best, cosine), -1);
  return toReference(top, scale) >= RELATED_COSINE ? 'related' : 'nothing';
}

/** The question's words, as typed, whose term no visible passage holds. */
function unknownWords({ evidence: { question } }: Investigation): string[] {
  const unknown = new Set(
    question.terms.filter((_, at) => question.statistics.passageFrequency[at] === 0),
  );
  const words = analyseWithSpans(question.text)
    .filter(({ term }) => unknown.has(term))
    .map(({ start, end }) => question.text.slice(start, end));
  return [...new Set(words)];
}
