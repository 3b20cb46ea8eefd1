import type { Localised } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import type { CheckedMeasure, CheckedNorm, CheckedPolicy } from '../../check/model.ts';
import type { Type } from '../../check/types.ts';
import type { Modality, NormPlan } from '../ir.ts';
import type { Rational } from '../rational.ts';
import { conditions, conjunction, inForce } from './benefits.ts';
import { type LowerContext, typeOf, valueTypeOf } from './context.ts';
import { lowerNumber } from './expressions.ts';
import { constantText } from './say.ts';

/** Lowers a right, duty, recognition or target; a target gives one norm for each of its years. */
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
  const shared = {
    k: 'norm' as const,
    measure: measure.symbol.name,
    ...(clause !== undefined && { clause }),
    bearers,
    parties: (norm.bearers.length > 0 ? norm.bearers : measure.parties).map((p) => p.name),
    when: conjunction([
      ...inForce(policy),
      ...measure.when.flatMap((c) => conditions(c, context)),
      ...(norm.when ? conditions(norm.when, context) : []),
    ]),
    by: (norm.by.length > 0 ? norm.by : measure.by).map((a) => a.name),
    ...(matter?.kind === 'matter' && { matter: matter.name }),
    origin: { file: measure.file, span: (within ?? node).span },
  };
  const modality = (own: Modality): Modality => within?.modality ?? own;
  const said = (sentence: Localised): Localised => (within ? urged(within, sentence) : sentence);
  switch (node.kind) {
    case 'Recognise': {
      const subject = text(node.subject);
      const as = text(node.as);
      const say = { zh: `${subject}视同${as}`, en: `${subject} is recognised as ${as}` };
      return [{ ...shared, modality: modality('recognise'), object: subject, as, say: said(say) }];
    }
    case 'Exempt': {
      const object = text(node.from);
      const say = { zh: `${node.party.text}免除${object}`, en: `${node.party.text} is exempt from ${object}` };
      return [{ ...shared, modality: modality('exempt'), object, say: said(say) }];
    }
    case 'Entitle':
      return [entitle(node)];
    case 'Reckon': {
      const share = numberOf(node.share, { type: 'rate' }, context);
      const of = text(node.of);
      const as = text(node.as);
      const say = {
        zh: `${of}减按${constantText(share, { type: 'rate' }, '', 'zh')}计入${as}`,
        en: `${constantText(share, { type: 'rate' }, '', 'en')} of ${of} is reckoned as ${as}`,
      };
      return [
        {
          ...shared,
          modality: modality('reckon'),
          object: of,
          as,
          share: { bound: 'exactly', value: share, base: of },
          say: said(say),
        },
      ];
    }
    case 'Oblige': {
      const say = {
        zh: `${bearers.join('、')}应当${node.eachYear ? '每年' : ''}：${node.duty.value}`,
        en: `${bearers.join(', ')} must${node.eachYear ? ' each year' : ''}: ${node.duty.value}`,
      };
      return [{ ...shared, modality: modality('oblige'), object: node.duty.value, say: said(say) }];
    }
    case 'Encourage': {
      const act = node.act.kind === 'Text' ? node.act.value : '';
      const who = bearers.join('、');
      const say =
        node.modality === 'encourage'
          ? { zh: `鼓励${who}：${act}`, en: `${bearers.join(', ')} are encouraged: ${act}` }
          : { zh: `${who}可以：${act}`, en: `${bearers.join(', ')} may: ${act}` };
      return [{ ...shared, modality: node.modality, object: act, say }];
    }
    case 'Target':
      return node.entries.map((entry) => target(node, entry));
    default:
      return node satisfies never;
  }

  function entitle(entitlement: T.Entitle): NormPlan {
    const value = numberOf(entitlement.share, { type: 'rate' }, context);
    const { of } = entitlement;
    const undecided = of?.kind === 'Undecided' ? (of.reason?.value ?? '') : undefined;
    const baseName = of?.kind === 'NameExpression' ? of.name.text : of?.kind === 'Text' ? of.value : undefined;
    const bound = boundWords[entitlement.bound];
    const rate = constantText(value, { type: 'rate' }, '', 'zh');
    const open =
      undecided === undefined
        ? { zh: '', en: '' }
        : { zh: `（基数待明确：${undecided}）`, en: ` (of what is undecided: ${undecided})` };
    const say = {
      zh: `${entitlement.party.text}可获${baseName ?? ''}${bound.zh}${rate}${open.zh}`,
      en: `${entitlement.party.text} may receive ${bound.en} ${rate}${baseName ? ` of ${baseName}` : ''}${open.en}`,
    };
    return {
      ...shared,
      modality: modality('entitle'),
      object: baseName ?? '',
      share: { bound: entitlement.bound, value, ...(baseName !== undefined && { base: baseName }) },
      ...(undecided !== undefined && { undecided }),
      say: said(say),
    };
  }

  function target(whole: T.Target, entry: T.TargetEntry): NormPlan {
    const type = typeOf(entry.value, context);
    const value = numberOf(entry.value, type, context);
    const figure = text(whole.figure);
    const bound = entry.bound === 'over' ? { zh: '超过', en: 'over' } : boundWords[entry.bound];
    const written = entry.value.kind === 'NumberLiteral' ? entry.value.written : '';
    return {
      ...shared,
      modality: 'target',
      object: figure,
      share: { bound: entry.bound, value },
      year: entry.year,
      valueType: valueTypeOf(type),
      say: {
        zh: `${figure}：${entry.year}年${bound.zh}${constantText(value, type, written, 'zh')}`,
        en: `${figure}: ${bound.en} ${constantText(value, type, written, 'en')} in ${entry.year}`,
      },
    };
  }
}

const boundWords: Readonly<Record<T.ShareBound, Localised>> = {
  'at-least': { zh: '不低于', en: 'at least' },
  'at-most': { zh: '不高于', en: 'at most' },
  exactly: { zh: '', en: 'exactly' },
};

function urged(within: T.Encourage, sentence: Localised): Localised {
  const who = within.bearers.map((b) => b.text);
  return within.modality === 'encourage'
    ? { zh: `鼓励${who.join('、')}：${sentence.zh}`, en: `${who.join(', ')} are encouraged: ${sentence.en}` }
    : { zh: `${who.join('、')}可以：${sentence.zh}`, en: `${who.join(', ')} may: ${sentence.en}` };
}

function text(of: T.Name | T.Text): string {
  return of.kind === 'Name' ? of.text : of.value;
}

function numberOf(e: T.Expression, wanted: Type, context: LowerContext): Rational {
  const lowered = lowerNumber(e, wanted, context);
  if (lowered.k !== 'const' || typeof lowered.value === 'boolean') {
    throw new Error('the figure of a norm is a constant');
  }
  return lowered.value;
}
