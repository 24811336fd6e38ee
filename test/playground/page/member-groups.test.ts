import { expect, it } from 'vitest';
import { memberGroups } from '../../../src/playground/page/frame/member-groups.ts';

const people = [
  { id: '1', name: 'Mia', roles: [] },
  { id: '2', name: 'Max', roles: ['Moderators', 'Readers'] },
];

it('groups members by their first role, the bot with those who have none', () => {
  expect(named(true)).toEqual([
    ['Moderators', ['Max']],
    ['Online', ['Archivist', 'Mia']],
  ]);
});

it('puts a bot that is not connected last', () => {
  expect(named(false)).toEqual([
    ['Moderators', ['Max']],
    ['Online', ['Mia']],
    ['Offline', ['Archivist']],
  ]);
});

function named(online: boolean): [string, string[]][] {
  const bot = { id: '3', name: 'Archivist', online };
  return memberGroups({ bot, people }).map(({ name, members }) => [
    name,
    members.map((member) => member.name),
  ]);
}
