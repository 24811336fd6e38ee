import type { Digest, DigestEntry, DigestSection } from '../../../digest/digest.ts';
import type { DigestStyle } from '../../../digest/schedule.ts';
import { literalLine } from '../../markdown/literal.ts';
import type { DigestPostTexts } from '../../texts/digest-post/index.ts';
import { entryText } from './entry.ts';

/** Stories that are pleasant to find in a channel; the others follow. */
const FIRST_STORIES = 10;
/** A few more do not deserve a message of their own. */
const FEW_MORE = 2;
const SECTION_ROOM = 120;

/** What one message may hold of stories. */
export interface MessageRoom {
  /** Characters. */
  readonly first: number;
  readonly further: number;
  /** Of text displays. */
  readonly texts: number;
}

/** The stories of one message: each a text, with its section's heading in front of the first one of it. */
export type PackedStories = readonly string[];

/** All stories in order, in as few messages as hold them; at least one message, which may be empty. */
export function packStories(
  digest: Digest,
  style: DigestStyle,
  texts: DigestPostTexts,
  room: MessageRoom,
): readonly PackedStories[] {
  const stories = storiesOf(digest);
  const few = stories.length <= FIRST_STORIES + FEW_MORE;
  const packing = new Packing(room, few ? stories.length : FIRST_STORIES);
  for (const { section, entry, isNamed } of stories) {
    const text = entryText(entry, style, texts);
    packing.add(text, isNamed ? section : undefined, texts);
  }
  return packing.messages;
}

interface Story {
  readonly section: string | null;
  /** Does a heading say which section it is of? */
  readonly isNamed: boolean;
  readonly entry: DigestEntry;
}

function storiesOf({ sections }: Digest): Story[] {
  const isNamed = sections.some(({ section }) => section !== null);
  return sections.flatMap(({ section, entries }: DigestSection) =>
    entries.map((entry) => ({ section, isNamed, entry })),
  );
}

class Packing {
  readonly messages: string[][] = [[]];
  readonly #room: MessageRoom;
  readonly #most: number;
  #used = 0;
  #section: string | null | undefined = undefined;

  constructor(room: MessageRoom, mostInFirst: number) {
    this.#room = room;
    this.#most = mostInFirst;
  }

  /** @param section undefined where none is named. */
  add(story: string, section: string | null | undefined, texts: DigestPostTexts): void {
    const isNew = section !== this.#section;
    this.#section = section;
    const heading = isNew ? headingOf(section, texts) : '';
    if (this.#holds(`${heading}${story}`)) {
      this.#put(`${heading}${story}`);
      return;
    }
    this.messages.push([]);
    this.#used = 0;
    this.#put(`${headingOf(section, texts, !isNew)}${story}`);
  }

  #holds(text: string): boolean {
    const isFirst = this.messages.length === 1;
    const room = isFirst ? this.#room.first : this.#room.further;
    const most = isFirst ? Math.min(this.#most, this.#room.texts) : this.#room.texts;
    const count = this.messages.at(-1)?.length ?? 0;
    return count < most && this.#used + text.length <= room;
  }

  #put(text: string): void {
    this.messages.at(-1)?.push(text);
    this.#used += text.length;
  }
}

/** With the line break behind it; empty where no section is named. */
function headingOf(
  section: string | null | undefined,
  { otherSection, continued }: DigestPostTexts,
  goesOn = false,
): string {
  if (section === undefined) return '';
  const name = section === null ? otherSection : literalLine(section, SECTION_ROOM);
  return `### ${goesOn ? continued(name) : name}\n`;
}
