import { isAbsolute, join } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { z } from 'zod';
import { UserError } from './errors.ts';

/** The checkout: `data`, `seeds` and `.env` are looked for here, whatever the working directory is. */
const PROJECT_FOLDER = join(import.meta.dirname, '..');

const folder = z
  .string()
  .min(1)
  .transform((path) => (isAbsolute(path) ? path : join(PROJECT_FOLDER, path)));

const schema = z.object({
  /** Runtime state: database, index, models. */
  DATA_DIR: folder.default(join(PROJECT_FOLDER, 'data')),
  /** Articles ingested into an empty archive. */
  SEEDS_DIR: folder.default(join(PROJECT_FOLDER, 'seeds')),
  /** The bundled model's name, a folder, or a hub id. */
  EMBEDDING_MODEL: z.string().min(1).default('all-MiniLM-L6-v2'),
  EMBEDDING_DTYPE: z.enum(['int8', 'fp32']).default('int8'),
  /** The three below override the model's preset; needed only for models without one. */
  EMBEDDING_POOLING: z.enum(['mean', 'cls', 'last']).optional(),
  EMBEDDING_QUERY_PREFIX: z.string().optional(),
  EMBEDDING_PASSAGE_PREFIX: z.string().optional(),
  EMBEDDING_MAX_TOKENS: z.coerce.number().int().min(64).max(8192).optional(),
  /** Embedding worker threads; as many as cores where it is not set. */
  EMBEDDING_THREADS: z.coerce.number().int().min(1).max(64).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

/** Every setting, checked. The names are those of the environment variables; the README's table lists them. */
export type Config = Readonly<z.infer<typeof schema>>;

/**
 * Settings from `env`. An empty variable counts as absent, since `.env` files are written that way.
 * @throws {UserError} naming every variable that is wrong, in one message.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => name in schema.shape && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}=${given[name] ?? ''}: ${issue.message}`;
  });
  throw new UserError(
    `These settings (environment or .env) are not valid:\n${problems.join('\n')}`,
  );
}

/** Settings from the process environment over `.env` in the project's folder. Called once, by the entry points. */
export function loadConfig(): Config {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined) env[name] = value;
  }
  loadDotenv({ path: join(PROJECT_FOLDER, '.env'), processEnv: env, quiet: true });
  return readConfig(env);
}
