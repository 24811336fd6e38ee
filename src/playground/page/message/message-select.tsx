import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { select as choose } from '../actions.ts';
import { presetValues, selectChoices } from '../choice/select-choices.ts';
import { SelectMenu } from '../choice/select-menu.tsx';
import { guild, waiting } from '../store.ts';

export interface MessageSelectProps {
  readonly messageId: string;
  readonly select: APISelectMenuComponent;
}

/** A select of a message. */
export function MessageSelect({ messageId, select }: MessageSelectProps) {
  const { custom_id: customId, placeholder, disabled = false } = select;
  const isWaiting = waiting.value.has(`${messageId}/${customId}`);
  return (
    <SelectMenu
      label={placeholder ?? 'Make a selection'}
      placeholder={placeholder ?? 'Make a selection'}
      choices={selectChoices(select, guild.value)}
      chosen={presetValues(select)}
      least={select.min_values ?? 1}
      most={select.max_values ?? 1}
      disabled={disabled || isWaiting}
      onChoose={(values) => {
        void choose(messageId, customId, values);
      }}
    />
  );
}
