import { once } from 'node:events';
import type { Lang, Localised, MessageArgument } from '../../language/diagnostics/diagnostic.ts';
import { fill } from '../../language/diagnostics/render.ts';

/** 0 success; 1 the input has errors; 2 wrong usage; 70 a bug in Cuoshi. */
export type ExitStatus = 0 | 1 | 2 | 70;

/** Where a command prints, and how. */
export interface Terminal {
  readonly lang: Lang;
  /** Standard output is a terminal and colour is not refused. */
  readonly colour: boolean;
  /** Someone is watching standard error. */
  readonly watched: boolean;
  /** How the user calls this command: by npm's hand or by name. */
  readonly command: string;
  /** Results: one text, a line break added. */
  out(text: string): void;
  /** Everything that is not the result. */
  err(text: string): void;
  /** Waits until standard output has taken what it was given: a slow reader must not pile results up in memory. */
  ready(): Promise<void>;
  /** A sentence of `words.ts` in the terminal's language. */
  say(text: Localised, args?: Readonly<Record<string, MessageArgument>>): string;
}

export function openTerminal(lang: Lang, env: NodeJS.ProcessEnv): Terminal {
  const refused = (env.NO_COLOR ?? '') !== '';
  const forced = (env.FORCE_COLOR ?? '') !== '' && env.FORCE_COLOR !== '0';
  return {
    lang,
    colour: !refused && (forced || process.stdout.isTTY === true),
    watched: process.stderr.isTTY === true,
    command: env.npm_command === undefined ? 'cuoshi' : 'npx cuoshi',
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    ready: async () => {
      if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
    },
    say: (text, args = {}) => fill(text[lang], args, lang),
  };
}

/** `--lang`, else what the locale says: Chinese unless it names English. */
export function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Lang {
  for (const [i, arg] of argv.entries()) {
    if (arg === '--') break;
    const given = arg === '--lang' ? argv[i + 1] : arg.startsWith('--lang=') ? arg.slice('--lang='.length) : undefined;
    if (given === 'zh' || given === 'en') return given;
  }
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^en([_.-]|$)/i.test(locale) ? 'en' : 'zh';
}

/** A reader that stops early (`cuoshi check … | head`) is no error: the rest is not wanted. */
export function quietOnClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
}
