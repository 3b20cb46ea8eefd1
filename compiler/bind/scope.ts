import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic, Fix, Localised } from '../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../language/diagnostics/did-you-mean.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { Program } from '../project/program.ts';
import type { DeclaredKind } from '../project/standard-names.ts';
import type {
  AgencySymbol,
  AnySymbol,
  BudgetSymbol,
  EnumSymbol,
  FactSymbol,
  LetSymbol,
  MatterSymbol,
  MeasureSymbol,
  PartySymbol,
  PolicySymbol,
  RecordSymbol,
  UnitSymbol,
} from './symbols.ts';
import { symbolWord } from './symbols.ts';

/** Declarations by name; other names of a thing lead to the same symbol. */
export interface Tables {
  readonly agencies: Map<string, AgencySymbol>;
  readonly parties: Map<string, PartySymbol>;
  /** Enums and records belong to their module: several may share a name. */
  readonly enums: Map<string, EnumSymbol[]>;
  readonly records: Map<string, RecordSymbol[]>;
  readonly units: Map<string, UnitSymbol>;
  readonly matters: Map<string, MatterSymbol>;
  /** Facts of applicants; fields live in their record. */
  readonly facts: Map<string, FactSymbol>;
  /** Top-level ones. */
  readonly lets: Map<string, LetSymbol>;
  readonly measures: Map<string, MeasureSymbol[]>;
  readonly budgets: Map<string, BudgetSymbol[]>;
  readonly policies: Map<string, PolicySymbol>;
  readonly disjoint: PartySymbol[][];
}

interface SymbolOf {
  agency: AgencySymbol;
  party: PartySymbol;
  enum: EnumSymbol;
  record: RecordSymbol;
  unit: UnitSymbol;
  matter: MatterSymbol;
  fact: FactSymbol;
  let: LetSymbol;
  measure: MeasureSymbol;
  budget: BudgetSymbol;
  policy: PolicySymbol;
}

/** A name in the source that stands for a declared thing. */
export interface Use {
  readonly file: string;
  readonly name: T.Name;
  readonly symbol: AnySymbol;
}

/** What can be looked up, and no more: in an editor it is put together of parts that were found out at different times. */
export type Lookup<K, V> = Pick<ReadonlyMap<K, V>, 'get'>;

/** Kinds whose declarations come and go as measures are written; all others are declarations of the whole program. */
type Passing = 'measure' | 'budget' | 'policy';

/**
 * What one part of a program asked about measures, budgets and policies, with the answers. As long as these are the
 * same, so is what was made of them.
 */
export interface Asked {
  readonly answers: Map<
    string,
    { readonly kind: Passing; readonly name: string; readonly file: string; readonly answer: AnySymbol | undefined }
  >;
  /** All names of such a kind were asked for: any new one would change the answer. */
  all: boolean;
}

/** Finds what a name stands for, as seen from a file. */
export interface Scope {
  readonly tables: Tables;
  /** Every name that was found to stand for something, for references, renaming and highlighting. */
  readonly uses: ReadonlyMap<T.Name, Use>;
  /** The same scope for one part of the program: with uses of its own, and remembering in `asked` what it asks. */
  part(asked: Asked): Scope;
  /** Whether this scope gives all the answers that another one gave. */
  agrees(asked: Asked): boolean;
  /** Records what a name stands for. */
  note(name: T.Name, file: string, symbol: AnySymbol): void;
  /** Records what was found elsewhere. */
  adopt(use: Use): void;
  /** The symbol, or undefined; says nothing. */
  find<K extends keyof SymbolOf>(kind: K, name: string, file: string): SymbolOf[K] | undefined;
  /** The symbol; where there is none, tells so with suggestions and gives undefined. A missing name is silent. */
  resolve<K extends keyof SymbolOf>(
    kind: K,
    name: T.Name,
    file: string,
    diagnostics: Diagnostic[],
  ): SymbolOf[K] | undefined;
  /** That nothing of these kinds has the name: with the module of the standard library that would, or what was probably meant. */
  unknown(
    kinds: readonly DeclaredKind[],
    word: Localised,
    name: T.Name,
    file: string,
    candidates: readonly string[],
  ): Diagnostic;
  /** All names of a kind that can be seen from a file. */
  visibleNames(kind: keyof SymbolOf, file: string): string[];
  /** All symbols of a kind that can be seen from a file, each once. */
  visible<K extends keyof SymbolOf>(kind: K, file: string): SymbolOf[K][];
}

