import type { PendingArticle, PendingIngest } from '../../../guild/guild-archive.ts';
import { button, container, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { TEXT_LENGTH } from '../../limits.ts';
import { small } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { ingestTexts } from '../../texts/ingest/index.ts';
import type { IngestTexts } from '../../texts/ingest/ingest-texts.ts';
import type { Language } from '../../texts/language.ts';
import { ACTIONS } from './actions.ts';
import {
  beginning,
  changeLines,
  factLines,
  headlineLine,
  nearDuplicateLines,
  noteLines,
} from './article-lines.ts';
import { COLOURS } from './colours.ts';
import { decisions } from './decisions.ts';
import { failureLines, renderNothing } from './failures.ts';
import { linesWithin } from './lines-within.ts';
import { listPageOf, renderPendingList } from './list.ts';

export interface PreviewOptions {
  /** Sentences about what was wrong with what the person just sent, as markdown. */
  readonly problems?: readonly string[];
  /** Of the list, from 0. */
  readonly page?: number;
}

/** Characters of each. With the other parts they leave room for the beginning of the text. */
const FAILURES_ROOM = 300;
const PROBLEMS_ROOM = 750;
const BEGINNING_LENGTH = 600;
/** For what others put below it. */
const RESERVE = 300;

/** A pending ingest: its article, or the list of them, with what can be done; or only why there is none. */
export function renderPending(
  pending: PendingIngest,
  language: Language,
  options: PreviewOptions = {},
): MessageReply {
  if (pending.articles.length === 0) return renderNothing(pending.failures, language);
  if (pending.articles.length === 1) return renderPendingArticle(pending, 0, language, options);
  return renderPendingList(pending, language, options.page ?? 0);
}

/** One article of a pending ingest. @param at its position; one beyond the last shows the last. */
export function renderPendingArticle(
  pending: PendingIngest,
  at: number,
  language: Language,
  { problems = [] }: PreviewOptions = {},
): MessageReply {
  const position = Math.min(at, pending.articles.length - 1);
  const article = pending.articles[position];
  if (article === undefined) return renderNothing(pending.failures, language);
  const only = pending.articles.length === 1;
  return {
    components: [
      container(
        articleTexts(pending, article, position, language, problems).map((part) => text(part)),
        COLOURS[article.status],
      ),
      ...(only ? [] : [neighbours(pending, position, language)]),
      decisions(pending, language, { at: position, again: problems.length > 0 }),
    ],
  };
}

function articleTexts(
  { articles, failures }: PendingIngest,
  article: PendingArticle,
  at: number,
  language: Language,
  problems: readonly string[],
): readonly string[] {
  const texts = ingestTexts[language];
  const { preview } = texts;
  const only = articles.length === 1;
  const parts = [
    `### ${preview.title[article.status]}\n${headlineLine(article.draft.headline, texts)}`,
    problemLines(problems, texts),
    factLines(article, texts),
    statusLines(article, language),
    noteLines(article.draft.notes, texts, language),
    only ? failureLines(failures, language, FAILURES_ROOM) : '',
  ];
  const foot = small(only ? preview.notInArchiveYet : preview.of(at + 1, articles.length));
  const used = [...parts, foot].reduce((sum, part) => sum + part.length, 0);
  const start = beginning(article.draft, Math.min(BEGINNING_LENGTH, TEXT_LENGTH - RESERVE - used));
  return [...parts, start, foot].filter((part) => part !== '');
}

function problemLines(problems: readonly string[], { preview }: IngestTexts): string {
  const lines = problems.map((problem) => `⚠️ ${problem}`);
  return linesWithin(lines, PROBLEMS_ROOM, preview.more);
}

function statusLines(article: PendingArticle, language: Language): string {
  const texts = ingestTexts[language];
  const { status, existing, nearDuplicates } = article;
  const isAlike = nearDuplicates.length > 0;
  const lines = [
    status === 'new' && isAlike ? '' : texts.preview.status[status],
    ...(status === 'changed' && existing !== null
      ? [headlineLine(existing.headline, texts), changeLines(article.changes, texts)]
      : []),
    ...(isAlike ? [texts.preview.alikeTo, nearDuplicateLines(nearDuplicates, texts)] : []),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

function neighbours(
  { id, articles }: PendingIngest,
  at: number,
  language: Language,
): ReturnType<typeof row> {
  const { buttons } = ingestTexts[language];
  const show = (position: number, label: string, emoji: string, disabled: boolean) =>
    button(customId(ACTIONS.show, id, position), label, { emoji, disabled });
  return row(
    show(at - 1, buttons.previous, '◀️', at === 0),
    show(at + 1, buttons.next, '▶️', at === articles.length - 1),
    button(customId(ACTIONS.page, id, listPageOf(at)), buttons.back),
  );
}
