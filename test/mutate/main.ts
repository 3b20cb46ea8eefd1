import { nodeHost } from '../../compiler/project/node-host.ts';
import { openBench, type Verdict } from './judge.ts';

/**
 * `npm run mutate [FOLDER…]`: every policy, every single change, one at a time. Prints what survives, with its place, and
 * fails where anything does.
 */
const given = process.argv.slice(2);
const folders = given.length > 0 ? given : (nodeHost.list('policies')?.folders ?? []);
let survivors = 0;
for (const folder of folders) {
  const bench = openBench(folder, nodeHost);
  const counts: Record<Verdict, number> = { check: 0, coverage: 0, example: 0, divided: 0, survived: 0 };
  const started = Date.now();
  for (const mutant of bench.mutants) {
    const { by } = bench.judge(mutant);
    counts[by]++;
    if (by === 'survived') console.log(`  ${bench.say(mutant)}`);
    // No change to what the text says: shown, so that somebody can disagree.
    if (by === 'divided') console.log(`  (named elsewhere in the clause) ${bench.say(mutant)}`);
  }
  survivors += counts.survived;
  const { check, coverage, example, divided, survived } = counts;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    `${folder}: ${bench.mutants.length} changes; noticed by check ${check}, coverage ${coverage}, examples ${example}; ${divided} divide bodies otherwise; ${survived} survived (${seconds} s)`,
  );
}
process.exitCode = survivors > 0 ? 1 : 0;
