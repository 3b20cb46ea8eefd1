import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rules } from '../../compiler/lint/rules/index.ts';
import { casesOf, casesPath, compileCase, foundBy, lacking } from './cases.ts';

const stemsIn = (folder: string) =>
  readdirSync(new URL(`../../${folder}/`, import.meta.url)).map((file) => file.replace(/\.[a-z]+$/, ''));

describe('the rules of drafting', () => {
  it('are each in a file of their own, with cases and a page', () => {
    const names = rules.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(stemsIn('compiler/lint/rules').filter((stem) => stem !== 'index')).toEqual(names);
    expect(stemsIn('test/lint/cases')).toEqual(names);
    expect(stemsIn('docs/rules').filter((stem) => stem !== 'README')).toEqual(names);
  });

  it('have names of their own, and each kind of diagnostic belongs to one', () => {
    expect(new Set(rules.flatMap(({ name, zh }) => [name, zh])).size).toBe(2 * rules.length);
    const codes = rules.flatMap(({ entries }) => entries.map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(rules.filter(({ entries }) => entries[0]?.why === undefined).map(({ name }) => name)).toEqual([]);
  });
});

describe.each(rules)('$name', (rule) => {
  const cases = existsSync(casesPath(rule.name)) ? casesOf(rule) : [];

  it('has cases enough', () => {
    expect(lacking(cases)).toEqual([]);
  });

  it.each(cases)('$kind: $title', (one) => {
    const compilation = compileCase(one);
    const found = foundBy(rule, compilation);
    const { text } = one.source;
    const shown = found.map(({ span }) => text.slice(span.start, span.end));
    expect(shown).toEqual(one.source.ranges.map(({ start, end }) => text.slice(start, end)));
    expect(found.map(({ span }) => span.start)).toEqual(one.source.ranges.map(({ start }) => start));
    // A case that is wrong in another way would be silent for the wrong reason.
    const errors = compilation.diagnostics.filter((d) => d.severity === 'error' && !found.includes(d));
    expect(errors.map(({ code, span }) => `${code} ${text.slice(span.start, span.end)}`)).toEqual([]);
  });
});
