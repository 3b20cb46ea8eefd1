import { describe, expect, it } from 'vitest';
import { assembleRuntime, usedRuntime } from '../../compiler/emit/typescript/runtime-source.ts';
import { runtimeSource } from '../harness/runtime-source.ts';

const files = {
  'types.ts': '/** Fen. */\nexport type Fen = number;\n',
  'exact.ts':
    "import type { Fen } from './types.ts';\n\nexport function twice(fen: Fen): Fen {\n  return 2 * fen;\n}\n",
  'evaluate.ts':
    "import {\n  twice,\n} from './exact.ts';\n\n// ---------- a divider\n\nexport const four = () => twice(2);\n\n/** Not used: twice. */\nfunction idle(o: { four: number }) {\n  return o.four;\n}\n",
  'explain.ts': 'export interface Line {\n  readonly text: string;\n}\n',
  'parse-facts.ts': '',
};

describe('assembling the runtime', () => {
  it('puts what is imported first, and imports and exports nothing', () => {
    const text = assembleRuntime(files);
    expect(text).not.toMatch(/^(import|export)\b/m);
    expect(text.indexOf('type Fen')).toBeLessThan(text.indexOf('function twice'));
    expect(text.indexOf('function twice')).toBeLessThan(text.indexOf('const four'));
  });

  it('refuses a name declared twice, a missing file, and imports from elsewhere', () => {
    expect(() => assembleRuntime({ ...files, 'parse-facts.ts': 'function twice() {}\n' })).toThrow('twice twice');
    expect(() => assembleRuntime({ ...files, 'exact.ts': "import { x } from './no.ts';\n" })).toThrow('no file no.ts');
    expect(() => assembleRuntime({ ...files, 'exact.ts': "import { x } from '../no.ts';\n" })).toThrow('cannot');
  });

  it('refuses names that generated code gives', () => {
    for (const name of ['base1', 'fact_x', 'metadata', 'program']) {
      expect(() => assembleRuntime({ ...files, 'parse-facts.ts': `const ${name} = 1;\n` })).toThrow(`declares ${name}`);
    }
  });

  it('keeps of it what a module uses, directly or not, with its comments', () => {
    const text = assembleRuntime(files);
    expect(usedRuntime(text, 'const x = four();')).toBe(
      '/** Fen. */\ntype Fen = number;\n\nfunction twice(fen: Fen): Fen {\n  return 2 * fen;\n}\n\nconst four = () => twice(2);\n',
    );
    // Comments, strings, members and keys are no use of a name.
    expect(usedRuntime(text, '// four\nconst x = { four: "idle", y: z.twice };')).toBe('\n');
    expect(usedRuntime(text, 'f(...four)')).toContain('const four');
  });

  it('is what the real runtime goes through', () => {
    const { typescript, javascript } = runtimeSource();
    for (const text of [typescript, javascript]) {
      expect(text).not.toMatch(/^(import|export)\b/m);
      expect(usedRuntime(text, 'evaluateProgram')).toContain('function membershipOf');
      expect(usedRuntime(text, 'formatDate')).not.toContain('function membershipOf');
    }
  });
});
