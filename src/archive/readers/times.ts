/** What follows a day: a time, nothing (`iso` is empty), or something else (`none`). */
export type TimeReading =
  /** `T08:30:00Z`, `T08:30:00+01:00`; empty where there is no time, or none with a known zone. */
  | { readonly kind: 'time'; readonly iso: string }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'none' };

/** Reads "08:30", " at 8:30 p.m. EST", ", 20:15:00.000+01:00 (CET)" and their like. */
export function readTime(text: string): TimeReading {
  if (text.trim() === '') return { kind: 'time', iso: '' };
  const groups = TIME.exec(text.trimEnd())?.groups;
  // A number alone is no time; "8 pm" is.
  if (groups === undefined || (groups['minute'] ?? groups['half']) === undefined) {
    return { kind: 'none' };
  }
  const clock = clockTime(groups);
  const zone = zoneOffset(groups['zone'] ?? '');
  if (clock === null || zone === null) return { kind: 'impossible' };
  return { kind: 'time', iso: zone === '' ? '' : `T${clock}${zone}` };
}

const TIME = new RegExp(
  [
    '^(?:,? at|,|:| ?[-–—|·/])? ?',
    '(?<hour>\\d{1,2})(?:[:.](?<minute>\\d{2}))?(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?',
    ' ?(?<half>[ap]\\.?m\\.?)?',
    ' ?(?<zone>Z|[+-]\\d{2}:?\\d{2}|\\(?[A-Z]{2,5}\\)?)?',
    '(?: \\([A-Za-z ]{1,40}\\))?$',
  ].join(''),
  'i',
);

function clockTime(groups: Readonly<Record<string, string | undefined>>): string | null {
  const hour = hourOfDay(Number(groups['hour']), groups['half']);
  const minute = Number(groups['minute'] ?? 0);
  const second = Number(groups['second'] ?? 0);
  if (hour === null || minute > 59 || second > 59) return null;
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join(':');
}

function hourOfDay(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
}

/** The zone names RFC 2822 defines (section 4.3); other abbreviations have several meanings. */
const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'Z',
  UTC: 'Z',
  GMT: 'Z',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
};

/** `Z`, `+01:00`, empty for a zone we do not know, null for one that cannot be. */
function zoneOffset(zone: string): string | null {
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset === null) return ZONES[zone.replace(/[()]/g, '').toUpperCase()] ?? '';
  const [, sign, hours, minutes] = offset;
  // The widest zone there is lies 14 hours from Greenwich.
  if (Number(hours) > 14 || Number(minutes) > 59) return null;
  return hours === '00' && minutes === '00'
    ? 'Z'
    : `${String(sign)}${String(hours)}:${String(minutes)}`;
}
