import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderNothing } from '../../../../src/discord/render/ingest/failures.ts';
import { editModal, ingestTextModal } from '../../../../src/discord/render/ingest/modal.ts';
import {
  renderPending,
  renderPendingArticle,
} from '../../../../src/discord/render/ingest/preview.ts';
import {
  progressBar,
  renderIngestProgress,
} from '../../../../src/discord/render/ingest/progress.ts';
import { renderReceipt, renderUndo } from '../../../../src/discord/render/ingest/receipt.ts';
import type { MessageReply } from '../../../../src/discord/reply.ts';
import { LANGUAGES } from '../../../../src/discord/texts/language.ts';
import { validateModal } from '../../../../src/playground/validate/validate.ts';
import { customIdsOf, expectAccepted, textsOf } from '../message-limits.ts';
import {
  anyFailures,
  anyNearDuplicates,
  anyPending,
  anyReceiptArticles,
  sampleDraft,
  sampleIngest,
  samplePending,
  sampleSummary,
} from './sample-pending.ts';

const language = fc.constantFrom(...LANGUAGES);

function shown(reply: MessageReply): string {
  return textsOf(reply).join('\n');
}

describe('a preview', () => {
  it('stays within what Discord takes, whatever one article holds', () => {
    const problems = fc.array(fc.string({ minLength: 1, maxLength: 400 }), { maxLength: 4 });
    fc.assert(
      fc.property(anyPending, anyFailures, problems, language, (article, failures, wrong, lang) => {
        const pending = sampleIngest([article], failures);
        expectAccepted(renderPending(pending, lang, { problems: wrong }));
      }),
      { numRuns: 150 },
    );
  });

  it('stays within what Discord takes on every page of many articles, and for each of them', () => {
    const some = fc.array(anyPending, { minLength: 2, maxLength: 23 });
    fc.assert(
      fc.property(some, anyFailures, language, fc.nat(4), (articles, failures, lang, page) => {
        const pending = sampleIngest(articles, failures);
        expectAccepted(renderPending(pending, lang, { page }));
        expectAccepted(renderPendingArticle(pending, page * 5, lang));
      }),
      { numRuns: 40 },
    );
  });

  it('of 500 articles with headlines of nothing but stars stays within what Discord takes', () => {
    const article = samplePending({ draft: sampleDraft({ headline: '*'.repeat(1_000) }) });
    const pending = sampleIngest(Array.from({ length: 500 }, () => article));
    for (const page of [0, 25, 49, 50, 999]) expectAccepted(renderPending(pending, 'de', { page }));
    expect(shown(renderPending(pending, 'en', { page: 49 }))).toContain('Page 50 of 50');
    expect(shown(renderPending(pending, 'en', { page: 999 }))).toContain('Page 50 of 50');
  });

  it('shows every fact of the one article, its length and the beginning of its text', () => {
    const text = shown(renderPending(sampleIngest([samplePending()]), 'en'));
    expect(text).toContain('### New article\n**Harbour opens again**');
    expect(text).toContain('**Date**: <t:1707566400:D>');
    expect(text).toContain('**Section**: City');
    expect(text).toContain('**By**: Jane Doe');
    expect(text).toContain('**Source**: The Paper');
    expect(text).toContain('(https://example.com/harbour)');
    expect(text).toContain('**Length**: 8 words, 44 characters, 1 passage');
    expect(text).toContain('> The harbour is open again\\. Ships may enter\\.');
  });

  it('says what was guessed, in the language of whoever reads it', () => {
    const notes = ['no section in the source: "Sport" was filled in'];
    const pending = sampleIngest([samplePending({ draft: sampleDraft({ notes }) })]);
    expect(shown(renderPending(pending, 'en'))).toContain('no section in the source');
    expect(shown(renderPending(pending, 'de'))).toContain('keine Rubrik in der Quelle');
  });

  it('says field by field what a new version changes, and by how many words', () => {
    const article = samplePending({
      status: 'changed',
      existing: sampleSummary('Harbour closed'),
      changes: [
        { field: 'headline', before: 'Harbour closed', after: 'Harbour opens again' },
        { field: 'publishedAt', before: null, after: '2024-02-10' },
        { field: 'text', before: null, after: null, words: { added: 12, removed: 3 } },
      ],
    });
    const text = shown(renderPending(sampleIngest([article]), 'en'));
    expect(text).toContain('- **Headline**: Harbour closed → Harbour opens again');
    expect(text).toContain('- **Date**: none → <t:1707566400:D>');
    expect(text).toContain('- **Text**: 12 words added, 3 taken away');
  });

  it('names what is much alike, and how much', () => {
    const nearDuplicates = [{ id: 'x', headline: 'Harbour open', likeness: 0.87 }];
    const text = shown(renderPending(sampleIngest([samplePending({ nearDuplicates })]), 'en'));
    expect(text).toContain('**Harbour open** (87% alike)');
  });

  it('cannot be added when everything in it is there already', () => {
    const pending = sampleIngest([samplePending({ status: 'same' })]);
    const buttons = JSON.stringify(renderPending(pending, 'en'));
    expect(buttons).toContain('"custom_id":"ingest-add:abcdefghijkl","style":3,"disabled":true');
  });

  it('of many counts them by what adding would do, and offers each in a select', () => {
    const statuses = ['new', 'new', 'changed', 'same'] as const;
    const reply = renderPending(
      sampleIngest(statuses.map((status) => samplePending({ status }))),
      'en',
    );
    expect(shown(reply)).toContain('🟢 2 new · 🟡 1 changed · ⚪ 1 already there');
    expect(customIdsOf(reply)).toEqual([
      'ingest-pick:abcdefghijkl',
      'ingest-add:abcdefghijkl',
      'ingest-cancel:abcdefghijkl',
    ]);
  });

  it('offers to try again where the person was told of a mistake', () => {
    const reply = renderPending(sampleIngest([samplePending()]), 'en', {
      problems: ['“soon” is not a clear date.'],
    });
    expect(shown(reply)).toContain('⚠️ “soon” is not a clear date.');
    expect(JSON.stringify(reply)).toContain('"label":"Try again"');
  });
});

