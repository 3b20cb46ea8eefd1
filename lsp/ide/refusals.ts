import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** Why a rename is refused, told to whoever asked for it. */
export const refusals = {
  nothingHere: { zh: '这里没有可以改名的名称', en: 'there is no name here that can be changed' },
  module: {
    zh: '“{name}”是模块，名称就是文件名，请改文件名',
    en: '"{name}" is a module: its name is that of its file, so rename the file',
  },
  rule: {
    zh: '“{name}”是起草规则的名称，由措施语言规定，不能改',
    en: '"{name}" is the name of a rule of drafting: the language gives it, and it cannot be changed',
  },
  undeclared: {
    zh: '找不到“{name}”声明在哪里，不能改名',
    en: 'the declaration of "{name}" cannot be found, so it cannot be renamed',
  },
  standard: {
    zh: '“{name}”是标准库里的名称，不能改；可以在自己的文件里另声明一个',
    en: '"{name}" belongs to the standard library and cannot be changed; declare one of your own instead',
  },
  noName: {
    zh: '“{name}”不能作名称：不能是空的，也不能含换行和反引号',
    en: '"{name}" cannot be a name: it must not be empty, and hold no line break and no back-quote',
  },
  taken: {
    zh: '改成“{name}”后，有的地方就不再指原来的“{old}”，或与别的名称混为一个',
    en: 'renamed to "{name}", some place would no longer stand for what is now "{old}", or would be one with another name',
  },
  tiedToMatter: {
    zh: '“{name}”既是分类“{enum}”的成员，又是事项：有措施按这个分类确定事项，两者靠同名相连，只改一处就断开了',
    en: '"{name}" is both a member of {enum} and a matter: a measure takes its matter from that enum by name, and renaming one of the two would untie them',
  },
} as const satisfies Record<string, Localised>;
