import { getCountryCode, rawTimeZones, timeZonesNames, type RawTimeZone } from '@vvo/tzdb';
import { isKnownZone } from './known-zone.ts';
import { MORE_CITIES, MORE_COUNTRY_NAMES } from './place-names.ts';

/** Something a zone is known by. */
export interface ZoneName {
  /** As it is compared; see `comparable`. */
  readonly key: string;
  readonly name: string;
  readonly kind: ZoneNameKind;
  readonly zone: ListedZone;
}

/** `place` is the last part of the zone's own name, `alias` an outdated name, `clock` such as `CET`. */
export type ZoneNameKind = 'place' | 'city' | 'country' | 'full' | 'alias' | 'clock';

export interface ListedZone {
  /** IANA's current name. */
  readonly zone: string;
  /** The largest zone with the same clock in the same country. */
  readonly main: string;
  /** Of its cities that are listed: more for zones where many people live. */
  readonly cities: number;
}

const COUNTRY_LANGUAGES = ['en', 'de', 'fr', 'es'];

type ZoneGroup = Pick<
  RawTimeZone,
  'name' | 'group' | 'mainCities' | 'alternativeName' | 'abbreviation' | 'dstAbbreviation'
>;

/** The list has clocks of places only. */
const UTC: ZoneGroup = {
  name: 'UTC',
  group: ['GMT', 'Etc/UTC', 'Etc/GMT', 'Etc/UCT', 'UCT', 'Zulu', 'Etc/Zulu', 'Universal'],
  mainCities: [],
  alternativeName: 'Coordinated Universal Time',
  abbreviation: 'UTC',
};

/** By the runtime, some under outdated names. Asking this set takes no time; making a format takes a millisecond. */
const LISTED = new Set(Intl.supportedValuesOf('timeZone'));
const CURRENT = new Set([...timeZonesNames, UTC.name]);
/** To IANA these are zones, without the summer time that those who type them expect. */
const CLOCK = /^(?:[EHM]ST|[CEMW]ET)$/;
/** Outdated names that end in a place. */
const PLACE = /^(?:Africa|America|Asia|Atlantic|Europe|Indian|Pacific)\//;

/** `New_York`, `new-york` and `NEW  YORK` are the same, as are `Zürich` and `zurich`. */
export function comparable(text: string): string {
  return text
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/[\p{M}.'’‘]/gu, '')
    .toLowerCase()
    .replace(/[øłđı]/g, (letter) => PLAIN_LETTERS[letter] ?? letter)
    .replace(/[\s_-]+/g, ' ')
    .replace(/ ?\/ ?/g, '/')
    .trim();
}

const PLAIN_LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

let names: readonly ZoneName[] | null = null;

/** Every name of every zone. Made when it is first asked for. */
export function zoneNames(): readonly ZoneName[] {
  names ??= [...CURRENT].filter(isUsable).flatMap(namesOf);
  return names;
}

/** Does this runtime know the clocks of the zone? An older one may not know the latest zones. */
export function isUsable(zone: string): boolean {
  return LISTED.has(zone) || isKnownZone(zone);
}

function namesOf(name: string): ZoneName[] {
  const { name: main, group, mainCities, ...clock } = groups().get(name) ?? UTC;
  const aliases = aliasesOf(name, main, group);
  const cities = [...(main === name ? mainCities : []), ...(MORE_CITIES[name] ?? [])];
  const zone = { zone: name, main, cities: cities.length };
  const called = (kind: ZoneNameKind, texts: readonly string[]): ZoneName[] =>
    texts.map((text) => ({ key: comparable(text), name: text, kind, zone }));
  return [
    ...called('full', [name]),
    ...called('place', [placeOf(name)]),
    ...called('city', [...cities, ...aliases.filter((alias) => PLACE.test(alias)).map(placeOf)]),
    ...called('country', countryNames(name)),
    ...called('alias', aliases),
    ...called('clock', [clock.alternativeName, clock.abbreviation, clock.dstAbbreviation ?? '']),
  ];
}

let groupByName: ReadonlyMap<string, ZoneGroup> | null = null;

function groups(): ReadonlyMap<string, ZoneGroup> {
  groupByName ??= new Map(
    rawTimeZones.flatMap((group) => group.group.map((name) => [name, group] as const)),
  );
  return groupByName;
}

function placeOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** Outdated names for the zone of the same place, or else for the main one of its clock. */
function aliasesOf(name: string, main: string, group: readonly string[]): string[] {
  return group.filter((alias) => {
    if (CURRENT.has(alias) || CLOCK.test(alias)) return false;
    const samePlace = group.find((each) => CURRENT.has(each) && placeOf(each) === placeOf(alias));
    return (samePlace ?? main) === name;
  });
}

function countryNames(zone: string): string[] {
  const code = getCountryCode(zone);
  if (code === undefined) return [];
  const inLanguages = COUNTRY_LANGUAGES.map((language) => displayNames(language).of(code) ?? code);
  return [...new Set([...inLanguages, ...(MORE_COUNTRY_NAMES[code] ?? [])])];
}

const displayNamesByLanguage = new Map<string, Intl.DisplayNames>();

function displayNames(language: string): Intl.DisplayNames {
  const known = displayNamesByLanguage.get(language);
  const found = known ?? new Intl.DisplayNames(language, { type: 'region' });
  displayNamesByLanguage.set(language, found);
  return found;
}
