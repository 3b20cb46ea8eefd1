import { define } from '../define.ts';

/** CS5100 to CS5199: the code beside the manifest of its text. */
export const coverage = {
  // ------------------------------------------------------------------------------------------------- the manifest
  noManifest: define('CS5101', {
    severity: 'error',
    zh: '没有原文清单 {path}，无法核对条款和数字',
    en: 'there is no manifest {path}, so clauses and figures cannot be compared with the text',
    hint: {
      zh: '用 cuoshi source add 原文.txt --policy {policy} 由原文生成',
      en: 'make it from the text: cuoshi source add TEXT --policy {policy}',
    },
  }),
  manifestNotJson: define('CS5102', {
    severity: 'error',
    zh: '原文清单 {path} 不是 JSON，可能被手工改坏或没有存完',
    en: 'the manifest {path} is not JSON: it may have been edited by hand or cut short',
    hint: {
      zh: '用 cuoshi source add 由原文重新生成',
      en: 'make it anew from the text with cuoshi source add',
    },
  }),
  manifestFormat: define('CS5103', {
    severity: 'error',
    zh: '原文清单 {path} 的格式是 {found}，这里认得的是 {expected}',
    en: 'the manifest {path} has the format {found}; this version knows {expected}',
    hint: {
      zh: '用本版的 cuoshi source add 由原文重新生成',
      en: 'make it anew from the text with cuoshi source add of this version',
    },
  }),
  manifestShape: define('CS5104', {
    severity: 'error',
    zh: '原文清单 {path} 的 {where} 应是 {expected}，实际是 {found}',
    en: 'in the manifest {path}, {where} should be {expected} but is {found}',
    hint: {
      zh: '清单不宜手工修改：用 cuoshi source add 由原文重新生成',
      en: 'a manifest is not meant to be edited: make it anew from the text with cuoshi source add',
    },
  }),
  manifestPolicy: define('CS5105', {
    severity: 'error',
    zh: '原文清单 {path} 是 {found} 的，不是 {policy} 的',
    en: 'the manifest {path} is that of {found}, not of {policy}',
    hint: { zh: '检查 ⟦source¦原文⟧ 一行的文件名', en: 'check the file name in the source line' },
  }),
  noSource: define('CS5106', {
    severity: 'warning',
    zh: '{policy} 没有写原文清单，没有核对',
    en: '{policy} names no manifest of its text and was not compared',
    hint: {
      zh: '在 ⟦policy¦政策⟧ 里加 ⟦source¦原文⟧ "{policy}.source.json"，再由原文生成清单',
      en: 'add source "{policy}.source.json" to the policy and make the manifest from the text',
    },
  }),

  // ------------------------------------------------------------------------------------------------- clauses
  unknownClause: define('CS5110', {
    severity: 'error',
    zh: '原文里没有条款“{clause}”，这里写的数字无从核对{meant}',
    en: 'the text has no clause "{clause}", so what is written for it cannot be compared{meant}',
    hint: {
      zh: '条款号照原文写，从最外一级写起，如 {example}',
      en: 'write the number as printed, outermost first: {example}',
    },
  }),
  clauseOutside: define('CS5111', {
    severity: 'error',
    zh: '“{clause}”是原文之后的解读，不是条款，不能作为依据',
    en: '"{clause}" is commentary after the text, not a clause, and founds nothing',
    hint: { zh: '写出自哪一条', en: 'name the clause it comes from' },
  }),
  measureWithoutClause: define('CS5112', {
    severity: 'warning',
    zh: '“{measure}”没有写条款，不知道和原文哪一条核对',
    en: '"{measure}" names no clause, so nothing says what to compare it with',
    hint: { zh: '加一行 ⟦clause¦条款⟧ "一（一）"', en: 'add a line: clause "一（一）"' },
  }),
  clauseMissing: define('CS5113', {
    severity: 'warning',
    zh: '原文 {clause} 没有对应的措施{holds}',
    en: 'no measure answers clause {clause} of the text{holds}',
    hint: {
      zh: '写一条 ⟦clause¦条款⟧ "{clause}" 的措施；不必编码的，在 ⟦policy¦政策⟧ 里写 ⟦waive "{clause}" because¦不编码 "{clause}"，理由⟧ "…"',
      en: 'write a measure with clause "{clause}", or, where none is due, waive "{clause}" because "…" in the policy',
    },
  }),

  // ------------------------------------------------------------------------------------------------- figures
  figureMissing: define('CS5120', {
    severity: 'warning',
    zh: '原文 {clause} 的 {figure} 代码里没有',
    en: 'clause {clause} says {figure}, which the code does not have',
    hint: {
      zh: '把它写进这一条的措施（文头、结尾的写进 ⟦policy¦政策⟧）；不必编码的，写 ⟦waive "{text}" because¦不编码 "{text}"，理由⟧ "它是什么"',
      en: 'write it into the measures of this clause (of the letterhead or the closing: into the policy), or waive "{text}" because "what it is"',
    },
  }),
  figureExtra: define('CS5121', {
    severity: 'warning',
    zh: '代码里的 {figure}，原文 {clause} 没有',
    en: 'the code says {figure}, which clause {clause} does not',
    hint: {
      zh: '照原文改正；确有所据的，写 ⟦waive "{figure}" because¦不编码 "{figure}"，理由⟧ "出处"',
      en: 'correct it after the text; where it has another ground, waive "{figure}" because "its source"',
    },
  }),
  figureDiffers: define('CS5122', {
    severity: 'warning',
    zh: '原文 {clause} 是 {figure}，代码写的是 {found}',
    en: 'clause {clause} says {figure}, the code says {found}',
    hint: { zh: '改为 {text}', en: 'change it to {text}' },
  }),
  limitDiffers: define('CS5123', {
    severity: 'warning',
    zh: '原文 {clause} 是“{figure}”，代码写成{found}',
    en: 'clause {clause} says "{figure}", the code has it as {found}',
    hint: { zh: '{advice}', en: '{advice}' },
  }),
  figureRepeated: define('CS5124', {
    severity: 'info',
    zh: '{figure} 在代码里比原文 {clause} 多写了一次',
    en: 'the code says {figure} once more often than clause {clause}',
    hint: {
      zh: '原文一个数管几处的，用 ⟦let¦其中⟧ 写一次；多出一项奖补的，删去',
      en: 'where one figure of the text serves several places, say it once with let; a benefit too many should go',
    },
  }),

  // ------------------------------------------------------------------------------------------------- conditions
  conditionMissing: define('CS5130', {
    severity: 'warning',
    zh: '原文 {clause} 有条件“{word}”，代码里没有',
    en: 'clause {clause} has the condition "{word}", which the code does not have',
    hint: {
      zh: '写成这一条的⟦ when，¦条件，⟧名称里带“{word}”；不是条件的，写 ⟦waive "{word}" because¦不编码 "{word}"，理由⟧ "…"',
      en: 'state it in a when of this clause, with "{word}" in the name, or waive "{word}" because "…"',
    },
  }),
  conditionExtra: define('CS5131', {
    severity: 'warning',
    zh: '“{name}”里的“{word}”，原文 {clause} 没有',
    en: '"{name}" says "{word}", which clause {clause} does not',
    hint: {
      zh: '原文没有的条件不要加；照原文改名',
      en: 'add no condition that the text lacks; rename it after the text',
    },
  }),

  // ------------------------------------------------------------------------------------------------- bodies
  bodyMissing: define('CS5140', {
    severity: 'warning',
    zh: '原文 {clause} 的{role}“{body}”，代码里没有',
    en: 'clause {clause} names "{body}" as {role}, the code does not',
    hint: { zh: '{advice}', en: '{advice}' },
  }),
  bodyExtra: define('CS5141', {
    severity: 'warning',
    zh: '代码里的“{body}”，原文 {clause} 没有写',
    en: 'the code names "{body}", which clause {clause} does not',
    hint: { zh: '照原文写责任单位', en: 'name the bodies that the text names' },
  }),
  bodyDiffers: define('CS5142', {
    severity: 'warning',
    zh: '原文 {clause} 的{role}是“{body}”，代码写的是“{found}”',
    en: 'clause {clause} names "{body}" as {role}, the code "{found}"',
    hint: {
      zh: '改为 {body}；同一机构的别名、旧名，写进 ⟦agency 的 alias 或 formerly¦机构 的 又称 或 原⟧',
      en: 'change it to {body}; another or former name of one body belongs to its agency line, as alias or formerly',
    },
  }),

  // ------------------------------------------------------------------------------------------------- waivers, changes
  waiverUnused: define('CS5150', {
    severity: 'warning',
    zh: '不必编码的“{figure}”没有用上：{where}没有它，或者代码里已经有了{meant}',
    en: 'the waiver of "{figure}" is not used: {where} does not have it, or the code has it by now{meant}',
    hint: {
      zh: '删去这一行，或照原文的写法改正；某一条里的，写在那一条的措施里',
      en: 'remove the line, or write it as the text does; what stands in a clause is waived in a measure of that clause',
    },
  }),
  clauseChanged: define('CS5160', {
    severity: 'warning',
    zh: '原文 {clause} 自编码以后改过{changes}',
    en: 'clause {clause} has changed since it was encoded{changes}',
    hint: {
      zh: '对照新文改好措施，再用 cuoshi source add 更新清单',
      en: 'bring the measures in line with the new text, then update the manifest with cuoshi source add',
    },
  }),
  clauseGone: define('CS5161', {
    severity: 'warning',
    zh: '清单里的 {clause} 新文里没有了',
    en: 'clause {clause} of the manifest is gone from the new text',
    hint: {
      zh: '可能删去或换了条款号：对照新文改措施，再用 cuoshi source add 更新清单',
      en: 'it may be dropped or renumbered: revise the measures, then update the manifest with cuoshi source add',
    },
  }),
  clauseMoved: define('CS5163', {
    severity: 'warning',
    zh: '原文 {clause} 换了条款号，现在是 {now}，内容没有变',
    en: 'clause {clause} is now numbered {now}; its text is the same',
    hint: {
      zh: '把措施里的条款改为 {now}，再用 cuoshi source add 更新清单',
      en: 'write {now} in the measures, then update the manifest with cuoshi source add',
    },
  }),
  clauseNew: define('CS5162', {
    severity: 'warning',
    zh: '新文多出 {clause}，清单里没有',
    en: 'the new text has clause {clause}, which the manifest does not',
    hint: {
      zh: '用 cuoshi source add 更新清单，再编码这一条',
      en: 'update the manifest with cuoshi source add, then encode it',
    },
  }),
} as const;
