import type { JSX } from 'preact';
import { ChannelMention, CommandMention, RoleMention, UserMention } from './mention.tsx';
import type { MarkdownList, MarkdownNode, Wrapping } from './nodes.ts';
import { Spoiler } from './spoiler.tsx';
import { Timestamp } from './timestamp.tsx';

type NodeOf<Type extends MarkdownNode['type']> = Extract<MarkdownNode, { readonly type: Type }>;

/** Pieces of text, one after the other. */
export function Nodes({ nodes }: { readonly nodes: readonly MarkdownNode[] }) {
  return (
    <>
      {nodes.map((node, index) => (
        <NodeView key={index} node={node} />
      ))}
    </>
  );
}

function NodeView({ node }: { readonly node: MarkdownNode }): JSX.Element {
  // The table has for each type a view of just this type.
  const view = VIEWS[node.type] as (node: MarkdownNode) => JSX.Element;
  return view(node);
}

const VIEWS: { readonly [Type in MarkdownNode['type']]: (node: NodeOf<Type>) => JSX.Element } = {
  text: ({ text }) => <>{text}</>,
  strong: wrapped,
  em: wrapped,
  underline: wrapped,
  strike: wrapped,
  spoiler: wrapped,
  quote: wrapped,
  subtext: wrapped,
  heading: ({ level, children }) => {
    // The page's own heading is the only one above.
    const Heading = `h${level + 1}` as 'h2' | 'h3' | 'h4';
    return (
      <Heading class={`heading-${level}`}>
        <Nodes nodes={children} />
      </Heading>
    );
  },
  list: ({ list }) => <List list={list} />,
  code: ({ text }) => <code>{text}</code>,
  codeBlock: ({ language, text }) => (
    <pre data-language={language} tabIndex={0}>
      <code>{text}</code>
    </pre>
  ),
  link: ({ href, children }) => (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer">
      <Nodes nodes={children} />
    </a>
  ),
  timestamp: ({ seconds, style }) => <Timestamp seconds={seconds} style={style} />,
  user: ({ id }) => <UserMention id={id} />,
  role: ({ id }) => <RoleMention id={id} />,
  channel: ({ id }) => <ChannelMention id={id} />,
  everyone: ({ text }) => <span class="mention">{text}</span>,
  command: ({ name }) => <CommandMention name={name} />,
  emoji: ({ text }) => <span class="emoji">{text}</span>,
  customEmoji: ({ name }) => <>:{name}:</>,
};

function wrapped({ type, children }: NodeOf<Wrapping>): JSX.Element {
  const content = <Nodes nodes={children} />;
  switch (type) {
    case 'strong':
      return <strong>{content}</strong>;
    case 'em':
      return <em>{content}</em>;
    case 'underline':
      return <u>{content}</u>;
    case 'strike':
      return <s>{content}</s>;
    case 'spoiler':
      return <Spoiler>{content}</Spoiler>;
    case 'quote':
      return <blockquote>{content}</blockquote>;
    case 'subtext':
      return <small class="subtext">{content}</small>;
  }
}

function List({ list: { start, items } }: { readonly list: MarkdownList }) {
  const entries = items.map((item, index) => (
    <li key={index}>
      <Nodes nodes={item} />
    </li>
  ));
  return start === null ? <ul>{entries}</ul> : <ol start={start}>{entries}</ol>;
}
