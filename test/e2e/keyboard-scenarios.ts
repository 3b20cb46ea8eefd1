import type { Locator, Page } from 'playwright-core';
import { choose, command, goTo, openFile, until, webview } from './actions.ts';
import { begin } from './page-scenarios.ts';
import { lineOf, type Scenario, type Stage } from './stage.ts';

/** The pages without a mouse: all that can be pressed is reached in its turn, seen to be reached, and the place is kept. */
export const keyboardScenarios: readonly (readonly [string, Scenario])[] = [
  ['a trial is filled in without a mouse', tryByKeyboard],
  ['prose and a comparison are read without a mouse', readByKeyboard],
];

async function tryByKeyboard(stage: Stage): Promise<void> {
  const { page, workspace, shoot } = stage;
  await begin(stage, 'zh', 'Default Light Modern', 'vs');
  await openFile(page, 'jinan-2026.cuoshi');
  await goTo(page, lineOf(workspace, 'measure 联合培养'), 1);
  await command(page, 'Try a Measure');
  const view = webview(page);
  const control = (name: string) => view.locator(`[data-control="${name}"]`);
  await view.locator('[data-award]').first().waitFor();
  await walk(stage, 'the trial');
  await shoot('keyboard-trial');
  // The arrows go on from one measure to the next, although the form is made anew for each.
  const measure = control('measure');
  await measure.focus();
  const before = await measure.inputValue();
  await page.keyboard.press('ArrowDown');
  await until('the next measure', async () => (await measure.inputValue()) !== before);
  await hasFocus(measure);
  const next = await measure.inputValue();
  await page.keyboard.press('ArrowDown');
  await until('the one after', async () => ![before, next].includes(await measure.inputValue()));
  await measure.selectOption('创新平台');
  await hasFocus(measure);
  // An item begins in its first field; where it was taken away, what is left goes on.
  await reach(page, control('add 平台'));
  await page.keyboard.press('Enter');
  await hasFocus(view.locator('[data-field^="平台[1]."]').first());
  await reach(page, control('remove 平台[1]'));
  await page.keyboard.press('Enter');
  await hasFocus(control('add 平台'));
  await reach(page, control('none 平台'));
  await page.keyboard.press('Space');
  await hasFocus(view.locator('[data-control="none 平台"]:checked'));
  // What is not paid is folded away, and stays so with the next answer.
  await measure.selectOption('联合培养');
  await view.locator('[data-field="订单式培养"]').selectOption('no');
  await view.locator('details.denied[open]').waitFor();
  await reach(page, control('denied'));
  await page.keyboard.press('Enter');
  await view.locator('details.denied:not([open])').waitFor();
  await view.locator('[data-field="硕士"]').focus();
  await page.keyboard.type('60');
  await view.locator('[data-award="联合培养/硕博培养"]').getByText('36万元').first().waitFor();
  await view.locator('details.denied:not([open])').waitFor();
  // What would differ is filled in where it belongs.
  await reach(page, control('whatIf'));
  await page.keyboard.press('Enter');
  await reach(page, view.locator('.what-if button').first());
  await page.keyboard.press('Enter');
  await hasFocus(view.locator('[data-field]:focus'));
  await reach(page, control('clear'), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await hasFocus(control('clear'));
}

async function readByKeyboard(stage: Stage): Promise<void> {
  const { page, shoot } = stage;
  await begin(stage, 'zh', 'Default Dark Modern', 'vs-dark');
  await openFile(page, 'liaocheng.cuoshi');
  await command(page, 'Open Prose Beside');
  await webview(page).locator('article h3 [role="link"]').first().waitFor();
  await walk(stage, 'the prose');
  await shoot('keyboard-prose');
  await begin(stage, 'zh', 'Default High Contrast', 'hc-black');
  await command(page, 'Compare Two Versions');
  await choose(page, 'jinan-2023');
  await choose(page, 'jinan-2026');
  await webview(page).locator('article').first().waitFor();
  await walk(stage, 'the comparison');
  await shoot('keyboard-comparison');
}

/** All that can be pressed or filled in, shown and not turned off. */
const pressable = 'a[href], button, input, select, textarea, summary, [role="link"], [role="button"], [tabindex="0"]';

/** Goes through a page by Tab and looks whether each control is marked when it has the focus. */
async function walk({ page, say }: Stage, what: string): Promise<void> {
  const body = webview(page).locator('body');
  let fault: string | undefined;
  // Again where an answer that came meanwhile made the page anew.
  for (let i = 0; i < 3; i++) {
    const controls = await number(body);
    if (controls.length === 0) throw new Error(`${what} has nothing to press`);
    fault = await walkOnce(page, body, controls);
    if (fault === undefined) {
      say(`${what} has ${controls.length} controls; Tab reaches each, and it shows`);
      return;
    }
  }
  throw new Error(`${what}: ${fault}`);
}

/** Numbers the controls in the order of the page. */
function number(body: Locator): Promise<readonly string[]> {
  return body.evaluate(`(() => {
    const all = [...document.querySelectorAll(${JSON.stringify(pressable)})]
      .filter((element) => element.checkVisibility() && !element.matches(':disabled'));
    all.forEach((element, i) => { element.dataset.walk = i; });
    return all.map((element) => element.outerHTML.slice(0, 80));
  })()`);
}

async function walkOnce(page: Page, body: Locator, controls: readonly string[]): Promise<string | undefined> {
  // Come to by a key and not by the page: only so the focus is shown.
  await body.locator('[data-walk="0"]').focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  for (const [i, control] of controls.entries()) {
    const { at, isMarked } = await focused(body);
    if (at !== i) return `Tab does not reach ${control}, but control ${at}`;
    if (!isMarked) return `the focus is not shown on ${control}`;
    // A date has a stop for each of its parts.
    do await page.keyboard.press('Tab');
    while ((await focused(body)).at === i);
  }
  return undefined;
}

/** The number of the control that has the focus, and whether one sees it. */
function focused(body: Locator): Promise<{ readonly at: number; readonly isMarked: boolean }> {
  return body.evaluate(`(() => {
    const active = document.activeElement;
    const { outlineStyle, outlineWidth } = getComputedStyle(active);
    return { at: Number(active.dataset.walk), isMarked: outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 };
  })()`);
}

/** Goes on from control to control until one has the focus. */
async function reach(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await control.waitFor();
  for (let i = 0; i < 100; i++) {
    if (await isFocused(control)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${control}`);
}

async function hasFocus(control: Locator): Promise<void> {
  await until('the focus to be there', () => isFocused(control), 10_000);
}

/** A page that is being made again may have none for a moment. */
async function isFocused(control: Locator): Promise<boolean> {
  return (await control.count()) > 0 && control.evaluate((element) => element === element.ownerDocument.activeElement);
}
