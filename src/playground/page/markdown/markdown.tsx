export interface MarkdownProps {
  /** In Discord's dialect. */
  readonly text: string;
}

/** Text in Discord's dialect of Markdown. Nothing in it becomes HTML. */
export function Markdown({ text }: MarkdownProps) {
  return <p>{text}</p>;
}
