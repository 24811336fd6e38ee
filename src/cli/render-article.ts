import picocolors from 'picocolors';
import type { Article, Paragraph } from '../archive/article.ts';
import type { ArticleSummary } from '../archive/library.ts';
import { displayText, displayWords } from './display-text.ts';
import { formatDate } from './format.ts';
import { readingWidth, type RenderOptions } from './render-answer.ts';
import { wrapText } from './word-wrap.ts';

/** A whole article to be read in a terminal; ends in a line break. */
export function renderArticle(
  article: Article,
  { state, removedAt }: ArticleSummary,
  { columns, colours }: RenderOptions,
): string {
  const width = readingWidth(columns);
  const { bold, dim } = picocolors.createColors(colours);
  const { headline, section, byline, source, publishedAt, photoCaption, url } = article;
  const facts = [section, publishedAt === null ? null : formatDate(publishedAt), byline, source];
  const wrap = (text: string): string[] => wrapText(displayWords(text), width);
  const status = [
    `id ${article.id}`,
    `revision ${article.revision} (${state})`,
    `added ${formatDate(article.ingestedAt)} by ${article.ingestedBy}`,
    removedAt === null ? null : `removed ${formatDate(removedAt)}`,
  ];
  const blocks = [
    wrap(headline).map((line) => bold(line)),
    wrap(facts.filter((fact) => fact !== null).join(' · ')),
    url === null ? [] : [displayText(url)],
    ...article.paragraphs.map((paragraph) => renderParagraph(article, paragraph, width, bold)),
    photoCaption === null ? [] : wrap(`Photo: ${photoCaption}`).map((line) => dim(line)),
    wrap(status.filter((fact) => fact !== null).join(' · ')).map((line) => dim(line)),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function renderParagraph(
  { canonical }: Article,
  { kind, start, end }: Paragraph,
  width: number,
  bold: (text: string) => string,
): string[] {
  const indent = kind === 'quotation' ? '  ' : '';
  const lines = wrapText(displayWords(canonical.slice(start, end)), width - indent.length);
  return lines.map((line) => (kind === 'subheading' ? bold(line) : indent + line));
}
