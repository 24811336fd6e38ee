import type { Digest } from '../digest/digest.ts';
import type { Digests, DigestView, NowOutcome, PostedDigest } from '../digest/digests.ts';
import type { DigestSettings } from '../digest/schedule.ts';

/** The digests of one guild; see `Digests`. */
export interface GuildDigests {
  list(): readonly DigestView[];
  get(id: string): DigestView | null;
  add(settings: DigestSettings, by: string): DigestView;
  preview(id: string, signal?: AbortSignal): Promise<Digest>;
  postNow(id: string, key: string, signal?: AbortSignal): Promise<NowOutcome>;
  pause(id: string): DigestView;
  resume(id: string): DigestView;
  remove(id: string): DigestView;
  mute(id: string, sections: readonly string[]): DigestView;
  posted(runId: string): PostedDigest | null;
}

/** Binds the digests of all guilds to one. */
export function createGuildDigests(digests: Digests, guildId: string): GuildDigests {
  return {
    list: () => digests.list(guildId),
    get: (id) => digests.get(guildId, id),
    add: (settings, by) => digests.add(guildId, settings, by),
    preview: (id, signal) => digests.preview(guildId, id, signal),
    postNow: (id, key, signal) => digests.postNow(guildId, id, key, signal),
    pause: (id) => digests.pause(guildId, id),
    resume: (id) => digests.resume(guildId, id),
    remove: (id) => digests.remove(guildId, id),
    mute: (id, sections) => digests.mute(guildId, id, sections),
    posted: (runId) => digests.posted(guildId, runId),
  };
}
