import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  choose,
  chooseAction,
  command,
  completion,
  editorOf,
  goTo,
  hover,
  openFile,
  problem,
  problems,
  seesText,
  until,
  webview,
} from './actions.ts';
import { keyboardScenarios } from './keyboard-scenarios.ts';
import { limitScenarios } from './limit-scenarios.ts';
import { newUserScenarios } from './new-user-scenarios.ts';
import { pageScenarios } from './page-scenarios.ts';
import { lineOf, type Scenario, type Stage } from './stage.ts';
import { treeScenarios } from './tree-scenarios.ts';

/** In this order: each stands on what the one before left. */
export const scenarios: readonly (readonly [string, Scenario])[] = [
  ...limitScenarios,
  ['a policy opens without an error', openPolicy],
  ['a mistake is underlined and explained', seeMistake],
  ['a quick fix mends it', mendMistake],
  ['two measures that would pay twice are underlined, with an example', seeOverlap],
  ['the overlap is accepted with a reason', acceptOverlap],
  ['a card says what a name stands for', readCard],
  ['the name of a fact is completed', completeFact],
  ['a file is formatted and saved', formatFile],
  ['a definition in the standard library opens', openDefinition],
  ['the whole workspace is checked', checkWorkspace],
  ['two documents that pay for the same thing are underlined', seeOverlapOfDocuments],
  ['two drafts are compared', compareDrafts],
  ['a measure is tried', tryMeasure],
  ['a measure for each item of a list is tried, in a dark theme', tryItems],
  ['a file in Chinese words and of a Chinese name is coloured and tried', tryChinese],
  ['messages and pages change to English', speakEnglish],
  ...pageScenarios,
  ...treeScenarios,
  ...keyboardScenarios,
  ...newUserScenarios,
];

async function openPolicy({ page, shoot }: Stage): Promise<void> {
  await openFile(page, 'jinan-2026.cuoshi');
  await seesText(page, 'use std.parties');
  // The state of the policy tells that the server has read it. Only what is in view is underlined.
  await goTo(page, 149, 3);
  await page.locator('.statusbar-item', { hasText: '覆盖 100%' }).first().waitFor();
  if ((await editorOf(page).locator('.squiggly-error').count()) > 0) throw new Error('an error in jinan-2026');
  await shoot('policy');
}

async function seeMistake({ page, shoot }: Stage): Promise<void> {
  await openFile(page, 'draft.cuoshi');
  await editorOf(page).locator('.squiggly-error').first().waitFor();
  await problem(page, '在校硕土');
  await hover(page, '在校硕土', 'CS2012');
  await shoot('mistake');
}

async function mendMistake({ page, shoot }: Stage): Promise<void> {
  await goTo(page, 18, 26);
  await chooseAction(page, '在校硕士', () => shoot('quick-fix'));
  await seesText(page, '3000元 per 在校硕士');
  await problems(page, '在校硕土').first().waitFor({ state: 'detached' });
}

async function seeOverlap({ page, shoot }: Stage): Promise<void> {
  await editorOf(page).locator('.squiggly-warning').first().waitFor();
  const row = await problem(page, '付两次');
  const text = (await row.textContent()) ?? '';
  for (const piece of ['实习补助', '基地奖励', '80.5万元']) {
    if (!text.includes(piece)) throw new Error(`the overlap does not say ${piece}: ${text}`);
  }
  await shoot('overlap');
}

async function acceptOverlap({ page, shoot }: Stage): Promise<void> {
  await goTo(page, 26, 5);
  await chooseAction(page, '接受', () => shoot('overlap-actions'));
  await seesText(page, 'allow overlap with 实习补助 because "…"');
  // The dots are to be written over: a reason is asked for.
  await goTo(page, 27);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('实习按人头补，基地按评估奖，可以都享受');
  await seesText(page, 'because "实习按人头补，基地按评估奖，可以都享受"');
  await problems(page, 'draft.cuoshi').first().waitFor({ state: 'detached' });
  await shoot('overlap-accepted');
}

