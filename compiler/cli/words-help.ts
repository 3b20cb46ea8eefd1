import type { Localised } from '../../language/diagnostics/diagnostic.ts';

/** What `--help` says. */
export const help = {
  cuoshi: {
    zh: '措施：把扶持政策写成一两行代码，检查、编译，算出谁得多少、为什么',
    en: 'Cuoshi: write a support policy in a line or two a clause, check it, compile it, see who gets what and why',
  },
  usage: { zh: '<命令> [参数]', en: '<command> [arguments]' },
  edition: { zh: '语言版次', en: 'language edition' },
  version: { zh: '显示版本', en: 'show the version' },
  help: { zh: '显示用法', en: 'show how to use it' },
  helpCommand: { zh: '显示一个命令的用法', en: 'show how to use a command' },
  lang: { zh: '显示用的语言：zh 中文（默认），en 英文', en: 'language of messages: zh or en (default: by locale)' },
  examples: {
    zh: `例：
  cuoshi init 我的政策
  cuoshi check policies/jinan-2026
  cuoshi run policies/jinan-2026 --facts applicants.json
  cuoshi explain policies/jinan-2026 --facts applicants.json 联合培养/硕博培养

退出状态：0 成功；1 输入有错；2 用法不对；70 措施自身的缺陷。`,
    en: `Examples:
  cuoshi init my-policy
  cuoshi check policies/jinan-2026
  cuoshi run policies/jinan-2026 --facts applicants.json
  cuoshi explain policies/jinan-2026 --facts applicants.json 联合培养/硕博培养

Exit status: 0 success; 1 the input has errors; 2 wrong usage; 70 a bug in Cuoshi itself.`,
  },
  policy: { zh: '政策：一个 .cuoshi 文件，或放着它们的文件夹', en: 'a .cuoshi file, or a folder of them' },
  format: { zh: '输出格式：text 给人看，json 给程序用', en: 'text for people, json for programs' },
  check: { zh: '检查政策：错误、警告、建议', en: 'check policies: errors, warnings, advice' },
  rule: {
    zh: '一项检查多严：vague-words=off、CS3020=error；另有 warning、info、hint（可多次，先于 cuoshi.json）',
    en: 'how severe a check is: vague-words=off, CS3020=error; also warning, info, hint (repeatable, before cuoshi.json)',
  },
  denyWarnings: { zh: '有警告也算不通过', en: 'fail on warnings as well' },
  build: {
    zh: '编译：每份政策写出一个 TypeScript 模块和一份数据的 JSON Schema',
    en: 'compile: a TypeScript module and a JSON Schema of its facts for every policy',
  },
  buildOut: { zh: '写到哪个文件夹', en: 'folder to write to' },
  doc: {
    zh: '把政策写成不看代码也能读的文稿：逐条，附表格、目录和待明确之处',
    en: 'render policies as prose for readers who know no code: clause by clause, with tables, an index and open points',
  },
  docFormat: {
    zh: '输出格式：markdown，或 html（一个自足的网页，可按 A4 打印）',
    en: 'markdown, or html: one page that loads nothing and prints on A4',
  },
  docOut: {
    zh: '写到这个文件夹，每份政策一个文件（默认显示在屏幕上）',
    en: 'folder to write to, a file for every policy (default: standard output)',
  },
  run: { zh: '按政策计算每个申报人应得多少', en: 'evaluate what every applicant is entitled to' },
  facts: {
    zh: '申报数据：JSON、JSON Lines 或 CSV，- 为标准输入',
    en: 'facts: JSON, JSON Lines or CSV; - for standard input',
  },
  list: {
    zh: '名单另成一表：平台=platforms.csv，每行一项，applicant 列写申报人（可多次）',
    en: 'a list as a table of its own: NAME=FILE, an item a row, its owner in the column applicant (repeatable)',
  },
  decisions: {
    zh: '评定、遴选的结果：JSON，{"甲大学": {"联合培养/订单培养": "120万元"}}',
    en: 'decisions taken: JSON, {"APPLICANT": {"measure/benefit": "120万元"}}',
  },
  ledger: {
    zh: '已享受待遇的台账：JSON、JSON Lines 或 CSV，每条写 applicant、measure、amount，及 policy、benefit、item、year 或 date',
    en: 'past awards: JSON, JSON Lines or CSV; applicant, measure, amount, and policy, benefit, item, year or date',
  },
  reading: {
    zh: '按某种理解试算，如 边界=甲；可以写几次',
    en: 'try one way of reading what is open, such as boundary=a; may be repeated',
  },
  asOf: {
    zh: '按哪一天计算，如 2026-06-30（默认：数据、政策所写，再次为今天）',
    en: 'date of evaluation (default: the record’s, the policy’s, else today)',
  },
  json: { zh: '每个申报人输出一行 JSON', en: 'write one line of JSON per applicant' },
  runOut: {
    zh: '把 results.jsonl 和 awards.csv 写到这个文件夹',
    en: 'write results.jsonl and awards.csv to this folder',
  },
  summary: {
    zh: '另给整次运行的汇总：按政策、措施、单位、方式合计，名额、资金池、联合封顶（--json 时为最后一行）',
    en: 'also the run as a whole: sums by policy, measure, body and kind, limits, pools, caps over groups (the last line with --json)',
  },
  reference: {
    zh: '用参考解释器计算，不用编译结果',
    en: 'evaluate by the reference interpreter, not by compiled code',
  },
  test: {
    zh: '把算例当测试运行，并指出没有算例到达的分支、上限和条件',
    en: 'run the examples as tests; name branches, caps and conditions that none reaches',
  },
  coverage: {
    zh: '把政策与原文清单逐条核对：条款、数字、条件词、责任单位',
    en: 'compare policies with the manifests of their texts: clauses, figures, conditions, bodies',
  },
  coveragePolicy: { zh: '政策（默认 policies）', en: 'policies (default: policies)' },
  coverageFormat: {
    zh: '输出格式：text 给人看，json 给程序用，sarif 给代码平台用',
    en: 'text for people, json for programs, sarif for code hosts',
  },
  coverageText: {
    zh: '现在的原文，指出编码以后改过的条款；几份政策时写 政策=文件（可多次）',
    en: 'the text as it is now, to tell clauses changed since; POLICY=FILE where there are several (repeatable)',
  },
  coverageHtml: { zh: '另写一个逐条对照的网页', en: 'write a page as well, clause by clause' },
  failUnder: {
    zh: '各项覆盖率低于此数才不通过（默认必须全部相符）',
    en: 'fail only where a kind is covered below this percentage (default: everything must agree)',
  },
  diff: { zh: '比较两个版本：谁多得、谁少得、差多少', en: 'compare two versions: who gains, who loses, by how much' },
  diffUsage: {
    zh: '[选项] <旧版> <新版> ｜ --since <版本> <路径...>',
    en: '[options] <old> <new> | --since <revision> <path...>',
  },
  diffPaths: {
    zh: '旧版和新版的文件或文件夹；有 --since 时，是要比较的文件或文件夹',
    en: 'files or folders of the older and the newer version; with --since, what to compare',
  },
  diffFormat: {
    zh: '终端、JSON、Markdown（备忘录、合并请求的评论）或网页',
    en: 'for the terminal, JSON, Markdown (a memo, a comment on a merge request), or a page',
  },
  diffHtml: {
    zh: '另写一个网页文件，不联网也能打开和打印',
    en: 'also write a page, that opens and prints without a network',
  },
  diffSince: {
    zh: '旧版取 git 里的这个版本（提交、分支或标签）',
    en: 'take the old version from git: a commit, branch or tag',
  },
  diffUntil: {
    zh: '新版也取 git 里的这个版本，不取现在的文件',
    en: 'take the new version from git as well, not from the files',
  },
  diffFailOn: {
    zh: '有更严的（less-generous）、更宽的（more-generous）或任何变化（any）时退出码为 1；有增有减和无法判定的两边都算',
    en: 'exit with 1 where something is less generous, more generous, or changed at all; incomparable and undecided count for both',
  },
  diffAlign: {
    zh: '指明两版里是一回事的：旧名=新名，措施、措施/补助或事实（可重复）',
    en: 'what is one thing in both versions: OLD=NEW, a measure, measure/benefit or fact (repeatable)',
  },
  diffFacts: {
    zh: '再按这些申报人测算：各合计多少，谁多得，谁少得',
    en: 'also over these applicants: what each version comes to, who gains, who loses',
  },
  fmt: { zh: '整理格式', en: 'format sources' },
  files: { zh: '.cuoshi 文件或文件夹', en: '.cuoshi files or folders' },
  fmtCheck: { zh: '只检查，不改写；有未整理的文件则不通过', en: 'change nothing; fail where a file is not formatted' },
  keywords: { zh: '换成中文（zh）或英文（en）关键词', en: 'convert keywords to Chinese (zh) or English (en)' },
  stdin: { zh: '从标准输入读，写到标准输出', en: 'read standard input, write standard output' },
  explain: {
    zh: '逐步说明一笔奖补怎么得出，或为什么没有',
    en: 'explain one award step by step, or why there is none',
  },
  explainPolicy: {
    zh: '政策；后面可接 措施 或 措施/奖补，只说明它',
    en: 'policies; a MEASURE or MEASURE/BENEFIT after them narrows the account',
  },
  applicant: { zh: '只说明这个申报人', en: 'only this applicant' },
  whatIf: {
    zh: '一个申报人的哪项情况变一变，会多得或少得；还差什么，到顶没有',
    en: 'what would raise or lower the awards of an applicant, what was just missed, what is at its cap',
  },
  verify: { zh: '重新计算，核对已有结果', en: 'recompute results and compare' },
  results: { zh: 'cuoshi run 写出的 results.jsonl', en: 'results.jsonl written by cuoshi run' },
  source: {
    zh: '官方原文的清单：条款、数字、条件词、责任单位',
    en: 'manifests of official texts: clauses, figures, conditions, bodies',
  },
  sourceAdd: {
    zh: '读一份官方原文，写出它的清单；已有清单的，说明哪些条款变了',
    en: 'read an official text and write its manifest; where there is one already, say which clauses changed',
  },
  sourceText: {
    zh: '原文：纯文本文件，UTF-8 或 GB18030 编码',
    en: 'the official text: a plain text file in UTF-8 or GB18030',
  },
  sourcePolicy: {
    zh: '哪份政策的原文：政策的文件夹，或政策的名称',
    en: 'the policy it is the source of: its folder or its name',
  },
  sourceOut: {
    zh: '清单写到哪个文件（默认：政策文件夹里的 <名称>.source.json）',
    en: 'file to write (default: NAME.source.json in the folder of the policy)',
  },
  sourceEncoding: { zh: '原文的编码（默认自己判断）', en: 'encoding of the text (default: found out)' },
  sourceShow: { zh: '把一份清单列成表', en: 'show a manifest as a table' },
  sourceManifest: {
    zh: '清单，如 policies/jinan-2026/jinan-2026.source.json',
    en: 'a manifest, such as policies/jinan-2026/jinan-2026.source.json',
  },
  init: {
    zh: '建一份能直接运行的小政策，附算例和样例数据',
    en: 'make a small working policy with an example and sample facts',
  },
  initDir: { zh: '文件夹', en: 'folder' },
  lsp: { zh: '启动语言服务器，供编辑器使用', en: 'start the language server, for editors' },
  lspStdio: { zh: '经标准输入输出通信（默认）', en: 'speak over standard input and output (the default)' },
} as const satisfies Record<string, Localised>;
