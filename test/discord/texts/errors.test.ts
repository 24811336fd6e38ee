import { describe, expect, test } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { ArticleError, type ArticleProblem } from '../../../src/guild/article-error.ts';
import { LimitError, type Limit } from '../../../src/guild/limit-error.ts';
import { QuestionError, type QuestionProblem } from '../../../src/guild/question-error.ts';
import { describeUserError } from '../../../src/discord/texts/errors/index.ts';
import { WordedError } from '../../../src/discord/worded-error.ts';
import { LANGUAGES } from '../../../src/discord/texts/language.ts';

const PROBLEMS: readonly QuestionProblem[] = [
  'empty',
  'too-long',
  'bad-date',
  'no-such-section',
  'empty-range',
  'no-such-digest',
];
const ARTICLE_PROBLEMS: readonly ArticleProblem[] = [
  'not-found',
  'not-yours',
  'already-removed',
  'not-removed',
  'no-pending',
  'no-receipt',
  'no-headline',
  'no-text',
  'bad-date',
  'bad-link',
  'bad-field',
];
const LIMITS: readonly Limit[] = [
  'user-questions',
  'guild-questions',
  'user-ingests',
  'guild-ingests',
  'guild-articles',
  'guild-bytes',
  'article-size',
];

describe('describeUserError', () => {
  test('says every problem in every language, in words of its own', () => {
    const errors = [
      ...PROBLEMS.map((problem) => new QuestionError(problem, 'plain', 'value')),
      ...ARTICLE_PROBLEMS.map((problem) => new ArticleError(problem, 'plain')),
      ...LIMITS.map((limit) => new LimitError(limit, 'plain', 7, null)),
    ];
    for (const error of errors) {
      const sentences = LANGUAGES.map((language) => describeUserError(error, language));
      expect(new Set(sentences).size).toBe(LANGUAGES.length);
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*[.]$/u);
    }
  });

  test('shows what was typed literally, and which sections there are', () => {
    const error = new QuestionError('no-such-section', 'plain', '**Tech** @everyone', ['A', 'B*']);
    expect(describeUserError(error, 'en')).toBe(
      'There is no section “\\*\\*Tech\\*\\* \\@everyone”. Sections here: A, B\\*.',
    );
  });

  test('says how long to wait, rounded up', () => {
    const limit = (ms: number | null) => new LimitError('user-questions', 'plain', 1_200, ms);
    expect(describeUserError(limit(12_001), 'en')).toBe(
      'That was quick: everybody can ask 1,200 questions a minute. Please try again in 13 seconds.',
    );
    expect(describeUserError(limit(61_000), 'de')).toContain('in 2 Minuten');
    expect(describeUserError(limit(3_600_000), 'fr')).toContain('dans 1\u00A0heure');
    expect(describeUserError(limit(null), 'es')).not.toContain('Inténtalo');
  });

  test('leaves other errors their own words, literally unless they were put into words for Discord', () => {
    expect(describeUserError(new WordedError('Use `/ask`.'), 'de')).toBe('Use `/ask`.');
    expect(describeUserError(new UserError('No **file** @here.'), 'de')).toBe(
      'No \\*\\*file\\*\\* \\@here\\.',
    );
  });
});
