import type { Article } from '../../archive/article.ts';
import type { GivenExcerpt } from '../../guild/guild-archive.ts';
import type { Caller, MessageReply } from '../command.ts';
import { customId } from '../custom-id.ts';
import { small } from '../markdown/literal.ts';
import { ANSWER_ACTIONS } from '../render/answer/buttons.ts';
import { renderArticle, type ArticleMark } from '../render/article/article.ts';
import { askTexts } from '../texts/ask/index.ts';
import { keptAnswer } from './kept-answer.ts';
import { WordedError } from '../worded-error.ts';

export interface CitedPlace {
  /** Of the answer. */
  readonly id: string | undefined;
  readonly rank: number;
  /** Default: where the excerpt is. */
  readonly page?: number;
}

/**
 * The article of an excerpt, as it is now, the excerpt marked where it still stands in it.
 * @throws {UserError} when the answer or the article is gone.
 */
export async function readCited(
  { id, rank, page }: CitedPlace,
  caller: Caller,
): Promise<MessageReply> {
  const { archive, answer } = await keptAnswer(id, caller);
  const texts = askTexts[caller.language];
  const excerpt = answer.excerpts.find((each) => each.rank === rank);
  if (excerpt === undefined) throw new WordedError(texts.answer.gone);
  const article = archive.article(excerpt.article.id);
  if (article === null) throw new WordedError(texts.article.removed);
  const isSame = excerpt.state === 'current' && sliceOf(article, excerpt) === excerpt.text;
  return renderArticle({
    article,
    mark: isSame ? excerpt : findMark(article, excerpt),
    ...(page === undefined ? {} : { page }),
    ...(isSame ? {} : { note: small(texts.article.changed) }),
    pageId: (at) => customId(ANSWER_ACTIONS.readPage, answer.id ?? '', rank, at),
    language: caller.language,
  });
}

function sliceOf({ canonical }: Article, { start, end }: GivenExcerpt): string {
  return canonical.slice(start, end);
}

/** The answering sentence in another revision, if it stands there word for word. */
function findMark({ canonical }: Article, excerpt: GivenExcerpt): ArticleMark | null {
  const { text, start, sentenceStart, sentenceEnd } = excerpt;
  const sentence = text.slice(sentenceStart - start, sentenceEnd - start);
  const at = sentence === '' ? -1 : canonical.indexOf(sentence);
  if (at < 0) return null;
  const end = at + sentence.length;
  return { start: at, end, sentenceStart: at, sentenceEnd: end };
}
