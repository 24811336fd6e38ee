import { parseDateRange, type DayRange } from '../archive/date-range.ts';
import type { Digests } from '../digest/digests.ts';
import { UserError } from '../errors.ts';
import type { PassageFilter } from '../search/partition.ts';
import type { Question } from './guild-archive.ts';
import type { GuildPorts } from './guild-ports.ts';
import { QuestionError } from './question-error.ts';

/** Characters (code points) of a question. */
const LONGEST_QUESTION = 500;

export interface CheckedQuestion {
  /** Without blanks around it. */
  readonly text: string;
  readonly filter: PassageFilter;
}

export interface QuestionCheckPorts extends Pick<
  GuildPorts,
  'library' | 'embedder' | 'clock' | 'guildId' | 'scopes'
> {
  readonly digests: Pick<Digests, 'posted'>;
}

/** @throws {QuestionError} for a question that cannot be asked. */
export function checkQuestion(question: Question, ports: QuestionCheckPorts): CheckedQuestion {
  const text = question.text.trim();
  checkLength(text, ports);
  const articleKeys = askedKeys(question, ports);
  const filter = {
    scopes: ports.scopes,
    ...dayRange(question, ports.clock.now()),
    ...(articleKeys === null ? {} : { articleKeys }),
  };
  return { text, filter };
}

/** Keys of the articles that section and digest leave; null when neither is given. */
function askedKeys(
  { section: typed = '', digest }: Question,
  ports: QuestionCheckPorts,
): ReadonlySet<number> | null {
  const section = typed.trim();
  const inSection = section === '' ? null : keysInSection(section, ports);
  if (digest === undefined) return inSection;
  const inDigest = keysInDigest(digest, ports);
  return inSection === null ? inDigest : new Set([...inDigest].filter((key) => inSection.has(key)));
}

function checkLength(text: string, { embedder }: QuestionCheckPorts): void {
  if (text === '') {
    throw new QuestionError('empty', 'The question is empty. Ask it in words.', text);
  }
  const { length } = Array.from(text);
  if (length > LONGEST_QUESTION) {
    const message = `The question has ${length} characters; at most ${LONGEST_QUESTION} are read. Ask it in fewer words.`;
    throw new QuestionError('too-long', message, text);
  }
  const tokens = embedder.countTokens(text, 'query');
  if (tokens > embedder.maxTokens) {
    const message = `The question has ${tokens} tokens, where the model reads ${embedder.maxTokens}. Ask it in fewer words.`;
    throw new QuestionError('too-long', message, text);
  }
}

function dayRange({ after, before }: Question, today: Date): DayRange {
  naming('bad-date', after ?? '', () => parseDateRange({ after }, today));
  naming('bad-date', before ?? '', () => parseDateRange({ before }, today));
  const both = `${after ?? ''} – ${before ?? ''}`;
  return naming('empty-range', both, () => parseDateRange({ after, before }, today));
}

/** Gives the failures of `parse` a reason. */
function naming(
  reason: 'bad-date' | 'empty-range',
  value: string,
  parse: () => DayRange,
): DayRange {
  try {
    return parse();
  } catch (error) {
    if (error instanceof UserError) throw new QuestionError(reason, error.message, value);
    throw error;
  }
}

function keysInSection(
  section: string,
  { library, scopes }: QuestionCheckPorts,
): ReadonlySet<number> {
  const keys = library.articleKeysInSection(section, scopes);
  if (keys.size > 0) return keys;
  const known = library.sections(scopes).map((each) => each.section);
  const hint = known.length === 0 ? 'No article has one.' : `There are: ${known.join(', ')}.`;
  const message = `There is no section "${section}". ${hint}`;
  throw new QuestionError('no-such-section', message, section, known);
}

/** Of its articles as they are now: those that were corrected since are asked as they stand, removed ones not at all. */
function keysInDigest(
  digest: string,
  { library, digests, guildId, scopes }: QuestionCheckPorts,
): ReadonlySet<number> {
  const posted = digests.posted(guildId, digest);
  if (posted === null) {
    const message = 'This digest is kept no longer. Ask the whole archive instead.';
    throw new QuestionError('no-such-digest', message, digest);
  }
  const revisions = posted.articleIds.flatMap((id) => library.revisions(id, scopes));
  return new Set(revisions.filter(({ state }) => state === 'current').map(({ key }) => key));
}
