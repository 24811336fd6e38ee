import { formatNumber, formatShare } from '../numbers.ts';
import type { IngestTexts } from './ingest-texts.ts';

const n = (value: number) => formatNumber('fr', value);
// In French, 0 is singular.
const count = (value: number, one: string, other: string) =>
  `${n(value)} ${value < 2 ? one : other}`;

export const fr: IngestTexts = {
  command: {
    ingest: {
      name: 'ajouter',
      description: 'Ajouter des articles aux archives, après les avoir montrés',
    },
    text: { name: 'texte', description: 'Coller ou taper un article' },
    file: { name: 'fichier', description: 'Ajouter les articles de 10 fichiers au plus' },
    url: { name: 'url', description: 'Ajouter les articles de 3 pages web au plus' },
    fileOption: {
      name: 'fichier',
      first: 'Texte, Markdown, HTML, JSON, JSON Lines, ou un ZIP de ceux-ci',
      further: 'Un autre fichier',
    },
    urlOption: {
      name: 'url',
      first: 'Adresse de l’article, commençant par https://',
      further: 'Adresse d’un autre article',
    },
    section: { name: 'rubrique', description: 'Rubrique des articles qui n’en ont pas' },
    date: { name: 'date', description: 'Date des articles qui n’en ont pas, comme 2024-02-10' },
    source: { name: 'source', description: 'Éditeur des articles qui n’en nomment pas' },
    message: 'Ajouter aux archives',
  },
  modal: {
    title: 'Ajouter un article',
    editTitle: 'Modifier l’article',
    headline: 'Titre',
    date: 'Date',
    dateHint: 'Comme 2024-02-10, 10 février 2024 ou hier. Peut rester vide.',
    section: 'Rubrique',
    link: 'Lien',
    linkHint: 'Où lire l’article. Peut rester vide.',
    body: 'Texte',
    bodyHint: '4 000 caractères au plus ; un article plus long, en fichier : /ingest file.',
    bodyTooLong: (characters) =>
      `Le texte lui-même a ${n(characters)} caractères, trop pour cette fenêtre. Il reste tel quel ; pour le changer, utilise /ingest file.`,
  },
  preview: {
    title: { new: 'Nouvel article', same: 'Déjà dans les archives', changed: 'Article modifié' },
    noHeadline: '(sans titre)',
    labels: {
      headline: 'Titre',
      publishedAt: 'Date',
      section: 'Rubrique',
      byline: 'Par',
      source: 'Source',
      url: 'Lien',
      text: 'Texte',
      length: 'Longueur',
    },
    absent: 'aucune indication',
    length: (words, characters, passages) =>
      `${count(words, 'mot', 'mots')}, ${count(characters, 'caractère', 'caractères')}, ${count(passages, 'passage', 'passages')}`,
    status: {
      new: 'Rien de tel n’est dans les archives.',
      same: 'Il est dans les archives, mot pour mot. Il n’y a rien à ajouter.',
      changed: 'Une fois ajouté, il sera la version actuelle d’un article des archives :',
    },
    alikeTo: 'Très semblable et déjà dans les archives :',
    alike: (share) => `${formatShare('fr', share)} de ressemblance`,
    changedWords: (added, removed) =>
      `${count(added, 'mot ajouté', 'mots ajoutés')}, ${count(removed, 'retiré', 'retirés')}`,
    notes: 'Deviné ou omis',
    of: (position, total) => `Article ${n(position)} sur ${n(total)}`,
    notInArchiveYet: 'Rien n’entre dans les archives avant que tu n’appuies sur Ajouter.',
    more: (number) => `et ${n(number)} de plus`,
  },
  list: {
    title: (number) => `${count(number, 'article', 'articles')} à vérifier`,
    words: (number) => count(number, 'mot', 'mots'),
    totals: { new: 'nouveaux', changed: 'modifiés', same: 'déjà là' },
    page: (page, pages) => `Page ${n(page)} sur ${n(pages)}`,
    choose: 'En regarder ou en modifier un …',
  },
  failures: {
    title: (number) => count(number, 'problème', 'problèmes'),
    line: (line) => `ligne ${n(line)}`,
    nothing: 'Il n’y a rien à ajouter.',
    wrongExtension: (extensions) => `ce genre de fichier n’est pas lu. Envoie ${extensions}.`,
    tooBig: (megabytes) => `plus de ${n(megabytes)} Mo. Envoie plusieurs fichiers plus petits.`,
    tooBigTogether: (megabytes) =>
      `tous les fichiers ensemble dépassent ${n(megabytes)} Mo. Envoie celui-ci seul.`,
    notDownloaded: 'Discord n’a pas donné le fichier. Envoie-le de nouveau.',
    noAddress: 'ce n’est pas une adresse web complète. Elle commence par https:// ou http://.',
    noArticleInMessage:
      'Ce message n’a ni texte, ni fichier lisible, ni lien qui puisse devenir un article.',
    optionDate: (typed) =>
      `« ${typed} » n’est pas une date claire. Écrivez-la comme 2024-02-10, 10 février 2024 ou hier.`,
  },
  problems: {
    noHeadline: 'Un article a besoin d’un titre.',
    date: (typed) =>
      `« ${typed} » n’est pas une date claire. Écrivez-la comme 2024-02-10, 10 février 2024 ou hier. Le reste est gardé ; sans correction, l’article n’a pas de date.`,
    keptDate: (typed) =>
      `« ${typed} » n’est pas une date claire. Écrivez-la comme 2024-02-10, 10 février 2024 ou hier. La date reste comme elle était.`,
    link: (typed) =>
      `« ${typed} » n’est pas une adresse web. Elle commence par https:// ou http://. Le reste est gardé ; sans correction, l’article n’a pas de lien.`,
    keptLink: (typed) =>
      `« ${typed} » n’est pas une adresse web. Elle commence par https:// ou http://. Le lien reste comme il était.`,
    headline: 'Un article a besoin d’un titre. Il reste comme il était.',
    text: 'Il n’y a pas de mots dans le texte. Il reste comme il était.',
    saved: (command) =>
      `Pour que rien ne soit perdu, voici ce que tu as tapé. Tu pourras l’envoyer plus tard avec ${command}.`,
  },
  buttons: {
    add: (number) => (number === 1 ? 'Ajouter' : `Ajouter ${n(number)}`),
    edit: 'Modifier',
    tryAgain: 'Réessayer',
    cancel: 'Abandonner',
    back: 'Retour à la liste',
    undo: 'Annuler l’ajout',
    previous: 'Précédent',
    next: 'Suivant',
  },
  progress: {
    collecting: 'Récupération',
    reading: 'Lecture',
    adding: 'Ajout aux archives',
    done: (done, total) => `${n(done)} sur ${n(total)}`,
  },
  receipt: {
    title: 'Ajouté aux archives',
    nothingTitle: 'Rien n’a été ajouté',
    added: (number) => count(number, 'article ajouté', 'articles ajoutés'),
    revised: (number) => count(number, 'article modifié', 'articles modifiés'),
    unchanged: (number) => count(number, 'était déjà là', 'étaient déjà là'),
    revision: (revision) => `version ${n(revision)}`,
    undone: 'Cet ajout a été annulé.',
  },
  undo: {
    title: 'Annulé',
    removed: (number) => count(number, 'article retiré', 'articles retirés'),
    reverted: (number) =>
      count(number, 'article revenu à la version d’avant', 'articles revenus à la version d’avant'),
    kept: (number) =>
      count(
        number,
        'article laissé tel quel : modifié ou retiré depuis',
        'articles laissés tels quels : modifiés ou retirés depuis',
      ),
    nothing: 'Il n’y avait rien à annuler.',
  },
  cancelled: 'Abandonné. Rien n’a été ajouté aux archives.',
  gone: (command) =>
    `Ceci n’est plus là : ajouté, abandonné ou expiré. Recommence avec ${command}.`,
};