/** Files that are seen from a file, remembered. */
export type Sight = (file: string) => ReadonlySet<string>;

export function makeSight(program: Program): Sight {
  return memoise((file: string) => filesSeenFrom(file, program));
}

export function makeScope(
  program: Program,
  tables: Tables,
  visibleFiles: Sight,
  uses: Map<T.Name, Use> = new Map(),
): Scope {
  const sees = (symbol: AnySymbol, file: string) =>
    symbol.declarations.some((d) => d.file === file || visibleFiles(file).has(d.file));

  const lookup: { readonly [K in keyof SymbolOf]: (name: string) => readonly SymbolOf[K][] } = {
    agency: (name) => one(tables.agencies.get(name)),
    party: (name) => one(tables.parties.get(name)),
    enum: (name) => tables.enums.get(name) ?? [],
    record: (name) => tables.records.get(name) ?? [],
    unit: (name) => one(tables.units.get(name)),
    matter: (name) => one(tables.matters.get(name)),
    fact: (name) => one(tables.facts.get(name)),
    let: (name) => one(tables.lets.get(name)),
    measure: (name) => tables.measures.get(name) ?? [],
    budget: (name) => tables.budgets.get(name) ?? [],
    policy: (name) => one(tables.policies.get(name)),
  };
  const keys: { readonly [K in keyof SymbolOf]: () => Iterable<string> } = {
    agency: () => tables.agencies.keys(),
    party: () => tables.parties.keys(),
    enum: () => tables.enums.keys(),
    record: () => tables.records.keys(),
    unit: () => tables.units.keys(),
    matter: () => tables.matters.keys(),
    fact: () => tables.facts.keys(),
    let: () => tables.lets.keys(),
    measure: () => tables.measures.keys(),
    budget: () => tables.budgets.keys(),
    policy: () => tables.policies.keys(),
  };

  const find = <K extends keyof SymbolOf>(kind: K, name: string, file: string): SymbolOf[K] | undefined => {
    const candidates = lookup[kind](name).filter((s) => sees(s, file));
    if (candidates.length < 2) return candidates[0];
    // The nearest declaration first: this file's, then its unit's, then whatever else it sees.
    const unit = program.modules.get(file)?.unit;
    const distance = (s: AnySymbol) =>
      s.declarations.some((d) => d.file === file)
        ? 0
        : s.declarations.some((d) => unit !== undefined && program.modules.get(d.file)?.unit === unit)
          ? 1
          : 2;
    return [...candidates].sort((a, b) => distance(a) - distance(b))[0];
  };

  const visibleNames = (kind: keyof SymbolOf, file: string): string[] =>
    [...keys[kind]()].filter((name) => lookup[kind](name).some((s) => sees(s, file)));

  /** What a name stands for, or would if it were seen. */
  const answerTo = (kind: keyof SymbolOf, name: string, file: string): AnySymbol | undefined =>
    find(kind, name, file) ?? lookup[kind](name)[0];

  const unknown: Scope['unknown'] = (kinds, word, name, file, candidates) => {
    const found = name.text === '' ? undefined : program.standardModule(kinds, name.text);
    if (found === undefined) return unknownName(word, name, file, candidates);
    const { kind, module } = found;
    return diagnose(messages.notUsed, file, name.span, { kind: symbolWord[kind], name: name.text, module });
  };

  const view = (uses: Map<T.Name, Use>, asked: Asked | undefined): Scope => {
    const note = (name: T.Name, file: string, symbol: AnySymbol): void => {
      uses.set(name, { file, name, symbol });
    };
    const ask = (kind: keyof SymbolOf, name: string, file: string): void => {
      if (asked === undefined || !isPassing(kind)) return;
      const key = `${kind}\n${name}\n${file}`;
      if (!asked.answers.has(key)) asked.answers.set(key, { kind, name, file, answer: answerTo(kind, name, file) });
    };
    const askAll = (kind: keyof SymbolOf): void => {
      if (asked !== undefined && isPassing(kind)) asked.all = true;
    };
    return {
      tables,
      uses,
      note,
      adopt: (use) => uses.set(use.name, use),
      unknown,
      part: (own) => view(new Map(), own),
      agrees: ({ answers, all }) =>
        !all && [...answers.values()].every(({ kind, name, file, answer }) => answerTo(kind, name, file) === answer),
      find(kind, name, file) {
        ask(kind, name, file);
        return find(kind, name, file);
      },
      visibleNames(kind, file) {
        askAll(kind);
        return visibleNames(kind, file);
      },
      visible<K extends keyof SymbolOf>(kind: K, file: string) {
        askAll(kind);
        return [...new Set([...keys[kind]()].flatMap((name) => lookup[kind](name).filter((s) => sees(s, file))))];
      },
      resolve(kind, name, file, diagnostics) {
        if (name.text === '') return undefined;
        ask(kind, name.text, file);
        const found = find(kind, name.text, file);
        if (found !== undefined) {
          note(name, file, found);
          return found;
        }
        const hidden = lookup[kind](name.text)[0];
        if (hidden === undefined) askAll(kind);
        diagnostics.push(
          hidden !== undefined
            ? notVisible(kind, name, file, hidden, program)
            : unknown(isPassing(kind) ? [] : [kind], symbolWord[kind], name, file, visibleNames(kind, file)),
        );
        return undefined;
      },
    };
  };
  return view(uses, undefined);
}

