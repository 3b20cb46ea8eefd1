import { names as messages, structure } from '../../language/diagnostics/catalogue/index.ts';
import { isNorm } from '../../language/syntax/statement-kinds.ts';
import type * as T from '../../language/syntax/tree.ts';
import { unknownName } from '../bind/scope.ts';
import type { AgencySymbol, PartySymbol } from '../bind/symbols.ts';
import { constantValue } from './constants.ts';
import { type Context, report } from './context.ts';
import { checkAnyValue, checkCondition, checkValue } from './expressions.ts';
import type { CheckedNorm } from './model.ts';
import { resolveAgencies, resolveMatter } from './resolve.ts';
import { rate, typeWord } from './types.ts';

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
  checkFigures(node, context);
  const matter = lines('About')[0];
  const bearers = resolveBearers([...bearersOf(node), ...(within?.bearers ?? [])], context);
  for (const m of modifiers) {
    if (
      m.kind === 'Cap' ||
      m.kind === 'Floor' ||
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
    case 'Target':
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
      unknownName({ zh: '主体或机构', en: 'party or agency' }, name, context.file, [
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
      if (node.of === undefined) report(context, structure.shareWithoutBase, node.span, {});
      else if (node.of.kind === 'Undecided') {
        // Open on purpose: the reason says why.
      } else if (node.of.kind === 'NameExpression') checkBase(node.of, context);
      else if (node.of.kind !== 'Text') checkAnyValue(node.of, context);
      break;
    case 'Reckon':
      checkFigure(node.share, context);
      checkValue(node.share, rate, context);
      break;
    case 'Target':
      for (const entry of node.entries) {
        checkFigure(entry.value, context);
        checkAnyValue(entry.value, context);
      }
      break;
    case 'Recognise':
    case 'Exempt':
    case 'Oblige':
    case 'Encourage':
      break;
    default:
      node satisfies never;
  }
}

function checkFigure(figure: T.Expression, context: Context): void {
  if (figure.kind === 'Missing' || constantValue(figure) !== undefined) return;
  report(context, structure.normFigure, figure.span, {});
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
