import { describe, expect, it } from 'vitest';
import {
  firstReadState,
  readUpTo,
  unreadOf,
  type ReadState,
} from '../../../src/playground/page/frame/unread.ts';
import { messageView } from './page-views.ts';

const NOTHING_READ: ReadState = { since: '0', channels: {} };

describe('what is unread', () => {
  it('is nothing for somebody who comes for the first time', () => {
    const views = [messageView({ id: '9' }), messageView({ id: '10' })];
    expect(unreadOf(views, firstReadState(views), 'mia').size).toBe(0);
    expect(firstReadState([])).toEqual(NOTHING_READ);
  });

  it('is counted by channel, with the oldest', () => {
    const views = [
      messageView({ id: '9', channel: 'digest' }),
      messageView({ id: '10', channel: 'general' }),
      messageView({ id: '11', channel: 'digest' }),
    ];
    expect(unreadOf(views, { since: '8', channels: {} }, 'mia')).toEqual(
      new Map([
        ['digest', { count: 2, first: '9' }],
        ['general', { count: 1, first: '10' }],
      ]),
    );
  });

  it('is what is later than the newest one read, by number and not by letter', () => {
    const views = [messageView({ id: '9' }), messageView({ id: '10' })];
    expect(unreadOf(views, { since: '9', channels: {} }, 'mia').get('general')?.first).toBe('10');
  });

  it('is never what one wrote or asked for', () => {
    const views = [
      messageView({ id: '1', author: 'mia' }),
      messageView({ id: '2', answers: 'mia' }),
      messageView({ id: '3', answers: 'max' }),
    ];
    expect(unreadOf(views, NOTHING_READ, 'mia').get('general')).toEqual({ count: 1, first: '3' });
  });
});

describe('reading a channel', () => {
  const views = [messageView({ id: '1' }), messageView({ id: '2', channel: 'digest' })];

  it('leaves the others unread', () => {
    const state = readUpTo(NOTHING_READ, 'general', views);
    expect([...unreadOf(views, state, 'mia').keys()]).toEqual(['digest']);
  });

  it('changes nothing when there is nothing new', () => {
    const state = readUpTo(NOTHING_READ, 'general', views);
    expect(readUpTo(state, 'general', views)).toBe(state);
    expect(readUpTo(state, 'newsroom', views)).toBe(state);
  });

  it('is not undone when the newest message is deleted', () => {
    const state: ReadState = { since: '0', channels: { general: '5' } };
    expect(readUpTo(state, 'general', views)).toBe(state);
  });
});