async function readCard({ page, shoot }: Stage): Promise<void> {
  await goTo(page, 10, 1);
  await hover(page, '设有基地', '与企业共建实习基地');
  await shoot('card');
}

async function completeFact({ page, shoot }: Stage): Promise<void> {
  await goTo(page, 18);
  await page.keyboard.press('Enter');
  await page.keyboard.type('grant 补贴: 100元 per 在校');
  await completion(page, '在校博士', () => shoot('completion'));
  await seesText(page, 'grant 补贴: 100元 per 在校博士');
}

async function formatFile({ page, workspace, shoot }: Stage): Promise<void> {
  await page.keyboard.type('   cap    2万元');
  await command(page, 'Format Document');
  await seesText(page, '100元 per 在校博士 cap 2万元');
  await page.keyboard.press('Control+S');
  const file = join(workspace, 'draft', 'draft.cuoshi');
  await until('the file to be saved', async () => readFileSync(file, 'utf8').includes('per 在校博士 cap 2万元\n'));
  await shoot('formatted');
}

async function openDefinition({ page, shoot }: Stage): Promise<void> {
  await goTo(page, 17, 10);
  await page.keyboard.press('F12');
  await page.locator('.tabs-container .tab.active', { hasText: 'jinan.cuoshi' }).waitFor();
  await seesText(page, 'agency 市教育局');
  await shoot('definition');
}

async function checkWorkspace({ page, shoot }: Stage): Promise<void> {
  await command(page, 'Check All Policies');
  await page.locator('.statusbar-item', { hasText: /检查了 \d+ 个政策/ }).waitFor();
  await page.locator('.markers-panel').waitFor();
  await shoot('check');
}

/** The text of what stands at a line of jinan-2026. */
const conceptCentres = 'measure 概念验证中心';

async function seeOverlapOfDocuments({ page, workspace, shoot }: Stage): Promise<void> {
  await command(page, 'View: Hide Panel');
  await openFile(page, 'jinan-2026.cuoshi');
  await goTo(page, lineOf(workspace, conceptCentres), 1);
  await hover(page, '300万元', '旧文件仍在施行', '概念验证评价优秀');
  const card = page.locator('.monaco-hover:visible', { hasText: 'CS4003' }).first();
  const text = (await card.textContent()) ?? '';
  for (const piece of ['概念验证中心建设', '300万元']) {
    if (!text.includes(piece)) throw new Error(`the overlap does not say ${piece}: ${text}`);
  }
  await shoot('overlap-of-documents');
  await page.keyboard.press('Escape');
}

async function compareDrafts({ page, workspace, shoot }: Stage): Promise<void> {
  await command(page, 'Compare Two Versions');
  await choose(page, 'jinan-2023');
  await choose(page, 'jinan-2026');
  const view = webview(page);
  const matter = view.locator('article', { hasText: '全国重点实验室' }).first();
  await matter.getByText('0元至500万元 → 0元至1000万元').waitFor();
  await matter.getByText('0元至300万元 → 0元至100万元').waitFor();
  await matter.locator('.chart rect.old').first().waitFor();
  await shoot('comparison');
  await matter.locator('figure').scrollIntoViewIfNeeded();
  await shoot('comparison-chart');
  await view.getByRole('link', { name: '概念验证中心', exact: true }).first().click();
  await page.locator('.tabs-container .tab.active', { hasText: 'jinan-2026.cuoshi' }).last().waitFor();
  await page
    .locator('.statusbar-item', { hasText: `Ln ${lineOf(workspace, '  support', conceptCentres)}, Col 1` })
    .waitFor();
  await shoot('comparison-place');
  await command(page, 'View: Close All Editors');
}

