import type { ModalSubmitInteraction } from 'discord.js';
import type { ArticleDraft } from '../../archive/article.ts';
import { cleanText, hasWords } from '../../archive/clean-text.ts';
import type { DraftFields, IngestInput } from '../../guild/guild-archive.ts';
import { literalLine } from '../markdown/literal.ts';
import type { ReplyFile } from '../reply.ts';
import { INPUTS } from '../render/ingest/actions.ts';
import { bodyOf } from '../render/ingest/modal.ts';
import { ingestTexts } from '../texts/ingest/index.ts';
import type { Language } from '../texts/language.ts';
import { isWebAddress } from '../../web-address.ts';
import { readTypedDate } from './typed-date.ts';

/** What stands in the modal's inputs. */
export interface TypedArticle {
  readonly headline: string;
  readonly date: string;
  readonly section: string;
  readonly link: string;
  /** Null when the modal had no input for it. */
  readonly body: string | null;
}

/** Whose language the problems are in, and what `today` is. */
export interface TypedContext {
  readonly language: Language;
  readonly today: Date;
}

export function readTyped({ fields }: ModalSubmitInteraction): TypedArticle {
  const value = (name: string): string | null =>
    fields.fields.has(name) ? fields.getTextInputValue(name) : null;
  return {
    headline: cleanText(value(INPUTS.headline) ?? ''),
    date: cleanText(value(INPUTS.date) ?? ''),
    section: cleanText(value(INPUTS.section) ?? ''),
    link: cleanText(value(INPUTS.link) ?? ''),
    body: value(INPUTS.body),
  };
}

/** The article as an input, without what is wrong; each problem is a sentence in markdown. */
export function typedInput(
  typed: TypedArticle,
  { language, today }: TypedContext,
): { readonly input: IngestInput; readonly problems: readonly string[] } {
  const texts = ingestTexts[language].problems;
  const { headline, date, section, link, body } = typed;
  const publishedAt = isoOf(typed, language, today);
  const url = isLinkRight(typed) ? link : '';
  const record = { headline, publishedAt, section, url, text: body ?? '' };
  return {
    input: { name: TYPED_NAME, bytes: Buffer.from(JSON.stringify(record)) },
    problems: [
      ...(headline === '' ? [texts.noHeadline] : []),
      ...(publishedAt === null ? [texts.date(quoted(date))] : []),
      ...(url === link ? [] : [texts.link(quoted(link))]),
    ],
  };
}

/** Its extension tells how it is read. */
const TYPED_NAME = 'text.json';

/** What the person changed of a draft, without what is wrong; each problem is a sentence in markdown. */
export function typedChanges(
  typed: TypedArticle,
  draft: ArticleDraft,
  { language, today }: TypedContext,
): { readonly fields: DraftFields; readonly problems: readonly string[] } {
  const texts = ingestTexts[language].problems;
  const { headline, date, section, link, body } = typed;
  const compared: readonly Compared[] = [
    ['headline', headline !== draft.headline, headline || null, texts.headline],
    [
      'publishedAt',
      date !== orEmpty(draft.publishedAt),
      isoOf(typed, language, today),
      texts.keptDate(quoted(date)),
    ],
    ['section', section !== orEmpty(draft.section), section, ''],
    [
      'url',
      link !== orEmpty(draft.url),
      isLinkRight(typed) ? link : null,
      texts.keptLink(quoted(link)),
    ],
    [
      'text',
      body !== null && !sameText(body, bodyOf(draft)),
      hasWords(body ?? '') ? body : null,
      texts.text,
    ],
  ];
  const changed = compared.filter(([, isChanged]) => isChanged);
  return {
    fields: Object.fromEntries(
      changed.flatMap(([name, , value]) => (value === null ? [] : [[name, value]])),
    ),
    problems: changed.flatMap(([, , value, problem]) => (value === null ? [problem] : [])),
  };
}

/** A field, whether it was changed, to what (null when it cannot be taken), and what to say then. */
type Compared = readonly [
  name: keyof DraftFields,
  isChanged: boolean,
  value: string | null,
  problem: string,
];

/** What was typed, as a problem shows it. */
function quoted(typed: string): string {
  return literalLine(typed, 120);
}

function orEmpty(text: string | null): string {
  return text ?? '';
}

/** Empty for none; null when it is no date. */
function isoOf({ date }: TypedArticle, language: Language, today: Date): string | null {
  return date === '' ? '' : readTypedDate(date, language, today);
}

function isLinkRight({ link }: TypedArticle): boolean {
  return link === '' || isWebAddress(link);
}

/** Discord's clients may send other line ends than they were given. */
function sameText(a: string, b: string): boolean {
  return a.replace(/\r\n?/g, '\n').trim() === b.trim();
}

/** What was typed as a file that `/ingest file` takes, for when it cannot be kept. */
export function typedFile({ headline, date, section, link, body }: TypedArticle): ReplyFile {
  const fields = { headline, date, section, url: link };
  // A text in JSON's quotation marks is one in YAML's.
  const matter = Object.entries(fields).flatMap(([name, value]) =>
    value === '' ? [] : [`${name}: ${JSON.stringify(value)}`],
  );
  const content = `---\n${matter.join('\n')}\n---\n\n${body ?? ''}\n`;
  return { name: 'article.md', data: Buffer.from(content) };
}
