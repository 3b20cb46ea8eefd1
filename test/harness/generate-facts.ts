import fc from 'fast-check';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import type {
  EvaluateOptions,
  Facts,
  FactValue,
  Item,
  LostAward,
  PastAward,
  Yearly,
} from '../../stdlib/runtime/types.ts';
import { benefitNames, kinds, listNames, members, names, parties } from './generated-vocabulary.ts';

/** Records of facts at random for generated policies: missing facts, boundary figures, huge ones, decisions, past awards. */

type Arb<T> = fc.Arbitrary<T>;

const money: Arb<number> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(0, 1, 50, 99, 100, 101, 5000, 5000, 10_000, 10_000, 30_000) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 50_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1, 2 ** 45) },
);
const count: Arb<number> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 1, 1, 2, 3, 3, 59, 60, 61, 90) },
  { weight: 1, arbitrary: fc.constantFrom(2 ** 31, 2 ** 40) },
);
const rate: Arb<number> = fc.constantFrom(0, 1, 100_000_000, 333_333_333, 1_000_000_000, 1_500_000_000);
const quantity: Arb<number> = fc.constantFrom(0, 1, 500_000, 1_000_000, 17_250_000);
const bool = fc.boolean();

const years = <T extends FactValue>(value: Arb<T>, share: number): Arb<Yearly> =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: present({ 2023: value, 2024: value, 2025: value, 2026: value, 2027: value }, share),
    },
    { weight: 1, arbitrary: present({ earlier: value, 2025: value, now: value }, share) },
  );
/** Plain, or seldom year by year. */
const timed = <T extends FactValue>(value: Arb<T>): Arb<FactValue | Yearly> =>
  fc.oneof({ weight: 40, arbitrary: value }, { weight: 1, arbitrary: years(value, 0.6) });

const ofApplicant: Readonly<Record<string, Arb<FactValue | Yearly>>> = {
  ...each(names.money, timed(money)),
  ...each(
    names.signed,
    timed(
      fc.oneof(
        money,
        money.map((n) => -n),
      ),
    ),
  ),
  ...each(names.bool, fc.oneof({ weight: 9, arbitrary: bool }, { weight: 1, arbitrary: years(bool, 0.6) })),
  ...each(names.count, timed(count)),
  ...each(names.yearly, fc.oneof(years(money, 1), years(money, 0.9))),
  占比: timed(rate),
  面积: timed(quantity),
  等次: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...members) },
    { weight: 1, arbitrary: years(fc.constantFrom(...members), 0.6) },
  ),
  统一代码: fc.constantFrom('A', 'B', 'C'),
  认定日期: fc.constantFrom(20_633, 20_634, 20_635, -1),
  租期: fc.constantFrom(0, 12, 36),
};

const ofItem: Readonly<Record<string, Arb<FactValue | Yearly>>> = {
  ...each(names.itemMoney, money),
  ...each(names.itemPlain, count),
  ...each(names.itemBool, bool),
};
const itemsOf: Readonly<Record<(typeof listNames)[number], Arb<Item>>> = {
  平台: present<FactValue | Yearly>({ ...ofItem, 类型: fc.constantFrom(...kinds) }, 0.9),
  项目: present(ofItem, 0.9),
};

const lists: Readonly<Record<string, Arb<readonly Item[]>>> = Object.fromEntries(
  listNames.map((name) => [name, fc.array(itemsOf[name], { maxLength: 3 })]),
);

const decisionKeys = [
  ...benefitNames,
  ...benefitNames.flatMap((name) => [`${name}/1`, `${name}/2`]),
  ...['丙', '甲/01', '无此项'],
];
const decision: Arb<number | boolean> = fc.oneof(
  { weight: 4, arbitrary: money },
  { weight: 3, arbitrary: bool },
  { weight: 1, arbitrary: fc.constantFrom(-1, 0.5, 2 ** 60) },
);
const decisions = fc.dictionary(fc.constantFrom(...decisionKeys), decision, { maxKeys: 8 });

/** What a record says, as it is after checking: without a prototype. */
export const factRecords: Arb<Facts> = fc
  .tuple(
    fc
      .constantFrom(0.5, 0.8, 0.95, 1)
      .chain((share) => present<NonNullable<Facts[string]>>({ ...ofApplicant, ...lists }, share)),
    fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(['高校'], ['企业'], ['本科高校', '企业'], ['单位']) },
      { weight: 1, arbitrary: fc.subarray(['大学', ...parties], { maxLength: 2 }) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
    fc.option(decisions, { freq: 2 }),
    fc.option(fc.constant('甲大学')),
  )
  .map(([facts, party, decided, applicant]) =>
    Object.assign(facts, {
      ...(party && { party }),
      ...(decided && { decisions: decided }),
      ...(applicant !== null && { applicant }),
    }),
  );

