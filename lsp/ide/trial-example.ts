import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import type { PolicyIr } from '../../compiler/ir/ir.ts';
import { metadataOf } from '../../compiler/ir/metadata.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import { version } from '../../compiler/version.ts';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import { formatSource } from '../../language/formatter/format.ts';
import { nameAt } from '../../language/formatter/words.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import { modalityWords } from '../../language/syntax/keywords.ts';
import type { Vocabulary } from '../../language/syntax/vocabulary.ts';
import { formatFact, formatMoney } from '../../stdlib/runtime/format.ts';
import type {
  Award,
  Decisions,
  FactSchema,
  Facts,
  FactValue,
  Item,
  JointResult,
  NormResult,
  Schema,
  Yearly,
} from '../../stdlib/runtime/types.ts';
import { policyOf } from './clauses.ts';
import type { Snapshot } from './snapshot.ts';
import type { TrialRecord } from './trial-record.ts';

export type TrialExample =
  /** Text to put at the end of a file; `line` is that of its first line then, zero-based. */
  | { readonly kind: 'example'; readonly file: string; readonly text: string; readonly line: number }
  /** Something in the record or the result has no form in an example. */
  | { readonly kind: 'unsayable' };

export interface ExampleQuestion {
  readonly policy: PolicyIr;
  /** The document that the trial is of. */
  readonly file: string;
  readonly measure: string;
  readonly title: string;
  readonly lang: Lang;
}

/**
 * A trial as an example that expects what came out of it: in the words of its file, and known to pass, since it was put
 * there and run. It goes to the last file of the policy that has examples already, else to the document itself.
 */
export async function trialExample(
  snapshot: Snapshot,
  { facts, asOf }: TrialRecord,
  { policy, file, measure, title, lang }: ExampleQuestion,
): Promise<TrialExample> {
  const checked = policyOf(snapshot, file);
  if (facts === null || checked === undefined || facts.ledger !== undefined) return { kind: 'unsayable' };
  const to = checked.examples.at(-1)?.file ?? file;
  const source = snapshot.source(to);
  if (source === undefined) return { kind: 'unsayable' };
  const { schema } = metadataOf(policy, version);
  const result = interpretTogether([policy], facts, { asOf, lang: 'zh' });
  const english = exampleText(measure, title, asOf, facts, schema, result);
  if (english === undefined) return { kind: 'unsayable' };
  const keywords: Vocabulary = dominantVocabulary(source) ?? (lang === 'zh' ? 'zh' : 'en');
  const { text: formatted, diagnostics } = await formatSource(english, { keywords, file: to });
  if (diagnostics.length > 0) return { kind: 'unsayable' };
  const newLine = source.text.includes('\r\n') ? '\r\n' : '\n';
  const gap = source.text.trim() === '' ? '' : source.text.endsWith('\n') ? '\n' : '\n\n';
  const text = (gap + formatted).replaceAll('\n', newLine);
  const line = (source.text + text).slice(0, source.text.length + gap.length * newLine.length).split('\n').length - 1;
  return passes(snapshot.with(new Map([[to, source.text + text]])), policy.name, to, source.text.length, asOf, lang)
    ? { kind: 'example', file: to, text, line }
    : { kind: 'unsayable' };
}

/** Whether the example that was added to a file is without a mistake and comes out. */
function passes(snapshot: Snapshot, name: string, file: string, from: number, today: string, lang: Lang): boolean {
  const checked = snapshot.checked.policies.find(({ symbol }) => symbol.name === name);
  const policy = snapshot.policies.find((ir) => ir.name === name);
  const at = checked?.examples.findIndex((example) => example.file === file && example.node.span.start >= from) ?? -1;
  const example = policy?.examples[at];
  if (policy === undefined || example === undefined) return false;
  const [run] = runExamples(
    { ...policy, examples: [example] },
    (facts, options) => interpretTogether([policy], facts, options),
    { today, lang },
  );
  return run !== undefined && run.failures.length === 0;
}

// --------------------------------------------------------------------------------------------- the text, in English

function exampleText(
  measure: string,
  title: string,
  asOf: string,
  facts: Facts,
  schema: Schema,
  result: JointResult,
): string | undefined {
  const given = givenLines(facts, facts.party ?? result.inferred ?? [], schema);
  const decisions = decisionLines(facts.decisions ?? {}, measure);
  const awards = result.awards.filter((award) => award.measure === measure);
  const norms = result.norms.filter((norm) => norm.measure === measure);
  const single = new Set(awards.map(({ benefit }) => benefit)).size === 1;
  const expected = [...awards.map((award) => expectLine(award, single)), ...norms.map((norm) => normLine(norm, norms))];
  if (given === undefined || decisions === undefined || expected.length === 0) return undefined;
  if (expected.some((line) => line === undefined)) return undefined;
  return [
    `example "${title.replace(/["“”]/g, '')}" of ${name(measure)} {`,
    `  as of ${asOf}`,
    ...given,
    ...decisions,
    ...expected,
    '}',
    '',
  ].join('\n');
}

