import type { GuildArticles } from '../../guild/guild-archive.ts';
import type { Choice } from '../command.ts';
import { CHOICES, CHOICE_LENGTH } from '../limits.ts';
import { displayLine } from '../markdown/literal.ts';
import { plainArticleLine } from '../render/archive/article-line.ts';

/** Articles whose headline has the words typed so far; the choice's value is the id. */
export function articleChoices(
  archive: GuildArticles,
  typed: string,
  { own }: { readonly own: boolean },
): readonly Choice[] {
  return archive.findHeadlines(typed, CHOICES, { own }).map((article) => ({
    name: plainArticleLine(article, CHOICE_LENGTH),
    value: article.id,
  }));
}

/** Sections that contain what is typed so far, in any case. Those too long for a choice cannot be offered. */
export function sectionChoices(archive: GuildArticles, typed: string): readonly Choice[] {
  const wanted = typed.trim().toLowerCase();
  return archive
    .sections()
    .map(({ section }) => ({ name: displayLine(section), value: section }))
    .filter(
      ({ name, value }) =>
        value.toLowerCase().includes(wanted) &&
        name !== '' &&
        Math.max(name.length, value.length) <= CHOICE_LENGTH,
    )
    .slice(0, CHOICES);
}
