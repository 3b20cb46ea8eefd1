import { define } from '../define.ts';

/** Other years, past awards, and what changes from year to year. */
export const history = {
  growthOfNumber: define('CS2120', {
    severity: 'error',
    zh: '增长要按数来算，“{fact}”是 {found}',
    en: 'growth is reckoned from figures; "{fact}" is {found}',
    hint: {
      zh: '用金额、数目、比率或数量类型的事实',
      en: 'use a fact of type money, count, rate, or a quantity',
    },
  }),
  growthRatePlace: define('CS2121', {
    severity: 'error',
    zh: '增长率只能和写定的比率比较：上年为 0 时它没有值，不能当金额或基数用',
    en: 'a growth rate can only be compared with a written rate: it has no value where last year was 0, so it is no amount and no base',
    hint: {
      zh: '条件写“⟦growth rate of {fact} >= 6%¦{fact} 增长率 不低于 6%⟧”；金额写“⟦growth of {fact}¦{fact} 新增部分⟧”',
      en: 'as a condition write growth rate of {fact} >= 6%; as an amount write growth of {fact}',
    },
  }),
  noOtherYears: define('CS2122', {
    severity: 'error',
    zh: '“{fact}”{why}，没有往年的数可取',
    en: '"{fact}" {why}, so it has no figures of other years',
    hint: {
      zh: '改用逐年填报的事实，如“⟦产值: money by year¦产值：金额 逐年⟧”',
      en: 'use a fact that is given year by year, such as output: money by year',
    },
  }),
  firstTimeForm: define('CS2123', {
    severity: 'error',
    zh: '“首次”后面要是一个是否类事实、一个分类成员，或“达到多少”的比较',
    en: 'after first time there must be a bool fact, a member of an enum, or a figure that is reached',
    hint: {
      zh: '写“⟦first time 高新认定¦首次 高新认定⟧”“⟦first time 等级 is A级¦首次 等级 为 A级⟧”或“⟦first time 营业收入 >= 1亿元¦首次 营业收入 不低于 1亿元⟧”；几个条件分开写',
      en: 'write first time certified, first time grade is A, or first time revenue >= 100000000; write several conditions apart',
    },
  }),
  wholeYears: define('CS2124', {
    severity: 'error',
    zh: '这里要写整年数，写的是“{found}”',
    en: 'a whole number of years must stand here; found "{found}"',
    hint: { zh: '写成 3年', en: 'write 3 years' },
  }),
  fewYearsRunning: define('CS2125', {
    severity: 'error',
    zh: '“连续 {years} 年”至少要两年，一年说不上连续',
    en: 'a condition cannot hold for {years} year running: at least two years run on',
    hint: { zh: '写 ⟦for 2 years running¦连续 2年⟧，或去掉“连续”', en: 'write for 2 years running, or leave it out' },
  }),
  historyWithin: define('CS2126', {
    severity: 'error',
    zh: '“首次”和“连续若干年”不能套在一起：哪一年算起会有两种读法',
    en: 'first time and years running cannot stand within each other: which year counts could be read in two ways',
    hint: { zh: '拆成两个条件', en: 'split it into two conditions' },
  }),
  startNotDate: define('CS2127', {
    severity: 'error',
    zh: '年份要从一个日期算起，“{fact}”是 {found}',
    en: 'years are counted from a date; "{fact}" is {found}',
    hint: { zh: '用日期类型的事实，如 认定日期', en: 'use a fact of type date' },
  }),
  scheduleGap: define('CS2128', {
    severity: 'error',
    zh: '第 {years} 年没有写给多少',
    en: 'what is paid in year {years} is not said',
    hint: {
      zh: '每一年都要写到；某年不给就写“第{years}年：不予”',
      en: 'cover every year; where nothing is paid write {years}: none',
    },
  }),
  scheduleTwice: define('CS2129', {
    severity: 'error',
    zh: '第 {year} 年写了两次，不知道按哪一行',
    en: 'year {year} stands in two rows: which one pays is open',
    hint: { zh: '改成互不重叠的年份', en: 'make the years of the rows apart' },
  }),
  scheduleBeyond: define('CS2130', {
    severity: 'error',
    zh: '年份要从第 1 年起、不超过 {years} 年，这里写到第 {year} 年',
    en: 'the rows must lie within years 1 to {years}; this one reaches year {year}',
    hint: { zh: '改年份，或改总年数', en: 'change the row, or the number of years' },
  }),
  pastAwardPath: define('CS2131', {
    severity: 'error',
    zh: '“{name}”不是这里的措施、待遇，也不是“政策.措施”',
    en: '"{name}" is no measure or benefit here, nor policy.measure',
    hint: {
      zh: '没有写进来的旧政策，用引号写它的名称：⟦had "{name}"¦已享受 “{name}”⟧',
      en: 'name an award of a policy that is not written here in quotation marks: had "{name}"',
    },
  }),
  givenYearWrong: define('CS2132', {
    severity: 'error',
    zh: '“{fact}”按年份填报：每项前面写四位年份，或写“此前”',
    en: '"{fact}" is given by year: each value needs a year of four digits before it, or earlier',
    hint: { zh: '写成 { 2025年：否，2026年：是 }', en: 'write { 2025: no, 2026: yes }' },
  }),
  ladderOfNumber: define('CS2133', {
    severity: 'error',
    zh: '“{fact}”是{found}，没有“达到”多少可言',
    en: '"{fact}" is {found}: it cannot reach a figure',
    hint: { zh: '换成金额、数目这样的数', en: 'use a figure, such as a sum of money or a count' },
  }),
  ladderRung: define('CS2134', {
    severity: 'error',
    zh: '每一档只写要达到的数和给多少，这里写的不是一个确定的数',
    en: 'a rung is the figure to be reached and what it gives; this is not one written figure',
    hint: {
      zh: '写成 2亿元：8万元；按区间给的，用“⟦bands … whole¦分档 全额⟧”',
      en: 'write 200000000: 80000; for ranges use bands … whole',
    },
  }),
  ladderOrder: define('CS2135', {
    severity: 'error',
    zh: '这一档要达到的数不比前一档高，两档先后不明',
    en: 'this rung asks for no more than the one before, so which comes first is open',
    hint: { zh: '从低到高排列，每一档各不相同', en: 'put the rungs in order, each higher than the one before' },
  }),
  ladderFalls: define('CS3124', {
    severity: 'warning',
    zh: '达到得更高，给的反而更少',
    en: 'more is reached here, and less is given',
    hint: { zh: '核对这一档和前一档的金额', en: 'check this rung and the one before' },
  }),
  notByYear: define('CS3120', {
    severity: 'warning',
    zh: '这里取“{fact}”往年的数，但它没有声明为逐年：填报人不知道要按年份填',
    en: 'figures of other years of "{fact}" are read, but it is not declared by year, so nobody is asked for them year by year',
    hint: { zh: '在它的类型后面加“⟦by year¦逐年⟧”', en: 'add by year after its type' },
  }),
  growthOfSigned: define('CS3122', {
    severity: 'warning',
    zh: '“{fact}”可能为负：上年不大于 0 的，增长无从计算，会要求补充信息',
    en: '"{fact}" may be negative: where last year was not above 0, growth cannot be reckoned and more is asked for',
    hint: {
      zh: '写明上年为负时怎么算，或改用不为负的事实',
      en: 'say what holds then, or use a fact that is never negative',
    },
  }),
  onceEverItem: define('CS3123', {
    severity: 'warning',
    zh: '逐项给的待遇“仅享受一次”或“累计”封顶，要认得出是同一项；“{record}”没有标识类字段，只能按序号认',
    en: 'once ever, or a cap in total, of a benefit per item needs to know an item again; "{record}" has no field of type key, so only its number tells',
    hint: {
      zh: '给“{record}”加一个标识字段，如 ⟦编号: key¦编号：标识⟧',
      en: 'add a field of type key to {record}, such as number: key',
    },
  }),
} as const;
