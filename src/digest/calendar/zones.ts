import { localTime } from './local-days.ts';
import { comparable, isUsable, zoneNames, type ZoneName, type ZoneNameKind } from './zone-names.ts';

/** A zone to be chosen. */
export interface ZoneChoice {
  /** IANA's current name. */
  readonly zone: string;
  /** With the city or country that was meant and the time there, such as `Europe/Berlin · Munich · 10:04`; at most 100 characters. */
  readonly label: string;
}

/** Offered before anything is typed, from west to east. */
const WIDELY_USED = [
  ...['America/Los_Angeles', 'America/Denver', 'America/Mexico_City', 'America/Chicago'],
  ...['America/Bogota', 'America/New_York', 'America/Toronto', 'America/Sao_Paulo'],
  ...['America/Argentina/Buenos_Aires', 'UTC', 'Europe/London', 'Europe/Lisbon', 'Europe/Paris'],
  ...['Europe/Madrid', 'Europe/Berlin', 'Europe/Rome', 'Europe/Athens', 'Africa/Johannesburg'],
  ...['Europe/Istanbul', 'Asia/Dubai', 'Asia/Kolkata', 'Asia/Singapore', 'Asia/Shanghai'],
  ...['Asia/Tokyo', 'Australia/Sydney'],
];

/** Kinds of names, those first that are looked at first where a zone, or a word, is found by several. */
const KINDS: readonly ZoneNameKind[] = ['place', 'city', 'country', 'full', 'alias', 'clock'];
const LABEL_LENGTH = 100;
/** Fewer letters occur inside too many words. */
const SHORTEST_INSIDE = 3;

interface Match {
  readonly name: ZoneName;
  /** 0 for the whole name, 1 for its beginning, 2 for the beginning of a word in it, 3 for inside a word. */
  readonly nearness: number;
}

/** Zones by their names, cities and countries, the nearest first. Some that are widely used for an empty text. */
export function findZones(typed: string, limit: number, now: Date): ZoneChoice[] {
  const { what, where } = read(typed);
  if (what === '') return WIDELY_USED.slice(0, limit).map((zone) => choice(zone, null, now));
  const best = new Map<string, Match>();
  for (const match of matches(what)) {
    const { zone } = match.name.zone;
    const other = best.get(zone);
    if (other === undefined || compare(match, other) < 0) best.set(zone, match);
  }
  const found = [...best.values()];
  const there = inCountry(found, where);
  return (there.length === 0 ? found : there)
    .sort(compare)
    .slice(0, limit)
    .map(({ name }) => choice(name.zone.zone, name, now));
}

/**
 * The one zone that was typed: its name, also an outdated one, or a city or country that names no other zone. IANA's current
 * name; null when there is none or there are several.
 */
export function findZone(typed: string): string | null {
  const { what, where } = read(typed);
  if (what === '') return null;
  const whole = matches(what).filter(({ nearness }) => nearness === 0);
  for (const kind of ['full', 'alias', 'place', 'city', 'country'] as const) {
    const named = inCountry(
      whole.filter(({ name }) => name.kind === kind),
      where,
    );
    const zones = new Set(named.map(({ name }) => name.zone.zone));
    const mains = new Set(named.map(({ name }) => name.zone.main));
    const [zone] = zones.size === 1 ? zones : mains;
    if (zone !== undefined) return mains.size === 1 ? zone : null;
  }
  return fixedOffset(typed.trim());
}

/** Before a comma the place, behind it the country; a label that was chosen is cut down to its zone. */
function read(typed: string): { readonly what: string; readonly where: string } {
  const [label = ''] = typed.split(' · ');
  const [what = '', ...others] = label.split(',');
  return { what: comparable(what), where: comparable(others.at(-1) ?? '') };
}

function matches(what: string): Match[] {
  const found: Match[] = [];
  for (const name of zoneNames()) {
    const nearness = nearnessOf(name.key, what);
    if (nearness !== null) found.push({ name, nearness });
  }
  return found;
}

function nearnessOf(key: string, what: string): number | null {
  const at = key.indexOf(what);
  if (at === -1) return null;
  if (at === 0) return key.length === what.length ? 0 : 1;
  if (key.includes(` ${what}`) || key.includes(`/${what}`)) return 2;
  return what.length < SHORTEST_INSIDE ? null : 3;
}

/** Those in a country that begins so. */
function inCountry(found: Match[], where: string): Match[] {
  if (where === '') return found;
  const zones = new Set<string>();
  for (const { kind, key, zone } of zoneNames()) {
    if (kind === 'country' && key.startsWith(where)) zones.add(zone.zone);
  }
  return found.filter(({ name }) => zones.has(name.zone.zone));
}

function compare(one: Match, other: Match): number {
  return (
    one.nearness - other.nearness ||
    KINDS.indexOf(one.name.kind) - KINDS.indexOf(other.name.kind) ||
    other.name.zone.cities - one.name.zone.cities ||
    (one.name.zone.zone < other.name.zone.zone ? -1 : 1)
  );
}

/** `Etc/GMT+5` and its like are not listed: they mean the opposite of what they seem to say. */
function fixedOffset(typed: string): string | null {
  const [, sign, hours] = /^etc\/gmt([+-])(\d{1,2})$/i.exec(typed) ?? [];
  const zone = `Etc/GMT${sign ?? ''}${hours ?? ''}`;
  return sign !== undefined && isUsable(zone) ? zone : null;
}

function choice(zone: string, name: ZoneName | null, now: Date): ZoneChoice {
  const time = localTime(zone, now.getTime());
  const parts = [zone, ...(name === null ? [] : meant(name)), time];
  return { zone, label: parts.join(' · ').slice(0, LABEL_LENGTH) };
}

function meant({ name, kind, key, zone }: ZoneName): string[] {
  const isSaid = kind === 'full' || comparable(zone.zone).endsWith(key);
  return isSaid ? [] : [name];
}
