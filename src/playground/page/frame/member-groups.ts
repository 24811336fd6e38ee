import type { GuildView } from '../../page-protocol.ts';

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly isBot: boolean;
}

export interface MemberGroup {
  readonly name: string;
  readonly members: readonly Member[];
}

/** The members as Discord lists them: by their first role, then those without one, then who is offline. */
export function memberGroups({ bot, people }: Pick<GuildView, 'bot' | 'people'>): MemberGroup[] {
  const groups = new Map<string, Member[]>();
  const add = (group: string, member: Member): void => {
    groups.set(group, [...(groups.get(group) ?? []), member]);
  };
  for (const { id, name, roles } of people) {
    const [role] = roles;
    if (role !== undefined) add(role, { id, name, isBot: false });
  }
  const botMember = { id: bot.id, name: bot.name, isBot: true };
  if (bot.online) add('Online', botMember);
  for (const { id, name, roles } of people) {
    if (roles.length === 0) add('Online', { id, name, isBot: false });
  }
  if (!bot.online) add('Offline', botMember);
  return [...groups].map(([name, members]) => ({ name, members }));
}
