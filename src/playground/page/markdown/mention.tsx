import { channelId, commandDraft, guild } from '../store.ts';

/** A member or the bot, by name. */
export function UserMention({ id }: { readonly id: string }) {
  const people = guild.value === null ? [] : [guild.value.bot, ...guild.value.people];
  const name = people.find((person) => person.id === id)?.name;
  return <span class="mention">@{name ?? 'unknown-user'}</span>;
}

export function RoleMention({ id }: { readonly id: string }) {
  const name = guild.value?.roles.find((role) => role.id === id)?.name;
  return <span class="mention">@{name ?? 'deleted-role'}</span>;
}

/** A channel; a click opens it. Those this person does not see have no name. */
export function ChannelMention({ id }: { readonly id: string }) {
  const channel = guild.value?.channels.find((each) => each.id === id);
  if (channel === undefined) return <span class="mention"># No Access</span>;
  return (
    <button
      type="button"
      class="mention"
      onClick={() => {
        channelId.value = id;
      }}
    >
      #{channel.name}
    </button>
  );
}

/** A command; a click puts it into the message box. @param props.name with its subcommand. */
export function CommandMention({ name }: { readonly name: string }) {
  return (
    <button
      type="button"
      class="mention"
      onClick={() => {
        commandDraft.value = { command: name, options: {} };
      }}
    >
      /{name}
    </button>
  );
}
