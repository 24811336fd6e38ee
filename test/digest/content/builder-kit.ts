import { SHARED_SCOPE, type Article, type ArticleDraft } from '../../../src/archive/article.ts';
import { createDigestBuilder } from '../../../src/digest/content/create-builder.ts';
import type { Digest, DigestEntry, QuotedText } from '../../../src/digest/digest.ts';
import type { FindHighlights } from '../../../src/digest/content/entry-maker.ts';
import type { DigestSchedule } from '../../../src/digest/schedule.ts';
import { draftAbout, openArchive, type ArchiveParts } from '../../archive/archive-kit.ts';
import { CHANNEL, HARBOUR, SETTINGS } from '../posting/job-kit.ts';

export interface BuilderKit extends ArchiveParts {
  /** Articles whose highlights were looked for. */
  readonly read: readonly string[];
  build(given?: Partial<DigestSchedule>, untilKey?: number, signal?: AbortSignal): Promise<Digest>;
  /** @returns its key. */
  add(given: Partial<ArticleDraft>, scope?: string): Promise<number>;
  /** Notes that a digest of a guild posted articles in a channel. @param keys of articles. */
  post(keys: readonly number[], given?: Posted): void;
}

interface Posted {
  readonly guild?: string;
  readonly channel?: string;
  /** Of the digest; default the article's. */
  readonly untilKey?: number;
}

/** A builder over an archive in memory. Its highlights are the first paragraph and the last one, "said" by its first word. */
export function openBuilderKit(given: Parameters<typeof openArchive>[0] = {}): BuilderKit {
  const parts = openArchive(given);
  const { library, database } = parts;
  const read: string[] = [];
  const highlights: FindHighlights = (article) => {
    read.push(article.headline);
    return Promise.resolve(highlightsOf(article));
  };
  const build = createDigestBuilder({ ...parts, highlights });
  let runs = 0;
  return {
    ...parts,
    read,
    build: (settings, untilKey = database.news.highestKey(), signal) =>
      build({
        ...(signal ? { signal } : {}),
        schedule: scheduleOf(settings),
        untilKey,
        date: '2024-03-02',
        firstDate: '2024-03-01',
      }),
    add: async (draft, scope = SHARED_SCOPE) => {
      const [outcome] = await library.add([draftAbout(draft.headline ?? 'news', draft)], {
        scope,
        by: 'test',
      });
      if (outcome === undefined || outcome.status === 'failed') throw new Error('Nothing added.');
      return outcome.key;
    },
    post: (keys, { guild = HARBOUR, channel = CHANNEL, untilKey } = {}) => {
      for (const article of library.articlesByKeys(keys)) {
        const run = { id: `run${++runs}`, guild, channel, untilKey: untilKey ?? article.key };
        database.digestRuns.insert(
          {
            ...{ ...run, digest: 'another', date: null, firstDate: '2024-03-01' },
            ...{ state: 'posted', createdAt: '2024-03-01T12:00:00Z', sections: '[]' },
          },
          [article.id],
        );
      }
    },
  };
}

function scheduleOf(given: Partial<DigestSchedule> = {}): DigestSchedule {
  return {
    ...SETTINGS,
    id: 'digest',
    guildId: HARBOUR,
    createdBy: '200000000000000001',
    createdAt: '2024-03-01T12:00:00Z',
    activeFrom: '2024-03-01T12:00:00Z',
    seenKey: 0,
    mutedSections: [],
    pause: null,
    ...given,
  };
}

/** Paragraphs of a made-up text of 120 words, the same for the same number. */
export function textNumber(number: number): ArticleDraft['paragraphs'] {
  const words = Array.from({ length: 120 }, (_, at) => `word${number}x${at}`);
  return [
    { kind: 'text', text: `${words.slice(0, 60).join(' ')}.` },
    { kind: 'text', text: `${words.slice(60).join(' ')}.` },
  ];
}

/** The same text with another end. @param changed words, of 120. */
export function nearly(
  paragraphs: ArticleDraft['paragraphs'],
  changed: number,
): ArticleDraft['paragraphs'] {
  return paragraphs.map(({ kind, text }, at) => {
    if (at === 0) return { kind, text };
    const words = text.split(' ');
    const kept = words.slice(0, words.length - changed);
    return {
      kind,
      text: [...kept, ...words.slice(kept.length).map((word) => `not${word}`)].join(' '),
    };
  });
}

export function entriesOf(digest: Digest): DigestEntry[] {
  return digest.sections.flatMap(({ entries }) => entries);
}

export function headlinesOf(digest: Digest): string[] {
  return entriesOf(digest).map(({ article }) => article.headline);
}

/** Headlines by section. */
export function outlineOf(digest: Digest): (readonly [section: string | null, string[]])[] {
  return digest.sections.map(({ section, entries }) => [
    section,
    entries.map(({ article }) => article.headline),
  ]);
}

function highlightsOf(article: Article) {
  const slice = (start: number, end: number): QuotedText => ({
    start,
    end,
    text: article.canonical.slice(start, end),
  });
  const [first = { start: 0, end: 0 }] = article.paragraphs;
  const { start, end } = article.paragraphs.at(-1) ?? first;
  const speaker = slice(start, start + Math.max(1, slice(start, end).text.indexOf(' ')));
  return { lead: slice(first.start, first.end), quotation: { ...slice(start, end), speaker } };
}
