import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Editor } from './editor.ts';

export interface Stage {
  readonly editor: Editor;
  readonly page: Page;
  /** The folder that is open: the policies, and draft/draft.cuoshi. */
  readonly workspace: string;
  /** Takes a screenshot, numbered; of another window, if one is named. */
  readonly shoot: (name: string, of?: Page) => Promise<void>;
  /** Prints a figure. */
  readonly say: (text: string) => void;
}

export type Scenario = (stage: Stage) => Promise<void>;

/** The line of jinan-2026 that begins with a text, at or after the one that begins with another; counted from 1. */
export function lineOf(workspace: string, text: string, after = ''): number {
  const lines = readFileSync(join(workspace, 'jinan-2026', 'jinan-2026.cuoshi'), 'utf8').split('\n');
  const from = lines.findIndex((line) => line.startsWith(after));
  return lines.findIndex((line, index) => index >= from && line.startsWith(text)) + 1;
}
