import { describe, expect, it } from 'vitest';
import { codeActions } from '../../lsp/ide/code-actions.ts';
import { problemsIn } from '../../lsp/ide/diagnostics.ts';
import { applyEdits, declarations, fixture } from './fixture.ts';

/** What can be done at `$0`, each with the file as it is afterwards. */
function actionsAt(source: string, vocabulary: 'en' | 'zh' = 'en') {
  const { snapshot, file, offset, texts } = fixture(`${declarations[vocabulary]}\n${source}`);
  const actions = codeActions(snapshot, file, { start: offset, end: offset }, 'zh');
  return actions.map((action) => ({
    title: action.title,
    code: action.diagnostic.code,
    preferred: action.preferred,
    after: applyEdits(texts[file]!, action.edits),
  }));
}

const overlap = (inner: string) => `measure 甲 "一" {
  for 高校
  about 产业教授
  grant up to 100万元 after 评估
}
measure 乙 {
  for 高校
  about 产业教授
  ${inner}grant up to 200万元 after 评估
}
`;

describe('what a rule of drafting finds', () => {
  const source = {
    en: 'measure 甲 {\n  for 高校\n  grant up to $0100万元\n}\n',
    zh: '措施 甲 {\n  对象 高校\n  补助 最高 $0100万元\n}\n',
  };
  it.each(['en', 'zh'] as const)('can be accepted in its measure, with a reason: %s', (vocabulary) => {
    const [accept, ...others] = actionsAt(source[vocabulary], vocabulary).filter(({ code }) => code === 'CS3020');
    expect([accept?.title, accept?.preferred, others.length]).toEqual(['接受，写明理由', false, 0]);
    const written = { en: 'allow ceiling-without-process because "…"', zh: '允许 最高没有程序，理由 “…”' }[vocabulary];
    expect(accept?.after).toContain(`  ${written}\n}`);
    const { snapshot, file } = fixture(accept!.after);
    expect(problemsIn(snapshot, file, 'zh').filter(({ code }) => /^CS30[28]/.test(code))).toEqual([]);
  });
});

describe('diagnostics', () => {
  it('have a code, a sentence, what to do, and the other place', () => {
    const { snapshot, file } = fixture(`${declarations.en}\n${overlap('')}`);
    const found = problemsIn(snapshot, file, 'zh').find((problem) => problem.code === 'CS4001');
    expect(found?.severity).toBe('warning');
    expect(found?.message).toMatch(/“甲”与“乙”|“乙”与“甲”/);
    expect(found?.message).toContain('建议：');
    expect(found?.message).toMatch(/100万元|200万元/);
    expect(found?.related).toHaveLength(1);
    const other = found!.related[0]!;
    expect(snapshot.source(other.file)!.text.slice(other.span.start, other.span.end)).toContain('up to 100万元');
  });

  it('are in the language asked for', () => {
    const { snapshot, file } = fixture(`${declarations.en}\nmeasure 甲 { for 大学 }`);
    expect(problemsIn(snapshot, file, 'zh')[0]?.message).toContain('没有名为“大学”的主体');
    expect(problemsIn(snapshot, file, 'en')[0]?.message).toContain('there is no party named "大学"');
  });

  it('fade what has no effect and strike out what is called otherwise now', () => {
    const { snapshot, file } = fixture(
      `${declarations.en}agency 市某局 formerly 市某委\nmeasure 甲 {\n  for 高校\n  by 市某委\n  grant 3万元 cap 5万元\n}\n`,
    );
    expect(problemsIn(snapshot, file, 'zh').map(({ code, tags }) => [code, tags])).toEqual(
      expect.arrayContaining([
        ['CS2017', ['deprecated']],
        ['CS3023', ['unnecessary']],
      ]),
    );
  });
});

