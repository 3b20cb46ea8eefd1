import type * as T from '../../../language/syntax/tree.ts';
import type { Modality } from '../../../language/syntax/tree.ts';
import { daysOf } from '../../check/examples.ts';
import type { CheckedMeasure, CheckedNorm, CheckedPolicy } from '../../check/model.ts';
import { entriesOf } from '../../check/norms.ts';
import type { Type } from '../../check/types.ts';
import type { NormPlan } from '../ir.ts';
import { divide, multiply, type Rational, rational } from '../rational.ts';
import { conditions, conjunction, inForce, measureInForce } from './benefits.ts';
import { type LowerContext, typeOf, valueTypeOf } from './context.ts';
import { lowerNumber } from './expressions.ts';
import { baseName, type Figure, type NormParts, said, sayNorm } from './say-norms.ts';

/**
 * Lowers a right, duty, recognition or target, or what happens afterwards. A target gives one norm for each of its rows,
 * a duty one for each thing that is to be done.
 */
export function lowerNorm(
  norm: CheckedNorm,
  measure: CheckedMeasure,
  policy: CheckedPolicy,
  base: LowerContext,
): NormPlan[] {
  const context: LowerContext = { ...base, file: measure.file, list: measure.each, decider: undefined };
  const { node, within } = norm;
  const matter = norm.matter ?? measure.matter;
  const clause = (norm.clause ?? measure.clause)?.label.value;
  const bearers = [...norm.bearers.map((p) => p.name), ...norm.agencies.map((a) => a.name)];
  // What was paid is taken back, and a fraud is barred, after the policy has ended as well.
  const lasts = node.kind === 'Reclaim' || node.kind === 'Revoke' || node.kind === 'Bar';
  const shared = {
    k: 'norm' as const,
    measure: measure.symbol.name,
    ...(clause !== undefined && { clause }),
    bearers,
    parties: (norm.bearers.length > 0 ? norm.bearers : measure.parties).map((p) => p.name),
    when: conjunction([
      ...(lasts ? [] : [...inForce(policy), ...measureInForce(measure)]),
      ...measure.when.flatMap((c) => conditions(c, context)),
      ...(norm.when ? conditions(norm.when, context) : []),
    ]),
    by: (norm.by.length > 0 ? norm.by : measure.by).map((a) => a.name),
    ...(matter?.kind === 'matter' && { matter: matter.name }),
    origin: { file: measure.file, span: (within ?? node).span },
  };
  const modality = (own: Modality): Modality => within?.modality ?? own;
  const say = (parts: Pick<NormParts, 'figure' | 'duty' | 'entry'> = {}) =>
    sayNorm({ node, within, bearers, ...parts });
  switch (node.kind) {
    case 'Recognise':
      return [
        { ...shared, modality: modality('recognise'), object: said(node.subject), as: said(node.as), say: say() },
      ];
    case 'Exempt':
      return [{ ...shared, modality: modality('exempt'), object: said(node.from), say: say() }];
    case 'Entitle':
      return [
        { ...shared, modality: modality('entitle'), ...shareOf(node, ''), say: say({ figure: figureOf(node.share) }) },
      ];
    case 'Hold':
      return [
        {
          ...shared,
          modality: modality('hold'),
          ...shareOf(node, said(node.subject)),
          say: say({ figure: figureOf(node.share) }),
        },
      ];
    case 'Reckon': {
      const figure = figureOf(node.share);
      const of = said(node.of);
      return [
        {
          ...shared,
          modality: modality('reckon'),
          object: of,
          as: said(node.as),
          share: { bound: 'exactly', value: figure.value, base: of },
          say: say({ figure }),
        },
      ];
    }
    case 'Oblige':
      return node.duties.map((duty): NormPlan => {
        const figure = duty.figure && rangeOf(duty.figure, duty.upTo);
        return {
          ...shared,
          modality: modality('oblige'),
          object: said(duty.what),
          ...(figure && { share: shareWithin(duty.bound, figure), valueType: valueTypeOf(figure.type) }),
          ...termsOf(node.terms),
          say: say({ duty, ...(figure && { figure }) }),
        };
      });
    case 'Encourage': {
      const act = node.act.kind === 'Text' ? node.act.value : '';
      return [{ ...shared, modality: node.modality, object: act, say: say() }];
    }
    case 'Target':
      return entriesOf(node).map((entry): NormPlan => {
        const figure = rangeOf(entry.value, entry.upTo);
        return {
          ...shared,
          modality: 'target',
          object: said(node.figure),
          share: shareWithin(entry.bound, figure),
          ...(entry.year !== undefined && { year: entry.year }),
          ...termsOf(entry.terms),
          valueType: valueTypeOf(figure.type),
          say: say({ entry, figure }),
        };
      });
    case 'Revoke':
      return [{ ...shared, modality: 'revoke', object: said(node.what), say: say() }];
    case 'Reclaim':
      return [{ ...shared, modality: 'reclaim', object: '', ...monthsOf(node.within), say: say() }];
    case 'Bar':
      return [{ ...shared, modality: 'bar', object: '', ...monthsOf(node.years), say: say() }];
    default:
      return node satisfies never;
  }

  function figureOf(e: T.Expression, type: Type = typeOf(e, context)): Figure {
    return { value: numberOf(e, type, context), type, written: e.kind === 'NumberLiteral' ? e.written : '' };
  }

  function rangeOf(value: T.Expression, upTo: T.Expression | undefined): Figure {
    if (upTo === undefined) return figureOf(value);
    const type = numericType(upTo, value);
    return { ...lowerEnd(value, upTo, type), upper: figureOf(upTo, type) };
  }

  /** 1 to 2亿元: the unit is written once, and is that of both. */
  function lowerEnd(value: T.Expression, upTo: T.Expression, type: Type): Figure {
    const figure = figureOf(value, type);
    const isBare = value.kind === 'NumberLiteral' && value.unit === 'none';
    if (!isBare || upTo.kind !== 'NumberLiteral' || upTo.unit === 'none') return figure;
    const [whole = '0', fraction = ''] = (/^[\d.]+/.exec(upTo.written)?.[0] ?? '1').split('.');
    const digits = rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
    if (digits.n === 0n) return figure;
    const unit = divide(rational(upTo.numerator, upTo.denominator), digits);
    return { ...figure, value: multiply(rational(value.numerator, value.denominator), unit) };
  }

  /** Of two figures the type that is not merely a number. */
  function numericType(...figures: readonly T.Expression[]): Type {
    const types = figures.map((figure) => typeOf(figure, context));
    return types.find(({ type }) => type !== 'number') ?? types[0]!;
  }

  function shareOf(
    node: T.Entitle | T.Hold,
    object: string,
  ): Pick<NormPlan, 'object' | 'share' | 'valueType' | 'undecided'> {
    const { value, type } = figureOf(node.share);
    const { of } = node;
    const undecided = of?.kind === 'Undecided' ? (of.reason?.value ?? '') : undefined;
    const name = baseName(of);
    return {
      object: object || (name ?? ''),
      share: { bound: node.bound, value, ...(name !== undefined && { base: name }) },
      ...(type.type !== 'rate' && { valueType: valueTypeOf(type) }),
      ...(undecided !== undefined && { undecided }),
    };
  }

  function termsOf(terms: readonly T.Term[]): Pick<NormPlan, 'eachYear' | 'until' | 'months'> {
    return Object.assign({}, ...terms.map(termOf));
  }

  function termOf({ form, value }: T.Term): Pick<NormPlan, 'eachYear' | 'until' | 'months'> {
    if (form === 'each-year') return { eachYear: true };
    if (form === 'within') return monthsOf(value);
    if (value?.kind === 'DateLiteral') return { until: daysOf(value.iso) };
    // By a year: until its last day.
    return value?.kind === 'NumberLiteral' ? { until: daysOf(`${value.numerator}-12-31`) } : {};
  }

  function monthsOf(value: T.Expression | undefined): { readonly months?: Rational } {
    return value === undefined ? {} : { months: numberOf(value, { type: 'duration' }, context) };
  }
}

function shareWithin(bound: T.Bound, { value, upper }: Figure): NonNullable<NormPlan['share']> {
  return { bound, value, ...(upper && { upper: upper.value }) };
}

function numberOf(e: T.Expression, wanted: Type, context: LowerContext): Rational {
  const lowered = lowerNumber(e, wanted, context);
  if (lowered.k !== 'const' || typeof lowered.value === 'boolean') {
    throw new Error('the figure of a norm is a constant');
  }
  return lowered.value;
}
