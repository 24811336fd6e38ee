import type { ErrorTexts } from './error-texts.ts';

export const fr: ErrorTexts = {
  question: {
    empty: 'Il n’y a pas de question là-dedans. Écris au moins un mot à chercher.',
    tooLong: (maximum) =>
      `Cette question est trop longue. Pose-la en moins de mots, ${maximum} caractères au plus.`,
    badDate: (value) =>
      `La date « ${value} » n’est pas compréhensible. Écris par exemple 2024-02-10, Feb 2024, 2024, yesterday, last month ou 3 days ago.`,
    emptyRange: (range) =>
      `Aucun jour ne se trouve entre ces deux dates : ${range}. Échange-les, ou omets-en une.`,
    noSuchSection: (value, known) =>
      known === ''
        ? `La rubrique « ${value} » n’existe pas : aucun article n’en a ici. Omets la rubrique.`
        : `La rubrique « ${value} » n’existe pas. Rubriques disponibles : ${known}.`,
    noSuchDigest:
      'Cette revue n’est plus conservée et ne peut plus être interrogée. Interroge plutôt toutes les archives.',
  },
  limits: {
    'user-questions': (allowed) =>
      `C’était un peu rapide : chaque personne peut poser ${allowed} questions par minute.`,
    'guild-questions': (allowed) =>
      `On pose beaucoup de questions sur ce serveur en ce moment : ${allowed} par minute sont possibles.`,
    'user-ingests': (allowed) => `Chaque personne peut faire ${allowed} ajouts par heure.`,
    'guild-ingests': (allowed) => `Ce serveur peut faire ${allowed} ajouts par heure.`,
    'guild-articles': (allowed) =>
      `Les archives de ce serveur sont pleines : elles peuvent contenir ${allowed} articles propres au serveur. Retires-en quelques-uns, ou demande plus de place à l’opérateur du bot.`,
    'guild-bytes': (allowed) =>
      `Les archives de ce serveur sont pleines : elles peuvent contenir ${allowed} de texte propre au serveur. Retire quelques articles, ou demande plus de place à l’opérateur du bot.`,
    'article-size': (allowed) =>
      `Cet article est trop long : ${allowed} caractères sont possibles. Divise-le en plusieurs parties.`,
  },
  articles: {
    'not-found':
      'Cet article n’existe pas ici. Choisis-en un dans la liste qui s’ouvre pendant la saisie.',
    'not-yours': 'Cet article est commun à tous les serveurs et ne peut pas être modifié ici.',
    'already-removed': 'Cet article est déjà retiré.',
    'not-removed': 'Cet article n’est pas retiré, il n’y a donc rien à rétablir.',
    'no-pending':
      'Ce brouillon n’est plus conservé : il a été ajouté, annulé, ou il a plus de sept jours. Envoie-le à nouveau.',
    'no-receipt': 'Cet ajout n’est plus enregistré. Retire les articles un par un.',
    'no-headline': 'Le titre manque. Écris-en un d’au moins un mot.',
    'no-text': 'Le texte manque. Écris au moins une phrase.',
    'bad-date': 'La date n’est pas compréhensible. Écris-la ainsi : 2024-02-10.',
    'bad-link': 'Le lien n’est pas une adresse qui commence par http ou https.',
    'bad-field': 'Un des champs ne peut pas être conservé tel quel. Raccourcis-le.',
  },
  tryAgainIn: (duration) => `Réessaie dans ${duration}.`,
};
