import { dateFormat } from '../date-format.ts';

/**
 * The calendar day in `zone`, as `2026-11-24`. Without a zone: the browser's.
 * @param at ISO date-time, or milliseconds since 1970.
 */
export function dayOf(at: string | number, zone?: string): string {
  // Sweden writes days as ISO 8601 does.
  return dateFormat('sv-SE', { timeZone: zone }).format(new Date(at));
}

/** `November 24, 2026`, in the reader's language and zone. */
export function dayLabel(at: string, locale?: string, zone?: string): string {
  return dateFormat(locale, { dateStyle: 'long', timeZone: zone }).format(new Date(at));
}

/** `Wed 08:00`: names a moment of the coming days. */
export function momentLabel(at: string, locale?: string, zone?: string): string {
  const date = new Date(at);
  const day = dateFormat(locale, { weekday: 'short', timeZone: zone }).format(date);
  const time = dateFormat(locale, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(date);
  return `${day} ${time}`;
}
