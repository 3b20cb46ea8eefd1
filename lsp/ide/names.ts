import type { Declarations } from '../../compiler/bind/bind.ts';
import type { Lookup } from '../../compiler/bind/scope.ts';
import type { AnySymbol, FactSymbol, LetSymbol, Place, PolicySymbol } from '../../compiler/bind/symbols.ts';
import { within } from '../../compiler/check/check.ts';
import type { Checked, CheckedPolicy } from '../../compiler/check/model.ts';
import { ruleNamed } from '../../compiler/lint/registry.ts';
import type { Module } from '../../compiler/project/program.ts';
import type { Span } from '../../language/source/span.ts';
import type * as T from '../../language/syntax/tree.ts';
import { children } from '../../language/syntax/walk.ts';
import { isSame, type Meaning, makeKeys, subjectOf, type Undeclared } from './meaning.ts';
import { memoise } from './memoise.ts';

/** A name in a file, with what it stands for. */
export interface Occurrence {
  readonly file: string;
  readonly span: Span;
  /** As meant, without back-quotes. */
  readonly text: string;
  readonly meaning: Meaning;
  /** The name, or another name, is declared here. */
  readonly declares: boolean;
}

/** Every name of a program that stands for something. */
export interface NameIndex {
  /** The name at an offset, ends included; where two touch, the one that begins there. */
  at(file: string, offset: number): Occurrence | undefined;
  /** All names that stand for the same, in the order of files and places. */
  of(meaning: Meaning): readonly Occurrence[];
  /** The names of a file, in source order. */
  in(file: string): readonly Occurrence[];
  /** The same for two meanings that are one; only within this index. */
  key(meaning: Meaning): string;
}

/** Goes through a file when somebody asks about it; files of which nothing changed since an earlier version are known. */
export function indexNames(checked: Checked): NameIndex {
  const { modules } = checked.binding.program;
  const policyOf = new Map(checked.policies.flatMap((p) => p.symbol.files.map((file) => [file, p] as const)));
  const inFile = memoise((file: string): FileNames => {
    const module = modules.get(file);
    return module === undefined ? noNames : namesOf(module, policyOf.get(file), checked);
  });
  return {
    in: (file) => inFile(file).all,
    at: (file, offset) => {
      const names = inFile(file).all;
      let low = 0;
      let high = names.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (names[mid]!.span.start <= offset) low = mid + 1;
        else high = mid;
      }
      const last = names[low - 1];
      return last !== undefined && offset <= last.span.end ? last : undefined;
    },
    of: (meaning) => {
      const about = subjectOf(meaning);
      return [...modules.keys()].flatMap((file) =>
        (inFile(file).about.get(about) ?? []).filter((occurrence) => isSame(occurrence.meaning, meaning)),
      );
    },
    key: makeKeys(),
  };
}

/** The names of one file, in source order, and by what they are about. */
interface FileNames {
  readonly all: readonly Occurrence[];
  readonly about: ReadonlyMap<AnySymbol | string, readonly Occurrence[]>;
}

const noNames: FileNames = { all: [], about: new Map() };

interface KnownNames {
  readonly names: FileNames;
  readonly declarations: unknown;
  readonly part: unknown;
  /** What was asked outside of the part, with the answers. */
  readonly outside: ReadonlyMap<string, AnySymbol | undefined>;
}

const knownNames = new WeakMap<Module, KnownNames>();

/** The names of a file; those found before, where the file, what it sees and what was found out about it are the same. */
function namesOf(module: Module, policy: CheckedPolicy | undefined, checked: Checked): FileNames {
  const { file } = module;
  const { declarations } = checked.binding;
  const part = policy === undefined ? checked.shared : checked.parts.get(policy.symbol)?.part;
  const before = knownNames.get(module);
  const agrees = (asked: KnownNames['outside']) =>
    [...asked].every(([name, answer]) => named(name, file, checked) === answer);
  if (before?.declarations === declarations && before.part === part && agrees(before.outside)) return before.names;
  const own = policy === undefined ? checked : within(checked, policy);
  const outside = new Map<string, AnySymbol | undefined>();
  const all = collect(module.parsed.tree, file, own, declaredNames(policy, checked), policy?.symbol, outside);
  all.sort((a, b) => a.span.start - b.span.start);
  const about = new Map<AnySymbol | string, Occurrence[]>();
  for (const occurrence of all) {
    const subject = subjectOf(occurrence.meaning);
    const known = about.get(subject);
    if (known === undefined) about.set(subject, [occurrence]);
    else known.push(occurrence);
  }
  const names: FileNames = { all, about };
  knownNames.set(module, { names, declarations, part, outside });
  return names;
}

/** What `replaces` names: a policy, or a measure that is continued. */
function named(name: string, file: string, checked: Checked): AnySymbol | undefined {
  const { scope } = checked.binding;
  return scope.tables.policies.get(name) ?? scope.find('measure', name, file);
}

// ----------------------------------------------------------------------------------------------------------- building

