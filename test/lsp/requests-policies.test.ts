import { describe, expect, it } from 'vitest';
import { startServer } from './client.ts';
import { name, opened, stop } from './served.ts';

describe('requests of our own', () => {
  it('cuoshi/check, cuoshi/schema and cuoshi/evaluate', async () => {
    const client = await opened();
    const check = await client.connection.sendRequest('cuoshi/check');
    expect(check).toMatchObject({ policies: 2, files: 3, errors: 0 });
    const schema = await client.connection.sendRequest('cuoshi/schema', { uri: client.uri(name), line: 4 });
    expect(schema).toMatchObject({
      kind: 'schema',
      policy: 'draft',
      at: '甲',
      measures: [{ name: '甲' }, { name: '乙' }],
    });
    const result = await client.connection.sendRequest<{ result: { awards: { key: string; amount: string }[] } }>(
      'cuoshi/evaluate',
      { uri: client.uri(name), facts: { 硕士: 60, 评价: '良好' }, asOf: '2026-06-30' },
    );
    expect(result.result.awards.find(({ key }) => key === '甲/培养')?.amount).toBe('36万元');
    const wrong = await client.connection.sendRequest<{ result: { problems: { field: string }[]; awards: unknown[] } }>(
      'cuoshi/evaluate',
      { uri: client.uri(name), facts: { 硕士: -1 } },
    );
    expect(wrong.result.problems.map(({ field }) => field)).toEqual(['硕士']);
    expect(wrong.result.awards).toEqual([]);
    expect(await client.connection.sendRequest('cuoshi/schema', { uri: 'file:///nowhere/x.cuoshi' })).toEqual({
      kind: 'no-policy',
    });
    await client.open('draft/broken.cuoshi', 'measure 丁 { for 没有 }');
    expect(await client.connection.sendRequest('cuoshi/schema', { uri: client.uri(name) })).toMatchObject({
      kind: 'errors',
    });
    await stop(client);
  });
});

describe('cuoshi/diff', () => {
  it('compares two folders, each by itself, and leads to both', async () => {
    const before = `use std.parties\nuse std.matters\nmeasure 甲 {\n  for 高校\n  about 产业教授\n  grant 10万元\n}\n`;
    const client = await startServer({
      '2023/p.cuoshi': before,
      '2026/p.cuoshi': before.replace('10万元', '20万元'),
      'broken/p.cuoshi': before.replace('高校', '大学'),
    });
    const ask = (older: string, newer: string) =>
      client.connection.sendRequest<{ kind: string; title?: string; body?: string; uri?: string }>('cuoshi/diff', {
        old: client.uri(older),
        new: client.uri(newer),
      });
    const page = await ask('2023', '2026');
    expect(page).toMatchObject({ kind: 'page', title: '2023 → 2026' });
    expect(page.body).toContain('产业教授');
    expect(page.body).toContain(`data-uri="${client.uri('2026/p.cuoshi')}" data-line="5"`);
    expect(await ask('2023', 'broken')).toEqual({ kind: 'errors', count: 1, uri: client.uri('broken') });
    expect(await ask('nowhere', '2026')).toMatchObject({ kind: 'no-policy', uri: client.uri('nowhere') });
    await stop(client);
  });
});
