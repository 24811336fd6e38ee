import type { PersonView } from '../../page-protocol.ts';
import { become } from '../events.ts';
import { Avatar } from '../icons/avatar.tsx';
import { Icon } from '../icons/icon.tsx';
import { guild, person } from '../store.ts';
import { IconButton } from './icon-button.tsx';
import { switchTheme, theme } from './theme.ts';

/** Who the page acts as, who it can act as next, and how it looks. */
export function UserPanel() {
  return (
    <section class="user-panel" aria-label="You">
      {person.value !== null && <Who me={person.value} people={guild.value?.people ?? []} />}
      <IconButton
        icon={theme.value === 'dark' ? 'sun' : 'moon'}
        label={theme.value === 'dark' ? 'Light theme' : 'Dark theme'}
        onClick={switchTheme}
      />
    </section>
  );
}

interface WhoProps {
  readonly me: PersonView;
  readonly people: readonly PersonView[];
}

function Who({ me, people }: WhoProps) {
  const next = people[(people.findIndex(({ id }) => id === me.id) + 1) % people.length];
  return (
    <>
      <Avatar id={me.id} name={me.name} isOnline={true} />
      <p class="user-panel-who">
        <strong>{me.name}</strong>
        <span>{roleOf(me)}</span>
      </p>
      {next !== undefined && next.id !== me.id && (
        <button
          type="button"
          class="switch-person"
          aria-label={`Switch to ${next.name}`}
          data-tooltip={`Act as ${next.name} (${roleOf(next)})`}
          onClick={() => {
            become(next.id);
          }}
        >
          <Icon name="switch" size={16} />
          <span>{next.name}</span>
        </button>
      )}
    </>
  );
}

function roleOf({ roles }: PersonView): string {
  return roles[0] ?? 'Member';
}
