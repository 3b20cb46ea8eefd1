import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import { isNorm } from '../../language/syntax/statement-kinds.ts';
import type * as T from '../../language/syntax/tree.ts';
import type { AgencySymbol, PartySymbol } from '../bind/symbols.ts';
import { constantValue } from './constants.ts';
import { type Context, report } from './context.ts';
import { checkAnyValue, checkCondition, checkValue } from './expressions.ts';
import type { CheckedNorm } from './model.ts';
import { resolveAgencies, resolveMatter } from './resolve.ts';
import { rate, type Type, typeWord } from './types.ts';

/** Checks a right, duty, recognition or target. An `encourage` or `may` around another norm is checked as that norm. */
export function checkNorm(node: T.Norm, within: T.Encourage | undefined, context: Context): CheckedNorm {
  if (node.kind === 'Encourage' && node.act.kind !== 'Text' && isNorm(node.act)) {
    return checkNorm(node.act, node, context);
  }
  const modifiers = [...node.modifiers, ...(within?.modifiers ?? [])];
  const lines = <K extends T.Modifier['kind']>(kind: K) =>
    modifiers.filter((m): m is Extract<T.Modifier, { kind: K }> => m.kind === kind);
  const when = lines('When')[0];
  if (when) checkCondition(when.condition, context);
  else if (node.kind === 'Revoke' || node.kind === 'Reclaim' || node.kind === 'Bar') {
    report(context, structure.consequenceWithoutCondition, node.span, {});
  }
  checkFigures(node, context);
  const matter = lines('About')[0];
  const bearers = resolveBearers([...bearersOf(node), ...(within?.bearers ?? [])], context);
  for (const m of modifiers) {
    if (
      m.kind === 'Cap' ||
      m.kind === 'Floor' ||
      m.kind === 'Plus' ||
      m.kind === 'Times' ||
      m.kind === 'Instead' ||
      m.kind === 'PaysFrom' ||
      m.kind === 'Quota' ||
      m.kind === 'Sharing' ||
      m.kind === 'SelectedBy' ||
      m.kind === 'After'
    ) {
      report(context, structure.normModifier, m.span, {});
    }
  }
  return {
    node,
    within,
    by: lines('By').flatMap((line) => resolveAgencies(line.agencies, context)),
    clause: lines('Clause')[0],
    matter: matter && resolveMatter(matter.matter, context),
    when: when?.condition,
    ...bearers,
  };
}

function bearersOf(node: T.Norm): readonly T.Name[] {
  switch (node.kind) {
    case 'Exempt':
    case 'Entitle':
      return [node.party];
    case 'Oblige':
    case 'Encourage':
      return node.bearers;
    case 'Recognise':
    case 'Reckon':
    case 'Hold':
    case 'Target':
    case 'Revoke':
    case 'Reclaim':
    case 'Bar':
      return [];
    default:
      return node satisfies never;
  }
}

/** A right or duty lies on a kind of party or on an agency. */
function resolveBearers(
  names: readonly T.Name[],
  context: Context,
): { readonly bearers: readonly PartySymbol[]; readonly agencies: readonly AgencySymbol[] } {
  const { scope } = context.binding;
  const bearers: PartySymbol[] = [];
  const agencies: AgencySymbol[] = [];
  for (const name of names) {
    if (name.text === '') continue;
    const party = scope.find('party', name.text, context.file);
    if (party !== undefined) {
      scope.note(name, context.file, party);
      bearers.push(party);
      continue;
    }
    const agency = scope.find('agency', name.text, context.file);
    if (agency !== undefined) {
      scope.note(name, context.file, agency);
      agencies.push(agency);
      continue;
    }
    context.output.diagnostics.push(
      scope.unknown(['party', 'agency'], { zh: '主体或机构', en: 'party or agency' }, name, context.file, [
        ...scope.visibleNames('party', context.file),
        ...scope.visibleNames('agency', context.file),
      ]),
    );
  }
  return { bearers, agencies };
}

