import {
  asOfFact,
  type BenefitPlan,
  type Expr,
  type FactTime,
  factId,
  type PolicyIr,
  yearEndFact,
  yearFact,
} from '../../compiler/ir/ir.ts';
import { rational } from '../../compiler/ir/rational.ts';
import * as b from './ir-builders.ts';
import type { Random } from './random.ts';

/** Pairs of benefits at random, for the oracles of the analyser: every kind of node, over few facts and small figures. */

export const vocabulary: Pick<PolicyIr, 'parties' | 'disjoint' | 'enums' | 'lists' | 'facts'> = {
  parties: [
    b.declareParty('单位'),
    b.declareParty('高校', ['单位']),
    b.declareParty('企业', ['单位']),
    b.declareParty('小企业', ['企业']),
    b.declareParty('个人'),
  ],
  disjoint: [
    ['高校', '企业'],
    ['单位', '个人'],
  ],
  enums: [
    { name: '等次', members: ['优秀', '良好', '合格'] },
    { name: '级别', members: ['国家级', '省级'] },
  ],
  lists: [b.declareList('平台', ['单位'])],
  facts: [
    b.declareFact('人数', 'count', { parties: ['单位'] }),
    b.declareFact('年限', 'count', { parties: ['单位'] }),
    b.declareFact('经费', 'money', { parties: ['单位'] }),
    b.declareFact('投入', 'money', { parties: ['单位'] }),
    b.declareFact('收益', 'money', { parties: ['单位'], signed: true }),
    b.declareFact('比例', 'rate', { parties: ['单位'] }),
    b.declareFact('认定日期', 'date', { parties: ['单位'] }),
    b.declareFact('租期', 'duration', { parties: ['单位'] }),
    b.declareFact('高新', 'bool', { parties: ['单位'] }),
    b.declareFact('备案', 'bool', { parties: ['单位'] }),
    b.declareFact('等次', { type: 'enum', name: '等次' }, { parties: ['单位'] }),
    b.declareFact('代码', 'key', { parties: ['单位'] }),
    b.declareFact('级别', { type: 'enum', name: '级别' }, { list: '平台' }),
    b.declareFact('获批', 'bool', { list: '平台' }),
    b.declareFact('支出', 'money', { list: '平台' }),
    b.declareFact('数量', 'count', { list: '平台' }),
    b.declareFact('园区', 'key', { list: '平台' }),
  ],
};

/** How much of what is generated: without `wide`, only what enumeration over a few values decides. */
export interface Scope {
  readonly random: Random;
  readonly wide: boolean;
  /** The list whose item is at hand. */
  readonly item: boolean;
}

const fen = (n: number, d = 1): Expr => b.constant(rational(n, d));
const asOf: Expr = { k: 'fact', ref: asOfFact, at: 'now' };
const year: Expr = { k: 'fact', ref: yearFact, at: 'now' };
const day = (n: number): Expr => b.constant(rational(n), 'date');
/** 2026-01-01. */
const start = 20_454;

const times: readonly FactTime[] = ['now', { back: 1 }, { back: 2 }, { base: 1 }, 'earlier', 'peak'];
const lengths = [0, 1, 3, 8, 12, 24];
const yearEnd = (back: number): Expr => ({ k: 'fact', ref: yearEndFact, at: back === 0 ? 'now' : { back } });

export function condition(scope: Scope, depth = 2): Expr {
  const { random } = scope;
  if (depth > 0 && random.chance(0.45)) {
    const of = () => condition(scope, depth - 1);
    switch (random.whole(0, 4)) {
      case 0:
        return b.not(of());
      case 1:
        return b.iff(of(), of(), of());
      case 2:
        return b.and(of(), of());
      default:
        return b.or(of(), of(), ...(random.chance(0.3) ? [of()] : []));
    }
  }
  return literal(scope);
}

