import type { SavedState } from './snapshot.ts';

/** The first thing that is where it cannot be, in words; null for a sound world. */
export function missingReference(state: SavedState): string | null {
  const { world, messages } = state;
  const users = new Set([world.applicationId, ...world.users.map(({ user }) => user.id)]);
  const channels = new Set<string>();
  for (const guild of world.guilds) {
    const own = new Set(guild.channels.map(({ id }) => id));
    const stray = guild.channels.find(({ parentId }) => parentId !== null && !own.has(parentId));
    if (stray !== undefined) return `the thread ${stray.id}`;
    const stranger = guild.members.find(({ userId }) => !users.has(userId));
    if (stranger !== undefined) return `the member ${stranger.userId}`;
    for (const id of own) channels.add(id);
  }
  const lost = messages.find(({ channelId }) => !channels.has(channelId));
  if (lost !== undefined) return `the message ${lost.message.id}`;
  const last = BigInt(world.ids.last);
  const later = messages.find(({ message }) => BigInt(message.id) > last);
  return later === undefined ? null : `the message ${later.message.id} after id ${last}`;
}
