import { define } from '../define.ts';

/** CS6020 to CS6099: files of facts, decisions and results. What is wrong within a record is CS6001 to CS6019. */
export const runs = {
  noFile: define('CS6020', {
    severity: 'error',
    zh: '没有这个文件：{file}',
    en: 'There is no such file: {file}',
    hint: { zh: '检查路径和文件名的写法', en: 'Check the path and the spelling of the name' },
  }),
  notText: define('CS6021', {
    severity: 'error',
    zh: '{file} 是{format}，不是文本，读不出申报数据',
    en: '{file} is {format}, not text, so no facts can be read from it',
    hint: {
      zh: '另存为 CSV UTF-8（逗号分隔）、JSON 或 JSON Lines 再用',
      en: 'Save it as CSV UTF-8, JSON or JSON Lines and use that',
    },
  }),
  tooLarge: define('CS6022', {
    severity: 'error',
    zh: '{file} 有 {size}，JSON 要整个读进来，最大 {limit}',
    en: '{file} is {size}; JSON is read as a whole, up to {limit}',
    hint: {
      zh: '改成 JSON Lines（一行一个申报人）或 CSV：逐条读，大小不限',
      en: 'Write it as JSON Lines (one applicant a line) or CSV: they are read record by record, whatever their size',
    },
  }),
  noRecords: define('CS6023', {
    severity: 'error',
    zh: '{file} 里没有申报数据：{found}',
    en: '{file} holds no facts: {found}',
    hint: {
      zh: 'JSON 写成 [{"applicant": "甲大学", …}]，CSV 第一行写列名，其下一行一个申报人',
      en: 'Write JSON as [{"applicant": "…", …}]; in CSV, a header row and then one applicant a row',
    },
  }),
  jsonSyntax: define('CS6024', {
    severity: 'error',
    zh: 'JSON 写法有误，读到第 {column} 列“{found}”处读不下去',
    en: 'This is not JSON: reading stops at column {column}, at “{found}”',
    hint: {
      zh: '常见的是少了或多了逗号、引号没有成对、用了全角引号',
      en: 'Usually a comma too many or too few, an unpaired quote, or a full-width quote',
    },
  }),
  jsonTooDeep: define('CS6025', {
    severity: 'error',
    zh: 'JSON 嵌套层数过多，不可能是申报数据',
    en: 'The JSON is nested too deeply to be facts',
    hint: {
      zh: '一个申报人是一个对象，其中的名单再深一层',
      en: 'An applicant is one object; a list within it is one level deeper',
    },
  }),
  notRecord: define('CS6026', {
    severity: 'error',
    zh: '这里应是一个申报人的数据（JSON 对象），实际是{found}',
    en: 'An applicant’s facts (a JSON object) were expected here, but this is {found}',
    hint: { zh: '写成 {"applicant": "甲大学", "硕士": 60}', en: 'Write {"applicant": "…", "硕士": 60}' },
  }),
  duplicateKey: define('CS6027', {
    severity: 'error',
    zh: '“{key}”在同一条数据里写了两次，不知道以哪个为准',
    en: '“{key}” is given twice in one record, and nothing says which one counts',
    hint: { zh: '删去其中一个', en: 'Remove one of them' },
  }),
  csvQuote: define('CS6028', {
    severity: 'error',
    zh: '这一行的引号没有成对，分不清各列',
    en: 'The quotes in this row do not pair up, so its columns cannot be told apart',
    hint: {
      zh: '含逗号或引号的内容整格用 " 括起，格内的 " 写成 ""',
      en: 'Put a cell that holds commas or quotes in " and write an inner " as ""',
    },
  }),
  csvColumns: define('CS6029', {
    severity: 'error',
    zh: '这一行有 {found} 列，列名有 {expected} 个',
    en: 'This row has {found} columns, the header {expected}',
    hint: {
      zh: '看是否有没加引号的逗号，例如写成 1,000 的数',
      en: 'Look for a comma without quotes, as in a number written 1,000',
    },
  }),
  csvHeader: define('CS6030', {
    severity: 'error',
    zh: '列名“{column}”{what}',
    en: 'The column name “{column}” {what}',
    hint: { zh: '每列第一行写一个不同的数据名', en: 'Give each column a different fact name in the first row' },
  }),
  listNoApplicant: define('CS6031', {
    severity: 'error',
    zh: '“{list}”表的这一行没有 applicant，不知道是谁的',
    en: 'This row of the table of “{list}” has no applicant, so nothing says whose it is',
    hint: {
      zh: '表里要有 applicant 列，每行写上申报人，与主表一致',
      en: 'Give the table a column applicant and fill it in every row, with the names of the main table',
    },
  }),
  listApplicant: define('CS6032', {
    severity: 'error',
    zh: '“{list}”的表里有“{applicant}”，主表里没有这个申报人{suggestion}',
    en: 'The table of “{list}” names “{applicant}”, whom the main table does not have{suggestion}',
    hint: { zh: '两张表的 applicant 要写得一样', en: 'Write applicant the same way in both tables' },
  }),
  listTwice: define('CS6033', {
    severity: 'error',
    zh: '“{applicant}”的“{list}”既在这条数据里，又在另一张表里',
    en: '“{list}” of “{applicant}” is given both in this record and in a table of its own',
    hint: { zh: '只留一处', en: 'Keep one of the two' },
  }),
  sameApplicant: define('CS6034', {
    severity: 'warning',
    zh: '“{applicant}”在第 {first} 条和第 {second} 条各出现一次，会各算一遍',
    en: '“{applicant}” is both record {first} and record {second}; each is evaluated by itself',
    hint: {
      zh: '同一申报人的数据合成一条；确是两个申报人的，改成不同的名称',
      en: 'Join the facts of one applicant into one record, or give two applicants different names',
    },
  }),
  decisionsForm: define('CS6036', {
    severity: 'error',
    zh: '认定结果写法有误：{found}',
    en: 'The decisions cannot be used: {found}',
    hint: {
      zh: '写成 {"甲大学": {"联合培养/订单培养": "120万元"}}，择优类的写 true 或 false',
      en: 'Write {"APPLICANT": {"measure/benefit": "120万元"}}, and true or false for a selection',
    },
  }),
  decisionsApplicant: define('CS6037', {
    severity: 'error',
    zh: '认定结果里的“{applicant}”不在申报数据里{suggestion}',
    en: 'The decisions name “{applicant}”, who is not among the applicants{suggestion}',
    hint: { zh: '两处的申报人名称要写得一样', en: 'Write the applicant the same way in both files' },
  }),
  ledgerNoApplicant: define('CS6038', {
    severity: 'error',
    zh: '台账的这一条没有写是哪个申报人的',
    en: 'This entry of the ledger does not say whose it is',
    hint: {
      zh: '在 applicant 列写申报人的名称；整份台账在改好之前不采用',
      en: 'Name the applicant in the column applicant; until then the whole ledger is left out',
    },
  }),
  ledgerName: define('CS6039', {
    severity: 'warning',
    zh: '台账里的“{name}”不是这些政策的政策、措施或待遇{suggestion}，这一笔不会算作以往所得',
    en: 'The ledger names “{name}”, which is no policy, measure or benefit here{suggestion}; the award counts for nothing',
    hint: {
      zh: '名称要和政策里写得一样；确是别的文件的，在 policy 列写那份文件的名称',
      en: 'Write the name as the policy does; of an award of another document, name that document in the column policy',
    },
  }),
  resultsForm: define('CS6040', {
    severity: 'error',
    zh: '第 {line} 行不是 cuoshi run 写出的结果：{found}',
    en: 'Line {line} is not a result written by cuoshi run: {found}',
    hint: {
      zh: '用 cuoshi run --json 或 --out 写出的 results.jsonl',
      en: 'Use the output of cuoshi run --json, or results.jsonl from --out',
    },
  }),
} as const;
