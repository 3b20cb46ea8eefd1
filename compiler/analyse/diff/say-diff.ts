import type { Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import { formatMoney, formatMoneyRange } from '../../../stdlib/runtime/format.ts';
import type { Range } from '../../../stdlib/runtime/types.ts';
import type { BenefitPlan, Expr, Family } from '../../ir/ir.ts';
import type { Settlement, Side } from '../compete.ts';
import { witnessText } from '../say-witness.ts';
import { saying } from './details.ts';
import { smallestTelling } from './generosity.ts';
import type { Change, Direction, Largest, Lone, Manner, MatterComparison, PolicyDiff, Verdict } from './model.ts';
import { isUnchanged } from './model.ts';
import { alignedWords, aspectWords, mannerWords, verdictSigns, verdictWords, wordOf } from './words.ts';

/** One thing that changed beside the amounts, in words. */
export interface SaidChange {
  readonly aspect: string;
  readonly old: string;
  readonly new: string;
}

/** The comparison as people read it on a terminal: a summary, matter by matter, then what came and went. */
export function diffText(diff: PolicyDiff, lang: Lang): string {
  const zh = lang === 'zh';
  const changed = diff.compared.filter((matter) => !isUnchanged(matter));
  const lines = [
    `${zh ? '版本对比　' : 'Comparison: '}${diff.old.name} → ${diff.new.name}${zh ? '（' : ' ('}${repealText(diff, lang)}${zh ? '）' : ')'}`,
    summaryText(diff, lang),
    '',
    ...changed.flatMap((matter) => [...matterLines(matter, lang), '']),
  ];
  const same = diff.compared.filter(isUnchanged);
  if (same.length > 0)
    lines.push(
      `${zh ? '不变：' : 'Unchanged: '}${someOf(
        same.map((m) => m.matter),
        lang,
      )}`,
      '',
    );
  for (const [title, sides] of [
    [zh ? '新增' : 'added', diff.added],
    [zh ? '不再有' : 'dropped', diff.dropped],
  ] as const) {
    if (sides.length > 0) lines.push(title, ...sides.map((side) => `  ${loneText(side, lang)}`), '');
  }
  lines.push(...otherLines(diff, lang));
  if (diff.compared.length + diff.added.length + diff.dropped.length === 0) {
    lines.push(zh ? '两版都没有付钱的措施。' : 'Neither version pays anything.', '');
  }
  return lines.join('\n');
}

/** Whether the new one repeals the old one. */
export function repealText(diff: PolicyDiff, lang: Lang): string {
  const zh = lang === 'zh';
  if (diff.old.name === diff.new.name) return zh ? '同一政策的两版' : 'two versions of one policy';
  if (diff.replaces) return zh ? '新文件写明废止旧文件' : 'the newer one replaces the older';
  return zh ? '新文件没有写明废止旧文件' : 'the newer one does not say that it replaces the older';
}

/** How many matters have which verdict. */
export function summaryText(diff: PolicyDiff, lang: Lang): string {
  const counts = new Map<Verdict, number>();
  for (const { verdict } of diff.compared) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const parts = (Object.keys(verdictWords) as Verdict[]).flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [`${verdictSigns[verdict]} ${verdictWords[verdict][lang]} ${count}`];
  });
  if (diff.added.length > 0) parts.push(`＋ ${lang === 'zh' ? '新增' : 'added'} ${diff.added.length}`);
  if (diff.dropped.length > 0) parts.push(`－ ${lang === 'zh' ? '不再有' : 'dropped'} ${diff.dropped.length}`);
  return parts.join(lang === 'zh' ? '　' : ', ');
}

function matterLines(matter: MatterComparison, lang: Lang): string[] {
  const zh = lang === 'zh';
  const aligned =
    matter.by === 'matter' ? '' : zh ? `（${alignedWords[matter.by].zh}）` : ` (${alignedWords[matter.by].en})`;
  const lines = [
    `${zh ? '事项：' : 'matter: '}${matter.matter}${aligned}　${verdictSigns[matter.verdict]} ${verdictWords[matter.verdict][lang]}`,
    ...matter.old.map((side) => `  ${zh ? '旧' : 'old'}　${sideText(side, lang)}`),
    ...matter.new.map((side) => `  ${zh ? '新' : 'new'}　${sideText(side, lang)}`),
    ...effectsOf(matter, lang).map(({ label, text }) => `  ${label}　${text}`),
    ...changesOf(matter, lang).map(({ aspect, old, new: now }) => `  ${aspect}　${old} → ${now}`),
  ];
  return lines;
}

