import type { FrameLocator, Locator, Page } from 'playwright-core';

/** What a person does in the editor, and where they look. Every action waits for what it causes. */

export const editorOf = (page: Page): Locator => page.locator('.editor-instance .monaco-editor').first();
export const linesOf = (page: Page): Locator => editorOf(page).locator('.view-line');

/** The text that can be seen, with ordinary blanks. */
export async function visibleText(page: Page): Promise<string> {
  // Monaco keeps lines in the order in which it made them; their place is what counts.
  const lines = await linesOf(page).evaluateAll((elements) =>
    elements.map((element) => ({
      top: Number.parseInt((element as unknown as { style: { top: string } }).style.top, 10),
      text: element.textContent ?? '',
    })),
  );
  return lines
    .sort((a, b) => a.top - b.top)
    .map(({ text }) => text.replaceAll('\u00a0', ' '))
    .join('\n');
}

/** Waits until the text that can be seen holds a piece. */
export async function seesText(page: Page, piece: string | RegExp): Promise<void> {
  await until(`the editor to show ${piece}`, async () => {
    const text = await visibleText(page);
    return typeof piece === 'string' ? text.includes(piece) : piece.test(text);
  });
}

/** Opens a file by its name, as Ctrl+P does. */
export async function openFile(page: Page, name: string): Promise<void> {
  await pick(page, 'Control+P', name, new RegExp(`^${name.replaceAll('.', '\\.')}$`));
  await page.locator('.tabs-container .tab.active', { hasText: name }).waitFor();
  await linesOf(page).first().waitFor();
}

/** Runs a command by its title. */
export async function command(page: Page, title: string): Promise<void> {
  await pick(page, 'F1', `>${title}`, new RegExp(title));
}

/** Chooses a row of the list that is open. */
export async function choose(page: Page, row: string): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  await widget.locator('.monaco-list-row', { hasText: row }).first().waitFor();
  await widget.locator('input').first().fill(row);
  await focusRow(page, widget, widget.locator('.monaco-list-row.focused', { hasText: row }));
  await page.keyboard.press('Enter');
}

/**
 * Chooses a row of the list that a key opens. Rows come and move while one types, so the wanted one is focused before it
 * is entered; and a list that was opened before the editor was ready stays empty, so it is opened anew.
 */
async function pick(page: Page, key: string, input: string, row: RegExp): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  const box = widget.locator('input').first();
  const name = page.locator('.label-name', { hasText: row });
  const wanted = widget.locator('.monaco-list-row').filter({ has: name }).first();
  const focused = widget.locator('.monaco-list-row.focused').filter({ has: name });
  await until(`${row} to be listed`, async () => {
    if (await widget.isVisible()) await page.keyboard.press('Escape');
    await widget.waitFor({ state: 'hidden' });
    await page.keyboard.press(key);
    // A page that is just opening keeps what is typed to itself.
    const opened = await box.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (!opened) return false;
    await box.fill(input);
    return wanted.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  await focusRow(page, widget, focused);
  await box.press('Enter');
  // Not the list itself: the command may open the next one at once.
  await wanted.waitFor({ state: 'hidden' });
}

/** Puts the cursor into a line, counted from 1: at a column, or at its end. */
export async function goTo(page: Page, line: number, column?: number): Promise<void> {
  const widget = page.locator('.quick-input-widget');
  const there = page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column ?? 1}` });
  await until(`the cursor in line ${line}`, async () => {
    if (await widget.isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('Control+G');
    await widget
      .locator('input')
      .first()
      .fill(`:${line}:${column ?? 1}`);
    await page.keyboard.press('Enter');
    // Entered before the list had taken it in, it leads nowhere, and the list may stay.
    return there.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  if (column === undefined) await page.keyboard.press('End');
}

/** The rows of the Problems panel that hold a text. */
export function problems(page: Page, text: string): Locator {
  return page.locator('.markers-panel .monaco-list-row', { hasText: text });
}

/** Waits for a row of the Problems panel, which is opened when it is not. */
export async function problem(page: Page, text: string): Promise<Locator> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await command(page, 'View: Focus Problems');
  await panel.waitFor();
  const row = problems(page, text).first();
  await row.waitFor();
  return row;
}

/** Rests the mouse on a word of the editor until a card with a text shows. */
export async function hover(page: Page, word: string, card: string, line = word): Promise<void> {
  const found = page.locator('.monaco-hover:visible', { hasText: card }).first();
  const fading = (element: unknown) => (element as { getAnimations(): readonly unknown[] }).getAnimations().length;
  const isWhole = async () => (await found.evaluate(fading, undefined, { timeout: 1000 })) === 0;
  await until(`a card about ${word}`, async () => {
    // A card that was asked for before the server knew the file stays away: go and come back.
    await page.mouse.move(700, 12);
    const where = editorOf(page).locator('.view-line', { hasText: line }).first();
    await where.locator('span > span', { hasText: word }).first().hover();
    const isThere = await found.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    // A card may go again while it still fades in, as what it tells of is asked for anew.
    for (let i = 0; isThere && i < 20; i++) {
      const whole = await isWhole().catch(() => undefined);
      if (whole !== false) return whole ?? false;
      await page.waitForTimeout(100);
    }
    return false;
  });
}

/** Opens what can be done at the cursor and does what holds a text. `seen` is called while the list is open. */
export async function chooseAction(page: Page, text: string, seen: () => Promise<void>): Promise<void> {
  const widget = page.locator('.action-widget');
  const action = widget.locator('.monaco-list-row', { hasText: text }).first();
  await until(`the action ${text}`, async () => {
    if (await widget.isVisible()) await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
    return action.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  await seen();
  await focusRow(page, widget, widget.locator('.monaco-list-row.focused', { hasText: text }));
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

/** Moves down a list until the focused row is the wanted one. The mouse would do, but not while a list opens. */
async function focusRow(page: Page, list: Locator, wanted: Locator): Promise<void> {
  await until('a row to be focused', async () => {
    if ((await wanted.count()) > 0) return true;
    if (await list.isVisible()) await page.keyboard.press('ArrowDown');
    return false;
  });
}

/** Asks for completions at the cursor and takes one. `seen` is called while the list is open. */
export async function completion(page: Page, label: string, seen: () => Promise<void>): Promise<void> {
  const widget = page.locator('.suggest-widget.visible');
  const row = widget.locator('.monaco-list-row', { hasText: label }).first();
  await page.keyboard.press('Control+Space');
  await row.waitFor();
  await seen();
  await focusRow(page, widget, widget.locator('.monaco-list-row.focused', { hasText: label }));
  await page.keyboard.press('Enter');
  await widget.waitFor({ state: 'hidden' });
}

/** The page of an extension: a frame within a frame. The last one, where several are open. */
export function webview(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
}

/** Waits for a condition that no locator can express. */
export async function until(what: string, holds: () => Promise<boolean>, milliseconds = 60_000): Promise<void> {
  const limit = Date.now() + milliseconds;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
