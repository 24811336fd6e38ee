import type { DraftParagraph, ParagraphKind } from '../article.ts';
import { cleanText } from '../clean-text.ts';
import { type HtmlElement, type HtmlNode, isElement, isText } from './html-document.ts';
import { isQuotation } from './paragraph-kinds.ts';

/** Elements whose text is no text of the article, wherever they stand. */
const SKIPPED = new Set(
  (
    'script style noscript template iframe object embed svg canvas audio video map form button select option input ' +
    'textarea datalist dialog nav aside footer figcaption head title'
  ).split(' '),
);

/** Elements that go on within a line; every other one stands for itself. */
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark meter output picture q rp rt ' +
    'ruby s samp small span strike strong sub sup td th time tt u var wbr'
  ).split(' '),
);

/** The paragraphs of a tree, in reading order. Depth is bounded by `parsePage`. */
export function collectParagraphs(root: HtmlElement): readonly DraftParagraph[] {
  const collector = new Collector();
  collector.readChildren(root, 'text');
  return collector.finish();
}

class Collector {
  readonly #paragraphs: DraftParagraph[] = [];
  #pieces: string[] = [];
  #kind: ParagraphKind = 'text';
  #lineBreaks = 0;

  readChildren(parent: HtmlNode, kind: ParagraphKind): void {
    for (let node = parent.firstChild; node !== null; node = node.nextSibling) {
      if (isText(node)) this.#readText(node.nodeValue ?? '', kind);
      else if (isElement(node)) this.#readElement(node, kind);
    }
  }

  finish(): readonly DraftParagraph[] {
    this.#flush();
    return this.#paragraphs;
  }

  #readText(text: string, kind: ParagraphKind): void {
    if (/\S/.test(text)) this.#lineBreaks = 0;
    this.#kind = kind;
    this.#pieces.push(text);
  }

  #readElement(element: HtmlElement, kind: ParagraphKind): void {
    const name = element.localName;
    if (SKIPPED.has(name) || isHidden(element)) return;
    if (name === 'br') {
      this.#readLineBreak();
    } else if (INLINE.has(name)) {
      this.readChildren(element, kind);
      // Two cells of a row are two words.
      if (name === 'td' || name === 'th') this.#pieces.push(' ');
    } else {
      this.#flush();
      this.readChildren(element, kindWithin(name, kind));
      this.#flush();
    }
  }

  /** One break is a line of the same paragraph, two are a paragraph's end. */
  #readLineBreak(): void {
    this.#pieces.push(' ');
    this.#lineBreaks += 1;
    if (this.#lineBreaks > 1) this.#flush();
  }

  #flush(): void {
    const text = cleanText(this.#pieces.join(''));
    this.#pieces = [];
    this.#lineBreaks = 0;
    if (text === '') return;
    const kind = this.#kind === 'text' && isQuotation(text) ? 'quotation' : this.#kind;
    this.#paragraphs.push({ kind, text });
  }
}

function kindWithin(name: string, outer: ParagraphKind): ParagraphKind {
  if (/^h[1-6]$/.test(name)) return 'subheading';
  return name === 'blockquote' ? 'quotation' : outer;
}

function isHidden(element: HtmlElement): boolean {
  if (element.getAttribute('hidden') !== null || element.getAttribute('aria-hidden') === 'true')
    return true;
  const style = element.getAttribute('style');
  return (
    style !== null && /(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/i.test(style)
  );
}