const name = (text: string) => nameAt(text, 'elsewhere');

const reserved: ReadonlySet<string> = new Set(['applicant', 'party', 'asOf', 'decisions', 'ledger']);

function givenLines(facts: Facts, parties: readonly string[], schema: Schema): string[] | undefined {
  const entries: string[] = [];
  for (const [key, value] of Object.entries(facts)) {
    if (reserved.has(key) || value === undefined) continue;
    const text = givenText(key, value, schema);
    if (text === undefined) return undefined;
    entries.push(`${nameAt(key, 'label')}: ${text}`);
  }
  const [party, ...others] = parties;
  // An example names one kind of party with its facts, and others without.
  if (party === undefined) return undefined;
  return [`  ${name(party)} { ${entries.join(', ')} }`, ...others.map((other) => `  ${name(other)} {}`)];
}

function givenText(key: string, value: NonNullable<Facts[string]>, schema: Schema): string | undefined {
  const list = schema.lists.find((one) => one.name === key);
  if (list !== undefined) {
    if (!Array.isArray(value)) return undefined;
    const items = (value as readonly Item[]).map((item) => {
      const fields = Object.entries(item).map(([field, inner]) => {
        const text = factText(inner, find(list.fields, field));
        return text === undefined ? undefined : `${nameAt(field, 'label')}: ${text}`;
      });
      return fields.includes(undefined) ? undefined : `{ ${fields.join(', ')} }`;
    });
    return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
  }
  return factText(value as FactValue | Yearly, find(schema.facts, key));
}

function find(schemas: readonly FactSchema[], key: string): FactSchema | undefined {
  return schemas.find((schema) => schema.name === key);
}

/** A value as source text has it; of a fact by year, year by year. */
function factText(value: FactValue | Yearly, schema: FactSchema | undefined): string | undefined {
  if (schema === undefined) return undefined;
  if (typeof value === 'object') {
    const years = Object.entries(value).map(([year, inner]) => `${year}: ${factText(inner, schema)}`);
    return `{ ${years.join(', ')} }`;
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (schema.type === 'key') return `"${value}"`;
  if (schema.type === 'enum') return name(String(value));
  return formatFact(value, schema, 'zh');
}

function decisionLines(decisions: Decisions, measure: string): string[] | undefined {
  const lines: string[] = [];
  for (const [key, value] of Object.entries(decisions)) {
    const [of, ...rest] = key.split('/');
    // What was supposed of other measures has no say here, unless they meet: then the example does not pass.
    if (of !== measure) continue;
    const item = rest.length > 0 && /^\d+$/.test(rest.at(-1) ?? '') ? rest.pop() : undefined;
    const target = `${name(rest.join('/') || measure)}${item === undefined ? '' : `[${item}]`}`;
    lines.push(
      `  decide ${target} = ${typeof value === 'boolean' ? (value ? 'yes' : 'no') : formatMoney(value, 'zh')}`,
    );
  }
  return lines;
}

function expectLine(award: Award, single: boolean): string | undefined {
  const { benefit, item, measure, outcome, min, max, needs = [] } = award;
  const label = benefit === null ? (single && item === undefined ? '' : name(measure)) : name(benefit);
  const target = `${label}${item === undefined ? '' : `[${item}]`}`;
  const said = (): string | undefined => {
    switch (outcome) {
      case 'granted':
        if (max === null) return undefined;
        return min === max ? `= ${formatMoney(min, 'zh')}` : `= ${formatMoney(min, 'zh')}..${formatMoney(max, 'zh')}`;
      case 'ceiling':
        if (max === null) return 'ceiling';
        return min === 0
          ? `ceiling ${formatMoney(max, 'zh')}`
          : `ceiling ${formatMoney(min, 'zh')}..${formatMoney(max, 'zh')}`;
      case 'selective':
        return max === null ? 'selective' : `selective ${formatMoney(max, 'zh')}`;
      case 'needs':
        return `needs ${needs.map((need) => name(need.kind === 'party' ? (need.value ?? need.fact) : need.fact)).join(', ')}`;
      case 'denied':
      case 'suppressed':
      case 'undecided':
        return outcome;
      case 'case-by-case':
        return 'case by case';
      default:
        return outcome satisfies never;
    }
  };
  const text = said();
  return text === undefined
    ? undefined
    : `  expect ${target} ${text}`.replace(/ {2,}(?=\S)/g, (blanks, at: number) => (at === 0 ? blanks : ' '));
}

function normLine(norm: NormResult, all: readonly NormResult[]): string {
  const same = all.filter((other) => other.modality === norm.modality);
  const position = same.length > 1 ? `[${same.indexOf(norm) + 1}]` : '';
  const word = modalityWords(norm.modality as Parameters<typeof modalityWords>[0]).en;
  const needs = norm.needs ?? [];
  const holds = norm.holds === null ? `needs ${needs.map(name).join(', ')}` : norm.holds ? 'holds' : 'does not hold';
  return `  expect ${word}${position} ${holds}`;
}
