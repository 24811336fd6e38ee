import type { Attachment } from 'discord.js';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { FetchedPage } from '../ingest/fetch-url.ts';
import type { DownloadedFile } from './attachments.ts';

/** The outside world of the commands. */
export interface FeaturePorts {
  readonly config: Config;
  readonly clock: Clock;
  /** Fetches one page of the web; see `fetchUrl`. @throws {UserError} saying what was wrong. */
  readonly fetchPage: (url: string, signal?: AbortSignal) => Promise<FetchedPage>;
  /** All of them, in order, or none; see `createDownloader`. @throws {UserError} saying what was wrong. */
  readonly downloadAttachments: (
    attachments: readonly AttachmentSource[],
    signal?: AbortSignal,
  ) => Promise<readonly DownloadedFile[]>;
}

/** What is known of an attachment before it is downloaded. */
export type AttachmentSource = Pick<Attachment, 'name' | 'size' | 'url' | 'contentType'>;
