import type { UploadedFile } from '../person/person.ts';
import type { Upload } from '../messages/uploads.ts';
import { RefusedError } from '../person/refused-error.ts';

/** @throws {RefusedError} when the request did not bring it. */
export function fileAt(uploads: readonly Upload[], index: number): UploadedFile {
  const upload = uploads.find((candidate) => candidate.index === index);
  if (upload === undefined) throw new RefusedError('A file is missing. Choose it again.');
  return upload;
}
