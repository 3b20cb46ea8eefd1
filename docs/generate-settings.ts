import { rules } from '../compiler/lint/rules/index.ts';
import { checkNames, levels } from '../compiler/lint/severities.ts';
import type { Localised } from '../language/diagnostics/diagnostic.ts';
import { severityWord } from '../language/diagnostics/render.ts';

/** What is found between measures, by the names of language.md §6. */
const findingWords: Readonly<Record<string, Localised>> = {
  overlap: { zh: '两条可能为同一件事付两次', en: 'two measures may pay twice for one thing' },
  duplicate: { zh: '两条写的是同一件事', en: 'two measures say the same' },
  shadowed: { zh: '总被另一条盖过，从不付', en: 'always outdone by another, never paid' },
  vacuous: { zh: '没有人能符合', en: 'nobody can qualify' },
  'always-true': { zh: '条件人人都符合', en: 'a condition that everybody meets' },
  conflict: {
    zh: '两条规定相反（比例、认定机关相反的一直是错误）',
    en: 'two provisions that contradict (of shares and bodies: always an error)',
  },
  stale: { zh: '旧文件仍在施行，新文件就不付', en: 'an older document still in force' },
  'double-base': { zh: '同一笔支出补两次', en: 'one expenditure counted twice' },
  budget: { zh: '一个申请人能拿的超过资金池', en: 'one applicant can claim more than the pool holds' },
};

const levelWords: Readonly<Record<string, Localised>> = {
  error: { zh: '错误：检查不通过，也不编译、不计算', en: 'error: the check fails, nothing is built or run' },
  warning: { zh: '警告：检查通过，除非用 --deny-warnings', en: 'warning: the check passes, unless --deny-warnings' },
  info: { zh: '说明', en: 'note' },
  hint: { zh: '提示：编辑器里只是几个点', en: 'hint: a few dots in an editor' },
  off: { zh: '不报告', en: 'not told at all' },
};

const ruleOfName = new Map(rules.flatMap((rule) => [rule.name, rule.zh].map((name) => [name, rule] as const)));

/** What a name in the settings stands for. */
function described(name: string): Localised {
  const rule = ruleOfName.get(name);
  if (rule !== undefined) return { zh: rule.zh, en: rule.name };
  return findingWords[name] ?? { zh: name, en: name };
}

/** A name in words, and no code. */
const isNamed = (name: string): boolean => !/^CS\d{4}$/.test(name);

/** The JSON Schema of cuoshi.json, by which editors complete and check it. */
export function settingsSchema(): object {
  const level = {
    enum: levels,
    enumDescriptions: levels.map((one) => `${levelWords[one]?.zh} · ${levelWords[one]?.en}`),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'cuoshi.json',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      lint: {
        description: '各项检查多严 · how severe each check is',
        type: 'object',
        additionalProperties: false,
        // Codes are many, and more with every version: the server tells of those that there are not.
        patternProperties: { '^CS[1-5]\\d{3}$': { $ref: '#/definitions/level' } },
        properties: Object.fromEntries(
          checkNames.filter(isNamed).map((name) => {
            const { zh, en } = described(name);
            return [name, { $ref: '#/definitions/level', description: `${zh} · ${en}` }];
          }),
        ),
      },
    },
    definitions: { level },
  };
}

/** The page of the settings. */
export function settingsPage(): string {
  const ruleRows = rules
    .filter(({ fixed }) => fixed !== true)
    .map(({ name, zh, entries }) => {
      const { zh: word, en } = severityWord[entries[0]?.severity ?? 'warning'];
      return `- [\`${name}\`](rules/${name}.md) · \`${zh}\` · ${entries.map(({ code }) => code).join('、')} · ${word} · ${en}`;
    });
  const findingRows = Object.entries(findingWords).map(([name, { zh, en }]) => `- \`${name}\` · ${zh} · ${en}`);
  return `# 设置 · Settings

由检查规则和诊断目录生成，不要手改。

Generated from the rules and the catalogue of diagnostics; do not edit.

每项检查有自己的严重程度。一个工作区要从严或从宽，在政策所在的文件夹（或它上面任何一层）放一个 \`cuoshi.json\`：

Every check has a severity of its own. To be stricter or laxer, a workspace puts a \`cuoshi.json\` into the folder of its policies, or into any folder above:

\`\`\`json
{
  "lint": {
    "vague-words": "error",
    "最高没有程序": "hint",
    "overlap": "error",
    "CS4040": "off"
  }
}
\`\`\`

- 从政策所在的文件夹往上找，找到的第一个 \`cuoshi.json\` 管这份政策，更上面的不再看。
- 检查写名称（中文或英文）、措施之间的发现名，或诊断的代码；同一诊断又有名称又有代码的，以代码为准。
- 程度有 ${levels.map((level) => `\`${level}\`（${levelWords[level]?.zh}）`).join('、')}。
- 一直是错误的不能调：有错的政策算不出数，或者两个人会算出两个数。
- 名称或程度写错，是错误，报在 \`cuoshi.json\` 那一处。
- 只想放过一处的，不用设置，在源文里写 \`allow 规则 because "理由"\`（[规则](rules/README.md)）。

- The first \`cuoshi.json\` found upwards from the folder of a policy holds for it; those above that are not read.
- A check is written by its name (in either language), by the kind of finding between measures, or by the code of its diagnostic; the code goes before the name.
- Severities are ${levels.map((level) => `\`${level}\` (${levelWords[level]?.en.replace(/^\w+: /, '')})`).join(', ')}.
- What is always an error cannot be set: such a policy computes nothing, or two readers compute two amounts.
- A misspelt name or severity is an error, at its place in \`cuoshi.json\`.
- To let a single case pass, write \`allow RULE because "…"\` in the source instead ([rules](rules/README.md)).

命令行上的 \`--rule 名称=程度\`（可多次）先于文件；\`check\` 和 \`coverage\` 都有。编辑器照同一个文件，改了立即重新报告；打开的文件夹里有它，VS Code 一打开就启动措施，没有的要先搜一遍有没有 \`.cuoshi\` 文件（什么都不用设的，写 \`{ "lint": {} }\`）；VS Code 里写 \`cuoshi.json\` 有补全和检查（[JSON Schema](cuoshi.schema.json)）。

On the command line \`--rule NAME=LEVEL\` (repeatable) goes before the file, for \`check\` and \`coverage\`. Editors follow the same file and report anew when it changes; where it lies in the folder that is opened, VS Code starts Cuoshi at once, and elsewhere after looking for a \`.cuoshi\` file (with nothing to set, write \`{ "lint": {} }\`); VS Code completes and checks \`cuoshi.json\` itself ([JSON Schema](cuoshi.schema.json)).

\`\`\`
cuoshi check policies --rule vague-words=error --rule CS4040=off
\`\`\`

## 起草规则 · Rules of drafting

名称、中文名、代码、不设时的程度 · names, code, and the severity where none is set

${ruleRows.join('\n')}

## 措施之间的发现 · Findings between measures

${findingRows.join('\n')}

## 其他诊断 · Other diagnostics

[全部诊断](diagnostics.md)里的警告、说明和提示，都可以写代码来设，如 \`"CS4040": "off"\`；申报数据和运行的（CS6）除外。

Every warning, note and hint among [all diagnostics](diagnostics.md) can be set by its code, as in \`"CS4040": "off"\`; but not those of facts and runs (CS6).
`;
}
