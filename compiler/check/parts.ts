import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Binding } from '../bind/bind.ts';
import type { Asked } from '../bind/scope.ts';
import type { MeasureSymbol, PolicySymbol } from '../bind/symbols.ts';
import { relocateTo } from '../project/relocate.ts';
import type { Context, Output, OwnMeasures } from './context.ts';
import { typeOf } from './expressions.ts';
import type { AskedOwn, CheckedPart, CheckedPiece, CheckedPieces, Column } from './model.ts';

/** Where a part of a program is checked: what it sees, and where it writes. */
export interface Room {
  readonly whole: Binding;
  readonly binding: Binding;
  readonly asked: Asked;
  readonly output: Output;
  readonly shared: CheckedPart | undefined;
  readonly contextOf: (file: string) => Context;
}

/** No policy, no measures of its own. */
const noMeasures: OwnMeasures = new Map();

/** Checks one part by itself, keeping what it finds and what it asks apart from that of others. */
export function inPart<F>(
  whole: Binding,
  shared: CheckedPart | undefined,
  checkIt: (room: Room) => F,
  own: OwnMeasures = noMeasures,
): {
  readonly found: F;
  readonly part: CheckedPart;
  readonly diagnostics: Diagnostic[];
} {
  const asked: Asked = { answers: new Map(), all: false };
  const binding: Binding = { ...whole, scope: whole.scope.part(asked) };
  const output: Output = {
    diagnostics: [],
    types: new Map(),
    references: new Map(),
    targets: new Map(),
    pastAwards: new Map(),
    letTypes: new Map(shared?.letTypes),
    openLets: new Set(),
  };
  const found = checkIt({
    whole,
    binding,
    asked,
    output,
    shared,
    contextOf: (file) => ({
      binding,
      file,
      own,
      measure: undefined,
      item: undefined,
      parties: [],
      output,
      typeOf,
    }),
  });
  const { types, references, targets, pastAwards, letTypes, diagnostics } = output;
  const { uses } = binding.scope;
  return { found, part: { types, references, targets, pastAwards, letTypes, uses, asked }, diagnostics };
}

export function noPieces(): CheckedPieces {
  return { measures: new WeakMap(), examples: new WeakMap() };
}

/** Checks a measure or an example of a policy, or takes over what was found before where all it asks is answered the same. */
export function once<K extends object, F>(
  known: WeakMap<K, CheckedPiece<F>>,
  key: K,
  file: string,
  policy: PolicySymbol,
  room: Room,
  checkIt: (context: Context) => F,
): F {
  const before = known.get(key);
  const piece = (before && again(before, policy, room)) ?? anew(file, policy, room, checkIt);
  known.set(key, piece);
  pour(piece, room);
  return piece.found;
}

function anew<F>(file: string, policy: PolicySymbol, room: Room, checkIt: (context: Context) => F): CheckedPiece<F> {
  const own: AskedOwn = { answers: new Map(), all: undefined };
  const { measures } = policy;
  const asking: OwnMeasures = {
    get: (name) => {
      const answer = measures.get(name);
      own.answers.set(name, answer);
      return answer;
    },
    values: () => {
      own.all ??= [...measures.values()];
      return measures.values();
    },
  };
  const { found, part, diagnostics } = inPart(
    room.whole,
    room.shared,
    ({ contextOf }) => checkIt(contextOf(file)),
    asking,
  );
  const { types, references, targets, pastAwards, letTypes, uses, asked } = part;
  return {
    found,
    types: columnOf(types),
    references: columnOf(references),
    targets: columnOf(targets),
    pastAwards: columnOf(pastAwards),
    letTypes: columnOf(letTypes, room.shared?.letTypes),
    uses: columnOf(uses),
    asked: asked.answers.size === 0 && !asked.all ? nothingAsked : asked,
    own: own.answers.size === 0 && own.all === undefined ? noneAsked : own,
    policy: policy.name,
    diagnostics,
    program: diagnostics.length === 0 ? undefined : room.whole.program,
  };
}

const nothingAsked: Asked = { answers: new Map(), all: false };
const noneAsked: AskedOwn = { answers: new Map(), all: undefined };
const empty: Column<never, never> = { keys: [], values: [] };

/** What a table holds beyond what it began with. */
function columnOf<K, V>(table: ReadonlyMap<K, V>, but?: ReadonlyMap<K, V>): Column<K, V> {
  const added = but === undefined ? table : new Map([...table].filter(([key]) => !but.has(key)));
  return added.size === 0 ? empty : { keys: [...added.keys()], values: [...added.values()] };
}

/** The same piece, with its diagnostics where they stand now; undefined where it has to be checked anew. */
function again<F>(piece: CheckedPiece<F>, policy: PolicySymbol, room: Room): CheckedPiece<F> | undefined {
  const { own, asked, diagnostics, program } = piece;
  if (piece.policy !== policy.name || !room.whole.scope.agrees(asked)) return undefined;
  for (const [name, answer] of own.answers) if (policy.measures.get(name) !== answer) return undefined;
  if (own.all !== undefined && !isSame(own.all, [...policy.measures.values()])) return undefined;
  if (program === undefined) return piece;
  const relocated = relocateTo(room.whole.program, program)(diagnostics);
  return relocated && { ...piece, diagnostics: relocated, program: room.whole.program };
}

function isSame(a: readonly MeasureSymbol[], b: readonly MeasureSymbol[]): boolean {
  return a.length === b.length && a.every((measure, i) => measure === b[i]);
}

/** Adds what was found out about a piece to that about its policy. */
function pour(piece: CheckedPiece<unknown>, { output, binding, asked }: Room): void {
  output.diagnostics.push(...piece.diagnostics);
  addAll(piece.types, output.types);
  addAll(piece.references, output.references);
  addAll(piece.targets, output.targets);
  addAll(piece.pastAwards, output.pastAwards);
  addAll(piece.letTypes, output.letTypes);
  for (const [key, answer] of piece.asked.answers) asked.answers.set(key, answer);
  asked.all ||= piece.asked.all;
  for (const use of piece.uses.values) binding.scope.adopt(use);
}

function addAll<K, V>({ keys, values }: Column<K, V>, to: Map<K, V>): void {
  for (const [i, key] of keys.entries()) to.set(key, values[i] as V);
}
