import { RESTJSONErrorCodes as Codes, Routes, type Client } from 'discord.js';
import type { Clock } from '../../../clock.ts';
import {
  PostError,
  type DigestPoster,
  type PartToSend,
  type SentPart,
} from '../../../digest/poster.ts';
import type { Log } from '../../../log.ts';
import { renderDigest } from '../../render/digest/digest.ts';
import { digestTitle } from '../../render/digest/header.ts';
import { languageOf } from '../../texts/language.ts';
import { findPart } from './find-part.ts';
import { encodePart } from './part-body.ts';
import { isRefused, postErrorOf } from './post-failure.ts';
import { missingPermissions, placeOf } from './post-place.ts';
import { createPostRest, type PostRest } from './post-rest.ts';
import { sendPart } from './send-part.ts';
import { tellPaused } from './tell-paused.ts';

export interface DigestPosterPorts {
  readonly client: Client<true>;
  /** Gives a clickable mention of a command. */
  readonly mention: (command: string) => string;
  readonly clock: Clock;
  readonly log: Log;
}

export interface OpenDigestPoster extends DigestPoster {
  /** To be called when nothing is posted any more. */
  close(): void;
}

/** Posts digests into text and announcement channels, threads and forums. */
export function createDigestPoster(ports: DigestPosterPorts): OpenDigestPoster {
  const { client, mention } = ports;
  const rest = createPostRest(client);
  const missing = ({ channelId, previous }: PartToSend) => {
    return () => missingPermissions(client, previous.at(-1)?.channelId ?? channelId, channelId);
  };
  return {
    render: (digest, run) => {
      const title = digestTitle(digest, languageOf(run.schedule.language));
      return renderDigest(digest, run, mention).map((reply) => encodePart(reply, title));
    },
    send: async (part, signal) => {
      if (signal?.aborted === true) throw notTried(signal);
      try {
        return await sendPart({ ...ports, rest }, part, await placeOf(client, part), signal);
      } catch (error) {
        throw postErrorOf(error, { missing: missing(part), posts: true });
      }
    },
    find: async (part, since, signal) => {
      try {
        return await findPart({ ...ports, rest }, part, since, signal);
      } catch (error) {
        const { problem } = postErrorOf(error, { missing: missing(part), posts: false });
        throw new PostError(problem, true, { cause: error });
      }
    },
    publish: async (part, signal) => {
      try {
        await publish(rest, part, signal);
      } catch (error) {
        if (!isRefused(error, ...NOT_TO_PUBLISH)) {
          const { channelId } = part;
          const lacks = () => missingPermissions(client, channelId, channelId);
          throw postErrorOf(error, { missing: lacks, posts: true });
        }
        ports.log.info({ err: error, channel: part.channelId }, 'a digest was not published');
      }
    },
    tellPaused: (schedule) => tellPaused(ports, schedule),
    close: () => {
      rest.close();
    },
  };
}

/** Somebody deleted the message, or the channel is none for announcements any more. */
const NOT_TO_PUBLISH = [Codes.UnknownMessage, Codes.CannotExecuteActionOnThisChannelType] as const;

async function publish(
  rest: PostRest,
  { channelId, messageId }: SentPart,
  signal: AbortSignal | undefined,
): Promise<void> {
  try {
    await rest.post(Routes.channelMessageCrosspost(channelId, messageId), {}, signal);
  } catch (error) {
    if (!isRefused(error, Codes.ThisMessageWasAlreadyCrossposted)) throw error;
  }
}

function notTried({ reason }: AbortSignal): PostError {
  return new PostError({ kind: 'discord', permissions: [] }, false, { cause: reason });
}
