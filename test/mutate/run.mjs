// npm run mutate [FOLDER…]: changes every policy in one place at a time and prints the changes that nothing notices.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../../vscode-extension/scripts/load.mjs';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
await load('test/mutate/main.ts');
