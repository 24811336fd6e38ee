import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { MAX_DEPTH, tooDeep } from './html-source.ts';

/** The little of the DOM that the readers use; TypeScript's own DOM types would bring a browser's globals along. */
export interface HtmlNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: HtmlNode | null;
  readonly nextSibling: HtmlNode | null;
  readonly parentNode: HtmlNode | null;
}

export interface HtmlElement extends HtmlNode {
  readonly localName: string;
  readonly textContent: string;
  getAttribute(name: string): string | null;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
  remove(): void;
}

export interface HtmlDocument {
  readonly documentElement: HtmlElement;
  readonly body: HtmlElement;
  querySelector(selector: string): HtmlElement | null;
  querySelectorAll(selector: string): Iterable<HtmlElement>;
}

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

export function isElement(node: HtmlNode): node is HtmlElement {
  return node.nodeType === ELEMENT_NODE;
}

export function isText(node: HtmlNode): boolean {
  return node.nodeType === TEXT_NODE;
}

/** The page as a tree, or what keeps it from being one. The source must have passed `prepareHtml`. */
export function parsePage(html: string): HtmlDocument | { readonly problem: string } {
  // The parser takes a fragment for a document of its own; within a body both are the same.
  const whole = /<(?:html|body)\b/i.test(html) ? html : `<html><body>${html}</body></html>`;
  // linkedom declares browser types, which this program does not load.
  const { document } = parseHTML(whole) as unknown as { readonly document: HtmlDocument };
  return depthOf(document.documentElement) > MAX_DEPTH ? { problem: tooDeep() } : document;
}

function depthOf(root: HtmlNode): number {
  let deepest = 0;
  let depth = 0;
  let node: HtmlNode | null = root;
  while (node !== null) {
    deepest = Math.max(deepest, depth);
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      depth -= 1;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return deepest;
}

export interface MainContent {
  readonly content: HtmlElement;
  readonly title: string | null;
  readonly byline: string | null;
}

/** What Readability takes for the article. Changes the document. Null where it finds nothing. */
export function extractMainContent(document: HtmlDocument): MainContent | null {
  // Readability reads the tree through the DOM interfaces that linkedom implements, and gives back a part of it.
  const reader = new Readability<unknown>(document, {
    disableJSONLD: true,
    // It tries again below this many characters, each time from the page written out and parsed anew, which a page
    // full of ">" turns into minutes. Short articles are found by their element instead. Zero would mean its default.
    charThreshold: 1,
    serializer: (node: unknown) => node,
  });
  const found = reader.parse();
  if (!found?.content) return null;
  return {
    content: found.content as HtmlElement,
    title: found.title ?? null,
    byline: found.byline ?? null,
  };
}

/** In characters: headlines, names and paragraphs are shorter, and each reference becomes a node of a tree. */
const MAX_REFERENCES_TEXT = 20_000;

/** `&amp;`, `&#8217;` and their like as the characters they stand for; tags stay as they are. */
export function decodeReferences(text: string): string {
  if (text.length > MAX_REFERENCES_TEXT || !/&[#\w]/.test(text)) return text;
  const page = parsePage(text.replaceAll('<', '&lt;'));
  return 'problem' in page ? text : page.body.textContent;
}
