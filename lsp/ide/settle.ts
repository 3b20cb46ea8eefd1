import { ruleOf } from '../../compiler/lint/registry.ts';
import type { Rule } from '../../compiler/lint/rule.ts';
import type { Diagnostic, Localised, TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { nameAt } from '../../language/formatter/words.ts';
import { contains } from '../../language/source/span.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import type * as T from '../../language/syntax/tree.ts';
import { phrases, type Vocabulary } from '../../language/syntax/vocabulary.ts';
import type { Snapshot, Source } from './snapshot.ts';

/** A line that settles or accepts what was found between two measures, added to the one at hand. */
export interface Settling {
  readonly title: Localised;
  readonly edits: readonly TextEdit[];
}

type Way = 'allow' | 'stacksWith' | 'excludes' | 'replaces';

const titles: Readonly<Record<Way, Localised>> = {
  allow: { zh: '接受与“{other}”重叠，写明理由', en: 'Accept the overlap with "{other}", with a reason' },
  stacksWith: { zh: '写明可与“{other}”叠加：两项都付', en: 'Say that it stacks with "{other}": both are paid' },
  replaces: { zh: '写明废止“{other}”', en: 'Say that it replaces "{other}"' },
  excludes: {
    zh: '写明不与“{other}”重复：付了那项就不付这项',
    en: 'Say that it excludes "{other}": not paid where that one is',
  },
};

/** What can be written about a finding that names two measures, or about what a rule of drafting finds; nothing about any other. */
export function settlings(diagnostic: Diagnostic, snapshot: Snapshot): readonly Settling[] {
  const { finding, measures } = diagnostic;
  const source = snapshot.source(diagnostic.file);
  const own = measureAround(diagnostic, snapshot);
  const rule = ruleOf(diagnostic.code);
  if (rule !== undefined && source !== undefined) return acceptances(rule, source, own);
  if (finding === undefined || measures === undefined || source === undefined || own === undefined) return [];
  const other = measures.find((name) => name !== own.name.text) ?? own.name.text;
  const settling = (way: Way, of: string, block: T.Measure | T.Policy): readonly Settling[] => {
    const edit = appended(block, line(way, of, dominantVocabulary(source) ?? 'en'), source);
    return edit === undefined ? [] : [{ title: titled(titles[way], of), edits: [edit] }];
  };
  // Whether both are to be paid is only open where no rule has said so yet.
  const open = finding === 'overlap' ? (['stacksWith', 'excludes'] as const) : [];
  const policy = source.tree.items.find((item) => item.kind === 'Policy');
  const older = finding === 'stale' ? diagnostic.args.old : undefined;
  return [
    ...(typeof older === 'string' && policy !== undefined ? settling('replaces', older, policy) : []),
    ...(['allow', ...open] as const).flatMap((way) => settling(way, other, own)),
  ];
}

/** What a rule of drafting finds is accepted in the measure it stands in, else in the policy; what can be read in two ways is not. */
function acceptances(rule: Rule, source: Source, measure: T.Measure | undefined): readonly Settling[] {
  const block = measure ?? source.tree.items.find((item) => item.kind === 'Policy');
  if (rule.fixed || block === undefined) return [];
  const vocabulary = dominantVocabulary(source) ?? 'en';
  const word = (role: Parameters<typeof phrases>[0]) => phrases(role, vocabulary)[0] ?? '';
  const written =
    vocabulary === 'zh'
      ? `${word('allowRule')} ${rule.zh}，${word('because')} “…”`
      : `${word('allowRule')} ${rule.name} ${word('because')} "…"`;
  const edit = appended(block, written, source);
  return edit === undefined ? [] : [{ title: acceptRule, edits: [edit] }];
}

const acceptRule: Localised = { zh: '接受，写明理由', en: 'Accept it, with a reason' };

/** The measure that a diagnostic stands in. */
export function measureAround(diagnostic: Diagnostic, snapshot: Snapshot): T.Measure | undefined {
  const items = snapshot.source(diagnostic.file)?.tree.items ?? [];
  const own = items.find((item) => item.kind === 'Measure' && contains(item.span, diagnostic.span));
  return own?.kind === 'Measure' ? own : undefined;
}

function line(way: Way, other: string, vocabulary: Vocabulary): string {
  const name = nameAt(other, 'elsewhere');
  const word = (role: Parameters<typeof phrases>[0]) => phrases(role, vocabulary)[0] ?? '';
  const zh = vocabulary === 'zh';
  switch (way) {
    case 'allow':
      return zh
        ? `${word('allow')} ${name} ${word('allowClose')}，${word('because')} “…”`
        : `${word('allow')} ${name} ${word('because')} "…"`;
    case 'stacksWith':
      return `${word('stacksWith')} ${name}${zh ? ` ${word('stacksWithClose')}` : ''}`;
    case 'replaces':
      return `${word('replaces')} ${name}`;
    case 'excludes':
      return `${word('excludes')} ${name}${zh ? ` ${word('excludesClose')}` : ''}`;
    default:
      return way satisfies never;
  }
}

/** A new last line of a block; undefined where its closing brace is missing. */
function appended(block: T.Measure | T.Policy, written: string, { text, lines }: Source): TextEdit | undefined {
  const close = block.span.end - 1;
  if (!/[}｝]/.test(text[close] ?? '')) return undefined;
  const first = lines.line(lines.position(block.span.start).line);
  const indent = /^\s*/.exec(first)![0];
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  const last = block.body.at(-1);
  const isOwnLine = lines.line(lines.position(close).line).slice(0, lines.position(close).column).trim() === '';
  if (isOwnLine) {
    const start = close - lines.position(close).column;
    return { span: { start, end: start }, text: `${indent}  ${written}${newLine}` };
  }
  const end = last?.span.end ?? close;
  return { span: { start: end, end: close }, text: `${newLine}${indent}  ${written}${newLine}${indent}` };
}

function titled(title: Localised, other: string): Localised {
  return { zh: fill(title.zh, { other }, 'zh'), en: fill(title.en, { other }, 'en') };
}
