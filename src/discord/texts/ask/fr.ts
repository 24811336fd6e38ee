import type { AskTexts } from './ask-texts.ts';

const DATES = '2024-02-10, Feb 2024, 2024, last week';

export const fr: AskTexts = {
  names: {
    ask: {
      name: 'demander',
      description: 'Interroger les archives ; elles répondent par les mots des articles',
    },
    question: { name: 'question', description: 'Que veux-tu savoir ?' },
    after: { name: 'après', description: `Seulement à partir de cette date : ${DATES}` },
    before: { name: 'avant', description: `Seulement jusqu’à cette date : ${DATES}` },
    section: { name: 'rubrique', description: 'Seulement les articles de cette rubrique' },
    private: { name: 'privé', description: 'Ne montrer la réponse qu’à moi' },
    askMessage: 'Interroger les archives',
  },
  answer: {
    from: (articles) => (articles === 1 ? 'Tiré d’1 article' : `Tiré de ${articles} articles`),
    after: (date) => `à partir de : ${date}`,
    before: (date) => `jusqu’à : ${date}`,
    section: (name) => `rubrique : ${name}`,
    related:
      '**Rien dans les archives n’y répond directement.** Voici ce qui s’en approche le plus.',
    nothing: '**Rien dans les archives n’y répond.**',
    unknownWords: (words) =>
      words.length === 1
        ? `Ce mot n’y figure nulle part : ${words.join('')}.`
        : `Ces mots n’y figurent nulle part : ${words.join(', ')}.`,
    nearest: 'Articles les plus proches',
    closest: 'Passages les plus proches, sans être des réponses',
    further: 'Autres éléments',
    changed: 'Cet article a été modifié depuis ; le passage vient de la version d’alors.',
    removed: 'Ce passage n’est plus dans les archives.',
    sharedBy: (user) => `Partagé par ${user}`,
    gone: 'Cette réponse n’est plus conservée. Il suffit de reposer la question.',
  },
  buttons: {
    more: 'Suite',
    read: 'Lire en entier',
    readRank: (rank) => `Lire [${rank}]`,
    why: 'Pourquoi ?',
    share: 'Partager',
  },
  article: {
    page: (page, pages) => `Page ${page} sur ${pages}`,
    changed: 'Cet article a été modifié depuis la question. Voici sa version actuelle.',
    removed: 'Cet article a été retiré des archives et ne peut plus être lu ici.',
    notFound: 'Cet article n’existe pas ici.',
  },
  why: {
    title: 'Pourquoi ces passages ?',
    confidence: (share) => `Probabilité que les archives répondent à la question : ${share}`,
    matched: (words) => `Mots de la question qui s’y trouvent : ${words.join(', ')}`,
    noneMatched: 'Aucun mot de la question ne s’y trouve ; c’est le sens qui l’a fait trouver.',
    coverage: (share) =>
      `Part des mots de la question, les plus rares comptant davantage : ${share}`,
    similarity: (value) => `Proximité de sens, 1 au plus : ${value}`,
    passage: (value) => `Note du passage qui l’entoure, 1 au plus : ${value}`,
    published: (date) => `Publié : ${date}`,
    undated: 'L’article n’a pas de date.',
  },
  message: {
    empty: (command) =>
      `Ce message ne contient aucun mot, il n’y a donc rien à demander. Choisis un message avec du texte, ou utilise ${command}.`,
    cut: (maximum) =>
      `Le message est long ; la question a été posée avec ses ${maximum} premiers caractères.`,
  },
};
