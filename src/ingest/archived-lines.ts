import { z } from 'zod';
import { checkDraft } from '../archive/draft.ts';
import type { DraftToAdd } from '../archive/library.ts';
import type { ReadDrafts } from './ingest.ts';

/** Facts another archive knew; see `ArchivedFacts`. */
const archivedFacts = z.object({
  id: z.string().regex(/^[a-z0-9]{12}$/, 'is not an id of 12 letters and digits'),
  revision: z.number().int().min(1),
  ingestedAt: z.iso.datetime({ offset: true }),
  ingestedBy: z.string().min(1),
});

/** One article per line as `archive export` writes them, with the ids they had. */
export const readArchivedLines: ReadDrafts = (bytes) => {
  const drafts: { draft: DraftToAdd; line: number }[] = [];
  const problems: { line: number; message: string }[] = [];
  for (const [at, text] of new TextDecoder().decode(bytes).split('\n').entries()) {
    if (text.trim() === '') continue;
    const line = at + 1;
    const read = readArchivedLine(text);
    if (typeof read === 'string') problems.push({ line, message: read });
    else drafts.push({ draft: read, line });
  }
  return { drafts, problems };
};

/** The draft, or what is wrong with the line. */
function readArchivedLine(text: string): DraftToAdd | string {
  const value = parseJson(text);
  const facts = z.object({ archived: archivedFacts }).safeParse(value);
  if (!facts.success) {
    const [issue] = facts.error.issues;
    const field = issue?.path.join('.') ?? '';
    return `this is no line of "archive export": ${field} ${issue?.message ?? ''}`.trimEnd();
  }
  const check = checkDraft(value);
  if (!check.ok) return check.problems.join('; ');
  return { ...check.draft, archived: facts.data.archived };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
