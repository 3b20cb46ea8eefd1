import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** What the command line says, apart from diagnostics and help. */
export const words = {
  // ------------------------------------------------------------------------------------------------------- usage
  didYouMean: { zh: '，是不是 {suggestion}？', en: '; did you mean {suggestion}?' },
  unknownCommand: { zh: '没有 {what} 这个命令{meant}', en: 'there is no command {what}{meant}' },
  unknownOption: { zh: '没有 {what} 这个选项{meant}', en: 'there is no option {what}{meant}' },
  missingArgument: { zh: '少了参数 <{what}>', en: 'the argument <{what}> is missing' },
  optionMissingArgument: { zh: '{what} 后面少了内容', en: '{what} needs a value' },
  missingOption: { zh: '少了必需的选项 {what}', en: 'the option {what} is required' },
  excessArguments: { zh: '参数太多', en: 'too many arguments' },
  invalidArgument: { zh: '{what} 不能是“{value}”', en: '{what} cannot be “{value}”' },
  seeHelp: { zh: '用法见 cuoshi --help，或 cuoshi <命令> --help', en: 'See cuoshi --help, or cuoshi <command> --help' },
  bug: {
    zh: '措施自身出错了，不是您的政策或数据的问题：{what}\n请把命令和输入报告给措施的维护者；设 CUOSHI_DEBUG=1 再运行可看到细节。',
    en: 'Cuoshi itself failed; your policy and data are not at fault: {what}\nPlease report the command and its input to the maintainers; set CUOSHI_DEBUG=1 to see details.',
  },

  // ------------------------------------------------------------------------------------------------------- check
  noProblem: { zh: '没有问题：{policies}', en: 'No problems: {policies}' },
  found: { zh: '{counts}：{policies}', en: '{counts}: {policies}' },
  errors: { zh: '{n} 个错误', en: '{n} error(s)' },
  warnings: { zh: '{n} 个警告', en: '{n} warning(s)' },
  notes: { zh: '{n} 条说明', en: '{n} note(s)' },
  policyCount: { zh: '{n} 个文件', en: '{n} file(s)' },
  notRun: { zh: '政策有错误，没有计算', en: 'The policies have errors; nothing was evaluated' },
  notBuilt: { zh: '政策有错误，没有编译', en: 'The policies have errors; nothing was compiled' },
  wrote: { zh: '已写出 {file}', en: 'Wrote {file}' },
} as const satisfies Record<string, Localised>;