describe('code actions', () => {
  it('change a name to what was meant', () => {
    const [first, ...others] = actionsAt('measure 甲 {\n  for 高校\n  by 市科$0局\n  grant 1万元\n}');
    expect(others).toEqual([]);
    expect(first).toMatchObject({ title: '改为 市科技局', code: 'CS2012', preferred: true });
    expect(first?.after).toContain('  by 市科技局\n');
  });

  it('split a keyword from a name', () => {
    const [action] = actionsAt('措施 甲 {\n  对象 高校\n  补助 1万元 当 每硕$0士 超过 1\n}', 'zh');
    expect(action?.after).toContain('每 硕士');
  });

  it('are those of the place alone', () => {
    expect(actionsAt('measure 甲 {\n  for 高校\n  by 市科局\n  grant 1$0万元\n}').map((a) => a.code)).not.toContain(
      'CS2012',
    );
  });

  it('accept an overlap with a reason, or settle it', () => {
    const actions = actionsAt(overlap('').replace('200万元', '20$00万元'));
    expect(actions.map((action) => action.title)).toEqual([
      '接受与“甲”重叠，写明理由',
      '写明可与“甲”叠加：两项都付',
      '写明不与“甲”重复：付了那项就不付这项',
      '把例子存为算例',
    ]);
    expect(actions[0]?.after).toContain('after 评估\n  allow overlap with 甲 because "…"\n}');
    expect(actions[1]?.after).toContain('\n  stacks with 甲\n}');
    expect(actions[2]?.after).toContain('\n  excludes 甲\n}');
    for (const { after, title } of actions) {
      // An acceptance still asks for its reason; with one written, nothing is left.
      expect(fixture(after).snapshot.diagnostics.map((d) => d.code)).toEqual(after.includes('allow') ? ['CS3011'] : []);
      const { snapshot } = fixture(after.replace('“…”', '“对象不同”').replace('"…"', '"对象不同"'));
      expect(snapshot.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
      // The example keeps the case; it settles nothing.
      if (title !== '把例子存为算例') expect(snapshot.findings.map((d) => d.code)).not.toContain('CS4001');
    }
  });

  it('end an older document that is still in force', () => {
    const old = 'policy 旧案 {\n  level city\n  status in force\n  effective 2023-01-01\n}\n';
    const next = 'policy 新案 {\n  level city\n  status in force\n  effective 2026-01-01\n}\n';
    const measure = (name: string, amount: string) =>
      `measure ${name} {\n  for 高校\n  about 产业教授\n  grant ${amount}\n}\n`;
    const uses = 'use std.parties\nuse std.matters\n';
    const { snapshot, file, offset, texts } = fixture(
      `//- old/p.cuoshi\n${uses}${old}${measure('甲', '10万元')}//- new/p.cuoshi\n${uses}${next}${measure('乙', '$020万元')}`,
    );
    const [replaces, accept] = codeActions(snapshot, file, { start: offset, end: offset }, 'zh');
    expect([replaces?.title, accept?.title]).toEqual(['写明废止“旧案”', '接受与“甲”重叠，写明理由']);
    const after = applyEdits(texts[file]!, replaces!.edits);
    expect(after).toContain('  effective 2026-01-01\n  replaces 旧案\n}');
    expect(snapshot.with(new Map([[file, after]])).diagnostics).toEqual([]);
  });

  it('end the older document the day before the newer one takes effect', () => {
    const uses = 'use std.parties\nuse std.matters\n';
    const policy = (name: string, dates: string) =>
      `policy ${name} {\n  level city\n  status in force\n  effective ${dates}\n}\n`;
    const measure = (name: string, amount: string) =>
      `measure ${name} {\n  for 高校\n  about 产业教授\n  grant ${amount}\n}\n`;
    const ends = (older: string, newer: string) => {
      const { snapshot, file, offset, texts } = fixture(
        `//- old/p.cuoshi\n${uses}${policy('旧案', older)}${measure('甲', '10万元')}//- new/p.cuoshi\n${uses}${policy('新案', newer)}${measure('乙', '$020万元')}`,
      );
      expect(snapshot.findings.map((d) => d.code)).toEqual(['CS4003']);
      return codeActions(snapshot, file, { start: offset, end: offset }, 'zh').flatMap((action) => {
        if (action.file === undefined) return [];
        const after = applyEdits(texts[action.file]!, action.edits);
        const again = snapshot.with(new Map([[action.file, after]]));
        expect([...again.diagnostics, ...again.findings].map((d) => d.code)).toEqual([]);
        return [[action.title, /effective .*/.exec(after)?.[0]]];
      });
    };
    expect(ends('2023-01-01', '2026-01-01')).toEqual([
      ['“旧案”施行至 2025-12-31', 'effective 2023-01-01 to 2025-12-31'],
    ]);
    expect(ends('2023-01-01 to 2027-12-31', '2026-03-01')).toEqual([
      ['“旧案”施行至 2026-02-28', 'effective 2023-01-01 to 2026-02-28'],
    ]);
    // No day is known before which it would have to end.
    expect(ends('2023-01-01', 'on publication')).toEqual([]);
  });

  it('add a condition by which two measures no longer meet, where one will do', () => {
    const narrowed = (one: string, two: string, facts = '重点: bool\n  人数: count\n  等次: 甲等次') => {
      const source = `use std.parties\nuse std.matters\nenum 甲等次 { 优, 良 }\nparty 高校 {\n  ${facts}\n}\npolicy 新案 {\n  level city\n}\nmeasure 甲 {\n  for 高校\n  about 产业教授\n${one}}\nmeasure 乙 {\n  for 高校\n  about 产业教授\n${two.replace('grant', 'gra$0nt')}}\n`;
      const { snapshot, file, offset, texts } = fixture(source);
      expect(snapshot.findings.map((d) => d.code)).toEqual(['CS4001']);
      const before = snapshot.diagnostics.map((d) => d.code);
      return codeActions(snapshot, file, { start: offset, end: offset }, 'zh').flatMap((action) => {
        if (!action.title.startsWith('加条件')) return [];
        const after = applyEdits(texts[file]!, action.edits);
        const again = snapshot.with(new Map([[file, after]]));
        expect(again.findings).toEqual([]);
        expect(again.diagnostics.map((d) => d.code)).toEqual(before);
        return [/when .*/.exec(after.slice(after.indexOf('measure 乙')))?.[0] ?? ''];
      });
    };
    const grant = '  grant 20万元\n';
    expect(narrowed(`  when 重点\n${grant}`, grant)).toEqual(['when not 重点']);
    expect(narrowed(`  when not 重点\n${grant}`, grant)).toEqual(['when 重点']);
    expect(narrowed(`  when 人数 >= 30 and 重点\n${grant}`, `  when 等次 is 优\n${grant}`)).toEqual([
      'when 等次 is 优 and not 重点',
      'when 等次 is 优 and 人数 < 30',
    ]);
    expect(narrowed(`  when 等次 is 优\n${grant}`, `  when 重点 or 人数 > 9\n${grant}`)).toEqual([
      'when (重点 or 人数 > 9) and 等次 is not 优',
    ]);
    // Nobody would be left: at least 30 of those who are fewer than 30.
    expect(narrowed(`  when 人数 >= 30\n${grant}`, `  when 人数 >= 40\n${grant}`)).toEqual([]);
    // One of two things suffices for the other: no one condition keeps them apart.
    expect(narrowed(`  when 重点 or 人数 > 9\n${grant}`, grant)).toEqual([]);
    // It asks for nothing.
    expect(narrowed(grant, grant.replace('20', '30'))).toEqual([]);
  });

  it('accept it in Chinese, and in a measure on one line', () => {
    const chinese = actionsAt(
      '措施 甲 {\n  对象 高校\n  事项 产业教授\n  补助 经 评估 后，最高 100万元\n}\n措施 乙 { 对象 高校；事项 产业教授；补助 经 评估 后，最高 20$00万元 }',
      'zh',
    );
    expect(chinese[0]?.after).toContain('最高 200万元\n  允许与 甲 重叠，理由 “…”\n}');
    expect(fixture(chinese[0]!.after).snapshot.findings.map((d) => d.code)).not.toContain('CS4001');
  });
});
