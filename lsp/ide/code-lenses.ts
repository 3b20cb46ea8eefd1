import { diffPolicies } from '../../compiler/analyse/diff/diff.ts';
import { diffText } from '../../compiler/analyse/diff/say-diff.ts';
import { interpretTogether } from '../../compiler/ir/interpret/interpret.ts';
import { runExamples } from '../../compiler/run/run-examples.ts';
import type { Lang, Location } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import type { Span } from '../../language/source/span.ts';
import { formatMoney } from '../../stdlib/runtime/format.ts';
import { policyOf } from './clauses.ts';
import { measureCard, sayPays } from './describe-measure.ts';
import { whatPays } from './pays.ts';
import { interpreted, type Snapshot } from './snapshot.ts';
import { lensWords } from './words-views.ts';

/** What is to be done when a lens is clicked. */
export type LensCommand =
  | { readonly command: 'runExample'; readonly policy: string; readonly index: number }
  | { readonly command: 'goTo'; readonly places: readonly Location[] }
  | { readonly command: 'compare'; readonly older: string; readonly newer: string }
  | { readonly command: 'tellPays'; readonly measure: string };

export interface CodeLens {
  readonly span: Span;
  readonly title: string;
  readonly does: LensCommand;
}

/** Above the lines of a file: what a measure pays and overlaps with, an example to run, the version that a policy replaces. */
export function codeLenses(snapshot: Snapshot, file: string, lang: Lang): readonly CodeLens[] {
  const policy = policyOf(snapshot, file);
  if (policy === undefined || snapshot.source(file)?.standard === true) return [];
  const lenses: CodeLens[] = [];
  const overlaps = overlapsIn(snapshot, file);
  for (const measure of policy.measures) {
    if (measure.file !== file) continue;
    const { span } = measure.symbol.node.name;
    const pays = whatPays(snapshot, policy, measure);
    if (pays.length > 0) {
      const said = pays.map((p) => [p.plan.label, sayPays(p, lang)].filter((part) => part !== null).join(' '));
      lenses.push({
        span,
        title: said.join(lang === 'zh' ? '；' : '; '),
        does: { command: 'tellPays', measure: measure.symbol.name },
      });
    }
    const others = overlaps.get(measure.symbol.name);
    const [first] = others ?? [];
    if (others !== undefined && first !== undefined) {
      const title =
        others.size === 1
          ? fill(lensWords.oneOverlap[lang], { other: first[0] }, lang)
          : fill(lensWords.overlaps[lang], { count: others.size }, lang);
      lenses.push({ span, title, does: { command: 'goTo', places: [...others.values()] } });
    }
  }
  for (const [index, example] of policy.examples.entries()) {
    if (example.file !== file) continue;
    const does = { command: 'runExample', policy: policy.symbol.name, index } as const;
    lenses.push({ span: example.node.span, title: `▶ ${lensWords.runExample[lang]}`, does });
  }
  if (policy.symbol.file === file && policy.symbol.node !== undefined) {
    for (const older of policy.replaces) {
      if (!snapshot.policies.some(({ name }) => name === older)) continue;
      const title = fill(lensWords.compare[lang], { other: older }, lang);
      lenses.push({
        span: policy.symbol.node.name.span,
        title,
        does: { command: 'compare', older, newer: policy.symbol.name },
      });
    }
  }
  return lenses;
}

/** By measure of a file: the others that a finding names with it, and where they stand. */
function overlapsIn(snapshot: Snapshot, file: string): ReadonlyMap<string, ReadonlyMap<string, Location>> {
  const found = new Map<string, Map<string, Location>>();
  const own = new Set(
    snapshot.checked.policies.flatMap(({ measures }) =>
      measures.flatMap((m) => (m.file === file ? [m.symbol.name] : [])),
    ),
  );
  for (const { finding, measures = [] } of snapshot.findings) {
    if (finding === undefined || measures.length < 2) continue;
    for (const measure of measures) {
      if (!own.has(measure)) continue;
      const others = found.get(measure) ?? new Map<string, Location>();
      found.set(measure, others);
      for (const other of measures) {
        const place = other === measure ? undefined : placeOf(other, snapshot);
        if (place !== undefined) others.set(other, place);
      }
    }
  }
  return found;
}

function placeOf(name: string, { checked }: Snapshot): Location | undefined {
  for (const { symbol } of checked.policies) {
    const measure = symbol.measures.get(name);
    if (measure !== undefined) return { file: measure.file, span: measure.node.name.span };
  }
  return undefined;
}

/** Whether an example comes out, and what it comes to. By the reference interpreter. */
export function runExample(
  snapshot: Snapshot,
  policy: string,
  index: number,
  options: { readonly today: string; readonly lang: Lang },
): { readonly passed: boolean; readonly message: string } {
  const { lang } = options;
  const ir = snapshot.policies.find(({ name }) => name === policy);
  const example = ir?.examples[index];
  if (ir === undefined || example === undefined) return { passed: false, message: lensWords.notRun[lang] };
  const [run] = runExamples({ ...ir, examples: [example] }, (facts, o) => interpretTogether([ir], facts, o), options);
  if (run === undefined) return { passed: false, message: lensWords.notRun[lang] };
  const title = example.title ?? '';
  if (run.failures.length === 0) return { passed: true, message: fill(lensWords.passed[lang], { title }, lang) };
  const sums = run.failures.map(({ awards }) => {
    const min = awards.reduce((sum, award) => sum + award.min, 0);
    return fill(lensWords.got[lang], { sum: formatMoney(min, lang) }, lang);
  });
  const found = [...new Set(sums)].join(lang === 'zh' ? '、' : ', ');
  return { passed: false, message: fill(lensWords.failed[lang], { title, found }, lang) };
}

/** What each benefit of a measure can pay, a line each, with the finding that names it beside others. */
export function tellPays(snapshot: Snapshot, file: string, name: string, lang: Lang): string | undefined {
  const measure = policyOf(snapshot, file)?.symbol.measures.get(name);
  if (measure === undefined) return undefined;
  const card = measureCard(measure, snapshot, lang);
  const others = [...(overlapsIn(snapshot, measure.file).get(name)?.keys() ?? [])];
  const overlap = { count: others.length, other: others[0] ?? '' };
  return [
    [name, card.text].filter(Boolean).join(' '),
    ...(card.list ?? []),
    ...(others.length === 0
      ? []
      : [fill((others.length === 1 ? lensWords.oneOverlap : lensWords.overlaps)[lang], overlap, lang)]),
  ].join('\n');
}

/** The comparison of two policies of the program: in one sentence, and matter by matter; `text` is absent where a policy has errors. */
export function comparePolicies(
  snapshot: Snapshot,
  older: string,
  newer: string,
  lang: Lang,
): { readonly message: string; readonly text?: string } {
  const [before, after] = [older, newer].map((wanted) => snapshot.policies.find(({ name }) => name === wanted));
  if (before === undefined || after === undefined) return { message: lensWords.notCompared[lang] };
  const diff = diffPolicies(before, after, interpreted);
  const counts = { added: diff.added.length, dropped: diff.dropped.length, matters: diff.compared.length };
  const message = fill(lensWords.compared[lang], { old: older, new: newer, ...counts }, lang);
  return { message, text: diffText(diff, lang) };
}
