export interface StartArguments {
  /** Start the playground even with a token. */
  readonly playground: boolean;
  /** Open the playground's page in the browser. */
  readonly open: boolean;
}

export const START_USAGE = 'Usage: npm start [-- --open], or npm run playground [-- --open]';

/** @param argv without the program. @returns null when something else is among them. */
export function readStartArguments(argv: readonly string[]): StartArguments | null {
  if (argv.some((argument) => !KNOWN.includes(argument))) return null;
  return { playground: argv.includes('--playground'), open: argv.includes('--open') };
}

const KNOWN = ['--playground', '--open'];
