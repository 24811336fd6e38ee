import { formatMegabytes, formatNumber, formatShare } from '../numbers.ts';
import type { ArchiveTexts } from './en.ts';

const n = (value: number) => formatNumber('de', value);
const articles = (count: number) => `${n(count)} Artikel`;

export const de: ArchiveTexts = {
  names: {
    archive: { name: 'archiv', description: 'Das Archiv ansehen und pflegen' },
    stats: { name: 'statistik', description: 'Wie viel im Archiv steht' },
    list: { name: 'liste', description: 'Artikel, die neuesten zuerst' },
    listSection: { name: 'rubrik', description: 'Nur Artikel dieser Rubrik' },
    listAfter: {
      name: 'ab',
      description: 'Nur ab diesem Datum: 2024-02-10, Feb 2024, 2024, last week',
    },
    listBefore: {
      name: 'bis',
      description: 'Nur bis zu diesem Datum: 2024-02-10, Feb 2024, 2024, last week',
    },
    show: { name: 'zeigen', description: 'Einen Artikel lesen' },
    showArticle: { name: 'artikel', description: 'Wörter der Überschrift oder die ID' },
    remove: {
      name: 'entfernen',
      description: 'Einen Artikel dieses Servers aus dem Archiv nehmen',
    },
    removeArticle: { name: 'artikel', description: 'Wörter der Überschrift oder die ID' },
    export: {
      name: 'exportieren',
      description: 'Die Artikel dieses Servers als JSON Lines herunterladen',
    },
    gaps: { name: 'lücken', description: 'Fragen ohne Antwort, die häufigsten zuerst' },
  },
  notFound:
    'Diesen Artikel gibt es hier nicht. Wähle einen aus den Vorschlägen oder sieh in der Liste nach.',
  stats: {
    title: 'Das Archiv',
    empty: 'Das Archiv ist leer.',
    visible: (count, words) =>
      `**${articles(count)}** mit ${n(words)} Wörtern sind hier zu finden.`,
    own: (count) =>
      count === 0
        ? 'Keiner davon kommt von diesem Server.'
        : `**${n(count)}** davon ${count === 1 ? 'kommt' : 'kommen'} von diesem Server.`,
    period: (oldest, newest) => `Vom ${oldest} bis zum ${newest}.`,
    day: (day) => `Alle vom ${day}.`,
    sections: 'Rubriken',
    moreSections: (count) => `und ${n(count)} weitere`,
    limits: ({ articles: count, maxArticles, bytes, maxBytes }) =>
      `Dieser Server nutzt ${n(count)} von ${articles(maxArticles)}n und ` +
      `${formatMegabytes('de', bytes)} von ${formatMegabytes('de', maxBytes)}.`,
    questions: (asked, answered, share) =>
      `Hier gestellte Fragen: ${n(asked)}, beantwortet: ${n(answered)} (${formatShare('de', share)}).`,
    noQuestions: 'Hier wurde noch keine Frage gestellt.',
  },
  list: {
    title: 'Artikel',
    range: (first, last, total) => `${n(first)} bis ${n(last)} von ${n(total)}`,
    emptyArchive: 'Das Archiv ist leer.',
    noMatch: 'Kein Artikel passt. Versuche es mit anderen Daten oder einer anderen Rubrik.',
    undated: 'ohne Datum',
    open: 'Einen Artikel öffnen',
    noSection: 'Diese Rubrik gibt es nicht. Wähle eine aus den Vorschlägen.',
    badDate: (option) =>
      `Das Datum in „${option}“ verstehe ich nicht. Schreib es wie 2024-02-10, Feb 2024, 2024, yesterday, last month oder 3 days ago.`,
    noDayBetween:
      'Kein Tag liegt nach dem ersten und zugleich vor dem zweiten Datum. Vertausche die beiden.',
  },
  remove: {
    question: 'Diesen Artikel entfernen?',
    consequence: 'Er wird hier nicht mehr gefunden, gezeigt oder exportiert.',
    confirm: 'Entfernen',
    cancel: 'Abbrechen',
    cancelled: 'Nichts wurde entfernt.',
    removed: (headline) => `Entfernt: ${headline}`,
    undo: 'Rückgängig',
    restored: (headline) => `Wieder im Archiv: ${headline}`,
    shared:
      'Dieser Artikel gehört zum Archiv, das alle Server teilen. Von hier aus kann er nicht entfernt werden.',
    notRestored:
      'Dieser Artikel lässt sich nicht zurückholen: Er ist schon wieder da oder endgültig weg.',
  },
  export: {
    done: (count, bytes) =>
      `${articles(count)} dieses Servers als JSON Lines, ${formatMegabytes('de', bytes)}.`,
    parts: (files) => `Sie sind auf ${n(files)} Dateien verteilt.`,
    howToRead: 'Ein anderer Archivist liest sie mit `/ingest file`.',
    empty: 'Dieser Server hat noch keine Artikel beigetragen; es gibt nichts zu exportieren.',
    tooLarge: (bytes, command) =>
      `Der Export ist größer als die ${formatMegabytes('de', bytes)}, die hier gesendet werden können. ` +
      `Wer den Bot betreibt, bekommt ihn im Terminal, während der Bot steht:\n\`${command}\``,
  },
  gaps: {
    title: 'Fragen ohne Antwort',
    range: (first, last, total) =>
      `${n(first)} bis ${n(last)} von ${n(total)}, die häufigsten zuerst`,
    none: 'Keine Frage ist offen. Fragen ohne Antwort stehen hier, außer wenn der Betreiber des Bots das abgeschaltet hat.',
    asked: (count, last) =>
      count === 1 ? `einmal gefragt, ${last}` : `${n(count)}-mal gefragt, zuletzt ${last}`,
    variants: (questions) => `auch: ${questions.join(' · ')}`,
    add: 'Artikel hinzufügen',
    done: 'Erledigt',
    gone: 'Diese Frage steht nicht mehr auf der Liste.',
  },
};