function literal(scope: Scope): Expr {
  const { random, wide, item } = scope;
  const compare = (x: Expr, y: Expr): Expr => ({ k: 'cmp', op: random.pick(['<', '<=', '='] as const), a: x, b: y });
  const either = (x: Expr, y: Expr) => (random.chance(0.5) ? compare(x, y) : compare(y, x));
  const kind = random.whole(0, wide ? 21 : 11);
  switch (kind) {
    case 0:
    case 1:
      return either(b.fact(random.pick(['人数', '年限'])), b.count(random.whole(0, 4)));
    case 2:
    case 3:
      return either(sum(scope), fen(random.whole(-2, 5)));
    case 4:
      return either(number(scope, 1), number(scope, 1));
    case 5:
      return b.member(b.fact('等次'), ...random.pick([['优秀'], ['良好'], ['优秀', '合格'], ['良好', '合格']]));
    case 6:
      return b.fact(random.pick(['高新', '备案']));
    case 7:
      return item ? b.itemFact('平台', '获批') : b.fact('备案');
    case 8:
      return item
        ? either(b.itemFact('平台', random.pick(['数量'])), b.count(random.whole(0, 3)))
        : b.member(b.fact('代码'), random.pick(['A', 'B']));
    case 9:
      return item ? b.member(b.itemFact('平台', '级别'), random.pick(['国家级', '省级'])) : b.isParty('小企业');
    case 10:
      return b.isParty(random.pick(['高校', '企业', '小企业']));
    case 11:
      return b.passed(random.pick(['评审', '验收']));
    case 12:
      return either(b.fact('比例'), b.percent(random.pick([0, 3, 45, 50, 100])));
    case 13:
      return random.chance(0.5)
        ? either(b.fact('认定日期'), day(start + random.whole(-400, 400)))
        : either(
            b.add(asOf, b.mul(b.count(-1), b.fact('认定日期'))),
            b.constant(rational(random.pick([0, 365, 730])), 'date'),
          );
    case 14:
      return random.chance(0.5)
        ? either(year, b.count(random.whole(2024, 2028)))
        : either(b.fact('租期'), b.constant(rational(random.pick([0, 12, 36])), 'duration'));
    case 15:
      return either(
        b.fact('人数', random.pick(times)),
        random.chance(0.5) ? b.fact('人数', random.pick(times)) : b.count(random.whole(0, 4)),
      );
    case 16:
      return either(b.ledgerFact('甲/旧'), random.chance(0.5) ? b.fact('经费') : fen(random.whole(0, 400)));
    case 17:
      return either(figure(scope), fen(random.whole(0, 3)));
    case 18:
      // A day so many months after another, beside the day of evaluation, a figure, or another such day.
      return either(
        b.months(b.fact('认定日期'), random.pick(lengths)),
        random.pick([asOf, day(start + random.whole(-400, 800)), b.months(asOf, random.pick(lengths))]),
      );
    case 19:
      // What was so before: of yes and no whether it ever was, of a figure the highest, over years together.
      return random.pick([
        b.fact('高新', random.pick(['earlier', { back: 1 }] as const)),
        b.member(b.fact('等次', { back: random.whole(1, 2) }), '优秀'),
        either(
          b.add(b.fact('人数'), b.fact('人数', { back: 1 }), b.fact('人数', { back: 2 })),
          b.count(random.whole(0, 9)),
        ),
      ]);
    case 20:
      return either(
        yearEnd(random.pick([0, 0, 1])),
        random.pick([b.fact('认定日期'), day(start + random.whole(-400, 400))]),
      );
    default:
      return either(
        b.round(
          b.mul(b.fact('经费'), fen(1, 3)),
          rational(random.pick([1, 2])),
          random.pick(['half-up', 'down'] as const),
        ),
        fen(random.whole(0, 3)),
      );
  }
}

function sum({ random }: Scope): Expr {
  const term = (): Expr => {
    const factor = random.pick([-3, -2, -1, 1, 1, 2, 3]);
    const read = b.fact(random.pick(['经费', '投入', '收益', '人数']));
    return factor === 1 ? read : b.mul(b.count(factor), read);
  };
  return b.add(...Array.from({ length: random.whole(1, 3) }, term));
}

