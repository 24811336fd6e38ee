import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
} from 'discord.js';
import { isModerator } from '../src/discord/archive/moderator.ts';
import { isDigestEditor } from '../src/discord/digest/editor.ts';
import type { Feature } from '../src/discord/command.ts';
import type { FeaturePorts } from '../src/discord/feature-ports.ts';
import { renderHelp } from '../src/discord/render/help.ts';
import { helpTexts } from '../src/discord/texts/help/index.ts';
import { naming } from '../src/discord/texts/naming.ts';

/** `/help`: what the bot can do; whoever may do more is told of that too. */
export function createHelpFeature({ config }: Pick<FeaturePorts, 'config'>): Feature {
  return {
    command: {
      kind: 'slash',
      definition: {
        type: ApplicationCommandType.ChatInput,
        ...naming(helpTexts, ({ help }) => help),
        contexts: [InteractionContextType.Guild],
        integration_types: [ApplicationIntegrationType.GuildInstall],
        default_member_permissions: null,
      },
      permissionFor: () => null,
      isPrivate: () => true,
      run: (_, { language, permissions, mention }) =>
        Promise.resolve(
          renderHelp({
            language,
            moderators: isModerator(permissions),
            managers: isDigestEditor(permissions),
            mention,
            config,
          }),
        ),
    },
  };
}
