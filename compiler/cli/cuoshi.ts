#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep compiled code between runs; everything else is loaded after this is switched on.
const { enableCompileCache } = module as { enableCompileCache?: () => unknown };
enableCompileCache?.();
const { main } = await import('./main.ts');
process.exitCode = await main(process.argv.slice(2), process.env);
