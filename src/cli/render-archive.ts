import type { ArchiveStats, ArticleList } from '../archive/library.ts';
import { formatCount, formatDate } from './format.ts';
import { renderTable } from './table.ts';

/** How much the archive holds, for people; ends in a line break. */
export function renderStats(stats: ArchiveStats, columns: number): string {
  const { articles, passages, words, oldest, newest, sections } = stats;
  const lines = [
    `${formatCount(articles, 'article')}, ${formatCount(words, 'word')}, ${formatCount(passages, 'passage')}`,
  ];
  if (oldest !== null && newest !== null) {
    lines.push(
      oldest === newest
        ? `from ${formatDate(oldest)}`
        : `from ${formatDate(oldest)} to ${formatDate(newest)}`,
    );
  }
  if (sections.length > 0) {
    const rows = sections.map(({ section, articles: count }) => [
      count.toLocaleString('en-US'),
      section,
    ]);
    lines.push(
      '',
      renderTable([{ title: 'articles', align: 'right' }, { title: 'section' }], rows, columns),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** One page of the list, for people; ends in a line break. */
export function renderList(
  { total, articles }: ArticleList,
  offset: number,
  columns: number,
): string {
  if (articles.length === 0) {
    return total === 0 ? 'No articles.\n' : `There are only ${formatCount(total, 'article')}.\n`;
  }
  const table = renderTable(
    [{ title: 'id' }, { title: 'date' }, { title: 'section' }, { title: 'headline' }],
    articles.map(({ id, publishedAt, section, headline }) => [
      id,
      publishedAt?.slice(0, ISO_DAY_LENGTH) ?? '',
      section ?? '',
      headline,
    ]),
    columns,
  );
  const last = offset + articles.length;
  const more = last < total ? `; --offset ${last} shows the next` : '';
  return `${table}\n\n${offset + 1} to ${last} of ${total.toLocaleString('en-US')}${more}\n`;
}

const ISO_DAY_LENGTH = 10;
