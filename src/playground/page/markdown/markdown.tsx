import { useMemo } from 'preact/hooks';
import { Nodes } from './node-view.tsx';
import { isOnlyEmoji } from './nodes.ts';
import { parseMarkdown, type MarkdownScope } from './parse.ts';

export interface MarkdownProps {
  /** In Discord's dialect. */
  readonly text: string;
  /** Default: `all`. */
  readonly scope?: MarkdownScope;
}

/** Text in Discord's dialect of Markdown. Nothing in it becomes HTML. */
export function Markdown({ text, scope = 'all' }: MarkdownProps) {
  const nodes = useMemo(() => parseMarkdown(text, scope), [text, scope]);
  if (scope === 'inline') {
    return (
      <span class="markdown">
        <Nodes nodes={nodes} />
      </span>
    );
  }
  return (
    <div class={isOnlyEmoji(nodes) ? 'markdown is-only-emoji' : 'markdown'}>
      <Nodes nodes={nodes} />
    </div>
  );
}
