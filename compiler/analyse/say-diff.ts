import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';
import { formatMoneyRange, formatYuanFixed } from '../../stdlib/runtime/format.ts';
import type { Range } from '../../stdlib/runtime/types.ts';
import type { BenefitPlan, Expr, SayPart } from '../ir/ir.ts';
import type { Side } from './compete.ts';
import type { Change, Manner, MatterComparison, PolicyDiff, Verdict } from './diff.ts';
import { witnessText } from './say-witness.ts';
import { recordOf } from './witness.ts';

export const verdictWords: Readonly<Record<Verdict, Localised>> = {
  equivalent: { zh: '不变', en: 'equivalent' },
  'more-generous': { zh: '更宽', en: 'more generous' },
  'less-generous': { zh: '更严', en: 'less generous' },
  incomparable: { zh: '有增有减', en: 'incomparable' },
  undecided: { zh: '无法判定', en: 'undecided' },
};

export const mannerWords: Readonly<Record<Manner, Localised>> = {
  entitlement: { zh: '按算式应得', en: 'by formula' },
  selection: { zh: '择优给予定额', en: 'a sum for the selected' },
  ceiling: { zh: '限额内评定', en: 'decided up to a ceiling' },
  open: { zh: '数额未定', en: 'left open' },
};

/** The comparison as people read it on a terminal, matter by matter, then what came and went. */
export function diffText(diff: PolicyDiff, lang: Lang): string {
  const zh = lang === 'zh';
  const lines = [
    zh
      ? `版本对比　${diff.old.name} → ${diff.new.name}${diff.replaces ? '（新文件写明废止旧文件）' : '（新文件没有写明废止旧文件）'}`
      : `${diff.old.name} → ${diff.new.name}${diff.replaces ? ' (the newer one replaces the older)' : ' (the newer one does not say that it replaces the older)'}`,
    '',
    ...diff.compared.flatMap((matter) => [...matterLines(matter, lang), '']),
  ];
  for (const [title, sides] of [
    [zh ? '新增' : 'added', diff.added],
    [zh ? '不再有' : 'dropped', diff.dropped],
  ] as const) {
    if (sides.length === 0) continue;
    lines.push(title, ...sides.map((side) => `  ${sideText(side, lang)}`), '');
  }
  if (diff.compared.length === 0 && diff.added.length === 0 && diff.dropped.length === 0) {
    lines.push(zh ? '两版都没有付钱的措施。' : 'Neither version pays anything.', '');
  }
  return lines.join('\n');
}

function matterLines(matter: MatterComparison, lang: Lang): string[] {
  const zh = lang === 'zh';
  const policies = [...new Set([...matter.old, ...matter.new].map((side) => side.policy))];
  const lines = [
    `${zh ? '事项：' : 'matter: '}${matter.matter}　${verdictWords[matter.verdict][lang]}`,
    ...matter.old.map((side) => `  ${zh ? '旧' : 'old'}　${sideText(side, lang)}`),
    ...matter.new.map((side) => `  ${zh ? '新' : 'new'}　${sideText(side, lang)}`),
  ];
  const change = (label: string, of: Change | undefined): void => {
    if (of === undefined) return;
    const amounts = `${rangeText(of.old, lang)} → ${rangeText(of.new, lang)}`;
    lines.push(`  ${label}　${witnessText(of.witness, policies, lang)}${zh ? '：' : ': '}${amounts}`);
  };
  change(zh ? '▲ 受益' : '▲ gains', matter.gain);
  change(zh ? '▼ 受损' : '▼ loses', matter.loss);
  const list = (values: readonly string[]) => values.join(zh ? '、' : ', ') || (zh ? '无' : 'none');
  if (matter.parties)
    lines.push(`  ${zh ? '对象' : 'parties'}　${list(matter.parties.old)} → ${list(matter.parties.new)}`);
  if (matter.bodies) lines.push(`  ${zh ? '责任' : 'bodies'}　${list(matter.bodies.old)} → ${list(matter.bodies.new)}`);
  if (matter.manner) {
    const words = (manners: readonly Manner[]) => list(manners.map((m) => mannerWords[m][lang]));
    lines.push(`  ${zh ? '方式' : 'manner'}　${words(matter.manner.old)} → ${words(matter.manner.new)}`);
  }
  if (matter.verdict === 'undecided') {
    lines.push(
      zh
        ? '  金额或条件超出能精确比较的范围，只能人工比较'
        : '  an amount or condition lies beyond what is compared exactly: compare it by hand',
    );
  }
  return lines;
}

function sideText({ benefit }: Side, lang: Lang): string {
  const name = benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
  const clause = benefit.clause === undefined ? '' : `${benefit.clause} `;
  return `${clause}${name}${lang === 'zh' ? '：' : ': '}${amountText(benefit, lang)}`;
}

/** What a benefit pays, in the words of its steps, with facts by name. */
export function amountText(benefit: BenefitPlan, lang: Lang): string {
  const steps: string[] = [];
  for (let e: Expr | undefined = benefit.amount; e?.k === 'step'; e = e.of) {
    if (e.role !== 'round') steps.unshift(textOf(e.say[lang]));
  }
  return steps.join(lang === 'zh' ? '，' : ', ');
}

function textOf(parts: readonly SayPart[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : 'chosen' in part ? '' : part.fact.replace(/^.*\./, '')))
    .join('');
}

export function rangeText(range: Range, lang: Lang): string {
  return formatMoneyRange(range.min, range.max, lang);
}

/** The comparison as JSON: verdicts, witnesses as records of facts, money as decimal strings of yuan. */
export function diffJson(diff: PolicyDiff): object {
  const yuan = (fen: number | null) => (fen === null ? null : formatYuanFixed(fen));
  const range = (r: Range) => ({ min: yuan(r.min), max: yuan(r.max) });
  const side = ({ policy, benefit }: Side) => ({
    policy: policy.name,
    measure: benefit.measure,
    benefit: benefit.label,
    clause: benefit.clause ?? null,
    parties: benefit.parties,
    by: benefit.by,
    amount: { zh: amountText(benefit, 'zh'), en: amountText(benefit, 'en') },
  });
  const change = (c: Change | undefined) =>
    c && {
      witness: { facts: recordOf(c.witness, [diff.old, diff.new]), asOf: c.witness.asOf },
      old: range(c.old),
      new: range(c.new),
    };
  return {
    old: diff.old.name,
    new: diff.new.name,
    replaces: diff.replaces,
    compared: diff.compared.map((m) => ({
      matter: m.matter,
      verdict: m.verdict,
      old: m.old.map(side),
      new: m.new.map(side),
      ...(m.gain && { gain: change(m.gain) }),
      ...(m.loss && { loss: change(m.loss) }),
      ...(m.manner && { manner: m.manner }),
      ...(m.parties && { parties: m.parties }),
      ...(m.bodies && { bodies: m.bodies }),
      ...(m.undecided !== undefined && { undecided: m.undecided }),
    })),
    added: diff.added.map(side),
    dropped: diff.dropped.map(side),
  };
}
