import fc from 'fast-check';
import type { EvaluateOptions, Facts, FactValue, Item, PastAward, Yearly } from '../../stdlib/runtime/types.ts';

/** Applicants for the generated policies of `generate-surface.ts`: figures at their limits, facts left out, past awards. */

type Arb<T> = fc.Arbitrary<T>;

const pick = <T>(...values: readonly T[]): Arb<T> => fc.constantFrom(...values);

const fen: Arb<number> = fc.oneof(
  { weight: 6, arbitrary: pick(0, 1, 5000, 9999, 10_000, 10_001, 33_300, 100_000, 100_001) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 600_000 }) },
  { weight: 1, arbitrary: pick(2 ** 45, Number.MAX_SAFE_INTEGER) },
);
const number: Arb<number> = pick(0, 1, 2, 3, 4, 5, 6, 59, 60, 61, 2 ** 31);
const grade = pick('优秀', '良好', '合格');

/** Each field now and then, more often for a higher share. */
function some<V>(fields: Readonly<Record<string, Arb<V>>>, share: number): Arb<Readonly<Record<string, V>>> {
  const entries = Object.entries(fields).map(([name, value]) =>
    fc
      .tuple(value, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([v, chance]): [string, V][] => (chance < share ? [[name, v]] : [])),
  );
  return fc.tuple(...entries).map((all) => Object.fromEntries(all.flat()));
}

function timed<V extends FactValue>(value: Arb<V>): Arb<FactValue | Yearly> {
  return fc.oneof(
    { weight: 2, arbitrary: value },
    { weight: 5, arbitrary: some<V>({ 2023: value, 2024: value, 2025: value, 2026: value }, 0.9) },
    { weight: 1, arbitrary: some<V>({ earlier: value, 2025: value, now: value }, 0.8) },
  );
}

const items: Arb<readonly Item[]> = fc.array(
  some<FactValue>(
    {
      投入: fen,
      人数: number,
      获批: fc.boolean(),
      类别: grade,
      地块: pick('A', 'B'),
      受理: pick(20_600, 20_601, 20_602),
    },
    0.95,
  ),
  { maxLength: 4 },
);

const fields: Readonly<Record<string, Arb<FactValue | Yearly | readonly Item[]>>> = {
  产值: timed(fen),
  利税: timed(fen),
  电费: fen,
  盈余: fc.oneof(
    fen,
    fen.map((n) => -n),
  ),
  职工: number,
  硕士: timed(number),
  高新: timed(fc.boolean()),
  备案: fc.boolean(),
  失信: fc.boolean(),
  评级: timed(grade),
  // Around the first days of 2023, 2024, 2026 and 2027.
  投产: pick(19_357, 19_358, 19_723, 20_453, 20_454, 20_600, 20_819),
  租期: pick(0, 12, 36),
  占比: pick(0, 10_000_000, 60_000_000, 1_000_000_000),
  集团: pick('A', 'B'),
  项目: items,
  面积: number,
  进口额: pick(0, 100_000_000, 333_000_000),
  汇率: pick(5, 7, 0),
};

const pastAwards: Arb<readonly PastAward[]> = fc.array(
  fc
    .record({
      measure: pick('甲', '乙', '旧奖'),
      benefit: pick(undefined, undefined, '一', '二'),
      policy: pick(undefined, '甲政', '别处'),
      item: pick(undefined, undefined, '1'),
      year: pick(undefined, 2024, 2025, 2026),
      amount: fen,
    })
    .map(({ measure: of, amount, ...rest }) => ({ measure: of, amount, ...defined(rest) })),
  { maxLength: 3 },
);

/** Without the fields that are undefined. */
type Defined<V> = { readonly [K in keyof V]?: Exclude<V[K], undefined> };

function defined<V extends object>(value: V): Defined<V> {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as Defined<V>;
}

const keys = ['甲', '乙', '丙', '丁'].flatMap((name) => [name, `${name}/1`, `${name}/一`, `${name}/二`]);
const decisions = fc.dictionary(pick(...keys), fc.oneof<Arb<number | boolean>[]>(fen, fc.boolean()), { maxKeys: 3 });

/** An applicant and the rest of what an evaluation depends on. */
export const surfaceRecords: Arb<readonly [Facts, EvaluateOptions]> = fc.tuple(
  fc
    .tuple(
      pick(0.6, 0.9, 1).chain((share) => some(fields, share)),
      pick<readonly string[] | undefined>(['企业'], ['企业'], ['企业'], ['园区'], ['单位'], undefined),
      fc.option(decisions, { nil: undefined, freq: 1 }),
    )
    .map(([facts, party, decided]): Facts => ({ ...facts, ...defined({ party, decisions: decided }) })),
  fc
    .record({
      asOf: pick('2026-06-30', '2026-12-31', '2025-01-01'),
      ledger: fc.option(pastAwards, { nil: undefined, freq: 3 }),
      lang: pick('zh' as const, 'en' as const),
    })
    .map(({ asOf, ledger, lang }): EvaluateOptions => ({ asOf, lang, ...defined({ ledger }) })),
);
