import type { Rule } from '../compiler/lint/rule.ts';
import { rules } from '../compiler/lint/rules/index.ts';
import { hint, message, severityWord } from '../language/diagnostics/render.ts';
import { formatSource } from '../language/formatter/format.ts';
import { type Case, casesOf, compileCase, foundBy } from '../test/lint/cases.ts';
import { escapeMarkdown } from './generate.ts';

/** The page of one rule of drafting: from the catalogue, and from the first of its cases of each kind. */
export async function rulePage(rule: Rule): Promise<string> {
  const [entry] = rule.entries;
  if (entry === undefined) throw new Error(`${rule.name} finds nothing`);
  const cases = casesOf(rule);
  const wrong = cases.find(({ kind }) => kind === 'fires');
  const right = cases.find(({ kind }) => kind === 'silent');
  if (wrong === undefined || right === undefined) throw new Error(`${rule.name} lacks cases: see test/lint/cases`);
  const { zh, en } = severityWord[entry.severity];
  return `# ${rule.name} · ${rule.zh}

${rule.entries.map(({ code }) => code).join('、')} · ${zh} · ${en}

${escapeMarkdown(entry.why?.zh ?? entry.zh)}

${escapeMarkdown(entry.why?.en ?? entry.en)}

## 有问题的写法 · Wrong

${await blocks(wrong)}
${told(rule, wrong)}
## 没有问题的写法 · Right

${await blocks(right)}
## 接受和设置 · Accepting and configuring

${rule.fixed ? fixed : settings(rule)}`;
}

async function blocks({ source }: Case): Promise<string> {
  const [english, chinese] = await Promise.all(
    (['en', 'zh'] as const).map(async (keywords) => (await formatSource(source.text, { keywords })).text),
  );
  return `\`\`\`cuoshi\n${english}\`\`\`\n\n\`\`\`cuoshi\n${chinese}\`\`\`\n`;
}

/** What is told of the wrong case, filled in. */
function told(rule: Rule, wrong: Case): string {
  return foundBy(rule, compileCase(wrong))
    .map((d) => {
      const place = wrong.source.text.slice(d.span.start, d.span.end);
      const advice = { zh: hint(d, 'zh'), en: hint(d, 'en') };
      return `\`${place}\`：${escapeMarkdown(message(d, 'zh'))}。${advice.zh ? `建议：${escapeMarkdown(advice.zh)}。` : ''}

${escapeMarkdown(message(d, 'en'))}.${advice.en ? ` Hint: ${escapeMarkdown(advice.en)}.` : ''}
`;
    })
    .join('\n');
}

const fixed = `两个人会算出两个数的地方，不能接受，也不能改成警告：照建议改写，或者用 \`reading\` 把几种读法都写出来。

Where two readers would compute two amounts there is nothing to accept or to turn down: write it as the hint says, or give the ways of reading it in a \`reading\`.
`;

/** How what the rule finds is accepted. */
function settings({ name, zh }: Rule): string {
  return `建议性的检查，不改变算出来的数。确实如此的，在措施里写（管整份政策的，写在 policy 里），要有理由；接受的问题后来不存在了，会提醒删去（CS3080）。整个工作区要从严或从宽，写在 cuoshi.json 里（[设置](../settings.md)）。

Advice: it changes nothing that is computed. Where it is meant so, accept it in the measure, or in the policy for all of it, with a reason; an acceptance of nothing is told (CS3080). A whole workspace is made stricter or laxer in cuoshi.json ([settings](../settings.md)).

\`\`\`text
allow ${name} because "…"
允许 ${zh}，理由 “…”
\`\`\`

\`\`\`json
{ "lint": { "${name}": "error" } }
\`\`\`
`;
}

/** The list of the rules. */
export function rulesPage(): string {
  const rows = rules.map(({ name, zh, entries, fixed: isFixed }) => {
    const severity = entries[0]?.severity ?? 'warning';
    const word = isFixed
      ? '一直是错误 · always an error'
      : `${severityWord[severity].zh} · ${severityWord[severity].en}`;
    return `- [${name}](${name}.md) · ${zh} · ${entries.map(({ code }) => code).join('、')} · ${word}`;
  });
  return `# 起草检查 · Rules of drafting

由规则和它们的测试用例生成，不要手改。一直是错误的，是有两种读法。

Generated from the rules and their cases; do not edit. What is always an error can be read in two ways.

每条规则多严，在 cuoshi.json 里设：[设置](../settings.md)。

How severe each rule is can be set in cuoshi.json: [settings](../settings.md).

${rows.join('\n')}
`;
}
