import { define } from '../define.ts';

/** CS3xxx: structure and drafting. */
export const structure = {
  // ------------------------------------------------------------------------------------------------- measures
  measureWithoutParty: define('CS3001', {
    severity: 'error',
    zh: '措施“{measure}”没有写给谁',
    en: 'the measure "{measure}" does not say for whom it is',
    hint: { zh: '加一行 ⟦for¦对象⟧ 主体', en: 'add a line for PARTY' },
  }),
  benefitWithoutLabel: define('CS3002', {
    severity: 'error',
    zh: '一项措施有几项补助时，每一项都要有名称，否则结果里分不清',
    en: 'where a measure has several benefits each needs a label: results could not tell them apart',
    hint: {
      zh: '在金额前写名称和冒号：⟦grant 名称: 50万元¦补助 名称：50万元⟧',
      en: 'put a label before the amount: grant LABEL: 50万元',
    },
  }),
  capAcrossItems: define('CS3003', {
    severity: 'error',
    zh: '本措施逐项给，按“{subject}”合计的封顶管的是几项之和，不能写在一项补助里',
    en: 'this measure is given item by item; a cap per "{subject}" holds several awards down together and cannot stand in one benefit',
    hint: {
      zh: '把这个 ⟦cap¦封顶⟧ 移到措施开头，写在第一项补助之前',
      en: 'move the cap to the head of the measure, before the first benefit',
    },
  }),
  capSubject: define('CS3004', {
    severity: 'error',
    zh: '封顶的对象“{subject}”不是本措施的对象',
    en: 'the cap is per "{subject}", which this measure is not about',
    hint: {
      zh: '可以写 ⟦per¦每⟧ {expected}，或不写（默认就是措施的对象）',
      en: 'write per {expected}, or leave it out (what the measure is for is the default)',
    },
  }),
  denyWithoutReason: define('CS3005', {
    severity: 'error',
    zh: '不予支持要写理由，申请人有权知道',
    en: 'a denial needs its reason: the applicant has a right to know',
    hint: { zh: '加 ⟦because¦理由⟧ "…"', en: 'add because "…"' },
  }),
  allowanceWithoutReason: define('CS3011', {
    severity: 'error',
    zh: '接受检查出的问题要写理由，复核的人才知道为什么',
    en: 'to accept what is found needs a reason, so that a reviewer knows why',
    hint: {
      zh: '在 ⟦because¦理由⟧ 后的引号里写一句理由',
      en: 'after because, write the reason between quotation marks',
    },
  }),
  waiverWithoutReason: define('CS3006', {
    severity: 'error',
    zh: '不编码“{figure}”要写理由，说明它是什么',
    en: 'to leave "{figure}" out needs a reason that says what it is',
    hint: { zh: '加 ⟦because¦理由⟧ "…"', en: 'add because "…"' },
  }),
  effectiveBackwards: define('CS3007', {
    severity: 'error',
    zh: '施行期从 {from} 到 {to}，止在起之前',
    en: 'the policy is in force from {from} to {to}, which ends before it begins',
    hint: { zh: '检查两个日期', en: 'check the two dates' },
  }),
  shareWithoutBase: define('CS3008', {
    severity: 'warning',
    zh: '比例没有说以什么为基数',
    en: 'the share does not say of what',
    hint: {
      zh: '写 ⟦of 基数¦按 基数 的⟧；原文没有写明的，写 ⟦of undecided¦按 另行制定⟧ "…"',
      en: 'write of BASE; where the text leaves it open, of undecided "…"',
    },
  }),
  normModifier: define('CS3009', {
    severity: 'error',
    zh: '权利、义务和目标不付钱，不能带封顶、保底、经费来源或评审',
    en: 'a right, duty or target pays nothing and takes no cap, floor, pool or process',
    hint: { zh: '移到付钱的补助里', en: 'move it to a benefit that pays' },
  }),

  normFigure: define('CS3010', {
    severity: 'error',
    zh: '权利和目标里的数要写定，不能由事实算出',
    en: 'the figure of a right or target must be written, not computed from facts',
    hint: { zh: '写一个数，如 70%、700亿元、100家', en: 'write a number: 70%, 700亿元, 100' },
  }),

  // ---------------------------------------------------------------------------------------- among many applicants
  quotaCount: define('CS3060', {
    severity: 'error',
    zh: '名额要写定为一个正整数',
    en: 'the number of awards must be a whole number above 0',
    hint: {
      zh: '写成“⟦limit 7 per year¦名额 每年 7 个⟧”，或“⟦at most 3 项目 per 企业¦同一 企业 至多 3 个 项目⟧”',
      en: 'write limit 7 per year, or at most 3 项目 per 企业',
    },
  }),
  rankFact: define('CS3061', {
    severity: 'error',
    zh: '“{name}”是{type}，排不出先后',
    en: '"{name}" is a {type}, by which nobody can be ranked',
    hint: {
      zh: '用申报时给出的数或日期排序，如评审得分、受理日期',
      en: 'rank by a number or date that applicants give: a score, the date of receipt',
    },
  }),
  sharingWithoutPool: define('CS3062', {
    severity: 'error',
    zh: '写了资金不够时怎么分，没有写是哪个资金池的钱',
    en: 'this says how a pool is shared out, but nothing says which pool pays',
    hint: { zh: '在它前面写 ⟦from¦资金来源⟧ 资金池', en: 'write from POOL before it' },
  }),
  twoSharings: define('CS3063', {
    severity: 'error',
    zh: '资金池“{budget}”不够时怎么分，写了两种办法',
    en: 'two rules say how the pool "{budget}" is shared out',
    hint: { zh: '留下一种；写在资金池里最清楚', en: 'keep one of them, best in the budget itself' },
  }),
  keyCapInBenefit: define('CS3064', {
    severity: 'error',
    zh: '按“{subject}”合计的封顶管的是几个申报人之和，本措施有几项补助，不能只写在其中一项里',
    en: 'a cap per "{subject}" holds several applicants down together; in a measure of several benefits it cannot stand in one of them',
    hint: {
      zh: '把它移到措施开头；只管这一项的，把这一项另立一条措施',
      en: 'move it to the head of the measure; to cap this benefit alone, make it a measure of its own',
    },
  }),
  targetWithoutFigure: define('CS3012', {
    severity: 'error',
    zh: '指标没有写数字，无从考核',
    en: 'the target has no figure, so nothing can be measured by it',
    hint: {
      zh: '写一个数，如 ⟦target 卓越工程师 about 30名 each year¦指标 卓越工程师 每年 约 30名⟧，或按年份写在 { } 里',
      en: 'write one, such as target engineers about 30名 each year, or rows by year in { }',
    },
  }),
  termWithoutYear: define('CS3013', {
    severity: 'error',
    zh: '期限要写到哪一年或哪一天',
    en: 'a time limit names the year or the day by which something is to be done',
    hint: {
      zh: '写 ⟦by 2028 或 by 2028-06-30¦到 2028年 或 到 2028-06-30⟧；几年之内写 ⟦within 5年¦5年内⟧',
      en: 'write by 2028 or by 2028-06-30; for a number of years, within 5 years',
    },
  }),
  consequenceWithoutCondition: define('CS3014', {
    severity: 'error',
    zh: '没有写在什么情形下才追回、取消或不得申报，等于对谁都成立',
    en: 'nothing says when the money is reclaimed, the status revoked or the applicant barred, so it would befall everybody',
    hint: { zh: '⟦加 when 情形¦在前面写上情形和“的”，如 骗取 的，⟧', en: 'add when CONDITION' },
  }),
  exceptInMeasure: define('CS3015', {
    severity: 'error',
    zh: '措施里的不予支持只管本措施，“除外”没有可以除外的',
    en: 'a denial within a measure is about that measure alone, so there is nothing to except',
    hint: {
      zh: '管全部措施的不予支持，移到文件顶层或政策里再写除外；只管本措施的，删去除外',
      en: 'move a denial of all measures to the top of the file or into the policy; otherwise remove the exception',
    },
  }),

  readingWithoutChoice: define('CS3016', {
    severity: 'error',
    zh: '“{name}”只写了一种理解，没有分歧可言',
    en: 'the reading "{name}" gives only one option, so nothing is in doubt',
    hint: { zh: '在 { } 里写至少两种，如 { 甲：3%，乙：4% }', en: 'write two or more in braces: { a: 3%, b: 4% }' },
  }),
  readingTwice: define('CS3017', {
    severity: 'error',
    zh: '“{name}”在别处的几种理解是{options}，这里不一样，裁定时对不上',
    en: 'elsewhere the options of "{name}" are {options}; with others here, no ruling could settle both',
    hint: { zh: '用同样的选项，或另起一个名称', en: 'use the same options, or another name' },
  }),
  rulingTwice: define('CS3018', {
    severity: 'error',
    zh: '“{name}”已有一个裁定，再写一个就不知道按哪个',
    en: 'there is a ruling on "{name}" already, and a second one leaves open which holds',
    hint: { zh: '留下有效的那一个', en: 'keep the one that is in force' },
  }),
  rulingWithoutAuthority: define('CS3019', {
    severity: 'error',
    zh: '裁定没有写由谁、从哪天起作出，审计时无从核对',
    en: 'the ruling does not say who made it and since when, so no audit could check it',
    hint: { zh: '写 ⟦by 机构 on 日期 "函号"¦责任单位 机构，于 日期，“函号”⟧', en: 'write by AGENCY on DATE "letter"' },
  }),

  // ---------------------------------------------------------------------------------------------------- bands
  bandEndNotConstant: define('CS3040', {
    severity: 'error',
    zh: '档的两端要写定，不能由事实算出：否则没法核对各档是否连得上',
    en: 'the ends of a band must be written figures, not computed from facts: nobody could check that the bands meet',
    hint: { zh: '写一个数，如 40万元..90万元', en: 'write figures: 400000元..900000元' },
  }),
  bandEmpty: define('CS3041', {
    severity: 'error',
    zh: '这一档里什么数也没有：上端不高于下端',
    en: 'this band holds nothing: its upper end is not above its lower one',
    hint: { zh: '检查两端，低的写在前面', en: 'check the two ends; the lower one comes first' },
  }),
  bandsOverlap: define('CS3042', {
    severity: 'error',
    zh: '两档重叠：{first} 和 {second} 里都有的数，说不清按哪一档',
    en: 'two bands overlap: of what lies in both {first} and {second} nobody can say which applies',
    hint: { zh: '让前一档在后一档开始的地方结束', en: 'let the lower band end where the upper one begins' },
  }),
  bandsUnordered: define('CS3045', {
    severity: 'warning',
    zh: '各档没有从低到高排列，读的人容易看错',
    en: 'the bands are not in order from low to high, and easily misread',
    hint: { zh: '从低到高写', en: 'write them from low to high' },
  }),
  marginalNeedsRates: define('CS3047', {
    severity: 'error',
    zh: '超额分档是每一段各按各的比例算，这里写的是一笔钱，说不清哪一段给多少',
    en: 'marginal bands give each part its own rate; a sum of money does not say how much each part gets',
    hint: {
      zh: '写比例，如 40%；整档给一笔钱的用 ⟦whole¦全额⟧',
      en: 'write rates such as 40%, or use whole for a sum',
    },
  }),

  // -------------------------------------------------------------------------------------------------- uplifts
  mixedLogic: define('CS3155', {
    severity: 'warning',
    zh: '“且”“或”写在一处而没有括号，有两种读法：{first}，还是 {second}；符合的人不一样',
    en: 'and beside or, without parentheses, can be read in two ways: {first}, or {second}; other applicants qualify by each',
    hint: {
      zh: '照原文的意思加上括号；不加的，先算“且”。原文分不清的，请起草单位明确，或写成两种理解',
      en: 'put the parentheses that the text means; without them and comes first. Where the text is unclear, ask its drafters, or write a reading',
    },
  }),
  onceEachYear: define('CS3156', {
    severity: 'warning',
    zh: '“仅享受一次”和“连续 {years} 年，每年”写在一起：第二年起就不再给了',
    en: 'once ever beside each year for {years} years: nothing is paid from the second year on',
    hint: {
      zh: '连续几年各给一次的，删去“仅享受一次”；一次付清的，写“一次性拨付”；只给一年的，删去“连续 {years} 年”',
      en: 'for once in each of these years, remove once ever; for a sum paid in one go, write paid at once; for one year alone, remove each year',
    },
  }),
  pointsOrFactor: define('CS3050', {
    severity: 'error',
    zh: '“提高”后面只写百分数有两种读法：比例加上几个百分点，还是金额上浮百分之几',
    en: 'a percentage alone can be read in two ways: points added to the rate, or the amount raised by that share',
    hint: {
      zh: '写 ⟦plus 4 points，或 times 1.04¦提高 4 个百分点，或 上浮 4%⟧；原文分不清的，请起草单位明确',
      en: 'write plus 4 points, or times 1.04; where the text is unclear, ask its drafters',
    },
  }),
  pointsNotWritten: define('CS3051', {
    severity: 'error',
    zh: '提高几个百分点要写定，不带单位',
    en: 'how many points are added must be a written number without a unit',
    hint: { zh: '写 ⟦plus 2 points¦提高 2 个百分点⟧', en: 'write plus 2 points' },
  }),
  factorNotWritten: define('CS3052', {
    severity: 'error',
    zh: '倍数要写定，不带单位，不能是负数',
    en: 'a factor must be a written number without a unit, and not negative',
    hint: { zh: '写 ⟦times 1.3（上浮 30%）¦上浮 30%（即 1.3 倍）⟧', en: 'write times 1.3' },
  }),
  rateWithoutBase: define('CS3053', {
    severity: 'error',
    zh: '这项补助不是一个比例，没有基数可以再乘',
    en: 'this benefit is no single rate, so there is no base that another rate could be taken of',
    hint: {
      zh: '金额写成一个比例，如 ⟦4% of 设备费¦按 设备费 的 4%⟧；定额要变，就写改成多少钱',
      en: 'make the amount one rate (4% of BASE), or write a sum of money',
    },
  }),
  insteadType: define('CS3054', {
    severity: 'error',
    zh: '改按什么要写比例或金额，这里是{found}',
    en: 'what takes the place of the amount is a rate or a sum of money; this is of type {found}',
    hint: {
      zh: '写 ⟦instead 11%，或 instead 20万元¦改按 11%，或 改按 20万元⟧',
      en: 'write instead 11%, or instead 200000元',
    },
  }),
  upliftWithoutCondition: define('CS3055', {
    severity: 'error',
    zh: '提高、上浮和改按要有自己的条件，否则说不清什么时候算',
    en: 'what raises or replaces a figure needs a condition of its own: nothing says when it applies',
    hint: {
      zh: '⟦后面写条件：plus 1 points when 名录企业¦前面写条件：名录企业 的，提高 1 个百分点⟧',
      en: 'write the condition after it: plus 1 points when LISTED',
    },
  }),

  // ------------------------------------------------------------------------------------------------- days and periods
  deadlineLength: define('CS3072', {
    severity: 'error',
    zh: '申报期限要写整月或整日，如 8个月、30日，这里写的算不出是哪一天',
    en: 'a deadline is so many whole months or days, as in 8 months; from what is written no day follows',
    hint: { zh: '改成整月或整日；工作日的期限，请折成日历上的日子', en: 'write whole months or calendar days' },
  }),
  windowBackwards: define('CS3073', {
    severity: 'error',
    zh: '适用期间到 {to} 止，却从 {from} 起，没有哪一天在里面',
    en: 'the period ends on {to}, before it begins on {from}: no day lies in it',
    hint: { zh: '把起止两天对调，或者改正其中一天', en: 'swap the two days, or correct one of them' },
  }),
  notADate: define('CS3074', {
    severity: 'error',
    zh: '期间和期限要看一个日期，“{fact}”是 {found}',
    en: 'a period or a deadline goes by a date; "{fact}" is {found}',
    hint: { zh: '用日期类型的事实，如 认定日期、公告日期', en: 'use a fact of type date' },
  }),

  // ------------------------------------------------------------------------------------------------- by analogy
  readsNoFact: define('CS3070', {
    severity: 'error',
    zh: '“{name}”不是直接给出的事实，参照时不能拿它来计，也不能由别的事实来计',
    en: '"{name}" is not given as a fact of the applicant, so by analogy it can neither stand for another fact nor be stood for',
    hint: {
      zh: '写主体声明的事实，不写名单、名单里的字段和推算出来的事实',
      en: 'name a fact that a party declares: no list, no field of its items, no derived fact',
    },
  }),
  readsSigned: define('CS3071', {
    severity: 'error',
    zh: '“{fact}”可以为负，“{as}”不可以；以前者计后者，金额可能算成负数',
    en: '"{fact}" may be negative and "{as}" may not: read for it, it could make an amount negative',
    hint: {
      zh: '给“{as}”也加 ⟦signed¦可为负⟧，或者另选一个事实',
      en: 'declare "{as}" signed too, or read another fact',
    },
  }),

  // ------------------------------------------------------------------------------------------------- examples
  exampleWithoutExpect: define('CS3030', {
    severity: 'error',
    zh: '算例没有写应得多少，检验不了什么',
    en: 'the example expects nothing, so it tests nothing',
    hint: { zh: '加一行 ⟦expect 补助名 =¦应得 补助名 =⟧ 金额', en: 'add a line expect BENEFIT = AMOUNT' },
  }),
  givenTwice: define('CS3031', {
    severity: 'error',
    zh: '“{name}”给了两次',
    en: '"{name}" is given twice',
    hint: { zh: '删去一处', en: 'remove one of them' },
  }),
  givenDerived: define('CS3032', {
    severity: 'error',
    zh: '“{name}”是推算出来的，不能直接给',
    en: '"{name}" is derived and cannot be given',
    hint: { zh: '给出推算它所用的事实', en: 'give the facts that it is derived from' },
  }),
  givenInexact: define('CS3033', {
    severity: 'error',
    zh: '这个数超出{type}能精确表示的范围',
    en: 'the number is finer or larger than {type} can hold exactly',
    hint: {
      zh: '金额到分，数目是整数，比率至多九位小数',
      en: 'money has whole fen, counts are whole, rates have at most nine decimals',
    },
  }),
  givenNegative: define('CS3034', {
    severity: 'error',
    zh: '这个事实不能是负数',
    en: 'this fact cannot be negative',
    hint: { zh: '可以为负的事实，声明时加 ⟦signed¦可为负⟧', en: 'declare the fact signed where it may be' },
  }),
  noSuchNorm: define('CS3035', {
    severity: 'error',
    zh: '措施“{measure}”里没有“{word}”的规定，这一行检验不了什么',
    en: 'the measure "{measure}" has no norm with "{word}", so this line tests nothing',
    hint: { zh: '这条措施里写的有：{known}', en: 'the measure has: {known}' },
  }),
  noSuchNormPosition: define('CS3036', {
    severity: 'error',
    zh: '措施“{measure}”里这样的“{word}”只有 {n} 条，没有第几条可对',
    en: 'the measure "{measure}" has {n} such norms with "{word}"; none stands at that position',
    hint: {
      zh: '从 1 数起，按原文次序；也可以写它的内容',
      en: 'count from 1 in the order of the source, or name what it is about',
    },
  }),
  normOfNoMeasure: define('CS3037', {
    severity: 'error',
    zh: '没有写是哪条措施的“{word}”；政策里有这种规定的措施不止一条，或者一条也没有',
    en: 'nothing says of which measure this "{word}" is; several measures of the policy have such norms, or none has',
    hint: {
      zh: '算例写明用于哪条措施：⟦example “…” of¦算例 “…” 用于⟧ 措施',
      en: 'say which measure the example is of: example "…" of MEASURE',
    },
  }),
  boundsAssumed: define('CS3126', {
    severity: 'hint',
    zh: '文件没有写“{words}”含不含本数，这里按民法典第一千二百五十九条：含本数',
    en: 'the document does not say whether {words} includes the figure; by article 1259 of the Civil Code it does',
    hint: {
      zh: '文件自己有规定的，在 ⟦policy¦政策⟧ 里加 ⟦bounds 以上 includes（或 excludes）¦界限 以上 含本数（或 不含本数）⟧',
      en: 'where the document has its own rule, write bounds 以上 includes (or excludes) in the policy',
    },
  }),
  boundsTwice: define('CS3127', {
    severity: 'error',
    zh: '“{word}”含不含本数写了两次，算的时候只能用一种',
    en: 'what {word} means is said twice, and amounts can follow only one of them',
    hint: { zh: '删掉其中一处', en: 'remove one of them' },
  }),
  parameterNotWritten: define('CS3128', {
    severity: 'error',
    zh: '参数的值要写成一个数，不能是算式',
    en: 'the value of a parameter is a written figure, not a formula',
    hint: {
      zh: '写成 2200元 或 1.2 这样的数；要算的，用 ⟦let¦其中⟧',
      en: 'write a figure such as 2200元; for a formula use let',
    },
  }),
  parameterDates: define('CS3129', {
    severity: 'error',
    zh: '参数的值要按起始日期从早到晚写，前一个自 {before} 起，分不清哪天用哪个',
    en: 'the values of a parameter stand in the order of their days; the one before holds from {before}, so it is not clear which counts when',
    hint: {
      zh: '每个值写 ⟦from 日期¦自 日期 起⟧，一个比一个晚；只有第一个可以不写',
      en: 'write from DATE, each later than the last; only the first may lack it',
    },
  }),
  parameterEmpty: define('CS3130', {
    severity: 'error',
    zh: '参数“{name}”没有值，也没有类型，算不出来也没法给',
    en: 'the parameter "{name}" has neither values nor a type: it can be neither computed nor given',
    hint: {
      zh: '写值：⟦= 2200元 from 2025-10-01¦＝ 2200元 自 2025年10月1日 起⟧；或写类型：⟦: money by date¦：金额 逐日⟧',
      en: 'write values, = 2200元 from 2025-10-01, or a type, : money by date',
    },
  }),
  shareNotWritten: define('CS3131', {
    severity: 'error',
    zh: '这一份占多少没有写成比率，分不出钱来',
    en: 'this part has no written rate, so nothing can be split by it',
    hint: {
      zh: '写 65% 这样的比率；还没有定的，写 ⟦undecided¦另行制定⟧ “…”',
      en: 'write a rate such as 65%; where nobody has decided it, undecided "…"',
    },
  }),
  atOnceAlone: define('CS3133', {
    severity: 'error',
    zh: '“一次付清”要写在分期拨付之后，并写明什么情况下',
    en: 'at once says when a sum in stages is paid together: it needs stages, and a condition',
    hint: {
      zh: '写：⟦paid { 开工: 20%, 验收: 80% } at once when 提前竣工¦分期拨付 { 开工：20%，验收：80% }，提前竣工 的，一次付清⟧；总是一次付的，写 ⟦paid at once¦一次性拨付⟧',
      en: 'write paid { … } at once when CONDITION; for a sum that is always paid together, paid at once',
    },
  }),
  countedOutside: define('CS3134', {
    severity: 'error',
    zh: '“第几 {list}”要逐项数，本措施不是逐个“{list}”给的，分不出哪一项是第几',
    en: 'nth counts the items of "{list}" one by one, and the measure is not for each of them: nothing says which one is meant',
    hint: { zh: '对象写成：⟦for each {list} of 主体¦主体 的 每个 {list}⟧', en: 'write: for each {list} of PARTY' },
  }),
  nthPlace: define('CS3138', {
    severity: 'error',
    zh: '“第几 {list}”只能写在金额里：数的是符合条件的项，不能反过来又作条件，也不能用在上限和名单的合计里',
    en: 'nth of "{list}" stands in an amount alone: it counts the items that meet the conditions, so it is none itself; nor does it stand in a cap or a figure of a list',
    hint: {
      zh: '例如：⟦grant nth {list} { 1: 90%, otherwise: none } …¦补助 第几 {list} { 1：90%，其余：不予 } …⟧',
      en: 'such as: grant nth {list} { 1: 90%, otherwise: none } of FACT',
    },
  }),
  countedPer: define('CS3135', {
    severity: 'error',
    zh: '“{field}”是{found}，不能用来分组数',
    en: '"{field}" is {found}: items are told apart by a key or an enum of their record',
    hint: { zh: '写名录里类型是编号或分类的字段', en: 'name a field of type key, or of an enum' },
  }),
  itemQuotaOutside: define('CS3150', {
    severity: 'error',
    zh: '“至多几个 {list}”要逐个数，本措施不是逐个“{list}”给的，不知道给的是哪几个',
    en: 'at most so many "{list}" counts the items that are paid, and the measure is not for each of them',
    hint: {
      zh: '对象写成：⟦for each {list} of 主体¦主体 的 每个 {list}⟧；限申报单位有几家的，用 ⟦limit¦名额⟧；限数量的，写在单价后面',
      en: 'write: for each {list} of PARTY; for a number of applicants, limit; for a quantity, at most after its unit',
    },
  }),
  itemQuotaOfMoney: define('CS3158', {
    severity: 'error',
    zh: '“⟦at most¦至多⟧”限的是几个、多少数量，{amount}是钱',
    en: '“⟦at most¦至多⟧” limits how many there are, and {amount} is a sum of money',
    hint: { zh: '写 ⟦cap¦最高不超过⟧ {amount}', en: 'write cap {amount}' },
  }),
  itemQuotaPer: define('CS3151', {
    severity: 'error',
    zh: '“{name}”既不是本措施的对象，也不是“{list}”里的编号或分类，说不清同一个什么',
    en: '"{name}" is neither a party that the measure is for nor a key or an enum of "{list}", so it is open what is counted together',
    hint: {
      zh: '写对象（⟦per 企业¦同一 企业⟧），或名录里类型是标识或分类的字段；几家申报单位合起来限数的，现在还写不了，请用 ⟦note¦备注⟧ 记下',
      en: 'name the party (per 企业), or a field of the items that is a key or an enum; a number over several applicants of one group cannot be said yet: put it in a note',
    },
  }),
  rankNotOfItems: define('CS3152', {
    severity: 'error',
    zh: '“{name}”是申报单位的数，同一家的各个“{list}”都一样，分不出先后',
    en: '"{name}" is a fact of the applicant: it is the same for every "{list}" of theirs and puts none before another',
    hint: { zh: '用名录里的一个数或日期，如 得分、受理日期', en: 'rank by a number or a date of the items themselves' },
  }),
  rankAfterOrder: define('CS3153', {
    severity: 'error',
    zh: '按“{list}”填报的先后已经分出了次序，后面这条用不上',
    en: 'in the order of "{list}" no two items are equal, so what stands after it never decides',
    hint: { zh: '把它移到前面，或者删去', en: 'move it to the front, or remove it' },
  }),
  ordinalsUnordered: define('CS3136', {
    severity: 'error',
    zh: '“⟦nth¦第几⟧”的各行要从 1 起由小到大，互不重叠，否则同一项有两个数',
    en: 'the rows of nth rise from 1 and do not meet: else one item would have two figures',
    hint: {
      zh: '例如 ⟦{ 1: 90%, 2 to 4: 35%, otherwise: none }¦{ 1：90%，2 至 4：35%，其余：不予 }⟧',
      en: 'such as { 1: 90%, 2 to 4: 35%, otherwise: none }',
    },
  }),
  processOtherwise: define('CS3038', {
    severity: 'error',
    zh: '在措施里，“{name}”是{does}的程序，这里写成了另一种',
    en: 'in the measure, "{name}" {does}; here it is written as if it did otherwise',
    hint: { zh: '改用“{write}”', en: 'write "{write}"' },
  }),
} as const;
