import { define } from '../define.ts';

/**
 * CS6001 to CS6019: what is wrong within a record or with a decision. `stdlib/runtime/problems.ts` says the same, because
 * emitted modules import nothing; a test holds the two together.
 */
export const facts = {
  unknownFact: define('CS6001', {
    severity: 'error',
    zh: '“{field}”不是这里用到的数据，{expected}',
    en: '“{field}” is not a fact that is used here: {expected}',
    hint: {
      zh: '按政策里的名称或别名填写；多余的列删去，免得以为已经算进去',
      en: 'Use the name or alias that the policy declares; remove what it does not read, so that nobody takes it for counted',
    },
  }),
  wrongFactType: define('CS6002', {
    severity: 'error',
    zh: '“{field}”应填{expected}，实际是{found}',
    en: '“{field}” must be {expected}, not {found}',
    hint: { zh: '改成所说的写法；不知道的就空着', en: 'Write it as said, or leave out what is not known' },
  }),
  negativeFact: define('CS6003', {
    severity: 'error',
    zh: '“{field}”不能为负，应填{expected}，实际是{found}',
    en: '“{field}” cannot be negative: it must be {expected}, not {found}',
    hint: {
      zh: '核对正负号；确实可以为负的，在政策里声明为“可为负”',
      en: 'Check the sign; where it may be negative, declare the fact as signed',
    },
  }),
  factOutOfRange: define('CS6004', {
    severity: 'error',
    zh: '“{field}”的{found}超出能准确计算的范围，应在{expected}之内',
    en: '“{field}” is {found}, beyond what can be computed exactly: it must lie within {expected}',
    hint: {
      zh: '检查单位和位数，例如把元当成了万元',
      en: 'Check the unit and the digits: 元 taken for 万元, for instance',
    },
  }),
  unknownMember: define('CS6005', {
    severity: 'error',
    zh: '“{field}”没有{found}这一类，应是{expected}',
    en: '“{field}” has no member {found}: it must be {expected}',
    hint: { zh: '从所列的类别中选一个，原样填写', en: 'Choose one of the members and write it as it stands' },
  }),
  amountTooLarge: define('CS6006', {
    severity: 'error',
    zh: '“{field}”的金额{found}，超出能准确计算的范围（{expected}），这一项未列入结果',
    en: 'the amount of “{field}” is {found}, beyond what can be computed exactly ({expected}), so it is left out',
    hint: { zh: '检查申报数据的单位和位数', en: 'Check the units and the digits of the facts' },
  }),
  decisionRejected: define('CS6007', {
    severity: 'error',
    zh: '认定结果“{field}”不能采用：应是{expected}，实际是{found}',
    en: 'the decision “{field}” cannot be used: it must be {expected}, not {found}',
    hint: {
      zh: '对照条款的上下限核对认定的金额',
      en: 'Check what was decided against the bounds that the clause gives',
    },
  }),
  unknownDecision: define('CS6008', {
    severity: 'error',
    zh: '认定结果“{field}”对不上任何一项，{expected}',
    en: 'the decision “{field}” names no benefit: {expected}',
    hint: {
      zh: '写作 措施/待遇，逐项的写作 措施/待遇/序号；没有标签的待遇只写措施名',
      en: 'Write measure/benefit, with /number for an item; a benefit without a label goes by its measure alone',
    },
  }),
  factTooFine: define('CS6009', {
    severity: 'error',
    zh: '“{field}”的{found}位数过细，无法准确计算，应填{expected}',
    en: '“{field}” is {found}, too fine to be computed exactly: it must be {expected}',
    hint: {
      zh: '自己先取舍到所说的位数；系统从不替人四舍五入填报的数',
      en: 'Round it yourself: what is given as a fact is never rounded here',
    },
  }),
  wrongItem: define('CS6010', {
    severity: 'error',
    zh: '“{field}”应是{expected}，实际是{found}',
    en: '“{field}” must be {expected}, not {found}',
    hint: {
      zh: '名单写成 [{…}, {…}]，没有的写 []，不知道的空着',
      en: 'Write a list as [{…}, {…}]; none is [], and unknown is left out',
    },
  }),
  factTwice: define('CS6011', {
    severity: 'error',
    zh: '“{field}”填了两次，第二次写作“{found}”，应{expected}',
    en: '“{field}” is given twice, the second time as “{found}”: {expected}',
    hint: { zh: '名称和别名是同一项，留一个', en: 'A name and its alias are one fact: keep one of them' },
  }),
  unknownPartyGiven: define('CS6012', {
    severity: 'error',
    zh: '没有“{found}”这一类主体，{expected}',
    en: 'there is no kind of party “{found}”: {expected}',
    hint: { zh: '按政策里的主体名称填写，或不填 party', en: 'Name a kind of party of the policy, or leave party out' },
  }),
  recordExpected: define('CS6013', {
    severity: 'error',
    zh: '一条数据应是{expected}，实际是{found}',
    en: 'a record must be {expected}, not {found}',
    hint: { zh: '一个申报人一个对象', en: 'Give one object an applicant' },
  }),
  reservedName: define('CS6014', {
    severity: 'error',
    zh: '“{field}”是保留的名称，应填{expected}，实际是{found}',
    en: '“{field}” is a reserved name: it must be {expected}, not {found}',
    hint: {
      zh: 'applicant、id、party、asOf、decisions、ledger 有固定用途',
      en: 'applicant, id, party, asOf, decisions and ledger have fixed uses',
    },
  }),
  pastAward: define('CS6015', {
    severity: 'error',
    zh: '已享受待遇的“{field}”应是{expected}，实际是{found}',
    en: '“{field}” of the past awards must be {expected}, not {found}',
    hint: {
      zh: '每条写明措施、金额，最好也写年份或日期',
      en: 'each entry names a measure and an amount, and best a year or a date as well',
    },
  }),
} as const;