/** Awards that others came before. */
const lost: Arb<LostAward> = fc
  .record({
    name: fc.constantFrom(...benefitNames),
    policy: fc.constantFrom('政策', '甲市', '乙省'),
    item: fc.constantFrom(undefined, 1, 2),
  })
  .map(({ name, policy, item }) => {
    const [measure = '', benefit = null] = name.split('/');
    return { policy, measure, benefit, ...(item !== undefined && { item }), say: '名额已满' };
  });

/** Past awards, of this policy, another one or none in particular, at all times, some of single items. */
const pastAward: Arb<PastAward> = fc
  .record({
    name: fc.constantFrom(...benefitNames, '旧奖'),
    policy: fc.constantFrom(undefined, undefined, undefined, '政策', '甲市', '别处'),
    item: fc.constantFrom(undefined, undefined, '1', '2', 'A'),
    year: fc.constantFrom(undefined, 2024, 2025, 2026),
    date: fc.constantFrom(undefined, undefined, 20_600, 20_634),
    amount: money,
  })
  .map(({ name, policy, item, year, date, amount }) => {
    const [measure = '', benefit] = name.split('/');
    return {
      ...(policy !== undefined && { policy }),
      measure,
      ...(benefit !== undefined && { benefit }),
      ...(item !== undefined && { item }),
      ...(year !== undefined && { year }),
      ...(date !== undefined && { date }),
      amount,
    };
  });

/** The rest of what an evaluation depends on. */
export const evaluations: Arb<EvaluateOptions> = fc
  .record({
    asOf: fc.constantFrom('2026-06-30', '2026-06-29', '2025-12-31'),
    year: fc.option(fc.constantFrom(2025, 2026), { nil: undefined }),
    decisions: fc.option(decisions, { nil: undefined, freq: 2 }),
    ledger: fc.option(fc.array(pastAward, { maxLength: 4 }), { nil: undefined, freq: 2 }),
    lang: fc.constantFrom('zh', 'en', undefined),
    lost: fc.option(fc.array(lost, { maxLength: 3 }), { nil: undefined, freq: 1 }),
  })
  .map(({ asOf, year, decisions: decided, ledger, lang, lost: taken }) => ({
    asOf,
    ...(year !== undefined && { year }),
    ...(decided && { decisions: decided }),
    ...(ledger && { ledger }),
    ...(lang && { lang }),
    ...(taken && { lost: taken }),
  }));

function each<T>(keys: readonly string[], arb: Arb<T>): Readonly<Record<string, Arb<T>>> {
  // By definition, not assignment: one of the names is `__proto__`.
  return Object.fromEntries(keys.map((key) => [key, arb]));
}

/** A record of which each field is there with a probability of `share`, in the order in which they are drawn. */
function present<T>(fields: Readonly<Record<string, Arb<T>>>, share: number): Arb<{ [name: string]: T }> {
  const percent = Math.round(share * 100);
  const drawn = Object.entries(fields).map(([name, arb]) =>
    fc.oneof(
      { weight: percent, arbitrary: arb.map((value): [string, T][] => [[name, value]]) },
      { weight: 100 - percent, arbitrary: fc.constant<[string, T][]>([]) },
    ),
  );
  return fc.tuple(...drawn).map((entries) => {
    const record: { [name: string]: T } = Object.create(null);
    for (const [name, value] of entries.flat()) record[name] = value;
    return record;
  });
}

/** The record and options without most of the decisions that name nothing: those are told one by one, and crowd out the rest. */
export function fitDecisions<T extends Facts | EvaluateOptions>(holder: T, policies: readonly PolicyIr[]): T {
  const { decisions: all } = holder;
  if (all === undefined) return holder;
  const known = policies.flatMap(({ plans }) => plans.flatMap((plan) => (plan.k === 'benefit' ? [plan] : [])));
  const names = known.map(({ measure, label }) => (label === null ? measure : `${measure}/${label}`));
  const fits = (key: string) => key === '无此项' || names.some((name) => key === name || key.startsWith(`${name}/`));
  const kept = Object.fromEntries(Object.entries(all).filter(([key]) => fits(key)));
  return Object.assign(Object.create(null), holder, { decisions: kept });
}