/** Who gains, who loses and how far, who is paid only before or only now: each with a label. */
export function effectsOf(
  matter: MatterComparison,
  lang: Lang,
): readonly {
  readonly kind: 'gain' | 'loss' | 'now' | 'before' | 'note';
  readonly label: string;
  readonly text: string;
}[] {
  const zh = lang === 'zh';
  const policies = [...new Set([...matter.old, ...matter.new].map((side) => side.policy))];
  const shown = (of: Change): string =>
    `${witnessText(of.witness, policies, lang)}${zh ? '：' : ': '}${rangeText(of.old, lang)} → ${rangeText(of.new, lang)}`;
  const found: { kind: 'gain' | 'loss' | 'now' | 'before' | 'note'; label: string; text: string }[] = [];
  for (const kind of ['gain', 'loss'] as const) {
    const direction = matter[kind];
    if (direction === undefined) continue;
    const label = kind === 'gain' ? (zh ? '▲ 受益' : '▲ gains') : zh ? '▼ 受损' : '▼ loses';
    found.push({ kind, label, text: shown(direction) });
    found.push({ kind, label: zh ? '　 最多' : '  at most', text: largestText(direction, kind, shown, lang) });
  }
  if (matter.onlyNow)
    found.push({ kind: 'now', label: zh ? '＋ 现在才有' : '＋ only now', text: shown(matter.onlyNow) });
  if (matter.onlyBefore) {
    found.push({ kind: 'before', label: zh ? '－ 过去才有' : '－ only before', text: shown(matter.onlyBefore) });
  }
  if (matter.amongBoth && matter.amongBoth !== matter.verdict) {
    const verdict = verdictWords[matter.amongBoth][lang];
    found.push({
      kind: 'note',
      label: zh ? '两版都付的人' : 'paid under both',
      text: `${verdictSigns[matter.amongBoth]} ${verdict}`,
    });
  }
  if (matter.verdict === 'undecided') {
    const text = zh
      ? '金额或条件超出能精确比较的范围，只能人工比较'
      : 'an amount or condition lies beyond what is compared exactly: compare it by hand';
    found.push({ kind: 'note', label: verdictWords.undecided[lang], text });
  }
  return found;
}

function largestText(
  { largest, amongBoth, end, witness }: Direction,
  kind: 'gain' | 'loss',
  shown: (of: Change) => string,
  lang: Lang,
): string {
  const zh = lang === 'zh';
  const figure = (of: Largest): string => largestFigure(of, kind, lang);
  const parts = [figure(largest)];
  if (end === 'low') parts.push(zh ? '变的是下限' : 'it is the lower end that moves');
  if (largest.at && JSON.stringify(largest.at.witness.facts) !== JSON.stringify(witness.facts))
    parts.push(shown(largest.at));
  if (amongBoth && isApart(amongBoth, largest)) {
    parts.push(zh ? `两版都付的人 ${figure(amongBoth)}` : `among those paid under both ${figure(amongBoth)}`);
  }
  return parts.join(zh ? '；' : '; ');
}

/** Whether two figures are told apart: not where one is paid next to nothing, the other nothing. */
function isApart(a: Largest, b: Largest): boolean {
  if (a.by === null || b.by === null) return a.by !== b.by;
  return Math.abs(a.by - b.by) >= smallestTelling;
}

/** ＋500万元（已证明） */
export function largestFigure({ by, proved }: Largest, kind: 'gain' | 'loss', lang: Lang): string {
  if (by === null) return lang === 'zh' ? '没有上限' : 'without limit';
  const sum = `${kind === 'gain' ? '＋' : '－'}${formatMoney(by, lang)}`;
  if (proved) return lang === 'zh' ? `${sum}（已证明）` : `${sum} (proved)`;
  return lang === 'zh' ? `${sum}（已知的最大，未证明）` : `${sum} (the largest found, not proved)`;
}

/** What changed beside the amounts, each with both sides in words. */
export function changesOf(matter: MatterComparison, lang: Lang): readonly SaidChange[] {
  const found: SaidChange[] = [];
  const add = (aspect: keyof typeof aspectWords, old: readonly string[], now: readonly string[]): void => {
    found.push({ aspect: aspectWords[aspect][lang], old: list(old, lang), new: list(now, lang) });
  };
  if (matter.parties) add('parties', matter.parties.old, matter.parties.new);
  if (matter.bodies) add('bodies', matter.bodies.old, matter.bodies.new);
  if (matter.manner) {
    const words = (manners: readonly Manner[]) => manners.map((m) => mannerWords[m][lang]);
    add('manner', words(matter.manner.old), words(matter.manner.new));
  }
  for (const { aspect, old, new: now } of matter.details) {
    const words = (said: readonly Localised[]) => said.map((s) => wordOf(aspect, s)[lang]);
    add(aspect, words(old), words(now));
  }
  // A rate is often all that the amount says.
  return found.filter((one, i) => !found.slice(0, i).some((other) => other.old === one.old && other.new === one.new));
}

