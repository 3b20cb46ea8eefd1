import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { choose, chooseAction, command, editorOf, goTo, seesText, until, webview } from './actions.ts';
import type { Scenario, Stage } from './stage.ts';

/** Somebody who was never here before, in a window of their own: in no folder, and in an empty one. */
export const newUserScenarios: readonly (readonly [string, Scenario])[] = [
  ['without a folder, the introduction says that one is needed and opens one', beWithoutFolder],
  [
    'a new user follows the introduction in an empty folder, in Chinese',
    (stage) => followIntroduction(stage, inChinese),
  ],
  [
    'a new user follows the introduction in an empty folder, in English',
    (stage) => followIntroduction(stage, inEnglish),
  ],
];

interface Spoken {
  readonly language: 'zh' | 'en';
  readonly folder: string;
  /** Titles of commands and labels of buttons. */
  readonly introduction: string;
  readonly newPolicy: string;
  readonly second: string;
  readonly copy: string;
  readonly tryIt: string;
  readonly compare: string;
  /** What the pages and the files say. */
  readonly file: string;
  readonly use: string;
  readonly measure: string;
  readonly second2: string;
  readonly overlaps: string;
  readonly payBoth: string;
  readonly settled: RegExp;
  readonly lens: string;
  readonly changes: string;
}

const inChinese: Spoken = {
  language: 'zh',
  folder: '空文件夹',
  introduction: '入门',
  newPolicy: '新建政策，写好第一条措施',
  second: '加第二条措施',
  copy: '复制示例政策',
  tryIt: '试算措施',
  compare: '对比两个版本',
  file: '我的政策.cuoshi',
  use: '引用 std.parties',
  measure: '措施 人才培养 {',
  second2: '措施 基地奖励 {',
  overlaps: '1 处重叠',
  payBoth: '两项都付',
  settled: /可与 人才培养 叠加/,
  lens: '最多60万元',
  changes: '0元至500万元 → 0元至1000万元',
};

const inEnglish: Spoken = {
  language: 'en',
  folder: 'empty-folder',
  introduction: 'Introduction',
  newPolicy: 'New Policy with a First Measure',
  second: 'Add the Second Measure',
  copy: 'Copy the Example Policies',
  tryIt: 'Try a Measure',
  compare: 'Compare Two Versions',
  file: 'my-policy.cuoshi',
  use: 'use std.parties',
  measure: 'measure 人才培养 {',
  second2: 'measure 基地奖励 {',
  overlaps: '1 overlap',
  payBoth: 'both are paid',
  settled: /stacks with 人才培养/,
  lens: 'at most 600,000 yuan',
  changes: '0 yuan to 5,000,000 yuan → 0 yuan to 10,000,000 yuan',
};

async function beWithoutFolder({ editor, shoot }: Stage): Promise<void> {
  const page = await editor.visit(undefined, 'zh');
  await inWindow(page, shoot, async () => {
    await openIntroduction(page, inChinese);
    await shoot('no-folder', page);
    await press(page, 0, inChinese.copy);
    // What did not happen is not ticked off.
    const asked = page.locator('.notification-toast', { hasText: '请先打开一个文件夹' });
    await asked.waitFor();
    if ((await ticked(page).count()) > 0) throw new Error('a step is ticked off that was not done');
    await shoot('no-folder-asked', page);
    await asked.getByRole('button', { name: '打开文件夹' }).click();
    // The list of folders of the machine.
    await page.locator('.quick-input-widget input').first().waitFor();
    await shoot('no-folder-open', page);
  });
}

