import type { Answer } from '../../src/answer/answer.ts';
import type { App, AskOptions } from '../../src/app.ts';
import { UserError } from '../../src/errors.ts';
import type { Guilds } from '../../src/guild/guilds.ts';
import { FakeDigests } from './fake-digests.ts';
import { MemoryLibrary } from './memory-library.ts';

/** An application that knows one sentence: questions with "nato" are answered, those with "europe" have something near. */
export class FakeApp implements App {
  readonly library: MemoryLibrary;
  /** Every call of `ask`. */
  readonly asked: { readonly question: string; readonly options: AskOptions }[] = [];
  /** Scopes of every call of `calibrate`. */
  readonly calibrated: (readonly string[])[] = [];
  closed = false;
  /** The terminal knows no guilds. */
  readonly guilds: Guilds = {
    of: noGuilds,
    present: noGuilds,
    joined: noGuilds,
    left: noGuilds,
    sweep: noGuilds,
  };
  readonly digests: FakeDigests = new FakeDigests();

  constructor(library = new MemoryLibrary()) {
    this.library = library;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- an async function rejects where it throws
  async ask(question: string, options: AskOptions): Promise<Answer> {
    this.asked.push({ question, options });
    if (question === '') throw new UserError('Ask a question.');
    if (question === 'break') throw new TypeError('cannot read properties of undefined');
    const outcome = outcomeOf(question);
    return {
      question,
      outcome,
      confidence: 0.75,
      excerpts: outcome === 'nothing' ? [] : [EXCERPT],
      nearest: [EXCERPT.article],
      reading: { terms: [], vector: new Float32Array() },
      unknownWords: outcome === 'nothing' ? ['bread'] : [],
      timings: { embedMs: 1.239, searchMs: 2, sentenceMs: 3, totalMs: 6.5 },
    };
  }

  calibrate(scopes: readonly string[]): Promise<void> {
    this.calibrated.push(scopes);
    return Promise.resolve();
  }

  close(): Promise<void> {
    this.closed = true;
    return Promise.resolve();
  }
}

function noGuilds(): never {
  throw new Error('the fake application has no guilds');
}

function outcomeOf(question: string): Answer['outcome'] {
  if (/nato/i.test(question)) return 'answered';
  return /europe/i.test(question) ? 'related' : 'nothing';
}

const TEXT = 'The ministers met. They urged Europe to make more\u0085 shells.';

const EXCERPT: Answer['excerpts'][number] = {
  rank: 1,
  text: TEXT,
  sentence: TEXT.slice(19),
  start: 200,
  end: 200 + TEXT.length,
  sentenceStart: 219,
  sentenceEnd: 200 + TEXT.length,
  score: 1.25,
  article: {
    id: 'abcdefghijkl',
    headline: 'Ministers meet',
    section: 'World',
    byline: 'By Staff Reporter',
    source: 'Wire',
    url: 'https://example.org/a',
    publishedAt: '2024-02-10',
  },
  articleKey: 1,
  evidence: { cosine: 0.6, coverage: 0.5, passageScore: 0.8 },
};
