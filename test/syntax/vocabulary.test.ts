import { describe, expect, it } from 'vitest';
import { checkGrammar } from '../../language/syntax/grammar.ts';
import { type Context, headRole } from '../../language/syntax/heads.ts';
import { keywordPrefixes, keywordSuffixes, keywordsOfRun } from '../../language/syntax/keywords.ts';
import { scan } from '../../language/syntax/scan.ts';
import { rolesOf } from '../../language/syntax/tokens.ts';
import { phrases, printed, type Role, roles, rolesOfPhrase, vocabulary } from '../../language/syntax/vocabulary.ts';

const contexts: readonly Context[] = ['file', 'policy', 'measure', 'budget', 'example'];

describe('the keyword table', () => {
  it('has a grammar without ambiguities', () => {
    expect(checkGrammar).not.toThrow();
  });

  it('gives every role a word in some vocabulary', () => {
    expect(roles.filter((role) => vocabulary[role].en.length + vocabulary[role].zh.length === 0)).toEqual([]);
  });

  it('is scanned as it is written: every phrase is one token with its roles', () => {
    for (const [phrase, serves] of rolesOfPhrase) {
      const { tokens, diagnostics } = scan(phrase, 'test.cuoshi');
      expect(tokens.length, phrase).toBe(1);
      expect(rolesOf(tokens[0]!), phrase).toEqual(serves);
      expect(diagnostics, phrase).toEqual([]);
    }
  });

  it('lets no phrase head two kinds of statement in one place', () => {
    const heads = roles.filter((role) => vocabulary[role].head !== undefined);
    for (const [phrase, serves] of rolesOfPhrase) {
      const headed = serves.filter((role) => heads.includes(role));
      if (headed.length < 2) continue;
      // The one such pair: a matter is declared at the top, and named in a measure.
      expect([...headed].sort(), phrase).toEqual(['about', 'matter']);
      expect(contexts.map((context) => headRole(serves, context))).toEqual([
        'matter',
        'about',
        'about',
        'about',
        'about',
      ]);
    }
  });

  it('prints a phrase that means the role, whatever else it means', () => {
    for (const role of roles) {
      for (const of of ['en', 'zh'] as const) {
        const word = printed(role, of);
        expect(word).toBe(phrases(role, of)[0]);
        if (word !== undefined) expect(rolesOfPhrase.get(word.replace('（', '(').replace('）', ')'))).toContain(role);
      }
    }
  });

  it('keeps the two phrases of the design apart that begin alike', () => {
    const role = (phrase: string): readonly Role[] | undefined => rolesOfPhrase.get(phrase);
    expect(role('最高')).toEqual(['upTo']);
    expect(role('最高不超过')).toEqual(['cap']);
    expect(role('per')).toEqual(['per']);
    expect(role('per year')).toEqual(['perYear']);
  });
});

describe('keywords in Han text', () => {
  it.each([
    ['每年最高不超过', ['每年', '最高不超过']],
    ['的每个', ['的', '每个']],
    ['给予最高', ['给予', '最高']],
    ['累计不超过', ['累计', '不超过']],
  ])('%s is a sequence of them', (run, parts) => expect(keywordsOfRun(run)).toEqual(parts));

  it.each(['当年', '经济贡献', '每股收益', '补助对象', '奖励金额', '机构名录', '累计上限', '每硕士', '至今'])(
    '%s is a name',
    (run) => expect(keywordsOfRun(run)).toBeUndefined(),
  );

  it('are offered where one is stuck to a name', () => {
    expect(keywordPrefixes('每硕士')).toEqual(['每']);
    expect(keywordPrefixes('最高不超过预算')).toEqual(['最高不超过', '最高']);
    expect(keywordSuffixes('绩效评估后')).toEqual(['后']);
  });
});