async function followIntroduction({ editor, workspace, shoot }: Stage, spoken: Spoken): Promise<void> {
  const folder = join(dirname(workspace), spoken.folder);
  mkdirSync(folder, { recursive: true });
  const page = await editor.visit(folder, spoken.language);
  const seen = (name: string) => shoot(`new-user-${spoken.language}-${name}`, page);
  await inWindow(page, shoot, async () => {
    await openIntroduction(page, spoken);
    await seen('introduction');
    // The example policies.
    await press(page, 0, spoken.copy);
    await tab(page, 'jinan-2026.cuoshi').waitFor();
    await seesText(page, spoken.use);
    await seen('copied');
    // A measure, written from a clause.
    await press(page, 1, spoken.newPolicy);
    await tab(page, spoken.file).waitFor();
    await seesText(page, spoken.measure);
    const status = page.locator('.statusbar-item', { hasText: spoken.file.replace('.cuoshi', '') });
    await status.waitFor();
    await seen('first');
    // As the step asks: another cap, and what is said above the measure follows.
    const grant = await lineWith(page, '6000元');
    await goTo(page, grant.number, grant.text.indexOf('50万元') + 1);
    await page.keyboard.press('Delete');
    await page.keyboard.type('6');
    await editorOf(page).locator('.codelens-decoration', { hasText: spoken.lens }).first().waitFor();
    await seen('changed');
    // An overlap.
    await press(page, 2, spoken.second);
    await seesText(page, spoken.second2);
    await editorOf(page).locator('.squiggly-warning').first().waitFor();
    await status.filter({ hasText: spoken.overlaps }).waitFor();
    await seen('overlap');
    // Settled where it is underlined.
    const paid = await lineWith(page, '80万元');
    await goTo(page, paid.number, paid.text.search(/\S/) + 1);
    await chooseAction(page, spoken.payBoth, () => seen('settle'));
    await seesText(page, spoken.settled);
    await status.filter({ hasNotText: spoken.overlaps }).waitFor();
    await seen('settled');
    // An applicant.
    await press(page, 4, spoken.tryIt);
    // The measure at the cursor, which lies behind the introduction.
    await webview(page).locator('[data-field="设有基地"]').selectOption('yes');
    await webview(page).locator('[data-award].ceiling').first().waitFor();
    await seen('trial');
    // Two of the policies, compared; by now every other step is ticked off.
    await press(page, 5, spoken.compare);
    await choose(page, 'jinan-2023');
    await choose(page, 'jinan-2026');
    await webview(page).getByText(spoken.changes).first().waitFor();
    await seen('compared');
    await openIntroduction(page, spoken);
    await until('every step to be ticked off', async () => (await ticked(page).count()) === 6);
    await seen('done');
  });
  rmSync(folder, { recursive: true, force: true });
}

/** Closes the window in the end; of what fails in it there is a screenshot. */
async function inWindow(page: Page, shoot: Stage['shoot'], act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    await shoot('failed-window', page);
    throw error;
  } finally {
    await page.context().close();
  }
}

const step = (page: Page) => page.locator('.getting-started-step');
const ticked = (page: Page) => page.locator('.getting-started-step .codicon-getting-started-step-checked:visible');
const tab = (page: Page, name: string) => page.locator('.tabs-container .tab.active', { hasText: name }).first();

async function openIntroduction(page: Page, { introduction }: Spoken): Promise<void> {
  await command(page, introduction);
  await until('all steps to be there', async () => (await step(page).count()) === 6);
}

/** Opens a step of the introduction, which is open, and presses a button of it. */
async function press(page: Page, index: number, button: string): Promise<void> {
  const introduction = page
    .locator('.tabs-container .tab', { hasText: /Cuoshi|措施/ })
    .filter({ hasNotText: '.cuoshi' });
  if (!(await step(page).first().isVisible())) await introduction.first().click();
  const wanted = step(page).nth(index);
  await wanted.waitFor();
  const found = page.locator('.getting-started-step.expanded').getByRole('button', { name: button });
  await until(`the step with ${button} to open`, async () => {
    if (await found.isVisible()) return true;
    await wanted.click();
    return found.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  await found.click();
}

interface Line {
  readonly number: number;
  readonly text: string;
}

/** The line of the file at hand that holds a piece, as far as it is in view. */
async function lineWith(page: Page, piece: string): Promise<Line> {
  // Lines and their numbers at one moment: what is shown above a line comes late and moves both.
  const look = (): Promise<Line | undefined> =>
    page.evaluate(`(() => {
      const editor = document.querySelector('.editor-instance .monaco-editor');
      const text = (element) => element.textContent.replaceAll('\u00a0', ' ');
      const row = [...editor.querySelectorAll('.view-line')].findLast((line) => text(line).includes(${JSON.stringify(piece)}));
      if (row === undefined) return undefined;
      const margin = [...editor.querySelectorAll('.margin-view-overlays > div')].find(({ style }) => style.top === row.style.top);
      const number = Number.parseInt(margin?.textContent ?? '', 10);
      return Number.isNaN(number) ? undefined : { number, text: text(row) };
    })()`);
  let found: Line | undefined;
  await until(`a line with ${piece}`, async () => {
    const before = found;
    found = await look();
    return found !== undefined && found.number === before?.number && found.text === before.text;
  });
  if (found === undefined) throw new Error(`no line with ${piece}`);
  return found;
}
