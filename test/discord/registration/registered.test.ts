import { InteractionContextType, REST } from 'discord.js';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/clock.ts';
import type { Definition } from '../../../src/discord/registration/normalise.ts';
import {
  findDifferences,
  registerCommands,
  registeredCommands,
  type Registration,
} from '../../../src/discord/registration/registered.ts';
import { findShownTwice } from '../../../src/discord/registration/shown-twice.ts';
import type { LocalDiscord } from '../../../src/playground/local-discord.ts';
import { startLocalDiscord } from '../../../src/playground/start-local-discord.ts';
import { anyDefinitions } from './definitions.ts';

const NOTHING = { added: [], changed: [], removed: [] };
const ASK: Definition = {
  name: 'ask',
  description: 'Asks.',
  contexts: [InteractionContextType.Guild],
};
const HELP: Definition = {
  name: 'help',
  description: 'Helps.',
  name_localizations: { de: 'hilfe' },
};

interface Kit {
  readonly discord: LocalDiscord;
  readonly guildId: string;
  registration(guildId: string | null, ...definitions: readonly Definition[]): Registration;
}

async function openKit(): Promise<Kit> {
  const discord = await startLocalDiscord({ clock: systemClock });
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  onTestFinished(async () => {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
    await discord.close();
  });
  const { applicationId } = discord;
  return {
    discord,
    guildId: discord.world.addGuild({ name: 'Newsroom' }).id,
    registration: (guildId, ...definitions) => ({ rest, applicationId, guildId, definitions }),
  };
}

function puts({ discord }: Kit): number {
  return discord.traffic.requests.filter(({ method }) => method === 'PUT').length;
}

it('registers what is missing, once', async () => {
  const kit = await openKit();
  const registration = kit.registration(null, ASK, HELP);
  expect(await registerCommands(registration)).toEqual({ ...NOTHING, added: ['/ask', '/help'] });
  expect(await registerCommands(registration)).toEqual(NOTHING);
  expect(puts(kit)).toBe(1);
});

it('changes, removes and keeps the id of what stays', async () => {
  const kit = await openKit();
  await registerCommands(kit.registration(null, ASK, HELP));
  const [before] = await registeredCommands(kit.registration(null));
  const changed = kit.registration(null, { ...ASK, description: 'Asks again.' });
  expect(await findDifferences(changed)).toEqual({
    added: [],
    changed: ['/ask'],
    removed: ['/help'],
  });
  await registerCommands(changed);
  const after = await registeredCommands(kit.registration(null));
  expect(after.map(({ id, description }) => [id, description])).toEqual([
    [before?.id, 'Asks again.'],
  ]);
});

it('keeps the commands of a guild apart from those of all', async () => {
  const kit = await openKit();
  const own = kit.registration(kit.guildId, ASK);
  expect(await registerCommands(own)).toEqual({ ...NOTHING, added: ['/ask'] });
  expect(await registerCommands(own)).toEqual(NOTHING);
  expect(await registeredCommands(kit.registration(null))).toEqual([]);
});

it('finds commands that a guild would show twice, from either side', async () => {
  const kit = await openKit();
  const { guildId } = kit;
  await registerCommands(kit.registration(null, ASK, HELP));
  expect(await findShownTwice(kit.registration(null, ASK, HELP))).toEqual([]);
  await registerCommands(kit.registration(guildId, ASK));
  const twice = [{ guildId, commands: ['/ask'] }];
  expect(await findShownTwice(kit.registration(null, ASK, HELP))).toEqual(twice);
  expect(await findShownTwice(kit.registration(guildId, ASK))).toEqual(twice);
});

it.each(['globally', 'in a guild'])(
  'finds any commands unchanged once they are registered %s',
  async (where) => {
    const kit = await openKit();
    const scope = where === 'globally' ? null : kit.guildId;
    await fc.assert(
      fc.asyncProperty(anyDefinitions(), async (definitions) => {
        const registration = kit.registration(scope, ...definitions);
        await registerCommands(registration);
        expect(await findDifferences(registration)).toEqual(NOTHING);
        expect(await registeredCommands(registration)).toHaveLength(definitions.length);
      }),
      { numRuns: 40 },
    );
    expect(kit.discord.traffic.violations).toEqual([]);
  },
);
