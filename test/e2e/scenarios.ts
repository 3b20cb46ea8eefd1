import type { Page } from 'playwright-core';
import { command, editorOf, openFile, problem, seesText, webview } from './actions.ts';
import type { Editor } from './editor.ts';

export interface Stage {
  readonly editor: Editor;
  readonly page: Page;
  /** The folder that is open. */
  readonly workspace: string;
  /** Takes a screenshot, numbered. */
  readonly shoot: (name: string) => Promise<void>;
}

type Scenario = (stage: Stage) => Promise<void>;

export const scenarios: readonly (readonly [string, Scenario])[] = [
  ['a policy opens, in colours, without an error', openPolicy],
  ['a mistake is underlined and explained', seeMistake],
  ['a measure is tried', tryMeasure],
];

async function openPolicy({ page, shoot }: Stage): Promise<void> {
  await openFile(page, 'jinan-2026.cuoshi');
  await seesText(page, 'use std.parties');
  await shoot('policy');
}

async function seeMistake({ page, shoot }: Stage): Promise<void> {
  await openFile(page, 'draft.cuoshi');
  await editorOf(page).locator('.squiggly-error').first().waitFor();
  await problem(page, '在校硕土');
  await shoot('mistake');
}

async function tryMeasure({ page, shoot }: Stage): Promise<void> {
  await openFile(page, 'jinan-2026.cuoshi');
  await command(page, 'Try a Measure');
  const view = webview(page);
  await view.locator('form').waitFor();
  await shoot('trial');
}
