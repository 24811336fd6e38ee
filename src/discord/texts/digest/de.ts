import { formatNumber } from '../numbers.ts';
import type { DigestTexts } from './digest-texts.ts';

const n = (value: number) => formatNumber('de', value);

export const de: DigestTexts = {
  names: {
    digest: { name: 'überblick', description: 'Was neu im Archiv ist, jeden Tag in einem Kanal' },
    schedule: {
      name: 'planen',
      description: 'Neues in einem Kanal posten, jeden Tag zur gewählten Stunde',
    },
    channel: { name: 'kanal', description: 'Wo gepostet wird' },
    time: { name: 'uhrzeit', description: 'Wann gepostet wird: 08:00, 8am, 17:30' },
    timezone: {
      name: 'zeitzone',
      description: 'Wo diese Uhr steht: eine Stadt, oder ein Name wie Europe/Berlin',
    },
    days: { name: 'tage', description: 'An welchen Tagen; wenn nichts gewählt ist, an jedem' },
    section: { name: 'rubrik', description: 'Nur Artikel dieser Rubriken, mit Kommas dazwischen' },
    topic: { name: 'thema', description: 'Nur Artikel hierüber, in eigenen Worten' },
    style: { name: 'stil', description: 'Wie viel von jedem Artikel gezeigt wird' },
    whenEmpty: { name: 'wenn_nichts_neu', description: 'Was an einem Tag ohne Neues geschieht' },
    role: { name: 'rolle', description: 'Eine Rolle, die jedes Mal benachrichtigt wird' },
    catchUp: {
      name: 'nachholen',
      description: 'Was geschieht, wenn der Bot zu der Stunde nicht lief',
    },
    publish: {
      name: 'veröffentlichen',
      description: 'Im Ankündigungskanal: auch für die Server, die ihm folgen',
    },
    language: {
      name: 'sprache',
      description: 'Sprache des Überblicks; wenn nichts gewählt ist, deine',
    },
    list: {
      name: 'liste',
      description: 'Was auf diesem Server geplant ist, und wie es darum steht',
    },
    preview: { name: 'vorschau', description: 'Nur dir zeigen, was jetzt gepostet würde' },
    now: { name: 'jetzt', description: 'Sofort posten; der Überblick des Tages kommt trotzdem' },
    pause: { name: 'pausieren', description: 'Anhalten, bis es fortgesetzt wird' },
    resume: { name: 'fortsetzen', description: 'Einen pausierten Überblick weiterlaufen lassen' },
    remove: { name: 'entfernen', description: 'Einen Überblick endgültig absetzen' },
    which: { name: 'überblick', description: 'Welcher; nicht nötig, wenn es nur einen gibt' },
  },
  choices: {
    everyDay: 'Jeden Tag',
    weekdays: 'Montag bis Freitag',
    style: { compact: 'Knapp', full: 'Ausführlich: mit einem Zitat zu jedem Artikel' },
    whenEmpty: { skip: 'Nichts posten', say: 'Sagen, dass nichts neu ist' },
    catchUp: {
      late: 'Später posten, am selben Tag',
      merge: 'In den nächsten Überblick nehmen',
      skip: 'Diesen Tag auslassen, samt seinen Artikeln',
    },
  },
  days: { every: 'jeden Tag', weekdays: 'Mo bis Fr' },
  when: {
    every: (time) => `Jeden Tag um ${time}`,
    weekdays: (time) => `Montag bis Freitag um ${time}`,
    weekday: (weekday, time) => `Jeden ${weekday} um ${time}`,
  },
  facts: {
    sections: (names) => `Rubriken: ${names}`,
    topic: (topic) => `Thema: ${topic}`,
    muted: (names) => `Stumme Rubriken: ${names}`,
    more: (count) => `und ${n(count)} weitere`,
    style: { compact: 'Knapp', full: 'Ausführlich, mit Zitaten' },
    whenEmpty: {
      skip: 'An einem Tag ohne Neues: nichts wird gepostet',
      say: 'An einem Tag ohne Neues: ein Satz sagt es',
    },
    catchUp: {
      late: 'Wenn ich zu der Stunde nicht lief: später am selben Tag, sonst mit dem nächsten',
      merge: 'Wenn ich zu der Stunde nicht lief: mit dem nächsten',
      skip: 'Wenn ich zu der Stunde nicht lief: der Tag wird ausgelassen',
    },
    role: (role) => `Benachrichtigt ${role}`,
    published: 'Auch für die Server, die dem Kanal folgen',
  },
  schedule: {
    title: 'Der Überblick ist geplant',
    at: (when, zone, channel) => `**${when}** (${zone}) in ${channel}`,
    first: (first, fromNow) => `Der erste kommt am ${first}, ${fromNow}.`,
    fromNowOn:
      'Darin steht, was von jetzt an ins Archiv kommt oder berichtigt wird; was schon da ist, wird nicht gepostet.',
    lessWithout: (permissions) =>
      `Besser geht es, wenn ich im Kanal auch das darf: ${permissions}.`,
    preview: 'Vorschau',
    undo: 'Entfernen',
  },
  refused: {
    intro: 'Noch ist nichts geplant:',
    lacks: (channel, permissions) => `In ${channel} brauche ich noch: ${permissions}.`,
    obstacles: {
      'wrong-kind': (channel) =>
        `In ${channel} lässt sich kein Überblick posten: Wähle einen Text-, Ankündigungs- oder Forumkanal oder einen Thread.`,
      locked: (channel) =>
        `Der Thread ${channel} ist gesperrt. Entsperre ihn, oder wähle einen anderen Kanal.`,
      'not-in-thread': (channel) =>
        `Ich bin nicht im privaten Thread ${channel}. Erwähne mich dort einmal, oder wähle einen anderen Kanal.`,
    },
    notReady:
      'Ich kenne diesen Server noch nicht gut genug. Bitte versuche es in einer Minute noch einmal.',
    roleEveryone: 'Ein Überblick benachrichtigt nicht alle. Wähle eine andere Rolle, oder keine.',
    roleNotYours: (role) =>
      `Du darfst ${role} in diesem Kanal nicht benachrichtigen. Wähle eine Rolle, die alle erwähnen dürfen, oder bitte um die Berechtigung „@everyone, @here und alle Rollen erwähnen“.`,
    roleNotMine: (role) =>
      `Ich darf ${role} in diesem Kanal nicht benachrichtigen. Lass alle die Rolle erwähnen, oder gib mir dort die Berechtigung „@everyone, @here und alle Rollen erwähnen“.`,
    publishElsewhere:
      'Nur Posts eines Ankündigungskanals lassen sich veröffentlichen. Wähle einen, oder lass `veröffentlichen` weg.',
    zonesNear: (names) => `Nahe daran sind: ${names}.`,
    noSections: (names) => `Das ist keine Rubrik: ${names}.`,
    known: (names) => `Es gibt: ${names}.`,
    noneKnown: 'Noch hat kein Artikel eine Rubrik.',
  },
  list: {
    title: 'Überblicke',
    none: (command) => `Hier ist noch kein Überblick geplant. ${command} plant einen.`,
    range: (first, last, total) => `${n(first)} bis ${n(last)} von ${n(total)}`,
    next: (at, fromNow) => `Nächster: ${at}, ${fromNow}`,
    neverNext: 'Ein nächster Tag ist nicht zu finden. Entferne ihn und plane ihn neu.',
    pausedBySomebody: (since, command) =>
      `⏸️ Pausiert ${since}. ${command} lässt ihn weiterlaufen.`,
    pausedByFailure: (since) => `⚠️ Pausiert ${since}, weil er sich nicht posten ließ.`,
    trouble: (problem, nextTry) => `⚠️ ${problem} Ich versuche es ${nextTry} wieder.`,
    last: (date, outcome) => {
      switch (outcome) {
        case 'posted':
          return `Zuletzt: ${date}, gepostet`;
        case 'empty':
          return `Zuletzt: ${date}, nichts war neu`;
        case 'skipped':
          return `Zuletzt: ${date}, ausgelassen, weil ich nicht lief`;
        case 'merged':
          return `Zuletzt: ${date}, kommt mit dem nächsten`;
      }
    },
    lastPosted: (link) => `Zuletzt: ${link}`,
    notYet: 'Noch nichts gepostet',
  },
  thenResume: (command) => `Danach lässt ${command} ihn weiterlaufen.`,
  several: 'Hier gibt es mehrere. Wähle einen bei `überblick`.',
  now: {
    posted: (link) => `Gepostet: ${link}`,
    stillDue: 'Der Überblick des Tages kommt trotzdem, mit dem, was danach neu ist.',
    empty: 'Nichts ist neu, also wurde nichts gepostet.',
  },
  paused: (command) =>
    `Pausiert. Bis ${command} wird nichts gepostet; was bis dahin neu ist, kommt mit dem ersten danach.`,
  resumed: (at, fromNow) => `Er läuft weiter. Der nächste kommt am ${at}, ${fromNow}.`,
  remove: {
    question: 'Diesen Überblick entfernen?',
    consequence: 'Es wird nichts mehr gepostet. Was gepostet wurde, bleibt, mit seinen Knöpfen.',
    confirm: 'Entfernen',
    cancel: 'Abbrechen',
    cancelled: 'Nichts wurde entfernt.',
    removed: 'Entfernt. Was gepostet wurde, bleibt.',
  },
  ask: {
    title: 'Diese Artikel fragen',
    question: 'Deine Frage',
    hint: 'Die Antwort kommt aus den Artikeln dieses Überblicks, nur für dich.',
    note: (command) =>
      `Gefragt wurden nur die Artikel dieses Überblicks. ${command} fragt das ganze Archiv.`,
    titleWhole: 'Das Archiv fragen',
    hintWhole: 'Die Antwort kommt aus dem ganzen Archiv, nur für dich.',
    noteWhole: 'Dieser Überblick enthält keine Artikel; gefragt wurde das ganze Archiv.',
    gone: (command) =>
      `Dieser Überblick ist nicht mehr gespeichert und lässt sich nicht mehr fragen. ${command} fragt das ganze Archiv.`,
  },
  mute: {
    title: 'Rubriken stummschalten',
    explain: 'Gewählte Rubriken fehlen in diesem Überblick von jetzt an.',
    placeholder: 'Rubriken zum Stummschalten wählen',
    page: (page, pages) => `Rubriken, Teil ${n(page)} von ${n(pages)}`,
    none: 'Jetzt ist keine Rubrik stumm.',
    now: (names) => `Jetzt stumm: ${names}`,
    noSections: 'Seine Artikel haben keine Rubriken, also gibt es nichts stummzuschalten.',
    gone: 'Dieser Überblick ist nicht mehr geplant, also lässt sich nichts stummschalten.',
  },
  errors: {
    'not-found': () =>
      'Diesen Überblick gibt es hier nicht. Wähle einen aus den Vorschlägen oder sieh in der Liste nach.',
    'too-many': (most) =>
      `Dieser Server hat ${most} Überblicke, mehr gehen nicht. Entferne erst einen.`,
    'no-such-section': (value) => `Die Rubrik „${value}“ gibt es nicht. Wähle aus den Vorschlägen.`,
    'bad-time': (value) =>
      `Die Uhrzeit „${value}“ verstehe ich nicht. Schreib sie wie 08:00, 8am oder 17:30.`,
    'bad-zone': (value) =>
      `Die Zeitzone „${value}“ kenne ich nicht. Tippe eine Stadt in deiner Nähe und wähle aus den Vorschlägen.`,
    'bad-topic': () =>
      'Mit diesem Thema geht es nicht. Sag in einem Satz, in Worten, worum es in den Artikeln gehen soll.',
    'already-paused': () => 'Dieser Überblick ist schon pausiert.',
    'not-paused': () => 'Dieser Überblick ist nicht pausiert; er läuft ohnehin.',
    'not-connected': () =>
      'Ich bin gerade nicht mit Discord verbunden. Bitte versuche es in einer Minute noch einmal.',
    'not-posted': (reason) => `Er ließ sich nicht posten. ${reason}`,
  },
};
