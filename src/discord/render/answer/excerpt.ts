import type { GivenExcerpt } from '../../../guild/guild-archive.ts';
import { bold, literal, small } from '../../markdown/literal.ts';
import { quoteMarked, type MarkedText } from '../../markdown/quote.ts';
import type { AskTexts } from '../../texts/ask/index.ts';
import { citationLine } from '../article/citation.ts';

/** An excerpt as a block quote with its citation under it. */
export interface ExcerptBlock {
  /** Characters of the quote at full length; 0 where nothing of it may be shown. */
  readonly wanted: number;
  /** Characters of everything but the quote. */
  readonly fixed: number;
  /** @param room characters for the quote. */
  readonly render: (room: number) => string;
}

/** @param citationRoom characters the citation may take; 200 at least. */
export function excerptBlock(
  excerpt: GivenExcerpt,
  citationRoom: number,
  texts: AskTexts['answer'],
): ExcerptBlock {
  const lead = `${bold(literal(`[${excerpt.rank}]`))} `;
  if (excerpt.state === 'removed') return fixedBlock(small(`${lead}${texts.removed}`));
  const lines = [
    small(citationLine(excerpt.article, lead, citationRoom)),
    ...(excerpt.state === 'changed' ? [small(texts.changed)] : []),
  ];
  const below = `\n${lines.join('\n')}`;
  const marked = markedText(excerpt);
  return {
    wanted: quoteMarked(marked, Infinity).length,
    fixed: below.length,
    render: (room) => quoteMarked(marked, room) + below,
  };
}

function fixedBlock(markdown: string): ExcerptBlock {
  return { wanted: 0, fixed: markdown.length, render: () => markdown };
}

function markedText({ text, start, sentenceStart, sentenceEnd }: GivenExcerpt): MarkedText {
  return { text, from: sentenceStart - start, to: sentenceEnd - start };
}
