import { guild } from '../store.ts';

/** Whom the page can act as, and the bot. */
export function MemberList() {
  return (
    <aside aria-label="Members">
      {guild.value?.people.map(({ id, name }) => (
        <p key={id}>{name}</p>
      ))}
    </aside>
  );
}
