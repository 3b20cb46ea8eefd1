import { describe, expect, it } from 'vitest';
import type { Compilation } from '../../compiler/compile.ts';
import type { ProseDocument } from '../../compiler/emit/prose/document.ts';
import { prosePolicy } from '../../compiler/emit/prose/prose.ts';
import { clauseKey, collect } from '../../compiler/source-text/coverage/collect.ts';
import { matchFigures } from '../../compiler/source-text/coverage/match-figures.ts';
import type { StatedFigure } from '../../compiler/source-text/coverage/stated.ts';
import { figuresIn } from '../../compiler/source-text/figures.ts';
import { normalise } from '../../compiler/source-text/normalise.ts';
import { nodesOf } from '../../language/syntax/walk.ts';
import { everyForm } from '../formatter/forms.ts';
import { compileFolder, compileSources } from '../policies/harness.ts';
import { everyFigure } from './prose-fixture.ts';

interface Clause {
  readonly clause: string;
  /** Figures of the prose that the code does not state. */
  readonly invented: readonly string[];
  /** Figures of the code that the prose does not say. */
  readonly unsaid: readonly string[];
}

/** The figures of the Chinese prose, read as an official text is read, beside what coverage collects from the code. */
function compared({ policies, checked, textOf, files }: Compilation): Clause[] {
  return policies.flatMap((ir) => {
    const policy = checked.policies.find(({ symbol }) => symbol.name === ir.name)!;
    const document = prosePolicy(policy, ir, checked, 'zh');
    const strings = files.flatMap((file) => {
      const tree = checked.binding.program.modules.get(file)?.parsed.tree;
      return tree && textOf(file) !== undefined ? nodesOf(tree, 'Text').map((text) => text.value) : [];
    });
    const said = saidByClause(document);
    const { answers, header } = collect(policy, checked);
    return [
      ...answers.map(({ label, figures }) =>
        match(label, said.get(clauseKey(label)) ?? '', figures, strings, header.designations),
      ),
      match('', said.get('') ?? '', header.figures, strings),
    ].filter(({ invented, unsaid }) => invented.length + unsaid.length > 0);
  });
}

function match(
  clause: string,
  said: string,
  stated: readonly StatedFigure[],
  strings: readonly string[],
  designations: readonly string[] = [],
): Clause {
  // What the source quotes states nothing: labels, notes and reasons.
  const longestFirst = [...new Set(strings)].filter((s) => s !== '').sort((a, b) => b.length - a.length);
  const text = longestFirst.reduce((rest, string) => rest.replaceAll(string, '某事'), said);
  const found = figuresIn(normalise(text).text).map(({ figure }) => figure);
  const result = matchFigures(
    found,
    stated,
    [],
    // A name that is written with digits computes nothing.
    ({ text: figure }) => designations.some((name) => name.includes(figure)),
    () => false,
  );
  const open = result.figures.filter(({ status }) => status === 'missing');
  return {
    clause,
    invented: open.map(({ figure }) => `${figure.limitWord ?? ''}${figure.text}`),
    unsaid: [
      ...open.flatMap(({ instead }) => (instead ? [instead.stated] : [])),
      ...result.extra,
      ...result.repeated,
    ].map(({ written }) => written),
  };
}

/** The sentences of the page by the clause that they answer; what answers none by ''. */
function saidByClause({ head, clauses, closing }: ProseDocument): Map<string, string> {
  const said = new Map<string, string>();
  const say = (clause: string | undefined, text: string) => {
    const key = clause === undefined ? '' : clauseKey(clause);
    said.set(key, `${said.get(key) ?? ''}${text}\n`);
  };
  const items = (of: ProseDocument['closing'][number]['items'], clause: string | undefined) => {
    for (const item of of) {
      say(item.clause ?? clause, item.text);
      for (const { rows } of item.tables) for (const row of rows) say(item.clause ?? clause, row.join('：'));
    }
  };
  for (const line of head) if (line.term !== '文件') say(undefined, line.text);
  for (const clause of clauses) {
    for (const line of clause.head) say(clause.clause, line.text);
    items(clause.items, clause.clause);
    for (const { term, text } of clause.terms) say(clause.clause, `${term}${text}`);
  }
  // The quotas of the clauses are listed once more.
  for (const { title, items: of } of closing) if (title !== '名额') items(of, undefined);
  return said;
}

describe('the figures of the prose', () => {
  const names = ['jinan-2023', 'jinan-2026', 'liaocheng', 'shandong-2024', 'shandong-2026'];
  it.each(names)('are those of the code: %s', (name) => {
    expect(compared(compileFolder(`policies/${name}`))).toEqual([]);
  });

  it('are those of the code in every form that holds a figure', () => {
    const compilation = compileSources({ 'a.cuoshi': everyFigure });
    expect(compilation.diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
    expect(compared(compilation)).toEqual([]);
  });

  it('would be missed, or found to be invented', () => {
    const compilation = compileSources({ 'a.cuoshi': everyFigure });
    const policy = compilation.checked.policies[0]!;
    const { answers } = collect(policy, compilation.checked);
    const [first] = answers;
    expect(match('', '最高7万元', first!.figures, []).invented).toEqual(['最高7万元']);
    expect(match('', '', first!.figures, []).unsaid.length).toBeGreaterThan(0);
  });

  it('has every kind of amount and modifier in its fixture', () => {
    const kinds = (text: string) =>
      new Set(text.match(/\b(?:bands|table|best of|per full|growth|over|plus|times|instead|limit|floor|less|once)\b/g));
    expect([...kinds(everyForm)].filter((kind) => !kinds(everyFigure).has(kind))).toEqual([]);
  });
});
