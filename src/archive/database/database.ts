import { AnswerStore } from './answer-store.ts';
import { ArticleListing } from './article-listing.ts';
import { ArticleStore } from './article-store.ts';
import { BandStore } from './band-store.ts';
import { Connection } from './connection.ts';
import { DigestPartStore } from './digest-part-store.ts';
import { DigestRunStore } from './digest-run-store.ts';
import { DigestStore } from './digest-store.ts';
import { GapStore } from './gap-store.ts';
import { GuildStore } from './guild-store.ts';
import { HeadlineStore } from './headline-store.ts';
import { HighlightStore } from './highlight-store.ts';
import { IngestStore } from './ingest-store.ts';
import { JournalStore } from './journal-store.ts';
import { migrate } from './migrations.ts';
import { NewsListing } from './news-listing.ts';
import { PassageStore } from './passage-store.ts';
import { PlacementStore } from './placement-store.ts';
import { ScopeStore } from './scope-store.ts';
import { SettingsStore } from './settings-store.ts';
import { VoteStore } from './vote-store.ts';

/** The archive's truth. Everything is synchronous; what changes several rows belongs into one `transaction`. */
export interface ArchiveDatabase {
  readonly articles: ArticleStore;
  readonly listing: ArticleListing;
  readonly news: NewsListing;
  readonly passages: PassageStore;
  readonly placements: PlacementStore;
  readonly journal: JournalStore;
  readonly bands: BandStore;
  readonly settings: SettingsStore;
  readonly guilds: GuildStore;
  readonly answers: AnswerStore;
  readonly votes: VoteStore;
  readonly gaps: GapStore;
  readonly ingests: IngestStore;
  readonly headlines: HeadlineStore;
  readonly digests: DigestStore;
  readonly digestRuns: DigestRunStore;
  readonly digestParts: DigestPartStore;
  readonly highlights: HighlightStore;
  readonly scopes: ScopeStore;
  /** All of `work` or nothing; never nested. */
  transaction<T>(work: () => T): T;
  close(): void;
}

/**
 * Opens the file, or creates it, and brings it to the newest version. It stays locked for this process until `close`.
 * @throws {UserError} when it cannot be opened, is another program's, of a newer version, or in use by another process.
 */
export function openDatabase(path: string): ArchiveDatabase {
  const connection = Connection.open(path);
  try {
    migrate(connection, path);
    return {
      articles: new ArticleStore(connection),
      listing: new ArticleListing(connection),
      news: new NewsListing(connection),
      passages: new PassageStore(connection),
      placements: new PlacementStore(connection),
      journal: new JournalStore(connection),
      bands: new BandStore(connection),
      settings: new SettingsStore(connection),
      guilds: new GuildStore(connection),
      answers: new AnswerStore(connection),
      votes: new VoteStore(connection),
      gaps: new GapStore(connection),
      ingests: new IngestStore(connection),
      headlines: new HeadlineStore(connection),
      digests: new DigestStore(connection),
      digestRuns: new DigestRunStore(connection),
      digestParts: new DigestPartStore(connection),
      highlights: new HighlightStore(connection),
      scopes: new ScopeStore(connection),
      transaction: (work) => connection.transaction(work),
      close: () => {
        connection.close();
      },
    };
  } catch (error) {
    connection.close();
    throw error;
  }
}
