import { become } from '../events.ts';
import { Avatar } from '../icons/avatar.tsx';
import { guild, personId } from '../store.ts';
import { memberGroups, type Member } from './member-groups.ts';

/** Whom the page can act as, and the bot. */
export function MemberList() {
  return (
    <aside class="members" aria-label="Members">
      {guild.value !== null &&
        memberGroups(guild.value).map(({ name, members }) => (
          <section key={name} class={name === 'Offline' ? 'members-offline' : undefined}>
            <h2>
              {name} — {members.length}
            </h2>
            <ul>
              {members.map((member) => (
                <li key={member.id}>
                  <MemberEntry member={member} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </aside>
  );
}

function MemberEntry({ member: { id, name, isBot } }: { readonly member: Member }) {
  const isYou = id === personId.value;
  const inside = (
    <>
      <Avatar id={id} name={name} isOnline={!isBot || guild.value?.bot.online === true} />
      <span class="member-name">{name}</span>
      {isBot && <span class="app-badge">APP</span>}
      {isYou && <span class="you-badge">You</span>}
    </>
  );
  if (isBot) return <div class="member">{inside}</div>;
  return (
    <button
      type="button"
      class="member"
      aria-pressed={isYou}
      data-tooltip={isYou ? undefined : `Act as ${name}`}
      onClick={() => {
        become(id);
      }}
    >
      {inside}
    </button>
  );
}
