/**
 * The keyword table: both vocabularies in one place, keyed by role, because one English word may have several roles
 * that Chinese tells apart (`by`, `of`, `from`), and the other way round. The scanner, the grammar, the formatter, the
 * highlighter and completion all read this table and nothing else.
 *
 * A keyword is a phrase and one token; the first phrase of each vocabulary is the one that is printed. A phrase may
 * serve several roles: the grammar decides by place.
 */
export interface Keyword {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  /**
   * The word opens a statement and is reserved: it is a name only before `:` (or `：`) and after `.`. `top` heads can only stand at the
   * top level of a file (or in a policy block) and so close every open brace during recovery.
   */
  readonly head?: 'top' | 'line';
  /** The word is a likely name (项目, 状态, count, level): wherever the grammar expects a name, it is one. */
  readonly contextual?: true;
  /**
   * Han phrases of this role may stand in one run with other such phrases: 每年最高不超过. Only words that carry no
   * content of their own, because 补助对象, 奖励金额 and 机构名录 are names.
   */
  readonly glues?: true;
}

const table = {
  // ------------------------------------------------------------------------------------------- top-level statements
  use: { en: ['use'], zh: ['引用'], head: 'top' },
  policy: { en: ['policy'], zh: ['政策', '文件'], head: 'top', contextual: true },
  enum: { en: ['enum'], zh: ['分类'], head: 'top', contextual: true },
  record: { en: ['record'], zh: ['名录', '条目'], head: 'top', contextual: true },
  unit: { en: ['unit'], zh: ['计量单位'], head: 'top', contextual: true },
  /** `currency 日元`: a unit of its own, told apart from yuan. */
  currency: { en: ['currency'], zh: ['币种'], head: 'top', contextual: true },
  /** `parameter 最低工资 = 2200元 from 2025-10-01, 2320元 from 2027-01-01`; `parameter 汇率: 元 per 日元 by date`. */
  parameter: { en: ['parameter'], zh: ['参数'], head: 'top', contextual: true },
  byDate: { en: ['by date'], zh: ['逐日'] },
  party: { en: ['party'], zh: ['主体', '申报主体'], head: 'top', contextual: true },
  disjoint: { en: ['disjoint'], zh: ['互不相容'], head: 'top' },
  agency: { en: ['agency'], zh: ['机构'], head: 'top', contextual: true },
  matter: { en: ['matter'], zh: ['事项'], head: 'line', contextual: true },
  measure: { en: ['measure'], zh: ['措施'], head: 'top', contextual: true },
  budget: { en: ['budget'], zh: ['资金池'], head: 'top', contextual: true },
  example: { en: ['example'], zh: ['算例'], head: 'top', contextual: true },
  let: { en: ['let'], zh: ['其中'], head: 'line' },
  /** `score 等级 { 人员占比: …, 专利: … } at least 55`; 计分 等级 { … } 不低于 55分值. */
  score: { en: ['score'], zh: ['计分'], head: 'line', contextual: true },

  // --------------------------------------------------------------------------------------------------- policy lines
  ledBy: { en: ['led by'], zh: ['牵头单位'], head: 'line' },
  issuedBy: { en: ['issued by'], zh: ['印发单位', '制定单位'], head: 'line' },
  level: { en: ['level'], zh: ['层级'], head: 'line', contextual: true },
  province: { en: ['province'], zh: ['省级'], contextual: true },
  city: { en: ['city'], zh: ['市级'], contextual: true },
  district: { en: ['district'], zh: ['区级'], contextual: true },
  county: { en: ['county'], zh: ['县级'], contextual: true },
  status: { en: ['status'], zh: ['状态'], head: 'line', contextual: true },
  draft: { en: ['draft'], zh: ['征求意见稿'], contextual: true },
  inForce: { en: ['in force'], zh: ['现行'], contextual: true },
  repealed: { en: ['repealed'], zh: ['已废止'], contextual: true },
  effective: { en: ['effective'], zh: ['施行日期'], head: 'line' },
  /** One phrase in Chinese, head and all. */
  effectiveOnPublication: { en: ['effective on publication'], zh: ['自印发之日起施行'], head: 'line' },
  replaces: { en: ['replaces'], zh: ['废止', '代替'], head: 'line' },
  source: { en: ['source'], zh: ['原文'], head: 'line', contextual: true },
  asOf: { en: ['as of'], zh: ['截至'], head: 'line' },
  stacking: { en: ['stacking'], zh: ['叠加规则'], head: 'line' },
  /** In English after `stacking`; the Chinese words stand alone. */
  highest: { en: ['highest'], zh: ['就高不重复'], head: 'line', contextual: true },
  sum: { en: ['sum'], zh: ['叠加享受', '可累计'], head: 'line', contextual: true },
  chooseOne: { en: ['choose one'], zh: ['择一享受'], head: 'line' },
  between: { en: ['between'], zh: ['介于'] },
  /** `stacking choose one between 甲, 乙`; 择一享受 限于 甲、乙. */
  betweenMeasures: { en: ['between'], zh: ['限于'] },
  withinThisPolicy: { en: ['within this policy'], zh: ['本文件内'] },
  withOtherPolicies: { en: ['with other policies'], zh: ['与其他政策'] },
  /** `with policies at level city`; in Chinese 与 市级 政策. */
  withPoliciesAtLevel: { en: ['with policies at level'], zh: [] },
  withWord: { en: [], zh: ['与'] },
  per: { en: ['per'], zh: ['每'], glues: true },
  samePer: { en: [], zh: ['同一'], head: 'line' },
  across: { en: ['across'], zh: ['不同'] },
  waive: { en: ['waive'], zh: ['不编码'], head: 'line' },
  because: { en: ['because'], zh: ['理由'], contextual: true },
  extendTo: { en: ['extend to'], zh: ['可参照执行'], head: 'line' },
  /** `apply 建设奖 to 改建单位 reading 改建面积 as 新建面积`; 改建单位 参照 建设奖，以 新建面积 计 改建面积. */
  applyTo: { en: ['apply'], zh: ['参照'], head: 'line' },
  readingFact: { en: ['reading'], zh: ['以'] },
  readAs: { en: ['as'], zh: ['计'] },
  /** `ruling 边界 甲 by 市财政局 on 2027-03-01 "函号"` */
  ruling: { en: ['ruling'], zh: ['裁定'], head: 'line' },
  onDate: { en: ['on'], zh: ['于'] },
  /** `bounds 以上 includes, 以下 excludes`; 界限 以上 含本数，以下 不含本数. */
  bounds: { en: ['bounds'], zh: ['界限'], head: 'line', contextual: true },
  includesBound: { en: ['includes'], zh: ['含本数'], contextual: true },
  excludesBound: { en: ['excludes'], zh: ['不含本数'], contextual: true },
  /** The words of the texts, the same in both vocabularies: what they mean is the document's to say. */
  orMore: { en: ['以上'], zh: ['以上'], glues: true },
  orLess: { en: ['以下'], zh: ['以下'], glues: true },
  withinBound: { en: ['以内'], zh: ['以内'], glues: true },

  // --------------------------------------------------------------------------------------------------- declarations
  alias: { en: ['alias'], zh: ['又称'] },
  formerly: { en: ['formerly'], zh: ['原'], contextual: true },
  under: { en: ['under'], zh: ['隶属'], contextual: true },
  is: { en: ['is'], zh: ['为', '是', '属于'] },
  signed: { en: ['signed'], zh: ['可为负'] },
  yearly: { en: ['by year'], zh: ['逐年'] },
  basis: { en: ['basis'], zh: ['口径'], contextual: true },
  money: { en: ['money'], zh: ['金额'], contextual: true },
  rate: { en: ['rate'], zh: ['比率'], contextual: true },
  count: { en: ['count'], zh: ['数目'], contextual: true },
  date: { en: ['date'], zh: ['日期'], contextual: true },
  duration: { en: ['duration'], zh: ['时长'], contextual: true },
  bool: { en: ['bool'], zh: ['是否'], contextual: true },
  key: { en: ['key'], zh: ['标识'], contextual: true },
  listOf: { en: ['list of'], zh: [] },
  /** After the record's name: `平台 名单`. */
  listAfter: { en: [], zh: ['名单'], contextual: true },
  roundedTo: { en: ['rounded to'], zh: ['四舍五入到'] },
  roundedDownTo: { en: ['rounded down to'], zh: ['取整到'] },

  // -------------------------------------------------------------------------------------------------- measure lines
  clause: { en: ['clause'], zh: ['条款'], head: 'line', contextual: true },
  note: { en: ['note'], zh: ['备注'], head: 'line', contextual: true },
  for: { en: ['for'], zh: ['对象', '适用于'], head: 'line', contextual: true },
  each: { en: ['each'], zh: ['每个', '逐项'], glues: true },
  where: { en: ['where'], zh: ['其中'] },
  about: { en: ['about'], zh: ['事项'], head: 'line', contextual: true },
  by: { en: ['by'], zh: ['责任单位'], head: 'line' },
  /** 由 X 负责: the same as `by`, around its agencies. */
  byOpen: { en: [], zh: ['由'], head: 'line' },
  byClose: { en: [], zh: ['负责'] },
  when: { en: ['when'], zh: ['当'], head: 'line' },
  /** 当 C 时 */
  whenClose: { en: [], zh: ['时'] },
  /** 符合 C 条件的 */
  meetsOpen: { en: [], zh: ['符合'], head: 'line' },
  meetsClose: { en: [], zh: ['条件的', '条件'], contextual: true },
  /** C 的, fronted; also 按 B 的 R% and 对象 P 的每个 R. */
  de: { en: [], zh: ['的'], glues: true },

  // ------------------------------------------------------------------------------------------------- benefit kinds
  support: { en: ['support'], zh: ['支持', '给予'], head: 'line' },
  grant: { en: ['grant'], zh: ['补助', '资助'], head: 'line' },
  reward: { en: ['reward'], zh: ['奖励'], head: 'line' },
  allowance: { en: ['allowance'], zh: ['补贴'], head: 'line' },
  subsidize: { en: ['subsidize'], zh: ['贴息'], head: 'line' },
  match: { en: ['match'], zh: ['配套'], head: 'line' },
  invest: { en: ['invest'], zh: ['股权投资'], head: 'line' },

  // ---------------------------------------------------------------------------------------------------- amounts
  upTo: { en: ['up to'], zh: ['最高'], glues: true },
  atLeast: { en: ['at least'], zh: ['不少于'], glues: true },
  /** A limit on a quantity, and of items: `at most 3 项目 per 企业`; 同一 企业 至多 3 个 项目. */
  atMost: { en: ['at most'], zh: ['至多', '最多'], head: 'line', contextual: true },
  exactly: { en: ['exactly'], zh: ['按'] },
  cap: { en: ['cap'], zh: ['最高不超过', '不超过', '封顶', '上限', '不高于'], head: 'line', glues: true },
  floor: { en: ['floor'], zh: ['最低', '保底'], head: 'line' },
  /** `plus 1 points when C`, C 的，提高 1 个百分点. */
  plusPoints: { en: ['plus'], zh: ['提高', '增加'], head: 'line' },
  points: { en: ['points', 'point'], zh: ['个百分点'], contextual: true },
  times: { en: ['times'], zh: ['乘以'], head: 'line' },
  /** 上浮 30%: times 1.3. */
  raisedBy: { en: [], zh: ['上浮'], head: 'line' },
  instead: { en: ['instead'], zh: ['改按'], head: 'line' },
  perYear: { en: ['per year'], zh: ['每年', '/年'], head: 'line', glues: true },
  inTotal: { en: ['in total'], zh: ['累计'], glues: true },
  /** 单个 P: `per P` of a cap. */
  single: { en: [], zh: ['单个'] },
  of: { en: ['of'], zh: [] },
  /** 按 B 的 R% */
  accordingTo: { en: [], zh: ['按'] },
  table: { en: ['table'], zh: [], contextual: true },
  /** 按 E 分别 { … }: the Chinese table. */
  respectively: { en: [], zh: ['分别'] },
  otherwise: { en: ['otherwise'], zh: ['其余'], contextual: true },
  none: { en: ['none'], zh: ['不予'] },
  /** `A per full N of F over M`; F 超过 M 后，每满 N 给 A. */
  perFull: { en: ['per full'], zh: [] },
  eachFull: { en: [], zh: ['每满'] },
  give: { en: [], zh: ['给'] },
  /** `sum of F of R where C`; in Chinese R 的 F 合计. */
  /** Of a list, or of years: `sum of F over 3 years`; 近 3年 累计 F. */
  sumOf: { en: ['sum of'], zh: [] },
  sumAfter: { en: [], zh: ['合计'], contextual: true },
  numberOf: { en: ['number of'], zh: [] },
  numberAfter: { en: [], zh: ['个数'], contextual: true },
  highestOf: { en: ['highest of'], zh: [] },
  highestAfter: { en: [], zh: ['取高'], contextual: true },
  /** `best of R where C: A`: the applicant chooses one item. */
  bestOf: { en: ['best of'], zh: ['任选一'] },
  bands: { en: ['bands'], zh: [], contextual: true },
  /** F 分档 全额 { … } */
  bandsAfter: { en: [], zh: ['分档'] },
  whole: { en: ['whole'], zh: ['全额'], contextual: true },
  marginal: { en: ['marginal'], zh: ['超额'], contextual: true },
  /** `ladder F first reached { … } difference only`; F 首次达到 { … } 只补差额. */
  ladder: { en: ['ladder'], zh: [], contextual: true },
  firstReached: { en: ['first reached'], zh: ['首次达到'] },
  differenceOnly: { en: ['difference only'], zh: ['只补差额'] },
  inFull: { en: ['in full'], zh: ['全额'], contextual: true },
  /** `nth 车棚 per 小区 per year { 1: 90%, 2 to 4: 35% }`; 第几 车棚 同一 小区 每年 { … }. */
  nth: { en: ['nth'], zh: ['第几'], contextual: true },
  /** 其余不予 in one. */
  otherwiseNone: { en: [], zh: ['其余不予'] },
  undecided: { en: ['undecided'], zh: ['另行制定', '待明确'] },
  caseByCase: { en: ['case by case'], zh: ['一事一议'] },
  /** `reading 边界 "…" { 甲: 3%, 乙: 4% }`: the text can be read in these ways. */
  reading: { en: ['reading'], zh: ['两种理解'] },

  // -------------------------------------------------------------------------------------------------- modifiers
  after: { en: ['after'], zh: ['经'], head: 'line' },
  afterClose: { en: [], zh: ['后'], glues: true },
  selectedBy: { en: ['selected by'], zh: [], head: 'line' },
  /** 经 P 择优 */
  selectClose: { en: [], zh: ['择优'] },
  from: { en: ['from'], zh: ['资金来源'], head: 'line', contextual: true },
  /** `limit 7 per year ranked by 评审得分`; 名额 每年 7 个 按 评审得分 从高到低. */
  quota: { en: ['limit'], zh: ['名额'], head: 'line', contextual: true },
  rankedBy: { en: ['ranked by'], zh: [] },
  highestFirst: { en: [], zh: ['从高到低'] },
  lowestFirst: { en: [], zh: ['从低到高'] },
  /** 按 F 先后 */
  firstCome: { en: [], zh: ['先后'] },
  /** How a pool that does not suffice is shared out; after `limit`, who comes first. */
  inOrderOf: { en: ['in order of'], zh: ['按先后分配'], head: 'line' },
  proRata: { en: ['pro rata'], zh: ['按比例分配'], head: 'line' },
  onceEver: { en: ['once ever'], zh: ['仅享受一次'], head: 'line' },
  paidAtOnce: { en: ['paid at once'], zh: ['一次性拨付'], head: 'line' },
  /** The texts' own word, with two meanings: accepted so that the checker can ask which. */
  yicixing: { en: [], zh: ['一次性'], head: 'line' },

  /** `paid { 开工: 20%, 竣工: 30%, 验收: 50% }`; 分期拨付 { … }. */
  paidIn: { en: ['paid'], zh: ['分期拨付'], head: 'line', contextual: true },
  /** `at once when C`; C 的，一次付清. */
  atOnce: { en: ['at once'], zh: ['一次付清'], head: 'line' },
  /** `to 甲方 65%, 乙方 35%`; 支付给 甲方 65%、乙方 35%. */
  payTo: { en: ['to'], zh: ['支付给'], head: 'line' },
  /** `borne by 市 55%, 县 45%`; 由 市 55%、县 45% 承担. */
  borneBy: { en: ['borne by'], zh: [], head: 'line' },
  borneClose: { en: [], zh: ['承担'], contextual: true },
  /** `decided by 市科技局`; 由 市科技局 认定. */
  decidedBy: { en: ['decided by'], zh: [], head: 'line' },
  decidedClose: { en: [], zh: ['认定'], contextual: true },

  // -------------------------------------------------------------------------------------------------- conditions
  and: { en: ['and'], zh: ['且', '并且'], glues: true },
  or: { en: ['or'], zh: ['或', '或者'], glues: true },
  not: { en: ['not'], zh: ['非', '未'], glues: true },
  in: { en: ['in'], zh: ['属', '属于'] },
  notIn: { en: ['not in'], zh: ['不属', '不属于'] },
  /** 属 { … } 之一 */
  oneOf: { en: [], zh: ['之一'] },
  isNot: { en: ['is not'], zh: ['不为', '不是'], glues: true },
  yes: { en: ['yes'], zh: ['是'] },
  no: { en: ['no'], zh: ['否'] },
  /** Words for comparisons; English uses the signs. 不高于 is a cap after a comma, else a comparison. */
  notLessThan: { en: [], zh: ['不低于', '达到'], glues: true },
  moreThan: { en: [], zh: ['超过'], glues: true },
  notMoreThan: { en: [], zh: ['不高于'], glues: true },
  lessThan: { en: [], zh: ['低于', '不足'], glues: true },
  to: { en: ['to'], zh: ['至', '~', '—', '——', '–'], glues: true },
  includingEnd: { en: [], zh: ['（含）'] },
  excludingEnd: { en: [], zh: ['（不含）'] },

  // ------------------------------------------------------------------------------------------------------- history
  lastYears: { en: ["last year's"], zh: ['上年'] },
  firstTime: { en: ['first time'], zh: ['首次'] },
  /** In English before the fact, in Chinese after it: 地方贡献 新增部分. */
  growthOf: { en: ['growth of'], zh: [] },
  growthAfter: { en: [], zh: ['新增部分', '增长额'], contextual: true },
  growthRateOf: { en: ['growth rate of'], zh: [] },
  growthRateAfter: { en: [], zh: ['增长率', '增幅'], contextual: true },
  /** `growth of F beyond 6%`; F 增长超过 6% 的部分. */
  beyond: { en: ['beyond'], zh: ['增长超过'] },
  partClose: { en: [], zh: ['的部分'], glues: true },
  recent: { en: [], zh: ['近'] },
  /** `评级 is 差 for 2 years running`; 连续 2年 评级 为 差. */
  running: { en: ['running'], zh: [], contextual: true },
  /** What was so, or was had, in any year before: `{ earlier: no, 2026: yes }`. */
  earlier: { en: ['earlier'], zh: ['此前'], contextual: true },
  /** A past award: a condition, and in an example what is given. */
  had: { en: ['had'], zh: ['已享受'], head: 'line' },
  hadNothing: { en: ['had nothing'], zh: ['此前未享受'], head: 'line' },
  inYear: { en: ['in'], zh: ['于'] },
  lessAwarded: { en: ['less already awarded'], zh: ['扣除已获', '只补差额'], head: 'line' },
  /** `covers events by D from 2027-01-01 to 2029-12-31`; 适用 D 在 … 至 … 的事项. */
  covers: { en: ['covers events by'], zh: ['适用'], head: 'line' },
  inPeriod: { en: [], zh: ['在'] },
  coversClose: { en: [], zh: ['的事项'], glues: true },
  /** `apply within 8 months of D`; 自 D 起 8个月 内申报. */
  applyWithin: { en: ['apply within'], zh: [], head: 'line' },
  withinToApply: { en: [], zh: ['内申报', '内申请'], glues: true },
  /** `each year for 4 years from D`; 自 D 起连续 4年，每年. */
  eachYearFor: { en: ['each year for'], zh: [], head: 'line' },
  since: { en: [], zh: ['自'], head: 'line' },
  sinceClose: { en: [], zh: ['起'], glues: true },
  /** 自 D 起 4年 内 { … } */
  withinYears: { en: [], zh: ['内'] },
  /** 第1至2年 */
  ordinal: { en: [], zh: ['第'] },

  // -------------------------------------------------------------------------------------------------------- norms
  recognise: { en: ['recognise', 'recognize'], zh: ['视同'], head: 'line' },
  /** 视同 X 为 Y */
  as: { en: ['as'], zh: ['为'] },
  /** X 减按 R 计入 Y */
  reckonAs: { en: ['as'], zh: ['计入'] },
  exempt: { en: ['exempt'], zh: ['免除'], head: 'line' },
  entitle: { en: ['entitle'], zh: ['可获', '有权获得'], head: 'line' },
  reckon: { en: ['reckon'], zh: ['减按'], head: 'line' },
  oblige: { en: ['oblige'], zh: ['应当'], head: 'line' },
  may: { en: ['may'], zh: ['可以'], head: 'line' },
  encourage: { en: ['encourage'], zh: ['鼓励'], head: 'line' },
  target: { en: ['target'], zh: ['指标'], head: 'line', contextual: true },
  over: { en: ['over'], zh: ['超过'], contextual: true },
  eachYear: { en: ['each year'], zh: ['每年'] },
  /** `about 30名`; 约 30名, 30名左右. */
  roughly: { en: ['about'], zh: ['约'] },
  roughlyClose: { en: [], zh: ['左右'] },
  within: { en: ['within'], zh: [] },
  /** 5年内 */
  withinClose: { en: [], zh: ['内', '以内'] },
  /** `by 2028`, 到 2028年. */
  byYear: { en: ['by'], zh: ['到'] },
  /** `hold 甲 to at most 30% of 乙`; 甲 应不高于 乙 的 30%. */
  hold: { en: ['hold'], zh: ['应'], head: 'line', glues: true },
  revoke: { en: ['revoke'], zh: ['取消'], head: 'line' },
  reclaim: { en: ['reclaim'], zh: ['追回'], head: 'line' },
  /** `bar for 4 years when …`; … 的，4年内不得申报. */
  bar: { en: ['bar'], zh: ['内不得申报', '不得申报'], head: 'line' },

  // --------------------------------------------------------------------------------- between measures and applicants
  excludes: { en: ['excludes'], zh: ['不与'], head: 'line' },
  excludesClose: { en: [], zh: ['重复享受'] },
  stacksWith: { en: ['stacks with'], zh: ['可与'], head: 'line' },
  stacksWithClose: { en: [], zh: ['叠加'] },
  allow: { en: ['allow overlap with'], zh: ['允许与'], head: 'line' },
  /** `allow vague-words because …`: what a rule of drafting finds is accepted. */
  allowRule: { en: ['allow'], zh: ['允许'], head: 'line' },
  allowClose: { en: [], zh: ['重叠'] },
  deny: { en: ['deny when'], zh: ['不予支持'], head: 'line' },
  except: { en: ['except'], zh: [] },
  exceptClose: { en: [], zh: ['除外'] },

  // ----------------------------------------------------------------------------------------------------- budgets
  forYears: { en: ['for'], zh: ['连续'], glues: true },
  years: { en: ['years', 'year'], zh: [], contextual: true },
  total: { en: ['total'], zh: ['共'], contextual: true },

  // ---------------------------------------------------------------------------------------------------- examples
  /** `reading 边界 = 甲` in an example; 采用理解 边界 ＝ 甲. */
  tryReading: { en: ['reading'], zh: ['采用理解'], head: 'line' },
  ofMeasure: { en: ['of'], zh: ['用于'] },
  expect: { en: ['expect'], zh: ['应得', '应为'], head: 'line' },
  decide: { en: ['decide'], zh: ['裁量'], head: 'line' },
  granted: { en: ['granted'], zh: ['照付'], contextual: true },
  ceiling: { en: ['ceiling'], zh: ['待评定'], contextual: true },
  selective: { en: ['selective'], zh: ['待遴选'], contextual: true },
  suppressed: { en: ['suppressed'], zh: ['就高未采用'], contextual: true },
  denied: { en: ['denied'], zh: ['不符合'], contextual: true },
  needs: { en: ['needs'], zh: ['缺信息'], contextual: true },
  undecidedOutcome: { en: [], zh: ['待明确'], contextual: true },
  /** `expect exempt holds`: the conditions of a norm. */
  holds: { en: ['holds'], zh: ['成立'], contextual: true },
  doesNotHold: { en: ['does not hold'], zh: ['不成立'], contextual: true },
  /** `hold` in an expectation, where the 应 of its sentence has nothing to stand between. */
  limitNorm: { en: [], zh: ['限制'], contextual: true },
} as const satisfies Record<string, Keyword>;

/** What a keyword is for. */
export type Role = keyof typeof table;

/** Whose words: English, or Chinese as in the official texts. */
export type Vocabulary = 'en' | 'zh';

export const vocabulary: Readonly<Record<Role, Keyword>> = table;

export const roles = Object.keys(table) as readonly Role[];

/** The phrases of a role in one vocabulary, the printed one first; empty where that vocabulary says it in another way. */
export function phrases(role: Role, of: Vocabulary): readonly string[] {
  return vocabulary[role][of];
}

/** The phrase that is printed for a role; undefined where the vocabulary has none. */
export function printed(role: Role, of: Vocabulary): string | undefined {
  return vocabulary[role][of][0];
}

/** Every phrase of both vocabularies with the roles it serves. Full-width brackets are folded, as in the scanner. */
export const rolesOfPhrase: ReadonlyMap<string, readonly Role[]> = (() => {
  const map = new Map<string, Role[]>();
  for (const role of roles) {
    for (const phrase of [...vocabulary[role].en, ...vocabulary[role].zh]) {
      const folded = phrase.replace('（', '(').replace('）', ')');
      const known = map.get(folded);
      if (known === undefined) map.set(folded, [role]);
      else if (!known.includes(role)) known.push(role);
    }
  }
  return map;
})();
