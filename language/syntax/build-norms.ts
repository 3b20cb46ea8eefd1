import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { inBothKeywords } from '../diagnostics/keywords.ts';
import { at, cover } from '../source/span.ts';
import { boundOf, buildFigure, buildTargets, buildTerm } from './build-entries.ts';
import { itemsOf, type Material } from './build-material.ts';
import { splitItems } from './build-modifiers.ts';
import {
  type Builder,
  child,
  childrenOf,
  keyword,
  name,
  nameOrText,
  names,
  spanOfNode,
  spanToGap,
  tell,
  text,
  textIn,
  tokensOf,
} from './builder.ts';
import type { Concrete, StatementRule } from './concrete.ts';
import * as T from './tokens.ts';
import type * as Tree from './tree.ts';

/** A right, duty or target, or what happens afterwards. */
export function norm(builder: Builder, material: Material): Tree.Norm {
  const { node, span, entries } = material;
  const { amount, modifiers } = splitItems(builder, itemsOf(builder, material), material.troubled);
  if (amount !== undefined && !material.troubled) {
    tell(builder, messages.leftOver, amount.span, {
      found: { zh: '金额', en: 'an amount' },
      before: builder.text.slice(span.start, Math.min(amount.span.start, span.start + 24)).trim(),
      sample: inBothKeywords({ zh: '备注 “…”、条款 “…”、当 …', en: 'note "…", clause "…", when …' }),
    });
  }
  if (material.rule === 'target') {
    const figure = nameOrText(builder, child(node, 'nameOrText'));
    return {
      kind: 'Target',
      span,
      figure,
      line: onLine(builder, node),
      entries: buildTargets(builder, entries),
      modifiers,
    };
  }
  const made = act(builder, material.rule, node, modifiers);
  return { ...made, span };
}

/** A norm without a place of its own: `encourage 高校 to recognise …` holds one. */
function act(builder: Builder, rule: StatementRule, node: Concrete, modifiers: Tree.Modifier[]): Tree.Norm {
  const span = spanOfNode(builder, node);
  const objects = childrenOf(node, 'nameOrText');
  const subjects = child(node, 'subjects');
  const before = subjects ? childrenOf(subjects, 'nameOrText') : [];
  switch (rule) {
    case 'recognise': {
      const subject = nameOrText(builder, objects[0]);
      return { kind: 'Recognise', span, subject, as: nameOrText(builder, objects[1]), modifiers };
    }
    case 'exempt': {
      const party = name(builder, child(node, 'name'));
      return { kind: 'Exempt', span, party, from: nameOrText(builder, objects[0]), modifiers };
    }
    case 'entitle': {
      const share = builder.expression(child(node, 'share'));
      const bound = boundOf(child(node, 'bound'));
      return {
        kind: 'Entitle',
        span,
        party: name(builder, child(node, 'name') ?? before[0]),
        bound,
        share: share.kind === 'RateOf' ? share.rate : share,
        of: share.kind === 'RateOf' ? share.base : undefined,
        modifiers,
      };
    }
    case 'reckon': {
      const share = builder.expression(child(node, 'share'));
      const base = share.kind === 'RateOf' ? baseName(builder, share.base) : nameOrText(builder, before[0]);
      const rate = share.kind === 'RateOf' ? share.rate : share;
      return { kind: 'Reckon', span, share: rate, of: base, as: nameOrText(builder, objects[0]), modifiers };
    }
    case 'hold': {
      const share = builder.expression(child(node, 'share'));
      return {
        kind: 'Hold',
        span,
        subject: nameOrText(builder, objects[0] ?? before[0]),
        bound: boundOf(child(node, 'bound')),
        share: share.kind === 'RateOf' ? share.rate : share,
        of: share.kind === 'RateOf' ? share.base : undefined,
        modifiers,
      };
    }
    case 'oblige': {
      const bearers = child(node, 'nameList') ?? subjects;
      const yearly = modifiers.find((found) => found.kind === 'PerYear');
      return {
        kind: 'Oblige',
        span,
        bearers: bearersOf(builder, bearers),
        duties: dutiesOf(builder, node),
        terms: [
          ...termsOf(builder, node),
          ...(yearly
            ? [{ kind: 'Term' as const, span: yearly.span, form: 'each-year' as const, value: undefined }]
            : []),
        ],
        modifiers: modifiers.filter((found) => found.kind !== 'PerYear'),
      };
    }
    case 'revoke':
      return { kind: 'Revoke', span, what: nameOrText(builder, objects[0]), modifiers };
    case 'reclaim': {
      const within = termsOf(builder, node).find(({ form }) => form === 'within');
      return { kind: 'Reclaim', span, within: within?.value, modifiers };
    }
    case 'bar': {
      const atom = child(node, 'atom');
      return { kind: 'Bar', span, years: atom && builder.expression(atom), modifiers };
    }
    default: {
      const modality = keyword(node, 'may') ? 'may' : 'encourage';
      const bearers = bearersOf(builder, child(node, 'nameList') ?? subjects);
      return { kind: 'Encourage', span, modality, bearers, act: actOf(builder, child(node, 'act')), modifiers };
    }
  }
}

