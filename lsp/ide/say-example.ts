import type { ExampleRun } from '../../compiler/run/run-examples.ts';
import { sayExpectedFound } from '../../compiler/run/say-examples.ts';
import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';
import { listed } from './markdown.ts';
import { type AwardView, viewAward, viewNorm } from './view-result.ts';
import { exampleRunWords as words } from './words-tests.ts';

/** An example that was run, as plain lines: what was not as expected, then every award it is about with all of its steps. */
export function exampleLines({ example, result, failures }: ExampleRun, lang: Lang): readonly string[] {
  const say = (word: Localised, args: Record<string, string> = {}) => fill(word[lang], args, lang);
  const { measure, title } = example;
  const passed = failures.length === 0;
  const name = measure === undefined ? title : `${measure} ${title}`;
  const awards = result.awards
    .filter((award) => measure === undefined || award.measure === measure)
    .map((award) => viewAward(award, lang));
  // Of a whole policy, who does not get what is not worth telling.
  const shown = measure === undefined ? awards.filter(({ outcome }) => outcome !== 'denied') : awards;
  const norms = result.norms
    .filter((norm) => norm.measure === measure)
    .map(viewNorm)
    .map(
      ({ say: said, holds, needs }) => `  ${holds === null ? '?' : holds ? '✓' : '✗'} ${said}${missing(needs, lang)}`,
    );
  return [
    `${passed ? '✓' : '✗'} ${name} · ${say(passed ? words.passed : words.failed)} · ${say(words.asOf, { date: result.asOf })}`,
    ...failures.map((failure) => `  ✗ ${sayExpectedFound(failure, lang)}`),
    ...shown.flatMap((award) => awardLines(award, lang)),
    ...norms,
    ...(shown.length + norms.length === 0 ? [`  ${say(words.nothing)}`] : []),
  ];
}

function awardLines(award: AwardView, lang: Lang): string[] {
  const head = [award.title, award.clause, award.outcomeWord, award.amount].filter((part) => part).join(' ');
  const steps = award.steps.map(({ role, say, amount, cut }) => {
    const taken = cut === '' ? '' : ` (${fill(words.cut[lang], { amount: cut }, lang)})`;
    return `    ${role}  ${say}${amount === '' ? '' : `  → ${amount}`}${taken}`;
  });
  const needs = missing(
    award.needs.map(({ name }) => name),
    lang,
  );
  return [`  ${head}${needs}`, ...steps, ...award.lines.map((line) => `    ${line}`)];
}

function missing(names: readonly string[], lang: Lang): string {
  return names.length === 0 ? '' : ` · ${fill(words.needs[lang], { facts: listed(names, lang) }, lang)}`;
}
