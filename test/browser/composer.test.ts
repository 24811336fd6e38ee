import type { Locator, Page, Request } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { become, openChannel } from './at-the-page.ts';
import { browserKit, type OpenOptions } from './browser-kit.ts';
import { outsideWindow, seriousViolations } from './window-probe.ts';

const kit = browserKit();

const MESSAGE = 'Message #general';

const REPORT = {
  name: 'report.txt',
  mimeType: 'text/plain',
  buffer: Buffer.from('The bridge opens\n\nThe bridge over the river opens in May.\n'),
};

async function openBox(options?: OpenOptions): Promise<{ page: Page; box: Locator }> {
  const page = await kit.open(options);
  const box = page.getByLabel(MESSAGE, { exact: true });
  await box.click();
  return { page, box };
}

/** What the page sends, instead of sending it. */
async function intercept(page: Page, action: string, reply: object): Promise<() => object[]> {
  const bodies: object[] = [];
  await page.route(`**/page/actions/${action}`, async (route) => {
    bodies.push(payloadOf(route.request()));
    await route.fulfill({ json: reply });
  });
  return () => bodies;
}

function payloadOf(request: Request): object {
  const json = /name="payload_json"\r\n\r\n(.*)\r\n/.exec(
    request.postDataBuffer()?.toString() ?? '',
  );
  return JSON.parse(json?.[1] ?? 'null') as object;
}

const DONE = { outcome: 'acknowledged' };

describe('the list of commands', () => {
  it('opens with a slash, is gone through by keys and closed by Escape', async () => {
    const { page, box } = await openBox();
    await page.keyboard.type('/');
    const chosen = page.getByRole('option', { selected: true });
    expect(await box.getAttribute('aria-expanded')).toBe('true');
    expect(await chosen.textContent()).toContain('/ask');
    await page.keyboard.press('End');
    expect(await chosen.textContent()).toContain('/help');
    await page.keyboard.press('ArrowDown');
    expect(await chosen.textContent()).toContain('/ask');
    expect(await box.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await box.inputValue()).toBe('/');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('/');
    await page.getByRole('listbox').waitFor();
  });

  it('has for a member what a member may use', async () => {
    const { page } = await openBox();
    await page.keyboard.type('/ingest');
    expect(await page.getByRole('option', { name: '/ingest' }).count()).toBe(0);
  });

  it('begins the command that is clicked, with the cursor in its first field', async () => {
    const { page } = await openBox();
    await page.keyboard.type('/show');
    await page.getByRole('option', { name: '/archive show' }).click();
    await expectFocus(page, 'article');
  });
});

