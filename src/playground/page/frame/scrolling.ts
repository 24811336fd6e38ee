import { signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isAtEnd } from './reading.ts';

/** So many CSS pixels from the end still count as the end: zoomed pages scroll by fractions. */
const END_PX = 24;

/** Above the mark of what is new when a channel is opened, in CSS pixels. */
const GAP_PX = 16;

/** The reader has gone up by more than what is in sight. */
export const isFarUp = signal(false);

/**
 * Begins at what is new, or at the end, and stays at the end while the reader is there, whatever grows. Elsewhere the
 * browser keeps the place. What the reader sends leads to the end.
 * @param sent ids of what the reader has sent here.
 */
export function useScrolling(box: RefObject<HTMLElement | null>, sent: readonly string[]): void {
  useLayoutEffect(() => {
    const element = box.current;
    return element === null ? undefined : followEnd(element);
  }, [box]);
  const before = useRef(new Set(sent));
  useLayoutEffect(() => {
    if (sent.some((id) => !before.current.has(id))) scrollToEnd(box.current);
    before.current = new Set([...before.current, ...sent]);
  });
}

export function scrollToEnd(box: HTMLElement | null): void {
  if (box === null) return;
  isAtEnd.value = true;
  isFarUp.value = false;
  box.scrollTop = box.scrollHeight;
}

function followEnd(box: HTMLElement): () => void {
  const look = (): void => {
    const left = box.scrollHeight - box.clientHeight - box.scrollTop;
    isAtEnd.value = left < END_PX;
    isFarUp.value = left > box.clientHeight;
  };
  const observer = new ResizeObserver(() => {
    if (isAtEnd.peek()) scrollToEnd(box);
    else look();
  });
  scrollToEnd(box);
  const marker = box.querySelector('.divider-new');
  if (marker !== null) {
    box.scrollTop += marker.getBoundingClientRect().top - box.getBoundingClientRect().top - GAP_PX;
  }
  look();
  observer.observe(box);
  for (const child of box.children) observer.observe(child);
  box.addEventListener('scroll', look, { passive: true });
  return () => {
    observer.disconnect();
    box.removeEventListener('scroll', look);
  };
}
