import type { GivenAnswer, GivenExcerpt } from '../../../guild/guild-archive.ts';
import { container, separator, text } from '../../components.ts';
import { bold, literal, literalLine, small } from '../../markdown/literal.ts';
import { timestamp } from '../../markdown/timestamp.ts';
import type { MessageReply } from '../../reply.ts';
import { askTexts, type AskTexts } from '../../texts/ask/index.ts';
import type { Language } from '../../texts/language.ts';
import { formatShare } from '../../texts/numbers.ts';
import { citedHeadline } from '../article/citation.ts';
import { OUTCOME_COLOURS } from './colours.ts';
import { answerPages, clampPage } from './pages.ts';

const HEADLINE_ROOM = 500;
const WORDS_SHOWN = 12;
const WORD_ROOM = 30;
/** An estimate is never certain, and is not shown as if it were. */
const HIGHEST_SHOWN = 0.99;

/** Why the excerpts of that page were chosen, in words with numbers. */
export function renderWhy(answer: GivenAnswer, page: number, language: Language): MessageReply {
  const { why, answer: texts } = askTexts[language];
  const pages = answerPages(answer);
  const excerpts = pages[clampPage(page, pages)] ?? [];
  return {
    components: [
      container(
        [
          text(
            `### ${why.title}\n${small(why.confidence(formatShare(language, Math.min(answer.confidence, HIGHEST_SHOWN))))}`,
          ),
          ...excerpts.flatMap((excerpt) => [
            separator(),
            text(
              excerpt.state === 'removed'
                ? small(`${leadOf(excerpt)} ${texts.removed}`)
                : reasons(excerpt, why, language),
            ),
          ]),
        ],
        OUTCOME_COLOURS[answer.outcome],
      ),
    ],
  };
}

function reasons(excerpt: GivenExcerpt, why: AskTexts['why'], language: Language): string {
  const { article, evidence } = excerpt;
  const words = evidence.matchedWords
    .slice(0, WORDS_SHOWN)
    .map((word) => bold(literalLine(word, WORD_ROOM)));
  return [
    `${leadOf(excerpt)} ${citedHeadline(article, HEADLINE_ROOM)}`,
    `- ${words.length === 0 ? why.noneMatched : why.matched(words)}`,
    `- ${why.coverage(formatShare(language, evidence.coverage))}`,
    `- ${why.similarity(twoDigits(evidence.similarity, language))}`,
    `- ${why.passage(twoDigits(evidence.passageScore, language))}`,
    `- ${article.publishedAt === null ? why.undated : why.published(timestamp(article.publishedAt))}`,
  ].join('\n');
}

function leadOf({ rank }: GivenExcerpt): string {
  return bold(literal(`[${rank}]`));
}

function twoDigits(value: number, language: Language): string {
  return new Intl.NumberFormat(language, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  }).format(value);
}
