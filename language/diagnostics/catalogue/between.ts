import { define } from '../define.ts';

/** CS4xxx: between measures and between policies. */
export const between = {
  overlap: define('CS4001', {
    severity: 'warning',
    zh: '“{first}”与“{second}”可能为同一申请人在“{matter}”上付两次，没有规则说付哪一项；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" can both pay one applicant on "{matter}", and no rule says which; for example {witness}: {amounts}',
    hint: {
      zh: '确认可叠加，写 ⟦stacks with {other}¦可与 {other} 叠加⟧；二者择一，写 ⟦excludes {other}¦不与 {other} 重复享受⟧，或加叠加规则；情况已知，写 ⟦allow overlap with {other} because¦允许与 {other} 重叠，理由⟧ "…"',
      en: 'if both are meant to be paid, write stacks with {other}; if one is, excludes {other} or a stacking rule; if it is known and accepted, allow overlap with {other} because "…"',
    },
  }),
  shadowed: define('CS4002', {
    severity: 'warning',
    zh: '“{first}”永远付不到：凡符合它的都符合“{second}”，而“{second}”更高，按就高规则只付后者；例：{witness}：{amounts}',
    en: '"{first}" is never paid: whoever qualifies for it qualifies for "{second}", which is higher, and the rule pays the higher one; for example {witness}: {amounts}',
    hint: {
      zh: '检查两条的数额和条件；有意如此，写 ⟦allow overlap with {other} because¦允许与 {other} 重叠，理由⟧ "…"',
      en: 'check the sums and conditions of both; if it is meant, write allow overlap with {other} because "…"',
    },
  }),
  doubleBase: define('CS4007', {
    severity: 'warning',
    zh: '“{first}”与“{second}”都按“{base}”的比例付，同一笔支出可能得两次；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" both pay a share of "{base}", so one expenditure can be paid for twice; for example {witness}: {amounts}',
    hint: {
      zh: '确认可叠加，写 ⟦stacks with {other}¦可与 {other} 叠加⟧；只能得一次，写 ⟦excludes {other}¦不与 {other} 重复享受⟧；情况已知，写 ⟦allow overlap with {other} because¦允许与 {other} 重叠，理由⟧ "…"',
      en: 'if both are meant to be paid, write stacks with {other}; if only one is, excludes {other}; if it is known and accepted, allow overlap with {other} because "…"',
    },
  }),
  duplicate: define('CS4004', {
    severity: 'warning',
    zh: '“{first}”与“{second}”是同一项：同样的对象和条件，在“{matter}”上付同样的数额；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" are one and the same: the same applicants get the same sum on "{matter}"; for example {witness}: {amounts}',
    hint: {
      zh: '删去其中一条；确认要付两次，写 ⟦stacks with {other}¦可与 {other} 叠加⟧',
      en: 'remove one of them; if both are meant to be paid, write stacks with {other}',
    },
  }),
  vacuous: define('CS4005', {
    severity: 'warning',
    zh: '“{benefit}”没有人能得到：它的条件不可能同时成立，或成立时数额为 0',
    en: 'nobody can get "{benefit}": its conditions cannot all hold, or where they do it pays nothing',
    hint: {
      zh: '检查条件里的“且”“或”“非”和各个界限',
      en: 'check the and, or and not of its conditions, and their limits',
    },
  }),
  alwaysTrue: define('CS4006', {
    severity: 'warning',
    zh: '“{benefit}”的这个条件对谁都成立，等于没有写',
    en: 'this condition of "{benefit}" holds for everyone and says nothing',
    hint: { zh: '删去它，或改成本来要写的条件', en: 'remove it, or write the condition that was meant' },
  }),
  stale: define('CS4003', {
    severity: 'warning',
    zh: '旧文件仍在施行：“{first}”与新文件“{second}”都付“{matter}”，{rule}；例：{witness}：{amounts}',
    en: 'an older document is still in force: "{first}" and, in the newer one, "{second}" both pay on "{matter}"; {rule}; for example {witness}: {amounts}',
    hint: {
      zh: '在新文件里写 ⟦replaces¦废止⟧ {old}，或给旧文件写失效日期；两者并行，写 ⟦allow overlap with {other} because¦允许与 {other} 重叠，理由⟧ "…"',
      en: 'write replaces {old} in the newer document, or give the older one an end date; if both are meant to run, allow overlap with {other} because "…"',
    },
  }),
  equity: define('CS4010', {
    severity: 'warning',
    zh: '“{first}”与“{second}”可能入股同一申请人的同一事项“{matter}”，股权无法比高低；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" can both take equity of one applicant on "{matter}", and shares have no agreed order of size; for example {witness}: {amounts}',
    hint: {
      zh: '写明可否同轮跟投：⟦stacks with {other}¦可与 {other} 叠加⟧ 或 ⟦excludes {other}¦不与 {other} 重复享受⟧；情况已知，写 ⟦allow overlap with {other} because¦允许与 {other} 重叠，理由⟧ "…"',
      en: 'say whether both may invest: stacks with {other} or excludes {other}; if it is known, allow overlap with {other} because "…"',
    },
  }),
  sharesConflict: define('CS4020', {
    severity: 'error',
    zh: '“{first}”与“{second}”对同一比例给出相反的界限：{one}，{two}，没有一个数同时满足两条；例：{witness}',
    en: '"{first}" and "{second}" bound the same share in opposite ways: {one}; {two}; no figure keeps both; for example {witness}',
    hint: {
      zh: '写明以何者为准，或限定其中一条的对象、条件、期限',
      en: 'say which of them prevails, or narrow whom, when or for how long one of them applies',
    },
  }),
  bodiesConflict: define('CS4021', {
    severity: 'error',
    zh: '“{first}”与“{second}”把同一认定各交给一家：{one}，{two}；例：{witness}',
    en: '"{first}" and "{second}" each give the same recognition to one body alone: {one}; {two}; for example {witness}',
    hint: { zh: '写明由哪一家认定，或写明两家联合', en: 'say which body decides, or name both in each' },
  }),
  overlaps: define('CS4008', {
    severity: 'warning',
    zh: '{measures}这 {count} 条都付“{matter}”，其中 {pairs} 对可能付给同一申请人，没有规则说付哪一项；例：{witness}：{amounts}',
    en: '{count} measures all pay on "{matter}": {measures}; {pairs} pairs of them can meet in one applicant, and no rule says which is paid; for example {witness}: {amounts}',
    hint: {
      zh: '这些条款之间缺一条规则：在文件里写叠加规则（如 ⟦stacking highest¦就高不重复⟧），或在各条里写 ⟦stacks with、excludes¦可与 … 叠加、不与 … 重复享受⟧；个别一对情况已知，写 ⟦allow overlap with … because¦允许与 … 重叠，理由⟧ "…"',
      en: 'what is missing is one rule for all of them: a stacking rule of the document (such as stacking highest), or stacks with and excludes in the measures; accept single pairs with allow overlap with … because "…"',
    },
  }),
  staleTogether: define('CS4009', {
    severity: 'warning',
    zh: '旧文件仍在施行，与新文件在“{matter}”上一共有 {pairs} 对重叠：{measures}；例：{witness}：{amounts}',
    en: 'an older document is still in force beside a newer one, and {pairs} pairs of measures both pay on "{matter}": {measures}; for example {witness}: {amounts}',
    hint: {
      zh: '在新文件里写 ⟦replaces¦废止⟧ 旧文件，或给旧文件写失效日期；两者并行，写 ⟦allow overlap with … because¦允许与 … 重叠，理由⟧ "…"',
      en: 'write replaces in the newer document, or give the older one an end date; if both are meant to run, allow overlap with … because "…"',
    },
  }),
  doubleBases: define('CS4011', {
    severity: 'warning',
    zh: '{measures}这 {count} 条都按“{matter}”的比例付，同一笔支出可能得几次；例：{witness}：{amounts}',
    en: '{count} measures all pay a share of "{matter}": {measures}; one expenditure can be paid for several times; for example {witness}: {amounts}',
    hint: {
      zh: '确认可叠加，各写 ⟦stacks with¦可与 … 叠加⟧；只能得一次，写 ⟦excludes，或 stacking choose one between …¦不与 … 重复享受，或 择一享受 限于 …⟧；情况已知，写 ⟦allow overlap with … because¦允许与 … 重叠，理由⟧ "…"',
      en: 'write stacks with in those that are meant to add up, excludes or stacking choose one between … where only one is paid, or allow overlap with … because "…"',
    },
  }),
  budget: define('CS4015', {
    severity: 'warning',
    zh: '一个申请人就能用完“{pool}”：同时可得 {claims}，共{sum}，而资金只有{limit}；例：{witness}',
    en: 'one applicant alone can use up "{pool}": {claims} at once come to {sum}, and it holds {limit}; for example {witness}',
    hint: {
      zh: '核对资金总额和各项上限；资金确实不够时，写明怎样分配（⟦pro rata 或 in order of …¦按比例分配 或 按先后分配⟧）、名额或每个申请人的合计上限',
      en: 'check the sum of the pool and the ceilings; where it does not suffice, say how it is shared (pro rata, or in order of …), a quota, or a cap for one applicant over all measures',
    },
  }),
  related: define('CS4016', {
    severity: 'hint',
    zh: '{measures}同属“{parent}”，由同一项“{process}”评定，可能为同一批对象付几次；例：{witness}：{amounts}',
    en: '{measures} lie under one matter, "{parent}", and one "{process}" decides them: the same students or projects may be paid for more than once; for example {witness}: {amounts}',
    hint: {
      zh: '事项不同，叠加规则管不到它们：不得重复的，写 ⟦excludes {other}¦不与 {other} 重复享受⟧；确认可以叠加的，写 ⟦stacks with {other}¦可与 {other} 叠加⟧',
      en: 'their matters differ, so no stacking rule reaches them: write excludes {other} if only one is paid, stacks with {other} if both are',
    },
  }),
  denialConflict: define('CS4022', {
    severity: 'warning',
    zh: '“{first}”免责的情形，“{second}”却因此不予支持：{one}，而“{reason}”的不付；例：{witness}',
    en: '"{first}" exempts from what "{second}" denies its money for: {one}, while "{reason}" is denied; for example {witness}',
    hint: {
      zh: '在不予支持的条件里排除已免责的情形，或限定免责的范围；两者并行有意如此，写 ⟦allow overlap with {other} because¦允许与 {other} 重叠，理由⟧ "…"',
      en: 'leave what is exempt out of the denial, or narrow the exemption; if both are meant, write allow overlap with {other} because "…"',
    },
  }),
  punishmentConflict: define('CS4023', {
    severity: 'warning',
    zh: '“{first}”免责的情形，“{second}”却照样追究：{one}，而“{reason}”；例：{witness}',
    en: '"{first}" exempts from what "{second}" still punishes: {one}, while {reason}; for example {witness}',
    hint: {
      zh: '在追究的条件里排除已免责的情形，或限定免责的范围；两者并行有意如此，写 ⟦allow overlap with {other} because¦允许与 {other} 重叠，理由⟧ "…"',
      en: 'leave what is exempt out of the sanction, or narrow the exemption; if both are meant, write allow overlap with {other} because "…"',
    },
  }),
  redundant: define('CS4017', {
    severity: 'info',
    zh: '“{benefit}”的这个条件多余：其余条件成立时它必然成立',
    en: 'this condition of "{benefit}" is redundant: it holds wherever the others do',
    hint: { zh: '删去它，或改正写错的界限', en: 'remove it, or correct the limit that was meant' },
  }),
  undecidedPair: define('CS4030', {
    severity: 'info',
    zh: '“{first}”与“{second}”会不会在“{matter}”上付给同一申请人，无法判定：{why}',
    en: 'whether "{first}" and "{second}" can pay one applicant on "{matter}" could not be decided: {why}',
    hint: {
      zh: '把条件改写成对单个事实的比较，或写明两者的关系',
      en: 'write the conditions as comparisons of single facts, or say how the two stand to each other',
    },
  }),
  matterMissing: define('CS4040', {
    severity: 'info',
    zh: '“{benefit}”没有写事项，不会与任何措施比较，重复也查不出来',
    en: '"{benefit}" names no matter, so it is compared with nothing and no overlap of it can be found',
    hint: { zh: '加一行 ⟦about¦事项⟧ 事项{proposal}', en: 'add a line about MATTER{proposal}' },
  }),
  allowanceUnused: define('CS4050', {
    severity: 'warning',
    zh: '“允许与 {other} 重叠”不再适用：两者已经没有需要接受的问题',
    en: 'the acceptance of an overlap with {other} no longer applies: there is nothing left to accept',
    hint: { zh: '删去这一行', en: 'remove the line' },
  }),
} as const;
