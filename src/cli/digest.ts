import { InvalidArgumentError, type Command } from 'commander';
import type { Digests, DigestView } from '../digest/digests.ts';
import { UserError } from '../errors.ts';
import { isGuildId } from '../guild/guild-id.ts';
import type { CommandContext } from './context.ts';
import { printJson } from './json-output.ts';
import { withApp } from './open.ts';
import { print } from './terminal.ts';

const EXAMPLES = `
Examples:
  npm run digest -- --guild 123456789012345678 --dry-run
  npm run digest -- --guild 123456789012345678 --digest abcdefghijkl --dry-run

Nothing is posted and nothing is recorded. The archive must not be open in the bot meanwhile;
there, /digest preview shows the same.`;

interface Flags {
  readonly guild: string;
  readonly digest?: string;
  readonly dryRun?: true;
  readonly json?: true;
}

export function registerDigest(program: Command, context: CommandContext): void {
  program
    .command('digest')
    .description('Print what the digests of a Discord server would post now.')
    .requiredOption('--guild <id>', 'the Discord server', guildOption)
    .option('--digest <id>', 'only this one of its digests')
    .option('--dry-run', 'needed: digests are posted by the running bot')
    .option('--json', 'print one JSON object per digest and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async ({ guild, digest: id, dryRun, json }: Flags, command: Command) => {
      if (!dryRun) command.error(NOT_HERE);
      await withApp(context, async ({ app: { digests } }) => {
        for (const view of findDigests(digests, guild, id)) {
          await printDigest(view, digests, { context, json: json ?? false });
        }
      });
    });
}

const NOT_HERE =
  'error: digests are posted by the running bot, at their hour or with /digest now in Discord.\nAdd --dry-run to see what would be posted.';

function guildOption(text: string): string {
  if (isGuildId(text)) return text;
  throw new InvalidArgumentError('Expected the id of a Discord server: 17 to 20 digits.');
}

/** @throws {UserError} when there is none. */
function findDigests(
  digests: Digests,
  guild: string,
  id: string | undefined,
): readonly DigestView[] {
  const views = digests.list(guild);
  if (views.length === 0) {
    throw new UserError(
      `The server ${guild} has no digests. /digest schedule makes one in Discord.`,
    );
  }
  if (id === undefined) return views;
  const view = views.find(({ schedule }) => schedule.id === id);
  if (view) return [view];
  const known = views.map(({ schedule }) => schedule.id).join(', ');
  throw new UserError(`The server ${guild} has no digest "${id}". There are: ${known}.`);
}

async function printDigest(
  view: DigestView,
  digests: Digests,
  { context: { terminal }, json }: { readonly context: CommandContext; readonly json: boolean },
): Promise<void> {
  const { guildId, id } = view.schedule;
  const digest = await digests.preview(guildId, id);
  if (json) {
    const { digestJson } = await import('./digest-json.ts');
    await printJson(terminal, digestJson(view, digest));
    return;
  }
  const { renderDigest } = await import('./render-digest.ts');
  await print(terminal.stdout, renderDigest(view, digest, terminal));
}
