import { formatNumber } from '../numbers.ts';
import type { DigestTexts } from './digest-texts.ts';

const n = (value: number) => formatNumber('en', value);

export const en: DigestTexts = {
  names: {
    digest: {
      name: 'digest',
      description: 'What is new in the archive, posted in a channel every day',
    },
    schedule: {
      name: 'schedule',
      description: 'Post what is new in a channel, every day at the hour you choose',
    },
    channel: { name: 'channel', description: 'Where it is posted' },
    time: { name: 'time', description: 'When it is posted: 08:00, 8am, 17:30' },
    timezone: {
      name: 'timezone',
      description: 'Where that hour is: a city, or a name such as Europe/Berlin',
    },
    days: { name: 'days', description: 'On which days; every day unless you say otherwise' },
    section: {
      name: 'section',
      description: 'Only articles of these sections, with commas between them',
    },
    topic: { name: 'topic', description: 'Only articles on this, in your own words' },
    style: { name: 'style', description: 'How much each entry shows' },
    whenEmpty: { name: 'when_empty', description: 'What happens on a day without anything new' },
    role: { name: 'role', description: 'A role that every digest notifies' },
    catchUp: { name: 'catch_up', description: 'What happens when the bot was down at the hour' },
    publish: {
      name: 'publish',
      description: 'In an announcement channel: also to the servers that follow it',
    },
    language: {
      name: 'language',
      description: 'Language of the digest; yours unless you say otherwise',
    },
    list: { name: 'list', description: 'The digests of this server, and how they are doing' },
    preview: { name: 'preview', description: 'Show you alone what would be posted now' },
    now: { name: 'now', description: 'Post at once; the day’s digest comes all the same' },
    pause: { name: 'pause', description: 'Stop a digest until it is resumed' },
    resume: { name: 'resume', description: 'Let a paused digest go on' },
    remove: { name: 'remove', description: 'Take a digest off the list for good' },
    which: { name: 'digest', description: 'Which one; not needed when there is only one' },
  },
  choices: {
    everyDay: 'Every day',
    weekdays: 'Monday to Friday',
    style: { compact: 'Compact', full: 'Full: with a quotation for each article' },
    whenEmpty: { skip: 'Post nothing', say: 'Say that nothing is new' },
    catchUp: {
      late: 'Post it late, on the same day',
      merge: 'Put it into the next digest',
      skip: 'Leave that day out, with its articles',
    },
  },
  days: { every: 'every day', weekdays: 'weekdays' },
  when: {
    every: (time) => `Every day at ${time}`,
    weekdays: (time) => `Monday to Friday at ${time}`,
    weekday: (weekday, time) => `Every ${weekday} at ${time}`,
  },
  facts: {
    sections: (names) => `Sections: ${names}`,
    topic: (topic) => `Topic: ${topic}`,
    muted: (names) => `Muted sections: ${names}`,
    more: (count) => `and ${n(count)} more`,
    style: { compact: 'Compact', full: 'Full, with quotations' },
    whenEmpty: {
      skip: 'A day without anything new: nothing is posted',
      say: 'A day without anything new: a sentence says so',
    },
    catchUp: {
      late: 'If I was down at the hour: late on the same day, otherwise with the next one',
      merge: 'If I was down at the hour: with the next one',
      skip: 'If I was down at the hour: that day is left out',
    },
    role: (role) => `Notifies ${role}`,
    published: 'Published to the servers that follow the channel',
  },
  schedule: {
    title: 'The digest is scheduled',
    at: (when, zone, channel) => `**${when}** (${zone}) in ${channel}`,
    first: (first, fromNow) => `The first one comes on ${first}, ${fromNow}.`,
    fromNowOn:
      'It holds what enters the archive or is corrected from now on; what is there already is not posted.',
    lessWithout: (permissions) =>
      `It works better if I also have this in the channel: ${permissions}.`,
    preview: 'Preview',
    undo: 'Remove',
  },
  refused: {
    intro: 'Nothing is scheduled yet:',
    lacks: (channel, permissions) => `In ${channel} I still need: ${permissions}.`,
    obstacles: {
      'wrong-kind': (channel) =>
        `A digest cannot be posted in ${channel}: choose a text, announcement or forum channel, or a thread.`,
      locked: (channel) => `The thread ${channel} is locked. Unlock it, or choose another channel.`,
      'not-in-thread': (channel) =>
        `I am not in the private thread ${channel}. Mention me there once, or choose another channel.`,
    },
    notReady: 'I do not know this server well enough yet. Please try again in a minute.',
    roleEveryone: 'A digest does not notify everyone. Choose another role, or none.',
    roleNotYours: (role) =>
      `You may not notify ${role} in that channel. Choose a role that everybody may mention, or ask for the permission “Mention @everyone, @here and All Roles”.`,
    roleNotMine: (role) =>
      `I may not notify ${role} in that channel. Let everybody mention the role, or give me the permission “Mention @everyone, @here and All Roles” there.`,
    publishElsewhere:
      'Only posts of an announcement channel can be published. Choose one, or leave `publish` out.',
    zonesNear: (names) => `Near that are: ${names}.`,
    noSections: (names) => `Not found among the sections: ${names}.`,
    known: (names) => `There are: ${names}.`,
    noneKnown: 'No article has a section yet.',
  },
  list: {
    title: 'Digests',
    none: (command) => `There is no digest here yet. ${command} makes one.`,
    range: (first, last, total) => `${n(first)} to ${n(last)} of ${n(total)}`,
    next: (at, fromNow) => `Next: ${at}, ${fromNow}`,
    neverNext: 'No next day can be found. Remove it and schedule it anew.',
    pausedBySomebody: (since, command) => `⏸️ Paused ${since}. ${command} lets it go on.`,
    pausedByFailure: (since) => `⚠️ Paused ${since}, since it could not be posted.`,
    trouble: (problem, nextTry) => `⚠️ ${problem} I try again ${nextTry}.`,
    last: (date, outcome) => {
      switch (outcome) {
        case 'posted':
          return `Last: ${date}, posted`;
        case 'empty':
          return `Last: ${date}, nothing was new`;
        case 'skipped':
          return `Last: ${date}, left out since I was down`;
        case 'merged':
          return `Last: ${date}, goes into the next one`;
      }
    },
    lastPosted: (link) => `Last: ${link}`,
    notYet: 'Nothing posted yet',
  },
  thenResume: (command) => `Then ${command} lets it go on.`,
  several: 'There are several digests here. Choose one in `digest`.',
  now: {
    posted: (link) => `Posted: ${link}`,
    stillDue: 'The day’s digest comes all the same, with what is new after this one.',
    empty: 'Nothing is new, so nothing was posted.',
  },
  paused: (command) =>
    `Paused. Nothing is posted until ${command}; what is new until then comes with the first one after it.`,
  resumed: (at, fromNow) => `It goes on. The next one comes on ${at}, ${fromNow}.`,
  remove: {
    question: 'Remove this digest?',
    consequence: 'Nothing more is posted. What was posted stays, with its buttons.',
    confirm: 'Remove',
    cancel: 'Cancel',
    cancelled: 'Nothing was removed.',
    removed: 'Removed. What was posted stays.',
  },
  ask: {
    title: 'Ask about these articles',
    question: 'Your question',
    hint: 'The answer comes from the articles of this digest, for you alone.',
    note: (command) =>
      `Only the articles of this digest were asked. ${command} asks the whole archive.`,
    titleWhole: 'Ask the archive',
    hintWhole: 'The answer comes from the whole archive, for you alone.',
    noteWhole: 'This digest holds no articles, so the whole archive was asked.',
    gone: (command) =>
      `This digest is no longer kept, so it cannot be asked. ${command} asks the whole archive.`,
  },
  mute: {
    title: 'Mute sections',
    explain: 'Chosen sections are left out of this digest from now on.',
    placeholder: 'Choose the sections to mute',
    page: (page, pages) => `Sections, part ${n(page)} of ${n(pages)}`,
    none: 'No section is muted now.',
    now: (names) => `Muted now: ${names}`,
    noSections: 'Its articles have no sections, so there is nothing to mute.',
    gone: 'This digest is not scheduled any more, so nothing can be muted.',
  },
  errors: {
    'not-found': () =>
      'There is no such digest here. Choose one from the suggestions, or look at the list.',
    'too-many': (most) =>
      `This server has ${most} digests, and that is as many as can be. Remove one first.`,
    'no-such-section': (value) => `There is no section “${value}”. Choose from the suggestions.`,
    'bad-time': (value) =>
      `I do not understand the time “${value}”. Write it like 08:00, 8am or 17:30.`,
    'bad-zone': (value) =>
      `I do not know the time zone “${value}”. Type a city near you and choose from the suggestions.`,
    'bad-topic': () =>
      'The topic cannot be used. Say in one sentence, in words, what the articles are to be about.',
    'already-paused': () => 'This digest is paused already.',
    'not-paused': () => 'This digest is not paused, so it goes on anyway.',
    'not-connected': () =>
      'I am not connected to Discord well enough to post. Please try again in a minute.',
    'not-posted': (reason) => `It could not be posted. ${reason}`,
  },
};
