import { onTestFinished } from 'vitest';
import { createAnswerer } from '../../src/answer/answer-question.ts';
import { createCalibrator } from '../../src/answer/calibrate.ts';
import { createInvestigator } from '../../src/answer/investigate.ts';
import type { ArticleDraft } from '../../src/archive/article.ts';
import { readConfig } from '../../src/config.ts';
import { createDigestBuilder } from '../../src/digest/content/create-builder.ts';
import type { Digests } from '../../src/digest/digests.ts';
import { createHighlights } from '../../src/digest/content/highlights.ts';
import { openDigests } from '../../src/digest/open-digests.ts';
import { openGuilds, type OpenGuilds } from '../../src/guild/open-guilds.ts';
import { silentLog } from '../../src/log.ts';
import { createRetriever } from '../../src/search/retrieve.ts';
import { draftAbout, openArchive, type ArchiveParts } from '../archive/archive-kit.ts';
import { HashEmbedder } from '../fakes/hash-embedder.ts';

export const HARBOUR = '100000000000000001';
export const MOUNTAIN = '100000000000000002';
export const ANNA = '200000000000000001';
export const BERT = '200000000000000002';

export interface GuildKit extends ArchiveParts {
  readonly guilds: OpenGuilds;
  readonly digests: Digests;
  readonly embedder: HashEmbedder;
}

/** Guilds over an archive in memory, with the fake embedder. @param settings as in the environment. */
export function openGuildKit(
  settings: Readonly<Record<string, string>> = {},
  given: Parameters<typeof openArchive>[0] = {},
): GuildKit {
  const embedder = new HashEmbedder({ dimensions: 256 });
  const parts = openArchive({ ...given, embedder });
  const { library, vectors, lexical, clock } = parts;
  const retrieve = createRetriever({ embedder, vectors, lexical, clock });
  const log = silentLog;
  const investigate = createInvestigator({ retrieve, source: library, embedder, log });
  const calibrator = createCalibrator({ retrieve, source: library, embedder });
  const answer = createAnswerer({ investigate, calibrator, clock });
  const config = readConfig(settings);
  const highlights = createHighlights(parts);
  const build = createDigestBuilder({ ...parts, embedder, highlights });
  const digests = openDigests({ ...parts, embedder, build, log, config });
  const guilds = openGuilds({ ...parts, embedder, log, config, answer, calibrator, digests });
  onTestFinished(() => guilds.close());
  return { ...parts, embedder, guilds, digests };
}

/** Adds an article to a scope, as `library.add` does. @returns its id. */
export async function addArticle(
  { library }: Pick<ArchiveParts, 'library'>,
  scope: string,
  sentences: readonly string[],
  given: Partial<ArticleDraft> = {},
): Promise<string> {
  const paragraphs = sentences.map((text) => ({ kind: 'text', text }) as const);
  const draft = draftAbout(given.headline ?? 'news', { paragraphs, ...given });
  const [outcome] = await library.add([draft], { scope, by: 'test' });
  if (outcome === undefined || outcome.status === 'failed') throw new Error('It was not added.');
  return outcome.id;
}
