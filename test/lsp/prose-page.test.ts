import { describe, expect, it } from 'vitest';
import { prosePage } from '../../lsp/ide/prose-page.ts';
import { fixture } from './fixture.ts';

const source = `use std.parties

party 高校 { 博士: count }

measure 甲 "培养<补助>" {
  clause "一"
  for 高校
  grant 1万元 per 博士
}

measure 乙 {
  for 高校
  grant 2万元
}
`;

describe('the page of prose', () => {
  const { snapshot } = fixture(source);
  const page = (lang: 'zh' | 'en') => prosePage(snapshot, snapshot.checked.policies[0]!, snapshot.policies[0]!, lang);

  it('knows the lines of each clause', () => {
    expect(page('zh').places).toEqual([
      { id: 'm1', file: 'draft/main.cuoshi', first: 4, last: 8 },
      { id: 'm2', file: 'draft/main.cuoshi', first: 10, last: 13 },
    ]);
    for (const { id } of page('zh').places) expect(page('zh').body).toContain(`<article id="${id}">`);
  });

  it('is in the language asked for, without a look of its own or markup of the source', () => {
    expect(page('zh').body).toContain('1万元');
    expect(page('en').body).toContain('10,000 yuan');
    expect(page('zh').body).not.toMatch(/<style|style=|<script|<补助>/);
  });
});
