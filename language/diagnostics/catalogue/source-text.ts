import { define } from '../define.ts';

/** CS5xxx: official texts and their manifests. */
export const sourceText = {
  textUnreadable: define('CS5001', {
    severity: 'error',
    zh: '读不了 {file}：没有这个文件，或没有读它的权限',
    en: 'cannot read {file}: there is no such file, or it may not be read',
    hint: {
      zh: '检查路径；原文要是一个文本文件，不是文件夹',
      en: 'check the path; the official text is one text file, not a folder',
    },
  }),
  textBinary: define('CS5002', {
    severity: 'error',
    zh: '{file} 不是文本，是{format}，里面的条款和数字取不出来',
    en: '{file} is not text but {format}, so no clause or figure can be drawn from it',
    hint: {
      zh: '在原来的程序里另存为纯文本（.txt，UTF-8），再试一次',
      en: 'save it as plain text (.txt, UTF-8) in the program it comes from, and try again',
    },
  }),
  textUndecodable: define('CS5003', {
    severity: 'error',
    zh: '{file} 的内容不是 {encoding} 编码，照它读会读出错字',
    en: '{file} is not encoded in {encoding}; read as such it would come out garbled',
    hint: {
      zh: '去掉 --encoding，由措施自己判断（UTF-8 或 GB18030）',
      en: 'leave --encoding out, and Cuoshi finds out by itself (UTF-8 or GB18030)',
    },
  }),
  textUtf16: define('CS5004', {
    severity: 'error',
    zh: '{file} 是 UTF-16 编码（记事本里叫“Unicode”），这里只读 UTF-8 和 GB18030',
    en: '{file} is encoded in UTF-16 (which Notepad calls "Unicode"); only UTF-8 and GB18030 are read here',
    hint: { zh: '用编辑器另存为 UTF-8', en: 'save it as UTF-8 in an editor' },
  }),
  textTooLarge: define('CS5005', {
    severity: 'error',
    zh: '{file} 有 {size}，超过 {limit} 的上限，不像一份政策原文',
    en: '{file} has {size}, above the limit of {limit}; an official text is shorter',
    hint: { zh: '检查是不是给错了文件', en: 'check whether this is the file you meant' },
  }),
  noClauses: define('CS5006', {
    severity: 'error',
    zh: '{file} 里没有找到带编号的条款，清单会是空的，什么也核对不了',
    en: 'no numbered clause was found in {file}; its manifest would be empty and nothing could be checked against it',
    hint: {
      zh: '条款编号要像 一、 （一） 1. 第一条 这样写，并从第一号写起；检查文件是不是原文',
      en: 'clauses are numbered like 一、 （一） 1. 第一条, beginning with the first; check that the file is the official text',
    },
  }),
  numberRepeated: define('CS5007', {
    severity: 'warning',
    zh: '编号 {clause} 在原文里不止一处，第二处记作 {name}；引用时容易指错',
    en: 'the number {clause} comes more than once in the text; the later one is recorded as {name}, and a reference may mean either',
    hint: {
      zh: '核对原文的编号；代码里引用后一处写 {name}',
      en: 'check the numbers of the text; in the code, refer to the later one as {name}',
    },
  }),
  numberSkipped: define('CS5008', {
    severity: 'warning',
    zh: '{clause} 之前缺号：同级的上一个是 {before}，中间的条款可能没有读出来',
    en: 'numbers are missing before {clause}: the one before it is {before}, and clauses between them may not have been recognised',
    hint: {
      zh: '对照原文：条款若在，检查它的编号写法，并让它另起一行',
      en: 'compare with the text: if the clause is there, check how its number is written and begin it on a new line',
    },
  }),
  manifestUnreadable: define('CS5009', {
    severity: 'error',
    zh: '{file} 不是原文清单：{why}',
    en: '{file} is not a manifest of an official text: {why}',
    hint: {
      zh: '清单由 cuoshi source add 写出，不要手改；重新生成一次',
      en: 'manifests are written by cuoshi source add and not edited by hand; make it again',
    },
  }),
} as const;