/** Money without open decisions. */
function number(scope: Scope, depth: number): Expr {
  const { random, item } = scope;
  const of = () => number(scope, depth - 1);
  if (depth > 0 && random.chance(0.6)) {
    switch (random.whole(0, 4)) {
      case 0:
        return b.min(of(), of());
      case 1:
        return b.max(of(), of(), ...(random.chance(0.3) ? [of()] : []));
      case 2:
        return b.iff(condition(scope, 0), of(), of());
      case 3:
        return b.add(of(), of());
      default:
        return b.mul(of(), random.pick([b.percent(50), b.count(2), b.percent(30)]));
    }
  }
  if (item && random.chance(0.4)) return b.itemFact('平台', '支出');
  return random.chance(0.4) ? fen(random.whole(0, 5)) : b.fact(random.pick(['经费', '投入']));
}

/** How many items, or what they come to. */
function figure({ random }: Scope): Expr {
  const where = random.chance(0.5)
    ? b.itemFact('平台', '获批')
    : b.member(b.itemFact('平台', '级别'), random.pick(['国家级', '省级']));
  return random.pick([
    b.fold('sum', '平台', where, b.constant(rational(1))),
    b.fold('sum', '平台', where, b.itemFact('平台', '支出')),
    b.fold('max', '平台', where, b.itemFact('平台', '支出')),
  ]);
}

/** Which one of its kind the item at hand is; items are told apart by what is said of each, and of the applicant. */
function ordinal({ random, wide }: Scope): Expr {
  const said = (): Expr =>
    random.pick([
      b.itemFact('平台', '获批'),
      b.itemFact('平台', '获批'),
      b.member(b.itemFact('平台', '级别'), random.pick(['国家级', '省级'])),
      b.atMost(b.itemFact('平台', '数量'), b.count(random.whole(0, 2))),
      ...(wide ? [b.member(b.itemFact('平台', '园区'), random.pick(['A', 'B'])), b.passed('评审')] : []),
      ...(wide ? [b.atMost(b.itemFact('平台', '支出'), b.fact('经费')), b.fact('高新')] : []),
    ]);
  const where = random.pick([
    () => b.and(),
    said,
    () => b.not(said()),
    () => b.and(said(), said()),
    () => b.or(said(), b.not(said())),
  ])();
  const same = random.pick(wide ? ['', '级别', '园区', '园区'] : ['', '级别']);
  return b.nth('平台', where, same === '' ? undefined : same);
}

/** By which one it is: rows, a sum for each, what is left after so many. */
function byOrdinal(scope: Scope): Expr {
  const { random, wide } = scope;
  const position = ordinal(scope);
  const limit = () => b.count(random.whole(1, wide ? 3 : 2));
  const sum = () => (random.chance(0.5) ? fen(random.whole(0, 9)) : number(scope, 0));
  switch (random.whole(0, random.chance(0.2) ? 4 : 3)) {
    case 0:
      return b.iff(b.atMost(position, limit()), sum(), sum());
    case 1:
      return b.iff(b.and(b.atMost(b.count(2), position), b.atMost(position, limit())), sum(), sum());
    case 2:
      return b.iff(random.chance(0.5) ? b.equals(position, limit()) : b.less(limit(), position), sum(), fen(0));
    case 3:
      return b.mul(fen(random.whole(1, 3)), b.min(position, limit()));
    default:
      return b.iff(b.less(position, ordinal(scope)), sum(), b.iff(b.less(b.count(1), position), sum(), fen(0)));
  }
}

