import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { at, type Span } from '../source/span.ts';
import { buildFacts, buildFields, buildNames, buildRows, typeReference } from './build-entries.ts';
import { expectation, reference } from './build-examples.ts';
import { buildGivenAward } from './build-history.ts';
import { group } from './build-literals.ts';
import { itemsOf, type Material, resumedItems } from './build-material.ts';
import { buildItems, type Item, splitItems } from './build-modifiers.ts';
import { norm } from './build-norms.ts';
import {
  type Builder,
  child,
  childrenOf,
  keyword,
  name,
  names,
  optionalText,
  spanOfNode,
  spanToGap,
  tell,
  textIn,
  tokenOfType,
  tokensOf,
} from './builder.ts';
import type { Concrete } from './concrete.ts';
import { benefitHeads } from './heads.ts';
import * as T from './tokens.ts';
import type * as Tree from './tree.ts';

/** Makes the tree of one statement; a line of modifiers makes one for each. */
export function makeStatement(builder: Builder, material: Material): Tree.Statement[] {
  const { rule, node, span, body, entries } = material;
  const named = () => name(builder, child(node, 'name'));
  const listed = () => names(builder, child(node, 'nameList'));
  const title = optionalText(node);
  switch (rule) {
    case 'use': {
      const parts = childrenOf(child(node, 'path') ?? node, 'name').map((part) => name(builder, part));
      if (parts.length === 0) parts.push(name(builder, undefined));
      const path = { kind: 'Path' as const, span: { start: parts[0]!.span.start, end: parts.at(-1)!.span.end }, parts };
      return [{ kind: 'Use', span, path }];
    }
    case 'policy':
      return [{ kind: 'Policy', span, name: named(), title, body }];
    case 'measure':
      return [{ kind: 'Measure', span, name: named(), title, body }];
    case 'named':
      if (material.head === 'enum') {
        return [{ kind: 'EnumDeclaration', span, name: named(), members: buildNames(builder, entries) }];
      }
      return [{ kind: 'RecordDeclaration', span, name: named(), fields: buildFields(builder, entries) }];
    case 'unit':
      return [
        {
          kind: 'UnitDeclaration',
          span,
          name: named(),
          aliases: lists(builder, node, 'aliases'),
          currency: material.head === 'currency',
        },
      ];
    case 'parameter':
      return [parameter(builder, material)];
    case 'score': {
      const rows = group(node);
      const limit = child(node, 'operand');
      const atLeast = limit && builder.expression(limit);
      return [{ kind: 'Score', span, name: named(), rows: rows ? buildRows(builder, rows.entries).rows : [], atLeast }];
    }
    case 'party': {
      const aliases = lists(builder, node, 'aliases');
      const parents = lists(builder, node, 'parents');
      const fields = buildFields(builder, entries);
      return [{ kind: 'PartyDeclaration', span, name: named(), aliases, parents, label: title, fields }];
    }
    case 'disjoint':
      return [{ kind: 'DisjointDeclaration', span, parties: listed() }];
    case 'agency': {
      const aliases = lists(builder, node, 'aliases');
      return [{ kind: 'AgencyDeclaration', span, name: named(), aliases, formerly: lists(builder, node, 'formerly') }];
    }
    case 'matter': {
      const second = childrenOf(node, 'name')[1];
      const parent = keyword(node, 'under') ? name(builder, second) : undefined;
      return [{ kind: 'MatterDeclaration', span, name: named(), parent, label: title }];
    }
    case 'let': {
      const value = builder.expression(child(node, 'expression'));
      const part = child(node, 'rounding');
      return [{ kind: 'Let', span, name: named(), value, rounding: part && rounding(builder, part) }];
    }
    case 'budget':
      return [budget(builder, material)];
    case 'example':
      return [{ kind: 'Example', span, title, of: keyword(node, 'ofMeasure') ? named() : undefined, body }];
    case 'ledBy':
      return [{ kind: 'LedBy', span, agencies: listed() }];
    case 'issuedBy':
      return [{ kind: 'IssuedBy', span, agencies: listed() }];
    case 'replaces':
      return [{ kind: 'Replaces', span, policies: listed() }];
    case 'level': {
      const level = levelOf(node);
      return level === undefined ? [{ kind: 'Skipped', span }] : [{ kind: 'Level', span, level }];
    }
    case 'status': {
      const status = statusOf(node);
      return status === undefined ? [{ kind: 'Skipped', span }] : [{ kind: 'Status', span, status }];
    }
    case 'effective': {
      const [from, to] = tokensOf(node).filter((token) => token.tokenType === T.DateToken);
      return [{ kind: 'Effective', span, from: dateLiteral(from), to: dateLiteral(to) }];
    }
    case 'source':
      return [{ kind: 'Source', span, path: textIn(builder, node) }];
    case 'asOf': {
      const date = dateLiteral(tokenOfType(node, T.DateToken));
      return date === undefined ? [{ kind: 'Skipped', span }] : [{ kind: 'AsOf', span, date }];
    }
    case 'stacking':
      return [stacking(builder, material)];
    case 'waive':
      return [{ kind: 'Waive', span, figure: textIn(builder, node), because: because(builder, node) }];
    case 'extend':
      return [{ kind: 'Extend', span, parties: listed(), condition: conditionOf(builder, node), note: title }];
    case 'apply':
      return [apply(builder, material)];
    case 'ruling': {
      const [read, option] = childrenOf(node, 'name');
      const by = childrenOf(node, 'by').flatMap((part) => names(builder, child(part, 'nameList')));
      const on = dateLiteral(tokenOfType(node, T.DateToken));
      return [
        { kind: 'Ruling', span, reading: name(builder, read), option: name(builder, option), by, on, reference: title },
      ];
    }
    case 'bounds':
      return [
        { kind: 'Bounds', span, words: childrenOf(node, 'boundMeaning').map((part) => boundMeaning(builder, part)) },
      ];
    case 'for':
      return [forWhom(builder, material)];
    case 'benefit':
      return [benefit(builder, material)];
    case 'recognise':
    case 'exempt':
    case 'entitle':
    case 'reckon':
    case 'oblige':
    case 'encourage':
    case 'target':
    case 'hold':
    case 'revoke':
    case 'reclaim':
    case 'bar':
      return [norm(builder, material)];
    case 'excludes':
      return [{ kind: 'Excludes', span, measures: listed() }];
    case 'stacksWith':
      return [{ kind: 'StacksWith', span, measures: listed() }];
    case 'allow':
      return [{ kind: 'Allow', span, measures: listed(), because: because(builder, node) }];
    case 'allowRule':
      return [{ kind: 'AllowRule', span, rules: listed(), because: because(builder, node) }];
    case 'deny': {
      const condition = conditionOf(builder, node) ?? { kind: 'Missing' as const, span: at(builder.gap) };
      return [{ kind: 'Deny', span, condition, because: because(builder, node), except: exceptions(builder, node) }];
    }
    case 'expect':
      return [expectation(builder, material)];
    case 'decide': {
      const value = builder.expression(child(node, 'expression'));
      return [{ kind: 'Decide', span, target: reference(builder, child(node, 'reference')), value }];
    }
    case 'tryReading': {
      const [read, option] = childrenOf(node, 'name');
      return [{ kind: 'TryReading', span, reading: name(builder, read), option: name(builder, option) }];
    }
    case 'had':
      return [buildGivenAward(builder, node, span)];
    case 'given':
      return [{ kind: 'GivenParty', span, party: named(), facts: buildFacts(builder, entries) }];
    case 'front':
    case 'modifiers':
      return buildItems(builder, node).filter(isModifier);
    default:
      return rule satisfies never;
  }
}