/** None where none are named: a text may say what must be done and not by whom. */
function bearersOf(builder: Builder, node: Concrete | undefined): Tree.Name[] {
  if (node === undefined) return [];
  if (node?.rule !== 'subjects') return names(builder, node);
  return childrenOf(node, 'nameOrText').map((part) => name(builder, part));
}

function baseName(builder: Builder, base: Tree.Expression): Tree.Name | Tree.Text {
  if (base.kind === 'Text') return base;
  return base.kind === 'NameExpression' ? base.name : { kind: 'Name', span: at(builder.gap), text: '' };
}

function actOf(builder: Builder, node: Concrete | undefined): Tree.Text | Tree.Norm {
  const token = node && tokensOf(node)[0];
  if (node === undefined || token === undefined || token.tokenType === T.TextToken) return textIn(builder, node);
  const rule = (['recognise', 'exempt', 'entitle', 'reckon'] as const).find((role) => T.has(token, role));
  return rule ? act(builder, rule, node, []) : text(token);
}

/** The figure on the line of a target, with its terms. */
function onLine(builder: Builder, node: Concrete): Tree.TargetEntry | undefined {
  const items = child(node, 'normItems');
  const part = items && child(items, 'figure');
  if (part === undefined) return undefined;
  const figure = buildFigure(builder, part);
  const terms = termsOf(builder, node);
  const span = terms.reduce((whole, term) => cover(whole, term.span), spanToGap(builder, part, figure.value));
  return { kind: 'TargetEntry', span, year: undefined, terms, ...figure };
}

function dutiesOf(builder: Builder, node: Concrete): Tree.Duty[] {
  const found = childrenOf(node, 'duty').map((part): Tree.Duty => {
    const named = child(part, 'nameOrText');
    const what = named ? nameOrText(builder, named) : textIn(builder, part);
    const figure = child(part, 'figure');
    const read = figure && buildFigure(builder, figure);
    return {
      kind: 'Duty',
      span: spanToGap(builder, part, what),
      bound: read?.bound ?? 'exactly',
      figure: read?.value,
      upTo: read?.upTo,
      what,
    };
  });
  if (found.length > 0) return found;
  const what: Tree.Text = { kind: 'Text', span: at(builder.gap), value: '' };
  return [{ kind: 'Duty', span: what.span, bound: 'exactly', figure: undefined, upTo: undefined, what }];
}

/** Terms of a norm, wherever they stand in it. */
function termsOf(builder: Builder, node: Concrete): Tree.Term[] {
  const items = child(node, 'normItems');
  return [...childrenOf(node, 'term'), ...(items ? childrenOf(items, 'term') : [])].map((part) =>
    buildTerm(builder, part),
  );
}