/** The symbols of all names that declare one: those of the whole program, and those of one policy. */
function declaredNames(policy: CheckedPolicy | undefined, checked: Checked): Lookup<T.Name, AnySymbol> {
  const shared = declaredByAll(checked.binding.declarations);
  if (policy === undefined) return shared;
  const measures = policy.measures.map((measure) => measure.symbol);
  const own = byDeclaration([
    measures,
    measures.flatMap((measure): LetSymbol[] => [...measure.lets.values()]),
    policy.budgets.map((budget) => budget.symbol),
    [policy.symbol],
  ]);
  return { get: (name) => own.get(name) ?? shared.get(name) };
}

const declaredOf = new WeakMap<Declarations, ReadonlyMap<T.Name, AnySymbol>>();

function declaredByAll(declarations: Declarations): ReadonlyMap<T.Name, AnySymbol> {
  const known = declaredOf.get(declarations);
  if (known !== undefined) return known;
  const { tables } = declarations;
  const records = [...tables.records.values()].flat();
  const declared = byDeclaration([
    tables.agencies.values(),
    tables.parties.values(),
    [...tables.enums.values()].flat(),
    records,
    records.flatMap((record): FactSymbol[] => record.fields),
    tables.units.values(),
    tables.matters.values(),
    tables.facts.values(),
    tables.lets.values(),
  ]);
  declaredOf.set(declarations, declared);
  return declared;
}

function byDeclaration(symbols: readonly Iterable<AnySymbol>[]): ReadonlyMap<T.Name, AnySymbol> {
  const declared = new Map<T.Name, AnySymbol>();
  for (const symbol of symbols.flatMap((some) => [...some])) {
    for (const place of symbol.declarations) if (isWritten(place)) declared.set(place.name, symbol);
  }
  return declared;
}

/** A policy without a header has a name, but no place where it is written. */
function isWritten(place: Place): boolean {
  return place.name.span.end > place.name.span.start;
}

