import { cleanText } from '../../archive/clean-text.ts';
import { startWithin } from '../markdown/cut.ts';
import { QUESTION_LENGTH } from '../texts/errors/index.ts';

export interface MessageQuestion {
  /** At most 500 characters. */
  readonly text: string;
  /** Was the message longer? */
  readonly cut: boolean;
}

/** What a message asks: its words, without what stands for people, channels and times. Null when there are none. */
export function messageQuestion(content: string): MessageQuestion | null {
  const words = cleanText(content.replace(CUSTOM_EMOJI, ' $<name> ').replace(REFERENCES, ' '));
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const text = startWithin(words, QUESTION_LENGTH, (part) => part.length);
  return { text, cut: text !== words };
}

const CUSTOM_EMOJI = /<a?:(?<name>\w{2,32}):\d{17,20}>/g;
/** `<@1>`, `<#1>`, `<t:1:R>`, `</ask:1>`. */
const REFERENCES = /<(?:@[!&]?\d+|#\d+|t:-?\d+(?::\w)?|\/[^:<>]{1,100}:\d+|id:\w+)>/g;
