import type { Caller, ComponentHandler, MessageReply } from './command.ts';
import { customId } from './custom-id.ts';
import { pageNumber } from './page-number.ts';
import { renderArticle } from './render/article/article.ts';
import { askTexts } from './texts/ask/index.ts';
import { WordedError } from './worded-error.ts';

const ACTION = 'article-page';

/** A page of a visible article, 0 for the first. @throws {UserError} when the guild sees no such article. */
export async function readArticle(
  id: string,
  page: number,
  { archive, language }: Pick<Caller, 'archive' | 'language'>,
): Promise<MessageReply> {
  const article = (await archive()).article(id);
  if (article === null) throw new WordedError(askTexts[language].article.notFound);
  return renderArticle({ article, page, pageId: (at) => customId(ACTION, id, at), language });
}

/** The buttons under `readArticle`. */
export const articlePageHandler: ComponentHandler = {
  action: ACTION,
  place: 'update',
  run: (_, [id = '', page], caller) => readArticle(id, pageNumber(page), caller),
};
