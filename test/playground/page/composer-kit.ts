import {
  ApplicationCommandOptionType as Type,
  ApplicationCommandType,
  type APIApplicationCommand,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
} from 'discord-api-types/v10';
import type { CommandEntry } from '../../../src/playground/page/composer/command-list.ts';
import type { Places } from '../../../src/playground/page/composer/option-choices.ts';

export const QUESTION: APIApplicationCommandBasicOption = {
  type: Type.String,
  name: 'question',
  description: 'What would you like to know?',
  required: true,
  min_length: 2,
  max_length: 40,
};

export const AFTER: APIApplicationCommandBasicOption = {
  type: Type.String,
  name: 'after',
  description: 'Only from this date on',
};

export const SECTION: APIApplicationCommandBasicOption = {
  type: Type.String,
  name: 'section',
  description: 'Only this section',
  autocomplete: true,
};

export const PRIVATE: APIApplicationCommandBasicOption = {
  type: Type.Boolean,
  name: 'private',
  description: 'Show it to me alone',
};

export const ASK: CommandEntry = {
  name: 'ask',
  description: 'Ask the archive',
  options: [QUESTION, AFTER, SECTION, PRIVATE],
};

function fileOption(name: string, required: boolean): APIApplicationCommandBasicOption {
  return { type: Type.Attachment, name, description: 'A file', required };
}

export const INGEST: CommandEntry = {
  name: 'ingest file',
  description: 'Add articles from files',
  options: [fileOption('file', true), fileOption('file2', false), SECTION],
};

export const HELP: CommandEntry = { name: 'help', description: 'What I can do', options: [] };

export function command(
  id: string,
  name: string,
  options: readonly APIApplicationCommandOption[],
  type = ApplicationCommandType.ChatInput,
): APIApplicationCommand {
  return {
    ...{ id, name, type, application_id: '1', version: '1', default_member_permissions: null },
    description: `About ${name}`,
    options: [...options],
  };
}

export const PLACES: Places = {
  bot: { id: '9', name: 'Archivist', online: true },
  people: [
    { id: '1', name: 'Mia', roles: [] },
    { id: '2', name: 'Max', roles: ['Moderators'] },
  ],
  roles: [
    { id: '3', name: '@everyone' },
    { id: '4', name: 'Moderators' },
  ],
  channels: [
    { ...channel('5', 'general'), kind: 'text' },
    { ...channel('6', 'news'), kind: 'announcement' },
    { ...channel('7', 'digest'), kind: 'text' },
    { ...channel('8', 'old news'), kind: 'thread' },
  ],
};

function channel(id: string, name: string) {
  return { id, name, parentId: null, isPrivate: false, writable: true, commandIds: [] };
}

export function textFile(name: string): File {
  return new File(['text'], name);
}
