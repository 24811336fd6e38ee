import { DigestError } from '../../../digest/digest-error.ts';
import type { UserError } from '../../../errors.ts';
import { ArticleError } from '../../../guild/article-error.ts';
import { LimitError } from '../../../guild/limit-error.ts';
import { QuestionError } from '../../../guild/question-error.ts';
import { literalLine } from '../../markdown/literal.ts';
import { WordedError } from '../../worded-error.ts';
import { describeDigestError } from '../digest/describe-error.ts';
import { formatDuration } from '../duration.ts';
import type { Language, Localised } from '../language.ts';
import { formatMegabytes, formatNumber } from '../numbers.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { ErrorTexts } from './error-texts.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';

const errorTexts: Localised<ErrorTexts> = { en, de, fr, es };

/** Characters of a question, as the command's definition has it too. */
export const QUESTION_LENGTH = 500;
const VALUE_LENGTH = 200;
const MESSAGE_LENGTH = 1_500;
const SECTIONS_SHOWN = 10;

/** What to tell the person, as Discord markdown in their language; the error's own message, shown literally, where there is no other wording. */
export function describeUserError(error: UserError, language: Language): string {
  if (error instanceof QuestionError) return describeQuestion(error, errorTexts[language]);
  if (error instanceof LimitError) return describeLimit(error, language);
  if (error instanceof ArticleError) return errorTexts[language].articles[error.reason];
  if (error instanceof DigestError) return describeDigestError(error, language);
  if (error instanceof WordedError) return error.message;
  return literalLine(error.message, MESSAGE_LENGTH);
}

function describeQuestion(
  { reason, value, known }: QuestionError,
  { question }: ErrorTexts,
): string {
  const shown = literalLine(value, VALUE_LENGTH);
  switch (reason) {
    case 'empty':
      return question.empty;
    case 'too-long':
      return question.tooLong(QUESTION_LENGTH);
    case 'bad-date':
      return question.badDate(shown);
    case 'empty-range':
      return question.emptyRange(shown);
    case 'no-such-section': {
      const sections = known
        .slice(0, SECTIONS_SHOWN)
        .map((name) => literalLine(name, VALUE_LENGTH / 2));
      const more = known.length > SECTIONS_SHOWN ? ', …' : '';
      return question.noSuchSection(shown, sections.join(', ') + more);
    }
    case 'no-such-digest':
      return question.noSuchDigest;
  }
}

function describeLimit({ limit, allowed, retryAfterMs }: LimitError, language: Language): string {
  const { limits, tryAgainIn } = errorTexts[language];
  const shown =
    limit === 'guild-bytes' ? formatMegabytes(language, allowed) : formatNumber(language, allowed);
  const sentence = limits[limit](shown);
  if (retryAfterMs === null) return sentence;
  return `${sentence} ${tryAgainIn(formatDuration(language, retryAfterMs))}`;
}
