import { formatNumber } from '../numbers.ts';
import type { HelpTexts } from './en.ts';

const QUESTIONS = {
  off: 'Fragen werden nicht aufbewahrt.',
  anonymous: 'Fragen ohne Antwort werden für die Moderation aufbewahrt, ohne Namen.',
  full: 'Fragen ohne Antwort werden für die Moderation aufbewahrt, mit dem Namen der Fragenden.',
} as const;

export const de: HelpTexts = {
  help: { name: 'hilfe', description: 'Was dieser Bot kann' },
  title: 'Archivist',
  intro:
    'Ich suche Antworten in einem Archiv von Artikeln und zeige sie **Wort für Wort, mit Quelle**. Ich schreibe nichts selbst, also ist nichts erfunden.',
  everybody: 'Für alle',
  everybodyLines: (mention, messageCommand) => [
    `${mention('ask')} beantwortet eine Frage; Daten und eine Rubrik grenzen die Suche ein, \`private\` zeigt die Antwort nur dir.`,
    `Rechtsklick auf eine Nachricht, **Apps**, **${messageCommand}**: Die Nachricht ist die Frage.`,
    `${mention('archive list')} und ${mention('archive show')} sind zum Blättern und Lesen, ${mention('archive stats')} sagt, wie viel da ist.`,
  ],
  moderators: 'Für die Moderation',
  moderatorLines: (mention, messageCommand) => [
    `${mention('ingest text')}, ${mention('ingest file')} und ${mention('ingest url')} fügen Artikel hinzu. Du siehst jeden vorher und kannst es rückgängig machen.`,
    `Rechtsklick auf eine Nachricht, **Apps**, **${messageCommand}**: Text, Dateien und Links werden zu Artikeln.`,
    `${mention('archive gaps')} zeigt die Fragen, die keine Antwort fanden.`,
    `${mention('archive remove')} nimmt einen Artikel heraus, ${mention('archive export')} lädt alle dieses Servers herunter.`,
  ],
  managers: 'Für die Serververwaltung',
  managerLines: (mention) => [
    `${mention('digest schedule')} postet Neues in einem Kanal, jeden Tag zur gewählten Stunde. ${mention('digest preview')} zeigt es vorher, ${mention('digest now')} postet es sofort.`,
    `${mention('digest list')} sagt, wie es um die Überblicke steht; ${mention('digest pause')}, ${mention('digest resume')} und ${mention('digest remove')} halten sie an und lassen sie weiterlaufen.`,
  ],
  separate: 'Was auf diesem Server hinzugefügt wird, ist nur auf diesem Server zu finden.',
  kept: (days, questions) =>
    `${days === 0 ? 'Antworten werden nicht aufbewahrt.' : `Antworten werden für ihre Knöpfe ${formatNumber('de', days)} ${days === 1 ? 'Tag' : 'Tage'} aufbewahrt, mit euren Stimmen.`} ${QUESTIONS[questions]}`,
};
