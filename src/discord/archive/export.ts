import type { ChatInputCommandInteraction } from 'discord.js';
import type { Clock } from '../../clock.ts';
import type { Caller, MessageReply } from '../command.ts';
import { FILES, REQUEST_BYTES } from '../limits.ts';
import { renderEmptyExport, renderExport, renderTooLargeExport } from '../render/archive/export.ts';
import { packLines } from './pack-lines.ts';

/** Room in a request for the message itself and the frame around each file. */
const FRAME_BYTES = 64 * 1024;

/** The guild's own articles as files of JSON Lines, as far as they can be sent. */
export async function runExport(
  { attachmentSizeLimit }: ChatInputCommandInteraction,
  { archive, guildId, language }: Caller,
  clock: Clock,
): Promise<MessageReply> {
  const room = {
    files: FILES,
    fileBytes: attachmentSizeLimit,
    totalBytes: Math.max(REQUEST_BYTES, attachmentSizeLimit) - FRAME_BYTES,
  };
  const packed = await packLines((await archive()).exportLines(), room);
  if (packed === null) {
    const most = Math.min(room.totalBytes, room.files * room.fileBytes);
    return renderTooLargeExport(most, guildId, language);
  }
  if (packed.lines === 0) return renderEmptyExport(language);
  const day = clock.now().toISOString().slice(0, DAY_LENGTH);
  return renderExport({ parts: packed.parts, articles: packed.lines, day }, language);
}

const DAY_LENGTH = 'yyyy-mm-dd'.length;
