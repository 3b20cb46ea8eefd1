import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import {
  createConnection,
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Snapshot } from '../../lsp/ide/snapshot.ts';
import { makePrograms, type Programs } from '../../lsp/server/programs.ts';
import { serve } from '../../lsp/server/server.ts';
import { facts, files, measures } from './served.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function programsIn(texts: Readonly<Record<string, string>>): { readonly programs: Programs; readonly root: string } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'cuoshi-first-')));
  folders.push(root);
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return { programs: programsOf(root), root };
}

function programsOf(root: string): Programs {
  const programs = makePrograms((error) => {
    throw error;
  });
  programs.setFolders([root]);
  return programs;
}

function openFirst(programs: Programs): readonly Snapshot[] {
  const steps = programs.openFirst();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

const told = ({ typing, diagnostics, findings }: Snapshot) =>
  [...typing, ...diagnostics, ...findings].map(({ file, code, span }: Diagnostic) => `${file} ${code} ${span.start}`);

it('the folder of an open document is told before the rest, its mistakes with it', () => {
  const mistaken = measures.replace('市科技局', '市科局');
  const { programs, root } = programsIn({ ...files, 'draft/measures.cuoshi': mistaken });
  expect(openFirst(programs)).toEqual([]);
  programs.setText(join(root, 'draft/measures.cuoshi'), mistaken);
  const [first, ...others] = openFirst(programs);
  expect(others).toEqual([]);
  expect(first?.typing.map(({ code }) => code)).toEqual(['CS2012']);
});

it('so is the folder of a document that is about to be opened', () => {
  const mistaken = measures.replace('市科技局', '市科局');
  const { programs, root } = programsIn({ ...files, 'draft/measures.cuoshi': mistaken });
  expect(programs.isAnyOpen()).toBe(false);
  programs.setShown([join(root, 'draft/measures.cuoshi'), join(root, '..', 'elsewhere.cuoshi')]);
  expect(programs.isAnyOpen()).toBe(true);
  const first = openFirst(programs);
  expect(first.map(({ typing }) => typing.map(({ code }) => code))).toEqual([['CS2012']]);
});

it('what another folder declares is not missed before that is read', () => {
  const { programs, root } = programsIn(files);
  // Of the facts of the other folder.
  programs.setText(join(root, 'other/zh.cuoshi'), files['other/zh.cuoshi']);
  expect(openFirst(programs)).toEqual([]);
});

it('a workspace of one folder has no rest', () => {
  const { programs, root } = programsIn({ 'draft/facts.cuoshi': facts, 'draft/measures.cuoshi': measures });
  programs.setText(join(root, 'draft/measures.cuoshi'), measures);
  expect(openFirst(programs)).toEqual([]);
});

it('of policies that compete, each by itself says nothing that it does not say beside the others', () => {
  const root = resolve('policies');
  const folder = (name: string) => join(root, name);
  const programs = makePrograms(() => undefined);
  programs.setFolders(['jinan-2023', 'jinan-2026', 'liaocheng'].map(folder));
  for (const name of ['jinan-2023', 'jinan-2026']) {
    const file = join(folder(name), `${name}.cuoshi`);
    programs.setText(file, readFileSync(file, 'utf8'));
  }
  const first = openFirst(programs);
  expect(first.length).toBe(2);
  const whole = new Set(programs.snapshots().flatMap(told));
  expect(first.flatMap(told).filter((line) => !whole.has(line))).toEqual([]);
  expect(first.flatMap(told)).not.toEqual([]);
});

it('a client that never says that it is ready is answered all the same', async () => {
  const { root } = programsIn({ ...files, 'draft/measures.cuoshi': measures });
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  serve(createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient)), () => undefined);
  const client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.listen();
  const rootUri = pathToFileURL(root).href;
  await client.sendRequest('initialize', { processId: null, capabilities: {}, rootUri });
  const symbols = await client.sendRequest<readonly unknown[]>('workspace/symbol', { query: '' });
  expect(symbols.length).toBeGreaterThan(2);
  client.dispose();
});
