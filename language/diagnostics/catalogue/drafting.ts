import { define } from '../define.ts';

/** CS3xxx: what the rules of drafting find (compiler/lint/rules); `why` stands on the page of the rule. */
export const drafting = {
  ceilingWithoutProcess: define('CS3020', {
    severity: 'warning',
    zh: '“{amount}”由谁按什么程序评定，没有写：申请人和审计都无从知道会得多少',
    en: 'nothing says by what process "{amount}" is decided: neither applicants nor audit can know what will be paid',
    hint: {
      zh: '写 ⟦after 程序（如 after 绩效评估）¦经 程序 后（如 经 绩效评估 后）⟧；原文就没有写的，建议起草单位补上',
      en: 'write after PROCESS (after 绩效评估); where the text names none, ask its drafters to',
    },
    why: {
      zh: '“最高”“不超过”只是上限，实付多少由人来定。看每一项由人定数的支持（最高、不低于、区间、按比例最高），后面有没有写程序；写了 after、selected by 的，或自己写明待明确、一事一议的，不报。',
      en: 'A ceiling is only a limit; what is paid, somebody decides. The rule looks at every benefit whose figure is decided (up to, at least, a range) for a process that decides it: after or selected by. What says of itself that it is undecided or case by case is left alone.',
    },
  }),
  poolWithoutRule: define('CS3021', {
    severity: 'warning',
    zh: '资金池“{budget}”没有写不够时怎么分',
    en: 'nothing says how the pool "{budget}" is shared out when it does not suffice',
    hint: { zh: '写明按比例或按先后分配', en: 'say whether it is shared pro rata or in an order' },
    why: {
      zh: '钱不够时先给谁、给多少，没有规则就只能临时定，先报后报结果不同。看每个资金池，以及从它付钱的措施，有没有写按比例或按先后。',
      en: 'Without a rule, who is paid when the money runs out is settled on the spot. The rule looks at each pool, and at the measures paid from it, for pro rata or an order.',
    },
  }),
  manifestAbsent: define('CS3022', {
    severity: 'info',
    zh: '还没有原文清单 {path}，条款和数字没有与原文核对',
    en: 'there is no manifest {path} yet, so clauses and figures are not compared with the text',
    hint: { zh: '有了清单才能核对数字是否齐全', en: 'with a manifest every figure of the text is accounted for' },
    why: {
      zh: '政策写了原文清单，文件却不在：条款和数字就没有人核对。',
      en: 'The policy names a manifest of its official text and the file is not there: nobody has compared clauses and figures with it.',
    },
  }),
  capNeverBinds: define('CS3023', {
    severity: 'warning',
    zh: '封顶{cap}不起作用：这项补助最多{most}',
    en: 'the cap of {cap} never takes effect: the benefit is at most {most}',
    hint: { zh: '检查两个数字，或去掉封顶', en: 'check the two figures, or remove the cap' },
    why: {
      zh: '封顶高过或等于这一项最多能得的数，写了等于没写，多半有一个数抄错了。只在金额写定时才判断；由事实算出的、有提高或改按的，不判断。',
      en: 'A cap at or above the most that the benefit can be takes nothing away: one of the two figures is probably wrong. Told only where the amount is written; what is computed from facts, raised or replaced is left alone.',
    },
  }),
  floorAboveCap: define('CS3024', {
    severity: 'warning',
    zh: '最低{floor}高于封顶{cap}，封顶之后保底不再起作用',
    en: 'the floor of {floor} lies above the cap of {cap}, which is taken after it',
    hint: { zh: '检查两个数字', en: 'check the two figures' },
    why: {
      zh: '先保底、后封顶：保底的数高过封顶，谁也拿不到那个数。',
      en: 'The floor is taken first and the cap after it: a floor above the cap is never paid.',
    },
  }),
  budgetTotal: define('CS3025', {
    severity: 'error',
    zh: '每年{amount}、连续{years}年是{product}，写的总额是{total}',
    en: '{amount} a year for {years} years is {product}; the total stated is {total}',
    hint: { zh: '改正其中一个数字', en: 'correct one of the figures' },
    why: {
      zh: '同一笔钱写了两遍，每年多少和一共多少要对得上：每年4000万元、连续3年，不是1.5亿元。',
      en: 'A sum that is written twice has to agree with itself: 40 million a year for 3 years is not 150 million.',
    },
  }),
  bandsTouch: define('CS3043', {
    severity: 'error',
    zh: '前后两档都含 {point}，恰为这个数时有两种读法',
    en: 'two neighbouring bands both include {point}, so exactly that can be read in two ways',
    hint: {
      zh: '只让一档含它：a..b 含 a 不含 b，a>..=b 不含 a 含 b；原文分不清的，请起草单位明确',
      en: 'let one band include it: a..b includes a and not b, a>..=b the reverse; where the text is unclear, ask its drafters',
    },
    why: {
      zh: '“1000万元以下”和“1000万元以上”都含1000万元时，恰好1000万元的该按哪一档，两个人会算出两个数。这是有两种读法，不是写得好不好，所以一直是错误，不能关、不能接受。',
      en: 'Where both neighbours include a figure, two people compute two amounts for exactly that figure. It is an ambiguity and no matter of style: always an error, neither configured nor accepted.',
    },
  }),
  bandsGap: define('CS3044', {
    severity: 'warning',
    zh: '{first} 和 {second} 之间有空档，落在里面的不予支持',
    en: 'there is a gap between {first} and {second}; what falls into it is paid nothing',
    hint: {
      zh: '让两档相接；确实不予的，写 ⟦otherwise: none¦其余：不予⟧',
      en: 'let the two bands meet; where nothing is meant, write otherwise: none',
    },
    why: {
      zh: '前一档在500万元结束，后一档从600万元开始，中间的就什么也没有。确实不给的，用 otherwise: none 写明。',
      en: 'One band ends at 5 million and the next begins at 6: what lies between is paid nothing. Where that is meant, otherwise: none says so.',
    },
  }),
  bandCliff: define('CS3046', {
    severity: 'warning',
    zh: '{subject} 一到 {point} 就从 {before} 变成 {after}，数额大的反而得的少',
    en: 'once {subject} reaches {point}, {before} becomes {after}: whoever has more is paid less',
    hint: {
      zh: '检查两个数；本意是分段计算的，改用 ⟦marginal¦超额⟧',
      en: 'check the two figures; if each part is meant to have its own rate, write marginal',
    },
    why: {
      zh: '全额分档、比例递减时，刚过线的企业反而比线下的得的少，就会有人压着不报。只比较写定的数。',
      en: 'With whole bands and falling rates, whoever just passes the line is paid less than before it and has a reason to stay below. Only written figures are compared.',
    },
  }),
  insteadsOverlap: define('CS3056', {
    severity: 'error',
    zh: '两处“改按”的条件可以同时成立，那时按哪一个有两种读法',
    en: 'two figures can take the place of the first at once, and which one applies can be read in two ways',
    hint: {
      zh: '把条件写成不会同时成立；原文分不清的，请起草单位明确',
      en: 'write conditions that cannot both hold; where the text is unclear, ask its drafters',
    },
    why: {
      zh: '两处“改按”的条件能同时成立，按哪一个说不清，两个人会算出两个数。这是有两种读法，所以不能关、不能接受；只是看不出会不会的，给警告。',
      en: 'Where two figures can both take the place of the first, two people compute two amounts. It is an ambiguity, neither configured nor accepted; where it merely cannot be told, it is a warning.',
    },
  }),
  insteadsUnclear: define('CS3057', {
    severity: 'warning',
    zh: '看不出两处“改按”的条件会不会同时成立',
    en: 'it cannot be told whether two figures can take the place of the first at once',
    hint: {
      zh: '把条件写成明显不会同时成立，如一处加“非”',
      en: 'write conditions that plainly cannot both hold, with a not in one of them',
    },
  }),
  pointsOnSum: define('CS3157', {
    severity: 'warning',
    zh: '改按定额（或另一个基数）的同时又提高几个百分点：定额上没有比例可提高，加不加、按什么加，有两种读法',
    en: 'points are added where a sum, or a rate of another base, has taken the place of the rate: whether they are, and of what, can be read in two ways',
    hint: {
      zh: '改按定额的不再提高：在提高的条件里加“非 …”；要加的，写成另一个定额。现在按原基数加',
      en: 'where the sum holds no more, add not … to the condition of the points; else write another sum. As it stands, the points are of the first base',
    },
  }),
  lastYearName: define('CS3121', {
    severity: 'warning',
    zh: '既有事实“{name}”，又有“上年 {rest}”：两个数可能对不上',
    en: 'there is a fact "{name}" beside last year\'s {rest}: the two figures may differ',
    hint: {
      zh: '只留一个：把“{rest}”声明为逐年，用“上年 {rest}”；或只用“{name}”',
      en: "keep one: declare {rest} by year and use last year's {rest}, or use {name} alone",
    },
    why: {
      zh: '既让人填“上年产量”，又用“上年 产量”去取逐年的数，两个数没有东西保证相等。',
      en: 'One fact is asked for under the name of last year, another is read from the years: nothing keeps the two equal.',
    },
  }),
  sharesNotWhole: define('CS3132', {
    severity: 'error',
    zh: '各份加起来是 {sum}，不是整笔钱',
    en: 'the parts come to {sum}, which is not the whole sum',
    hint: {
      zh: '各份之和应为 100%；有一份未定的，其余应不到 100%',
      en: 'they must come to 100%, or to less where one of them is undecided',
    },
    why: {
      zh: '分几次拨付、几家分担，各份要合成整笔：20%、30%、40% 少了一成，谁来付、付不付都没有写。算出来的数对不上，所以不能关、不能接受。',
      en: 'Stages of payment and shares of several bodies make up the whole: of 20%, 30% and 40% a tenth is missing, and nothing says who pays it, or whether. The figures do not agree, so it is neither configured nor accepted.',
    },
  }),
  quotaWithoutOrder: define('CS3029', {
    severity: 'warning',
    zh: '名额只有 {n} 个，没有写谁在前：合格的更多时，给谁算不出来',
    en: 'there are only {n} places, and nothing says who comes first: with more who qualify, who is paid cannot be told',
    hint: {
      zh: '写明依据（如 ⟦ranked by 评审得分¦按 评审得分 从高到低⟧），或写明由谁遴选（⟦selected by 专家评审¦经 专家评审 择优⟧）',
      en: 'say by what they are ranked (ranked by 评审得分), or who selects (selected by 专家评审)',
    },
    why: {
      zh: '名额有限而没有写先后，合格的多于名额时，给谁全凭临时决定。写了按什么排序、或由谁遴选的，不报。',
      en: 'With few places and no order, who is paid is settled on the spot once more qualify. What is ranked, or selected by somebody, is left alone.',
    },
  }),
  itemQuotaWithoutOrder: define('CS3154', {
    severity: 'warning',
    zh: '每家只给 {n} 个“{list}”，没有写哪几个在前：合格的更多时，给哪几个算不出来',
    en: 'only {n} "{list}" of one applicant are paid, and nothing says which come first: with more that qualify, which ones cannot be told',
    hint: {
      zh: '写明依据（如 ⟦ranked by 评审得分、in order of {list}¦按 评审得分 从高到低、按 {list} 先后⟧），或写明由谁遴选（⟦selected by 专家评审¦经 专家评审 择优⟧）',
      en: 'say by what they are ranked (ranked by 评审得分, in order of {list}), or who selects (selected by 专家评审)',
    },
    why: {
      zh: '每家限了个数而没有写先后，合格的多于个数时，给哪几个不同的人会算出不同的钱。写了按什么排序、或由谁遴选的，不报。',
      en: 'With a number for each applicant and no order, two people pay different items once more qualify. What is ranked, or selected by somebody, is left alone.',
    },
  }),
  vagueWords: define('CS3090', {
    severity: 'warning',
    zh: '“{word}”说得含糊：谁算、谁不算，经办的人各有各的说法',
    en: '"{word}" is vague: whom it takes in, each official will answer in his own way',
    hint: {
      zh: '写明是哪些、达到多少；原文就这样写的，写 ⟦allow vague-words because¦允许 vague-words，理由⟧ "…"',
      en: 'say which, or how much; where the text has it so, allow vague-words because "…"',
    },
    why: {
      zh: '看条件、不予支持和应当做的事里有没有“适当”“酌情”“视情况”“相关”“有关”“相应”“原则上”“必要时”：这些词决定谁得、谁不得，却没有说定。名称、说明和引号里的话都看；注、标题、鼓励的事，以及自己写明待明确的，不看。同一句话只报一次。',
      en: 'The rule looks at conditions, denials and duties for words such as 适当, 酌情, 相关, 有关, 原则上: they decide who is paid and do not say it. Names, labels and quoted words count; notes, titles, what is encouraged and what says of itself that it is undecided do not. One wording is told once.',
    },
  }),
  designatedProvider: define('CS3091', {
    severity: 'warning',
    zh: '“{word}”把支持和指定的经营者连在一起，公平竞争审查通不过',
    en: '"{word}" ties the support to a designated provider, which fair competition review does not pass',
    hint: {
      zh: '改写成对产品或服务的要求（资质、标准），谁符合都可以',
      en: 'write what the product or service must be (a qualification, a standard), whoever offers it',
    },
    why: {
      zh: '政策措施不得限定经营、购买、使用特定经营者的商品和服务。看条件、不予支持和应当做的事里有没有“指定单位”“特定品牌”一类的话，或者向某某有限公司购买。指定账户、指定时间不是经营者；“登记为有限公司”说的是形式，都不报。',
      en: 'A measure may not restrict whose goods or services are bought. The rule looks at conditions, denials and duties for designated providers and brands, and for buying from a firm by name. A designated account or date is no provider, and a limited company as a form is no name.',
    },
  }),
  baseUndefined: define('CS3092', {
    severity: 'info',
    zh: '按“{fact}”的比例支持，没有写含税还是不含税：差出来的能有一成多',
    en: 'the support is a share of "{fact}", and nothing says whether that is with tax: it makes a difference of up to 13%',
    hint: {
      zh: '声明事实时写 ⟦basis¦口径⟧ "不含税"，或写进名称、说明',
      en: 'declare the fact with a basis, basis "不含税", or say so in its name or label',
    },
    why: {
      zh: '合同额、成交额、采购额、购置费、销售额、价款、租金都有含税和不含税两种数。看比例支持的基数是不是这样的事实，名称、说明和口径里有没有提到税；推算出来的事实和别的金额（工资、利息、研发费用）不看。每个事实报一次。',
      en: 'A price is stated with tax or without. The rule looks at the bases of shares: facts that are prices (合同额, 成交额, 采购额, 购置费, 价款 and the like) whose name, label and basis say nothing of tax. Derived facts and other sums (wages, interest) are left alone. Each fact is told once.',
    },
  }),
  ceilingWithoutFund: define('CS3093', {
    severity: 'info',
    zh: '有 {n} 项“最高”的支持没有写钱从哪里来，这是第一项',
    en: '{n} benefits with a ceiling name no pool that pays them; this is the first',
    hint: {
      zh: '写 ⟦from¦资金来源⟧ 资金池；原文没有写的，在 ⟦policy¦政策⟧ 里写 ⟦allow ceiling-without-fund because¦允许 ceiling-without-fund，理由⟧ "…"',
      en: 'write from POOL; where the text names none, allow ceiling-without-fund because "…" in the policy',
    },
    why: {
      zh: '“最高”给多少由人来定，钱从哪里来又没有写，就两头没有着落。一份政策只报一次，报在第一项上。别的支持写了资金来源而这几项没有的，报；写了原文清单、通篇没有资金池的，也报。股权投资、定额和按公式算的不看。',
      en: 'What somebody decides, out of money that nobody named, is open at both ends. Told once for a policy, at the first benefit; where others of it name their pool, or where a document with a manifest of its text has no pool at all. Equity, fixed sums and formulas are left alone.',
    },
  }),
  acceptanceUnused: define('CS3080', {
    severity: 'warning',
    zh: '“允许 {rule}”不再适用：这里已经没有需要接受的问题',
    en: 'the acceptance of {rule} no longer applies: there is nothing left to accept',
    hint: { zh: '删去这一行，或删去这个名称', en: 'remove the line, or the name' },
  }),
  unknownRule: define('CS3081', {
    severity: 'warning',
    zh: '没有叫“{rule}”的检查规则，这里什么也没有接受或设置',
    en: 'there is no rule of drafting called "{rule}", so nothing is accepted or configured here',
    hint: { zh: '{advice}', en: '{advice}' },
  }),
  fixedRule: define('CS3082', {
    severity: 'warning',
    zh: '“{rule}”报告的是有两种读法的地方，不能接受，也不能调低',
    en: 'what {rule} finds can be read in two ways: it can be neither accepted nor turned down',
    hint: {
      zh: '照它的建议改写，或者用 ⟦reading¦两种理解⟧ 写出各种读法',
      en: 'write it as its hint says, or use a reading',
    },
  }),
  repealNotInText: define('CS3094', {
    severity: 'warning',
    zh: '代码写了替代“{old}”，原文没有一处说废止：照原文，旧的那份还在施行',
    en: 'the code replaces "{old}", and nowhere does the text repeal anything: by the text, the older document is still in force',
    hint: {
      zh: '删去这一行；确由别处废止的，写 ⟦allow repeal-not-in-text because¦允许 repeal-not-in-text，理由⟧ "依据"',
      en: 'remove the line; if something else repeals it, allow repeal-not-in-text because "…" and name that',
    },
    why: {
      zh: '代码写了 replaces，原文清单里却没有“废止”“停止执行”一类的话：代码说的比原文多，旧文件少付了。没有清单的政策不看；措施里写的 replaces 只用来与旧版对齐，也不看。反过来，原文说了废止而代码没有写，由 cuoshi coverage 报告。',
      en: 'The code says replaces, while the manifest of the text has no word of repeal: the code says more than the text, and the older document pays less than it should. Policies without a manifest are left alone, and so is replaces in a measure, which only aligns versions. The reverse, a repeal that the code leaves out, is told by cuoshi coverage.',
    },
  }),
  bodyNotInText: define('CS3095', {
    severity: 'warning',
    zh: '原文没有一处提到“{body}”，代码却让它负责',
    en: 'the text names "{body}" nowhere, and the code makes it responsible',
    hint: {
      zh: '改为原文所写的单位；名称变过的，在 ⟦agency¦机构⟧ 里写别名或旧称；另有依据的，写 ⟦waive "{body}" because¦不编码 "{body}"，理由⟧ "依据"',
      en: 'write the body that the text names; if its name changed, give the agency an alias or a former name; if something else makes it responsible, waive "{body}" because "…"',
    },
    why: {
      zh: '看 by、led by、issued by 所写的单位，名称、别名、旧称都算，在原文清单里有没有。没有清单的、清单里一个单位也没有的，不看；条款之间放错了的，由 cuoshi coverage 逐条核对。同一单位只报一次。',
      en: 'The rule looks for the bodies of by, led by and issued by, under any of their names, in the manifest of the text. Policies without a manifest, and texts that name no body at all, are left alone; what stands at the wrong clause is for cuoshi coverage. Each body is told once.',
    },
  }),
  baseNotInText: define('CS3096', {
    severity: 'warning',
    zh: '原文 {clause} 的 {rate} 没有说是什么的 {rate}，代码却按“{base}”算',
    en: 'in {clause} the text does not say what {rate} is a share of, and the code takes it of "{base}"',
    hint: {
      zh: '写 ⟦undecided¦另行制定⟧ "基数未写明"，或用 ⟦reading¦两种理解⟧ 写出各种读法；另有依据的，写 ⟦allow base-not-in-text because¦允许 base-not-in-text，理由⟧ "依据"',
      en: 'write undecided "…", or the ways of reading it as a reading; if something else gives the base, allow base-not-in-text because "…"',
    },
    why: {
      zh: '同一条里，原文的比例前后没有基数（成交额、购置费、利息一类），代码却有：算出来的数是起草人的，不是原文的。只看清单里记着没有基数的比例，所以没有清单的、旧清单的都不报。',
      en: 'Where a rate of the text stands without a base (a price, a cost, interest), the code must not have one: the amount would be the drafter’s, not the text’s. Only rates that the manifest marks as without a base are looked at, so policies without a manifest, or with one made before this was marked, are left alone.',
    },
  }),
} as const;
