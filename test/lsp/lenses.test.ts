import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { CodeLens, ShowDocumentParams } from 'vscode-languageserver/node';
import { type Client, startServer } from './client.ts';

const older = `use std.parties
party 企业 { 设备费: money }
policy old-2023 { level city }
measure 技改 {
  for 企业
  about 技术改造
  grant 设备: 10% of 设备费 cap 50万元
}
`;
const english = `use std.parties
party 企业 { 设备费: money }
policy new-2026 { replaces old-2023 }
measure 技改 {
  for 企业
  about 技术改造
  grant 设备: 10% of 设备费 cap 80万元
}
`;
const chinese = `引用 std.parties
主体 企业 { 设备费：金额 }
政策 new-2026 { 废止 old-2023 }
措施 技改 {
  对象 企业
  事项 技术改造
  补助 设备：按 设备费 的 10%，最高不超过 80万元
}
`;

async function lensesOf(client: Client, name: string): Promise<CodeLens[]> {
  return client.connection.sendRequest('textDocument/codeLens', { textDocument: { uri: client.uri(name) } });
}

describe.each([
  ['English', english, 'en'],
  ['Chinese', chinese, 'zh-cn'],
] as const)('lenses of a file in %s', (_, text, locale) => {
  const files = { 'a/old.cuoshi': older, 'a/new.cuoshi': text };
  const run = (client: Client, lens: CodeLens | undefined) =>
    client.connection.sendRequest<unknown>('workspace/executeCommand', {
      command: lens?.command?.command,
      arguments: lens?.command?.arguments,
    });

  it('do something in an editor that can show documents, each of them', async () => {
    const client = await startServer(files, { locale, capabilities: { window: { showDocument: { support: true } } } });
    const shown: ShowDocumentParams[] = [];
    client.connection.onRequest('window/showDocument', (params: ShowDocumentParams) => {
      shown.push(params);
      return { success: true };
    });
    await client.open('a/new.cuoshi', text);
    const lenses = await lensesOf(client, 'a/new.cuoshi');
    const known = client.initialized.capabilities.executeCommandProvider?.commands ?? [];
    expect(lenses.length).toBeGreaterThan(1);
    for (const { command } of lenses) expect(known).toContain(command?.command);

    await run(
      client,
      lenses.find(({ command }) => command?.command === 'cuoshi.compareVersions'),
    );
    const page = readFileSync(fileURLToPath(shown[0]!.uri), 'utf8');
    expect(page).toContain('技术改造');
    expect(page).toMatch(/80/);

    const pays = await run(
      client,
      lenses.find(({ command }) => command?.command === 'cuoshi.tellPays'),
    );
    expect(JSON.stringify(pays)).toContain(locale === 'en' ? 'at most' : '最多80万元');

    const exited = new Promise((resolve) => client.process.once('exit', resolve));
    await client.connection.sendRequest('shutdown');
    await client.connection.sendNotification('exit');
    await exited;
    expect(existsSync(fileURLToPath(shown[0]!.uri))).toBe(false);
  });
});

it('in an editor that shows no documents, the answer holds the comparison', async () => {
  const client = await startServer({ 'a/old.cuoshi': older, 'a/new.cuoshi': chinese });
  await client.open('a/new.cuoshi', chinese);
  const lenses = await lensesOf(client, 'a/new.cuoshi');
  const lens = lenses.find(({ command }) => command?.command === 'cuoshi.compareVersions');
  const answer = await client.connection.sendRequest('workspace/executeCommand', {
    command: lens?.command?.command,
    arguments: lens?.command?.arguments,
  });
  expect(answer).toMatchObject({ passed: true, message: expect.stringContaining('old-2023') });
  expect(JSON.stringify(answer)).toContain('技术改造');
});
