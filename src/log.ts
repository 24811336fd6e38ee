import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>;

export interface LogOptions {
  /** Texts that never appear in the log, such as the bot's token. */
  readonly secrets?: readonly string[];
  /** Default standard error: standard output belongs to answers. */
  readonly destination?: DestinationStream;
}

/** JSON lines without secrets: tokens of the bot and of interactions, wherever they stand in a line. */
export function createLog(level: string, { secrets = [], destination }: LogOptions = {}): Log {
  const out = destination ?? pino.destination({ dest: 2, sync: true });
  return pino(
    { level, base: null, redact: { paths: BODIES, remove: true } },
    {
      write: (line) => {
        out.write(withoutSecrets(line, secrets));
      },
    },
  );
}

/** What errors of Discord's REST API carry along: what a person wrote, and whole files. */
const BODIES = ['err.requestBody', '*.requestBody', 'err.cause.requestBody'];

const REDACTED = '[redacted]';
/** `/webhooks/123/token`, `/interactions/123/token/callback`: whoever has the token can answer in the bot's name. */
const TOKEN_IN_PATH = /(\/(?:webhooks|interactions)\/\d+\/)[^/"\\\s?]+/g;
const SECRET_FIELD = /("(?:token|authorization)":")(?:[^"\\]|\\.)*/gi;
/** A bot's token: its id, a time and a signature in base64. */
const BOT_TOKEN = /[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g;

function withoutSecrets(line: string, secrets: readonly string[]): string {
  const redacted = line
    .replace(TOKEN_IN_PATH, `$1${REDACTED}`)
    .replace(SECRET_FIELD, `$1${REDACTED}`)
    .replace(BOT_TOKEN, REDACTED);
  return secrets.reduce((text, secret) => text.replaceAll(secret, REDACTED), redacted);
}

/** For tests and for tools that report on their own. */
export const silentLog: Log = pino({ level: 'silent' });
