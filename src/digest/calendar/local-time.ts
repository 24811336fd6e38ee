/** Times that have a name, in the languages people write here. */
const NOON = ['noon', 'midday', 'mittag', 'mittags', 'midi', 'mediodia'];
const MIDNIGHT = ['midnight', 'mitternacht', 'minuit', 'medianoche'];

const BEFORE = /^(?:at|um|gegen|a las|a la|las|a) /;

/** `8`, `8:30`, `8.30`, `8h30`, `20 uhr 30`, `8:30 pm`, `08:00:00`. */
const TIME =
  /^(?<hour>\d{1,2})(?: ?(?:[:.]|h|uhr|heures?|horas?) ?(?<minute>\d{2})(?::00)?)? ?(?<unit>h|hs|hrs|hours?|uhr|heures?|horas?|o'?clock|am|pm)?$/;

/** `0800`, `830`, `0830 pm`. */
const DIGITS = /^(?<hour>\d{1,2})(?<minute>\d{2}) ?(?<unit>h|hs|hrs|hours?|uhr|am|pm)?$/;

/** The time somebody typed, as `HH:MM` on a 24-hour clock; null when it is none. */
export function readLocalTime(typed: string): string | null {
  const text = plain(typed);
  if (NOON.includes(text)) return '12:00';
  if (MIDNIGHT.includes(text)) return '00:00';
  const { hour, minute, unit } = (TIME.exec(text) ?? DIGITS.exec(text))?.groups ?? {};
  if (hour === undefined) return null;
  const hours = onDayClock(Number(hour), unit);
  const minutes = Number(minute ?? 0);
  return hours === null || minutes > 59 ? null : `${padded(hours)}:${padded(minutes)}`;
}

function onDayClock(hour: number, unit = ''): number | null {
  if (unit !== 'am' && unit !== 'pm') return hour > 23 ? null : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (unit === 'pm' ? 12 : 0);
}

/** In small letters without accents, `a.m.` as `am`. */
function plain(typed: string): string {
  return typed
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/([ap])\.? ?m\b\.?/, '$1m')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(BEFORE, '');
}

function padded(number: number): string {
  return String(number).padStart(2, '0');
}
