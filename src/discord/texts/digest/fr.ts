import { formatNumber } from '../numbers.ts';
import type { DigestTexts } from './digest-texts.ts';

const n = (value: number) => formatNumber('fr', value);

export const fr: DigestTexts = {
  names: {
    digest: {
      name: 'revue',
      description: 'Les nouveautés des archives, chaque jour dans un salon',
    },
    schedule: {
      name: 'programmer',
      description: 'Publier les nouveautés dans un salon, chaque jour à l’heure choisie',
    },
    channel: { name: 'salon', description: 'Où publier' },
    time: { name: 'heure', description: 'Quand publier : 08:00, 8am, 17:30' },
    timezone: {
      name: 'fuseau',
      description: 'Où est cette heure : une ville, ou un nom comme Europe/Paris',
    },
    days: { name: 'jours', description: 'Quels jours ; tous, sans autre choix' },
    section: {
      name: 'rubrique',
      description: 'Seulement ces rubriques, séparées par des virgules',
    },
    topic: {
      name: 'sujet',
      description: 'Seulement les articles sur ce sujet, avec tes propres mots',
    },
    style: { name: 'style', description: 'Ce qui est montré de chaque article' },
    whenEmpty: { name: 'si_rien', description: 'Ce qui se passe un jour sans nouveauté' },
    role: { name: 'rôle', description: 'Un rôle que chaque revue prévient' },
    catchUp: {
      name: 'rattrapage',
      description: 'Ce qui se passe si le bot était arrêté à l’heure dite',
    },
    publish: {
      name: 'diffuser',
      description: 'Dans un salon d’annonces : aussi aux serveurs qui le suivent',
    },
    language: { name: 'langue', description: 'Langue de la revue ; la tienne, sans autre choix' },
    list: { name: 'liste', description: 'Les revues de ce serveur, et comment elles se portent' },
    preview: { name: 'aperçu', description: 'Ne montrer qu’à toi ce qui serait publié maintenant' },
    now: {
      name: 'maintenant',
      description: 'Publier tout de suite ; la revue du jour viendra quand même',
    },
    pause: { name: 'suspendre', description: 'Arrêter une revue jusqu’à sa reprise' },
    resume: { name: 'reprendre', description: 'Laisser continuer une revue suspendue' },
    remove: { name: 'retirer', description: 'Retirer une revue pour de bon' },
    which: { name: 'revue', description: 'Laquelle ; inutile quand il n’y en a qu’une' },
  },
  choices: {
    everyDay: 'Chaque jour',
    weekdays: 'Du lundi au vendredi',
    style: { compact: 'Bref', full: 'Complet : avec une citation par article' },
    whenEmpty: { skip: 'Ne rien publier', say: 'Dire que rien n’est nouveau' },
    catchUp: {
      late: 'Publier plus tard, le même jour',
      merge: 'L’ajouter à la revue suivante',
      skip: 'Sauter ce jour, avec ses articles',
    },
  },
  days: { every: 'chaque jour', weekdays: 'lundi à vendredi' },
  when: {
    every: (time) => `Chaque jour à ${time}`,
    weekdays: (time) => `Du lundi au vendredi à ${time}`,
    weekday: (weekday, time) => `Chaque ${weekday} à ${time}`,
  },
  facts: {
    sections: (names) => `Rubriques : ${names}`,
    topic: (topic) => `Sujet : ${topic}`,
    muted: (names) => `Rubriques muettes : ${names}`,
    more: (count) => `et ${n(count)} de plus`,
    style: { compact: 'Bref', full: 'Complet, avec des citations' },
    whenEmpty: {
      skip: 'Un jour sans nouveauté : rien n’est publié',
      say: 'Un jour sans nouveauté : une phrase le dit',
    },
    catchUp: {
      late: 'Si j’étais arrêté à l’heure dite : plus tard le même jour, sinon avec la suivante',
      merge: 'Si j’étais arrêté à l’heure dite : avec la suivante',
      skip: 'Si j’étais arrêté à l’heure dite : ce jour est sauté',
    },
    role: (role) => `Prévient ${role}`,
    published: 'Diffusée aux serveurs qui suivent le salon',
  },
  schedule: {
    title: 'La revue est programmée',
    at: (when, zone, channel) => `**${when}** (${zone}) dans ${channel}`,
    first: (first, fromNow) => `La première vient le ${first}, ${fromNow}.`,
    fromNowOn:
      'Elle contient ce qui entre dans les archives ou y est corrigé à partir de maintenant ; ce qui s’y trouve déjà n’est pas publié.',
    lessWithout: (permissions) =>
      `Ce sera mieux si j’ai aussi ceci dans le salon : ${permissions}.`,
    preview: 'Aperçu',
    undo: 'Retirer',
  },
  refused: {
    intro: 'Rien n’est encore programmé :',
    lacks: (channel, permissions) => `Dans ${channel}, il me faut encore : ${permissions}.`,
    obstacles: {
      'wrong-kind': (channel) =>
        `Une revue ne peut pas être publiée dans ${channel} : choisis un salon textuel, d’annonces ou un forum, ou un fil.`,
      locked: (channel) =>
        `Le fil ${channel} est verrouillé. Déverrouille-le, ou choisis un autre salon.`,
      'not-in-thread': (channel) =>
        `Je ne suis pas dans le fil privé ${channel}. Mentionne-moi une fois là-bas, ou choisis un autre salon.`,
    },
    notReady: 'Je ne connais pas encore assez bien ce serveur. Réessaie dans une minute.',
    roleEveryone: 'Une revue ne prévient pas tout le monde. Choisis un autre rôle, ou aucun.',
    roleNotYours: (role) =>
      `Tu ne peux pas prévenir ${role} dans ce salon. Choisis un rôle que tout le monde peut mentionner, ou demande la permission « Mentionner @everyone, @here et tous les rôles ».`,
    roleNotMine: (role) =>
      `Je ne peux pas prévenir ${role} dans ce salon. Laisse tout le monde mentionner ce rôle, ou donne-moi là-bas la permission « Mentionner @everyone, @here et tous les rôles ».`,
    publishElsewhere:
      'Seuls les messages d’un salon d’annonces peuvent être diffusés. Choisis-en un, ou omets `diffuser`.',
    zonesNear: (names) => `S’en approchent : ${names}.`,
    noSections: (names) => `Ce n’est pas une rubrique : ${names}.`,
    known: (names) => `Il y a : ${names}.`,
    noneKnown: 'Aucun article n’a encore de rubrique.',
  },
  list: {
    title: 'Revues',
    none: (command) => `Il n’y a pas encore de revue ici. ${command} en programme une.`,
    range: (first, last, total) => `${n(first)} à ${n(last)} sur ${n(total)}`,
    next: (at, fromNow) => `Prochaine : ${at}, ${fromNow}`,
    neverNext: 'Aucun jour suivant n’est à trouver. Retire-la et programme-la de nouveau.',
    pausedBySomebody: (since, command) => `⏸️ Suspendue ${since}. ${command} la laisse continuer.`,
    pausedByFailure: (since) => `⚠️ Suspendue ${since}, car elle n’a pas pu être publiée.`,
    trouble: (problem, nextTry) => `⚠️ ${problem} Je réessaie ${nextTry}.`,
    last: (date, outcome) => {
      switch (outcome) {
        case 'posted':
          return `Dernière : ${date}, publiée`;
        case 'empty':
          return `Dernière : ${date}, rien de nouveau`;
        case 'skipped':
          return `Dernière : ${date}, sautée car j’étais arrêté`;
        case 'merged':
          return `Dernière : ${date}, viendra avec la suivante`;
      }
    },
    lastPosted: (link) => `Dernière : ${link}`,
    notYet: 'Rien n’est encore publié',
  },
  thenResume: (command) => `Ensuite, ${command} la laisse continuer.`,
  several: 'Il y a plusieurs revues ici. Choisis-en une dans `revue`.',
  now: {
    posted: (link) => `Publiée : ${link}`,
    stillDue: 'La revue du jour viendra quand même, avec ce qui sera nouveau après celle-ci.',
    empty: 'Rien n’est nouveau, donc rien n’a été publié.',
  },
  paused: (command) =>
    `Suspendue. Rien n’est publié jusqu’à ${command} ; les nouveautés d’ici là viendront avec la première d’après.`,
  resumed: (at, fromNow) => `Elle continue. La prochaine vient le ${at}, ${fromNow}.`,
  remove: {
    question: 'Retirer cette revue ?',
    consequence: 'Plus rien n’est publié. Ce qui l’a été reste, avec ses boutons.',
    confirm: 'Retirer',
    cancel: 'Annuler',
    cancelled: 'Rien n’a été retiré.',
    removed: 'Retirée. Ce qui a été publié reste.',
  },
  ask: {
    title: 'Interroger ces articles',
    question: 'Ta question',
    hint: 'La réponse vient des articles de cette revue, pour toi seulement.',
    note: (command) =>
      `Seuls les articles de cette revue ont été interrogés. ${command} interroge toutes les archives.`,
    titleWhole: 'Interroger les archives',
    hintWhole: 'La réponse vient de toutes les archives, pour toi seulement.',
    noteWhole: 'Cette revue ne contient aucun article ; toutes les archives ont été interrogées.',
    gone: (command) =>
      `Cette revue n’est plus conservée et ne peut plus être interrogée. ${command} interroge toutes les archives.`,
  },
  mute: {
    title: 'Rendre des rubriques muettes',
    explain: 'Les rubriques choisies sont absentes de cette revue à partir de maintenant.',
    placeholder: 'Choisir les rubriques à rendre muettes',
    page: (page, pages) => `Rubriques, partie ${n(page)} sur ${n(pages)}`,
    none: 'Aucune rubrique n’est muette maintenant.',
    now: (names) => `Muettes maintenant : ${names}`,
    noSections: 'Ses articles n’ont pas de rubrique, il n’y a donc rien à rendre muet.',
    gone: 'Cette revue n’est plus programmée, il n’y a donc rien à rendre muet.',
  },
  errors: {
    'not-found': () =>
      'Cette revue n’existe pas ici. Choisis-en une parmi les suggestions, ou regarde la liste.',
    'too-many': (most) =>
      `Ce serveur a ${most} revues, il ne peut pas en avoir plus. Retires-en d’abord une.`,
    'no-such-section': (value) =>
      `La rubrique « ${value} » n’existe pas. Choisis parmi les suggestions.`,
    'bad-time': (value) =>
      `L’heure « ${value} » n’est pas compréhensible. Écris-la ainsi : 08:00, 8am ou 17:30.`,
    'bad-zone': (value) =>
      `Je ne connais pas le fuseau « ${value} ». Tape une ville proche et choisis parmi les suggestions.`,
    'bad-topic': () =>
      'Ce sujet ne convient pas. Dis en une phrase, avec des mots, de quoi les articles doivent parler.',
    'already-paused': () => 'Cette revue est déjà suspendue.',
    'not-paused': () => 'Cette revue n’est pas suspendue, elle continue de toute façon.',
    'not-connected': () => 'Je ne suis pas relié à Discord en ce moment. Réessaie dans une minute.',
    'not-posted': (reason) => `Elle n’a pas pu être publiée. ${reason}`,
  },
};
