// npm run new:rule NAME: a rule of drafting with its catalogue entry, its cases and its page, ready to be filled in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const camel = (name) => name.replaceAll(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** Writes the files of a rule below `root` and gives their paths. Throws where the name is no name, or taken. */
export function scaffold(root, name) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) throw new Error(`a rule is named in kebab case, unlike "${name}"`);
  const at = (path) => join(root, path);
  const rule = `compiler/lint/rules/${name}.ts`;
  if (existsSync(at(rule))) throw new Error(`there is a rule ${name} already: ${rule}`);
  const id = camel(name);

  const catalogue = 'language/diagnostics/catalogue/drafting.ts';
  const entries = readFileSync(at(catalogue), 'utf8');
  const codes = [...entries.matchAll(/'CS(30[89]\d)'/g)].map((match) => Number(match[1]));
  const code = `CS${Math.max(3079, ...codes) + 1}`;
  writeFileSync(at(catalogue), entries.replace(/\} as const;\n$/, `${entry(id, code)}} as const;\n`));

  const index = 'compiler/lint/rules/index.ts';
  writeFileSync(at(index), listed(readFileSync(at(index), 'utf8'), name));

  const written = {
    [rule]: ruleFile(name, id),
    [`test/lint/cases/${name}.txt`]: cases,
    [`docs/rules/${name}.md`]: '',
  };
  for (const [path, text] of Object.entries(written)) {
    mkdirSync(at(join(path, '..')), { recursive: true });
    writeFileSync(at(path), text);
  }
  return [catalogue, index, ...Object.keys(written)];
}

/** The list of rules with one more, in the order of names. */
function listed(text, name) {
  const known = [...text.matchAll(/from '\.\/([a-z0-9-]+)\.ts'/g)].map((match) => match[1]);
  const names = [...known, name].sort();
  const imports = names.map((one) => `import { ${camel(one)} } from './${one}.ts';\n`).join('');
  const members = names.map((one) => `  ${camel(one)},\n`).join('');
  return text
    .replace(/(import \{ \w+ \} from '\.\/[a-z0-9-]+\.ts';\n)+/, imports)
    .replace(/(readonly Rule\[\] = \[\n)[^\]]*\]/, (_, head) => `${head}${members}]`);
}

const entry = (id, code) => `  ${id}: define('${code}', {
    severity: 'warning',
    zh: '（写：发现了什么，为什么要紧）',
    en: '(say what was found, and why it matters)',
    hint: { zh: '（写一件具体可做的事）', en: '(one concrete thing to do)' },
    why: { zh: '（写：这条规则看什么，不看什么）', en: '(what the rule looks at, and what it leaves alone)' },
  }),
`;

const ruleFile = (name, id) => `import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Rule } from '../rule.ts';

/** What the rule finds, in a sentence. */
export const ${id}: Rule = {
  name: '${name}',
  zh: '${name}',
  entries: [drafting.${id}],
  check: ({ policy }) =>
    policy.measures
      .filter(() => false)
      .map((measure) => diagnose(drafting.${id}, measure.file, measure.symbol.node.name.span, {})),
};
`;

const cases = `policy 甲政策 { level city }
party 企业 { 投入: money, 合格: bool }

`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [name] = process.argv.slice(2);
  if (name === undefined) {
    console.error('npm run new:rule NAME, with NAME in kebab case');
    process.exit(2);
  }
  try {
    const files = scaffold(process.cwd(), name);
    console.log(`${files.join('\n')}

Next: what it finds, in ${files[2]} and ${files[0]}; at least two cases that fire (--- fires: TITLE, with the place
between ⟦ and ⟧) and three that come near and are silent (--- silent: TITLE), in ${files[3]}. Then
  npx vitest run test/lint
  UPDATE_DOCS=1 npx vitest run test/policies/docs test/lint/pages`);
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
