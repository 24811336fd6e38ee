import { createHmac, randomBytes } from 'node:crypto';
import type { ArchiveDatabase } from '../archive/database/database.ts';
import type { Vote, VoteCount } from './guild-archive.ts';

const SECRET_NAME = 'vote secret';

/**
 * One vote a user on each answer; the same one again takes it back. A user stands in it as an HMAC of the answer's and
 * the user's id, so that neither who voted nor which votes are one person's can be read from the database alone without
 * trying every user id there is with its secret.
 */
export function castVote(
  { votes, settings }: Pick<ArchiveDatabase, 'votes' | 'settings'>,
  answerId: string,
  userId: string,
  vote: Vote,
): VoteCount {
  let secret = settings.get(SECRET_NAME);
  if (secret === null) {
    secret = randomBytes(32).toString('hex');
    settings.set(SECRET_NAME, secret);
  }
  const voter = createHmac('sha256', secret).update(`${answerId} ${userId}`).digest('base64url');
  const own = votes.get(answerId, voter) === vote ? null : vote;
  votes.set(answerId, voter, own);
  return { ...votes.count(answerId), own };
}
