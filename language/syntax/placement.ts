import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { diagnose } from '../diagnostics/define.ts';
import type { Diagnostic, Localised } from '../diagnostics/diagnostic.ts';
import type { File, Statement } from './tree.ts';

type Place = 'file' | 'policy' | 'measure' | 'example';
type Kind = Exclude<Statement['kind'], 'Skipped'>;

/** Where each kind of statement may stand, and what messages call it. */
const homes: Readonly<Record<Kind, readonly [readonly Place[], Localised]>> = {
  Use: [['file'], { zh: '引用', en: 'a use line' }],
  Policy: [['file'], { zh: '政策', en: 'a policy' }],
  EnumDeclaration: [['file'], { zh: '分类', en: 'an enum' }],
  RecordDeclaration: [['file'], { zh: '名录', en: 'a record' }],
  UnitDeclaration: [['file'], { zh: '计量单位', en: 'a unit' }],
  PartyDeclaration: [['file'], { zh: '主体', en: 'a party' }],
  DisjointDeclaration: [['file'], { zh: '互不相容', en: 'disjoint parties' }],
  AgencyDeclaration: [['file'], { zh: '机构', en: 'an agency' }],
  MatterDeclaration: [['file'], { zh: '事项的声明', en: 'the declaration of a matter' }],
  Let: [['file', 'measure'], { zh: '“其中”的算式', en: 'a named value' }],
  ParameterDeclaration: [['file'], { zh: '参数', en: 'a parameter' }],
  Score: [['measure'], { zh: '计分', en: 'a score' }],
  Measure: [['file'], { zh: '措施', en: 'a measure' }],
  Budget: [['file'], { zh: '资金池', en: 'a budget' }],
  Example: [['file'], { zh: '算例', en: 'an example' }],
  LedBy: [['policy'], { zh: '牵头单位', en: 'led by' }],
  IssuedBy: [['policy'], { zh: '印发单位', en: 'issued by' }],
  Level: [['policy'], { zh: '层级', en: 'the level' }],
  Status: [['policy'], { zh: '状态', en: 'the status' }],
  Effective: [['policy', 'measure'], { zh: '施行日期', en: 'the effective dates' }],
  Replaces: [['policy', 'measure'], { zh: '废止', en: 'replaces' }],
  Source: [['policy'], { zh: '原文', en: 'the source' }],
  Stacking: [['policy'], { zh: '叠加规则', en: 'a stacking rule' }],
  Waive: [['file', 'policy', 'measure'], { zh: '不编码', en: 'a waived figure' }],
  Extend: [['policy', 'measure'], { zh: '可参照执行', en: 'extend to' }],
  Apply: [['file', 'policy'], { zh: '参照某条措施', en: 'apply' }],
  Ruling: [['file', 'policy', 'measure'], { zh: '裁定', en: 'a ruling' }],
  Bounds: [['policy'], { zh: '界限', en: 'the bounds' }],
  AsOf: [['policy', 'example'], { zh: '截至日期', en: 'the as-of date' }],
  For: [['measure'], { zh: '对象', en: 'for' }],
  Clause: [['measure'], { zh: '条款', en: 'a clause' }],
  Note: [['measure'], { zh: '备注', en: 'a note' }],
  About: [['measure'], { zh: '事项', en: 'about' }],
  By: [['measure'], { zh: '责任单位', en: 'by' }],
  When: [['measure'], { zh: '条件', en: 'a condition' }],
  Cap: [['measure'], { zh: '封顶', en: 'a cap' }],
  Floor: [['measure'], { zh: '保底', en: 'a floor' }],
  // Only within a benefit.
  Plus: [[], { zh: '提高比例', en: 'points on a rate' }],
  Times: [[], { zh: '上浮', en: 'a factor' }],
  Instead: [[], { zh: '改按', en: 'another rate' }],
  After: [['measure'], { zh: '程序', en: 'a process' }],
  SelectedBy: [['measure'], { zh: '择优', en: 'a selection' }],
  PaysFrom: [['measure'], { zh: '资金来源', en: 'the source of funds' }],
  Quota: [['measure'], { zh: '名额', en: 'a limit on the number of awards' }],
  ItemQuota: [['measure'], { zh: '每家至多几项', en: 'a limit on the number of items' }],
  Sharing: [['measure'], { zh: '资金分配', en: 'how a pool is shared out' }],
  OnceEver: [['measure'], { zh: '仅享受一次', en: 'once ever' }],
  PaidAtOnce: [['measure'], { zh: '一次性拨付', en: 'paid at once' }],
  Stages: [['measure'], { zh: '分期拨付', en: 'payment in stages' }],
  AtOnce: [[], { zh: '一次付清', en: 'at once' }],
  PaidTo: [['measure'], { zh: '支付给', en: 'who is paid' }],
  BorneBy: [['measure'], { zh: '由谁承担', en: 'who bears it' }],
  DecidedBy: [['measure'], { zh: '由谁认定', en: 'who decides' }],
  PerYear: [['measure'], { zh: '每年', en: 'per year' }],
  EachYear: [['measure'], { zh: '连续若干年', en: 'each year for' }],
  Covers: [['policy', 'measure'], { zh: '适用期间', en: 'the events covered' }],
  Deadline: [['policy', 'measure'], { zh: '申报期限', en: 'a deadline' }],
  Less: [['measure'], { zh: '扣除已获', en: 'less already awarded' }],
  Stray: [['measure'], { zh: '一次性', en: '一次性' }],
  Benefit: [['measure'], { zh: '支持', en: 'a benefit' }],
  Recognise: [['measure'], { zh: '视同', en: 'a recognition' }],
  Exempt: [['measure'], { zh: '免除', en: 'an exemption' }],
  Entitle: [['measure'], { zh: '可获', en: 'an entitlement' }],
  Reckon: [['measure'], { zh: '减按', en: 'a reckoning' }],
  Oblige: [['measure'], { zh: '应当', en: 'a duty' }],
  Encourage: [['measure'], { zh: '鼓励', en: 'an encouragement' }],
  Target: [['measure'], { zh: '指标', en: 'a target' }],
  Hold: [['measure'], { zh: '比例限制', en: 'a limit on a share' }],
  Revoke: [['measure'], { zh: '取消', en: 'a revocation' }],
  Reclaim: [['measure'], { zh: '追回', en: 'a reclaim' }],
  Bar: [['measure'], { zh: '不得申报', en: 'a bar' }],
  Excludes: [['measure'], { zh: '不与重复享受', en: 'excludes' }],
  StacksWith: [['measure'], { zh: '可与叠加', en: 'stacks with' }],
  Allow: [['measure'], { zh: '允许重叠', en: 'an acceptance' }],
  AllowRule: [['policy', 'measure'], { zh: '允许的检查', en: 'an acceptance' }],
  Deny: [['file', 'policy', 'measure'], { zh: '不予支持', en: 'deny' }],
  GivenParty: [['example'], { zh: '给定的事实', en: 'given facts' }],
  TryReading: [['example'], { zh: '采用的理解', en: 'a reading that is tried' }],
  GivenAward: [['example'], { zh: '已享受的待遇', en: 'a past award' }],
  Expect: [['example'], { zh: '应得', en: 'an expectation' }],
  Decide: [['example'], { zh: '裁量', en: 'a decision' }],
};

