import { PermissionFlagsBits } from 'discord.js';
import type { DispatchTexts } from './en.ts';

export const fr: DispatchTexts = {
  missingPermission: (permission) =>
    `Il te faut pour cela la permission « ${permission} » dans ce salon. Un administrateur du serveur peut te la donner.`,
  failed: (reference) =>
    `Quelque chose s’est mal passé de mon côté ; ce n’est pas ta faute. Réessaie, s’il te plaît. Si cela se reproduit, donne cette référence à l’opérateur du bot : \`${reference}\`.`,
  unknownCommand:
    'Je ne connais plus cette commande. Discord affiche peut-être une ancienne liste : recharge Discord et réessaie.',
  unknownControl:
    'Ce message vient d’une ancienne version de moi, et je ne connais plus ce bouton. Utilise de nouveau la commande, s’il te plaît.',
  outsideGuild: 'Je ne fonctionne que sur un serveur : chaque serveur a ses propres archives.',
  notReady: 'Je ne suis pas encore tout à fait prêt. Réessaie dans quelques secondes.',
  restarting: 'Je redémarre. Réessaie dans une minute.',
  interrupted: 'J’ai dû redémarrer avant d’avoir fini. Réessaie dans une minute.',
  permissions: [
    [PermissionFlagsBits.Administrator, 'Administrateur'],
    [PermissionFlagsBits.ManageGuild, 'Gérer le serveur'],
    [PermissionFlagsBits.ManageChannels, 'Gérer les salons'],
    [PermissionFlagsBits.ManageMessages, 'Gérer les messages'],
  ],
};