function isPassing(kind: keyof SymbolOf): kind is Passing {
  return kind === 'measure' || kind === 'budget' || kind === 'policy';
}

/** An unknown name, with what was probably meant and, where there is one candidate, a fix. */
export function unknownName(
  kind: { readonly zh: string; readonly en: string },
  name: T.Name,
  file: string,
  candidates: readonly string[],
): Diagnostic {
  const suggestions = didYouMean(name.text, candidates);
  if (suggestions.length === 0) return diagnose(messages.unknown, file, name.span, { kind, name: name.text });
  const fixes: Fix[] = suggestions.map((s) => ({
    title: { zh: `改为 ${s}`, en: `Change to ${s}` },
    edits: [{ span: name.span, text: s }],
  }));
  return diagnose(
    messages.unknownSuggest,
    file,
    name.span,
    { kind, name: name.text, suggestion: suggestions.join('、') },
    { fixes },
  );
}

function notVisible(
  kind: AnySymbol['kind'],
  name: T.Name,
  file: string,
  symbol: AnySymbol,
  program: Program,
): Diagnostic {
  const declared = symbol.declarations[0];
  const stem = declared ? declared.file.replace(/^.*[/\\]/, '').replace(/\.cuoshi$/, '') : '';
  const module = declared && program.modules.get(declared.file)?.standard === true ? `std.${stem}` : stem;
  return diagnose(
    messages.notUsed,
    file,
    name.span,
    { kind: symbolWord[kind], name: name.text, module },
    {
      related: declared
        ? [{ file: declared.file, span: declared.name.span, message: { zh: '声明在这里', en: 'declared here' } }]
        : [],
    },
  );
}

/**
 * The files whose declarations a file sees: all that were asked for together, and the modules that its unit uses,
 * directly or through others.
 */
function filesSeenFrom(file: string, program: Program): ReadonlySet<string> {
  const seen = new Set<string>();
  const follow = (from: string): void => {
    for (const used of program.modules.get(from)?.uses ?? []) {
      if (seen.has(used)) continue;
      seen.add(used);
      follow(used);
    }
  };
  const unit = program.modules.get(file)?.unit;
  follow(file);
  for (const module of program.modules.values()) {
    if (module.unit === undefined) continue;
    if (module.unit === unit) follow(module.file);
    seen.add(module.file);
  }
  return seen;
}

function one<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function memoise<V>(compute: (key: string) => V): (key: string) => V {
  const known = new Map<string, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = compute(key);
      known.set(key, value);
    }
    return value;
  };
}
