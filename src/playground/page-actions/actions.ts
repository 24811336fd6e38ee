import type { ActionName } from '../page-protocol.ts';
import { RefusedError } from '../person/refused-error.ts';
import { action, type Action } from './action.ts';
import { BODIES } from './bodies.ts';
import { fileAt } from './files.ts';
import { click, complete, select, slash, submit, useOnMessage } from './interact.ts';

const post = action(BODIES.post, async ({ person, uploads }, { content, files }) => {
  const sent = files.map((file) => fileAt(uploads, file));
  await person.post(content.trim(), sent);
  return { outcome: 'done' };
});

const dismiss = action(BODIES.dismiss, ({ parts, person }, { message }) => {
  const stored = parts.messages.find(person.channelId, message);
  if (stored?.ephemeralFor !== person.userId) {
    throw new RefusedError('This message is not there any more.');
  }
  parts.messages.delete(stored);
  return { outcome: 'done' };
});

const advance = action(BODIES.advance, ({ options, parts }) => {
  const next = options.time.next();
  if (next === null) throw new RefusedError('There is nothing to wait for.');
  options.time.advanceTo(next.at);
  parts.watch.changed();
  return { outcome: 'done' };
});

const ACTIONS: Readonly<Record<ActionName, Action>> = {
  slash,
  complete,
  click,
  select,
  'use-on-message': useOnMessage,
  submit,
  post,
  dismiss,
  advance,
};

export function actionNamed(name: string): Action | null {
  return isActionName(name) ? ACTIONS[name] : null;
}

function isActionName(name: string): name is ActionName {
  return Object.hasOwn(ACTIONS, name);
}
