import {
  ApplicationCommandOptionType as Type,
  type APIApplicationCommandBasicOption,
} from 'discord-api-types/v10';
import { textLimits } from './option-value.ts';

/**
 * What is said about an option beside its description: `Required · 12 of 500 characters`, `0 to 10`; '' when there is nothing
 * to say.
 * @param length characters that stand in its field.
 */
export function limitsOf(option: APIApplicationCommandBasicOption, length: number): string {
  const parts = [option.required === true ? 'Required' : '', sizeOf(option, length)];
  return parts.filter((part) => part !== '').join(' · ');
}

function sizeOf(option: APIApplicationCommandBasicOption, length: number): string {
  if (option.type === Type.String) {
    if (option.choices !== undefined || option.autocomplete === true) return '';
    const { least, most } = textLimits(option);
    return least > 1
      ? `${length} of ${least} to ${most} characters`
      : `${length} of ${most} characters`;
  }
  if (option.type !== Type.Integer && option.type !== Type.Number) return '';
  const { min_value: least, max_value: most } = option;
  if (least === undefined) return most === undefined ? '' : `at most ${most}`;
  return most === undefined ? `at least ${least}` : `${least} to ${most}`;
}