function otherLines(diff: PolicyDiff, lang: Lang): string[] {
  const zh = lang === 'zh';
  const lines: string[] = [];
  const none = zh ? '无' : 'none';
  if (diff.items.length > 0) {
    lines.push(zh ? '资金池、叠加规则和文件说明' : 'pools, stacking and the heads of the documents');
    for (const { name, old, new: now } of diff.items) {
      lines.push(`  ${name[lang]}${zh ? '：' : ': '}${old?.[lang] ?? none} → ${now?.[lang] ?? none}`);
    }
    lines.push('');
  }
  const { changed, added, dropped } = diff.norms;
  if (changed.length > 0) {
    lines.push(zh ? '目标、权利和义务有变的' : 'targets, rights and duties that changed');
    for (const { old, new: now } of changed) lines.push(`  ${old.say[lang]} → ${now.say[lang]}`);
    lines.push('');
  }
  if (added.length + dropped.length > 0) {
    lines.push(
      zh
        ? `目标、权利和义务：新增 ${added.length} 条，不再有 ${dropped.length} 条（--format markdown 逐条列出）`
        : `targets, rights and duties: ${added.length} added, ${dropped.length} dropped (--format markdown lists them)`,
      '',
    );
  }
  const together = togetherLines(diff, lang);
  if (together.length > 0)
    lines.push(zh ? '两个文件并行时' : 'while both are in force', ...together.map((l) => `  ${l}`), '');
  return lines;
}

/** What happens where both documents stay in force: one line for each pair of measures that meet, then for what is alike. */
export function togetherLines(diff: PolicyDiff, lang: Lang): readonly string[] {
  const zh = lang === 'zh';
  const { findings, unchanged } = diff.together;
  return [
    ...findings.map(({ matter, measures: [a, b], settled, settlement }) => {
      const names = `${a.benefit.measure}${zh ? ' 与 ' : ' and '}${b.benefit.measure}`;
      const rule = ruleText(settled ? settlement : undefined, a.benefit.family, lang);
      return zh ? `${matter}：${names}，${rule}` : `${matter}: ${names}; ${rule}`;
    }),
    ...unchanged.map(({ matters, family, settlement }) => {
      const rule = ruleText(settlement, family, lang);
      const [n, names] = [matters.length, someOf(matters, lang)];
      return zh
        ? `两份文件写法相同的 ${n} 个事项，${rule}：${names}`
        : `${n} ${n === 1 ? 'matter' : 'matters'} on which both say the same; ${rule}: ${names}`;
    }),
  ];
}

function ruleText(settlement: Settlement | undefined, family: Family, lang: Lang): string {
  const zh = lang === 'zh';
  if (settlement === undefined) return zh ? '没有规则说付哪一项' : 'no rule says which is paid';
  if (family === 'equity') {
    return zh ? '股权无法比高低，就高规则定不了' : 'shares in companies cannot be ranked';
  }
  const by = settlement.policy.name;
  return zh ? `按 ${by} 的规则只付一项` : `by the rule of ${by} one of them is paid`;
}

const mostNamed = 20;

/** The first of many names, and how many there are. */
export function someOf(names: readonly string[], lang: Lang): string {
  if (names.length <= mostNamed) return list(names, lang);
  const first = list(names.slice(0, mostNamed), lang);
  return lang === 'zh' ? `${first}等 ${names.length} 项` : `${first} and ${names.length - mostNamed} more`;
}

export function list(values: readonly string[], lang: Lang): string {
  return values.join(lang === 'zh' ? '、' : ', ') || (lang === 'zh' ? '无' : 'none');
}

export function sideText({ benefit }: Side, lang: Lang): string {
  const clause = benefit.clause === undefined ? '' : `${benefit.clause} `;
  return `${clause}${sideName(benefit)}${lang === 'zh' ? '：' : ': '}${amountText(benefit, lang)}`;
}

export function sideName(benefit: BenefitPlan): string {
  return benefit.label === null ? benefit.measure : `${benefit.measure}/${benefit.label}`;
}

function loneText(side: Lone, lang: Lang): string {
  const zh = lang === 'zh';
  const { matter } = side.benefit;
  const kinds = matter !== undefined && 'fact' in matter && side.matters.length > 0 ? list(side.matters, lang) : '';
  const figure = mostText(side, lang);
  const plain =
    side.most !== undefined &&
    side.most !== null &&
    amountText(side.benefit, lang).includes(formatMoney(side.most, lang));
  const most = plain ? '' : figure;
  const extra = [kinds, most].filter((part) => part !== '');
  return `${sideText(side, lang)}${extra.length === 0 ? '' : zh ? `（${extra.join('；')}）` : ` (${extra.join('; ')})`}`;
}

/** The most that one applicant gets, where it is not plain from the amount. */
export function mostText({ most }: Lone, lang: Lang): string {
  if (most === undefined) return '';
  if (most === null) return lang === 'zh' ? '不封顶' : 'no limit';
  return lang === 'zh' ? `最多${formatMoney(most, 'zh')}` : `at most ${formatMoney(most, 'en')}`;
}

/** What a benefit pays, in the words of its steps, with facts by name. */
export function amountText(benefit: BenefitPlan, lang: Lang): string {
  const steps: string[] = [];
  for (let e: Expr | undefined = benefit.amount; e?.k === 'step'; e = e.of) {
    if (e.role !== 'round') steps.unshift(saying(e.say)[lang]);
  }
  return steps.join(lang === 'zh' ? '，' : ', ');
}

export function rangeText(range: Range, lang: Lang): string {
  return formatMoneyRange(range.min, range.max, lang);
}
