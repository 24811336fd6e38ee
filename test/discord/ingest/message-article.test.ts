import { describe, expect, it } from 'vitest';
import { readArticles } from '../../../src/archive/readers/read.ts';
import { linksOf, messageInput } from '../../../src/discord/ingest/message-article.ts';

const MESSAGE = {
  author: 'Mia "M" O’Neill: editor',
  publisher: 'News #room',
  sentAt: new Date('2024-02-10T08:30:00Z'),
  url: 'https://discord.com/channels/1/2/3',
};

/** The draft that the archive makes of a message. */
function draftOf(content: string, accompanied = false) {
  const input = messageInput({ ...MESSAGE, content }, accompanied);
  if (input === null) return null;
  const { drafts, problems } = readArticles(input.bytes, { name: input.name, url: input.url });
  expect(problems).toEqual([]);
  return drafts[0]?.draft ?? null;
}

describe('a message as an article', () => {
  it('has its first line as the headline, and its writer, server, time and address', () => {
    const draft = draftOf('## The **harbour** opens\nShips may enter.\n\nTickets are free.');
    expect(draft).toMatchObject({
      headline: 'The harbour opens',
      byline: MESSAGE.author,
      source: MESSAGE.publisher,
      publishedAt: '2024-02-10T08:30:00Z',
      url: MESSAGE.url,
    });
    expect(draft?.paragraphs.map(({ text }) => text)).toEqual([
      'Ships may enter.',
      'Tickets are free.',
    ]);
  });

  it('of one line has its first sentence as the headline, and all of it as the text', () => {
    const draft = draftOf('The harbour opens on Monday. Ships may enter.');
    expect(draft?.headline).toBe('The harbour opens on Monday.');
    expect(draft?.paragraphs[0]?.text).toBe('The harbour opens on Monday. Ships may enter.');
    const long = draftOf('word '.repeat(100));
    expect(long?.headline).toMatch(/^(?:word ){10,20}…$/);
  });

  it('survives whatever a message can hold', () => {
    for (const content of [
      '---\nx: [\n---\n\nhello there',
      '"`${{ a',
      '\\"\n---\nwords',
      '- a\n- b',
    ]) {
      expect(draftOf(content)).not.toBeNull();
    }
  });

  it('shows custom emoji by their names and leaves raw mentions and timestamps out', () => {
    const draft = draftOf('News <:ship:123456789012345678> <@123456789012345678> <t:0:R> today');
    expect(draft?.paragraphs[0]?.text).toBe('News :ship: today');
  });

  it('is none without words, when it is only links, or as a remark beside links and files', () => {
    expect(draftOf('🎉')).toBeNull();
    expect(draftOf('https://example.org/news')).toBeNull();
    expect(draftOf('Look at this!', true)).toBeNull();
    expect(draftOf('Look at this!')?.headline).toBe('Look at this!');
    expect(draftOf('A long story. '.repeat(20), true)).not.toBeNull();
    expect(draftOf('Title\n\nStory', true)).not.toBeNull();
  });
});

describe('the links of a message', () => {
  it('are its web addresses, each once, at most five, none of Discord’s own pages', () => {
    expect(
      linksOf(
        'See <https://a.example/x>, [here](https://b.example/y). https://a.example/x ' +
          'https://discord.com/channels/1/2/3 http://c.example ftp://d.example',
      ),
    ).toEqual(['https://a.example/x', 'https://b.example/y', 'http://c.example']);
    const many = Array.from({ length: 9 }, (_, at) => `https://example.org/${at}`).join(' ');
    expect(linksOf(many)).toHaveLength(5);
  });
});
