export interface DownloadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string;
}
