import { describe, expect, it } from 'vitest';
import { textOf, tracked } from '../audit/tracked.ts';

const folder = 'vscode-extension';
const { capabilities, contributes } = JSON.parse(textOf(`${folder}/package.json`)) as {
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: boolean;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
  };
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<
        Record<string, { readonly type: string; readonly enum?: readonly string[]; readonly scope: string }>
      >;
    };
  };
};

describe('a workspace that nobody trusts', () => {
  const { supported, description, restrictedConfigurations } = capabilities.untrustedWorkspaces;

  it('is supported, and the manifest says why', () => {
    expect(supported).toBe(true);
    expect(description).toBe('%untrustedWorkspaces%');
  });

  it('has no say in which folders of the machine are read', () => {
    const paths = Object.entries(contributes.configuration.properties).filter(
      ([, { type, enum: values }]) => type === 'string' && values === undefined,
    );
    expect(paths.map(([name]) => name)).toEqual(restrictedConfigurations);
    // Never taken from a workspace, trusted or not.
    expect(paths.map(([, { scope }]) => scope)).toEqual(paths.map(() => 'machine'));
  });

  it('starts no program but the server that the extension brings', () => {
    const sources = tracked.filter((file) => file.startsWith(`${folder}/src/`));
    const starts = sources.filter((file) =>
      /child_process|createTerminal|vscode\.tasks|ShellExecution|vscode\.debug|\beval\b|new Function/.test(
        textOf(file),
      ),
    );
    const starter = `${folder}/src/server-process.ts`;
    expect(starts).toEqual([starter]);
    const calls = [...textOf(starter).matchAll(/\b(?:fork|spawn|exec\w*)\(\s*([^,]+),/g)].map(([, program]) => program);
    expect(calls).toEqual(['program']);
    const named = [...textOf(starter).matchAll(/^const (?:folder|program) = (.+);$/gm)].map(([, value]) => value);
    expect(named).toEqual(["join(__dirname, 'server')", "join(folder, 'cuoshi-lsp.js')"]);
  });

  it('is interpreted: the server loads no module that was made from it', () => {
    const reached = new Set<string>();
    const visit = (file: string) => {
      if (reached.has(file) || !tracked.includes(file)) return;
      reached.add(file);
      for (const [, to] of textOf(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
        visit(new URL(to!, `file:///${file}`).pathname.slice(1));
      }
    };
    visit('lsp/server/main.ts');
    expect(reached.size).toBeGreaterThan(100);
    const loaders = [...reached].filter((file) =>
      /from 'node:(child_process|vm|worker_threads)'|\beval\(|new Function\(/.test(textOf(file)),
    );
    expect(loaders).toEqual([]);
    expect([...reached]).not.toContain('compiler/run/load-module.ts');
    expect([...reached]).not.toContain('compiler/replay.ts');
  });
});
