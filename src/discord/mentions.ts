/** A command as Discord has registered it. */
export interface RegisteredName {
  readonly id: string;
  readonly name: string;
}

/** Clickable mentions of commands, once it is known which are registered. */
export interface Mentions {
  /** `</archive list:123>`; `/archive list` in code when the command is not registered. */
  readonly mention: (command: string) => string;
  learn(commands: readonly RegisteredName[]): void;
}

export function createMentions(): Mentions {
  let ids: ReadonlyMap<string, string> = new Map();
  return {
    mention: (command) => {
      const [root = ''] = command.split(' ');
      const id = ids.get(root) ?? ids.get(command);
      return id === undefined ? `\`/${command}\`` : `</${command}:${id}>`;
    },
    learn: (commands) => {
      ids = new Map(commands.map(({ id, name }) => [name, id]));
    },
  };
}
