import { MOST_DIGESTS, type DigestError } from '../../../digest/digest-error.ts';
import { literalLine } from '../../markdown/literal.ts';
import type { Language } from '../language.ts';
import { formatNumber } from '../numbers.ts';
import { problemText } from '../digest-post/index.ts';
import { digestTexts } from './index.ts';

const VALUE_LENGTH = 200;

/** What is wrong with something asked of a digest, as Discord markdown. */
export function describeDigestError(
  { reason, value, problem }: DigestError,
  language: Language,
): string {
  const { errors } = digestTexts[language];
  if (reason === 'not-posted') {
    return errors[reason](problem === null ? '' : problemText(problem, language)).trim();
  }
  if (reason === 'too-many') return errors[reason](formatNumber(language, MOST_DIGESTS));
  return errors[reason](literalLine(value ?? '', VALUE_LENGTH));
}
