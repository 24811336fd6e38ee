import type { AutocompleteInteraction, ChatInputCommandInteraction } from 'discord.js';
import type { Clock } from '../src/clock.ts';
import type { Caller, Choice, Feature, MessageReply } from '../src/discord/command.ts';
import { askDigestButton, askDigestModal } from '../src/discord/digest/ask-digest.ts';
import { digestChoices, sectionListChoices, zoneChoices } from '../src/discord/digest/choices.ts';
import {
  removeComponents,
  runNow,
  runPause,
  runRemove,
  runResume,
} from '../src/discord/digest/control.ts';
import { DIGEST_DEFINITION } from '../src/discord/digest/definition.ts';
import { DIGEST_EDITOR, isDigestEditor } from '../src/discord/digest/editor.ts';
import { listComponents, runList } from '../src/discord/digest/list.ts';
import { muteComponents } from '../src/discord/digest/mute.ts';
import { previewButton, runPreview } from '../src/discord/digest/preview.ts';
import { runSchedule } from '../src/discord/digest/schedule.ts';
import type { FeaturePorts } from '../src/discord/feature-ports.ts';

type Run = (
  interaction: ChatInputCommandInteraction,
  caller: Caller,
  clock: Clock,
) => Promise<MessageReply>;

const SUBCOMMANDS: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['schedule', runSchedule],
  ['list', (_, caller) => runList(0, caller)],
  ['preview', runPreview],
  ['now', runNow],
  ['pause', runPause],
  ['resume', runResume],
  ['remove', runRemove],
]);

/** `/digest`: who may manage the server schedules what is posted every day. Everybody may ask what was posted. */
export function createDigestFeature({ clock }: Pick<FeaturePorts, 'clock'>): Feature {
  return {
    command: {
      kind: 'slash',
      definition: DIGEST_DEFINITION,
      permissionFor: () => DIGEST_EDITOR,
      isPrivate: () => true,
      run: (interaction, caller) => find(interaction)(interaction, caller, clock),
      autocomplete: (interaction, caller) => complete(interaction, caller, clock),
    },
    components: [
      previewButton,
      ...listComponents,
      ...removeComponents,
      askDigestButton,
      ...muteComponents,
    ],
    modals: [askDigestModal],
  };
}

function find({ options }: ChatInputCommandInteraction): Run {
  const name = options.getSubcommand();
  const run = SUBCOMMANDS.get(name);
  if (run === undefined) throw new Error(`Expected a known subcommand, found ${name}.`);
  return run;
}

async function complete(
  { options, guild }: AutocompleteInteraction,
  caller: Caller,
  clock: Clock,
): Promise<readonly Choice[]> {
  // Suggestions are not guarded by the dispatcher, and name channels.
  if (!isDigestEditor(caller.permissions)) return [];
  const { name, value } = options.getFocused(true);
  if (name === 'timezone') return zoneChoices(value, clock.now());
  const archive = await caller.archive();
  if (name === 'section') return sectionListChoices(archive, value);
  return digestChoices({ archive, guild, language: caller.language }, value);
}