describe('a reply without any article', () => {
  it('names each failure with its line, in any number', () => {
    const failures = [{ input: 'a.jsonl', line: 3, reason: 'no text found' }];
    const text = shown(renderNothing(failures, 'en'));
    expect(text).toContain('There is nothing to add.');
    expect(text).toContain('- a\\.jsonl (line 3): no text found');
    fc.assert(
      fc.property(anyFailures, language, (any, lang) => {
        expectAccepted(renderNothing(any, lang));
      }),
    );
  });
});

describe('a receipt', () => {
  it('stays within what Discord takes, whatever was added', () => {
    fc.assert(
      fc.property(
        anyReceiptArticles,
        anyReceiptArticles,
        anyFailures,
        anyNearDuplicates,
        language,
        (added, revised, failures, near, lang) => {
          const receipt = { id: 'abcdefghijkl', by: '1', unchanged: 2, undone: false };
          expectAccepted(renderReceipt({ ...receipt, added, revised, failures }, lang, near));
          expectAccepted(renderUndo({ removed: added, reverted: revised, kept: added }, lang));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('can be taken back while something was stored, and only once', () => {
    const article = { id: 'cdefghijklmn', headline: 'Harbour', revision: 2 };
    const receipt = {
      id: 'abcdefghijkl',
      by: '1',
      added: [],
      revised: [article],
      unchanged: 1,
      failures: [],
      undone: false,
    };
    const reply = renderReceipt(receipt, 'en');
    expect(shown(reply)).toContain('1 article changed\n- **Harbour** `cdefghijklmn` · version 2');
    expect(customIdsOf(reply)).toEqual(['ingest-undo:abcdefghijkl']);
    expect(customIdsOf(renderReceipt({ ...receipt, undone: true }, 'en'))).toEqual([]);
    expect(customIdsOf(renderReceipt({ ...receipt, revised: [] }, 'en'))).toEqual([]);
  });
});

describe('progress', () => {
  it('has a bar that is full only at the end', () => {
    expect(progressBar(0, 200)).toBe('▱'.repeat(20));
    expect(progressBar(100, 200)).toBe('▰'.repeat(10) + '▱'.repeat(10));
    expect(progressBar(199, 200)).toBe('▰'.repeat(19) + '▱');
    expect(progressBar(200, 200)).toBe('▰'.repeat(20));
  });

  it('says how many of how many, and nothing of it where that is not known', () => {
    expect(shown(renderIngestProgress('de', 'adding', 1_000, 2_000))).toContain('1.000 von 2.000');
    const unknown = renderIngestProgress('en', 'reading', 0, 0);
    expect(shown(unknown)).toBe('**Reading** …');
    expectAccepted(unknown);
  });
});

describe('the modal', () => {
  it('is one that Discord takes, for any article in any language', () => {
    fc.assert(
      fc.property(anyPending, language, fc.string(), (article, lang, headline) => {
        expect(validateModal(editModal('abcdefghijkl', 499, article, lang).modal)).toEqual([]);
        expect(validateModal(ingestTextModal(lang, { headline }).modal)).toEqual([]);
      }),
    );
  });

  it('leaves out a text that does not fit into it, and says so', () => {
    const paragraphs = [{ kind: 'text' as const, text: 'word '.repeat(900).trim() }];
    const article = samplePending({ draft: sampleDraft({ paragraphs }) });
    const { modal } = editModal('abcdefghijkl', 0, article, 'en');
    expect(JSON.stringify(modal)).toContain('The text itself has 4,499 characters');
    expect(JSON.stringify(modal)).not.toContain('"custom_id":"body"');
  });
});
