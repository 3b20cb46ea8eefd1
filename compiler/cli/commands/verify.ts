import { runs } from '../../../language/diagnostics/catalogue/index.ts';
import { readDate } from '../../../stdlib/runtime/read-value.ts';
import { nameOf } from '../../run/attach-lists.ts';
import { type Difference, differences } from '../../run/compare-results.ts';
import { decodeText } from '../../run/decode-text.ts';
import { envelopeOf } from '../../run/envelope.ts';
import { evaluateRecord, type RunPlan } from '../../run/evaluate-record.ts';
import { parseJson } from '../../run/parse-json.ts';
import { isRecord } from '../../run/read-json.ts';
import { type FactRecord, type FileProblem, fileProblem } from '../../run/record.ts';
import { type ResultJson, resultJson } from '../../run/result-json.ts';
import { loadPolicies } from '../load-policies.ts';
import { type FactsOptions, readBytes, readInput } from '../read-input.ts';
import { showProblem } from '../show-problem.ts';
import type { ExitStatus, Terminal } from '../terminal.ts';
import { words } from '../words.ts';

/** Computes every recorded result again from the policies and facts at hand, and names what differs. */
export function verify(
  results: string,
  paths: readonly string[],
  options: FactsOptions,
  terminal: Terminal,
): ExitStatus {
  const loaded = loadPolicies(paths, options, terminal);
  if (loaded === undefined) return 1;
  const recorded = readResults(results);
  const input = readInput(options);
  const byName = new Map<string | undefined, FactRecord[]>();
  for (const record of input.records) {
    const name = nameOf(record.values);
    byName.set(name, [...(byName.get(name) ?? []), record]);
  }
  const verdicts = recorded.results.map((result) =>
    verdictOf(result, byName.get(result.result.applicant) ?? [], loaded.plan),
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

/** `records` are those of the applicant's name. */
function verdictOf(recorded: Recorded, records: readonly FactRecord[], plan: RunPlan): Verdict {
  const { envelope } = recorded.result;
  const lang = envelope.lang === 'en' ? 'en' : 'zh';
  const again = { ...plan, asOf: envelope.asOf, lang } as const;
  // Several records may have one name or none: the hash of the facts tells which of them it was.
  const outcomes = records.map((record) => {
    const { evaluated, problems } = evaluateRecord(record, again);
    return { problems, result: evaluated && resultJson(evaluated.result, envelopeOf(plan.policies, evaluated, lang)) };
  });
  const outcome = outcomes.find(({ result }) => result?.envelope.facts === envelope.facts) ?? outcomes[0];
  if (outcome === undefined) return { recorded, kind: 'no-facts' };
  if (outcome.result === undefined) {
    return { recorded, kind: 'bad-facts', messages: outcome.problems.map(({ problem }) => problem.message) };
  }
  const found = differences(recorded.result, JSON.parse(JSON.stringify(outcome.result)));
  return found.length === 0 ? { recorded, kind: 'same' } : { recorded, kind: 'different', differences: found };
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
  if (changed('envelope.facts')) return terminal.say(words.verifyFactsChanged);
  if (changed('envelope.compiler') || changed('envelope.edition')) return terminal.say(words.verifyCompilerChanged);
  return terminal.say(words.verifyTampered);
}
