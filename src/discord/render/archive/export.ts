import { ComponentType } from 'discord.js';
import { text } from '../../components.ts';
import type { MessageReply, ReplyFile } from '../../reply.ts';
import { archiveTexts } from '../../texts/archive/index.ts';
import type { Language } from '../../texts/language.ts';

/** The files of an export, whole lines each. @param day ISO date for their names. */
export function renderExport(
  {
    parts,
    articles,
    day,
  }: { readonly parts: readonly Uint8Array[]; readonly articles: number; readonly day: string },
  language: Language,
): MessageReply {
  const texts = archiveTexts[language].export;
  const files = parts.map((data, at): ReplyFile => {
    const part = parts.length === 1 ? '' : `-${at + 1}-of-${parts.length}`;
    return { name: `archive-${day}${part}.jsonl`, data };
  });
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  const lines = [
    texts.done(articles, bytes),
    ...(parts.length === 1 ? [] : [texts.parts(parts.length)]),
    texts.howToRead,
  ];
  return {
    components: [
      text(lines.join('\n')),
      ...files.map(({ name }) => ({
        type: ComponentType.File as const,
        file: { url: `attachment://${name}` },
      })),
    ],
    files,
  };
}

export function renderEmptyExport(language: Language): MessageReply {
  return { components: [text(archiveTexts[language].export.empty)] };
}

/** @param bytes that can be sent. */
export function renderTooLargeExport(
  bytes: number,
  guildId: string,
  language: Language,
): MessageReply {
  const command = `npm run archive -- export --guild ${guildId} archive.jsonl`;
  return { components: [text(archiveTexts[language].export.tooLarge(bytes, command))] };
}
