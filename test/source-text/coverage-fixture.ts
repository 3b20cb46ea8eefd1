import { bind } from '../../compiler/bind/bind.ts';
import { check } from '../../compiler/check/check.ts';
import { loadProgram } from '../../compiler/project/program.ts';
import type { Coverage } from '../../compiler/source-text/coverage/coverage.ts';
import { coverPaths, type Documents } from '../../compiler/source-text/coverage/documents.ts';
import type { Body, Figure, Manifest, Part } from '../../compiler/source-text/manifest.ts';
import { message } from '../../language/diagnostics/render.ts';
import { memoryHost } from '../harness/memory-host.ts';

const hash = '0'.repeat(64);

export function part(clause: string, more: Partial<Part> = {}): Part {
  return { clause, role: 'clause', hash, length: 100, figures: [], conditions: [], bodies: [], ...more };
}

export function manifest(parts: readonly Part[], policy = 'demo'): Manifest {
  return { format: 'cuoshi-source/1', policy, hash, parts };
}

export function money(text: string, fen: number | string, more: Partial<Figure> = {}): Figure {
  return { type: 'money', text, value: String(fen), ...more };
}

export const highest = { limit: 'highest', limitWord: '最高' } as const;

export function responsible(...names: readonly string[]): Body[] {
  return names.map((name) => ({ name, role: 'responsible' }));
}

export const head = `use std.parties

agency 市教育局 alias 济南市教育局 formerly 市教委
agency 市科技局

policy demo "示例" {
  level city
  status in force
  source "demo.source.json"
}

enum 等次 { 优秀, 良好 }

party 高校 {
  硕士: count
  获批: bool
  新认定: bool
  等次: 等次
  检测费: money
}
`;

/** Sets measures beside parts, under the head above unless another is given. */
export function documentsOf(measures: string, parts: readonly Part[], header = head): Documents {
  const files = {
    'policy/demo.cuoshi': header + measures,
    'policy/demo.source.json': JSON.stringify(manifest(parts)),
  };
  return coverPaths(['policy'], memoryHost(files));
}

export function coverageOf(documents: Documents): Coverage {
  const [document] = documents.documents;
  if (document?.coverage === undefined) throw new Error(`nothing compared: ${told(documents).join('\n')}`);
  return document.coverage;
}

/** Every finding as `CODE line: message`, in Chinese. */
export function told({ documents, errors, textOf }: Documents): string[] {
  return [...errors, ...documents.flatMap((d) => d.diagnostics)].map((d) => {
    const line = (textOf(d.file) ?? '').slice(0, d.span.start).split('\n').length;
    return `${d.code} ${line}: ${message(d, 'zh')}`;
  });
}

export function codes(documents: Documents): string[] {
  return told(documents).map((line) => line.slice(0, 6));
}

export function checkedOf(files: Readonly<Record<string, string>>) {
  return check(bind(loadProgram(['policy'], memoryHost(files))));
}
