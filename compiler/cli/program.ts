import { Command, InvalidArgumentError, Option } from 'commander';
import { formatDate } from '../../stdlib/runtime/format.ts';
import { readDate } from '../../stdlib/runtime/read-value.ts';
import { edition, version } from '../version.ts';
import type { ExitStatus, Terminal } from './terminal.ts';
import { helpTitle } from './usage.ts';
import { help } from './words-help.ts';

/**
 * The commands and their options. What a command does is loaded when it is asked for: `check` pays neither for the
 * formatter nor for the tables of `run`.
 */
export function makeProgram(terminal: Terminal, done: (status: ExitStatus) => void): Command {
  const say = terminal.say;
  const configure = (command: Command): Command =>
    command
      .exitOverride()
      .configureOutput({
        writeOut: (text) => terminal.out(text.trimEnd()),
        writeErr: (text) => terminal.err(text.trimEnd()),
        // Told once, in the user's language, by `main`.
        outputError: () => {},
      })
      .configureHelp({
        styleTitle: (title) => helpTitle(title, terminal.lang),
        optionDescription: ({ description }) => description,
        helpWidth: 100,
      })
      .helpOption('-h, --help', say(help.help))
      .addOption(new Option('--lang <lang>', say(help.lang)).choices(['zh', 'en']));

  const program = configure(new Command('cuoshi'))
    .description(say(help.cuoshi))
    .usage(say(help.usage))
    .version(`cuoshi ${version} (${say(help.edition)} ${edition})`, '-v, --version', say(help.version))
    .helpCommand('help [command]', say(help.helpCommand))
    .addHelpText('after', `\n${say(help.examples)}`);

  const add = (name: string, description: string, parent = program): Command => {
    const command = configure(new Command(name)).description(description);
    parent.addCommand(command);
    return command;
  };

  const formatOption = () =>
    new Option('--format <format>', say(help.format)).choices(['text', 'json']).default('text');

  add('check', say(help.check))
    .argument('<policy...>', say(help.policy))
    .addOption(formatOption())
    .option('--deny-warnings', say(help.denyWarnings))
    .option('--rule <name=level>', say(help.rule), collectList, [])
    .action(async (paths, options) => done((await import('./commands/check.ts')).check(paths, options, terminal)));

  add('build', say(help.build))
    .argument('<policy...>', say(help.policy))
    .option('--out <dir>', say(help.buildOut), 'out')
    .action(async (paths, options) => done((await import('./commands/build.ts')).build(paths, options, terminal)));

  const factsOptions = (command: Command): Command =>
    command
      .requiredOption('--facts <file>', say(help.facts))
      .option('--list <name=file>', say(help.list), collectList, [])
      .option('--decisions <file>', say(help.decisions))
      .option('--ledger <file>', say(help.ledger))
      .option('--as-of <date>', say(help.asOf), isoDate)
      .option('--reading <name=option>', say(help.reading), collectList, []);

  factsOptions(add('run', say(help.run)).argument('<policy...>', say(help.policy)))
    .option('--json', say(help.json))
    .option('--out <dir>', say(help.runOut))
    .option('--summary', say(help.summary))
    .option('--reference', say(help.reference))
    .action(async (paths, options) => done(await (await import('./commands/run.ts')).run(paths, options, terminal)));

  add('test', say(help.test))
    .argument('<policy...>', say(help.policy))
    .addOption(formatOption())
    .action(async (paths, options) => done((await import('./commands/test.ts')).test(paths, options, terminal)));

  add('coverage', say(help.coverage))
    .argument('[policy...]', say(help.coveragePolicy))
    .addOption(
      new Option('--format <format>', say(help.coverageFormat)).choices(['text', 'json', 'sarif']).default('text'),
    )
    .option('--html <file>', say(help.coverageHtml))
    .option('--text <file>', say(help.coverageText), (value: string, before: string[]) => [...before, value], [])
    .option('--fail-under <percent>', say(help.failUnder), percentage)
    .option('--rule <name=level>', say(help.rule), collectList, [])
    .action(async (paths, options) =>
      done(await (await import('./commands/coverage.ts')).coverage(paths, options, terminal)),
    );

  add('diff', say(help.diff))
    .usage(say(help.diffUsage))
    .argument('<path...>', say(help.diffPaths))
    .addOption(new Option('--format <format>', say(help.diffFormat)).choices(diffFormats).default('text'))
    .option('--html <file>', say(help.diffHtml))
    .option('--since <revision>', say(help.diffSince))
    .option('--until <revision>', say(help.diffUntil))
    .addOption(new Option('--fail-on <what>', say(help.diffFailOn)).choices(['less-generous', 'more-generous', 'any']))
    .option('--align <old=new>', say(help.diffAlign), collectList, [])
    .option('--facts <file>', say(help.diffFacts))
    .option('--list <name=file>', say(help.list), collectList, [])
    .option('--decisions <file>', say(help.decisions))
    .option('--ledger <file>', say(help.ledger))
    .option('--as-of <date>', say(help.asOf), isoDate)
    .action(async (paths, options) => done(await (await import('./commands/diff.ts')).diff(paths, options, terminal)));

  add('fmt', say(help.fmt))
    .argument('[file...]', say(help.files))
    .option('--check', say(help.fmtCheck))
    .addOption(new Option('--keywords <words>', say(help.keywords)).choices(['zh', 'en']))
    .option('--stdin', say(help.stdin))
    .action(async (paths, options) => done(await (await import('./commands/fmt.ts')).fmt(paths, options, terminal)));

  factsOptions(add('explain', say(help.explain)).argument('<policy...>', say(help.explainPolicy)))
    .option('--applicant <name>', say(help.applicant))
    .action(async (paths, options) =>
      done(await (await import('./commands/explain.ts')).explain(paths, options, terminal)),
    );

  factsOptions(add('what-if', say(help.whatIf)).argument('<policy...>', say(help.explainPolicy)))
    .option('--applicant <name>', say(help.applicant))
    .option('--json', say(help.json))
    .action(async (paths, options) =>
      done(await (await import('./commands/what-if.ts')).whatIfCommand(paths, options, terminal)),
    );

  add('doc', say(help.doc))
    .argument('<policy...>', say(help.policy))
    .addOption(new Option('--format <format>', say(help.docFormat)).choices(['markdown', 'html']).default('markdown'))
    .option('--out <dir>', say(help.docOut))
    .action(async (paths, options) => done((await import('./commands/doc.ts')).doc(paths, options, terminal)));

  factsOptions(
    add('verify', say(help.verify)).argument('<results>', say(help.results)).argument('<policy...>', say(help.policy)),
  ).action(async (results, paths, options) =>
    done(await (await import('./commands/verify.ts')).verify(results, paths, options, terminal)),
  );

  const source = add('source', say(help.source))
    .usage(say(help.usage))
    .helpCommand('help [command]', say(help.helpCommand));
  add('add', say(help.sourceAdd), source)
    .argument('<text>', say(help.sourceText))
    .requiredOption('--policy <policy>', say(help.sourcePolicy))
    .option('--out <file>', say(help.sourceOut))
    .addOption(new Option('--encoding <encoding>', say(help.sourceEncoding)).choices(['utf-8', 'gb18030']))
    .action(async (text, options) => done((await import('./commands/source.ts')).sourceAdd(text, options, terminal)));
  add('show', say(help.sourceShow), source)
    .argument('<manifest>', say(help.sourceManifest))
    .action(async (file) => done((await import('./commands/source.ts')).sourceShow(file, terminal)));

  add('init', say(help.init))
    .argument('[dir]', say(help.initDir), '.')
    .action(async (dir) => done((await import('./commands/init.ts')).init(dir, terminal)));

  add('lsp', say(help.lsp))
    .option('--stdio', say(help.lspStdio))
    .action(async () => done(await (await import('./commands/lsp.ts')).lsp()));

  return program;
}

const diffFormats = ['text', 'json', 'markdown', 'html'];

/** `NAME=FILE`, each half not empty. */
function collectList(value: string, before: readonly string[]): string[] {
  if (!/^[^=]+=.+$/s.test(value)) throw new InvalidArgumentError('');
  return [...before, value];
}

/** A number from 0 to 100. */
function percentage(value: string): number {
  const number = Number(value.replace(/%$/, ''));
  if (value.trim() === '' || !(number >= 0 && number <= 100)) throw new InvalidArgumentError('');
  return number;
}

/** A date that exists, as ISO. */
function isoDate(value: string): string {
  const read = readDate(value);
  if ('fault' in read || typeof read.value !== 'number') throw new InvalidArgumentError('');
  return formatDate(read.value);
}
