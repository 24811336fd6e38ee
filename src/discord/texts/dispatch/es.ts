import { PermissionFlagsBits } from 'discord.js';
import type { DispatchTexts } from './en.ts';

export const es: DispatchTexts = {
  missingPermission: (permission) =>
    `Para eso necesitas el permiso «${permission}» en este canal. Un administrador del servidor puede dártelo.`,
  failed: (reference) =>
    `Algo ha fallado por mi parte; no es culpa tuya. Inténtalo de nuevo. Si vuelve a pasar, dile al operador del bot esta referencia: \`${reference}\`.`,
  unknownCommand:
    'Ya no conozco este comando. Puede que Discord muestre una lista antigua: recarga Discord e inténtalo de nuevo.',
  unknownControl:
    'Este mensaje es de una versión anterior y ya no conozco este botón. Usa el comando otra vez.',
  outsideGuild: 'Solo funciono dentro de un servidor: cada servidor tiene su propio archivo.',
  notReady: 'Todavía no estoy listo del todo. Inténtalo de nuevo en unos segundos.',
  restarting: 'Me estoy reiniciando. Inténtalo de nuevo en un minuto.',
  interrupted: 'Tuve que reiniciarme antes de terminar. Inténtalo de nuevo en un minuto.',
  permissions: [
    [PermissionFlagsBits.Administrator, 'Administrador'],
    [PermissionFlagsBits.ManageGuild, 'Gestionar servidor'],
    [PermissionFlagsBits.ManageChannels, 'Gestionar canales'],
    [PermissionFlagsBits.ManageMessages, 'Gestionar mensajes'],
  ],
};
