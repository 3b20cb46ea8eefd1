import { define } from '../define.ts';

/** CS4xxx: between measures and between policies. */
export const between = {
  overlap: define('CS4001', {
    severity: 'warning',
    zh: '“{first}”与“{second}”可能为同一申请人在“{matter}”上付两次，没有规则说付哪一项；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" can both pay one applicant on "{matter}", and no rule says which; for example {witness}: {amounts}',
    hint: {
      zh: '确认可叠加，写 stacks with {other}；二者择一，写 excludes {other}，或加叠加规则；情况已知，写 allow overlap with {other} because "…"',
      en: 'if both are meant to be paid, write stacks with {other}; if one is, excludes {other} or a stacking rule; if it is known and accepted, allow overlap with {other} because "…"',
    },
  }),
  shadowed: define('CS4002', {
    severity: 'warning',
    zh: '“{first}”永远付不到：凡符合它的都符合“{second}”，而“{second}”更高，按就高规则只付后者；例：{witness}：{amounts}',
    en: '"{first}" is never paid: whoever qualifies for it qualifies for "{second}", which is higher, and the rule pays the higher one; for example {witness}: {amounts}',
    hint: {
      zh: '检查两条的数额和条件；有意如此，写 allow overlap with {other} because "…"',
      en: 'check the sums and conditions of both; if it is meant, write allow overlap with {other} because "…"',
    },
  }),
  doubleBase: define('CS4007', {
    severity: 'warning',
    zh: '“{first}”与“{second}”都按“{base}”的比例付，同一笔支出可能得两次；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" both pay a share of "{base}", so one expenditure can be paid for twice; for example {witness}: {amounts}',
    hint: {
      zh: '确认可叠加，写 stacks with {other}；只能得一次，写 excludes {other}；情况已知，写 allow overlap with {other} because "…"',
      en: 'if both are meant to be paid, write stacks with {other}; if only one is, excludes {other}; if it is known and accepted, allow overlap with {other} because "…"',
    },
  }),
  duplicate: define('CS4004', {
    severity: 'warning',
    zh: '“{first}”与“{second}”是同一项：同样的对象和条件，在“{matter}”上付同样的数额；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" are one and the same: the same applicants get the same sum on "{matter}"; for example {witness}: {amounts}',
    hint: {
      zh: '删去其中一条；确认要付两次，写 stacks with {other}',
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
      zh: '在新文件里写 replaces {old}，或给旧文件写失效日期；两者并行，写 allow overlap with {other} because "…"',
      en: 'write replaces {old} in the newer document, or give the older one an end date; if both are meant to run, allow overlap with {other} because "…"',
    },
  }),
  equity: define('CS4010', {
    severity: 'warning',
    zh: '“{first}”与“{second}”可能入股同一申请人的同一事项“{matter}”，股权无法比高低；例：{witness}：{amounts}',
    en: '"{first}" and "{second}" can both take equity of one applicant on "{matter}", and shares have no agreed order of size; for example {witness}: {amounts}',
    hint: {
      zh: '写明可否同轮跟投：stacks with {other} 或 excludes {other}；情况已知，写 allow overlap with {other} because "…"',
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
    hint: { zh: '加一行 about 事项{proposal}', en: 'add a line about MATTER{proposal}' },
  }),
  allowanceUnused: define('CS4050', {
    severity: 'warning',
    zh: '“允许与 {other} 重叠”不再适用：两者已经没有需要接受的问题',
    en: 'the acceptance of an overlap with {other} no longer applies: there is nothing left to accept',
    hint: { zh: '删去这一行', en: 'remove the line' },
  }),
} as const;