function parameter(builder: Builder, { node, span }: Material): Tree.ParameterDeclaration {
  const [own, unit] = childrenOf(node, 'name');
  const type = child(node, 'typeReference');
  const values = childrenOf(node, 'datedValue').map((part): Tree.DatedValue => {
    const value = builder.expression(child(part, 'operand'));
    const from = dateLiteral(tokenOfType(part, T.DateToken));
    return { kind: 'DatedValue', span: spanToGap(builder, part, value), value, from };
  });
  return {
    kind: 'ParameterDeclaration',
    span,
    name: name(builder, own),
    aliases: lists(builder, node, 'aliases'),
    type: type && typeReference(builder, type),
    per: unit && name(builder, unit),
    byDate: keyword(node, 'byDate') !== undefined,
    values,
    label: optionalText(node),
  };
}

function isModifier(item: Item): item is Tree.Modifier {
  return item.kind !== 'Amount';
}

function lists(builder: Builder, node: Concrete, rule: 'aliases' | 'parents' | 'formerly'): Tree.Name[] {
  return childrenOf(node, rule).flatMap((part) => names(builder, child(part, 'nameList')));
}

function because(builder: Builder, node: Concrete): Tree.Text | undefined {
  const part = child(node, 'because');
  return part && textIn(builder, part);
}

