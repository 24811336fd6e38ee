import { noteProblem, sendCommand } from '../actions.ts';
import { channel, commandDraft, guild } from '../store.ts';
import { channelHints, type Hint } from './channel-hints.ts';

/** What the open channel suggests to this person. */
export function openHints(): Hint[] {
  if (channel.value === null || guild.value === null) return [];
  return channelHints({
    channel: channel.value,
    commands: guild.value.commands,
    suggestions: guild.value.welcome.suggestions,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
}

export interface HintListProps {
  readonly hints: readonly Hint[];
  readonly onUse?: () => void;
}

/** Suggestions as buttons. */
export function HintList({ hints, onUse }: HintListProps) {
  return (
    <ul class="hints">
      {hints.map((hint) => (
        <li key={hint.label}>
          <button
            type="button"
            class="hint"
            onClick={() => {
              onUse?.();
              void use(hint);
            }}
          >
            <span class="hint-label">{hint.label}</span>
            <code class="hint-command">/{hint.command}</code>
          </button>
        </li>
      ))}
    </ul>
  );
}

async function use({ isDraft, command, options }: Hint): Promise<void> {
  if (isDraft) {
    commandDraft.value = { command, options };
    return;
  }
  const refusal = await sendCommand(command, options);
  if (refusal !== null) noteProblem(`/${command}`, refusal);
}
