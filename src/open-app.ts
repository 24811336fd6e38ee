import type { App, AskOptions } from './app.ts';
import type { ArchiveReader } from './archive/library.ts';
import { UserError } from './errors.ts';
import { openArchive, type OpenArchiveOptions } from './open-archive.ts';
import type { PassageFilter } from './search/partition.ts';

export type OpenAppOptions = Omit<OpenArchiveOptions, 'embedder'>;

const DEFAULT_EXCERPTS = 3;

/** Opens the archive and puts the application before it. Close it, or its threads keep the process alive. */
export async function openApp(options: OpenAppOptions): Promise<App> {
  const archive = await openArchive(options);
  return {
    library: archive.library,
    guilds: archive.guilds,
    digests: archive.digests,
    ask: async (question, asked) => {
      if (question.trim() === '') throw new UserError('The question is empty. Ask it in words.');
      const filter = toFilter(asked, archive.library);
      return archive.answer(question.trim(), filter, asked.limit ?? DEFAULT_EXCERPTS, asked.signal);
    },
    calibrate: (scopes, signal) => archive.calibrator.refresh(scopes, signal),
    close: () => archive.close(),
  };
}

function toFilter(
  { scopes, firstDay, lastDay, section }: AskOptions,
  library: ArchiveReader,
): PassageFilter {
  return {
    scopes,
    ...(firstDay === undefined ? {} : { firstDay }),
    ...(lastDay === undefined ? {} : { lastDay }),
    ...(section === undefined ? {} : { articleKeys: findSection(section, scopes, library) }),
  };
}

function findSection(
  section: string,
  scopes: readonly string[],
  library: ArchiveReader,
): ReadonlySet<number> {
  const keys = library.articleKeysInSection(section, scopes);
  if (keys.size > 0) return keys;
  const known = library.sections(scopes).map((each) => each.section);
  const hint = known.length === 0 ? 'No article has one.' : `There are: ${known.join(', ')}.`;
  throw new UserError(`There is no section "${section}". ${hint}`);
}
