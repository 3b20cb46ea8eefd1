// npm run test:e2e: bundles the end-to-end test and runs it. See README.md.

import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from '../../vscode-extension/scripts/load.mjs';

process.chdir(join(dirname(fileURLToPath(import.meta.url)), '..', '..'));
await load('test/e2e/main.ts');
