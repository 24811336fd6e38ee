import { formatNumber } from '../numbers.ts';
import type { DigestPostTexts } from './digest-post-texts.ts';

const number = (value: number): string => formatNumber('fr', value);

export const fr: DigestPostTexts = {
  days: {
    date: (day, month, year) =>
      [day === 1 ? '1er' : day, month, year].filter((part) => part !== null).join(' '),
    weekday: (weekday, date) => `${weekday} ${date}`,
    range: (first, last) => `du ${first} au ${last}`,
  },
  title: (days) => `Revue · ${days}`,
  header: {
    fresh: (articles) =>
      articles === 1 ? '1 nouvel article' : `${number(articles)} nouveaux articles`,
    corrected: (articles) =>
      articles === 1 ? '1 article corrigé' : `${number(articles)} articles corrigés`,
    topic: (topic) => `au sujet de « ${topic} »`,
    nothing: 'Rien de nouveau dans les archives aujourd’hui. À la prochaine !',
    nothingForDays: 'Rien de nouveau dans les archives ces jours-ci. À la prochaine !',
    part: (at, of) => `Partie ${at} sur ${of}`,
  },
  otherSection: 'Autres articles',
  continued: (section) => `${section} (suite)`,
  entry: {
    corrected: '✏️ corrigé',
    alsoIn: (links, more) =>
      `aussi dans : ${links.join(', ')}${more === 0 ? '' : ` et ${number(more)} de plus`}`,
  },
  footer: {
    ask: (mention) => `Pose tes questions : ${mention}`,
    follows: (stories) =>
      stories === 1 ? '1 autre sujet suit ↓' : `${number(stories)} autres sujets suivent ↓`,
    omitted: (articles, mention) =>
      articles === 1
        ? `1 article plus ancien est nouveau aussi : ${mention}`
        : `${number(articles)} articles plus anciens sont nouveaux aussi : ${mention}`,
  },
  buttons: {
    ask: 'Poser une question',
    askArchive: 'Interroger les archives',
    mute: 'Masquer une rubrique',
  },
  preview: {
    note: 'Aperçu : voici ce qui serait publié maintenant. Toi seul le vois.',
    notPosted: 'Un jour comme celui-ci, rien n’est publié.',
    more: (stories) =>
      stories === 1 ? '… et 1 autre sujet' : `… et ${number(stories)} autres sujets`,
  },
  paused: {
    title: 'Une revue est suspendue',
    explain: (channel, creator) =>
      `La revue pour ${channel}, mise en place par ${creator}, n’a pas pu être publiée, malgré des heures d’essais.`,
    goOn: (mention) =>
      `Ensuite, ${mention('digest resume')} la fait continuer ; ce qui est nouveau d’ici là viendra avec la prochaine. ${mention('digest list')} les montre toutes.`,
  },
  problems: {
    'channel-gone': {
      what: 'Le salon ou le fil n’existe plus.',
      remedy: 'Retire la revue et programme-la de nouveau pour un autre salon.',
    },
    'no-access': {
      what: 'Je ne vois pas le salon.',
      remedy: 'Donne-moi la permission « Voir le salon » à cet endroit.',
    },
    'missing-permission': {
      what: 'Je n’ai pas le droit de publier dans le salon.',
      remedy: 'Donne-moi ce qui manque dans les paramètres du salon, sous Permissions.',
    },
    'channel-closed': {
      what: 'Rien ne peut être publié dans le salon : il est verrouillé, plein ou d’un autre type désormais.',
      remedy: 'Rouvre-le, ou programme de nouveau la revue pour un autre salon.',
    },
    discord: {
      what: 'Discord n’a pas accepté le message.',
      remedy: 'En général, cela passe tout seul.',
    },
  },
  missing: (names) => `Il y manque : ${names.join(', ')}.`,
  quoted: (name) => `« ${name} »`,
  permissions: {
    ViewChannel: 'Voir le salon',
    SendMessages: 'Envoyer des messages',
    SendMessagesInThreads: 'Envoyer des messages dans les fils',
    EmbedLinks: 'Intégrer des liens',
    ReadMessageHistory: 'Voir les anciens messages',
    CreatePublicThreads: 'Créer des fils publics',
    ManageThreads: 'Gérer les fils',
    ManageMessages: 'Gérer les messages',
    MentionEveryone: 'Mentionner @everyone, @here et tous les rôles',
  },
};
