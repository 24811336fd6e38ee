import { describe, expect, it } from 'vitest';
import { messageRows, type RowOptions } from '../../../src/playground/page/frame/message-rows.ts';
import type { MessageView } from '../../../src/playground/page-protocol.ts';
import { messageView } from './page-views.ts';

describe('the rows of a message list', () => {
  it('begin with the day, and none are there without messages', () => {
    expect(rows([])).toEqual([]);
    expect(rows([messageView({ id: '1' })])).toEqual(['day 2026-11-24T10:00:00Z', 'head 1']);
  });

  it('continue a message of the same author for less than seven minutes', () => {
    const first = messageView({ id: '1', at: '2026-11-24T10:00:00Z' });
    const soon = messageView({ id: '2', at: '2026-11-24T10:06:59.999Z' });
    const late = messageView({ id: '2', at: '2026-11-24T10:07:00Z' });
    expect(rows([first, soon]).at(-1)).toBe('continued 2');
    expect(rows([first, late]).at(-1)).toBe('head 2');
  });

  it('give each author a head', () => {
    const views = [messageView({ id: '1', author: 'mia' }), messageView({ id: '2' })];
    expect(rows(views).at(-1)).toBe('head 2');
  });

  it('let the answer to a command stand alone, and continue it', () => {
    const views = [
      messageView({ id: '1' }),
      messageView({ id: '2', answers: 'mia' }),
      messageView({ id: '3', answers: 'mia' }),
      messageView({ id: '4' }),
    ];
    expect(rows(views).slice(1)).toEqual(['head 1', 'head 2', 'head 3', 'continued 4']);
  });

  it('keep private messages and public ones apart', () => {
    const views = [messageView({ id: '1' }), messageView({ id: '2', isPrivate: true })];
    expect(rows(views).at(-1)).toBe('head 2');
  });

  it('divide the days of the reader’s zone', () => {
    const views = [
      messageView({ id: '1', at: '2026-11-24T22:59:00Z' }),
      messageView({ id: '2', at: '2026-11-24T23:01:00Z' }),
    ];
    expect(rows(views, { zone: 'Europe/Berlin' })).toEqual([
      'day 2026-11-24T22:59:00Z',
      'head 1',
      'day 2026-11-24T23:01:00Z',
      'head 2',
    ]);
    expect(rows(views, { zone: 'UTC' }).at(-1)).toBe('continued 2');
  });

  it('mark where the unread ones begin, at the day if one begins there', () => {
    const views = [messageView({ id: '1' }), messageView({ id: '2' })];
    expect(rows(views, { firstUnread: '2' }).slice(1)).toEqual(['head 1', 'new', 'head 2']);
    expect(rows(views, { firstUnread: '1' })[0]).toBe('new day 2026-11-24T10:00:00Z');
  });
});

function rows(views: readonly MessageView[], options: RowOptions = {}): string[] {
  return messageRows(views, { zone: 'UTC', ...options }).map((row) => {
    if (row.kind === 'new') return 'new';
    if (row.kind === 'day') return `${row.isNew ? 'new day' : 'day'} ${row.at}`;
    return `${row.isContinued ? 'continued' : 'head'} ${row.view.message.id}`;
  });
}
