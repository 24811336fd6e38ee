/*
 * Looks at the page from the inside. It is put into every window before the page itself, as `probe`; `window-probe.ts` calls
 * it from the tests' side.
 */

let shift = 0;
const shifted = new Set<string>();

interface LayoutShift extends PerformanceEntry {
  readonly value: number;
  readonly hadRecentInput: boolean;
  readonly sources: readonly { readonly node: Node | null }[];
}

new PerformanceObserver((list) => {
  // The DOM's types do not know layout shifts yet; only these are observed.
  for (const entry of list.getEntries() as LayoutShift[]) {
    if (entry.hadRecentInput) continue;
    shift += entry.value;
    for (const { node } of entry.sources) shifted.add(nameOf(node));
  }
}).observe({ type: 'layout-shift', buffered: true });

const probe = {
  /** Cumulative, but for what follows a person's input within half a second; and what moved. */
  layoutShift: () => ({ score: shift, moved: [...shifted] }),

  /** Elements that reach beyond the window sideways, and whether the page itself scrolls sideways. */
  outside: (): string[] => {
    const { scrollWidth, clientWidth } = document.documentElement;
    const found = [...document.body.querySelectorAll('*')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1) && isShown(element);
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []),
      ...found.map(nameOf),
    ];
  },

  /** Every kind of element there is, and every attribute, each once. */
  markup: () => {
    const all = [...document.querySelectorAll('*')];
    return {
      elements: [...new Set(all.map(({ localName }) => localName))],
      attributes: [...new Set(all.flatMap((element) => element.getAttributeNames()))],
      links: all.flatMap((element) => element.getAttribute('href') ?? []),
    };
  },

  /** What has the focus, and is an outline or shadow drawn around it or what holds it? */
  focus: () => {
    const element = document.activeElement;
    let isMarked = false;
    for (
      let around = element, up = 0;
      around !== null && up < 4;
      around = around.parentElement, up++
    ) {
      const { outlineStyle, boxShadow } = getComputedStyle(around);
      const isFocusHere = around.matches(':focus-visible, :focus-within');
      isMarked ||= isFocusHere && (outlineStyle !== 'none' || boxShadow !== 'none');
    }
    return { name: nameOf(element), isMarked };
  },

  /** Size of a picture (base64 of a PNG), and how many different colours it has. */
  picture: async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const { width, height } = bitmap;
    const canvas = new OffscreenCanvas(width, height).getContext('2d');
    canvas?.drawImage(bitmap, 0, 0);
    const pixels = canvas?.getImageData(0, 0, width, height).data.buffer ?? new ArrayBuffer(0);
    return { width, height, colours: new Set(new Uint32Array(pixels)).size };
  },
};

Object.assign(globalThis, { probe });

/** Is it seen, and not cut off by what scrolls or clips around it? */
function isShown(element: Element): boolean {
  if (!element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) return false;
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    const { overflowX } = getComputedStyle(around);
    const { left, right } = around.getBoundingClientRect();
    const isWithin = left >= -1 && right <= innerWidth + 1;
    if (overflowX !== 'visible' && around !== document.body && isWithin) return false;
  }
  return true;
}

function nameOf(node: Node | null): string {
  if (!(node instanceof Element)) return node?.textContent ?? 'something gone';
  const text = (node.getAttribute('aria-label') ?? node.textContent).slice(0, 40);
  return `${node.localName}.${[...node.classList].join('.')} "${text}"`;
}
