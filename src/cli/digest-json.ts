import type { Citation } from '../answer/answer.ts';
import type { Digest, DigestEntry } from '../digest/digest.ts';
import type { DigestView } from '../digest/digests.ts';
import type { DigestSchedule } from '../digest/schedule.ts';

/** What `digest --json` prints. */
interface DigestJson extends DigestSchedule {
  /** ISO date-time; null while it is paused. */
  readonly nextAt: string | null;
  readonly digest: Omit<Digest, 'sections'> & { readonly sections: readonly SectionJson[] };
}

interface SectionJson {
  readonly section: string | null;
  readonly entries: readonly EntryJson[];
}

interface EntryJson extends Pick<DigestEntry, 'corrected' | 'lead' | 'quotation'> {
  readonly article: ArticleJson;
  readonly alsoIn: readonly ArticleJson[];
}

type ArticleJson = Omit<Citation, 'byline'>;

export function digestJson({ schedule, nextAt }: DigestView, digest: Digest): DigestJson {
  return {
    ...schedule,
    nextAt: nextAt?.toISOString() ?? null,
    digest: {
      ...digest,
      sections: digest.sections.map(({ section, entries }) => ({
        section,
        entries: entries.map(({ article, corrected, lead, quotation, alsoIn }) => ({
          article: articleJson(article),
          corrected,
          lead,
          quotation,
          alsoIn: alsoIn.map(articleJson),
        })),
      })),
    },
  };
}

function articleJson({ id, headline, section, publishedAt, url, source }: Citation): ArticleJson {
  return { id, headline, section, publishedAt, url, source };
}
