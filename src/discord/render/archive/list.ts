import { ComponentType, type APIStringSelectComponent } from 'discord.js';
import type { ArticleList } from '../../../archive/library.ts';
import { container, row, separator, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { CHOICE_LENGTH } from '../../limits.ts';
import { displayLine, small } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { archiveTexts } from '../../texts/archive/index.ts';
import type { Language } from '../../texts/language.ts';
import { articleLine, plainArticleLine, type ListedArticle } from './article-line.ts';
import { pageButtons } from './page-buttons.ts';

/** Articles of one page: their lines share the characters of a message. */
export const LIST_PAGE = 10;
const LINE_ROOM = 370;

export interface ListPage {
  readonly list: ArticleList;
  readonly offset: number;
  /** Were articles left out by section or date? */
  readonly filtered: boolean;
  /** Custom id of the page that begins at `offset`. */
  readonly pageId: (offset: number) => string;
  readonly language: Language;
}

/** Articles with their dates and sections, a select to open one, and buttons to the pages beside. */
export function renderList({ list, offset, filtered, pageId, language }: ListPage): MessageReply {
  const texts = archiveTexts[language].list;
  const { articles, total } = list;
  if (articles.length === 0) {
    return { components: [text(filtered ? texts.noMatch : texts.emptyArchive)] };
  }
  const lines = articles.map((article) => articleLine(article, texts.undated, LINE_ROOM));
  const range = texts.range(offset + 1, offset + articles.length, total);
  return {
    components: [
      container([
        text(`### ${texts.title}\n${small(range)}`),
        separator(),
        text(lines.join('\n')),
        row(selectOf(articles, texts.open)),
        ...pageButtons({ offset, pageSize: LIST_PAGE, total }, pageId),
      ]),
    ],
  };
}

function selectOf(
  articles: readonly ListedArticle[],
  placeholder: string,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId('archive-open'),
    placeholder,
    options: articles.map((article) => {
      const section = displayLine(article.section ?? '', CHOICE_LENGTH);
      return {
        label: plainArticleLine(article, CHOICE_LENGTH),
        value: article.id,
        ...(section === '' ? {} : { description: section }),
      };
    }),
  };
}
