import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lesson } from '../../vscode-extension/src/words-lesson.ts';
import { root, textOf, tracked } from '../audit/tracked.ts';
import { fixture } from '../lsp/fixture.ts';

const folder = 'vscode-extension';
const read = (file: string) => readFileSync(join(root, folder, file), 'utf8');
const json = (file: string): Record<string, unknown> => JSON.parse(read(file)) as Record<string, unknown>;

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: object };
    readonly languages: readonly {
      readonly configuration: string;
      readonly icon: { readonly light: string; readonly dark: string };
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly viewsContainers: Readonly<Record<string, readonly { readonly icon: string }[]>>;
    readonly grammars: readonly { readonly path: string }[];
  };
}

const manifest = json('package.json') as unknown as Manifest;
const sources = tracked.filter((file) => file.startsWith(`${folder}/`) && file.endsWith('.ts'));

describe('the manifest of the extension', () => {
  it('has the version of the package', () => {
    expect(manifest.version).toBe((JSON.parse(textOf('package.json')) as { version: string }).version);
  });

  it('has every text in both languages, and no other', () => {
    const used = [...new Set([...read('package.json').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]))].sort();
    const [en, zh] = [json('package.nls.json'), json('package.nls.zh-cn.json')];
    expect(Object.keys(en).sort()).toEqual(used);
    expect(Object.keys(zh).sort()).toEqual(used);
    expect(Object.values(zh).filter((text) => !/\p{Script=Han}/u.test(String(text)))).toEqual([]);
  });

  it('names the commands that the extension registers, in menus too', () => {
    const registered = [...textOf(`${folder}/src/extension.ts`).matchAll(/registerCommand\(\s*'([\w.]+)'/g)].map(
      (m) => m[1],
    );
    const declared = manifest.contributes.commands.map(({ command }) => command);
    expect([...registered].sort()).toEqual([...declared].sort());
    const inMenus = Object.values(manifest.contributes.menus)
      .flat()
      .map(({ command }) => command);
    expect(inMenus.filter((command) => !declared.includes(command))).toEqual([]);
    // What a server cannot do is not offered.
    const palette = manifest.contributes.menus.commandPalette!.map(({ command }) => command);
    expect(declared.filter((command) => !palette.includes(command))).toEqual([]);
  });

  it('points at files that are there', () => {
    const { languages, grammars, walkthroughs, viewsContainers } = manifest.contributes;
    const media = walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media.svg));
    const icons = [
      ...languages.flatMap(({ icon }) => [icon.light, icon.dark]),
      ...Object.values(viewsContainers).flatMap((containers) => containers.map(({ icon }) => icon)),
    ];
    const packed = read('.vscodeignore').split('\n');
    for (const path of [...languages.map((l) => l.configuration), ...grammars.map((g) => g.path), ...media, ...icons]) {
      const file = path.replace('./', '');
      expect(tracked).toContain(`${folder}/${file}`);
      expect(packed).toContain(`!${file.split('/')[0]}/**`);
    }
  });
});

describe('the introduction', () => {
  const steps = manifest.contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const declared = manifest.contributes.commands.map(({ command }) => command);

  it('asks for commands that there are, in both languages the same', () => {
    const commandsOf = (file: string) => [...read(file).matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1]!);
    const [en, zh] = [commandsOf('package.nls.json'), commandsOf('package.nls.zh-cn.json')];
    expect(en.length).toBeGreaterThan(5);
    expect(zh).toEqual(en);
    expect(en.filter((name) => name.startsWith('cuoshi.') && !declared.includes(name))).toEqual([]);
  });

  it('ticks its steps off by what is done', () => {
    expect(steps.length).toBe(6);
    // Where the thing is done, not where its button is pressed.
    const ticked = sources.flatMap((file) =>
      [...textOf(file).matchAll(/tickOff\('(\w+)'\)/g)].map((match) => `onContext:cuoshi.${match[1]}`),
    );
    expect(new Set(ticked)).toEqual(new Set(steps.flatMap((s) => s.completionEvents)));
  });

  it('has two measures that are right by themselves and pay twice together, in both vocabularies', () => {
    for (const lang of ['zh', 'en'] as const) {
      const codes = (text: string) => {
        const { snapshot } = fixture(text);
        const found = [...snapshot.diagnostics, ...snapshot.findings].filter((d) => d.severity !== 'info');
        return found.map(({ code }) => code);
      };
      const { first, second } = lesson[lang];
      expect(codes(first)).toEqual([]);
      expect(codes(first + second)).toEqual(['CS4001']);
    }
  });
});

describe('the extension', () => {
  it('imports nothing internal: it starts the server', () => {
    const imports = sources.flatMap((file) =>
      [...textOf(file).matchAll(/from '([^']+)'/g)].map((match) => ({ file, from: match[1]! })),
    );
    expect(imports.length).toBeGreaterThan(10);
    const inside =
      /^(\.\/[\w-]+\.ts|\.\.\/src\/protocol(-\w+)?\.ts|vscode|vscode-languageclient\/node|node:(crypto|child_process|module|path))$/;
    expect(imports.filter(({ from }) => !inside.test(from))).toEqual([]);
  });

  it('makes pages of text, never of markup', () => {
    const pages = sources.filter((file) => file.startsWith(`${folder}/webview/`));
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((file) => /innerHTML|outerHTML|insertAdjacentHTML|document\.write/.test(textOf(file)))).toEqual(
      [],
    );
  });

  it('executes nothing of a workspace', () => {
    // What is loaded late is loaded by its name.
    const running =
      /\beval\(|new Function\(|child_process|\bimport\((?!'vscode-languageclient)|node:vm|\bTerminal\b|\bTask\b/;
    expect(sources.filter((file) => running.test(textOf(file)))).toEqual([`${folder}/src/server-process.ts`]);
  });
});
