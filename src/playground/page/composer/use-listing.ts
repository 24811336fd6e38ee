import { useEffect, useState } from 'preact/hooks';
import { act } from '../actions.ts';
import { guild } from '../store.ts';
import { complete, type Completion } from './completion.ts';
import { givenIn, LINE_END, shownOptions, type CommandLine } from './draft.ts';
import { listingFor, type Listing } from './listing.ts';
import { optionsSoFar } from './ready-command.ts';
import { useHighlight, type Highlight } from './use-highlight.ts';

/** What the focused field offers. */
export interface FieldList {
  readonly listing: Listing;
  readonly highlight: Highlight;
  /** Puts the list away until something else is typed. */
  readonly close: () => void;
}

/** @param field null when no field has the focus. */
export function useListing(line: CommandLine, field: string | null): FieldList {
  const completion = useCompletion(line, field);
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const subject = field === null ? '' : `${field}:${givenIn(line, field).text}`;
  if (closedAt !== null && closedAt !== subject) setClosedAt(null);
  const isOpen = field !== null && subject !== closedAt && guild.value !== null;
  const listing: Listing =
    isOpen && guild.value !== null
      ? listingFor(line, field, guild.value, completion)
      : { kind: 'none' };
  const count = 'entries' in listing ? listing.entries.length : 0;
  // Behind the line, Enter sends unless an option is being looked for.
  const first = subject === `${LINE_END}:` ? -1 : 0;
  const highlight = useHighlight(subject, count, first);
  return {
    listing,
    highlight,
    close: () => {
      setClosedAt(subject);
    },
  };
}

/** Null unless the bot completes the field. */
function useCompletion(line: CommandLine, field: string | null): Completion | null {
  const option = shownOptions(line).find(({ name }) => name === field);
  const isCompleted = option !== undefined && 'autocomplete' in option && option.autocomplete;
  const { text, choice } = givenIn(line, field ?? LINE_END);
  const question =
    isCompleted && choice === null ? `${line.entry.name}/${option.name}/${text}` : null;
  const [answer, setAnswer] = useState<{ question: string; completion: Completion } | null>(null);
  useEffect(() => {
    if (question === null || field === null || guild.value === null) return;
    const command = line.entry.name;
    const options = optionsSoFar(line, field, guild.value);
    return complete(
      () => act('complete', { command, options, focused: field }),
      (completion) => {
        setAnswer({ question, completion });
      },
    );
    // The bot is asked again only when something else is typed.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [question]);
  if (question === null) return null;
  return answer?.question === question ? answer.completion : { state: 'loading' };
}
