import { describe, expect, it } from 'vitest';
import * as families from '../../language/diagnostics/catalogue/index.ts';
import type { Entry } from '../../language/diagnostics/define.ts';
import { codeActions } from '../../lsp/ide/code-actions.ts';
import { diagnosticsOf } from '../../lsp/ide/diagnostics.ts';
import { textOf, tracked } from '../audit/tracked.ts';
import { samples } from './fix-samples.ts';
import { applyEdits, fixture } from './fixture.ts';

const { catalogue, ...byFamily } = families;
const entryNames = new Map(
  Object.values(byFamily).flatMap((members) =>
    Object.entries(members as Record<string, Entry>).map(([name, { code }]) => [name, code] as const),
  ),
);

/** The codes of the entries that come with a fix: the last entry named before `fixes:` in the code that tells it. */
function codesWithFix(): ReadonlySet<string> {
  const sources = tracked.filter((f) => /^(language|compiler)\/.*\.ts$/.test(f) && !/catalogue\/|define\.ts$/.test(f));
  const found = new Set<string>();
  for (const text of sources.map(textOf)) {
    for (const { index } of text.matchAll(/(?<!const )\bfixes\b\s*[:}]/g)) {
      const before = [...text.slice(0, index).matchAll(/\b(?!diagnostic\b)[a-zA-Z]+\.([a-zA-Z]+)\b/g)].map(
        ([, name]) => name!,
      );
      const name = before.findLast((candidate) => entryNames.has(candidate));
      if (name !== undefined) found.add(entryNames.get(name)!);
    }
  }
  // And those whose hint the editor carries out.
  for (const [, name] of textOf('lsp/ide/hinted-fixes.ts').matchAll(/case \w+\.(\w+)\.code/g)) {
    found.add(entryNames.get(name!)!);
  }
  return found;
}

/** Codes whose hint tells to write or remove something that no editor can write or choose, and why not. */
const byHand: Readonly<Record<string, readonly string[]>> = {
  'which figure, day or name is meant is not in the text': [
    ...['CS1022', 'CS2040', 'CS2043', 'CS2045', 'CS2046', 'CS2063', 'CS2136', 'CS2122', 'CS2124', 'CS2125', 'CS2132'],
    ...[
      'CS2134',
      'CS3051',
      'CS3052',
      'CS3054',
      'CS3060',
      'CS3072',
      'CS3013',
      'CS3128',
      'CS3131',
      'CS3158',
      'CS3038',
      'CS4006',
      'CS4017',
      'CS3093',
      'CS3094',
      'CS3095',
      'CS3096',
    ],
  ],
  'one of two has to go, and which is for the drafter to say': [
    ...['CS2010', 'CS2018', 'CS2033', 'CS2034', 'CS2055', 'CS2129', 'CS3031', 'CS4004'],
  ],
  'the line that is missing holds what only the official text says': [
    ...['CS2056', 'CS3001', 'CS3008', 'CS3019', 'CS3020', 'CS3030', 'CS4040'],
  ],
};

const named = (source: string) => `//- draft/main.cuoshi\n${source}`;
const withFiles = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts)
    .map(([file, text]) => `//- ${file}\n${text}`)
    .join('');

describe('the fixes of the catalogue', () => {
  it('have a sample each', () => {
    expect(Object.keys(samples).sort()).toEqual([...codesWithFix()].sort());
  });

  it('are there wherever a hint tells what to write or remove, or the reason why not is listed', () => {
    const listed = Object.values(byHand).flat();
    const told = [...catalogue.values()].filter(
      ({ code, hint }) =>
        // Of 5 and 6 are records, official texts and runs, of 310 the settings, which no editor shows within a policy.
        /^CS[1-4]/.test(code) &&
        !/^CS310/.test(code) &&
        /^(改[为用成]|写成|写 |补上|删去|加|在.*加|去掉|放进|两头)/.test(hint?.zh ?? ''),
    );
    const codes = told.map(({ code }) => code).filter((code) => samples[code] === undefined);
    expect(codes.sort()).toEqual([...listed].sort());
  });

  it.each(Object.entries(samples))('%s is offered as an action, and is gone once it is done', (code, source) => {
    const { snapshot, file, texts } = fixture(named(source));
    const told = diagnosticsOf(snapshot, file).filter((d) => d.code === code);
    expect(diagnosticsOf(snapshot, file).map((d) => d.code)).toContain(code);
    const actions = codeActions(snapshot, file, told[0]!.span, 'zh').filter(({ diagnostic }) => diagnostic === told[0]);
    expect(actions.length).toBeGreaterThan(0);
    for (const { edits, title } of actions) {
      // A reason is offered as a blank, and is none before it is written.
      const after = applyEdits(texts[file]!, edits).replace('"…"', '"不符"');
      const left = diagnosticsOf(fixture(withFiles({ ...texts, [file]: after })).snapshot, file).filter(
        (d) => d.code === code,
      );
      expect(`${title}: ${left.length}`).toBe(`${title}: ${told.length - 1}`);
    }
  });
});
