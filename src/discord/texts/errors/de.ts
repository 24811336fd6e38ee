import type { ErrorTexts } from './error-texts.ts';

export const de: ErrorTexts = {
  question: {
    empty:
      'Darin steht keine Frage. Bitte mindestens ein Wort eingeben, nach dem gesucht werden kann.',
    tooLong: (maximum) =>
      `Diese Frage ist zu lang. Bitte mit weniger Wörtern fragen, höchstens ${maximum} Zeichen.`,
    badDate: (value) =>
      `Das Datum „${value}“ ist nicht zu verstehen. Möglich sind zum Beispiel 2024-02-10, Feb 2024, 2024, yesterday, last month oder 3 days ago.`,
    emptyRange: (range) =>
      `Zwischen diesen beiden Daten liegt kein Tag: ${range}. Bitte vertauschen oder eines weglassen.`,
    noSuchSection: (value, known) =>
      known === ''
        ? `Ein Ressort „${value}“ gibt es nicht: Kein Artikel hier hat eines. Bitte das Ressort weglassen.`
        : `Ein Ressort „${value}“ gibt es nicht. Vorhanden sind: ${known}.`,
  },
  limits: {
    'user-questions': (allowed) =>
      `Das ging etwas schnell: Möglich sind ${allowed} Fragen pro Minute und Person.`,
    'guild-questions': (allowed) =>
      `Auf diesem Server wird gerade viel gefragt: Möglich sind ${allowed} Fragen pro Minute.`,
    'user-ingests': (allowed) => `Hinzufügen geht ${allowed}-mal pro Stunde und Person.`,
    'guild-ingests': (allowed) => `Auf diesem Server geht Hinzufügen ${allowed}-mal pro Stunde.`,
    'guild-articles': (allowed) =>
      `Das Archiv dieses Servers ist voll: Es fasst ${allowed} eigene Artikel. Bitte einige entfernen oder beim Betreiber des Bots um mehr Platz bitten.`,
    'guild-bytes': (allowed) =>
      `Das Archiv dieses Servers ist voll: Es fasst ${allowed} eigenen Text. Bitte einige Artikel entfernen oder beim Betreiber des Bots um mehr Platz bitten.`,
    'article-size': (allowed) =>
      `Dieser Artikel ist zu lang: Möglich sind ${allowed} Zeichen. Bitte in Teile aufteilen.`,
  },
  tryAgainIn: (duration) => `Bitte in ${duration} noch einmal versuchen.`,
};
