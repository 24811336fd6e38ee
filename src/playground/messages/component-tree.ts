import {
  ComponentType,
  type APIAttachment,
  type APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { storedName } from './uploads.ts';

/** A component of any kind, as JSON. */
export type Node = Readonly<Record<string, unknown>> & { readonly type: ComponentType };

/** The component and all inside it, in the order of reading. */
export function* walk(components: readonly unknown[]): Generator<Node> {
  for (const component of components) {
    if (!isNode(component)) continue;
    yield component;
    yield* walk(childrenOf(component));
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function childrenOf(node: Node): unknown[] {
  const inner = Array.isArray(node['components']) ? (node['components'] as unknown[]) : [];
  return [...inner, node['accessory'], node['component']];
}

function attachmentName(url: string): string | null {
  return url.startsWith('attachment://') ? storedName(url.slice('attachment://'.length)) : null;
}

/** Components as Discord gives them back: every one with an id, files with their addresses. */
export function finished(
  components: readonly unknown[],
  files: readonly APIAttachment[],
): APIMessageTopLevelComponent[] {
  const taken = new Set<number>();
  for (const { id } of walk(components)) if (typeof id === 'number') taken.add(id);
  let last = 0;
  const nextId = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const done = components.map((component) => finish(component, files, nextId));
  // The same components as the request's, which were validated, with what a response has beyond them.
  return done as APIMessageTopLevelComponent[];
}

function finish(value: unknown, files: readonly APIAttachment[], nextId: () => number): unknown {
  if (!isNode(value)) return value;
  const given = value['id'];
  const id = typeof given === 'number' && given !== 0 ? given : nextId();
  const node: Record<string, unknown> = { ...value, id };
  if (Array.isArray(value['components'])) {
    node['components'] = value['components'].map((item) => finish(item, files, nextId));
  }
  if (value['accessory'] !== undefined) {
    node['accessory'] = finish(value['accessory'], files, nextId);
  }
  return withMedia(node, value, files);
}

function withMedia(
  node: Record<string, unknown>,
  source: Node,
  files: readonly APIAttachment[],
): unknown {
  if (source.type === ComponentType.File) return withFile(node, source, files);
  if (source.type === ComponentType.Thumbnail) {
    return { ...node, media: media(source['media'], files) };
  }
  if (source.type !== ComponentType.MediaGallery) return node;
  const items = Array.isArray(source['items']) ? (source['items'] as { media: unknown }[]) : [];
  return { ...node, items: items.map((item) => ({ ...item, media: media(item.media, files) })) };
}

function withFile(
  node: Record<string, unknown>,
  source: Node,
  files: readonly APIAttachment[],
): unknown {
  const file = media(source['file'], files);
  const attachment = files.find(({ id }) => id === file['attachment_id']);
  return { ...node, file, name: attachment?.filename, size: attachment?.size };
}

function media(value: unknown, files: readonly APIAttachment[]): Record<string, unknown> {
  const url = (value as { readonly url?: unknown } | undefined)?.url;
  const name = typeof url === 'string' ? attachmentName(url) : null;
  const file = files.find(({ filename }) => filename === name);
  if (file === undefined) return { ...(value as object), proxy_url: url, loading_state: 0 };
  return {
    url: file.url,
    proxy_url: file.proxy_url,
    content_type: file.content_type,
    attachment_id: file.id,
    width: null,
    height: null,
    loading_state: 2,
    flags: 0,
  };
}

/** Texts a reader sees, in order. */
export function textsOf(components: readonly unknown[]): string[] {
  const texts: string[] = [];
  for (const node of walk(components)) {
    if (node.type !== ComponentType.TextDisplay) continue;
    if (typeof node['content'] === 'string') texts.push(node['content']);
  }
  return texts;
}
