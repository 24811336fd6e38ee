import { ComponentType, type APIStringSelectComponent } from 'discord.js';
import type { PendingArticle, PendingIngest } from '../../../guild/guild-archive.ts';
import { button, container, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { CHOICE_LENGTH } from '../../limits.ts';
import { displayLine, literalLine, small } from '../../markdown/literal.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { MessageReply } from '../../reply.ts';
import { ingestTexts } from '../../texts/ingest/index.ts';
import type { IngestTexts } from '../../texts/ingest/ingest-texts.ts';
import type { Language } from '../../texts/language.ts';
import { formatNumber } from '../../texts/numbers.ts';
import { ACTIONS } from './actions.ts';
import { headlineLine } from './article-lines.ts';
import { COLOURS } from './colours.ts';
import { decisions } from './decisions.ts';
import { failureLines } from './failures.ts';

const PAGE_SIZE = 10;
/** Ten lines and the failures stay below Discord's 4,000 characters. */
const LINE_HEADLINE_LENGTH = 150;
const LINE_SECTION_LENGTH = 40;
const FAILURES_ROOM = 700;

const MARKS = { new: '🟢', changed: '🟡', same: '⚪' } as const;
const STATUSES = ['new', 'changed', 'same'] as const;

/** The page of the list on which an article stands. @param at its position. */
export function listPageOf(at: number): number {
  return Math.floor(at / PAGE_SIZE);
}

/** Several pending articles, ten a page. @param page from 0; one beyond the last shows the last. */
export function renderPendingList(
  pending: PendingIngest,
  language: Language,
  page: number,
): MessageReply {
  const texts = ingestTexts[language];
  const pages = Math.ceil(pending.articles.length / PAGE_SIZE);
  const shownPage = Math.min(page, pages - 1);
  const from = shownPage * PAGE_SIZE;
  const shown = pending.articles.slice(from, from + PAGE_SIZE);
  const lines = shown.map((article, index) =>
    articleLine(article, from + index + 1, texts, language),
  );
  const failures = failureLines(pending.failures, language, FAILURES_ROOM);
  return {
    components: [
      container(
        [
          text(
            `### ${texts.list.title(pending.articles.length)}\n${totals(pending.articles, texts, language)}`,
          ),
          text(lines.join('\n')),
          ...(failures === '' ? [] : [text(failures)]),
          text(small(foot(texts, shownPage, pages))),
        ],
        COLOURS.new,
      ),
      row(choice(pending.id, shown, from, texts)),
      ...(pages === 1 ? [] : [turning(pending.id, shownPage, pages, texts)]),
      decisions(pending, language, null),
    ],
  };
}

function articleLine(
  { draft, status, words, nearDuplicates }: PendingArticle,
  position: number,
  texts: IngestTexts,
  language: Language,
): string {
  const [nearest] = nearDuplicates;
  const facts = [
    headlineLine(draft.headline, texts, LINE_HEADLINE_LENGTH),
    ...(draft.publishedAt === null ? [] : [timestamp(draft.publishedAt, 'd')]),
    ...(draft.section === null ? [] : [literalLine(draft.section, LINE_SECTION_LENGTH)]),
    texts.list.words(words),
    ...(nearest === undefined ? [] : [`⚠️ ${texts.preview.alike(nearest.likeness)}`]),
  ];
  return `${MARKS[status]} ${formatNumber(language, position)}\\. ${facts.join(' · ')}`;
}

function totals(
  articles: readonly PendingArticle[],
  texts: IngestTexts,
  language: Language,
): string {
  return STATUSES.flatMap((status) => {
    const count = articles.filter((article) => article.status === status).length;
    const number = formatNumber(language, count);
    return count === 0 ? [] : [`${MARKS[status]} ${number} ${texts.list.totals[status]}`];
  }).join(' · ');
}

function foot(texts: IngestTexts, page: number, pages: number): string {
  const place = pages === 1 ? '' : `${texts.list.page(page + 1, pages)} · `;
  return `${place}${texts.preview.notInArchiveYet}`;
}

function choice(
  id: string,
  articles: readonly PendingArticle[],
  from: number,
  texts: IngestTexts,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId(ACTIONS.pick, id),
    placeholder: texts.list.choose,
    options: articles.map(({ draft }, index) => {
      const headline = displayLine(draft.headline) || texts.preview.noHeadline;
      return {
        label: displayLine(`${from + index + 1}. ${headline}`, CHOICE_LENGTH),
        value: String(from + index),
      };
    }),
  };
}

function turning(
  id: string,
  page: number,
  pages: number,
  texts: IngestTexts,
): ReturnType<typeof row> {
  const turn = (to: number, label: string, emoji: string, disabled: boolean) =>
    button(customId(ACTIONS.page, id, to), label, { emoji, disabled });
  return row(
    turn(page - 1, texts.buttons.previous, '◀️', page === 0),
    turn(page + 1, texts.buttons.next, '▶️', page === pages - 1),
  );
}
