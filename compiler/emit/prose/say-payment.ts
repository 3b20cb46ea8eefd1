import type { Lang } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import type { CheckedBenefit, CheckedMeasure, CheckedPeriod, CheckedShare, CheckedSplits } from '../../check/model.ts';
import { lengthOf } from '../../check/periods.ts';
import { rateText } from '../../ir/lower/say.ts';
import { type Saying, sayDate } from './say-amounts.ts';
import { sayWhen } from './say-conditions.ts';

const splitting: ReadonlySet<T.Node['kind']> = new Set(['Stages', 'PaidTo', 'BorneBy', 'DecidedBy']);

/** What a benefit says of its payment itself; what the head of its measure says, stands there. */
export function ownSplits({ node, splits }: CheckedBenefit): CheckedSplits {
  return only(splits, new Set(node.modifiers.map(({ kind }) => kind)));
}

/** What the head of a measure says of the payment of its benefits. */
export function splitsOfHead({ symbol, benefits }: CheckedMeasure): CheckedSplits {
  const kinds = new Set(symbol.node.body.map(({ kind }) => kind).filter((kind) => splitting.has(kind)));
  const of = (kind: T.Node['kind']) =>
    benefits.find(({ node }) => !node.modifiers.some((modifier) => modifier.kind === kind))?.splits;
  return only(
    {
      stages: of('Stages')?.stages,
      atOnce: undefined,
      payees: of('PaidTo')?.payees,
      bearers: of('BorneBy')?.bearers,
      deciders: of('DecidedBy')?.deciders ?? [],
    },
    kinds,
  );
}

function only(splits: CheckedSplits, kinds: ReadonlySet<T.Node['kind']>): CheckedSplits {
  return {
    stages: kinds.has('Stages') ? splits.stages : undefined,
    atOnce: splits.atOnce,
    payees: kinds.has('PaidTo') ? splits.payees : undefined,
    bearers: kinds.has('BorneBy') ? splits.bearers : undefined,
    deciders: kinds.has('DecidedBy') ? splits.deciders : [],
  };
}

/** In which parts a sum is paid, to whom, whose money it is, and which body decides. */
export function sayPayment({ stages, atOnce, payees, bearers, deciders }: CheckedSplits, saying: Saying): string[] {
  const { lang } = saying;
  const zh = lang === 'zh';
  const names = deciders.map((agency) => agency.name);
  const when = atOnce?.condition && sayWhen(atOnce.condition, saying);
  const early = zh ? `${when === undefined ? '' : `${when}，`}一次付清` : `all at once${when ? ` ${when}` : ''}`;
  return [
    ...(stages ? [zh ? `分期拨付：${shares(stages, lang)}` : `paid in stages: ${shares(stages, lang)}`] : []),
    ...(atOnce ? [early] : []),
    ...(payees ? [zh ? `支付给${shares(payees, lang)}` : `paid to ${shares(payees, lang)}`] : []),
    ...(bearers ? [zh ? `由${shares(bearers, lang)}承担` : `borne by ${shares(bearers, lang)}`] : []),
    ...(names.length > 0 ? [zh ? `由${names.join('、')}认定` : `decided by ${names.join(', ')}`] : []),
  ];
}

/** 市55%、县45%; a share that nobody has decided says so. */
function shares(parts: readonly CheckedShare[], lang: Lang): string {
  const zh = lang === 'zh';
  const said = parts.map(({ name, share, reason }) => {
    if (share !== undefined) return zh ? `${name}${rateText(share)}` : `${name} ${rateText(share)}`;
    // Somebody who is paid or bears all of it has no share to state.
    if (parts.length === 1 && reason === undefined) return name;
    if (zh) return `${name}（比例待明确${reason === undefined ? '' : `：${reason}`}）`;
    return `${name} (share undecided${reason === undefined ? '' : `: ${reason}`})`;
  });
  return said.join(zh ? '、' : ', ');
}

/** Which events count, or until when one may apply. */
export function sayPeriod({ node }: CheckedPeriod, lang: Lang): string {
  const zh = lang === 'zh';
  if (node.kind === 'Covers') {
    const [from, to] = [node.from, node.to].map((end) => end && sayDate(end.iso, lang));
    const day = node.date.text;
    if (from !== undefined && to !== undefined) return zh ? `${day}在${from}至${to}的` : `${day} from ${from} to ${to}`;
    if (from !== undefined) return zh ? `${day}在${from}（含）以后的` : `${day} on or after ${from}`;
    return zh ? `${day}在${to ?? ''}（含）以前的` : `${day} on or before ${to ?? ''}`;
  }
  const { unit, n } = lengthOf(node.length) ?? { unit: 'months', n: 0 };
  const on = node.on?.text;
  if (zh) {
    const length = `${n}${unit === 'months' ? '个月' : '日'}`;
    return `自${node.since.text}起${length}内申报${on === undefined ? '' : `（以${on}为准）`}`;
  }
  const length = `${n} ${unit === 'months' ? 'month' : 'day'}${n === 1 ? '' : 's'}`;
  return `applied for within ${length} of ${node.since.text}${on === undefined ? '' : ` (as of ${on})`}`;
}
