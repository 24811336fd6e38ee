import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/archive/readers/detect.ts';

describe('detectFormat', () => {
  it.each([
    ['a.html', null, 'words', 'html'],
    ['a.HTM', null, 'words', 'html'],
    ['a.md', null, 'words', 'markdown'],
    ['a.json', null, '[]', 'json'],
    ['a.ndjson', null, '{}', 'json-lines'],
    ['a.txt', null, 'words', 'plain-text'],
    ['a.txt', null, 'date 2024-02-10 WORLD\nHeadline\n\nBody', 'news-text'],
    ['a.txt', null, 'Headline\nBy Jane Doe\n\nBody', 'news-text'],
    ['a.txt', null, 'Date palms suffer\n\nBody', 'plain-text'],
    ['a.txt', null, '<!doctype html><p>words', 'html'],
    ['https://example.org/a', 'text/html; charset=utf-8', 'words', 'html'],
    ['https://example.org/a', 'application/json', '[]', 'json'],
    ['https://example.org/a.md', 'text/html', '<html><p>words', 'html'],
    ['stdin', null, '  <article><p>words</p>', 'html'],
    ['stdin', null, '{"text": "a"}', 'json'],
    ['stdin', null, '{"text": "a"}\n{"text": "b"}', 'json-lines'],
    ['stdin', null, '{not json}\nwords', 'plain-text'],
    ['stdin', null, '---\ntitle: a\n---\nwords', 'markdown'],
    ['stdin', null, '# Title\n\nwords', 'markdown'],
    ['stdin', null, '', 'plain-text'],
    ['feed', null, '<?xml version="1.0"?><rss>', null],
    ['page', null, '<?xml version="1.0"?>\n<!DOCTYPE html><html>', 'html'],
  ])('takes %s (%s) that begins with %j for %s', (name, mediaType, text, format) => {
    expect(detectFormat(name, mediaType, text)).toBe(format);
  });
});
