import { describe, expect, it } from 'vitest';
import { all } from './phrases.ts';
import { figures } from './texts.ts';

describe.each(Object.entries(all))('figures of %s', (_, phrases) => {
  it.each(phrases)('%s', (phrase, ...expected) => {
    expect(figures(phrase)).toEqual(expected);
    // Neither what stands before nor what comes after a phrase changes its figures.
    expect(figures(`支持甲业，${phrase}。做好工作`)).toEqual(expected);
  });
});

describe('the table of phrases', () => {
  it('is long, and says each thing once', () => {
    const phrases = Object.values(all).flat();
    expect(phrases.length).toBeGreaterThan(200);
    expect(new Set(phrases.map(([phrase]) => phrase)).size).toBe(phrases.length);
  });
});
