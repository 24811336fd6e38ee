import { describe, expect, it } from 'vitest';
import { onlyDraft, outline, readFixture, readText } from './reading.ts';

describe('Markdown', () => {
  it('is read with its front matter', async () => {
    const draft = onlyDraft(await readFixture('observatory.md'));
    expect(draft).toMatchObject({
      headline: 'A new eye for the observatory',
      publishedAt: '2024-03-18',
      byline: 'Ana Ruiz, Tom Berg',
      section: 'Science',
      url: 'https://news.example.org/observatory',
      source: 'Example Courier',
      language: 'en-GB',
      notes: [],
    });
    expect(outline(draft)).toEqual([
      'standfirst: The mirror arrived by ship on Monday.',
      'text: The mirror is 3.6 metres wide and weighs eleven tonnes. It was polished in two years & a half.',
      'subheading: First light',
      'quotation: We shall see farther than ever before.',
      'text: The dome is finished.',
      'text: The camera is not:',
      'text: its sensor is late.',
      'text: aperture = 3.6',
      'text: Part Weight',
      'text: Cell 4 t',
    ]);
  });

  it('takes the first heading for the headline, and byline and date below it for metadata', () => {
    const draft = onlyDraft(
      readText('# The title\n\n*By Jane Doe*\n\n10 February 2024\n\nText.\n', 'a.md'),
    );
    expect(draft).toMatchObject({
      headline: 'The title',
      byline: 'Jane Doe',
      publishedAt: '2024-02-10',
    });
    expect(outline(draft)).toEqual(['text: Text.']);
  });

  it('reads HTML within it, without its scripts', () => {
    const draft = onlyDraft(
      readText(
        '<div><p>One</p><script>no</script><p>Two</p></div>\n\nA <b>bold</b> word<br>more',
        'a.md',
      ),
    );
    expect(outline(draft)).toEqual(['text: One', 'text: Two', 'text: A bold word more']);
  });

  it('names the line of broken front matter', () => {
    expect(readText('---\ntitle: a\ndate: [1, 2\n---\nText\n', 'a.md').problems).toEqual([
      { file: 'a.md', line: 4, message: expect.stringContaining('not valid YAML') as string },
    ]);
  });

  it('refuses front matter that multiplies itself', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]'];
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf']) {
      bomb.push(`${name ?? ''}: &${name ?? ''} [${`*${before ?? ''},`.repeat(9)}]`);
    }
    expect(readText(`---\n${bomb.join('\n')}\n---\nText\n`, 'a.md')).toMatchObject({
      drafts: [],
      problems: [{ message: expect.stringContaining('front matter cannot be read') as string }],
    });
  });

  it('takes a line across the page for no front matter', () => {
    expect(outline(onlyDraft(readText('---\n\nText here.\n', 'a.md')))).toEqual([
      'text: Text here.',
    ]);
  });

  it('says that it left TOML out', () => {
    const draft = onlyDraft(readText('+++\ntitle = "a"\n+++\nText.\n', 'a.md'));
    expect(draft.notes).toContain('the front matter was left out: it is TOML, only YAML is read');
    expect(outline(draft)).toEqual(['text: Text.']);
  });
});