function exceptions(builder: Builder, node: Concrete): Tree.Name[] {
  return childrenOf(node, 'except').flatMap((part) => names(builder, child(part, 'nameList')));
}

/** The one condition of a statement: before it, with its head, or before 的. */
function conditionOf(builder: Builder, node: Concrete): Tree.Expression | undefined {
  const inner = child(node, 'front') ?? node;
  const part = child(inner, 'when') ?? child(inner, 'part');
  return part && builder.expression(child(part, 'expression'));
}

function dateLiteral(token: unknown): Tree.DateLiteral | undefined {
  const date = token as T.Token | undefined;
  return date?.iso ? { kind: 'DateLiteral', span: T.spanOf(date), iso: date.iso } : undefined;
}

function boundMeaning(builder: Builder, node: Concrete): Tree.BoundMeaning {
  const word = keyword(node, 'orLess') ? '以下' : keyword(node, 'withinBound') ? '以内' : '以上';
  const includes = keyword(node, 'excludesBound') === undefined;
  return { kind: 'BoundMeaning', span: spanOfNode(builder, node), word, includes };
}

const levels = ['province', 'city', 'district', 'county'] as const;

function levelOf(node: Concrete): Tree.LevelName | undefined {
  return levels.find((level) => keyword(node, level));
}

function statusOf(node: Concrete): Tree.StatusName | undefined {
  if (keyword(node, 'draft')) return 'draft';
  if (keyword(node, 'inForce')) return 'in-force';
  return keyword(node, 'repealed') ? 'repealed' : undefined;
}

function rounding(builder: Builder, node: Concrete): Tree.Rounding {
  const step = builder.expression(child(node, 'operand'));
  const mode = keyword(node, 'roundedDownTo') ? 'down' : 'half-up';
  return { kind: 'Rounding', span: spanToGap(builder, node, step), mode, step: oneOf(step) };
}

/** `rounded to 分`: a unit of money without a number is one of it. */
function oneOf(step: Tree.Expression): Tree.Expression {
  if (step.kind !== 'NameExpression') return step;
  const fen = new Map([
    ['分', 1n],
    ['元', 100n],
    ['万元', 1_000_000n],
  ]).get(step.name.text);
  if (fen === undefined) return step;
  const written = step.name.text;
  return {
    kind: 'NumberLiteral',
    span: step.span,
    unit: 'money',
    named: undefined,
    numerator: fen,
    denominator: 1n,
    written,
  };
}

function stacking(builder: Builder, { node, span }: Material): Tree.Stacking {
  const rule = keyword(node, 'sum') ? 'sum' : keyword(node, 'chooseOne') ? 'choose-one' : 'highest';
  const reaches = childrenOf(node, 'reach').map((part) => reach(builder, part));
  const between = child(node, 'nameList');
  return { kind: 'Stacking', span, rule, reaches, between: between ? names(builder, between) : [] };
}

function reach(builder: Builder, node: Concrete): Tree.Reach {
  const span = spanOfNode(builder, node);
  const base = { kind: 'Reach', span, level: undefined, key: undefined } as const;
  if (keyword(node, 'withinThisPolicy')) return { ...base, reach: 'within' };
  if (keyword(node, 'withOtherPolicies')) return { ...base, reach: 'other' };
  if (keyword(node, 'withPoliciesAtLevel', 'withWord')) return { ...base, reach: 'level', level: levelOf(node) };
  const key = name(builder, child(node, 'name'));
  return { ...base, span: spanToGap(builder, node, key), reach: keyword(node, 'across') ? 'across' : 'per', key };
}

