import { describe, expect, it } from 'vitest';
import * as families from '../../language/diagnostics/catalogue/index.ts';
import type { Entry } from '../../language/diagnostics/define.ts';
import { inKeywords } from '../../language/diagnostics/keywords.ts';
import { roles, vocabulary } from '../../language/syntax/vocabulary.ts';
import { textOf, tracked } from './tracked.ts';

const { catalogue, ...byFamily } = families;
const ranges: Readonly<Record<keyof typeof byFamily, RegExp>> = {
  syntax: /^CS1\d{3}$/,
  names: /^CS2\d{3}$/,
  structure: /^CS3\d{3}$/,
  drafting: /^CS3\d{3}$/,
  settings: /^CS310\d$/,
  history: /^CS[23]12\d$|^CS213\d$/,
  between: /^CS4\d{3}$/,
  sourceText: /^CS50\d{2}$/,
  coverage: /^CS51\d{2}$/,
  facts: /^CS60[01]\d$/,
  runs: /^CS60[2-9]\d$/,
};
const entries = Object.entries(byFamily).flatMap(([family, members]) =>
  Object.entries(members as Record<string, Entry>).map(([name, entry]) => ({ family, name, entry })),
);

const placeholders = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));

describe('the catalogue of diagnostics', () => {
  it('gives every entry a code of its own, in the range of its family', () => {
    expect(catalogue.size).toBe(entries.length);
    const astray = entries.filter(({ family, entry }) => !ranges[family as keyof typeof ranges].test(entry.code));
    expect(astray.map(({ family, entry }) => `${family}: ${entry.code}`)).toEqual([]);
  });

  it('says everything in both languages, with the same placeholders', () => {
    for (const { entry } of entries) {
      const { zh, en, hint } = entry;
      expect(zh, entry.code).toMatch(/\p{Script=Han}/u);
      expect(en.trim(), entry.code).not.toBe('');
      if (hint !== undefined) {
        expect(hint.zh, entry.code).toMatch(/\p{Script=Han}|^\{\w+\}$/u);
        expect(hint.en.trim(), entry.code).not.toBe('');
      }
      // A message and its hint are read together: what one of them names, the other need not.
      const [chinese, english] = [zh + (hint?.zh ?? ''), en + (hint?.en ?? '')].map((text) =>
        [...placeholders(text)].sort(),
      );
      expect(english, entry.code).toEqual(chinese);
    }
  });

  it('writes code in Chinese sentences in both sets of keywords', () => {
    const keywords = new Set(
      roles
        .flatMap((role) => vocabulary[role].en.flatMap((phrase) => phrase.split(' ')))
        .concat('bool', 'money', 'count'),
    );
    // Commands and their files, the columns of data, names of rules and what one writes of dates are no keywords.
    const plain = (text: string) =>
      text.replace(/⟦[^⟧]*⟧/g, '').replace(/cuoshi( [a-z]+)*( --?\w+)*|--\w+|[\w.-]+\.(cuoshi|json|txt)|\{\w+\}/g, '');
    const stray = entries
      .filter(({ family }) => family !== 'facts' && family !== 'runs')
      .flatMap(({ entry }) =>
        [entry.zh, entry.hint?.zh ?? ''].flatMap((text) =>
          (plain(text).match(/[A-Za-z]+/g) ?? [])
            .filter((w) => keywords.has(w))
            .map((w) => `${entry.code} ${w}: ${text}`),
        ),
      );
    expect(stray).toEqual([]);
  });

  it('gives code in the keywords it says', () => {
    const texts = entries.flatMap(({ entry }) => [entry.zh, entry.en, entry.hint?.zh ?? '', entry.hint?.en ?? '']);
    const samples = texts.flatMap((text) => [...text.matchAll(/⟦([^⟧]*)⟧/g)].map((match) => match[1] ?? ''));
    const english = new Set(roles.flatMap((role) => vocabulary[role].en.flatMap((phrase) => phrase.split(' '))));
    expect(samples.length).toBeGreaterThan(80);
    for (const sample of samples) {
      const [en = '', zh = '', ...rest] = sample.split('¦');
      expect(rest, sample).toEqual([]);
      // Names of rules, of placeholders and of facts are as they are.
      const words = zh.replace(/\{\w+\}|[a-z]+(-[a-z]+)+/g, '').match(/[a-z]+/g) ?? [];
      expect(
        words.filter((word) => english.has(word) && word !== 'a'),
        sample,
      ).toEqual([]);
      expect(en, sample).toMatch(/[a-z]/);
    }
    expect(texts.filter((text) => /[⟦⟧¦]/.test(text.replace(/⟦[^⟧¦]*¦[^⟧¦]*⟧/g, '')))).toEqual([]);
  });

  it('speaks English in English, but for words it quotes', () => {
    const han = entries.filter(({ entry }) =>
      /\p{Script=Han}/u.test(inKeywords(entry.en, 'en').replaceAll(/[“"`'][^”"`']*[”"`']/g, '')),
    );
    expect(han.map(({ entry }) => `${entry.code} ${entry.en}`)).toEqual([]);
  });

  it('gives every error and warning a hint', () => {
    const bare = entries.filter(
      ({ entry }) => (entry.severity === 'error' || entry.severity === 'warning') && entry.hint === undefined,
    );
    expect(bare.map(({ entry }) => entry.code)).toEqual([]);
  });

  it('is used: no entry that nothing refers to', () => {
    const code = tracked
      .filter((file) => /^(language|compiler|lsp|stdlib)\/.*\.ts$/.test(file) && !file.includes('/catalogue/'))
      .map(textOf)
      .join('\n');
    // A family may be imported under another name; its members keep theirs. The runtime names problems by code.
    const unused = entries.filter(({ name, entry }) => !new RegExp(`\\.${name}\\b|\\b${entry.code}\\b`).test(code));
    expect(unused.map(({ family, name, entry }) => `${family}.${name} ${entry.code}`)).toEqual([]);
  });
});

/** Files whose business is sentences; everywhere else the compiler holds data and names. */
const sentenceFiles =
  /(^|\/)(words|words-[a-z-]+|sentences|say|say-[a-z-]+|[a-z-]+-(sentences|report)|init-sample)\.ts$/;

describe('sentences', () => {
  it('stand in the catalogue and in sentence files, not among the code', () => {
    const files = tracked.filter((file) => /^compiler\/.*\.ts$/.test(file) && !sentenceFiles.test(file));
    const astray = files.flatMap((file) => {
      const code = textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      return (
        [...code.matchAll(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g)]
          .filter(([literal]) => (literal.match(/\p{Script=Han}/gu) ?? []).length > 14)
          // The extractor holds lists of words that official texts use: no sentence, so no stop in them.
          .filter(([literal]) => !file.startsWith('compiler/source-text/') || /[，。；！？]/.test(literal))
          .map(([literal]) => `${file}: ${literal.slice(0, 60)}`)
      );
    });
    expect(astray).toEqual([]);
  });
});
