import { scopesOf } from '../../archive/article.ts';
import type { Library } from '../../archive/library.ts';
import type { Embedder } from '../../embedding/embedder.ts';
import { isKnownZone } from '../calendar/known-zone.ts';
import { DigestError } from '../digest-error.ts';
import type { DigestSettings } from '../schedule.ts';

export interface SettingsPorts {
  readonly library: Pick<Library, 'sections'>;
  readonly embedder: Pick<Embedder, 'countTokens' | 'maxTokens'>;
}

/** The settings with sections as the archive spells them. @throws {DigestError} */
export function checkSettings(
  settings: DigestSettings,
  guildId: string,
  { library, embedder }: SettingsPorts,
): DigestSettings {
  if (!TIME.test(settings.time)) {
    throw new DigestError('bad-time', `"${settings.time}" is not a time such as 08:00.`, {
      value: settings.time,
    });
  }
  if (!isKnownZone(settings.zone)) {
    throw new DigestError('bad-zone', `"${settings.zone}" is not a time zone.`, {
      value: settings.zone,
    });
  }
  const known = library.sections(scopesOf(guildId)).map(({ section }) => section);
  const sections = new Set(settings.sections.map((section) => spelt(section, known)));
  return { ...settings, sections: [...sections], topic: checkTopic(settings.topic, embedder) };
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

function spelt(section: string, known: readonly string[]): string {
  const wanted = section.trim().toLowerCase();
  const found = known.find((each) => each.toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw new DigestError('no-such-section', `There is no section "${section}" in the archive.`, {
    value: section,
  });
}

function checkTopic(topic: string | null, embedder: SettingsPorts['embedder']): string | null {
  if (topic === null) return null;
  const text = topic.trim();
  if (text !== '' && embedder.countTokens(text, 'query') <= embedder.maxTokens) return text;
  throw new DigestError(
    'bad-topic',
    text === '' ? 'The topic is empty.' : 'The topic is too long: a sentence is enough.',
    { value: topic },
  );
}
