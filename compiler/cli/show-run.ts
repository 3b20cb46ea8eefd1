import type { GroupCap } from '../run/among/group-caps.ts';
import type { PoolOutcome } from '../run/among/pools.ts';
import type { Place, QuotaOutcome } from '../run/among/quotas.ts';
import type { Sum } from '../run/among/rows.ts';
import { sayMoney } from '../run/among/say-run.ts';
import type { RunOutcome } from '../run/among/settlement.ts';
import type { Summary, SummaryLine } from '../run/among/summary.ts';
import { alignDecimals, showAmount } from './amounts.ts';
import { plainTable, trimLines } from './show-result.ts';
import type { Terminal } from './terminal.ts';
import { joinNames } from './text.ts';
import { words } from './words.ts';

/** What a run says of all its applicants together: a line for each quota, group under a cap, and pool. */
export function showOutcome({ quotas, caps, pools }: RunOutcome, terminal: Terminal): string[] {
  return [
    ...quotas.map((quota) => showQuota(quota, terminal)),
    // What a cap takes of one applicant by itself is told there.
    ...caps.filter(({ rows }) => rows.length > 1).map((cap) => showGroupCap(cap, terminal)),
    ...pools.map((pool) => showPool(pool, terminal)),
  ];
}

function showQuota(quota: QuotaOutcome, terminal: Terminal): string {
  const { plan, status, certain, possible, tied, places, losers, next } = quota;
  const award = plan.label === undefined ? plan.measure : `${plan.measure}/${plan.label}`;
  const args = { award, n: plan.n, possible };
  switch (status) {
    case 'enough':
      return terminal.say(words.quotaEnough, args);
    case 'filled':
      return terminal.say(words.quotaFilled, { ...args, losers: losers.length, next: showPlaces(next, terminal) });
    case 'tie':
      return terminal.say(words.quotaTie, { ...args, tied: showPlaces(tied, terminal), places });
    case 'no-order':
      return terminal.say(words.quotaNoOrder, args);
    case 'open':
      return terminal.say(words.quotaOpen, { ...args, certain });
    default:
      return status satisfies never;
  }
}

/** So many names tell enough; the rest is in the summary. */
const shownPlaces = 5;

function showPlaces(places: readonly Place[], terminal: Terminal): string {
  const names = places.slice(0, shownPlaces).map(({ row, item }) => {
    const name = row.applicant ?? terminal.say(words.problemRecord, { record: row.record });
    return item === undefined ? name : `${name}/${item}`;
  });
  return joinNames(names, terminal) + (places.length > shownPlaces ? '…' : '');
}

function showGroupCap(cap: GroupCap, terminal: Terminal): string {
  return terminal.say(words.groupCap, {
    key: cap.key,
    group: cap.group ?? terminal.say(words.groupUnknown),
    n: cap.rows.length,
    before: sayMoney(cap.before, terminal.lang),
    say: cap.say,
    cut: sayMoney(cap.cut, terminal.lang),
  });
}

/** What the awards of a run come to against a pool, in one line. */
function showPool({ plan, holds, applicants, asked, status }: PoolOutcome, terminal: Terminal): string {
  const { say, lang } = terminal;
  const money = (fen: bigint) => sayMoney({ lo: fen, hi: fen }, lang);
  const amount = plan.perYear ? say(words.poolPerYear, { amount: money(holds) }) : money(holds);
  return say(words.poolLine, {
    pool: plan.name,
    amount,
    n: applicants,
    total: sayMoney(asked, lang),
    verdict: verdict(),
  });

  function verdict(): string {
    const short = money(asked.lo - holds);
    switch (status) {
      case 'enough':
        return say(words.poolEnough);
      case 'shared': {
        const rule = say(plan.share === 'pro-rata' ? words.poolProRata : words.poolInOrder);
        return say(words.poolShared, { short, rule });
      }
      case 'tie':
        return say(words.poolTie, { short });
      case 'no-rule':
        return say(words.poolLacks, { short });
      case 'open':
        if (asked.lo > holds) return say(words.poolShort, { short });
        if (asked.hi === null) return say(words.poolUnknown);
        return say(words.poolMayLack, { short: money(asked.hi - holds) });
      default:
        return status satisfies never;
    }
  }
}

/** Sums over the run, by measure, body and kind of benefit. */
export function showSummary(summary: Summary, terminal: Terminal): string {
  const { say } = terminal;
  const total = summary.totals.get('cash') ?? { lo: 0n, hi: 0n };
  const parts = [say(words.runTotal, { n: summary.applicants, total: showSum(total, terminal) })];
  const tables = [
    [words.byMeasure, summary.by.measure, (key: string) => (JSON.parse(key) as string[]).join(' ')],
    [words.byBody, summary.by.body, (key: string) => key || say(words.noBody)],
    [words.byKind, summary.by.kind, (key: string) => key],
  ] as const;
  for (const [title, lines, name] of tables) parts.push(linesTable(say(title), lines, name, terminal));
  return parts.join('\n\n');
}

function linesTable(
  title: string,
  lines: ReadonlyMap<string, SummaryLine>,
  name: (key: string) => string,
  terminal: Terminal,
): string {
  const { say } = terminal;
  const titles = [words.columnAwards, words.columnOpen, words.columnTotal, words.columnCut].map((word) => say(word));
  const table = plainTable([title, ...titles], ['left', 'right', 'right', 'right', 'right'], terminal);
  const all = [...lines];
  const sums = alignDecimals(all.map(([, { sum }]) => showSum(sum, terminal)));
  for (const [i, [key, { granted, open, cut }]] of all.entries()) {
    table.push([name(key), granted, open, sums[i] ?? '', cut.hi === 0n ? '' : showSum(cut, terminal)]);
  }
  return trimLines(table.toString());
}

function showSum({ lo, hi }: Sum, terminal: Terminal): string {
  const low = showAmount(Number(lo), terminal);
  if (hi === null) return terminal.say(words.orMore, { min: low });
  return hi === lo ? low : terminal.say(words.to, { min: low, max: showAmount(Number(hi), terminal) });
}
