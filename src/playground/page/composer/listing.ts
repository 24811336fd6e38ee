import type { ChoiceView } from '../../page-protocol.ts';
import type { Completion } from './completion.ts';
import { furtherOptions, givenIn, LINE_END, shownOptions, type CommandLine } from './draft.ts';
import { choicesFor, matchChoices, type Places } from './option-choices.ts';

/** What a field of a command line offers below its cursor. */
export type Listing =
  | { readonly kind: 'none' }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'options'; readonly entries: readonly ListEntry[] }
  | {
      readonly kind: 'choices';
      readonly entries: readonly ListEntry[];
      readonly choices: readonly ChoiceView[];
    };

export interface ListEntry {
  readonly key: string;
  readonly title: string;
  readonly detail?: string;
}

const NONE: Listing = { kind: 'none' };
const NO_MATCH: Listing = { kind: 'note', text: 'No options match your search.' };

/** @param completion null where the field is not completed by the bot. */
export function listingFor(
  line: CommandLine,
  field: string,
  places: Places,
  completion: Completion | null,
): Listing {
  if (field === LINE_END) return furtherListing(line);
  const option = shownOptions(line).find(({ name }) => name === field);
  const given = givenIn(line, field);
  if (option === undefined || given.choice !== null) return NONE;
  if (completion !== null) return completionListing(completion);
  const choices = choicesFor(option, places);
  return choices === null ? NONE : choiceListing(matchChoices(choices, given.text));
}

function furtherListing(line: CommandLine): Listing {
  const further = furtherOptions(line);
  const typed = givenIn(line, LINE_END).text.trim().toLowerCase();
  const entries = further
    .filter(({ name }) => name.includes(typed))
    .map(({ name, description }) => ({ key: name, title: name, detail: description }));
  if (entries.length > 0) return { kind: 'options', entries };
  return typed === '' ? NONE : NO_MATCH;
}

function completionListing(completion: Completion): Listing {
  switch (completion.state) {
    case 'loading':
      return { kind: 'note', text: 'Loading options…' };
    case 'failed':
      return { kind: 'note', text: 'Loading options failed.' };
    case 'ready':
      return choiceListing(completion.choices);
  }
}

function choiceListing(choices: readonly ChoiceView[]): Listing {
  if (choices.length === 0) return NO_MATCH;
  const entries = choices.map(({ name, value }) => ({ key: String(value), title: name }));
  return { kind: 'choices', entries, choices };
}
