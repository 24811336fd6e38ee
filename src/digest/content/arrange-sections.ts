import { sectionKey } from '../../archive/database/article-columns.ts';
import type { DigestEntry, DigestSection } from '../digest.ts';

/**
 * Entries by the section of the article shown. Sections with most entries come first, of equal ones that with the first
 * entry; entries without a section come last.
 * @param entries newest first.
 */
export function arrangeSections(entries: readonly DigestEntry[]): DigestSection[] {
  const groups = new Map<string | null, DigestEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry.article.section);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entry]);
    else group.push(entry);
  }
  return [...groups]
    .map(([key, group]) => ({
      section: key === null ? null : spellingOf(key, group),
      entries: group,
    }))
    .sort(byEntries);
}

function keyOf(section: string | null): string | null {
  return section === null ? null : sectionKey(section);
}

/** As most articles of the section spell it, folded ones included; of equal ones the first. */
function spellingOf(key: string, entries: readonly DigestEntry[]): string {
  const counts = new Map<string, number>();
  for (const { section } of entries.flatMap(({ article, alsoIn }) => [article, ...alsoIn])) {
    if (section === null || sectionKey(section) !== key) continue;
    counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  const [first = [key, 0] as const, ...others] = counts;
  return others.reduce((most, each) => (each[1] > most[1] ? each : most), first)[0];
}

function byEntries(a: DigestSection, b: DigestSection): number {
  if (a.section === null || b.section === null) return a.section === null ? 1 : -1;
  return b.entries.length - a.entries.length;
}
