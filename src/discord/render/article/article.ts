import type { Article, Paragraph } from '../../../archive/article.ts';
import { button, container, row, separator, text } from '../../components.ts';
import { displayLine, literal, literalLine, bold, small } from '../../markdown/literal.ts';
import { quoteMarked } from '../../markdown/quote.ts';
import type { MessageReply } from '../../reply.ts';
import { askTexts } from '../../texts/ask/index.ts';
import type { Language } from '../../texts/language.ts';
import { citedHeadline, citedFacts } from './citation.ts';
import { articlePages, pageAt } from './pages.ts';

export interface ArticleView {
  readonly article: Article;
  /** 0 for the first; one beyond the end shows the last. Absent: the page of the mark, or the first. */
  readonly page?: number;
  /** Stands out, its sentence bold. */
  readonly mark?: ArticleMark | null;
  /** One line of markdown over the text. */
  readonly note?: string;
  /** Custom id of another page, which may be one that is not there. */
  readonly pageId: (page: number) => string;
  readonly language: Language;
}

/** An excerpt and the sentence in it: UTF-16 offsets into the canonical text. */
export interface ArticleMark {
  readonly start: number;
  readonly end: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

const HEADLINE_ROOM = 700;
const FACTS_ROOM = 400;
const CAPTION_ROOM = 300;

/** One page of an article, word for word, with buttons to the pages beside it. */
export function renderArticle(view: ArticleView): MessageReply {
  const { article, mark = null, note, pageId, language } = view;
  const pages = articlePages(article);
  const asked = view.page ?? (mark === null ? 0 : pageAt(pages, mark.sentenceStart));
  const page = Math.min(Math.max(0, asked), pages.length - 1);
  const paragraphs = (pages[page] ?? []).map((paragraph) => paragraphOf(article, paragraph, mark));
  const caption = page === 0 ? displayLine(article.photoCaption ?? '') : '';
  return {
    components: [
      container([
        text([...heading(article), ...(note === undefined ? [] : [note])].join('\n')),
        separator(),
        text(paragraphs.join('\n\n')),
        ...(caption === '' ? [] : [text(small(`📷 ${literalLine(caption, CAPTION_ROOM)}`))]),
        ...(pages.length === 1
          ? []
          : [
              text(small(askTexts[language].article.page(page + 1, pages.length))),
              row(
                button(pageId(page - 1), '', { emoji: '◀️', disabled: page === 0 }),
                button(pageId(page + 1), '', { emoji: '▶️', disabled: page === pages.length - 1 }),
              ),
            ]),
      ]),
    ],
  };
}

function heading(article: Article): string[] {
  const facts = citedFacts(article, FACTS_ROOM);
  return [
    `### ${citedHeadline(article, HEADLINE_ROOM)}`,
    ...(facts.length === 0 ? [] : [small(facts.join(' · '))]),
  ];
}

function paragraphOf(
  { canonical }: Article,
  { kind, start, end }: Paragraph,
  mark: ArticleMark | null,
): string {
  const words = canonical.slice(start, end);
  if (mark !== null && mark.start < end && mark.end > start) {
    const within = (offset: number): number => Math.min(Math.max(offset, start), end) - start;
    const place = { from: within(mark.sentenceStart), to: within(mark.sentenceEnd) };
    return quoteMarked({ text: words, ...place }, Infinity);
  }
  switch (kind) {
    case 'subheading':
      return bold(literal(words));
    case 'standfirst':
    case 'quotation':
      return `*${literal(words)}*`;
    case 'text':
      return literal(words);
  }
}
