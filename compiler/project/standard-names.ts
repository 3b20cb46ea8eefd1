import type { parse } from '../../language/syntax/parse.ts';
import type { File, Name } from '../../language/syntax/tree.ts';
import type { Host } from './host.ts';

/** What a module may declare that others use by name. */
export type DeclaredKind = 'agency' | 'party' | 'enum' | 'record' | 'unit' | 'matter' | 'fact' | 'let';

/** The module of the standard library that declares a name as one of these kinds, and as which; undefined where none does. */
export type StandardModule = (
  kinds: readonly DeclaredKind[],
  name: string,
) => { readonly module: string; readonly kind: DeclaredKind } | undefined;

/** Reads the library when somebody first asks: a name that nothing declares is rare. */
export function standardNames(host: Host, parseFile: typeof parse): StandardModule {
  let known: ReadonlyMap<string, string> | undefined;
  return (kinds, name) => {
    known ??= read(host, parseFile);
    for (const kind of kinds) {
      const module = known.get(`${kind} ${name}`);
      if (module !== undefined) return { module, kind };
    }
    return undefined;
  };
}

function read(host: Host, parseFile: typeof parse): ReadonlyMap<string, string> {
  const modules = new Map<string, string>();
  for (const module of host.standardModules()) {
    const source = host.standard(module);
    if (source === undefined) continue;
    for (const [kind, { text }] of declaredIn(parseFile(source.text, source.path).tree)) {
      const key = `${kind} ${text}`;
      if (!modules.has(key)) modules.set(key, module);
    }
  }
  return modules;
}

function declaredIn(tree: File): readonly (readonly [DeclaredKind, Name])[] {
  return tree.items.flatMap((item): readonly (readonly [DeclaredKind, Name])[] => {
    const all = (kind: DeclaredKind, names: readonly Name[]) => names.map((name) => [kind, name] as const);
    switch (item.kind) {
      case 'AgencyDeclaration':
        return all('agency', [item.name, ...item.aliases, ...item.formerly]);
      case 'PartyDeclaration':
        return [
          ...all('party', [item.name, ...item.aliases]),
          ...item.fields.flatMap((field) => all('fact', [field.name, ...field.aliases])),
        ];
      case 'EnumDeclaration':
        return all('enum', [item.name]);
      case 'RecordDeclaration':
        return all('record', [item.name]);
      case 'UnitDeclaration':
        return all('unit', [item.name, ...item.aliases]);
      case 'MatterDeclaration':
        return all('matter', [item.name]);
      case 'ParameterDeclaration':
        return all('fact', [item.name, ...item.aliases]);
      case 'Let':
        return all('let', [item.name]);
      default:
        return [];
    }
  });
}