describe('a command', () => {
  it('is typed through and sent without waiting', async () => {
    const { page, box } = await openBox();
    const sent = await intercept(page, 'slash', DONE);
    await page.keyboard.type('/ask what did NATO urge Europe to do after: 2024');
    await page.keyboard.press('Enter');
    await expectFocus(page, MESSAGE);
    expect(await box.inputValue()).toBe('');
    await expect
      .poll(sent)
      .toMatchObject([
        { command: 'ask', options: { question: 'what did NATO urge Europe to do', after: '2024' } },
      ]);
  });

  it('is begun by pasting the whole line', async () => {
    const { page, box } = await openBox();
    await box.fill('/ask what is new private: true');
    await expectFocus(page, /^Add an option/);
    expect(await page.getByLabel('question', { exact: true }).inputValue()).toBe('what is new');
    expect(await page.getByLabel('private', { exact: true }).inputValue()).toBe('true');
  });

  it('is not sent without a required option, whose field says so', async () => {
    const { page } = await openBox();
    const sent = await intercept(page, 'slash', DONE);
    await page.keyboard.type('/ask ');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const question = page.getByLabel('question', { exact: true });
    await expectFocus(page, 'question');
    expect(await question.getAttribute('aria-invalid')).toBe('true');
    await page.getByText('This option is required. Specify a value.').waitFor();
    expect(sent()).toEqual([]);
  });

  it('gets further options by keyboard, and loses them by Backspace', async () => {
    const { page, box } = await openBox();
    await page.keyboard.type('/ask why');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectFocus(page, 'after');
    await page.keyboard.press('Backspace');
    await expectFocus(page, 'question');
    expect(await page.getByLabel('after', { exact: true }).count()).toBe(0);
    for (let press = 0; press < 'why'.length + 1; press++) await page.keyboard.press('Backspace');
    await expectFocus(page, MESSAGE);
    expect(await box.inputValue()).toBe('/ask');
  });

  it('takes a value from a list, also from the bot’s', async () => {
    const { page } = await openBox();
    const sent = await intercept(page, 'slash', DONE);
    await page.keyboard.type('/ask why private:t');
    await page.keyboard.press('Enter');
    await page.keyboard.type('section:wor');
    await page.getByRole('option', { name: 'WORLD' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect
      .poll(sent)
      .toMatchObject([{ options: { question: 'why', private: true, section: 'WORLD' } }]);
  });

  it('says when the bot offers nothing, and when it does not answer', async () => {
    const { page } = await openBox();
    await page.keyboard.type('/archive show qqqq');
    await page.getByText('No options match your search.').waitFor();
    await intercept(page, 'complete', { outcome: 'failed', reason: 'Loading options failed.' });
    await page.keyboard.type('q');
    await page.getByText('Loading options failed.').waitFor();
  });

  it('comes back with the reason when it is refused', async () => {
    const { page } = await openBox();
    await intercept(page, 'slash', { outcome: 'refused', reason: 'Not today.' });
    await page.keyboard.type('/ask why');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('Not today.');
    const question = page.getByLabel('question', { exact: true });
    expect(await question.inputValue()).toBe('why');
    await expectFocus(page, 'question');
  });

  it('is given up by Escape, and brought back by the arrow upwards', async () => {
    const { page, box } = await openBox();
    await page.keyboard.type('/ask why after:2024');
    await page.keyboard.press('Escape');
    await expectFocus(page, MESSAGE);
    expect(await box.inputValue()).toBe('');
    await page.keyboard.press('ArrowUp');
    expect(await page.getByLabel('after', { exact: true }).inputValue()).toBe('2024');
  });

  it('without options is sent from the list', async () => {
    const { page } = await openBox();
    const sent = await intercept(page, 'slash', DONE);
    await page.keyboard.type('/help');
    await page.keyboard.press('Enter');
    await expect.poll(sent).toMatchObject([{ command: 'help', options: {} }]);
  });

  it('takes dropped files into its fields', async () => {
    const { page } = await openBox();
    await become(page, 'Max');
    const box = page.getByLabel(MESSAGE, { exact: true });
    await box.click();
    const sent = await intercept(page, 'slash', DONE);
    await page.keyboard.type('/ingest file ');
    await drop(page, ['a.txt', 'b.txt']);
    await page.getByRole('button', { name: 'Remove b.txt' }).waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(sent)
      .toMatchObject([
        { command: 'ingest file', options: { file: { file: 0 }, file2: { file: 1 } } },
      ]);
  });
});

describe('a suggested command', () => {
  it('stands in the box with its options, and the cursor behind them', async () => {
    const { page } = await openBox();
    await become(page, 'Max');
    await openChannel(page, 'digest');
    await page.getByRole('button', { name: 'Post a digest here every day' }).click();
    await expectFocus(page, /^Add an option/);
    expect(await page.getByLabel('channel', { exact: true }).inputValue()).toBe('#digest');
    const sent = await intercept(page, 'slash', DONE);
    await page.keyboard.press('Enter');
    await expect
      .poll(sent)
      .toMatchObject([{ command: 'digest schedule', options: { when_empty: 'say' } }]);
  });
});

describe('whatever is typed', () => {
  it('goes into the box also from a button', async () => {
    const page = await kit.open();
    await become(page, 'Max');
    await page.keyboard.type('/ask how long');
    expect(await page.getByLabel('question', { exact: true }).inputValue()).toBe('how long');
  });

  it('goes into the box while nothing has the focus', async () => {
    const page = await kit.open();
    await page.getByLabel(MESSAGE, { exact: true }).waitFor();
    await page.keyboard.type('/ask how long');
    expect(await page.getByLabel('question', { exact: true }).inputValue()).toBe('how long');
  });
});

describe('a message', () => {
  it('is posted with Enter, a new line is Shift and Enter', async () => {
    const { page, box } = await openBox();
    const sent = await intercept(page, 'post', { outcome: 'done' });
    await page.keyboard.type('Hello');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('all');
    await page.keyboard.press('Enter');
    await expect.poll(sent).toMatchObject([{ content: 'Hello\nall', files: [] }]);
    expect(await box.inputValue()).toBe('');
  });

  it('has the files that were attached, without those that were removed', async () => {
    const { page } = await openBox();
    const sent = await intercept(page, 'post', { outcome: 'done' });
    const picker = page.locator('input[type=file]');
    await picker.setInputFiles([REPORT, { ...REPORT, name: 'other.txt' }]);
    await page.getByRole('button', { name: 'Remove report.txt' }).click();
    await page.keyboard.press('Enter');
    await expect.poll(sent).toMatchObject([{ content: '', files: [0] }]);
    expect(await page.getByRole('list', { name: 'Attached files' }).count()).toBe(0);
  });

  it('shows its file as a card of one line', async () => {
    const { page } = await openBox();
    const [picker] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Attach files' }).click(),
    ]);
    await picker.setFiles(REPORT);
    await page.keyboard.press('Enter');
    const card = page.getByRole('log').locator('.file-card');
    await card.getByRole('link', { name: REPORT.name }).waitFor();
    const box = await card.boundingBox();
    expect(box?.height).toBeLessThan(80);
    expect(box?.width).toBeGreaterThan(300);
  });

  it('takes pasted files', async () => {
    const { page } = await openBox();
    await page.evaluate(`{
      const clipboardData = ${transferOf(['pasted.txt'])};
      const init = { clipboardData, bubbles: true, cancelable: true };
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', init));
    }`);
    await page.getByRole('button', { name: 'Remove pasted.txt' }).waitFor();
  });

  it('says how many characters are left near the end, and is not sent when it is too long', async () => {
    const { page, box } = await openBox();
    const sent = await intercept(page, 'post', { outcome: 'done' });
    await box.fill('x'.repeat(1_900));
    await page.getByText('100 characters left').waitFor();
    await box.fill('x'.repeat(2_001));
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('at most 2000 characters');
    expect(sent()).toEqual([]);
  });

  it('is still there after another channel was open', async () => {
    const { page, box } = await openBox();
    await page.keyboard.type('not yet');
    await openChannel(page, 'digest');
    const other = page.getByLabel('Message #digest', { exact: true });
    expect(await other.inputValue()).toBe('');
    await openChannel(page, 'general');
    expect(await box.inputValue()).toBe('not yet');
  });
});

