import { PermissionFlagsBits } from 'discord.js';
import type { DispatchTexts } from './en.ts';

export const de: DispatchTexts = {
  missingPermission: (permission) =>
    `Dafür brauchst du in diesem Kanal die Berechtigung „${permission}“. Ein Administrator des Servers kann sie dir geben.`,
  failed: (reference) =>
    `Bei mir ist etwas schiefgegangen; es liegt nicht an dir. Bitte versuche es noch einmal. Passiert es wieder, nenne dem Betreiber des Bots diese Kennung: \`${reference}\`.`,
  unknownCommand:
    'Diesen Befehl kenne ich nicht mehr. Vielleicht zeigt Discord noch eine alte Liste: Lade Discord neu und versuche es noch einmal.',
  unknownControl:
    'Diese Nachricht stammt von einer älteren Version von mir, und ich kenne diesen Knopf nicht mehr. Bitte benutze den Befehl noch einmal.',
  outsideGuild: 'Ich arbeite nur auf einem Server: Jeder Server hat sein eigenes Archiv.',
  notReady: 'Ich bin noch nicht ganz bereit. Bitte versuche es in ein paar Sekunden noch einmal.',
  restarting: 'Ich starte gerade neu. Bitte versuche es in einer Minute noch einmal.',
  interrupted:
    'Ich musste neu starten, bevor das fertig war. Bitte versuche es in einer Minute noch einmal.',
  permissions: [
    [PermissionFlagsBits.Administrator, 'Administrator'],
    [PermissionFlagsBits.ManageGuild, 'Server verwalten'],
    [PermissionFlagsBits.ManageChannels, 'Kanäle verwalten'],
    [PermissionFlagsBits.ManageMessages, 'Nachrichten verwalten'],
  ],
};
