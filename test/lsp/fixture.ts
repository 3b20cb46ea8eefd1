import type { Span } from '../../language/source/span.ts';
import { type Snapshot, takeSnapshot } from '../../lsp/ide/snapshot.ts';
import { marked, withMarks } from '../harness/markers.ts';
import { memoryHost } from '../harness/memory-host.ts';

/** A place that a fixture marks. */
export interface Place {
  readonly file: string;
  readonly span: Span;
}

export interface Fixture {
  readonly snapshot: Snapshot;
  readonly file: string;
  /** `$0`, in `file`. */
  readonly offset: number;
  /** `⟦…⟧`, in the order of files and places. */
  readonly ranges: readonly Place[];
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Takes a snapshot of a small program. `//- folder/name.cuoshi` on a line of its own begins another file; `$0` marks the
 * cursor and `⟦…⟧` ranges. Each folder is a unit, as in a workspace.
 */
export function fixture(source: string): Fixture {
  const texts: Record<string, string> = {};
  const ranges: Place[] = [];
  let cursor: { file: string; offset: number } | undefined;
  for (const [file, part] of filesOf(source)) {
    const { text, ranges: spans, cursor: offset } = marked(part);
    texts[file] = text;
    ranges.push(...spans.map((span) => ({ file, span })));
    if (offset !== undefined) cursor = { file, offset };
  }
  const folders = [...new Set(Object.keys(texts).map((file) => file.split('/').slice(0, -1).join('/')))];
  const { file, offset } = cursor ?? { file: Object.keys(texts)[0]!, offset: 0 };
  return { snapshot: takeSnapshot(folders, memoryHost(texts)), file, offset, ranges, texts };
}

function filesOf(source: string): [file: string, text: string][] {
  const parts = source.split(/^\/\/- (\S+)\n/m);
  const files: [string, string][] = parts[0]!.trim() === '' ? [] : [['draft/main.cuoshi', parts[0]!]];
  for (let i = 1; i < parts.length; i += 2) files.push([parts[i]!, parts[i + 1] ?? '']);
  return files;
}

/** The texts of a program with marks around places: the inverse of a fixture's, for readable failures. */
export function withPlaces(texts: Readonly<Record<string, string>>, places: readonly Place[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([file, text]) => [
      file,
      withMarks(
        text,
        places.filter((place) => place.file === file).map((place) => place.span),
      ),
    ]),
  );
}

/** Puts edits into a text. */
export function applyEdits(text: string, edits: readonly { readonly span: Span; readonly text: string }[]): string {
  return [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end), text);
}

/** The declarations that most tests share, in either vocabulary. */
export const declarations = {
  en: `use std.parties
use std.jinan
use std.matters

enum 等次 { 优秀, 良好, 合格 }

record 平台 {
  类型: 等次
  获批: bool
}

party 高校 {
  硕士 alias master: count "联合培养的硕士"
  创新券: money
  评价: 等次
  订单式: bool
  平台: list of 平台
}
`,
  zh: `引用 std.parties
引用 std.jinan
引用 std.matters

分类 等次 { 优秀、良好、合格 }

名录 平台 {
  类型：等次
  获批：是否
}

主体 高校 {
  硕士 又称 master：数目 “联合培养的硕士”
  创新券：金额
  评价：等次
  订单式：是否
  平台：平台 名单
}
`,
} as const;
