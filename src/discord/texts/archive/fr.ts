import { formatMegabytes, formatNumber, formatShare } from '../numbers.ts';
import type { ArchiveTexts } from './en.ts';

const n = (value: number) => formatNumber('fr', value);
/** In French, 0 and 1 are singular. */
const isOne = (count: number) => count < 2;
const articles = (count: number) => `${n(count)} ${isOne(count) ? 'article' : 'articles'}`;

export const fr: ArchiveTexts = {
  names: {
    archive: { name: 'archives', description: 'Consulter et entretenir les archives' },
    stats: { name: 'statistiques', description: 'Ce que contiennent les archives' },
    list: { name: 'liste', description: 'Les articles, du plus récent au plus ancien' },
    listSection: { name: 'rubrique', description: 'Seulement les articles de cette rubrique' },
    listAfter: {
      name: 'après',
      description: 'À partir de cette date : 2024-02-10, Feb 2024, 2024, last week',
    },
    listBefore: {
      name: 'avant',
      description: 'Jusqu’à cette date : 2024-02-10, Feb 2024, 2024, last week',
    },
    show: { name: 'montrer', description: 'Lire un article' },
    showArticle: { name: 'article', description: 'Des mots de son titre, ou son identifiant' },
    remove: { name: 'retirer', description: 'Retirer des archives un article de ce serveur' },
    removeArticle: { name: 'article', description: 'Des mots de son titre, ou son identifiant' },
    export: {
      name: 'exporter',
      description: 'Télécharger les articles de ce serveur en JSON Lines',
    },
    gaps: { name: 'lacunes', description: 'Les questions sans réponse, les plus posées d’abord' },
  },
  notFound:
    'Cet article n’existe pas ici. Choisis-en un parmi les suggestions ou consulte la liste.',
  stats: {
    title: 'Les archives',
    empty: 'Les archives sont vides.',
    visible: (count, words) => `**${articles(count)}** et ${n(words)} mots sont consultables ici.`,
    own: (count) =>
      count === 0
        ? 'Aucun ne vient de ce serveur.'
        : `**${n(count)}** ${isOne(count) ? 'vient' : 'viennent'} de ce serveur.`,
    period: (oldest, newest) => `Du ${oldest} au ${newest}.`,
    day: (day) => `Tous du ${day}.`,
    sections: 'Rubriques',
    moreSections: (count) => `et ${n(count)} de plus`,
    limits: ({ articles: count, maxArticles, bytes, maxBytes }) =>
      `Ce serveur utilise ${n(count)} sur ${articles(maxArticles)} et ` +
      `${formatMegabytes('fr', bytes)} sur ${formatMegabytes('fr', maxBytes)}.`,
    questions: (asked, answered, share) =>
      `Questions posées ici : ${n(asked)}, avec réponse : ${n(answered)} (${formatShare('fr', share)}).`,
    noQuestions: 'Aucune question n’a encore été posée ici.',
  },
  list: {
    title: 'Articles',
    range: (first, last, total) => `${n(first)} à ${n(last)} sur ${n(total)}`,
    emptyArchive: 'Les archives sont vides.',
    noMatch: 'Aucun article ne correspond. Essaie d’autres dates ou une autre rubrique.',
    undated: 'sans date',
    open: 'Ouvrir un article',
    noSection: 'Cette rubrique n’existe pas. Choisis-en une parmi les suggestions.',
    badDate: (option) =>
      `Je ne comprends pas la date de « ${option} ». Écris-la comme 2024-02-10, Feb 2024, 2024, yesterday, last month ou 3 days ago.`,
    noDayBetween:
      'Aucun jour ne se trouve après la première date et avant la seconde. Échange les deux.',
  },
  remove: {
    question: 'Retirer cet article ?',
    consequence: 'Il ne sera plus trouvé, montré ni exporté ici.',
    confirm: 'Retirer',
    cancel: 'Annuler',
    cancelled: 'Rien n’a été retiré.',
    removed: (headline) => `Retiré : ${headline}`,
    undo: 'Rétablir',
    restored: (headline) => `De retour dans les archives : ${headline}`,
    shared:
      'Cet article appartient aux archives que tous les serveurs partagent. Il ne peut pas être retiré d’ici.',
    notRestored:
      'Cet article ne peut pas être rétabli : il est déjà de retour, ou perdu pour de bon.',
  },
  export: {
    done: (count, bytes) =>
      `${articles(count)} de ce serveur en JSON Lines, ${formatMegabytes('fr', bytes)}.`,
    parts: (files) => `Ils sont répartis en ${n(files)} fichiers.`,
    howToRead: 'Un autre Archivist les lit avec `/ingest file`.',
    empty: 'Ce serveur n’a pas encore ajouté d’articles ; il n’y a rien à exporter.',
    tooLarge: (bytes, command) =>
      `L’export dépasse les ${formatMegabytes('fr', bytes)} qui peuvent être envoyés ici. ` +
      `La personne qui gère le bot l’obtient dans le terminal, pendant que le bot est arrêté :\n\`${command}\``,
  },
  gaps: {
    title: 'Questions sans réponse',
    range: (first, last, total) =>
      `${n(first)} à ${n(last)} sur ${n(total)}, les plus posées d’abord`,
    none: 'Aucune question n’est ouverte. Les questions sans réponse sont listées ici, sauf si la personne qui gère le bot l’a désactivé.',
    asked: (count, last) =>
      count === 1 ? `posée une fois, ${last}` : `posée ${n(count)} fois, la dernière ${last}`,
    variants: (questions) => `aussi : ${questions.join(' · ')}`,
    add: 'Ajouter un article',
    done: 'Terminé',
    gone: 'Cette question n’est plus sur la liste.',
  },
};