async function tryMeasure({ page, workspace, shoot }: Stage): Promise<void> {
  await openFile(page, 'jinan-2026.cuoshi');
  await goTo(page, lineOf(workspace, 'measure 联合培养'), 1);
  await command(page, 'Try a Measure');
  const view = webview(page);
  await view.locator('[data-field="硕士"]').fill('60');
  await view.locator('[data-field="博士"]').fill('30');
  const award = view.locator('[data-award="联合培养/硕博培养"]');
  await award.getByText('50万元', { exact: true }).first().waitFor();
  await award.getByText('削减 16万元').waitFor();
  // What is missing can be gone to; then somebody is to decide, and a decision is supposed.
  await view.getByRole('button', { name: '订单式培养' }).click();
  await view.locator('[data-field="订单式培养"]').selectOption('yes');
  await view.locator('[data-decision="联合培养/订单培养"]').fill('120万元');
  await view.locator('[data-award="联合培养/订单培养"].granted').waitFor();
  await shoot('trial');
  await view.locator('[data-field="博士"]').fill('三十个');
  await view.locator('.problems').waitFor();
  await shoot('trial-mistake');
  await view.locator('[data-field="博士"]').fill('30');
  await award.waitFor();
}

async function tryItems({ editor, page, shoot }: Stage): Promise<void> {
  editor.settings({ 'cuoshi.language': 'zh', 'workbench.colorTheme': 'Default Dark Modern' });
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  const view = webview(page);
  await view.getByLabel('试哪一条').selectOption('创新平台');
  await view.locator('[data-control="add 平台"]').click();
  await view.locator('[data-field="平台[1].类型"]').selectOption('全国重点实验室');
  await view.locator('[data-field="平台[1].角色"]').selectOption('牵头');
  await view.locator('[data-field="平台[1].获批"]').selectOption('yes');
  await view.locator('[data-award="创新平台/牵头国家级/1"].ceiling').waitFor();
  await shoot('trial-items');
  await view.getByLabel('试哪一条').selectOption('');
  await view.locator('.totals').waitFor();
  await shoot('trial-all');
}

async function tryChinese({ editor, page, shoot }: Stage): Promise<void> {
  await command(page, 'View: Close All Editors');
  editor.settings({ 'cuoshi.language': 'zh', 'workbench.colorTheme': 'Default Light Modern' });
  await page.locator('.monaco-workbench.vs').waitFor();
  await openFile(page, '草案.cuoshi');
  await seesText(page, '措施 实训补助');
  await goTo(page, 26, 6);
  await hover(page, '自建基地', '自己建有实训基地');
  await shoot('chinese');
  await page.keyboard.press('Escape');
  await command(page, 'Try a Measure');
  const view = webview(page);
  await view.locator('[data-field="实训人数"]').fill('100');
  await view.locator('[data-field="自建基地"]').selectOption('yes');
  await view.locator('[data-field="设备投入"]').fill('150万元');
  await view.locator('[data-field="实训等次"]').selectOption('良好');
  for (const [key, amount] of [
    ['实训补助/人头', '8万元'],
    ['实训补助/设备', '15万元'],
    ['实训补助/等次', '7万元'],
  ] as const) {
    await view.locator(`[data-award="${key}"] .amount`, { hasText: amount }).waitFor();
  }
  await shoot('chinese-trial');
}

async function speakEnglish({ editor, page, shoot }: Stage): Promise<void> {
  editor.settings({ 'cuoshi.language': 'en', 'workbench.colorTheme': 'Default High Contrast' });
  await page.locator('.monaco-workbench.hc-black').waitFor();
  // What was filled in is still there, and the page has room for two columns.
  await command(page, 'View: Move Editor into First Group');
  const view = webview(page);
  await view.getByLabel('Which measure').waitFor();
  await view.locator('[data-award="实训补助/设备"] .amount', { hasText: '150,000 yuan' }).waitFor();
  await shoot('trial-english');
  await problem(page, 'an older document is still in force');
  await shoot('english');
}
