import { formatNumber } from '../numbers.ts';
import type { DigestPostTexts } from './digest-post-texts.ts';

const number = (value: number): string => formatNumber('en', value);

export const en: DigestPostTexts = {
  days: {
    date: (day, month, year) => [day, month, year].filter((part) => part !== null).join(' '),
    weekday: (weekday, date) => `${weekday}, ${date}`,
    range: (first, last) => `${first} to ${last}`,
  },
  title: (days) => `Digest · ${days}`,
  header: {
    fresh: (articles) => (articles === 1 ? '1 new article' : `${number(articles)} new articles`),
    corrected: (articles) =>
      articles === 1 ? '1 corrected article' : `${number(articles)} corrected articles`,
    topic: (topic) => `about “${topic}”`,
    nothing: 'Nothing new came into the archive today. Until next time!',
    nothingForDays: 'Nothing new came into the archive on these days. Until next time!',
    part: (at, of) => `Part ${at} of ${of}`,
  },
  otherSection: 'Other articles',
  continued: (section) => `${section} (continued)`,
  entry: {
    corrected: '✏️ corrected',
    alsoIn: (links, more) =>
      `also in: ${links.join(', ')}${more === 0 ? '' : ` and ${number(more)} more`}`,
  },
  footer: {
    ask: (mention) => `Ask about these: ${mention}`,
    follows: (stories) =>
      stories === 1 ? '1 more story follows ↓' : `${number(stories)} more stories follow ↓`,
    omitted: (articles, mention) =>
      articles === 1
        ? `1 older article is new, too: ${mention}`
        : `${number(articles)} older articles are new, too: ${mention}`,
  },
  buttons: {
    ask: 'Ask about these',
    askArchive: 'Ask the archive',
    mute: 'Mute section',
  },
  preview: {
    note: 'Preview: this is what would be posted now. Only you see it.',
    notPosted: 'On a day like this nothing is posted.',
    more: (stories) =>
      stories === 1 ? '… and 1 more story' : `… and ${number(stories)} more stories`,
  },
  paused: {
    title: 'A digest is paused',
    explain: (channel, creator) =>
      `The digest for ${channel}, set up by ${creator}, could not be posted, although I tried for hours.`,
    goOn: (mention) =>
      `After that, ${mention('digest resume')} lets it go on; what is new until then comes with the next one. ${mention('digest list')} shows all digests.`,
  },
  problems: {
    'channel-gone': {
      what: 'The channel or thread does not exist any more.',
      remedy: 'Remove the digest and schedule it anew for another channel.',
    },
    'no-access': {
      what: 'I cannot see the channel.',
      remedy: 'Give me the permission “View Channel” there.',
    },
    'missing-permission': {
      what: 'I am not allowed to post in the channel.',
      remedy: 'Give me what is missing in the settings of the channel, under Permissions.',
    },
    'channel-closed': {
      what: 'Nothing can be posted in the channel: it is locked, full, or of another kind now.',
      remedy: 'Open it again, or schedule the digest anew for another channel.',
    },
    discord: {
      what: 'Discord did not take the message.',
      remedy: 'That usually passes by itself.',
    },
  },
  missing: (names) => `Missing there: ${names.join(', ')}.`,
  quoted: (name) => `“${name}”`,
  permissions: {
    ViewChannel: 'View Channel',
    SendMessages: 'Send Messages',
    SendMessagesInThreads: 'Send Messages in Threads',
    EmbedLinks: 'Embed Links',
    ReadMessageHistory: 'Read Message History',
    CreatePublicThreads: 'Create Public Threads',
    ManageThreads: 'Manage Threads',
    ManageMessages: 'Manage Messages',
    MentionEveryone: 'Mention @everyone, @here and All Roles',
  },
};
