import { define } from '../define.ts';

/** CS1xxx: characters, literals, and how statements are written and where they stand. */
export const syntax = {
  // --------------------------------------------------------------------------------------------------------- files
  emptyFile: define('CS1001', {
    severity: 'error',
    zh: '文件里没有任何内容，检查不出什么，也发不出钱',
    en: 'the file holds nothing, so there is nothing to check and nothing to pay',
    hint: {
      zh: '至少写一项政策和一条措施：⟦policy example-2026 "标题" { level city } measure 某某 { for 企业 grant 5万元 }¦政策 示例-2026 “标题” { 层级 市级 } 措施 某某 { 对象 企业 补助 5万元 }⟧',
      en: 'write at least a policy and a measure: policy example-2026 "Title" { level city } measure m { for firm grant 50000 }',
    },
  }),
  binaryFile: define('CS1002', {
    severity: 'error',
    zh: '这不是文本文件（第 {offset} 个字符是 {code}），没有解析',
    en: 'this is not a text file (character {offset} is {code}); it was not parsed',
    hint: {
      zh: '检查是否给错了文件；Word、PDF 要先另存为纯文本',
      en: 'check that it is the right file; save Word or PDF documents as plain text first',
    },
  }),
  hugeFile: define('CS1003', {
    severity: 'error',
    zh: '文件有 {size}，超过 {limit} 的上限，没有解析',
    en: 'the file has {size}, above the limit of {limit}; it was not parsed',
    hint: {
      zh: '检查是否给错了文件；政策可以拆成几个文件',
      en: 'check that it is the right file; a policy may be split over several files',
    },
  }),

  tooManyMistakes: define('CS1004', {
    severity: 'error',
    zh: '还有 {count} 处错误没有列出',
    en: '{count} more mistakes are not listed',
    hint: {
      zh: '先改正上面的；也检查是否给错了文件',
      en: 'mend those above first; check also that it is the right file',
    },
  }),

  // ---------------------------------------------------------------------------------------------------- characters
  strangeCharacter: define('CS1010', {
    severity: 'error',
    zh: '字符“{found}”在这里没有意义',
    en: 'the characters "{found}" mean nothing here',
    hint: {
      zh: '删去它；若是名称的一部分，把整个名称放进反引号',
      en: 'delete it; if it is part of a name, put the whole name in back-quotes',
    },
  }),
  invisibleCharacter: define('CS1011', {
    severity: 'error',
    zh: '这里有一个看不见的字符 {code}，读的人和程序看到的会不一样',
    en: 'there is an invisible character {code} here: readers and the compiler would see different texts',
    hint: { zh: '删去它；从网页粘贴时常会带入', en: 'delete it; it often comes along when pasting from a web page' },
  }),
  foreignSign: define('CS1012', {
    severity: 'error',
    zh: '“{found}”不是措施语言的写法，这里按 {meant} 读',
    en: '"{found}" is not a sign of this language; it is read as {meant}',
    hint: { zh: '改为 {meant}', en: 'write {meant}' },
  }),
  openText: define('CS1013', {
    severity: 'error',
    zh: '引号 {open} 在本行没有收尾的 {close}，后面的内容会被当成文字',
    en: 'the quotation that {open} opens is not closed on its line, so what follows would be taken for text',
    hint: { zh: '在文字结束处补上 {close}', en: 'add {close} where the text ends' },
  }),
  mixedQuotes: define('CS1014', {
    severity: 'error',
    zh: '引号不成对：应以 {open} 开头、{close} 收尾',
    en: 'the quotation marks do not match: {open} opens and {close} closes',
    hint: { zh: '两头改成 {open}{close}', en: 'use {open} and {close}' },
  }),
  openComment: define('CS1015', {
    severity: 'error',
    zh: '注释 /* 没有收尾的 */，只把本行其余部分当作注释',
    en: 'the comment /* is never closed by */; only the rest of its line was taken for a comment',
    hint: { zh: '补上 */，或改用 // 注释一行', en: 'add */, or use // for a single line' },
  }),
  openName: define('CS1016', {
    severity: 'error',
    zh: '反引号里的名称没有收尾的 `',
    en: 'the name in back-quotes is not closed by `',
    hint: { zh: '在名称结束处补上 `', en: 'add ` where the name ends' },
  }),
  emptyName: define('CS1017', {
    severity: 'error',
    zh: '反引号之间没有名称',
    en: 'there is no name between the back-quotes',
    hint: { zh: '写上名称，或删去这对反引号', en: 'write the name or delete the back-quotes' },
  }),
  mixedName: define('CS1018', {
    severity: 'error',
    zh: '“{found}”夹有数字、字母或别的文字，不能直接作名称',
    en: '"{found}" mixes scripts or digits and cannot stand as a name on its own',
    hint: { zh: '放进反引号：`{found}`', en: 'put it in back-quotes: `{found}`' },
  }),

  // ------------------------------------------------------------------------------------------------------- numbers
  groupedDigits: define('CS1020', {
    severity: 'error',
    zh: '“{found}”用逗号分节；逗号在这里分隔并列的项，金额会看错',
    en: '"{found}" groups its digits with commas; commas part the members of a list, so the figure could be misread',
    hint: { zh: '写成 {plain}，或用 万元、亿元', en: 'write {plain}, or use 万元 and 亿元' },
  }),
  longNumber: define('CS1021', {
    severity: 'error',
    zh: '这个数有 {digits} 位，不会是政策里的数额',
    en: 'this number has {digits} digits, which no figure of a policy has',
    hint: { zh: '检查是否多打了数字', en: 'check for digits typed by mistake' },
  }),
  noSuchDate: define('CS1022', {
    severity: 'error',
    zh: '没有“{found}”这一天：{why}',
    en: 'there is no day "{found}": {why}',
    hint: { zh: '改成存在的日期', en: 'write a day that exists' },
  }),
  dateWritten: define('CS1023', {
    severity: 'error',
    zh: '日期“{found}”会被读成除法或小数',
    en: 'the date "{found}" would be read as a division or a decimal',
    hint: { zh: '写成 {iso}', en: 'write {iso}' },
  }),
  otherwiseInYears: define('CS1059', {
    severity: 'error',
    zh: '年度表里不写“其余”：表外的年份本来就不给',
    en: 'a schedule of years has no otherwise: years outside of it get nothing anyhow',
    hint: { zh: '删掉这一行，或写明是第几年', en: 'remove the row, or say which years' },
  }),
  sameBoundTwice: define('CS1058', {
    severity: 'error',
    zh: '这里两头写了同一方向的“{word}”',
    en: 'both ends lie on the same side: {word} stands twice',
    hint: { zh: '一头写“以上”，另一头写“以下”或“以内”', en: 'write 以上 at one end, 以下 or 以内 at the other' },
  }),
  dateIncomplete: define('CS1024', {
    severity: 'error',
    zh: '“{found}”只到月，起止要到日才能判断当天算不算',
    en: '"{found}" names no day, so nobody could tell whether a given day counts',
    hint: {
      zh: '写到日：从这个月起的写 1 日，到这个月止的写月末那天（也可以写“2026年2月初”“2026年2月底”）',
      en: 'write the day: the 1st for a start, the last of the month for an end (also 2026年2月初, 2026年2月底)',
    },
  }),

  // ---------------------------------------------------------------------------------------------------- statements
  expected: define('CS1030', {
    severity: 'error',
    zh: '{place}应为{expected}，这里却是{found}',
    en: '{place}, {expected} is expected, but there is {found}',
    hint: { zh: '写法：{sample}', en: 'write it like this: {sample}' },
  }),
  expectedAtEnd: define('CS1031', {
    severity: 'error',
    zh: '{place}还缺{expected}',
    en: '{place}, {expected} is missing',
    hint: { zh: '写法：{sample}', en: 'write it like this: {sample}' },
  }),
  leftOver: define('CS1032', {
    severity: 'error',
    zh: '{found}接不上前面的“{before}”，这一段没有读入',
    en: '{found} does not follow from "{before}"; this part was not read',
    hint: { zh: '写法：{sample}', en: 'write it like this: {sample}' },
  }),
  leftOverKeyword: define('CS1033', {
    severity: 'error',
    zh: '“{found}”是保留的关键词，不能直接作名称',
    en: '"{found}" is a reserved word and cannot stand as a name',
    hint: { zh: '作名称时放进反引号：`{found}`', en: 'as a name it takes back-quotes: `{found}`' },
  }),
  glued: define('CS1034', {
    severity: 'error',
    zh: '“{found}”连在一起读作一个名称，接不上前面的“{before}”',
    en: '"{found}" is read as one name, which does not follow from "{before}"',
    hint: { zh: '在关键词和名称之间空一格：{split}', en: 'put a space between keyword and name: {split}' },
  }),
  gluedRead: define('CS1044', {
    severity: 'error',
    zh: '“{found}”连在一起是一个名称；这里按“{split}”读',
    en: '"{found}" written together is one name; it is read as "{split}"',
    hint: { zh: '在关键词和名称之间空一格：{split}', en: 'put a space between keyword and name: {split}' },
  }),
  unknownStatement: define('CS1035', {
    severity: 'error',
    zh: '“{found}”不能开始一个语句，这一段没有读入',
    en: '"{found}" begins no statement; this part was not read',
    hint: {
      zh: '每个语句以关键词开头，如 {sample}',
      en: 'every statement begins with a keyword, such as {sample}',
    },
  }),
  unknownStatementSuggest: define('CS1036', {
    severity: 'error',
    zh: '“{found}”不能开始一个语句；是不是“{suggestion}”？',
    en: '"{found}" begins no statement; did you mean "{suggestion}"?',
    hint: { zh: '改为 {suggestion}', en: 'write {suggestion}' },
  }),
  missingSeparator: define('CS1037', {
    severity: 'error',
    zh: '“{before}”与“{found}”之间要有逗号或换行',
    en: 'a comma or a new line must stand between "{before}" and "{found}"',
    hint: { zh: '补上逗号', en: 'add a comma' },
  }),
  missingClose: define('CS1038', {
    severity: 'error',
    zh: '{what}的 {open} 没有对应的 {close}',
    en: 'the {open} of {what} is never closed by {close}',
    hint: { zh: '在这里补上 {close}', en: 'add {close} here' },
  }),
  missingOpen: define('CS1039', {
    severity: 'error',
    zh: '{what}缺 {open}：它的内容要写在大括号里',
    en: '{open} is missing after {what}: its content stands in braces',
    hint: { zh: '补上 {open}', en: 'add {open}' },
  }),
  strayClose: define('CS1040', {
    severity: 'error',
    zh: '多出一个 {found}，没有与它对应的开头',
    en: 'there is a {found} too many: nothing is open here',
    hint: {
      zh: '删去它，或检查上面的语句是不是提前收尾了',
      en: 'delete it, or check whether something above was closed too early',
    },
  }),
  tooDeep: define('CS1041', {
    severity: 'error',
    zh: '括号套了超过 {limit} 层，从这里起没有解析',
    en: 'brackets are nested more than {limit} deep; nothing was parsed from here on',
    hint: {
      zh: '检查是否漏了收尾的括号；算式可用 ⟦let¦其中⟧ 分步',
      en: 'check for missing closing brackets; name parts of a formula with let',
    },
  }),
  tooLong: define('CS1042', {
    severity: 'error',
    zh: '这个语句有超过 {limit} 个{what}，没有人能核对，其余部分没有解析',
    en: 'this statement has more than {limit} {what}, which nobody could check; the rest was not parsed',
    hint: { zh: '用 ⟦let¦其中⟧ 分成几步', en: 'split it into steps with let' },
  }),
  tooManyTokens: define('CS1043', {
    severity: 'error',
    zh: '文件有超过 {limit} 个词，没有解析',
    en: 'the file has more than {limit} words; it was not parsed',
    hint: {
      zh: '检查是否给错了文件；政策可以拆成几个文件',
      en: 'check that it is the right file; a policy may be split over several files',
    },
  }),

  // ----------------------------------------------------------------------------------------------------- placement
  misplaced: define('CS1050', {
    severity: 'error',
    zh: '{what}不能写在{where}',
    en: '{what} cannot stand {where}',
    hint: { zh: '移到{home}', en: 'move it {home}' },
  }),
  headerAfterBenefit: define('CS1051', {
    severity: 'error',
    zh: '“{what}”另起一行，又不比上面的“{benefit}”缩进更深：看不出它只管这一项，还是管整条措施',
    en: '"{what}" begins a line no deeper than "{benefit}" above it: nobody could tell whether it is for that benefit or for the whole measure',
    hint: {
      zh: '只管上一项就缩进更深；管整条措施就移到第一项支持之前',
      en: 'indent it deeper if it belongs to the benefit above; move it before the first benefit if it is for the measure',
    },
  }),
  forAfterBenefit: define('CS1052', {
    severity: 'error',
    zh: '“{what}”管的是整条措施，要写在第一项支持“{benefit}”之前',
    en: '"{what}" is for the whole measure and must stand before its first benefit "{benefit}"',
    hint: { zh: '移到“{benefit}”上面', en: 'move it above "{benefit}"' },
  }),
  duplicateModifier: define('CS1053', {
    severity: 'error',
    zh: '{owner}里“{what}”写了两次，不知道以哪个为准',
    en: '{owner} has "{what}" twice, and nothing says which one holds',
    hint: { zh: '{advice}', en: '{advice}' },
  }),
  twoAmounts: define('CS1054', {
    severity: 'error',
    zh: '这项支持有两个金额，不知道付哪一个',
    en: 'this benefit has two amounts, and nothing says which one is paid',
    hint: {
      zh: '留下一个；相加用 ＋，另有限额用 ⟦cap¦封顶⟧，各付各的就分成两项',
      en: 'keep one; add them with +, write the limit as cap, or make two benefits of them',
    },
  }),
  noAmount: define('CS1055', {
    severity: 'error',
    zh: '这项支持没有写金额',
    en: 'this benefit names no amount',
    hint: {
      zh: '写上金额，如 5万元、⟦up to 150万元¦最高 150万元⟧；尚未确定就写 ⟦undecided "原因"¦另行制定 “原因”⟧',
      en: 'write one, such as 50000 or up to 150万元; if it is open, write undecided "why"',
    },
  }),
  upToAsCap: define('CS1056', {
    severity: 'hint',
    zh: '“⟦up to¦最高⟧”跟在算式后面，按封顶读',
    en: '"⟦up to¦最高⟧" after a formula is read as a cap',
    hint: {
      zh: '写成 ⟦cap¦封顶⟧ {amount}，意思不变而更清楚',
      en: 'write ⟦cap¦封顶⟧ {amount}: the same meaning, and clear',
    },
  }),
  onceOrAtOnce: define('CS1057', {
    severity: 'warning',
    zh: '“一次性”有两个意思：一辈子只享受一次，还是一次付清？现在两样都没有算',
    en: '“一次性” may mean "only once ever" or "paid in one go"; as it stands it does neither',
    hint: {
      zh: '改成 ⟦once ever 或 paid at once¦仅享受一次 或 一次性拨付⟧',
      en: 'write once ever (仅享受一次) or paid at once (一次性拨付)',
    },
  }),
} as const;
