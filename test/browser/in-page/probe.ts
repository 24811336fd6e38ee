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
  const text = node.textContent.slice(0, 40);
  return `${node.localName}.${[...node.classList].join('.')} "${text}"`;
}
