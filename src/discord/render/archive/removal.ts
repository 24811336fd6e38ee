import type { Article } from '../../../archive/article.ts';
import type { ArticleSummary } from '../../../archive/library.ts';
import { button, container, row, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { bold, literalLine, small } from '../../markdown/literal.ts';
import { quote } from '../../markdown/quote.ts';
import type { MessageReply } from '../../reply.ts';
import { archiveTexts } from '../../texts/archive/index.ts';
import type { Language } from '../../texts/language.ts';
import { articleLine, headlineOf } from './article-line.ts';

const LINE_ROOM = 800;
const HEADLINE_LENGTH = 300;
const BEGINNING_LENGTH = 400;

/** What would be removed, with Remove and Cancel. */
export function renderRemovalQuestion(article: Article, language: Language): MessageReply {
  const { remove, list } = archiveTexts[language];
  return {
    components: [
      container([
        text(`### ${remove.question}\n${articleLine(article, list.undated, LINE_ROOM)}`),
        text(quote(literalLine(article.canonical, BEGINNING_LENGTH))),
        text(small(remove.consequence)),
        row(
          button(customId('archive-remove', article.id), remove.confirm, { style: 'danger' }),
          button(customId('archive-keep', article.id), remove.cancel),
        ),
      ]),
    ],
  };
}

/** The receipt, with Undo. */
export function renderRemoved(article: ArticleSummary, language: Language): MessageReply {
  const { remove } = archiveTexts[language];
  return {
    components: [
      text(remove.removed(shownHeadline(article))),
      row(button(customId('archive-restore', article.id), remove.undo)),
    ],
  };
}

export function renderKept(language: Language): MessageReply {
  return { components: [text(archiveTexts[language].remove.cancelled)] };
}

export function renderRestored(article: ArticleSummary, language: Language): MessageReply {
  return { components: [text(archiveTexts[language].remove.restored(shownHeadline(article)))] };
}

function shownHeadline(article: ArticleSummary): string {
  return bold(literalLine(headlineOf(article), HEADLINE_LENGTH));
}
