import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { choose, chooseAction, command, editorOf, goTo, openFile, seesText, until, webview } from './actions.ts';
import { lineOf, type Scenario, type Stage } from './stage.ts';

/** The pages beside the source. Each begins with an empty window, so that one can be played by itself. */
export const pageScenarios: readonly (readonly [string, Scenario])[] = [
  ['prose is read beside the source, which it moves with', readProse],
  ['an applicant comes from a file, what would differ is filled in, and the trial is saved', saveTrial],
  ['the introduction leads from a clause to an overlap that is settled', beIntroduced],
  ['a file is put into Chinese words and back', convertWords],
  ['a policy is compared with what it was in git', compareRevisions],
];

/** An empty window in a language and a theme. */
export async function begin(
  { editor, page }: Stage,
  language: 'zh' | 'en',
  theme: string,
  mark: string,
): Promise<void> {
  await command(page, 'View: Close All Editors');
  // What the scenario before typed is not kept.
  const drop = page.locator('.monaco-dialog-box').getByRole('button', { name: "Don't Save" });
  await until('all editors to close', async () => {
    if (await drop.isVisible()) await drop.click();
    return (await page.locator('.tabs-container .tab').count()) === 0;
  });
  if (await page.locator('.part.panel:visible').isVisible()) await command(page, 'View: Hide Panel');
  editor.settings({ 'cuoshi.language': language, 'workbench.colorTheme': theme });
  await page.locator(`.monaco-workbench.${mark}`).waitFor();
}

async function readProse(stage: Stage): Promise<void> {
  const { page, workspace, shoot } = stage;
  await begin(stage, 'zh', 'Default Light Modern', 'vs');
  await openFile(page, 'jinan-2026.cuoshi');
  await command(page, 'Open Prose Beside');
  const view = webview(page);
  const heading = (name: string) => view.locator('article h3', { hasText: name }).first();
  await heading('校企联合培养').waitFor();
  // The clause at the cursor is marked and in view.
  await goTo(page, lineOf(workspace, 'measure 概念验证中心'), 1);
  const current = view.locator('article[aria-current]');
  await current.filter({ hasText: '概念验证' }).waitFor();
  await inView(current);
  await shoot('prose');
  // The page follows the editor as it scrolls, and the editor the page.
  await page.keyboard.press('Control+Home');
  await until('the page to be at its top', async () => (await scrollOf(stage)) < 5);
  const article = view.locator('article', { hasText: '融合成效' }).first();
  await article.evaluate((element) => element.scrollIntoView());
  await seesText(page, 'measure 融合');
  // A clause leads to its measure.
  const name = (await article.locator('h3').textContent()) ?? '';
  await article.locator('h3 [role="link"]').focus();
  await page.keyboard.press('Enter');
  await current.filter({ hasText: name }).waitFor();
  // In English, as one types.
  await view.getByRole('button', { name: 'English' }).click();
  await view.locator('.page[lang="en"]').waitFor();
  await shoot('prose-english');
  const line = lineOf(workspace, '  support up to 50万元', 'measure 融合激励');
  await editorOf(page).click();
  await goTo(page, line, '  support up to '.length + 1);
  await page.keyboard.type('8');
  await current.getByText('8,500,000 yuan').waitFor();
  await page.keyboard.press('Backspace');
  await current.getByText('up to 500,000 yuan').waitFor();
  // While there is a mistake, the page stays as it was.
  await page.keyboard.type('x');
  await view.getByText('below is how it read before').or(view.getByText('改错之前')).waitFor();
  await current.getByText('up to 500,000 yuan').waitFor();
  await page.keyboard.press('Backspace');
  await command(page, 'File: Revert File');
}

async function saveTrial(stage: Stage): Promise<void> {
  const { page, workspace, shoot } = stage;
  await begin(stage, 'zh', 'Default Dark Modern', 'vs-dark');
  await openFile(page, 'jinan-2026.cuoshi');
  await goTo(page, lineOf(workspace, 'measure 联合培养'), 1);
  await command(page, 'Try a Measure');
  const view = webview(page);
  await view.locator('[data-control="load"]').waitFor();
  await command(page, 'View: Move Editor into First Group');
  await view.locator('[data-control="load"]').click();
  await choose(page, 'jinan-2026/applicants.json');
  await choose(page, '甲大学');
  await until(
    'the form to be filled in',
    async () => (await view.locator('[data-field="硕士"]').inputValue()) === '60',
  );
  const award = view.locator('[data-award="联合培养/硕博培养"]');
  await award.getByText('50万元', { exact: true }).first().waitFor();
  // What would make a difference is told, and filled in.
  await view.locator('[data-field="硕士"]').fill('40');
  await view.locator('[data-field="博士"]').fill('25');
  await award.getByText('49万元', { exact: true }).first().waitFor();
  await view.locator('.what-if summary').click();
  const change = view.locator('.raises li', { hasText: '博士 25 → 26' }).first();
  await change.getByText('49万元 → 50万元').waitFor();
  await shoot('what-if');
  await change.getByRole('button', { name: '填入' }).click();
  await award.getByText('50万元', { exact: true }).first().waitFor();
  // The trial becomes an example, in the file of examples, and passes.
  await view.locator('[data-control="save"]').click();
  const title = page.locator('.quick-input-widget input').first();
  await title.waitFor();
  await title.fill('端到端');
  await title.press('Enter');
  await page.locator('.tabs-container .tab.active', { hasText: 'examples.cuoshi' }).waitFor();
  await seesText(page, 'example "端到端" of 联合培养 {');
  await seesText(page, 'expect 硕博培养 = 50万元');
  await shoot('saved-example');
  await command(page, 'File: Revert File');
}

