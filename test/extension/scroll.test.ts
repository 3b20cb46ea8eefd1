import { describe, expect, it } from 'vitest';
import { knotsOf, lineAt, topOf } from '../../vscode-extension/webview/scroll.ts';

const boxes = [
  { first: 10, last: 19, top: 500, bottom: 600 },
  { first: 30, last: 34, top: 640, bottom: 940 },
];

describe('the places where source and page meet', () => {
  const knots = knotsOf(boxes, 50, 1200);

  it('are exact at the first line of a clause', () => {
    expect(topOf(knots, 10)).toBe(500);
    expect(topOf(knots, 30)).toBe(640);
    expect(lineAt(knots, 640)).toBe(30);
  });

  it('are in proportion between', () => {
    expect(topOf(knots, 15)).toBe(550);
    expect(topOf(knots, 25)).toBe(620);
    expect(lineAt(knots, 250)).toBe(5);
  });

  it('end where both end', () => {
    expect(topOf(knots, 50)).toBe(1200);
    expect(topOf(knots, 80)).toBe(1200);
    expect(lineAt(knots, 5000)).toBe(50);
  });

  it('lead there and back for every line', () => {
    for (let line = 0; line < 50; line += 1) expect(lineAt(knots, topOf(knots, line))).toBeCloseTo(line, 6);
  });

  it('leave out what stands in another order than the source', () => {
    const odd = knotsOf([...boxes, { first: 40, last: 42, top: 100, bottom: 200 }], 50, 1200);
    expect(odd).toEqual(knots);
  });

  it('are at the top of a page without clauses', () => {
    expect(topOf(knotsOf([], 0, 0), 7)).toBe(0);
  });
});
