import type { APIComponentInContainer } from 'discord.js';
import type { Digest } from '../../../digest/digest.ts';
import type { RunFacts } from '../../../digest/poster.ts';
import type { DigestSchedule } from '../../../digest/schedule.ts';
import { button, container, row, separator, text } from '../../components.ts';
import { customId } from '../../custom-id.ts';
import { COMPONENTS, TEXT_LENGTH } from '../../limits.ts';
import { small } from '../../markdown/literal.ts';
import type { MessageReply } from '../../reply.ts';
import { digestPostTexts, type DigestPostTexts } from '../../texts/digest-post/index.ts';
import { languageOf, type Language } from '../../texts/language.ts';
import { DIGEST_ACTIONS } from './actions.ts';
import { DIGEST_COLOURS } from './colours.ts';
import { digestHeader, partHeader } from './header.ts';
import { packStories, type PackedStories } from './packing.ts';

/** Gives a clickable mention of a command. */
type Mention = (command: string) => string;

/** The box, the header, two lines, the footer, and the row with its two buttons; the mention of a role. */
const FRAME_COMPONENTS = 9;
/** Characters for the mention of a role, and for the line above a further message. */
const ROLE_ROOM = 30;
const PART_HEADER_ROOM = 150;
/** No number of stories or articles is longer. */
const LARGE = 1_000_000;

/** The messages of a post, in order; at least one. */
export function renderDigest(
  digest: Digest,
  { runId, schedule }: RunFacts,
  mention: Mention,
): readonly MessageReply[] {
  const view = createView(digest, schedule, mention);
  return view.parts.map((stories, at) => {
    const isFirst = at === 0;
    const isLast = at === view.parts.length - 1;
    const follow = isFirst ? storiesFrom(view.parts, 1) : 0;
    const reply = message(view, stories, {
      header: isFirst
        ? view.header
        : partHeader(digest, at, view.parts.length, view.texts, view.language),
      footer: footerLines(view, { follow, asks: isFirst || isLast, isLast }),
      buttons: buttonsOf(view, runId, at),
    });
    return isFirst ? withRole(reply, schedule.mentionRole, true) : reply;
  });
}

/** What would be posted, in one message without buttons, for one person. */
export function renderDigestPreview(
  digest: Digest,
  schedule: DigestSchedule,
  mention: Mention,
): MessageReply {
  const view = createView(digest, schedule, mention);
  const { preview } = view.texts;
  const [stories = []] = view.parts;
  const rest = storiesFrom(view.parts, 1);
  const isSilent = digest.articles === 0 && schedule.whenEmpty === 'skip';
  const reply = message(view, stories, {
    header: `${small(preview.note)}\n${view.header}`,
    footer: [...(rest === 0 ? [] : [preview.more(rest)]), ...(isSilent ? [preview.notPosted] : [])],
    buttons: [],
  });
  return withRole(reply, schedule.mentionRole, false);
}

interface DigestRendering {
  readonly digest: Digest;
  readonly schedule: DigestSchedule;
  readonly mention: Mention;
  readonly language: Language;
  readonly texts: DigestPostTexts;
  readonly header: string;
  readonly parts: readonly PackedStories[];
}

function createView(digest: Digest, schedule: DigestSchedule, mention: Mention): DigestRendering {
  const language = languageOf(schedule.language);
  const texts = digestPostTexts[language];
  const header = digestHeader(digest, schedule, texts, language);
  const { footer, preview } = texts;
  const around = [
    footer.follows(LARGE),
    footer.omitted(LARGE, mention('archive list')),
    footer.ask(mention('ask')),
    preview.note,
  ];
  const frame = around.reduce((sum, line) => sum + small(line).length + 1, 0);
  const parts = packStories(digest, schedule.style, texts, {
    first: TEXT_LENGTH - header.length - ROLE_ROOM - frame,
    further: TEXT_LENGTH - PART_HEADER_ROOM - frame,
    texts: COMPONENTS - FRAME_COMPONENTS,
  });
  return { digest, schedule, mention, language, texts, header, parts };
}

function storiesFrom(parts: readonly PackedStories[], at: number): number {
  return parts.slice(at).reduce((sum, stories) => sum + stories.length, 0);
}

interface FooterFacts {
  /** Stories in further messages. */
  readonly follow: number;
  readonly asks: boolean;
  readonly isLast: boolean;
}

function footerLines(
  { digest, mention, texts: { footer } }: DigestRendering,
  { follow, asks, isLast }: FooterFacts,
): string[] {
  if (digest.articles === 0) return [];
  return [
    ...(follow === 0 ? [] : [footer.follows(follow)]),
    ...(isLast && digest.omitted > 0
      ? [footer.omitted(digest.omitted, mention('archive list'))]
      : []),
    ...(asks ? [footer.ask(mention('ask'))] : []),
  ];
}

function buttonsOf(
  { digest, schedule, texts: { buttons } }: DigestRendering,
  runId: string,
  at: number,
): APIComponentInContainer[] {
  const label = digest.articles === 0 ? buttons.askArchive : buttons.ask;
  const ask = button(customId(DIGEST_ACTIONS.ask, runId, at), label, {
    style: 'primary',
    emoji: '💬',
  });
  const canMute = at === 0 && digest.sections.some(({ section }) => section !== null);
  if (!canMute) return [row(ask)];
  const id = customId(DIGEST_ACTIONS.mute, schedule.id, runId);
  return [row(ask, button(id, buttons.mute, { emoji: '🔕' }))];
}

interface Frame {
  readonly header: string;
  /** Lines of small print. */
  readonly footer: readonly string[];
  readonly buttons: readonly APIComponentInContainer[];
}

function message(
  { digest }: DigestRendering,
  stories: PackedStories,
  { header, footer, buttons }: Frame,
): MessageReply {
  const end = [...(footer.length === 0 ? [] : [text(footer.map(small).join('\n'))]), ...buttons];
  return {
    components: [
      container(
        [
          text(header),
          ...(stories.length === 0 ? [] : [separator()]),
          ...stories.map((story) => text(story)),
          ...(end.length === 0 ? [] : [separator(), ...end]),
        ],
        digest.articles === 0 ? DIGEST_COLOURS.nothing : DIGEST_COLOURS.news,
      ),
    ],
  };
}

/** Only what stands in the message itself is notified, and only where that is allowed besides. */
function withRole(reply: MessageReply, role: string | null, notifies: boolean): MessageReply {
  if (role === null) return reply;
  return {
    components: [text(`<@&${role}>`), ...reply.components],
    ...(notifies ? { mentionRole: role } : {}),
  };
}