/** `outside` is told what was asked of the program as a whole, with the answers. */
function collect(
  tree: T.File,
  file: string,
  checked: Checked,
  declared: Lookup<T.Name, AnySymbol>,
  policy: PolicySymbol | undefined,
  outside: Map<string, AnySymbol | undefined>,
): Occurrence[] {
  const { scope, program } = checked.binding;
  const found: Occurrence[] = [];

  const symbol = (of: AnySymbol): Meaning => ({ kind: 'symbol', symbol: of });

  const visit = (node: T.Node, around: Around, measure: T.Measure | undefined): void => {
    const [parent] = around;
    if (node.kind === 'Path' || (node.kind === 'Name' && parent !== undefined)) {
      const text = node.kind === 'Name' ? node.text : pathText(node);
      const known =
        text === '' ? undefined : node.kind === 'Name' ? meant(node, parent!, around[1], measure) : meantModule(text);
      if (known !== undefined) found.push({ file, span: node.span, text, ...known });
      return;
    }
    const within = node.kind === 'Measure' ? node : measure;
    for (const child of children(node)) visit(child, [node, parent], within);
  };

  function meant(
    name: T.Name,
    parent: T.Node,
    outer: T.Node | undefined,
    measure: T.Measure | undefined,
  ): Meant | undefined {
    const own = declared.get(name);
    if (own !== undefined) return { meaning: symbol(own), declares: true };
    const other = declaredByParent(name, parent, measure) ?? declaredInPlace(name, parent, outer, measure);
    if (other !== undefined) return { meaning: other, declares: true };
    const used = usedAs(name, parent, measure) ?? ofReading(name, parent);
    if (used !== undefined) return { meaning: used, declares: false };
    const undeclared = undeclaredIn(name, parent, outer);
    // What a norm is about is stated there; an example only refers to it.
    return (
      undeclared && { meaning: undeclared, declares: undeclared.kind === 'object' && parent.kind !== 'NormReference' }
    );
  }

  function meantModule(name: string): Meant {
    return { meaning: { kind: 'module', name, file: moduleFile(name) }, declares: false };
  }

  /** Other names, members and labels: declared by the statement around them. */
  function declaredByParent(name: T.Name, parent: T.Node, measure: T.Measure | undefined): Meaning | undefined {
    switch (parent.kind) {
      case 'AgencyDeclaration':
      case 'UnitDeclaration':
      case 'ParameterDeclaration':
      case 'PartyDeclaration':
      case 'Field': {
        if ('parents' in parent && parent.parents.includes(name)) return undefined;
        const own = declared.get(parent.name);
        return own && symbol(own);
      }
      case 'EnumDeclaration': {
        const own = declared.get(parent.name);
        return own?.kind === 'enum' ? { kind: 'member', of: own, member: name.text } : undefined;
      }
      case 'Benefit': {
        const own = measure && declared.get(measure.name);
        return own?.kind === 'measure' ? { kind: 'benefit', measure: own, label: name.text } : undefined;
      }
      default:
        return undefined;
    }
  }

  /** Names of parts: they stand where they are made, and nothing else declares them. */
  function declaredInPlace(
    name: T.Name,
    parent: T.Node,
    outer: T.Node | undefined,
    measure: T.Measure | undefined,
  ): Meaning | undefined {
    if (parent.kind === 'Reading' && name === parent.name)
      return policy && { kind: 'reading', policy, name: name.text };
    if (parent.kind !== 'TableRow' || !parent.members.includes(name)) return undefined;
    switch (outer?.kind) {
      case 'Reading':
        return policy && { kind: 'option', policy, reading: outer.name.text, name: name.text };
      case 'Stages': {
        const own = measure && declared.get(measure.name);
        return own?.kind === 'measure' ? { kind: 'stage', measure: own, name: name.text } : undefined;
      }
      case 'Score': {
        const own = declared.get(outer.name);
        return own?.kind === 'let' ? { kind: 'row', of: own, name: name.text } : undefined;
      }
      default:
        return undefined;
    }
  }

  function ofReading(name: T.Name, parent: T.Node): Meaning | undefined {
    if (policy === undefined || (parent.kind !== 'Ruling' && parent.kind !== 'TryReading')) return undefined;
    if (name === parent.reading) return { kind: 'reading', policy, name: name.text };
    return name === parent.option
      ? { kind: 'option', policy, reading: parent.reading.text, name: name.text }
      : undefined;
  }

  function usedAs(name: T.Name, parent: T.Node, measure: T.Measure | undefined): Meaning | undefined {
    const target = checked.targets.get(name);
    if (target !== undefined) {
      return target.label === name.text
        ? { kind: 'benefit', measure: target.measure, label: target.label }
        : symbol(target.measure);
    }
    const use = checked.uses.get(name);
    if (use !== undefined) return symbol(use.symbol);
    const reference = checked.references.get(name);
    if (reference?.kind === 'member') return { kind: 'member', of: reference.of, member: reference.member };
    switch (parent.kind) {
      case 'Replaces': {
        const replaced = named(name.text, file, checked);
        outside.set(name.text, replaced);
        return replaced && symbol(replaced);
      }
      case 'MatterDeclaration': {
        const matter = scope.find('matter', name.text, file);
        return matter && symbol(matter);
      }
      case 'AwardReference':
        return awardNamed(name, parent, measure);
      case 'Cap': {
        // `per 平台`: the list that the measure goes through.
        const each = measure?.body.find((line) => line.kind === 'For')?.each;
        const list = each?.text === name.text ? checked.uses.get(each) : undefined;
        return list && symbol(list.symbol);
      }
      default:
        return undefined;
    }
  }

  /** `had 奖金`, `had 乙.奖金`, `had some-2027.乙`: the measure, where one is named, is known by now. */
  function awardNamed(name: T.Name, parent: T.AwardReference, measure: T.Measure | undefined): Meaning | undefined {
    const [first, second] = parent.path;
    const found = checked.pastAwards.get(parent);
    if (first === undefined || found === undefined) return undefined;
    const of = [first, second].map((part) => part && checked.uses.get(part)?.symbol).find((s) => s?.kind === 'measure');
    if (name === first && second !== undefined) return of?.kind === 'measure' ? symbol(of.policy) : undefined;
    const own = of ?? (measure && declared.get(measure.name));
    const isLabel = own?.kind === 'measure' && found.benefit === name.text;
    return isLabel ? { kind: 'benefit', measure: own, label: name.text } : undefined;
  }

  visit(tree, [undefined, undefined], undefined);
  return found;

  /** A file is used by a path that ends in the module's parts, below the standard library or beside this file. */
  function moduleFile(name: string): string | undefined {
    const standard = name.startsWith('std.');
    const ending = `/${(standard ? name.slice('std.'.length) : name).replaceAll('.', '/')}.cuoshi`;
    return program.modules.get(file)?.uses.find((used) => {
      const isStandard = program.modules.get(used)?.standard ?? false;
      return isStandard === standard && used.replaceAll('\\', '/').endsWith(ending);
    });
  }
}

/** What is right around a node, and what is around that. */
type Around = readonly [T.Node | undefined, T.Node | undefined];

/** Names that need no declaration, by where they stand. */
function undeclaredIn(name: T.Name, parent: T.Node, outer: T.Node | undefined): Meaning | undefined {
  const of = (kind: Undeclared): Meaning => ({ kind, name: name.text });
  switch (parent.kind) {
    case 'After':
    case 'SelectedBy':
      return of('process');
    case 'Recognise':
    case 'Reckon':
    case 'Hold':
    case 'Revoke':
    case 'Target':
    case 'Duty':
    case 'NormReference':
      return of('object');
    case 'Exempt':
      return name === parent.from ? of('object') : undefined;
    case 'NameExpression':
      // The base of a share is a fact where one of that name is known.
      return (outer?.kind === 'Entitle' || outer?.kind === 'Hold') && outer.of === parent ? of('object') : undefined;
    case 'Expect':
      // A procedure that was passed or not is asked for by its name.
      return parent.facts.includes(name) ? of('process') : undefined;
    case 'Share':
      return of('holder');
    case 'AllowRule':
      return ruleNamed(name.text) && of('rule');
    default:
      return undefined;
  }
}

type Meant = Pick<Occurrence, 'meaning' | 'declares'>;

function pathText(path: T.Path): string {
  return path.parts.map((part) => part.text).join('.');
}
