import { CommanderError } from 'commander';
import { makeProgram } from './program.ts';
import { type ExitStatus, languageOf, openTerminal, quietOnClosedPipe } from './terminal.ts';
import { usageMessage } from './usage.ts';
import { words } from './words.ts';

/** Runs one command line and gives its exit status. Whatever fails unforeseen is a bug of ours and says so. */
export async function main(argv: readonly string[], env: NodeJS.ProcessEnv): Promise<ExitStatus> {
  quietOnClosedPipe();
  const terminal = openTerminal(languageOf(argv, env), env);
  let status: ExitStatus = 0;
  try {
    const program = makeProgram(terminal, (result) => {
      status = result;
    });
    await program.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      // Without a command, commander has shown the help already.
      if (error.code !== 'commander.help') terminal.err(usageMessage(error, terminal));
      return 2;
    }
    terminal.err(terminal.say(words.bug, { what: error instanceof Error ? error.message : String(error) }));
    if (env.CUOSHI_DEBUG && error instanceof Error) terminal.err(error.stack ?? '');
    return 70;
  }
}
