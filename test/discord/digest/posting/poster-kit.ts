import type { APIMessage, Client } from 'discord.js';
import { expect, onTestFinished } from 'vitest';
import type { Digest } from '../../../../src/digest/digest.ts';
import { PostError, type PartToSend, type SentPart } from '../../../../src/digest/poster.ts';
import type { DigestSchedule } from '../../../../src/digest/schedule.ts';
import {
  createDigestPoster,
  type OpenDigestPoster,
} from '../../../../src/discord/digest/posting/poster.ts';
import { silentLog } from '../../../../src/log.ts';
import { ManualClock } from '../../../fakes/manual-clock.ts';
import { connectClient, startDiscord, type DiscordKit } from '../../../playground/discord-kit.ts';
import { sampleDigest, sampleSchedule } from '../../render/digest/sample-digest.ts';

const RUN_ID = 'runrunrunrun';
/** A digest of several messages. */
export const LONG = sampleDigest({ Business: 40, Sports: 20 });
export const SHORT = sampleDigest({ Business: 2 });

export interface PosterKit extends DiscordKit {
  readonly client: Client<true>;
  readonly clock: ManualClock;
  readonly poster: OpenDigestPoster;
  /** A schedule of the kit's guild, by default for #general. */
  readonly schedule: (settings?: Partial<DigestSchedule>) => DigestSchedule;
  /** The parts of a digest for a channel, as the job would send them. */
  readonly partsOf: (
    digest: Digest,
    settings?: Partial<DigestSchedule>,
  ) => readonly ((previous: readonly SentPart[]) => PartToSend)[];
  /** Sends all parts. */
  readonly post: (digest: Digest, settings?: Partial<DigestSchedule>) => Promise<SentPart[]>;
  /** Denies the bot something in a channel, and waits until it knows. */
  readonly deny: (bits: bigint, channelId?: string) => Promise<void>;
}

export async function startPosterKit(): Promise<PosterKit> {
  const clock = new ManualClock('2026-11-24T07:00:00Z');
  const kit = await startDiscord({ clock });
  const { discord, guildId, channelId } = kit;
  const client = await connectClient(discord);
  const poster = createDigestPoster({
    client,
    clock,
    log: silentLog,
    mention: (command) => `</${command}:123456789012345678>`,
  });
  onTestFinished(() => {
    poster.close();
  });
  const schedule = (settings: Partial<DigestSchedule> = {}): DigestSchedule =>
    sampleSchedule({ guildId, channelId, ...settings });
  const partsOf: PosterKit['partsOf'] = (digest, settings) => {
    const of = schedule(settings);
    return poster.render(digest, { runId: RUN_ID, schedule: of }).map((body, at) => {
      const facts = { runId: RUN_ID, at, body, nonce: `${RUN_ID}-${at}`, channelId: of.channelId };
      return (previous) => ({ ...facts, previous });
    });
  };
  return {
    ...kit,
    client,
    clock,
    poster,
    schedule,
    partsOf,
    post: async (digest, settings) => {
      const sent: SentPart[] = [];
      for (const part of partsOf(digest, settings)) sent.push(await poster.send(part([...sent])));
      return sent;
    },
    deny: async (bits, id = channelId) => {
      discord.world.overwrite(id, { id: guildId, kind: 'role' }, { deny: bits });
      await expect.poll(() => isDenied(client, id, bits)).toBe(true);
    },
  };
}

function isDenied(client: Client<true>, channelId: string, bits: bigint): boolean {
  const channel = client.channels.cache.get(channelId);
  if (channel === undefined || channel.isDMBased()) return false;
  return channel.permissionsFor(client.user)?.any(bits, false) === false;
}

/** The failure of work that must fail with a `PostError`. */
export async function failureOf(work: Promise<unknown>): Promise<PostError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof PostError) return error;
  throw new Error('Expected a PostError.', { cause: error });
}

/** Numbers of the parts a channel shows, in order. */
export function partsIn(messages: readonly APIMessage[]): number[] {
  return messages.flatMap(({ components }) => {
    const at = /"dask:[a-z]+:(\d+)"/.exec(JSON.stringify(components))?.[1];
    return at === undefined ? [] : [Number(at)];
  });
}