describe.each([
  ['wide and dark', { colorScheme: 'dark', viewport: { width: 1280, height: 800 } }],
  ['narrow and light', { colorScheme: 'light', viewport: { width: 360, height: 640 } }],
] as const)('the message box, %s', (_, options) => {
  it.each([
    ['a message', 'lorem ipsum '.repeat(40)],
    ['the list of commands', '/'],
    ['a command', `/ask ${'what did NATO urge Europe to do '.repeat(4)} after:last week private:`],
  ])(
    'has no serious fault for assistive technology and fits the window: %s',
    async (_what, text) => {
      const { page } = await openBox(options);
      await page.keyboard.type(text);
      expect(await seriousViolations(page)).toEqual([]);
      expect(await outsideWindow(page)).toEqual([]);
    },
  );
});

/** Waits until the field of this name has the focus. */
async function expectFocus(page: Page, name: string | RegExp): Promise<void> {
  const focused = page.locator(':focus');
  await expect.poll(() => focused.getAttribute('aria-label')).toMatch(name);
}

async function drop(page: Page, names: readonly string[]): Promise<void> {
  const dataTransfer = await page.evaluateHandle(transferOf(names));
  await page.dispatchEvent('body', 'drop', { dataTransfer });
}

/** An expression for the page: files as they are dropped or pasted. */
function transferOf(names: readonly string[]): string {
  return `${JSON.stringify(names)}.reduce((data, name) => {
    data.items.add(new File(['text'], name));
    return data;
  }, new DataTransfer())`;
}
