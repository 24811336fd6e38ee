import type { DraftParagraph } from '../article.ts';
import { bylineNames, isByline, isDateLine, isMarkedCaption } from './header-lines.ts';

export interface LiftedLines {
  readonly byline: string | null;
  readonly date: string | null;
  readonly caption: string | null;
  readonly paragraphs: readonly DraftParagraph[];
}

/** Bylines and date lines stand above the text; further down a date may be a list's item. */
const HEADER_PARAGRAPHS = 5;

/** Takes byline, date line and marked photo captions out of paragraphs that came with their headline already off. */
export function liftHeaderLines(paragraphs: readonly DraftParagraph[]): LiftedLines {
  const found: { byline: string | null; date: string | null; caption: string | null } = {
    byline: null,
    date: null,
    caption: null,
  };
  const kept = paragraphs.filter(({ text }, index) => {
    if (isMarkedCaption(text)) {
      found.caption ??= text;
      return false;
    }
    if (index >= HEADER_PARAGRAPHS) return true;
    if (isDateLine(text)) {
      found.date ??= text;
      return false;
    }
    if (isByline(text)) {
      found.byline ??= bylineNames(text);
      return false;
    }
    return true;
  });
  return { ...found, paragraphs: kept };
}
