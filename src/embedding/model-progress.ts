/** How far a file of a model is downloaded or built; `totalBytes` is 0 where it is not known yet. */
export interface ModelProgress {
  readonly file: string;
  readonly loadedBytes: number;
  readonly totalBytes: number;
}
