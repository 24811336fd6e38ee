import type { APIAttachment } from 'discord-api-types/v10';
import type { Snowflakes } from '../snowflake.ts';
import { storedName, titleOf, type Upload } from './uploads.ts';

export interface StoredFile {
  readonly attachment: APIAttachment;
  readonly data: Uint8Array;
}

/** Where an upload belongs: files of private messages have addresses of their own. */
export interface FilePlace {
  readonly folder: 'attachments' | 'ephemeral-attachments';
  readonly ownerId: string;
}

/** What was uploaded, and the addresses it is served at. */
export class AttachmentStore {
  /** What the addresses begin with. */
  readonly origin: string;
  readonly #ids: Snowflakes;
  readonly #files = new Map<string, StoredFile>();

  /** @param origin `http://127.0.0.1:<port>` */
  constructor(ids: Snowflakes, origin: string) {
    this.#ids = ids;
    this.origin = origin;
  }

  add(place: FilePlace, upload: Upload, description?: string): APIAttachment {
    const id = this.#ids.next();
    const filename = storedName(upload.name);
    const title = titleOf(upload.name);
    const path = `/${place.folder}/${place.ownerId}/${id}/${filename}`;
    const url = `${this.origin}${path}?ex=7fffffff&is=60000000&hm=${id}&`;
    const attachment: APIAttachment = {
      id,
      filename,
      size: upload.data.length,
      url,
      proxy_url: url,
      content_type: upload.contentType,
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(place.folder === 'ephemeral-attachments' ? { ephemeral: true } : {}),
    };
    this.#files.set(path, { attachment, data: upload.data });
    return attachment;
  }

  /** By path, oldest first. */
  all(): Iterable<readonly [path: string, file: StoredFile]> {
    return this.#files;
  }

  /** Puts a file back that was there in an earlier run. */
  restore(path: string, file: StoredFile): void {
    this.#files.set(path, file);
  }

  /** @param path `/attachments/<owner>/<id>/<name>`, without a query. */
  find(path: string): StoredFile | undefined {
    return this.#files.get(path);
  }
}
