import { become } from '../events.ts';
import { Avatar } from '../icons/avatar.tsx';
import { guild, person } from '../store.ts';
import { IconButton } from './icon-button.tsx';
import { switchTheme, theme } from './theme.ts';

/** Who the page acts as, who it can act as next, and how it looks. */
export function UserPanel() {
  const people = guild.value?.people ?? [];
  const me = person.value;
  const next = people[(people.findIndex(({ id }) => id === me?.id) + 1) % people.length];
  return (
    <section class="user-panel" aria-label="You">
      {me !== null && (
        <>
          <Avatar id={me.id} name={me.name} />
          <p class="user-panel-who">
            <strong>{me.name}</strong>
            <span>{me.roles[0] ?? 'Member'}</span>
          </p>
        </>
      )}
      {next !== undefined && next.id !== me?.id && (
        <IconButton
          icon="switch"
          label={`Switch to ${next.name}`}
          onClick={() => {
            become(next.id);
          }}
        />
      )}
      <IconButton
        icon={theme.value === 'dark' ? 'sun' : 'moon'}
        label={theme.value === 'dark' ? 'Light theme' : 'Dark theme'}
        onClick={switchTheme}
      />
    </section>
  );
}
