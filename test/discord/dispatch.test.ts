import { expect, test } from 'vitest';
import { startBotKit } from './bot-kit.ts';

test('a command is answered over the local Discord', async () => {
  const { member, discord } = await startBotKit();
  const reply = await (await member.slash('help')).reply();
  expect(reply.text).toContain('/help');
  expect(discord.traffic.violations).toEqual([]);
});
