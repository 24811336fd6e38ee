import { formatNumber, formatShare } from '../numbers.ts';
import type { IngestTexts } from './ingest-texts.ts';

const n = (value: number) => formatNumber('de', value);
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${value === 1 ? one : other}`;

export const de: IngestTexts = {
  command: {
    ingest: {
      name: 'aufnehmen',
      description: 'Artikel ins Archiv aufnehmen; jeder wird vorher gezeigt',
    },
    text: { name: 'text', description: 'Einen Artikel einfügen oder eintippen' },
    file: { name: 'datei', description: 'Artikel aus bis zu 10 Dateien aufnehmen' },
    url: { name: 'url', description: 'Artikel von bis zu 3 Webseiten aufnehmen' },
    fileOption: {
      name: 'datei',
      first: 'Text, Markdown, HTML, JSON, JSON Lines oder ein ZIP davon',
      further: 'Noch eine Datei',
    },
    urlOption: {
      name: 'url',
      first: 'Adresse des Artikels, beginnt mit https://',
      further: 'Adresse eines weiteren Artikels',
    },
    section: { name: 'rubrik', description: 'Rubrik für Artikel, die keine nennen' },
    date: { name: 'datum', description: 'Datum für Artikel, die keines nennen, etwa 2024-02-10' },
    source: { name: 'quelle', description: 'Herausgeber für Artikel, die keinen nennen' },
    message: 'Ins Archiv aufnehmen',
  },
  modal: {
    title: 'Artikel aufnehmen',
    editTitle: 'Artikel bearbeiten',
    headline: 'Überschrift',
    date: 'Datum',
    dateHint: 'Etwa 2024-02-10, 10. Februar 2024 oder gestern. Darf leer bleiben.',
    section: 'Rubrik',
    link: 'Link',
    linkHint: 'Wo der Artikel zu lesen ist. Darf leer bleiben.',
    body: 'Text',
    bodyHint: 'Bis zu 4.000 Zeichen; längere Artikel als Datei: /ingest file.',
    bodyTooLong: (characters) =>
      `Der Text selbst hat ${n(characters)} Zeichen, zu viele für dieses Fenster. Er bleibt, wie er ist; ändern lässt er sich mit /ingest file.`,
  },
  preview: {
    title: { new: 'Neuer Artikel', same: 'Schon im Archiv', changed: 'Geänderter Artikel' },
    noHeadline: '(ohne Überschrift)',
    labels: {
      headline: 'Überschrift',
      publishedAt: 'Datum',
      section: 'Rubrik',
      byline: 'Von',
      source: 'Quelle',
      url: 'Link',
      text: 'Text',
      length: 'Länge',
    },
    absent: 'keine Angabe',
    length: (words, characters, passages) =>
      `${count(words, 'Wort', 'Wörter')}, ${n(characters)} Zeichen, ${count(passages, 'Abschnitt', 'Abschnitte')}`,
    status: {
      new: 'Nichts dergleichen ist im Archiv.',
      same: 'Er ist Wort für Wort im Archiv. Es gibt nichts hinzuzufügen.',
      changed:
        'Wird er aufgenommen, ist dies die gültige Fassung eines Artikels, der im Archiv ist:',
    },
    alikeTo: 'Sehr ähnlich und schon im Archiv:',
    alike: (share) => `${formatShare('de', share)} gleich`,
    changedWords: (added, removed) => `${count(added, 'Wort', 'Wörter')} dazu, ${n(removed)} weg`,
    notes: 'Vermutet oder weggelassen',
    of: (position, total) => `Artikel ${n(position)} von ${n(total)}`,
    notInArchiveYet: 'Nichts kommt ins Archiv, bevor du „Aufnehmen“ drückst.',
    more: (number) => `und ${n(number)} weitere`,
  },
  list: {
    title: (number) => `${count(number, 'Artikel', 'Artikel')} zum Durchsehen`,
    words: (number) => count(number, 'Wort', 'Wörter'),
    totals: { new: 'neu', changed: 'geändert', same: 'schon da' },
    page: (page, pages) => `Seite ${n(page)} von ${n(pages)}`,
    choose: 'Einen ansehen oder bearbeiten …',
  },
  failures: {
    title: (number) => count(number, 'Problem', 'Probleme'),
    line: (line) => `Zeile ${n(line)}`,
    nothing: 'Es gibt nichts aufzunehmen.',
    wrongExtension: (extensions) =>
      `diese Art von Datei wird nicht gelesen. Möglich sind ${extensions}.`,
    tooBig: (megabytes) => `größer als ${n(megabytes)} MB. Bitte in kleinere Dateien aufteilen.`,
    tooBigTogether: (megabytes) =>
      `alle Dateien zusammen sind größer als ${n(megabytes)} MB. Bitte diese einzeln schicken.`,
    notDownloaded: 'Discord hat die Datei nicht herausgegeben. Bitte noch einmal schicken.',
    noAddress: 'das ist keine vollständige Webadresse. Sie beginnt mit https:// oder http://.',
    noArticleInMessage:
      'Diese Nachricht hat keinen Text, keine lesbare Datei und keinen Link, aus dem ein Artikel werden könnte.',
    optionDate: (typed) =>
      `„${typed}“ ist kein eindeutiges Datum. Schreib es wie 2024-02-10, 10. Februar 2024 oder gestern.`,
  },
  problems: {
    noHeadline: 'Ein Artikel braucht eine Überschrift.',
    date: (typed) =>
      `„${typed}“ ist kein eindeutiges Datum. Schreib es wie 2024-02-10, 10. Februar 2024 oder gestern. Der Rest ist behalten; ohne Korrektur hat der Artikel kein Datum.`,
    keptDate: (typed) =>
      `„${typed}“ ist kein eindeutiges Datum. Schreib es wie 2024-02-10, 10. Februar 2024 oder gestern. Das Datum bleibt, wie es war.`,
    link: (typed) =>
      `„${typed}“ ist keine Webadresse. Sie beginnt mit https:// oder http://. Der Rest ist behalten; ohne Korrektur hat der Artikel keinen Link.`,
    keptLink: (typed) =>
      `„${typed}“ ist keine Webadresse. Sie beginnt mit https:// oder http://. Der Link bleibt, wie er war.`,
    headline: 'Ein Artikel braucht eine Überschrift. Sie bleibt, wie sie war.',
    text: 'Im Text sind keine Wörter. Er bleibt, wie er war.',
    saved: (command) =>
      `Damit nichts verloren geht, ist hier, was du geschrieben hast. Mit ${command} kannst du es später schicken.`,
  },
  buttons: {
    add: (number) => (number === 1 ? 'Aufnehmen' : `${n(number)} aufnehmen`),
    edit: 'Bearbeiten',
    tryAgain: 'Noch einmal',
    cancel: 'Verwerfen',
    back: 'Zurück zur Liste',
    undo: 'Rückgängig',
    previous: 'Zurück',
    next: 'Weiter',
  },
  progress: {
    collecting: 'Wird geholt',
    reading: 'Wird gelesen',
    adding: 'Wird ins Archiv aufgenommen',
    done: (done, total) => `${n(done)} von ${n(total)}`,
  },
  receipt: {
    title: 'Ins Archiv aufgenommen',
    nothingTitle: 'Nichts wurde aufgenommen',
    added: (number) => count(number, 'Artikel aufgenommen', 'Artikel aufgenommen'),
    revised: (number) => count(number, 'Artikel geändert', 'Artikel geändert'),
    unchanged: (number) => count(number, 'war schon da', 'waren schon da'),
    revision: (revision) => `Fassung ${n(revision)}`,
    undone: 'Das wurde rückgängig gemacht.',
  },
  undo: {
    title: 'Rückgängig gemacht',
    removed: (number) => `${n(number)} Artikel wieder entfernt`,
    reverted: (number) => `${n(number)} Artikel wieder in der Fassung davor`,
    kept: (number) => `${n(number)} Artikel in Ruhe gelassen: seither geändert oder entfernt`,
    nothing: 'Es gab nichts rückgängig zu machen.',
  },
  cancelled: 'Verworfen. Nichts wurde ins Archiv aufgenommen.',
  gone: (command) =>
    `Das gibt es nicht mehr: aufgenommen, verworfen oder abgelaufen. Bitte mit ${command} neu beginnen.`,
};