async function beIntroduced(stage: Stage): Promise<void> {
  const { page, workspace, shoot } = stage;
  await begin(stage, 'zh', 'Default Light Modern', 'vs');
  await command(page, 'Cuoshi: Introduction');
  const step = page.locator('.getting-started-step');
  await step.first().waitFor();
  await until('all steps to be there', async () => (await step.count()) === 6);
  await step.nth(1).click();
  await shoot('introduction');
  await page.locator('.getting-started-step.expanded').getByRole('button', { name: 'New Policy' }).click();
  await page.locator('.tabs-container .tab.active', { hasText: '我的政策.cuoshi' }).waitFor();
  await seesText(page, '措施 人才培养 {');
  const status = page.locator('.statusbar-item', { hasText: '中文关键词' });
  await status.waitFor();
  await page
    .locator('.tabs-container .tab', { hasText: /Introduction|Walkthrough|Cuoshi/ })
    .first()
    .click();
  await step.nth(2).click();
  await page.locator('.getting-started-step.expanded').getByRole('button', { name: 'Add the Second' }).click();
  await seesText(page, '措施 基地奖励 {');
  await editorOf(page).locator('.squiggly-warning').first().waitFor();
  await status.filter({ hasText: '1 处重叠' }).waitFor();
  await shoot('introduction-overlap');
  // Settled by what is offered at the cursor.
  await goTo(page, 27, 5);
  await chooseAction(page, '两项都付', () => shoot('introduction-settle'));
  await seesText(page, /可.*人才培养.*叠加|可叠加 人才培养/);
  await status.filter({ hasNotText: '重叠' }).waitFor();
  await status.click();
  await page.locator('.quick-input-widget .monaco-list-row', { hasText: '对照阅读' }).first().waitFor();
  await shoot('overview');
  await page.keyboard.press('Escape');
  await command(page, 'File: Revert File');
  // The file alone: that a folder goes is not told by every editor.
  rmSync(join(workspace, '我的政策', '我的政策.cuoshi'), { force: true });
}

async function convertWords(stage: Stage): Promise<void> {
  const { page, shoot } = stage;
  await begin(stage, 'zh', 'Default Light Modern', 'vs');
  await openFile(page, 'liaocheng.cuoshi');
  await seesText(page, 'use std.parties');
  await command(page, 'Convert Vocabulary');
  await choose(page, '中文');
  await seesText(page, '引用 std.parties');
  await page.locator('.statusbar-item', { hasText: '中文关键词' }).waitFor();
  await shoot('converted');
  await command(page, 'Convert Vocabulary');
  await choose(page, 'English');
  await seesText(page, 'use std.parties');
  await page.locator('.statusbar-item', { hasText: '英文关键词' }).waitFor();
  await command(page, 'File: Revert File');
}

async function compareRevisions(stage: Stage): Promise<void> {
  const { editor, page, workspace, shoot } = stage;
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', workspace, '-c', 'user.name=e2e', '-c', 'user.email=e2e@localhost', ...args]);
  git('init', '-q');
  git('add', 'jinan-2023');
  git('commit', '-q', '-m', 'As published');
  const file = join(workspace, 'jinan-2023', 'jinan-2023.cuoshi');
  const before = readFileSync(file, 'utf8');
  // Some more generous, some less, so that there are verdicts to choose from.
  const moved = (figure: number) => (figure % 2 === 0 ? figure / 2 : figure * 2);
  writeFileSync(
    file,
    before.replace(
      /^( {2}grant .*?)(\d+)万元/gm,
      (_, head: string, figure: string) => `${head}${moved(Number(figure))}万元`,
    ),
  );
  await begin(stage, 'zh', 'Default High Contrast Light', 'hc-light');
  editor.settings({
    'cuoshi.language': 'zh',
    'workbench.colorTheme': 'Default High Contrast Light',
    'git.enabled': true,
  });
  await until('the earlier version to be offered', async () => {
    await command(page, 'Compare Two Versions');
    const earlier = page.locator('.quick-input-widget .monaco-list-row', { hasText: '早先版本' });
    const offered = await earlier.waitFor({ timeout: 5000 }).then(
      () => true,
      () => false,
    );
    if (!offered) await page.keyboard.press('Escape');
    return offered;
  });
  await choose(page, '早先版本');
  await choose(page, 'jinan-2023');
  await choose(page, 'As published');
  const view = webview(page);
  await view.locator('article').first().waitFor();
  const buttons = view.locator('.filter button');
  await until('a filter', async () => (await buttons.count()) > 1);
  await shoot('comparison-git');
  // One verdict, by keyboard; then the old text of a place.
  await buttons.nth(1).focus();
  await page.keyboard.press('Enter');
  await view.locator('.filter button[aria-pressed="true"]').filter({ hasNotText: '全部' }).waitFor();
  await view.locator('[data-version="old"]:visible').first().click();
  await page.locator('.tabs-container .tab.active', { hasText: 'jinan-2023.cuoshi' }).last().waitFor();
  await shoot('comparison-git-old');
  writeFileSync(file, before);
  rmSync(join(workspace, '.git'), { recursive: true, force: true });
}

async function scrollOf({ page }: Stage): Promise<number> {
  return webview(page)
    .locator('.page')
    .evaluate((element) => element.scrollTop);
}

async function inView(locator: Locator): Promise<void> {
  await until('it to be in view', async () => {
    const box = await locator.boundingBox();
    return box !== null && box.y > 0 && box.y < 850;
  });
}
