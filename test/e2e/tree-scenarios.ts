import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { command, editorOf, goTo, openFile, seesText, until } from './actions.ts';
import { begin } from './page-scenarios.ts';
import type { Scenario, Stage } from './stage.ts';

/** The views beside the editor. Each begins with an empty window, so that one can be played by itself. */
export const treeScenarios: readonly (readonly [string, Scenario])[] = [
  ['the clauses of a text are a tree; one that is missing is written from it', seeClauses],
  ['overlaps are a tree by matter, down to the two sums and the case', seeOverlaps],
  ['examples are run from the test explorer; one fails, is mended and passes', runExamples],
];

async function runExamples(stage: Stage): Promise<void> {
  const { page, shoot, workspace } = stage;
  await begin(stage, 'zh', 'Default Light Modern', 'vs');
  await openFile(page, '夜校.cuoshi');
  await command(page, 'Testing: Focus on Test Explorer View');
  await expand(
    page,
    ['社区夜校补助办法', '夜校.cuoshi', '夜校补助'].map((name) => testRow(page, name)),
  );
  await testRow(page, '九个班').waitFor();
  await command(page, 'Run Tests in Current File');
  await failedRow(page, '九个班').waitFor();
  await passedRow(page, '三个班').waitFor();
  await page.getByText('应为 12万元，实际是 应得 10万元').first().waitFor();
  await page.getByText('削减 8万元').first().waitFor();
  await shoot('test-output');
  // At the line that expects otherwise: what was expected and what was found, side by side.
  await command(page, 'View: Hide Panel');
  await command(page, 'Peek Output');
  const peek = page.locator('.test-output-peek');
  await peek.locator('.monaco-diff-editor .view-line', { hasText: '12万元' }).first().waitFor();
  await shoot('test-failed');
  await page.keyboard.press('Escape');
  await peek.waitFor({ state: 'hidden' });
  // The tree follows what is typed.
  await goTo(page, lineIn(workspace, '  expect = 12万元'));
  for (let i = 0; i < '12万元'.length; i += 1) await page.keyboard.press('Backspace');
  await page.keyboard.type('10万元');
  await goTo(page, lineIn(workspace, 'example "九'), 'example "九'.length + 1);
  await page.keyboard.type('十九');
  await testRow(page, '九十九个班').waitFor();
  await command(page, 'Run Tests with Coverage in Current File');
  await passedRow(page, '九十九个班').waitFor();
  await editorOf(page).locator('.coverage-deco-gutter.coverage-deco-miss').first().waitFor();
  await shoot('test-coverage');
}

/**
 * Opens rows of a tree, each within the one before, by mouse or keyboard. Where a tree that is just being told of a change
 * closes one of them again, begins anew.
 */
async function expand(page: Page, rows: readonly Locator[]): Promise<void> {
  await until('the rows to open', async () => {
    for (const row of rows) {
      const isThere = await row.waitFor({ timeout: 5000 }).then(
        () => true,
        () => false,
      );
      if (!isThere) return false;
      if ((await row.getAttribute('aria-expanded')) === 'true') continue;
      await row.click();
      if ((await row.getAttribute('aria-expanded')) !== 'true') await page.keyboard.press('ArrowRight');
    }
    return (await rows.at(-1)?.getAttribute('aria-expanded')) === 'true';
  });
}

async function seeClauses(stage: Stage): Promise<void> {
  const { page, shoot, workspace } = stage;
  await begin(stage, 'zh', 'Default Light Modern', 'vs');
  await openFile(page, '夜校.cuoshi');
  await command(page, 'Focus on Official Text View');
  await treeRow(page, '社区夜校补助办法', '条款 3/4').waitFor();
  await treeRow(page, '第三条', '数字 1/3').waitFor();
  await treeRow(page, '第四条', '不必编码').waitFor();
  await treeRow(page, '第二条', '没有措施 · 数字 3').waitFor();
  await shoot('clauses');
  // A clause leads to its measure, by the keyboard too.
  await treeRow(page, '第一条', '数字 2/2').click();
  await page.locator('.statusbar-item', { hasText: `Ln ${lineIn(workspace, 'measure 夜校补助')}, Col` }).waitFor();
  const missing = treeRow(page, '第二条', '没有措施');
  await missing.hover();
  await missing.getByRole('button', { name: 'Insert a Measure for a Clause' }).click();
  await seesText(page, 'clause "第二条"');
  await seesText(page, 'up to 20万元');
  await page.keyboard.type('夜校奖励');
  await seesText(page, 'measure 夜校奖励');
  await treeRow(page, '第二条', '夜校奖励').waitFor();
  await shoot('clause-written');
  await page.keyboard.press('Escape');
  await until('the text to be as before', async () => {
    await page.keyboard.press('Control+Z');
    return missing.isVisible();
  });
}

async function seeOverlaps(stage: Stage): Promise<void> {
  const { page, shoot } = stage;
  await begin(stage, 'zh', 'Default Dark Modern', 'vs-dark');
  await command(page, 'Focus on Overlaps View');
  // What no rule settles is in view at once, with its sums and the case, and is counted.
  await treeRow(page, '人才培养', '1').waitFor();
  await treeRow(page, '联合培养/订单培养', '0元至150万元').waitFor();
  await treeRow(page, '例：高校', '订单式培养').waitFor();
  await page.locator('.activitybar .action-item', { hasText: /^\d+$/ }).first().waitFor();
  await treeRow(page, '产业学院', '0元至200万元').click();
  await page.locator('.tabs-container .tab.active', { hasText: 'jinan-2026.cuoshi' }).waitFor();
  await seesText(page, 'measure 产业学院');
  await shoot('overlaps');
  // What a rule settles stands apart.
  await expand(page, [
    treeRow(page, '已有规则', ''),
    treeRow(page, '概念验证', '1'),
    treeRow(page, '概念验证中心', '旧文件仍在施行'),
  ]);
  await treeRow(page, '概念验证', '元 · jinan-2023').click();
  await page.locator('.tabs-container .tab.active', { hasText: 'jinan-2023.cuoshi' }).waitFor();
  await seesText(page, '概念验证');
  await shoot('overlaps-settled');
}

/** A row of a tree of this extension: its name and what stands beside it. */
function treeRow(page: Page, name: string, beside: string): Locator {
  return page
    .locator('.part.sidebar .customview-tree .monaco-list-row', { hasText: name })
    .filter({ hasText: beside })
    .first();
}

/** The line of the night school that begins with a text, counted from 1. */
function lineIn(workspace: string, text: string): number {
  const lines = readFileSync(join(workspace, '夜校', '夜校.cuoshi'), 'utf8').split('\n');
  return lines.findIndex((line) => line.startsWith(text)) + 1;
}

/** A row of the test explorer. */
function testRow(page: Page, name: string): Locator {
  return page
    .locator('.test-explorer .monaco-list-row')
    .filter({ hasText: new RegExp(`^\\s*${name}`) })
    .first();
}

const failedRow = (page: Page, name: string): Locator =>
  testRow(page, name).filter({ has: page.locator('.codicon-testing-failed-icon, .codicon-error') });
const passedRow = (page: Page, name: string): Locator =>
  testRow(page, name).filter({ has: page.locator('.codicon-testing-passed-icon, .codicon-pass') });
