import { formatNumber } from '../numbers.ts';
import type { DigestPostTexts } from './digest-post-texts.ts';

const number = (value: number): string => formatNumber('de', value);

export const de: DigestPostTexts = {
  days: {
    date: (day, month, year) => [`${day}.`, month, year].filter((part) => part !== null).join(' '),
    weekday: (weekday, date) => `${weekday}, ${date}`,
    range: (first, last) => `${first} bis ${last}`,
  },
  title: (days) => `Überblick · ${days}`,
  header: {
    fresh: (articles) => (articles === 1 ? '1 neuer Artikel' : `${number(articles)} neue Artikel`),
    corrected: (articles) =>
      articles === 1 ? '1 berichtigter Artikel' : `${number(articles)} berichtigte Artikel`,
    topic: (topic) => `zum Thema „${topic}“`,
    nothing: 'Heute ist nichts Neues ins Archiv gekommen. Bis zum nächsten Mal!',
    nothingForDays: 'An diesen Tagen ist nichts Neues ins Archiv gekommen. Bis zum nächsten Mal!',
    part: (at, of) => `Teil ${at} von ${of}`,
  },
  otherSection: 'Weitere Artikel',
  continued: (section) => `${section} (Fortsetzung)`,
  entry: {
    corrected: '✏️ berichtigt',
    alsoIn: (links, more) =>
      `auch in: ${links.join(', ')}${more === 0 ? '' : ` und ${number(more)} weiteren`}`,
  },
  footer: {
    ask: (mention) => `Dazu fragen: ${mention}`,
    follows: (stories) =>
      stories === 1 ? '1 weitere Meldung folgt ↓' : `${number(stories)} weitere Meldungen folgen ↓`,
    omitted: (articles, mention) =>
      articles === 1
        ? `1 älterer Artikel ist auch neu: ${mention}`
        : `${number(articles)} ältere Artikel sind auch neu: ${mention}`,
  },
  buttons: {
    ask: 'Dazu fragen',
    askArchive: 'Das Archiv fragen',
    mute: 'Rubrik ausblenden',
  },
  preview: {
    note: 'Vorschau: Das würde jetzt gepostet. Nur du siehst sie.',
    notPosted: 'An einem solchen Tag wird nichts gepostet.',
    more: (stories) =>
      stories === 1 ? '… und 1 weitere Meldung' : `… und ${number(stories)} weitere Meldungen`,
  },
  paused: {
    title: 'Ein Überblick ist angehalten',
    explain: (channel, creator) =>
      `Der Überblick für ${channel}, eingerichtet von ${creator}, ließ sich nicht posten, obwohl ich es stundenlang versucht habe.`,
    goOn: (mention) =>
      `Danach geht es mit ${mention('digest resume')} weiter; was bis dahin neu ist, kommt mit dem nächsten. ${mention('digest list')} zeigt alle.`,
  },
  problems: {
    'channel-gone': {
      what: 'Den Kanal oder Thread gibt es nicht mehr.',
      remedy: 'Entferne den Überblick und richte ihn für einen anderen Kanal neu ein.',
    },
    'no-access': {
      what: 'Ich sehe den Kanal nicht.',
      remedy: 'Gib mir dort die Berechtigung „Kanal ansehen“.',
    },
    'missing-permission': {
      what: 'Ich darf in dem Kanal nicht posten.',
      remedy: 'Gib mir, was fehlt, in den Einstellungen des Kanals unter Berechtigungen.',
    },
    'channel-closed': {
      what: 'In dem Kanal lässt sich nichts posten: Er ist gesperrt, voll oder inzwischen von anderer Art.',
      remedy: 'Öffne ihn wieder oder richte den Überblick für einen anderen Kanal neu ein.',
    },
    discord: {
      what: 'Discord hat die Nachricht nicht angenommen.',
      remedy: 'Das gibt sich meist von selbst.',
    },
  },
  missing: (names) => `Dort fehlt: ${names.join(', ')}.`,
  quoted: (name) => `„${name}“`,
  permissions: {
    ViewChannel: 'Kanal ansehen',
    SendMessages: 'Nachrichten senden',
    SendMessagesInThreads: 'Nachrichten in Threads senden',
    EmbedLinks: 'Links einbetten',
    ReadMessageHistory: 'Nachrichtenverlauf anzeigen',
    CreatePublicThreads: 'Öffentliche Threads erstellen',
    ManageThreads: 'Threads verwalten',
    ManageMessages: 'Nachrichten verwalten',
    MentionEveryone: '@everyone, @here und alle Rollen erwähnen',
  },
};
