import { formatNumber } from '../numbers.ts';
import type { HelpTexts } from './en.ts';

const QUESTIONS = {
  off: 'Les questions ne sont pas conservées.',
  anonymous: 'Les questions sans réponse sont conservées pour la modération, sans les noms.',
  full: 'Les questions sans réponse sont conservées pour la modération, avec le nom de qui les a posées.',
} as const;

export const fr: HelpTexts = {
  help: { name: 'aide', description: 'Ce que ce bot sait faire' },
  title: 'Archivist',
  intro:
    'Je cherche des réponses dans des archives d’articles et je les montre **mot pour mot, avec leur source**. Je n’écris rien moi-même : rien n’est inventé.',
  everybody: 'Pour tout le monde',
  everybodyLines: (mention, messageCommand) => [
    `${mention('ask')} répond à une question ; des dates et une rubrique restreignent la recherche, \`private\` ne montre la réponse qu’à toi.`,
    `Clic droit sur un message, **Applications**, **${messageCommand}** : le message est la question.`,
    `${mention('archive list')} et ${mention('archive show')} servent à parcourir et à lire, ${mention('archive stats')} dit combien il y en a.`,
  ],
  moderators: 'Pour la modération',
  moderatorLines: (mention, messageCommand) => [
    `${mention('ingest text')}, ${mention('ingest file')} et ${mention('ingest url')} ajoutent des articles. Tu vois chacun avant l’ajout et peux l’annuler.`,
    `Clic droit sur un message, **Applications**, **${messageCommand}** : son texte, ses fichiers et ses liens deviennent des articles.`,
    `${mention('archive gaps')} liste les questions restées sans réponse.`,
    `${mention('archive remove')} retire un article, ${mention('archive export')} télécharge tous ceux de ce serveur.`,
  ],
  managers: 'Pour qui gère le serveur',
  managerLines: (mention) => [
    `${mention('digest schedule')} publie les nouveautés dans un salon, chaque jour à l’heure choisie. ${mention('digest preview')} les montre avant, ${mention('digest now')} les publie tout de suite.`,
    `${mention('digest list')} dit comment se portent les revues ; ${mention('digest pause')}, ${mention('digest resume')} et ${mention('digest remove')} les arrêtent et les laissent continuer.`,
  ],
  separate: 'Ce qui est ajouté sur ce serveur ne se trouve que sur ce serveur.',
  kept: (days, questions) =>
    `${days === 0 ? 'Les réponses ne sont pas conservées.' : `Les réponses sont conservées ${formatNumber('fr', days)} ${days === 1 ? 'jour' : 'jours'} pour leurs boutons, avec les votes.`} ${QUESTIONS[questions]}`,
};
