import type { DigestSettings } from '../../src/digest/schedule.ts';

/** Every day at eight in Berlin, everything that is new. */
export const DAILY: Omit<DigestSettings, 'channelId'> = {
  time: '08:00',
  zone: 'Europe/Berlin',
  days: 'every',
  sections: [],
  topic: null,
  style: 'compact',
  whenEmpty: 'skip',
  catchUp: 'late',
  mentionRole: null,
  publish: false,
  language: 'en',
};
