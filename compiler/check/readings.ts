import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import type * as T from '../../language/syntax/tree.ts';
import { nodesOf } from '../../language/syntax/walk.ts';
import { unknownName } from '../bind/scope.ts';
import { type Context, type Place, report } from './context.ts';
import { decisionsIn } from './decisions.ts';
import type { CheckedReading } from './model.ts';
import { reportDecision } from './place.ts';
import { resolveAgencies } from './resolve.ts';
import { equalTypes, sumType, type Type, typeWord, unknown } from './types.ts';

/** What a reading gives: every option has one type, and none leaves anything to somebody's decision. */
export function readingType(e: T.Reading, context: Context, place: Place, expected: Type | undefined): Type {
  let type: Type | undefined;
  for (const { value } of e.options) {
    for (const decision of decisionsIn(value)) reportDecision(decision, context, place);
    const found = context.typeOf(value, context, { ...place, decisions: false }, expected);
    if (value.kind === 'None' || found.type === 'unknown') continue;
    const joined = type === undefined ? found : equalTypes(type, found) ? type : sumType(type, found);
    if (joined === undefined && type !== undefined) {
      report(context, messages.wrongType, value.span, { found: typeWord(found), expected: typeWord(type) });
    } else type = joined;
  }
  if (e.options.length < 2) report(context, structure.readingWithoutChoice, e.span, { name: e.name.text });
  return type ?? expected ?? unknown;
}

/**
 * The readings of a policy with the rulings on them. Wherever one stands it has the same options, and a ruling names one
 * of them, who ruled, and since when.
 */
export function checkReadings(
  files: readonly { readonly file: string; readonly items: readonly T.Statement[] }[],
  contextOf: (file: string) => Context,
): CheckedReading[] {
  const found = new Map<string, CheckedReading & { readonly file: string; readonly node: T.Reading }>();
  for (const { file, items } of files) {
    for (const node of items.flatMap((item) => nodesOf(item, 'Reading'))) {
      const options = node.options.flatMap((row) => row.members.map((member) => member.text));
      const first = found.get(node.name.text);
      if (first === undefined) {
        const question = node.question?.value;
        found.set(node.name.text, { name: node.name.text, question, options, ruling: undefined, file, node });
      } else if (first.options.join('\n') !== options.join('\n')) {
        const message = { zh: '先写在这里', en: 'first written here' };
        report(
          contextOf(file),
          structure.readingTwice,
          node.name.span,
          { name: node.name.text, options: first.options.join('、') },
          { related: [{ file: first.file, span: first.node.name.span, message }] },
        );
      }
    }
  }
  const ruled = new Map<string, NonNullable<CheckedReading['ruling']>>();
  for (const { file, items } of files) {
    for (const node of rulingsIn(items)) {
      const context = contextOf(file);
      const reading = found.get(node.reading.text);
      const by = resolveAgencies(node.by, context);
      if (reading === undefined) {
        unknownOne(node.reading, { zh: '理解', en: 'reading' }, [...found.keys()], context);
      } else if (!reading.options.includes(node.option.text)) {
        unknownOne(node.option, { zh: '理解的选项', en: 'option of the reading' }, reading.options, context);
      } else if (ruled.has(reading.name)) report(context, structure.rulingTwice, node.span, { name: reading.name });
      else if (node.on === undefined || by.length === 0) {
        if (node.by.length === 0 || node.on === undefined)
          report(context, structure.rulingWithoutAuthority, node.span, {});
      } else {
        ruled.set(reading.name, { option: node.option.text, by, on: node.on, reference: node.reference?.value });
      }
    }
  }
  return [...found.values()].map(({ name, question, options }) => ({
    name,
    question,
    options,
    ruling: ruled.get(name),
  }));
}

/** A reading of the policy and the option that an example tries. */
export function triedReading(
  node: T.TryReading,
  known: readonly CheckedReading[],
  context: Context,
): readonly (readonly [string, string])[] {
  const reading = known.find(({ name }) => name === node.reading.text);
  if (reading === undefined) {
    const names = known.map(({ name }) => name);
    unknownOne(node.reading, { zh: '理解', en: 'reading' }, names, context);
    return [];
  }
  if (!reading.options.includes(node.option.text)) {
    unknownOne(node.option, { zh: '理解的选项', en: 'option of the reading' }, reading.options, context);
    return [];
  }
  return [[reading.name, node.option.text]];
}

function rulingsIn(items: readonly T.Statement[]): T.Ruling[] {
  return items.flatMap((item) => nodesOf(item, 'Ruling'));
}

function unknownOne(name: T.Name, kind: { zh: string; en: string }, known: readonly string[], context: Context): void {
  if (name.text !== '') context.output.diagnostics.push(unknownName(kind, name, context.file, known));
}
