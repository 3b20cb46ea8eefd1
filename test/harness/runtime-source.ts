import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { assembleRuntime, type RuntimeSource } from '../../compiler/emit/typescript/runtime-source.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'stdlib', 'runtime');

let source: RuntimeSource | undefined;

/** The runtime as it stands in the working tree, in both flavours. */
export function runtimeSource(): RuntimeSource {
  if (source === undefined) {
    const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
    const typescript = assembleRuntime(
      Object.fromEntries(files.map((file) => [file, readFileSync(join(folder, file), 'utf8')])),
    );
    source = { typescript, javascript: stripTypes(typescript) };
  }
  return source;
}

/** TypeScript without its types, as the build of the compiler makes it. */
export function stripTypes(typescript: string): string {
  return transformSync(typescript, { loader: 'ts', target: 'es2022', charset: 'utf8' }).code;
}
