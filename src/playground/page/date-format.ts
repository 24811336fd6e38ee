const kept = new Map<string, Intl.DateTimeFormat>();

/**
 * Writes dates. Without a locale or a zone: the browser's. Each one is made once: making 200 of them takes 60 ms, and a list
 * of messages writes more dates than that.
 */
export function dateFormat(
  locale: string | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, options);
  kept.set(key, format);
  return format;
}
