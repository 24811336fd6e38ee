import { SHARED_SCOPE } from '../archive/article.ts';
import { sectionKey } from '../archive/database/article-columns.ts';
import type { ArchiveDatabase } from '../archive/database/database.ts';
import type { NewsRow } from '../archive/database/news-listing.ts';
import type { DigestSchedule } from './schedule.ts';

export interface NewsSource {
  readonly database: Pick<ArchiveDatabase, 'news' | 'digestRuns' | 'articles'>;
  /** Of the index in force. */
  readonly generation: number;
}

/** What is new to a digest's channel, whatever its topic: newest first, undated articles last. */
export function selectNews(
  { database, generation }: NewsSource,
  schedule: DigestSchedule,
  untilKey: number,
): NewsRow[] {
  const { guildId, channelId, seenKey } = schedule;
  const posted = database.digestRuns.postedKeys(guildId, channelId, seenKey);
  // A revision that another digest posted here was in the archive before, though this digest has not seen it.
  const wasPosted = ({ id, revision }: NewsRow): boolean =>
    revision > 1 &&
    posted.size > 0 &&
    database.articles.revisions(generation, id).some(({ key }) => posted.has(key));
  const isWanted = sectionFilter(schedule);
  return database.news
    .between(seenKey, untilKey, [guildId, SHARED_SCOPE])
    .filter(({ key, section }) => isWanted(section) && !posted.has(key))
    .map((row) => (row.corrected || !wasPosted(row) ? row : { ...row, corrected: true }));
}

function sectionFilter({
  sections,
  mutedSections,
}: Pick<DigestSchedule, 'sections' | 'mutedSections'>): (section: string | null) => boolean {
  const wanted = new Set(sections.map(sectionKey));
  const muted = new Set(mutedSections.map(sectionKey));
  return (section) => {
    if (section === null) return wanted.size === 0;
    const key = sectionKey(section);
    return (wanted.size === 0 || wanted.has(key)) && !muted.has(key);
  };
}
