import type { CommanderError } from 'commander';
import type { Lang } from '../../language/diagnostics/diagnostic.ts';
import type { Terminal } from './terminal.ts';
import { words } from './words.ts';

/** Headings of commander's help. */
export function helpTitle(title: string, lang: Lang): string {
  if (lang === 'en') return title;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Commands:': '命令：',
  };
  return titles[title] ?? title;
}

/** A wrong command line, told in the user's language. Commander quotes what it is about; the rest is ours. */
export function usageMessage(error: CommanderError, terminal: Terminal): string {
  const quoted = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1] ?? '');
  const [what = '', value = ''] = quoted;
  const suggestion = /\(Did you mean (?:one of )?(.*?)\?\)/s.exec(error.message)?.[1];
  const meant = suggestion === undefined ? '' : terminal.say(words.didYouMean, { suggestion });
  const tell = () => {
    switch (error.code) {
      case 'commander.unknownCommand':
        return terminal.say(words.unknownCommand, { what, meant });
      case 'commander.unknownOption':
        return terminal.say(words.unknownOption, { what, meant });
      case 'commander.missingArgument':
        return terminal.say(words.missingArgument, { what });
      case 'commander.optionMissingArgument':
        return terminal.say(words.optionMissingArgument, { what });
      case 'commander.missingMandatoryOptionValue':
        return terminal.say(words.missingOption, { what });
      case 'commander.excessArguments':
        return terminal.say(words.excessArguments);
      case 'commander.invalidArgument':
        return terminal.say(words.invalidArgument, { what, value });
      default:
        return error.message;
    }
  };
  return `${tell()}\n${terminal.say(words.seeHelp)}`;
}
