import { expect, test } from 'vitest';
import { privateReplyTo, replyTo } from '../commands/archive-bot.ts';
import { storyAbout } from '../commands/ingest-bot.ts';
import { temporaryFolder } from '../ingest/temporary-folder.ts';
import { peopleOf, startHere } from './playground-kit.ts';

test('after the next start on another port, old answers can be used, private ones too, and nothing is registered again', async () => {
  const folder = await temporaryFolder();
  const first = await startHere(folder);
  const { max, mia } = await peopleOf(first);
  const modal = await (await max.slash('ingest text')).modal();
  const article = { headline: 'Harbour opens', body: storyAbout('harbour') };
  const preview = await privateReplyTo(max.submit(modal, article));
  const receipt = await privateReplyTo(max.click(preview, 'Add'));
  const answer = await replyTo(mia.slash('ask', { question: 'What about the harbour?' }));
  expect(answer.text).toContain('Harbour opens');
  await first.stop();

  const second = await startHere(folder);
  expect(second.url).not.toBe(first.url);
  const after = await peopleOf(second);
  expect(after.mia.seen().find(({ id }) => id === answer.id)?.message).toEqual(answer.message);
  expect(after.mia.seen().map(({ id }) => id)).not.toContain(receipt.id);
  const whole = await privateReplyTo(after.mia.click(answer, 'Read [1]'));
  expect(whole.text).toContain('Harbour opens');
  const found = await privateReplyTo(after.max.slash('archive list'));
  expect(found.text).toContain('Harbour opens');
  const undone = await privateReplyTo(after.max.click(receipt, 'Undo'));
  expect(undone.text).toContain('removed');
  const { requests, violations } = second.discord.traffic;
  const registrations = requests.filter(({ path }) => path.endsWith('/commands'));
  expect(registrations.map(({ method }) => method)).not.toContain('PUT');
  expect(violations).toEqual([]);
});
