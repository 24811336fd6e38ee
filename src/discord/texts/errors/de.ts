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
        ? `Eine Rubrik „${value}“ gibt es nicht: Kein Artikel hier hat eine. Bitte die Rubrik weglassen.`
        : `Eine Rubrik „${value}“ gibt es nicht. Vorhanden sind: ${known}.`,
    noSuchDigest:
      'Dieser Überblick ist nicht mehr gespeichert und lässt sich nicht mehr fragen. Frag stattdessen das ganze Archiv.',
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
  articles: {
    'not-found':
      'Diesen Artikel gibt es hier nicht. Bitte einen aus der Liste wählen, die sich beim Tippen öffnet.',
    'not-yours': 'Dieser Artikel gehört allen Servern und lässt sich hier nicht ändern.',
    'already-removed': 'Dieser Artikel ist schon entfernt.',
    'not-removed': 'Dieser Artikel ist nicht entfernt, es gibt also nichts zurückzuholen.',
    'no-pending':
      'Dieser Entwurf ist nicht mehr da: Er wurde hinzugefügt, verworfen oder ist älter als sieben Tage. Bitte noch einmal einreichen.',
    'no-receipt':
      'Was hier hinzugefügt wurde, ist nicht mehr verzeichnet. Die Artikel lassen sich einzeln entfernen.',
    'no-headline': 'Die Überschrift fehlt. Bitte eine mit mindestens einem Wort eingeben.',
    'no-text': 'Der Text fehlt. Bitte mindestens einen Satz eingeben.',
    'bad-date': 'Das Datum ist nicht zu verstehen. Bitte so schreiben: 2024-02-10.',
    'bad-link': 'Der Link ist keine Adresse, die mit http oder https beginnt.',
    'bad-field': 'Eines der Felder lässt sich so nicht aufnehmen. Bitte kürzen.',
  },
  tryAgainIn: (duration) => `Bitte in ${duration} noch einmal versuchen.`,
};
