import type { AskTexts } from './ask-texts.ts';

const DATES = '2024-02-10, Feb 2024, 2024, last week';

export const de: AskTexts = {
  names: {
    ask: { name: 'fragen', description: 'Das Archiv fragen; es antwortet im Wortlaut der Artikel' },
    question: { name: 'frage', description: 'Was soll das Archiv beantworten?' },
    after: { name: 'ab', description: `Nur Artikel ab diesem Datum: ${DATES}` },
    before: { name: 'bis', description: `Nur Artikel bis zu diesem Datum: ${DATES}` },
    section: { name: 'rubrik', description: 'Nur Artikel dieser Rubrik' },
    private: { name: 'privat', description: 'Die Antwort nur mir zeigen' },
    askMessage: 'Archiv fragen',
  },
  answer: {
    from: (articles) => (articles === 1 ? 'Aus 1 Artikel' : `Aus ${articles} Artikeln`),
    after: (date) => `ab: ${date}`,
    before: (date) => `bis: ${date}`,
    section: (name) => `Rubrik: ${name}`,
    related: '**Nichts im Archiv beantwortet das direkt.** Am nächsten kommt Folgendes.',
    nothing: '**Nichts im Archiv beantwortet das.**',
    unknownWords: (words) =>
      words.length === 1
        ? `Dieses Wort kommt nirgends darin vor: ${words.join('')}.`
        : `Diese Wörter kommen nirgends darin vor: ${words.join(', ')}.`,
    nearest: 'Nächstliegende Artikel',
    closest: 'Nächstliegende Stellen, keine Antworten',
    further: 'Weitere Belege',
    changed: 'Dieser Artikel wurde seitdem geändert; die Stelle stammt aus der damaligen Fassung.',
    removed: 'Diese Stelle ist nicht mehr im Archiv.',
    sharedBy: (user) => `Geteilt von ${user}`,
    gone: 'Diese Antwort ist nicht mehr gespeichert. Einfach noch einmal fragen.',
  },
  buttons: {
    more: 'Mehr',
    read: 'Ganz lesen',
    readRank: (rank) => `[${rank}] lesen`,
    why: 'Warum das?',
    share: 'Teilen',
  },
  article: {
    page: (page, pages) => `Seite ${page} von ${pages}`,
    changed: 'Dieser Artikel wurde seit der Frage geändert. So lautet er jetzt.',
    removed: 'Dieser Artikel wurde aus dem Archiv entfernt und lässt sich hier nicht mehr lesen.',
    notFound: 'Diesen Artikel gibt es hier nicht.',
  },
  why: {
    title: 'Warum diese Stellen?',
    confidence: (share) => `Wahrscheinlichkeit, dass das Archiv die Frage beantwortet: ${share}`,
    matched: (words) => `Wörter der Frage darin: ${words.join(', ')}`,
    noneMatched: 'Kein Wort der Frage steht darin; gefunden wurde die Stelle über ihre Bedeutung.',
    coverage: (share) => `Anteil der Wörter der Frage, seltene zählen mehr: ${share}`,
    similarity: (value) => `Ähnlichkeit der Bedeutung, höchstens 1: ${value}`,
    passage: (value) => `Wertung des Abschnitts ringsum, höchstens 1: ${value}`,
    published: (date) => `Veröffentlicht: ${date}`,
    undated: 'Der Artikel hat kein Datum.',
  },
  message: {
    empty: (command) =>
      `In dieser Nachricht stehen keine Wörter, also gibt es nichts zu fragen. Bitte eine Nachricht mit Text wählen oder ${command} verwenden.`,
    cut: (maximum) => `Die Nachricht ist lang; gefragt wurde mit ihren ersten ${maximum} Zeichen.`,
  },
};