function apply(builder: Builder, { node, span }: Material): Tree.Apply {
  const before = child(node, 'subjects');
  const subjects = before && childrenOf(before, 'nameOrText').map((part) => name(builder, child(part, 'name')));
  const reads = childrenOf(node, 'factReadings').flatMap((part) =>
    childrenOf(part, 'factReading').map((one): Tree.FactReading => {
      const [first, second] = childrenOf(one, 'name').map((found) => name(builder, found));
      const [own, stands] = keyword(one, 'as') ? [first, second] : [second, first];
      const fact = own ?? name(builder, undefined);
      const as = stands ?? name(builder, undefined);
      return { kind: 'FactReading', span: spanToGap(builder, one, fact, as), fact, as };
    }),
  );
  return {
    kind: 'Apply',
    span,
    measure: name(builder, child(node, 'name')),
    parties: subjects ?? names(builder, child(node, 'nameList')),
    reads,
    condition: conditionOf(builder, node),
    note: optionalText(node),
  };
}

function forWhom(builder: Builder, { node, span }: Material): Tree.For {
  const each = keyword(node, 'each') ? name(builder, child(node, 'name')) : undefined;
  const where = keyword(node, 'where') ? builder.expression(child(node, 'expression')) : undefined;
  return { kind: 'For', span, parties: names(builder, child(node, 'nameList')), each, where };
}

function budget(builder: Builder, { node, resumed, span, body }: Material): Tree.Budget {
  const [amount] = childrenOf(node, 'operand');
  const items = [...buildItems(builder, node), ...resumedItems(builder, resumed)].filter(isModifier);
  const inside = body.filter((statement): statement is Tree.Modifier => modifierKinds.has(statement.kind));
  for (const statement of body) if (!modifierKinds.has(statement.kind)) misplacedInBudget(builder, statement);
  const years = child(node, 'years');
  const total = child(node, 'total');
  return {
    kind: 'Budget',
    span,
    name: name(builder, child(node, 'name')),
    amount: builder.expression(amount),
    perYear: items.some((item) => item.kind === 'PerYear'),
    years: years && builder.expression(child(years, 'operand')),
    total: total && builder.expression(child(total, 'operand')),
    modifiers: [...items.filter((item) => item.kind !== 'PerYear'), ...inside],
  };
}

function misplacedInBudget(builder: Builder, statement: Tree.Statement): void {
  if (statement.kind === 'Skipped') return;
  tell(builder, messages.misplaced, at(statement.span.start), {
    what: { zh: '这一行', en: 'this line' },
    where: { zh: '资金池里', en: 'in a budget' },
    home: { zh: '资金池之外', en: 'out of the budget' },
  });
}

const modifierKinds: ReadonlySet<Tree.Statement['kind']> = new Set<Tree.Modifier['kind']>([
  'Clause',
  'Note',
  'About',
  'By',
  'When',
  'Cap',
  'Floor',
  'Plus',
  'Times',
  'Instead',
  'After',
  'SelectedBy',
  'PaysFrom',
  'Quota',
  'ItemQuota',
  'Sharing',
  'OnceEver',
  'PaidAtOnce',
  'Stages',
  'AtOnce',
  'PaidTo',
  'BorneBy',
  'DecidedBy',
  'PerYear',
  'EachYear',
  'Covers',
  'Deadline',
  'Less',
  'Stray',
]);

function benefit(builder: Builder, material: Material): Tree.Benefit {
  const { node, span, troubled } = material;
  const label = child(node, 'label');
  const { amount, modifiers } = splitItems(builder, itemsOf(builder, material), material.troubled);
  if (amount === undefined && !troubled) tell(builder, messages.noAmount, headSpan(builder, node), {});
  const kind = benefitHeads.find((head) => head === material.head) ?? 'grant';
  return {
    kind: 'Benefit',
    span,
    benefitKind: kind,
    label: label && name(builder, child(label, 'name')),
    amount: amount ?? { kind: 'Missing', span: at(builder.gap) },
    modifiers,
  };
}

function headSpan(builder: Builder, node: Concrete): Span {
  const head = tokensOf(node)[0];
  return head ? T.spanOf(head) : spanOfNode(builder, node);
}