function base(scope: Scope): Expr {
  const { random, wide, item } = scope;
  if (item && random.chance(0.4)) return byOrdinal(scope);
  switch (random.whole(0, wide ? 11 : 5)) {
    case 0:
      return fen(random.pick([1, 3, 500]));
    case 1:
      return b.mul(b.fact(random.pick(['人数', '年限'])), fen(random.pick([2, 60])));
    case 2:
      return b.iff(
        b.member(b.fact('等次'), '优秀'),
        fen(random.pick([0, 9])),
        b.iff(b.member(b.fact('等次'), '良好'), fen(random.pick([0, 5])), fen(random.pick([0, 2]))),
      );
    case 3:
      return number(scope, 2);
    case 4:
      return b.decide({
        lo: fen(0),
        hi: random.chance(0.3) ? null : number(scope, 1),
        ends: false,
        why: 'process',
        by: '评审',
      });
    case 5:
      return b.selected(number(scope, 1), '评选');
    case 6:
      return b.mul(b.fact('经费'), b.iff(condition(scope, 0), b.percent(30), b.percent(10)));
    case 7:
      return b.max(fen(0), b.add(b.fact('经费'), b.mul(b.count(-1), b.fact('投入'))));
    case 8:
      return figure(scope);
    case 9:
      return b.mul(b.fact('经费'), b.fact('人数'));
    case 10:
      // Growth over the year before, which is reckoned from what is above 0 alone.
      return b.max(fen(0), b.add(b.fact('经费'), b.mul(b.count(-1), b.fact('经费', { base: 1 }))));
    default:
      // Over years together, and beyond what there ever was.
      return random.chance(0.5)
        ? b.mul(b.percent(20), b.add(b.fact('投入'), b.fact('投入', { back: 1 }), b.fact('投入', { back: 2 })))
        : b.max(
            fen(0),
            b.add(b.fact('投入'), b.mul(b.count(-1), b.fact('投入', random.pick(['earlier', 'peak'] as const)))),
          );
  }
}

export function amount(scope: Scope): Expr {
  const { random, wide } = scope;
  const more: ((of: Expr) => Expr)[] = [];
  if (random.chance(0.2)) more.push(b.uplifted(b.iff(condition(scope, 0), b.percent(130), b.count(1))));
  if (random.chance(0.15)) more.push(b.floored(fen(random.pick([0, 2]))));
  if (random.chance(0.4)) more.push(b.capped(random.chance(0.7) ? fen(random.pick([1, 4, 300])) : number(scope, 0)));
  if (wide && random.chance(0.1)) more.push(b.reducedBy('甲/旧'));
  if (random.chance(0.1)) more.push(b.rounded(rational(2), 'down'));
  return b.amount(base(scope), ...more);
}

export function benefitAtRandom(
  name: string,
  random: Random,
  wide: boolean,
  item = random.chance(wide ? 0.2 : 0.1),
): BenefitPlan {
  const scope: Scope = { random, wide, item };
  const from = start + (wide ? random.whole(-300, 200) : random.whole(-3, 2));
  const dated = b.condition(
    b.and(b.atMost(day(from), asOf), b.atMost(asOf, day(from + random.pick([0, 300, 700, 900])))),
  );
  const own = Array.from({ length: random.whole(0, wide ? 3 : 2) }, () =>
    random.chance(0.2) ? b.veto(condition(scope)) : b.condition(condition(scope)),
  );
  return b.benefit({
    name,
    ...(item && { over: factId('平台') }),
    parties: random.pick([['单位'], ['单位'], ['高校'], ['企业'], ['企业'], ['小企业', '高校'], ['单位', '个人']]),
    matter: '人才',
    when: b.and(dated, ...own),
    amount: amount(scope),
  });
}

/** Two benefits, each in a policy of its own. */
export function pairAtRandom(random: Random, wide: boolean): readonly [PolicyIr, PolicyIr] {
  const bothPerItem = random.chance(0.1);
  const item = () => bothPerItem || random.chance(wide ? 0.15 : 0.08);
  const policy = (name: string) =>
    b.policy([benefitAtRandom(name, random, wide, item())], { ...vocabulary, name: `文件${name}`, level: 'city' });
  return [policy('甲'), policy('乙')];
}
