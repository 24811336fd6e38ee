import type { ModelProgress } from './model-progress.ts';
import type { ModelDtype } from './weights/minilm.ts';

/** What the download worker is started with. */
export interface HubWorkerData {
  /** `owner/name` */
  readonly model: string;
  readonly dtype: ModelDtype;
  /** The files go to `<modelsFolder>/<owner>/<name>/`. */
  readonly modelsFolder: string;
  /** Base URL of another hub than transformers.js's own. */
  readonly hubUrl?: string | undefined;
}

export type HubReply =
  | ({ readonly kind: 'progress' } & ModelProgress)
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly host: string; readonly reason: string };
