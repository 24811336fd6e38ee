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

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

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
  /** The bot's token from Discord's developer portal. */
  DISCORD_TOKEN: z.string().min(1).optional(),
  /** Where Discord's REST API is; the gateway's address comes from there. */
  DISCORD_API_URL: z.url({ protocol: /^https?$/ }).default('https://discord.com/api'),
  /** Where the playground's page is, on 127.0.0.1. Default: a port that is free. */
  PORT: whole(0, 65_535).default(0),
  /** Register the commands in this guild only, where they change at once: for development. */
  GUILD_ID: z
    .string()
    .regex(/^\d{17,20}$/, 'is not an id of 17 to 20 digits')
    .optional(),
  /** Days after which the data of a guild that removed the bot is deleted. */
  GUILD_RETENTION_DAYS: whole(0, 3_650).default(30),
  /** What is kept of questions that found no answer: nothing, their words, or their words and who asked. */
  ASK_LOG: z.enum(['off', 'anonymous', 'full']).default('anonymous'),
  /** Days an answer is kept for its buttons; 0 keeps none, and replies have no such buttons. */
  ANSWER_RETENTION_DAYS: whole(0, 3_650).default(90),
  USER_QUESTIONS_PER_MINUTE: whole(1, 100_000).default(10),
  GUILD_QUESTIONS_PER_MINUTE: whole(1, 100_000).default(120),
  USER_INGESTS_PER_HOUR: whole(1, 100_000).default(60),
  GUILD_INGESTS_PER_HOUR: whole(1, 100_000).default(200),
  /** Articles a guild may have of its own. */
  GUILD_MAX_ARTICLES: whole(1, 10_000_000).default(50_000),
  /** Megabytes (10^6 bytes of UTF-8 text) a guild may have of its own. */
  GUILD_MAX_MEGABYTES: whole(1, 1_000_000).default(500),
  /** Characters of one article that a guild brings. */
  ARTICLE_MAX_CHARACTERS: whole(1_000, 2_000_000).default(500_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

/** Names of all settings. */
export const SETTINGS: readonly string[] = Object.keys(schema.shape);

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
