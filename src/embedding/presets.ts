import { UserError } from '../errors.ts';

/** How the vectors of a text's tokens become one: their mean, the first token's, or the last token's. */
export type Pooling = 'mean' | 'cls' | 'last';

/** What a model was trained with; other values give vectors, but worse ones. */
export interface ModelPreset {
  readonly pooling: Pooling;
  /** Put before every question. */
  readonly queryPrefix: string;
  /** Put before every passage. */
  readonly passagePrefix: string;
  /** Tokens of one text, special tokens and prefix included. */
  readonly maxTokens: number;
}

/**
 * The preset of a well-known model, found by the last part of its name (`Xenova/gte-small`, `models/gte-small/`),
 * in any case; null for others. Values: the models' own cards.
 */
export function presetOf(model: string): ModelPreset | null {
  const name = model
    .split(/[/\\]/)
    .filter((part) => part !== '')
    .at(-1);
  return PRESETS.get(name?.toLowerCase() ?? '') ?? null;
}

/** What the settings say instead of the model's preset. */
export type PresetOverrides = {
  readonly [Key in keyof ModelPreset]?: ModelPreset[Key] | undefined;
};

/**
 * The model's preset with the overrides put in; a model without a preset is read as `mean`, without prefixes and with
 * the length it was built for.
 *
 * @param modelLimit tokens the model was built for; no preset or override goes beyond.
 * @throws {UserError} when `maxTokens` is overridden with more than that.
 */
export function choosePreset(
  model: string,
  modelLimit: number,
  overrides: PresetOverrides,
): ModelPreset {
  const preset = presetOf(model) ?? { ...plain, maxTokens: modelLimit };
  const maxTokens = overrides.maxTokens ?? Math.min(preset.maxTokens, modelLimit);
  if (maxTokens > modelLimit) {
    throw new UserError(
      `EMBEDDING_MAX_TOKENS is ${maxTokens}, but ${model} takes at most ${modelLimit} tokens.`,
    );
  }
  return {
    pooling: overrides.pooling ?? preset.pooling,
    queryPrefix: overrides.queryPrefix ?? preset.queryPrefix,
    passagePrefix: overrides.passagePrefix ?? preset.passagePrefix,
    maxTokens,
  };
}

const plain: ModelPreset = { pooling: 'mean', queryPrefix: '', passagePrefix: '', maxTokens: 512 };

const searchInstruction: ModelPreset = {
  ...plain,
  pooling: 'cls',
  queryPrefix: 'Represent this sentence for searching relevant passages: ',
};

const PRESETS: ReadonlyMap<string, ModelPreset> = new Map([
  // Trained on 128 tokens, published with 256; beyond that its vectors get worse.
  ['all-minilm-l6-v2', { ...plain, maxTokens: 256 }],
  ['bge-small-en-v1.5', searchInstruction],
  ['gte-small', plain],
  ['e5-small-v2', { ...plain, queryPrefix: 'query: ', passagePrefix: 'passage: ' }],
  ['snowflake-arctic-embed-xs', searchInstruction],
  ['snowflake-arctic-embed-s', searchInstruction],
]);
