import { InteractionType, type APIMessage, type APIUser } from 'discord-api-types/v10';
import { Avatar } from '../icons/avatar.tsx';
import { messages } from '../store.ts';

/** Above an answer: who used which command, or what it answers. Null for a message that answers nothing. */
export function MessageOrigin({ message }: { readonly message: APIMessage }) {
  const command = usedCommand(message);
  if (command !== null) {
    return (
      <div class="message-origin">
        <Avatar id={command.user.id} name={nameOf(command.user)} size={24} />
        <span>
          <strong>{nameOf(command.user)}</strong> used <span class="mention">{command.name}</span>
        </span>
      </div>
    );
  }
  const { message_reference: reference } = message;
  return reference?.message_id === undefined ? null : <Reference id={reference.message_id} />;
}

/** The message answered, if this person has it; a click goes to it. */
function Reference({ id }: { readonly id: string }) {
  const answered = messages.value.find((view) => view.message.id === id)?.message;
  if (answered === undefined) {
    return <div class="message-origin">Original message was deleted or cannot be seen</div>;
  }
  return (
    <div class="message-origin">
      <Avatar id={answered.author.id} name={nameOf(answered.author)} size={24} />
      <button
        type="button"
        class="message-reference"
        onClick={() => {
          const item = document.getElementById(`message-${id}`);
          item?.scrollIntoView({ block: 'center' });
          item?.focus();
        }}
      >
        <strong>{nameOf(answered.author)}</strong>{' '}
        {answered.content === '' ? 'Click to see the message' : answered.content}
      </button>
    </div>
  );
}

export function nameOf({ global_name: name, username }: APIUser): string {
  return name ?? username;
}

interface UsedCommand {
  readonly user: APIUser;
  /** With a slash where it is typed. */
  readonly name: string;
}

function usedCommand(message: APIMessage): UsedCommand | null {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- The field that is to replace it does not name the command.
  const { interaction } = message;
  if (interaction?.type !== InteractionType.ApplicationCommand) return null;
  // Typed commands are named in lower case, those of menus by titles.
  const isTyped = interaction.name === interaction.name.toLowerCase();
  return { user: interaction.user, name: isTyped ? `/${interaction.name}` : interaction.name };
}
