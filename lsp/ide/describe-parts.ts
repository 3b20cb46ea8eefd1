import { ruleNamed } from '../../compiler/lint/registry.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { bothWords } from '../../language/syntax/keywords.ts';
import { isNorm } from '../../language/syntax/statement-kinds.ts';
import type * as T from '../../language/syntax/tree.ts';
import { pathAt } from '../../language/syntax/walk.ts';
import { type Card, listed } from './markdown.ts';
import type { Meaning } from './meaning.ts';
import type { Occurrence } from './names.ts';
import type { Snapshot } from './snapshot.ts';
import { sourceOf } from './source-of.ts';
import { words } from './words.ts';

/** Names that stand only where they are made: what is known of them is what is written there. */
export type Part = Extract<
  Meaning,
  { readonly kind: 'row' | 'stage' | 'reading' | 'option' | 'object' | 'holder' | 'rule' }
>;

export function partCard(part: Part, snapshot: Snapshot, lang: Lang): Card {
  const { name } = part;
  switch (part.kind) {
    case 'row':
      return {
        name,
        kind: `${part.of.name} · ${words.row[lang]}`,
        lines: [[words.points, listed(values(part, snapshot), lang)]],
      };
    case 'stage':
      return {
        name,
        kind: `${part.measure.name} · ${words.stage[lang]}`,
        lines: [[words.share, listed(values(part, snapshot), lang)]],
      };
    case 'reading':
      return readingCard(part, snapshot, lang);
    case 'option':
      return {
        name,
        kind: `${part.reading} · ${words.option[lang]}`,
        lines: [
          [words.gives, listed(values(part, snapshot), lang)],
          [words.ruled, listed(rulingsOn(part, snapshot), lang)],
        ],
      };
    case 'object':
      return { name, kind: words.object[lang], lines: [[words.stated, listed(statements(part, snapshot), lang)]] };
    case 'holder':
      return { name, kind: words.holder[lang], lines: [[words.share, listed(shares(part, snapshot, lang), lang)]] };
    case 'rule': {
      const rule = ruleNamed(name);
      return {
        name,
        kind: words.rule[lang],
        lines: [
          [words.alias, rule === undefined ? '' : name === rule.name ? rule.zh : rule.name],
          [words.codes, listed(rule?.entries.map(({ code }) => code) ?? [], lang)],
        ],
      };
    }
    default:
      return part satisfies never;
  }
}

function readingCard(part: Extract<Part, { kind: 'reading' }>, snapshot: Snapshot, lang: Lang): Card {
  const written = places(part, snapshot).flatMap(({ path }) => path.findLast((node) => node.kind === 'Reading') ?? []);
  const [first] = written;
  return {
    name: part.name,
    kind: bothWords('reading')[lang],
    text: first?.question?.value,
    lines: [
      [words.options, first === undefined ? '' : listed(optionsOf(first), lang)],
      [words.ruled, listed(rulingsOn(part, snapshot), lang)],
    ],
  };
}

function optionsOf(reading: T.Reading): readonly string[] {
  return reading.options.flatMap((row) => row.members.map((member) => member.text));
}

interface Stands {
  readonly at: Occurrence;
  /** Down to the name itself. */
  readonly path: readonly T.Node[];
}

function places(part: Part, snapshot: Snapshot): readonly Stands[] {
  return snapshot.names.of(part).flatMap((at) => {
    const tree = snapshot.source(at.file)?.tree;
    return tree === undefined ? [] : [{ at, path: pathAt(tree, at.span.start) }];
  });
}

/** What stands beside a name in a row, as written; each once. */
function values(part: Part, snapshot: Snapshot): readonly string[] {
  const found = places(part, snapshot).flatMap(({ at, path }) => {
    const row = path.findLast((node) => node.kind === 'TableRow');
    return at.declares && row !== undefined ? [sourceOf(snapshot, at.file, row.value.span)] : [];
  });
  return [...new Set(found)];
}

function rulingsOn(part: Part, snapshot: Snapshot): readonly string[] {
  return places(part, snapshot).flatMap(({ at, path }) => {
    const ruling = path.findLast((node) => node.kind === 'Ruling');
    return ruling === undefined ? [] : [sourceOf(snapshot, at.file, ruling.span)];
  });
}

/** The rights, duties and targets that are about something. */
function statements(part: Part, snapshot: Snapshot): readonly string[] {
  const found = places(part, snapshot).flatMap(({ at, path }) => {
    const measure = path.findLast((node) => node.kind === 'Measure');
    const norm = measure?.body.find((line) => isNorm(line) && path.includes(line));
    return norm === undefined ? [] : [sourceOf(snapshot, at.file, norm.span)];
  });
  return [...new Set(found)];
}

/** Whose part of which benefit, or of all of a measure. */
function shares(part: Part, snapshot: Snapshot, lang: Lang): readonly string[] {
  return places(part, snapshot).flatMap(({ at, path }) => {
    const share = path.findLast((node) => node.kind === 'Share');
    if (share === undefined) return [];
    const within = path.flatMap((node) =>
      node.kind === 'Measure' ? [node.name.text] : node.kind === 'Benefit' && node.label ? [node.label.text] : [],
    );
    const what = share.share === undefined ? words.whole[lang] : sourceOf(snapshot, at.file, share.share.span);
    return [`${within.join('/')} ${what}`];
  });
}