function checkFigures(node: T.Norm, context: Context): void {
  switch (node.kind) {
    case 'Entitle':
      checkFigure(node.share, context);
      checkValue(node.share, rate, context);
      checkShareBase(node, context);
      break;
    case 'Hold': {
      const type = checkFigure(node.share, context);
      // A sum is held by itself; only a share is of something.
      if (node.of !== undefined && type.type !== 'unknown') checkValue(node.share, rate, context);
      if (node.of !== undefined || type.type === 'rate') checkShareBase(node, context);
      break;
    }
    case 'Reckon':
      checkFigure(node.share, context);
      checkValue(node.share, rate, context);
      break;
    case 'Target':
      if (entriesOf(node).length === 0) report(context, structure.targetWithoutFigure, node.span, {});
      for (const { value, upTo, terms } of entriesOf(node)) {
        checkRange(value, upTo, context);
        for (const term of terms) checkTerm(term, context);
      }
      break;
    case 'Oblige':
      for (const { figure, upTo } of node.duties) if (figure !== undefined) checkRange(figure, upTo, context);
      for (const term of node.terms) checkTerm(term, context);
      break;
    case 'Reclaim':
      if (node.within !== undefined) checkValue(node.within, duration, context);
      break;
    case 'Bar':
      if (node.years !== undefined) checkValue(node.years, duration, context);
      break;
    case 'Recognise':
    case 'Exempt':
    case 'Encourage':
    case 'Revoke':
      break;
    default:
      node satisfies never;
  }
}

/** The figures of a target: on its line, and in its rows. */
export function entriesOf({ line, entries }: T.Target): readonly T.TargetEntry[] {
  return line ? [line, ...entries] : entries;
}

const duration: Type = { type: 'duration' };

/** A figure of a target or a duty, and the upper one of `1 to 2家`, which may name the unit of both. */
function checkRange(value: T.Expression, upTo: T.Expression | undefined, context: Context): void {
  const upper = upTo && checkFigure(upTo, context);
  const lower = checkFigure(value, context, upper);
  if (upTo !== undefined && upper !== undefined && lower.type !== 'number' && upper.type !== 'unknown') {
    checkValue(upTo, lower, context);
  }
}

/** A year or a date after `by`, a number of years after `within`. */
function checkTerm({ form, value, span }: T.Term, context: Context): void {
  if (value === undefined || value.kind === 'Missing') return;
  if (form === 'within') {
    checkValue(value, duration, context);
    return;
  }
  if (value.kind === 'DateLiteral') return;
  if (value.kind === 'NumberLiteral' && value.unit === 'none' && isYear(value)) return;
  report(context, structure.termWithoutYear, span, {});
}

function isYear({ numerator, denominator }: T.NumberLiteral): boolean {
  return denominator === 1n && numerator >= 1900n && numerator <= 2999n;
}

function checkShareBase(node: T.Entitle | T.Hold, context: Context): void {
  if (node.of === undefined) report(context, structure.shareWithoutBase, node.span, {});
  else if (node.of.kind === 'Undecided') {
    // Open on purpose: the reason says why.
  } else if (node.of.kind === 'NameExpression') checkBase(node.of, context);
  else if (node.of.kind !== 'Text') checkAnyValue(node.of, context);
}

function checkFigure(figure: T.Expression, context: Context, expected?: Type): Type {
  const type = checkAnyValue(figure, context, expected);
  if (figure.kind !== 'Missing' && constantValue(figure) === undefined) {
    report(context, structure.normFigure, figure.span, {});
  }
  return type;
}

/** The base of a share is a fact where one of that name is known; any other name only says what it is a share of. */
function checkBase(base: T.NameExpression, context: Context): void {
  const { scope } = context.binding;
  const fact = scope.find('fact', base.name.text, context.file);
  if (fact === undefined && context.item?.fields.some((f) => f.name === base.name.text) !== true) return;
  const type = checkAnyValue(base, context);
  if (type.type === 'money' || type.type === 'unknown') return;
  report(context, messages.notMoney, base.span, { found: typeWord(type) });
}
