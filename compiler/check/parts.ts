import type { Diagnostic } from '../../language/diagnostics/diagnostic.ts';
import type { Binding } from '../bind/bind.ts';
import type { Asked } from '../bind/scope.ts';
import type { MeasureSymbol, PolicySymbol } from '../bind/symbols.ts';
import type { Program } from '../project/program.ts';
import { relocateTo } from '../project/relocate.ts';
import type { Context, Output, OwnMeasures } from './context.ts';
import { typeOf } from './expressions.ts';
import type { AskedOwn, CheckedAlone, CheckedPart, CheckedPiece, CheckedPieces } from './model.ts';

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
): CheckedAlone<F> {
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
  const made = inPart(room.whole, room.shared, ({ contextOf }) => checkIt(contextOf(file)), asking);
  return { ...made, own, policy: policy.name, program: stand(made.diagnostics, room) };
}

/** The same piece, with its diagnostics where they stand now; undefined where it has to be checked anew. */
function again<F>(piece: CheckedPiece<F>, policy: PolicySymbol, room: Room): CheckedPiece<F> | undefined {
  const { own, part, diagnostics, program } = piece;
  if (piece.policy !== policy.name || !room.whole.scope.agrees(part.asked)) return undefined;
  for (const [name, answer] of own.answers) if (policy.measures.get(name) !== answer) return undefined;
  if (own.all !== undefined && !isSame(own.all, [...policy.measures.values()])) return undefined;
  if (program === undefined) return piece;
  const relocated = relocateTo(room.whole.program, program)(diagnostics);
  return relocated && { ...piece, diagnostics: [...relocated], program: room.whole.program };
}

function stand(diagnostics: readonly Diagnostic[], room: Room): Program | undefined {
  return diagnostics.length === 0 ? undefined : room.whole.program;
}

function isSame(a: readonly MeasureSymbol[], b: readonly MeasureSymbol[]): boolean {
  return a.length === b.length && a.every((measure, i) => measure === b[i]);
}

/** Adds what was found out about a piece to that about its policy. */
function pour({ part, diagnostics }: CheckedAlone<unknown>, { output, binding, asked }: Room): void {
  output.diagnostics.push(...diagnostics);
  addAll(part.types, output.types);
  addAll(part.references, output.references);
  addAll(part.targets, output.targets);
  addAll(part.pastAwards, output.pastAwards);
  addAll(part.letTypes, output.letTypes);
  addAll(part.asked.answers, asked.answers);
  asked.all ||= part.asked.all;
  for (const { name, file, symbol } of part.uses.values()) binding.scope.note(name, file, symbol);
}

function addAll<K, V>(from: ReadonlyMap<K, V>, to: Map<K, V>): void {
  for (const [key, value] of from) to.set(key, value);
}
