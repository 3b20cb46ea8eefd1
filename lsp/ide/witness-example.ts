import type { FactSymbol } from '../../compiler/bind/symbols.ts';
import type { Diagnostic, Fix } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { nameAt } from '../../language/formatter/words.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import { printed, type Vocabulary } from '../../language/syntax/vocabulary.ts';
import { policyOf } from './clauses.ts';
import type { Snapshot } from './snapshot.ts';
import { actionWords } from './words-views.ts';

/** What the analyser hands over with a finding between measures (compiler/analyse/report.ts). */
interface Witness {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly asOf: string;
  readonly amounts: readonly {
    readonly policy: string;
    readonly measure: string;
    readonly benefit: string | null;
    readonly min: string;
    readonly max: string | null;
  }[];
}

/**
 * The case of a finding as an example at the end of the diagnostic's file, expecting what the measure of this file pays
 * by itself there; undefined where there is no case, or it holds something that examples cannot say.
 */
export function witnessExample(diagnostic: Diagnostic, snapshot: Snapshot): Fix | undefined {
  const { witness, measures, file } = diagnostic;
  const source = snapshot.source(file);
  const policy = policyOf(snapshot, file);
  if (!isWitness(witness) || measures === undefined || source === undefined || policy === undefined) return undefined;
  const own = witness.amounts.find(
    ({ policy: of, measure }) => of === policy.symbol.name && measures.includes(measure),
  );
  const measure = policy.measures.find(({ symbol }) => symbol.name === own?.measure);
  if (own === undefined || measure === undefined) return undefined;
  const vocabulary = dominantVocabulary(source) ?? 'en';
  const given = written(witness, snapshot, file, vocabulary);
  if (given === undefined) return undefined;
  const word = (role: Parameters<typeof printed>[0]) => printed(role, vocabulary) ?? printed(role, 'en') ?? '';
  const zh = vocabulary === 'zh';
  const lang = zh ? 'zh' : 'en';
  const title = fill(actionWords.witnessTitle[lang], { a: measures[0] ?? '', b: measures[1] ?? '' }, lang);
  const name = nameAt(own.measure, 'elsewhere');
  const label = own.benefit === null ? '' : `${nameAt(own.benefit, 'elsewhere')} `;
  // An open top cannot be expected exactly.
  if (own.max === null) return undefined;
  const to = zh ? '至' : '..';
  const sum = own.min === own.max ? yuan(own.min) : `${yuan(own.min)}${to}${yuan(own.max)}`;
  const expected = `  ${word('expect')} ${label}${zh ? '＝' : '='} ${sum}`;
  const quoted = zh ? `“${title.replace(/[“”]/g, '')}”` : `"${title.replaceAll('"', '')}"`;
  const lines = [
    `${word('example')} ${quoted} ${zh ? '用于' : 'of'} ${name} {`,
    `  ${word('asOf')} ${witness.asOf}`,
    ...given.map((line) => `  ${line}`),
    expected,
    '}',
  ];
  const newLine = source.text.includes('\r\n') ? '\r\n' : '\n';
  const end = source.text.length;
  const gap = source.text.endsWith('\n') ? newLine : newLine + newLine;
  return {
    title: actionWords.witness,
    edits: [{ span: { start: end, end }, text: gap + lines.join(newLine) + newLine }],
  };
}

function isWitness(value: unknown): value is Witness {
  return typeof value === 'object' && value !== null && 'facts' in value && 'asOf' in value && 'amounts' in value;
}

function yuan(text: string): string {
  return `${text.replace(/\.00$/, '')}元`;
}

/** `高校 {`, its facts, `}`. */
function written({ facts }: Witness, snapshot: Snapshot, file: string, vocabulary: Vocabulary): string[] | undefined {
  const { scope } = snapshot.checked.binding;
  const { party, ...others } = facts;
  const [name] = Array.isArray(party) ? (party as readonly unknown[]) : [];
  if (typeof name !== 'string' || (party as readonly unknown[]).length !== 1) return undefined;
  const lines: string[] = [];
  const entries = Object.entries(others);
  for (const [i, [fact, value]] of entries.entries()) {
    const symbol = scope.find('fact', fact, file);
    const text = symbol === undefined ? undefined : valueText(value, symbol, vocabulary);
    if (text === undefined) return undefined;
    const colon = vocabulary === 'zh' ? '：' : ': ';
    const comma = i < entries.length - 1 ? (vocabulary === 'zh' ? '、' : ',') : '';
    lines.push(`  ${nameAt(fact, 'label')}${colon}${text}${comma}`);
  }
  return [`${nameAt(name, 'elsewhere')} {`, ...lines, '}'];
}

function valueText(value: unknown, { factType: type }: FactSymbol, vocabulary: Vocabulary): string | undefined {
  const zh = vocabulary === 'zh';
  switch (type.type) {
    case 'bool':
      return typeof value === 'boolean' ? printed(value ? 'yes' : 'no', vocabulary) : undefined;
    case 'enum':
      return typeof value === 'string' ? nameAt(value, 'elsewhere') : undefined;
    case 'money':
      return typeof value === 'number' ? `${value}元` : undefined;
    case 'rate':
      return typeof value === 'number' ? `${Number((value * 100).toFixed(7))}%` : undefined;
    case 'count':
      return typeof value === 'number' ? String(value) : undefined;
    case 'quantity':
      return typeof value === 'number' ? `${value}${type.unit.name}` : undefined;
    case 'date':
      return typeof value === 'string' ? value : undefined;
    case 'duration':
      return typeof value === 'string' ? value.replace('个月', zh ? '个月' : '月') : undefined;
    case 'key':
      return typeof value === 'string' ? `"${value}"` : undefined;
    case 'list': {
      if (!Array.isArray(value)) return undefined;
      const items = (value as readonly unknown[]).map((item) => itemText(item, type.record.fields, vocabulary));
      return items.some((item) => item === undefined) ? undefined : `[${items.join(zh ? '、' : ', ')}]`;
    }
    case 'unknown':
      return undefined;
    default:
      return type satisfies never;
  }
}

function itemText(item: unknown, fields: readonly FactSymbol[], vocabulary: Vocabulary): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const parts = Object.entries(item).map(([name, value]) => {
    const field = fields.find((f) => f.name === name);
    const text = field === undefined ? undefined : valueText(value, field, vocabulary);
    return text === undefined ? undefined : `${nameAt(name, 'label')}${vocabulary === 'zh' ? '：' : ': '}${text}`;
  });
  return parts.some((part) => part === undefined) ? undefined : `{ ${parts.join(vocabulary === 'zh' ? '、' : ', ')} }`;
}
