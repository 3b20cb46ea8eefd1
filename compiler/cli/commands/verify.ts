import { runs } from '../../../language/diagnostics/catalogue/index.ts';
import { readDate } from '../../../stdlib/runtime/read-value.ts';
import type { Row } from '../../run/among/rows.ts';
import { settleRun } from '../../run/among/settle-run.ts';
import { type Losses, settlementOf } from '../../run/among/settlement.ts';
import { type Difference, differences } from '../../run/compare-results.ts';
import { decodeText } from '../../run/decode-text.ts';
import { envelopeOf } from '../../run/envelope.ts';
import { type Evaluated, evaluateRecord, type RunPlan } from '../../run/evaluate-record.ts';
import { parseJson } from '../../run/parse-json.ts';
import { isRecord } from '../../run/read-json.ts';
import { type FactProblem, type FactRecord, type FileProblem, fileProblem } from '../../run/record.ts';
import { type ResultJson, resultJson } from '../../run/result-json.ts';
import { nameOf } from '../../run/roll.ts';
import { type Loaded, loadPolicies } from '../load-policies.ts';
import { type FactsOptions, readBytes, readInput } from '../read-input.ts';
import { showProblem } from '../show-problem.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';

/** Computes every recorded result again from the policies and facts at hand, and names what differs. */
export async function verify(
  results: string,
  paths: readonly string[],
  options: FactsOptions,
  terminal: Terminal,
): Promise<ExitStatus> {
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return 1;
  const recorded = readResults(results);
  const input = readInput(options);
  const again = await evaluateAgain(input.records, recorded.results, loaded);
  const verdicts = recorded.results.map((result) =>
    verdictOf(result, again.get(result.result.applicant) ?? [], loaded.plan),
  );
  for (const problem of [...recorded.problems, ...input.problems]) terminal.err(showProblem(problem, terminal));
  for (const verdict of verdicts) showVerdict(verdict, terminal);
  const same = verdicts.filter(({ kind }) => kind === 'same').length;
  const unsure = recorded.problems.length;
  terminal.out(terminal.say(words.verified, { same, all: verdicts.length + unsure }));
  return same === verdicts.length && unsure === 0 && verdicts.length > 0 ? 0 : 1;
}

interface Recorded {
  readonly line: number;
  readonly result: ResultJson;
}

type Verdict = { readonly recorded: Recorded } & (
  | { readonly kind: 'same' | 'no-facts' }
  | { readonly kind: 'bad-facts'; readonly messages: readonly string[] }
  | { readonly kind: 'different'; readonly differences: readonly Difference[] }
);

function readResults(file: string): { results: Recorded[]; problems: FileProblem[] } {
  const place = { file, line: 0, record: 0 };
  const read = readBytes(file);
  if ('problem' in read) return { results: [], problems: [read.problem] };
  const decoded = decodeText(read.bytes);
  const refuse = (line: number, zh: string, en: string) =>
    fileProblem(runs.resultsForm, { ...place, line }, { line, found: { zh, en } });
  if (decoded.kind !== 'text') return { results: [], problems: [refuse(1, '不是文本', 'it is not text')] };
  const results: Recorded[] = [];
  const problems: FileProblem[] = [];
  decoded.text.split('\n').forEach((text, index) => {
    if (text.trim() === '') return;
    const { value, fault } = parseJson(text);
    if (fault !== undefined) problems.push(refuse(index + 1, '不是 JSON', 'it is not JSON'));
    else if (!isResult(value))
      problems.push(refuse(index + 1, '没有 awards，或 envelope 不完整', 'it has no awards, or no whole envelope'));
    else results.push({ line: index + 1, result: value });
  });
  if (results.length + problems.length === 0) problems.push(refuse(1, '文件是空的', 'the file is empty'));
  return { results, problems };
}

function isResult(value: unknown): value is ResultJson {
  return (
    isRecord(value) &&
    Array.isArray(value.awards) &&
    isRecord(value.envelope) &&
    'value' in readDate(value.envelope.asOf)
  );
}

/** A record evaluated as it was then, among all the others. */
interface Again {
  readonly evaluated: Evaluated | undefined;
  readonly problems: readonly FactProblem[];
}

