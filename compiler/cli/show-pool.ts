import type { PoolUse } from '../run/pools.ts';
import { showAmount } from './amounts.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** What the awards of a run come to against a pool, in one line. */
export function showPool(use: PoolUse, terminal: Terminal): string {
  const { say } = terminal;
  // A sum over many applicants may be more than a single award can be; it is shown to the nearest it can.
  const money = (fen: bigint) => say(words.moneyUnit, { amount: showAmount(Number(fen), terminal) });
  const { pool, min, max, holds } = use;
  const amount = pool.perYear ? say(words.poolPerYear, { amount: money(holds) }) : money(holds);
  const total =
    max === null
      ? say(words.orMore, { min: money(min) })
      : max === min
        ? money(min)
        : say(words.to, { min: money(min), max: money(max) });
  return say(words.poolLine, { pool: pool.name, amount, n: use.applicants, total, verdict: verdict() });

  function verdict(): string {
    if (min > holds) return say(words.poolLacks, { short: money(min - holds) });
    if (max === null) return say(words.poolUnknown);
    return max > holds ? say(words.poolMayLack, { short: money(max - holds) }) : say(words.poolEnough);
  }
}