const inside: Readonly<Record<Place, Localised>> = {
  file: { zh: '文件的顶层', en: 'at the top level of a file' },
  policy: { zh: '政策里', en: 'in a policy' },
  measure: { zh: '措施里', en: 'in a measure' },
  example: { zh: '算例里', en: 'in an example' },
};

const into: Readonly<Record<Place, Localised>> = {
  file: { zh: '文件的顶层', en: 'to the top level of the file' },
  policy: { zh: '政策里', en: 'into the policy' },
  measure: { zh: '某条措施里', en: 'into a measure' },
  example: { zh: '某个算例里', en: 'into an example' },
};

const toAmount: Localised = { zh: '某项支持的金额后面', en: 'after the amount of a benefit' };

/**
 * Tells of statements that stand where they mean nothing. Of several in a row only the first: they came there together,
 * as when a block was closed too early. `known` are the mistakes told so far; what a broken block holds is left alone.
 */
export function checkPlacement(tree: File, file: string, known: readonly Diagnostic[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  // Starts of what was told, in order, to look them up quickly.
  const told = known.filter((other) => other.severity === 'error').map((other) => other.span.start);
  told.sort((a, b) => a - b);
  check(tree.items, 'file');
  return found;

  function isTold({ span }: Statement): boolean {
    let low = 0;
    for (let high = told.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (told[middle]! < span.start) low = middle + 1;
      else high = middle;
    }
    return low < told.length && told[low]! <= span.end;
  }

  function check(statements: readonly Statement[], place: Place): void {
    let before: Statement | undefined;
    let afterBroken = false;
    for (const statement of statements) {
      if (statement.kind === 'Skipped') {
        before = undefined;
        afterBroken = true;
        continue;
      }
      const [places, what] = homes[statement.kind];
      if (!places.includes(place)) {
        const follows = before !== undefined && !homes[before.kind as Kind][0].includes(place);
        if (!follows && !afterBroken && !isTold(statement)) {
          const args = { what, where: inside[place], home: places[0] ? into[places[0]] : toAmount };
          const end = Math.min(statement.span.end, statement.span.start + 1);
          found.push(diagnose(messages.misplaced, file, { start: statement.span.start, end }, args));
        }
      }
      before = statement;
      if (statement.kind === 'Policy') check(statement.body, 'policy');
      else if (statement.kind === 'Measure') check(statement.body, 'measure');
      else if (statement.kind === 'Example') check(statement.body, 'example');
    }
  }
}
