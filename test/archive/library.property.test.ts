import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AddOutcome } from '../../src/archive/library.ts';
import { draftAbout, openArchive, passagesEverywhere, type ArchiveParts } from './archive-kit.ts';

const SCOPES = ['shared', 'guild1'] as const;

type Step =
  | { readonly do: 'add'; readonly scope: string; readonly texts: readonly Text[] }
  | { readonly do: 'remove' | 'restore' | 'undo'; readonly scope: string; readonly name: number };

/** `name` is the article (its url), `version` its content. */
interface Text {
  readonly name: number;
  readonly version: number;
}

const scope = fc.constantFrom(...SCOPES);
const text = fc.record({ name: fc.nat(2), version: fc.nat(2) });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    scope,
    texts: fc.array(text, { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    do: fc.constantFrom('remove' as const, 'restore' as const, 'undo' as const),
    scope,
    name: fc.nat(2),
  }),
);

/** One article as plainly as it can be: its versions in the order in which they were in force. */
interface Model {
  history: { version: number; removed: boolean }[];
  revision: number;
}

/** The oracle: articles by scope and name. Says what each step answers. */
class PlainArchive {
  readonly articles = new Map<string, Model>();

  add(scope: string, { name, version }: Text): AddOutcome['status'] {
    const article = this.articles.get(`${scope} ${name}`);
    const head = article?.history.at(-1);
    if (article === undefined || head === undefined) {
      this.articles.set(`${scope} ${name}`, {
        history: [{ version, removed: false }],
        revision: 1,
      });
      return 'added';
    }
    if (head.version === version) {
      const status = head.removed ? 'added' : 'unchanged';
      head.removed = false;
      return status;
    }
    article.history.push({ version, removed: false });
    article.revision++;
    return 'revised';
  }

  /** Did it work? */
  change(kind: 'remove' | 'restore' | 'undo', scope: string, name: number): boolean {
    const history = this.articles.get(`${scope} ${name}`)?.history ?? [];
    const head = history.at(-1);
    if (head?.removed !== (kind === 'restore')) return false;
    if (kind === 'undo' && history.length > 1) history.pop();
    else head.removed = kind !== 'restore';
    return true;
  }

  current(): string[] {
    return [...this.articles]
      .filter(([, { history }]) => history.at(-1)?.removed === false)
      .map(([key, { history }]) => `${key} ${history.at(-1)?.version ?? ''}`)
      .sort();
  }
}

function draftOf({ name, version }: Text) {
  return draftAbout(`topic${name} of version${version}`, { url: `https://example.org/${name}` });
}

function current({ library }: ArchiveParts): string[] {
  return library
    .list({ scopes: SCOPES, limit: 100 })
    .articles.map(({ scope, headline }) => {
      const [, name = '', version = ''] = /topic(\d) of version(\d)/.exec(headline) ?? [];
      return `${scope} ${name} ${version}`;
    })
    .sort();
}

async function runStep(archive: ArchiveParts, model: PlainArchive, each: Step): Promise<void> {
  const { library } = archive;
  if (each.do === 'add') {
    const outcomes = await library.add(each.texts.map(draftOf), { scope: each.scope, by: 'me' });
    const expected = each.texts.map((one) => model.add(each.scope, one));
    expect(outcomes.map(({ status }) => status)).toEqual(expected);
    return;
  }
  const url = `https://example.org/${each.name}`;
  const states = ['current', 'removed'] as const;
  const [head] = states.flatMap((state) =>
    library
      .list({ scopes: [each.scope], state, limit: 100 })
      .articles.filter((article) => article.url === url),
  );
  const done = await library[each.do](head?.id ?? 'none', each.scope, 'me').then(
    () => true,
    () => false,
  );
  expect(done).toBe(model.change(each.do, each.scope, each.name));
}

describe('a library', () => {
  it('is what a plain map of articles is, whatever is done to it, and so are both indexes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
        const archive = openArchive();
        const model = new PlainArchive();
        for (const each of steps) await runStep(archive, model, each);
        expect(current(archive)).toEqual(model.current());
        const { database, vectors, lexical } = await passagesEverywhere(archive, SCOPES);
        expect(vectors).toEqual(database);
        expect(lexical).toEqual(database);
        expect(await archive.library.reconcile()).toEqual({
          replayed: 0,
          indexed: 0,
          repaired: [],
        });
        archive.database.close();
      }),
      { numRuns: 40 },
    );
  });
});
