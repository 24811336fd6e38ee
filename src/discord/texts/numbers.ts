import type { Language } from './language.ts';

const BYTES_PER_MEGABYTE = 1_000_000;

const LOCALES = { en: 'en-US', de: 'de-DE', fr: 'fr-FR', es: 'es-ES' } as const;

/** `12,345` as the language writes it. */
export function formatNumber(language: Language, value: number): string {
  return new Intl.NumberFormat(LOCALES[language], {
    maximumFractionDigits: 0,
    useGrouping: 'always',
  }).format(value);
}

/** `78%`, without a fraction. @param share 0 to 1. */
export function formatShare(language: Language, share: number): string {
  return new Intl.NumberFormat(LOCALES[language], {
    style: 'percent',
    maximumFractionDigits: 0,
  }).format(share);
}

/** `0.3 MB` (10^6 bytes); at least 0.1 where there is anything. */
export function formatMegabytes(language: Language, bytes: number): string {
  const megabytes = bytes / BYTES_PER_MEGABYTE;
  const shown = bytes > 0 && megabytes < 0.1 ? 0.1 : megabytes;
  return `${new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(shown)} MB`;
}
