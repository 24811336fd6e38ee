import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import { listComponents, runList, runStats } from '../src/discord/archive/articles.ts';
import { articleChoices, sectionChoices } from '../src/discord/archive/choices.ts';
import { ARCHIVE_DEFINITION } from '../src/discord/archive/definition.ts';
import { runExport } from '../src/discord/archive/export.ts';
import { gapComponents, runGaps } from '../src/discord/archive/gaps.ts';
import { MODERATOR } from '../src/discord/archive/moderator.ts';
import { removeComponents, runRemove } from '../src/discord/archive/remove.ts';
import type { Caller, Choice, Feature, MessageReply } from '../src/discord/command.ts';
import type { FeaturePorts } from '../src/discord/feature-ports.ts';
import { articlePageHandler, readArticle } from '../src/discord/read-article.ts';

type Run = (interaction: ChatInputCommandInteraction, caller: Caller) => Promise<MessageReply>;

interface Subcommand {
  readonly moderators?: true;
  readonly run: Run;
}

/** `/archive`: looking into the archive is for everybody, looking after it for moderators. All replies are private. */
export function createArchiveFeature({ clock }: Pick<FeaturePorts, 'clock'>): Feature {
  const subcommands = new Map<string, Subcommand>([
    ['stats', { run: (_, caller) => runStats(caller) }],
    ['list', { run: (interaction, caller) => runList(interaction, caller, clock) }],
    ['show', { run: (interaction, caller) => readArticle(articleOption(interaction), 0, caller) }],
    [
      'remove',
      {
        moderators: true,
        run: (interaction, caller) => runRemove(articleOption(interaction), caller),
      },
    ],
    [
      'export',
      { moderators: true, run: (interaction, caller) => runExport(interaction, caller, clock) },
    ],
    ['gaps', { moderators: true, run: (_, caller) => runGaps(0, caller) }],
  ]);
  const find = ({ options }: ChatInputCommandInteraction): Subcommand => {
    const name = options.getSubcommand();
    const subcommand = subcommands.get(name);
    if (subcommand === undefined) throw new Error(`Expected a known subcommand, found ${name}.`);
    return subcommand;
  };
  return {
    command: {
      kind: 'slash',
      definition: ARCHIVE_DEFINITION,
      permissionFor: (interaction) => (find(interaction).moderators ? MODERATOR : null),
      isPrivate: () => true,
      run: (interaction, caller) => find(interaction).run(interaction, caller),
      autocomplete: complete,
    },
    components: [...listComponents, articlePageHandler, ...removeComponents, ...gapComponents],
  };
}

function articleOption({ options }: ChatInputCommandInteraction): string {
  return options.getString('article', true).trim();
}

async function complete(
  { options }: AutocompleteInteraction,
  caller: Caller,
): Promise<readonly Choice[]> {
  const { name, value } = options.getFocused(true);
  const archive = await caller.archive();
  return name === 'section'
    ? sectionChoices(archive, value)
    : articleChoices(archive, value, { own: options.getSubcommand() === 'remove' });
}