/** All records by the applicant's name, each at the date of its recorded result; of a run over many, with what the run made of it. */
async function evaluateAgain(
  records: readonly FactRecord[],
  recorded: readonly Recorded[],
  { plan, policies }: Loaded,
): Promise<ReadonlyMap<string | undefined, readonly Again[]>> {
  const envelopes = new Map(recorded.map(({ result }) => [result.applicant, result.envelope]));
  const [first] = recorded;
  const lang = first?.result.envelope.lang === 'en' ? 'en' : 'zh';
  const found = new Map<string | undefined, Again[]>();
  const pass = async (
    losses: Losses,
    visit: (one: PassedRow) => void,
    tell?: (name: string | undefined, one: Again) => void,
  ) => {
    let count = 0;
    for (const record of records) {
      const applicant = nameOf(record.values);
      const then = { ...plan, lang, ...computedWith(envelopes.get(applicant) ?? first?.result.envelope) } as const;
      const { evaluated, problems } = evaluateRecord(record, then, losses.of(count));
      if (evaluated === undefined) {
        tell?.(applicant, { evaluated, problems });
        continue;
      }
      visit({
        ...evaluated,
        row: { row: count, record: record.place.record, ...(applicant !== undefined && { applicant }) },
      });
      count += 1;
    }
  };
  const { outcome, losses } = await settleRun(policies, lang, pass);
  const settlement = settlementOf(outcome, lang);
  const put = (name: string | undefined, one: Again) => found.set(name, [...(found.get(name) ?? []), one]);
  await pass(
    losses,
    ({ row, ...one }) =>
      put(row.applicant, { evaluated: { ...one, result: settlement.apply(row.row, one.result) }, problems: [] }),
    put,
  );
  return found;
}

interface PassedRow extends Evaluated {
  readonly row: Row;
}

/** `records` are those of the applicant's name. */
function verdictOf(recorded: Recorded, records: readonly Again[], plan: RunPlan): Verdict {
  const { envelope } = recorded.result;
  const lang = envelope.lang === 'en' ? 'en' : 'zh';
  // Several records may have one name or none: the hash of the facts tells which of them it was.
  const outcomes = records.map(({ evaluated, problems }) => {
    return {
      problems,
      result:
        evaluated &&
        resultJson(evaluated.result, envelopeOf(plan.policies, evaluated, lang, readingsIn(envelope.readings))),
    };
  });
  const outcome = outcomes.find(({ result }) => result?.envelope.facts === envelope.facts) ?? outcomes[0];
  if (outcome === undefined) return { recorded, kind: 'no-facts' };
  if (outcome.result === undefined) {
    return { recorded, kind: 'bad-facts', messages: outcome.problems.map(({ problem }) => problem.message) };
  }
  const found = differences(recorded.result, JSON.parse(JSON.stringify(outcome.result)));
  return found.length === 0 ? { recorded, kind: 'same' } : { recorded, kind: 'different', differences: found };
}

/** The date, and the readings that were tried. */
function computedWith(envelope: Recorded['result']['envelope'] | undefined): Partial<RunPlan> {
  const readings = readingsIn(envelope?.readings);
  return { ...(envelope && { asOf: envelope.asOf }), ...(readings && { readings }) };
}

function readingsIn(value: unknown): Readonly<Record<string, string>> | undefined {
  if (!isRecord(value) || !Object.values(value).every((option) => typeof option === 'string')) return undefined;
  return value as Readonly<Record<string, string>>;
}

/** So many differences of one result tell enough. */
const shownDifferences = 12;

function showVerdict(verdict: Verdict, terminal: Terminal): void {
  const { say } = terminal;
  const who = verdict.recorded.result.applicant ?? `${verdict.recorded.line}`;
  switch (verdict.kind) {
    case 'same':
      return;
    case 'no-facts':
      terminal.out(say(words.verifyNoFacts, { applicant: who }));
      return;
    case 'bad-facts':
      terminal.out(say(words.verifyBadFacts, { applicant: who, message: verdict.messages.join('; ') }));
      return;
    case 'different': {
      terminal.out(say(words.verifyDifferent, { applicant: who, n: verdict.differences.length }));
      for (const { path, recorded, recomputed } of verdict.differences.slice(0, shownDifferences)) {
        const [before, after] = [recorded, recomputed].map((value) =>
          value === undefined ? say(words.absent) : JSON.stringify(value),
        );
        terminal.out(`  ${say(words.verifyDifference, { path, before: before ?? '', after: after ?? '' })}`);
      }
      const why = reasonOf(verdict.differences, terminal);
      if (why !== '') terminal.out(`  ${why}`);
      return;
    }
    default:
      verdict satisfies never;
  }
}

/** What the envelope says about why the results differ. */
function reasonOf(found: readonly Difference[], terminal: Terminal): string {
  const changed = (path: string) => found.some((d) => d.path.startsWith(path));
  if (changed('envelope.policies')) return terminal.say(words.verifyPolicyChanged);
  if (changed('envelope.facts') || changed('envelope.ledger')) return terminal.say(words.verifyFactsChanged);
  if (changed('envelope.compiler') || changed('envelope.edition')) return terminal.say(words.verifyCompilerChanged);
  return terminal.say(words.verifyTampered);
}
