import { describe, expect, it } from 'vitest';
import { readRecords } from '../../vscode-extension/src/records.ts';

describe('a file of applicants', () => {
  it('is one object, an array of them, or one on each line', () => {
    expect(readRecords('{"硕士": 1}')).toEqual([{ 硕士: 1 }]);
    expect(readRecords('\uFEFF[{"硕士": 1}, {"硕士": 2}]')).toEqual([{ 硕士: 1 }, { 硕士: 2 }]);
    expect(readRecords('{"硕士": 1}\n\n{"硕士": 2}\n')).toEqual([{ 硕士: 1 }, { 硕士: 2 }]);
  });

  it('is nothing else', () => {
    for (const text of ['[1, 2]', '"text"', '{"硕士": 1', '{"硕士": 1}\nx', 'null']) {
      expect(readRecords(text)).toBeUndefined();
    }
  });
});
