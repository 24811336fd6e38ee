import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ASK, call, register, startDiscord } from './discord-kit.ts';

describe('registering commands', () => {
  it('a list replaces all, and keeps the ids of what stays', async () => {
    const { discord, guildId } = await startDiscord();
    await register(discord, [ASK, { name: 'old', description: 'Goes' }]);
    const before = discord.world.commands(guildId);
    await register(discord, [{ ...ASK, description: 'Asks better' }]);
    const after = discord.world.commands(guildId);
    expect(before.map(({ name }) => name)).toEqual(['ask', 'old']);
    expect(after).toEqual(before.slice(0, 1));
  });

  it('gives back what was registered, completed, with localisations only when asked', async () => {
    const { discord } = await startDiscord();
    const path = `/applications/${discord.applicationId}/commands`;
    const option = {
      type: ApplicationCommandOptionType.String as const,
      name: 'question',
      description: 'What',
      required: false,
    };
    await register(discord, [
      {
        ...ASK,
        name_localizations: { de: 'fragen' },
        contexts: [InteractionContextType.Guild],
        options: [option],
      },
    ]);
    const full = await call(discord, 'GET', `${path}?with_localizations=true`);
    expect(full.body).toMatchObject([
      {
        type: ApplicationCommandType.ChatInput,
        name: 'ask',
        name_localizations: { de: 'fragen' },
        description_localizations: null,
        default_member_permissions: null,
        contexts: [0],
        integration_types: [0],
        dm_permission: false,
        nsfw: false,
        options: [
          {
            type: ApplicationCommandOptionType.String as const,
            name: 'question',
            name_localizations: null,
          },
        ],
      },
    ]);
    expect(JSON.stringify(full.body)).not.toContain('required');
    const short = await call(discord, 'GET', path);
    expect(JSON.stringify(short.body)).not.toContain('fragen');
  });

  it('one of a guild hides the global one of its name, there alone', async () => {
    const { discord, guildId } = await startDiscord();
    const elsewhere = discord.world.addGuild({ name: 'Elsewhere' }).id;
    await register(discord, [ASK]);
    const path = `/applications/${discord.applicationId}/guilds/${guildId}/commands`;
    const made = await call(discord, 'POST', path, { body: ASK });
    expect(made.status).toBe(201);
    const again = await call(discord, 'POST', path, { body: ASK });
    expect(again).toMatchObject({ status: 200, body: { guild_id: guildId } });
    const own = discord.world.commands(guildId);
    expect(own).toHaveLength(1);
    expect(own).not.toEqual(discord.world.commands(elsewhere));
  });

  it('a single one is read, changed and deleted', async () => {
    const { discord, guildId } = await startDiscord();
    await register(discord, [ASK]);
    const id = discord.world.commands(guildId)[0]?.id ?? '';
    const path = `/applications/${discord.applicationId}/commands/${id}`;
    const changed = await call(discord, 'PATCH', path, { body: { description: 'New' } });
    expect(changed.body).toMatchObject({ id, name: 'ask', description: 'New' });
    const bad = await call(discord, 'PATCH', path, { body: { name: 'Not Lower' } });
    expect(bad).toMatchObject({ status: 400, body: { code: 50_035 } });
    expect((await call(discord, 'DELETE', path)).status).toBe(204);
    expect(await call(discord, 'GET', path)).toMatchObject({
      status: 404,
      body: { code: 10_063 },
    });
  });

  it('refuses invalid ones, and those of another application', async () => {
    const { discord } = await startDiscord();
    const path = `/applications/${discord.applicationId}/commands`;
    const bad = await call(discord, 'PUT', path, { body: [{ ...ASK, name: 'no spaces' }] });
    expect(bad).toMatchObject({
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body', errors: { '0': { name: {} } } },
    });
    const foreign = await call(discord, 'GET', '/applications/1/commands');
    expect(foreign).toMatchObject({ status: 403, body: { code: 50_001 } });
    expect(discord.traffic.violations).toHaveLength(2);
  });
});
