import type { IngestedArticle, IngestFailure, IngestReport, Place } from '../ingest/report.ts';
import { displayText } from './display-text.ts';
import { formatCount, formatDate } from './format.ts';

/** Articles and failures listed by name; the rest is counted. */
const LISTED = 20;

/** What became of the inputs, for people; ends in a line break. */
export function renderIngestReport(report: IngestReport): string {
  const lines = report.preview === null ? storedLines(report) : previewLines(report);
  const failures = listed(report.failed.map(failureLine), 'more could not be read');
  if (failures.length > 0) lines.push('', 'Could not be read:', ...failures);
  if (report.stopped) {
    lines.push('', 'Stopped. What was added is kept; the same command again goes on from there.');
  }
  return `${lines.map(displayText).join('\n')}\n`;
}

function storedLines(report: IngestReport): string[] {
  const { added, revised, unchanged, articles, nearDuplicates, failed } = report;
  const lines = [
    `${formatCount(added, 'article')} added, ${revised} revised, ` +
      `${unchanged} unchanged, ${failed.length} failed.`,
    ...listed(articles.map(articleLine), 'more'),
  ];
  const alike = nearDuplicates.map(
    ({ id, headline, like, likeness }) =>
      `  ${id}  ${headline}\n  is ${Math.round(likeness * 100)}% like ${like.id}  ${like.headline}`,
  );
  if (alike.length > 0) {
    lines.push('', 'Added, though much like another one (archive remove takes it out again):');
    lines.push(...listed(alike, 'more').flatMap((pair) => pair.split('\n')));
  }
  return lines;
}

function previewLines({ preview, failed }: IngestReport): string[] {
  const articles = preview ?? [];
  const found = articles.map(({ input, line, headline, publishedAt, section, notes }) => {
    const facts = [headline, section, publishedAt === null ? 'no date' : formatDate(publishedAt)];
    const place = placeOf({ input, line });
    return [
      `  ${place}: ${facts.filter((fact) => fact !== null).join(' · ')}`,
      ...notes.map((note) => `    ${note}`),
    ].join('\n');
  });
  return [
    `${formatCount(articles.length, 'article')} readable, ${failed.length} failed. Nothing was stored.`,
    ...listed(found, 'more').flatMap((lines) => lines.split('\n')),
  ];
}

function articleLine({ id, headline, revision }: IngestedArticle): string {
  return `  ${id}  ${headline}${revision > 1 ? ` (revision ${revision})` : ''}`;
}

/** `seeds/a.jsonl:41: the date does not exist`. */
export function failureLine(failure: IngestFailure): string {
  const { input, reason } = failure;
  // What is said about an address names it.
  return reason.startsWith(input) ? `  ${reason}` : `  ${placeOf(failure)}: ${reason}`;
}

function placeOf({ input, line }: Place): string {
  return line === null ? input : `${input}:${line}`;
}

function listed(lines: readonly string[], rest: string): string[] {
  if (lines.length <= LISTED) return [...lines];
  return [...lines.slice(0, LISTED), `  … ${lines.length - LISTED} ${rest} (--json lists all)`];
}
