/** CSS pixels between a list and what it belongs to. */
const GAP = 4;
/** CSS pixels kept free at the window's edges. */
const MARGIN = 8;
/** CSS pixels; a longer list scrolls. */
const LIST_HEIGHT = 320;

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface ListPlace {
  readonly top: number;
  readonly height: number;
}

/**
 * Where the list of a select goes, in CSS pixels from the window's top: below, or above where there is more room.
 * @param natural height of the list if nothing had to scroll.
 */
export function placeList(anchor: Box, natural: number, windowHeight: number): ListPlace {
  const below = windowHeight - MARGIN - anchor.bottom - GAP;
  const above = anchor.top - GAP - MARGIN;
  const wanted = Math.min(natural, LIST_HEIGHT);
  const isAbove = below < wanted && above > below;
  const height = Math.max(0, Math.min(wanted, isAbove ? above : below));
  return { top: isAbove ? anchor.top - GAP - height : anchor.bottom + GAP, height };
}

/** Top left corner of a menu opened at a point: to the right and below it, as far as the window has room. */
export function placeMenu(
  point: { readonly x: number; readonly y: number },
  menu: Size,
  window: Size,
): { readonly left: number; readonly top: number } {
  return {
    left: within(point.x, menu.width, window.width),
    top: within(point.y, menu.height, window.height),
  };
}

function within(start: number, length: number, available: number): number {
  return Math.max(MARGIN, Math.min(start, available - MARGIN - length));
}
