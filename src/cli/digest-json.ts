import type { Digest, DigestEntry } from '../digest/digest.ts';
import type { DigestView } from '../digest/digests.ts';
import type { DigestSchedule } from '../digest/schedule.ts';
import { citationJson, type CitationJson } from './citation-json.ts';

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
  readonly article: CitationJson;
  readonly alsoIn: readonly CitationJson[];
}

export function digestJson({ schedule, nextAt }: DigestView, digest: Digest): DigestJson {
  return {
    ...schedule,
    nextAt: nextAt?.toISOString() ?? null,
    digest: {
      ...digest,
      sections: digest.sections.map(({ section, entries }) => ({
        section,
        entries: entries.map(({ article, corrected, lead, quotation, alsoIn }) => ({
          article: citationJson(article),
          corrected,
          lead,
          quotation,
          alsoIn: alsoIn.map(citationJson),
        })),
      })),
    },
  };
}
