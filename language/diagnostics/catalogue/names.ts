import { define } from '../define.ts';

/** CS2xxx: files and modules, names, units and types. */
export const names = {
  // ------------------------------------------------------------------------------------------------ files and modules
  noSuchFile: define('CS2001', {
    severity: 'error',
    zh: '没有这个文件或文件夹：{file}',
    en: 'there is no such file or folder: {file}',
    hint: { zh: '检查路径；政策文件以 .cuoshi 结尾', en: 'check the path; policy files end in .cuoshi' },
  }),
  emptyFolder: define('CS2002', {
    severity: 'error',
    zh: '文件夹 {folder} 里没有 .cuoshi 文件',
    en: 'the folder {folder} holds no .cuoshi file',
    hint: { zh: '运行 cuoshi init 建一个可以运行的样例', en: 'run cuoshi init to make a small working one' },
  }),
  notText: define('CS2003', {
    severity: 'error',
    zh: '{file} 不是 UTF-8 文本，没有读入',
    en: '{file} is not UTF-8 text and was not read',
    hint: { zh: '用编辑器另存为 UTF-8', en: 'save it as UTF-8 in an editor' },
  }),
  tooLarge: define('CS2004', {
    severity: 'error',
    zh: '文件有 {size}，超过 {limit} 的上限，没有读入',
    en: 'the file has {size}, above the limit of {limit}, and was not read',
    hint: {
      zh: '检查是否给错了文件；政策可以拆成几个文件',
      en: 'check that it is the right file; a policy may be split over several',
    },
  }),
  unknownModule: define('CS2005', {
    severity: 'error',
    zh: '没有模块“{name}”',
    en: 'there is no module "{name}"',
    hint: { zh: '标准库有：{modules}', en: 'the standard library has: {modules}' },
  }),
  unknownModuleSuggest: define('CS2006', {
    severity: 'error',
    zh: '没有模块“{name}”；是不是“{suggestion}”？',
    en: 'there is no module "{name}"; did you mean "{suggestion}"?',
    hint: { zh: '改为 ⟦use¦引用⟧ {suggestion}', en: 'write use {suggestion}' },
  }),
  twoPolicies: define('CS2007', {
    severity: 'error',
    zh: '一个文件只写一项政策：已有“{first}”，又有“{second}”',
    en: 'a file holds one policy: after "{first}" there is "{second}"',
    hint: { zh: '把“{second}”移到另一个文件', en: 'move "{second}" to a file of its own' },
  }),

  // --------------------------------------------------------------------------------------------------------- names
  duplicate: define('CS2010', {
    severity: 'error',
    zh: '{kind}“{name}”声明了两次，后一次不起作用',
    en: 'the {kind} "{name}" is declared twice; the second has no effect',
    hint: { zh: '删去一处，或换一个名称', en: 'remove one of them or give it another name' },
  }),
  unknown: define('CS2011', {
    severity: 'error',
    zh: '没有名为“{name}”的{kind}',
    en: 'there is no {kind} named "{name}"',
    hint: {
      zh: '检查写法，或先声明它',
      en: 'check the spelling, or declare it first',
    },
  }),
  unknownSuggest: define('CS2012', {
    severity: 'error',
    zh: '没有名为“{name}”的{kind}；是不是“{suggestion}”？',
    en: 'there is no {kind} named "{name}"; did you mean "{suggestion}"?',
    hint: { zh: '改用“{suggestion}”，或先声明“{name}”', en: 'use "{suggestion}", or declare "{name}" first' },
  }),
  unknownType: define('CS2081', {
    severity: 'error',
    zh: '没有名为“{name}”的类型',
    en: 'there is no type named "{name}"',
    hint: {
      zh: '类型有 ⟦money、count、rate、date、duration、bool、key¦金额、数目、比率、日期、时长、是否、标识⟧、计量单位，和自己声明的分类、名录',
      en: 'types are ⟦money, count, rate, date, duration, bool, key¦金额, 数目, 比率, 日期, 时长, 是否, 标识⟧, units, and enums and records that are declared',
    },
  }),
  truthWord: define('CS2082', {
    severity: 'error',
    zh: '这里没有“{name}”这个值：是不是，由事实自己说',
    en: 'there is no value "{name}": a fact that holds or does not is a condition by itself',
    hint: {
      zh: '是的，直接写事实：⟦when 高新¦当 高新⟧；不是的：⟦when not 高新¦当 非 高新⟧',
      en: 'write the fact: ⟦when certified¦当 certified⟧; or that it is not so: ⟦when not certified¦当 非 certified⟧',
    },
  }),
  notUsed: define('CS2013', {
    severity: 'error',
    zh: '{kind}“{name}”在模块 {module} 里，本文件没有引用该模块',
    en: 'the {kind} "{name}" is in the module {module}, which this file does not use',
    hint: { zh: '在文件开头加一行 ⟦use¦引用⟧ {module}', en: 'add a line use {module} at the top of the file' },
  }),
  reservedFact: define('CS2014', {
    severity: 'error',
    zh: '事实不能叫“{name}”：申报记录里这个名称另有用处',
    en: 'a fact cannot be named "{name}": in an applicant’s record the name has a meaning of its own',
    hint: { zh: '换一个名称；保留的有 {reserved}', en: 'choose another name; reserved are {reserved}' },
  }),
  gluedKeyword: define('CS2015', {
    severity: 'error',
    zh: '“{name}”是一个没有声明的名称；如果是关键词“{keyword}”加名称“{rest}”，中间要空一格',
    en: '"{name}" is not declared; if it is the keyword "{keyword}" and the name "{rest}", they need a space between them',
    hint: { zh: '写成“{keyword} {rest}”', en: 'write "{keyword} {rest}"' },
  }),
  fieldOutsideList: define('CS2016', {
    severity: 'error',
    zh: '“{field}”是名录“{record}”每一项的字段，本措施不是逐项给的，不知道取哪一项',
    en: '"{field}" is a field of each {record}; this measure is not given item by item, so there is no item to take it from',
    hint: {
      zh: '对象写成 ⟦for each … of …¦对象 … 的 每个 …⟧，逐项给',
      en: 'give the measure item by item: for each … of …',
    },
  }),
  formerName: define('CS2017', {
    severity: 'warning',
    zh: '“{name}”是旧称，现为“{now}”',
    en: '"{name}" is a former name; the body is now called "{now}"',
    hint: {
      zh: '改用“{now}”；要保留原文的叫法，写进 ⟦note¦备注⟧',
      en: 'write "{now}"; to keep the text’s own word, put it in a note',
    },
  }),
  partyCycle: define('CS2018', {
    severity: 'error',
    zh: '主体“{party}”不能属于“{parent}”：后者已经属于前者',
    en: 'the party "{party}" cannot be a "{parent}": that one already is a "{party}"',
    hint: { zh: '去掉其中一个 ⟦is¦为⟧', en: 'remove one of the two is' },
  }),
  disjointKinds: define('CS2019', {
    severity: 'error',
    zh: '“{narrower}”属于“{wider}”，两者不可能互不相容',
    en: 'every "{narrower}" is a "{wider}", so the two cannot be disjoint',
    hint: { zh: '从 ⟦disjoint¦互不相容⟧ 中去掉一个', en: 'take one of them out of the disjoint line' },
  }),
  factOfOtherParty: define('CS2020', {
    severity: 'warning',
    zh: '事实“{fact}”是“{owner}”的，本措施的对象是“{party}”，多半不会填这一项',
    en: 'the fact "{fact}" belongs to "{owner}"; this measure is for "{party}", which will hardly give it',
    hint: {
      zh: '在 ⟦party¦主体⟧ {party} 里也声明“{fact}”，或换一个事实',
      en: 'declare "{fact}" for {party} as well, or use another fact',
    },
  }),

  // ---------------------------------------------------------------------------------------------- types of facts
  factTwoTypes: define('CS2030', {
    severity: 'error',
    zh: '事实“{name}”有两种类型：{one} 和 {other}；同名事实是同一个事实',
    en: 'the fact "{name}" has two types, {one} and {other}; facts of one name are one fact',
    hint: { zh: '统一类型，或给其中一个换名', en: 'make the types agree or rename one of them' },
  }),
  nestedList: define('CS2031', {
    severity: 'error',
    zh: '名录的字段“{field}”不能又是名单',
    en: 'the field "{field}" of a record cannot itself be a list',
    hint: { zh: '把内层名单单独声明为主体的事实', en: 'declare the inner list as a fact of the party' },
  }),
  recordIsNoType: define('CS2032', {
    severity: 'error',
    zh: '“{name}”是名录，一个事实是它的名单',
    en: '"{name}" is a record; a fact is a list of it',
    hint: { zh: '写 ⟦list of {name}¦{name} 名单⟧', en: 'write list of {name}' },
  }),
  derivedCycle: define('CS2033', {
    severity: 'error',
    zh: '推算的事实“{name}”用到了它自己',
    en: 'the derived fact "{name}" depends on itself',
    hint: { zh: '去掉循环：推算只能用直接填报的事实', en: 'break the circle: derive it from facts that are given' },
  }),
  letCycle: define('CS2034', {
    severity: 'error',
    zh: '“{name}”用它自己来定义',
    en: '"{name}" is defined by itself',
    hint: { zh: '去掉循环', en: 'break the circle' },
  }),

  // ------------------------------------------------------------------------------------------------ units and types
  unitsDoNotAdd: define('CS2040', {
    severity: 'error',
    zh: '{left} 与 {right} 不能{what}：单位不同',
    en: '{left} and {right} cannot {what}: their units differ',
    hint: {
      zh: '补上单位，或先乘以单价（如 ⟦6000元 per 硕士¦6000元／硕士⟧）',
      en: 'add the unit, or multiply by a price first (6000元 per 硕士)',
    },
  }),
  unitsDoNotMultiply: define('CS2041', {
    severity: 'error',
    zh: '{left} 与 {right} 相乘除没有意义',
    en: 'multiplying or dividing {left} and {right} has no meaning',
    hint: {
      zh: '其中一个应为不带单位的数、比率或数目',
      en: 'one of the two should be a plain number, a rate or a count',
    },
  }),
  notComparable: define('CS2042', {
    severity: 'error',
    zh: '{subject} 是 {left}，不能与 {right} 比较',
    en: '{subject} is {left} and cannot be compared with {right}',
    hint: { zh: '两边用同一种单位', en: 'use the same unit on both sides' },
  }),
  unitNeeded: define('CS2080', {
    severity: 'error',
    zh: '{subject} 是 {type}，与它比较的数没有单位：大小会有几种读法',
    en: '{subject} is {type}, and the number that it is compared with has no unit: its size could be read in several ways',
    hint: {
      zh: '写上单位，如 {example}；三分之一这样的比率写成 100% / 3',
      en: 'write the unit, as in {example}; a rate such as a third is 100% / 3',
    },
  }),
  wrongType: define('CS2043', {
    severity: 'error',
    zh: '这里要 {expected}，写的是 {found}',
    en: 'expected {expected}, found {found}',
    hint: { zh: '改成 {expected}', en: 'write {expected}' },
  }),
  notMoney: define('CS2044', {
    severity: 'error',
    zh: '这里要金额，写的是 {found}',
    en: 'expected money, found {found}',
    hint: {
      zh: '写金额，如 6000元、50万元，或 ⟦6000元 per 人数、10% of 费用¦6000元／人数、按 费用 的 10%⟧',
      en: 'write money: 6000元, 50万元, 6000元 per a count, or 10% of a sum',
    },
  }),
  conditionNotBool: define('CS2045', {
    severity: 'error',
    zh: '条件要么成立要么不成立，这里是 {found}',
    en: 'a condition holds or does not; this is {found}',
    hint: {
      zh: '写成比较（⟦人数 >= 20）、is、in，或用 bool 事实¦人数 不低于 20）、为、属，或用“是否”事实⟧',
      en: 'write a comparison (人数 >= 20), is, in, or a bool fact',
    },
  }),
  rateExpected: define('CS2046', {
    severity: 'error',
    zh: '“⟦… of …”前面¦按 … 的 …”后面⟧要比率，写的是 {found}',
    en: 'what stands before of must be a rate; found {found}',
    hint: { zh: '写成 ⟦10% of …¦按 … 的 10%⟧', en: 'write 10% of …' },
  }),
  perNeedsCount: define('CS2047', {
    severity: 'error',
    zh: '⟦per¦每⟧ 后面要能数的事实，“{name}”是 {found}',
    en: 'what follows per must be countable; "{name}" is {found}',
    hint: {
      zh: '用 ⟦count¦数目⟧ 类型的事实；按金额的比例写 ⟦10% of {name}¦按 {name} 的 10%⟧',
      en: 'use a fact of type count; for a share of money write 10% of {name}',
    },
  }),
  divisorNotConstant: define('CS2048', {
    severity: 'error',
    zh: '除数要是写定的数：除以事实可能除以零',
    en: 'the divisor must be a written number: a fact may be zero',
    hint: {
      zh: '把比较改写成乘法，如 研发费用 * 100 >= 营业收入 * 3',
      en: 'turn the comparison into a product: 研发费用 * 100 >= 营业收入 * 3',
    },
  }),
  divisionByZero: define('CS2049', {
    severity: 'error',
    zh: '除数是 0',
    en: 'the divisor is 0',
    hint: { zh: '检查这个数', en: 'check the number' },
  }),
  notLinear: define('CS2050', {
    severity: 'error',
    zh: '条件里不能把两个事实相乘：那样就无法判断两条措施会不会同时符合',
    en: 'a condition cannot multiply two facts: whether two measures can both apply could then not be decided',
    hint: { zh: '一个因子写成数，或另设一个事实', en: 'make one factor a number, or declare the product as a fact' },
  }),
  inNeedsEnum: define('CS2051', {
    severity: 'error',
    zh: '⟦in { … }¦属 { … } 之一⟧ 用于分类，这里是 {found}',
    en: 'in { … } is for enums; this is {found}',
    hint: { zh: '数用 ⟦between¦介于⟧ 或比较', en: 'for numbers use between or comparisons' },
  }),
  isNeedsMember: define('CS2052', {
    severity: 'error',
    zh: '⟦is¦为⟧ 后面要写分类“{enum}”的一个成员',
    en: 'after is there must be a member of the enum "{enum}"',
    hint: {
      zh: '写一个成员的名称；几个之一用 ⟦in { … }¦属 { … } 之一⟧',
      en: 'write the name of a member; for one of several use in { … }',
    },
  }),
  notMember: define('CS2053', {
    severity: 'error',
    zh: '“{name}”不是分类“{enum}”的成员',
    en: '"{name}" is not a member of the enum "{enum}"',
    hint: { zh: '成员有：{members}', en: 'its members are: {members}' },
  }),
  tableNeedsEnum: define('CS2054', {
    severity: 'error',
    zh: '⟦table¦分别⟧ 按分类列出各档，“{name}”是 {found}',
    en: 'a table lists the members of an enum; "{name}" is {found}',
    hint: {
      zh: '换一个分类类型的事实；只分是和否的，分成两项，各写条件：⟦… when {name} 和 … when not {name}¦{name} 的，… 和 非 {name} 的，…⟧',
      en: 'use a fact whose type is an enum; where it is only yes or no, write two benefits: … when {name} and … when not {name}',
    },
  }),
  tableRowTwice: define('CS2055', {
    severity: 'error',
    zh: '“{member}”在表里出现两次，不知道付哪一档',
    en: '"{member}" stands in the table twice: which row pays is open',
    hint: { zh: '删去一行', en: 'remove one of the rows' },
  }),
  tableIncomplete: define('CS2056', {
    severity: 'error',
    zh: '表里缺少分类“{enum}”的：{missing}；这些人得多少没有写',
    en: 'the table leaves out members of "{enum}": {missing}; what they get is not said',
    hint: { zh: '补上各行，或写 ⟦otherwise: none¦其余：不予⟧', en: 'add the rows, or write otherwise: none' },
  }),
  listAsValue: define('CS2057', {
    severity: 'error',
    zh: '“{list}”是名单，不能当一个值用',
    en: '"{list}" is a list and cannot be used as one value',
    hint: {
      zh: '逐项给：⟦for each {list} of …¦对象 … 的 每个 {list}⟧',
      en: 'give the measure item by item: for each {list} of …',
    },
  }),
  eachNeedsList: define('CS2058', {
    severity: 'error',
    zh: '“{name}”不是名单，没有“每一项”可言',
    en: '"{name}" is not a list, so it has no items',
    hint: { zh: '用 ⟦list of …¦… 名单⟧ 类型的事实', en: 'use a fact of type list of …' },
  }),
  matterFactNotEnum: define('CS2059', {
    severity: 'error',
    zh: '事项取自“{name}”，它不是分类，没有可作事项的成员',
    en: 'the matter is taken from "{name}", which is no enum and has no members to be matters',
    hint: { zh: '用分类类型的字段，或直接写事项名', en: 'use a field whose type is an enum, or name the matter' },
  }),
  dotsOnWholeNumbers: define('CS2060', {
    severity: 'error',
    zh: '{type} 的范围不用“..”：上限算不算在内会有两种读法',
    en: 'a range of {type} is not written with "..": whether its upper end is included can be read in two ways',
    hint: { zh: '写 ⟦a to b¦a 至 b⟧，两端都含', en: 'write a to b; both ends are included' },
  }),
  openRange: define('CS2061', {
    severity: 'error',
    zh: '由人裁量的范围要有两端',
    en: 'a range that someone decides needs both ends',
    hint: {
      zh: '没有下限写 ⟦up to¦最高⟧，没有上限写 ⟦at least¦不少于⟧',
      en: 'write up to where there is no lower end, at least where there is no upper one',
    },
  }),
  rangeEnds: define('CS2062', {
    severity: 'error',
    zh: '范围的两端单位不同：{left} 和 {right}',
    en: 'the ends of the range have different units: {left} and {right}',
    hint: { zh: '两端用同一单位', en: 'use one unit for both ends' },
  }),
  roundingStep: define('CS2063', {
    severity: 'error',
    zh: '取整的单位要是大于 0 的数，如 分、1元、1000元',
    en: 'a rounding step must be a number above 0, such as one fen, one yuan or 1000 yuan',
    hint: { zh: '写 ⟦rounded to¦四舍五入到⟧ 分', en: 'write rounded to 分' },
  }),
  twoDecisions: define('CS2064', {
    severity: 'error',
    zh: '一项补助里只能有一处由人裁量，这里是第二处：两处相加就说不清各定了多少',
    en: 'one benefit can hold one figure that somebody decides; this is the second, and of a sum nobody could say who decided what',
    hint: { zh: '拆成两项补助', en: 'split it into two benefits' },
  }),
  decisionMisplaced: define('CS2065', {
    severity: 'error',
    zh: '由人裁量的数不能写在{where}',
    en: 'a figure that somebody decides cannot stand {where}',
    hint: {
      zh: '裁量只能是补助的金额；条件要用写定的数',
      en: 'only the amount of a benefit can be left to a decision; conditions need written figures',
    },
  }),
  perUnit: define('CS2068', {
    severity: 'error',
    zh: '“{name}”不是按“{unit}”计的，它是{found}',
    en: '"{name}" is not counted in "{unit}"; it is of type {found}',
    hint: {
      zh: '写这个事实自己的单位；时长按 月 或 年 计',
      en: 'write the unit of that fact; durations are counted in 月 or 年',
    },
  }),
  fullStep: define('CS2069', {
    severity: 'error',
    zh: '每满多少要写定，而且大于 0，不能由事实算出',
    en: 'what a full step is must be a written figure above 0, not computed from facts',
    hint: { zh: '写一个数，如 ⟦per full 50000000元¦每满 5000万元⟧', en: 'write a figure: per full 50000000元' },
  }),
  listWithinList: define('CS2066', {
    severity: 'error',
    zh: '“{list}”写在另一个名单的算式里：名单不能套名单',
    en: '"{list}" stands within a figure of another list: lists are not nested',
    hint: {
      zh: '两个汇总要相加的，前一个连同条件放进括号；否则把里面的汇总写成主体的一个事实，再在这里用它',
      en: 'to add up two figures, put the first with its condition in parentheses; otherwise make the inner one a fact of the party, and use that fact here',
    },
  }),
  conditionTakesRest: define('CS2137', {
    severity: 'error',
    zh: '“{list}”的条件把后面的“{rest}”也读了进去：那是算式，不是条件',
    en: 'the condition on "{list}" takes in "{rest}" as well, which is arithmetic and no condition',
    hint: {
      zh: '条件到“{condition}”为止的，把汇总连同条件放进括号：(…{condition}) {rest}',
      en: 'where the condition ends at "{condition}", put the figure with its condition in parentheses: (…{condition}) {rest}',
    },
  }),
  itemConditionNotBool: define('CS2067', {
    severity: 'error',
    zh: '“{list}”里算哪些项要用条件来说，这里写的是{found}',
    en: 'which items of "{list}" count is told by a condition; this is of type {found}',
    hint: {
      zh: '比较要放在括号里：⟦number of {list} where (金额 >= 5万元)¦{list}（金额 不低于 5万元 的）个数⟧',
      en: 'put a comparison of an item in parentheses: number of {list} where (amount >= 50000)',
    },
  }),
  priceInYuan: define('CS2136', {
    severity: 'error',
    zh: '每一计量单位值多少，要以元计',
    en: 'what one of a unit is worth is told in yuan',
    hint: { zh: '写成 ⟦元 per 日元¦元／日元⟧', en: 'write 元 per 日元' },
  }),
} as const;
