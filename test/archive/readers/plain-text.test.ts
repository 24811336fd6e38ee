import { describe, expect, it } from 'vitest';
import { onlyDraft, outline, readFixture, readText } from './reading.ts';

describe('plain text', () => {
  it('joins hard-wrapped lines and finds the headline and a subheading', async () => {
    const draft = onlyDraft(await readFixture('orchard.txt'));
    expect(draft.headline).toBe('Late frost spares the orchards of the valley');
    expect(outline(draft)).toEqual([
      'text: Growers in the upper valley woke to minus four degrees on Tuesday, yet most of the blossom came through unharmed. The sprinklers had run all night.',
      'text: The cooperative expects a harvest of about 9,000 tonnes, a little less than last year.',
      'subheading: What helped',
      'text: Ice on the buds kept them at zero degrees.',
    ]);
  });

  it('takes each line for a paragraph where there are no empty lines', () => {
    const draft = onlyDraft(
      readText(
        'A headline\nThe first paragraph is here.\nThe second follows it.\nAnd a third ends it.\n',
      ),
    );
    expect(draft.headline).toBe('A headline');
    expect(outline(draft)).toEqual([
      'text: The first paragraph is here.',
      'text: The second follows it.',
      'text: And a third ends it.',
    ]);
  });

  it('takes no wrapped first line for a headline', () => {
    const text =
      'The text begins at once, without any headline, and its first\nline is only wrapped. It goes on.\n';
    const draft = onlyDraft(readText(text));
    expect(draft.headline).toBe('');
    expect(draft.notes).toEqual(['no headline in the source']);
    expect(outline(draft)).toEqual([`text: ${text.trim().replace('\n', ' ')}`]);
  });

  it('keeps a single line as the text', () => {
    expect(onlyDraft(readText('Only one line'))).toMatchObject({
      headline: '',
      paragraphs: [{ kind: 'text', text: 'Only one line' }],
    });
  });

  it('keeps the items of a list apart, and takes short lines in a row for no subheadings', () => {
    const draft = onlyDraft(
      readText(
        'Shopping\n\nWe need these\nthings from the shop:\n- apples\n- pears\n\nApples\n\nPears\n\nPlums\n',
      ),
    );
    expect(outline(draft)).toEqual([
      'text: We need these things from the shop:',
      'text: - apples',
      'text: - pears',
      'text: Apples',
      'text: Pears',
      'text: Plums',
    ]);
  });

  it.each(['\r\n', '\r', '\u2028', '\u0085'])('knows %j as a line break', (lineBreak) => {
    const draft = onlyDraft(readText(['Headline', '', 'One.', '', 'Two.'].join(lineBreak)));
    expect(outline(draft)).toEqual(['text: One.', 'text: Two.']);
  });

  it('folds white space and removes control characters, and changes nothing else', () => {
    const draft = onlyDraft(
      readText('Headline\n\n\u00A0One\t \u200Btwo\u0007 — “three”…  e\u0301\uFEFF ﬁ\n'),
    );
    expect(outline(draft)).toEqual(['text: One two — “three”… e\u0301 ﬁ']);
  });
});
