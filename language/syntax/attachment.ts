import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import { diagnose } from '../diagnostics/define.ts';
import type { Diagnostic, Localised } from '../diagnostics/diagnostic.ts';
import type { LineIndex } from '../source/line-index.ts';
import { at } from '../source/span.ts';
import { isNorm } from './statement-kinds.ts';
import type { Benefit, File, Measure, Modifier, Norm, Statement } from './tree.ts';

/**
 * What belongs to what. In a measure, header lines precede the first benefit; after that a modifier belongs to the
 * benefit above it, and must say so by its indentation, because silently attaching `by` or `when` to the wrong benefit
 * pays wrong money. And what may be said only once is said once.
 */
export function checkAttachment(tree: File, text: string, lines: LineIndex, file: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const item of tree.items) {
    if (item.kind === 'Measure') checkMeasure(item);
    else if (item.kind === 'Policy') once(item.body, policyOnce, { zh: '这项政策', en: 'this policy' });
    else if (item.kind === 'Budget') once(item.modifiers, modifierOnce, { zh: '这个资金池', en: 'this budget' });
  }
  return found;

  function checkMeasure(measure: Measure): void {
    let benefit: Benefit | Norm | undefined;
    const header: Statement[] = [];
    for (const statement of measure.body) {
      if (isOwner(statement)) {
        checkOwner(statement);
        benefit = statement;
      } else if (isHeader(statement)) {
        if (benefit === undefined) header.push(statement);
        else {
          const args = { what: firstWord(statement), benefit: nameOf(benefit) };
          found.push(diagnose(messages.forAfterBenefit, file, wordSpan(statement), args));
        }
      }
    }
    once(header, headerOnce, { zh: '这条措施的开头', en: 'the header of this measure' });
  }

  function checkOwner(owner: Benefit | Norm): void {
    const depth = indentOf(owner.span.start);
    for (const modifier of owner.modifiers) {
      // A condition before the head, 失信 的，…, begins the statement itself.
      if (modifier.span.start <= owner.span.start || !startsLine(modifier.span.start)) continue;
      if (indentOf(modifier.span.start) > depth) continue;
      const args = { what: firstWord(modifier), benefit: nameOf(owner) };
      const lineStart = margin(modifier.span.start).start;
      const fix = {
        title: { zh: '缩进，归上一项', en: 'Indent: it belongs to the benefit above' },
        edits: [{ span: at(lineStart), text: '  ' }],
      };
      const related = {
        file,
        span: { start: owner.span.start, end: owner.span.start + firstWord(owner).length },
        message: { zh: '上一项在这里', en: 'the benefit above' },
      };
      found.push(
        diagnose(messages.headerAfterBenefit, file, wordSpan(modifier), args, { fixes: [fix], related: [related] }),
      );
    }
    once(owner.modifiers, modifierOnce, { zh: `“${nameOf(owner)}”`, en: `"${nameOf(owner)}"` });
  }

  /** Tells of the second of each kind that may stand only once. */
  function once(
    statements: readonly (Statement | Modifier)[],
    kinds: Partial<Record<Statement['kind'], Localised>>,
    owner: Localised,
  ): void {
    const seen = new Map<string, Statement>();
    for (const statement of statements) {
      const advice = kinds[statement.kind];
      if (advice === undefined) continue;
      const first = seen.get(statement.kind);
      if (first === undefined) {
        seen.set(statement.kind, statement);
        continue;
      }
      const related = { file, span: first.span, message: { zh: '第一次在这里', en: 'first here' } };
      const args = { owner, what: firstWord(statement), advice };
      found.push(diagnose(messages.duplicateModifier, file, statement.span, args, { related: [related] }));
    }
  }

  function firstWord(node: { readonly span: { readonly start: number; readonly end: number } }): string {
    const part = text.slice(node.span.start, Math.min(node.span.end, node.span.start + 40));
    return /^[\p{L}\p{N}_]+/u.exec(part)?.[0] ?? part.slice(0, 1);
  }

  function wordSpan(node: Statement) {
    return { start: node.span.start, end: node.span.start + firstWord(node).length };
  }

  function nameOf(owner: Benefit | Norm): string {
    if (owner.kind === 'Benefit' && owner.label !== undefined && owner.label.text !== '') return owner.label.text;
    return firstWord(owner);
  }

  /** The white space that begins the line of an offset: from where to where. */
  function margin(offset: number): { readonly start: number; readonly end: number } {
    const start = offset - lines.position(offset).column;
    let end = start;
    while (end < offset && /\s/.test(text[end]!)) end += 1;
    return { start, end };
  }

  function startsLine(offset: number): boolean {
    return margin(offset).end === offset;
  }

  /** The width of the white space that begins the line of an offset. */
  function indentOf(offset: number): number {
    const { start, end } = margin(offset);
    let width = 0;
    for (let i = start; i < end; i++) {
      if (text[i] === '\t') width += 4 - (width % 4);
      else width += text[i] === '\u3000' ? 2 : 1;
    }
    return width;
  }
}

function isOwner(statement: Statement): statement is Benefit | Norm {
  return statement.kind === 'Benefit' || isNorm(statement);
}

/** Header lines; whatever modifies a benefit has been attached to one already, but may still follow another line. */
function isHeader(statement: Statement): boolean {
  return statement.kind === 'For' || statement.kind in modifierOnce || statement.kind === 'Cap';
}

const keepOne: Localised = { zh: '留下一处', en: 'keep one of them' };
const joinAgencies: Localised = {
  zh: '几个单位写在一处，用顿号隔开',
  en: 'list all agencies in one place, with commas',
};

const headerOnce: Partial<Record<Statement['kind'], Localised>> = {
  For: { zh: '几种对象写在一处，用顿号隔开', en: 'list all parties in one place, with commas' },
  Clause: keepOne,
  About: keepOne,
  By: joinAgencies,
  PaysFrom: keepOne,
  Quota: keepOne,
  ItemQuota: keepOne,
  Sharing: keepOne,
  Floor: keepOne,
};

const modifierOnce: Partial<Record<Statement['kind'], Localised>> = {
  Clause: keepOne,
  About: keepOne,
  By: joinAgencies,
  When: { zh: '两个条件都要满足就用“且”连成一个，满足其一就用“或”', en: 'join the conditions with and or or' },
  Floor: keepOne,
  After: keepOne,
  SelectedBy: keepOne,
  PaysFrom: keepOne,
  Quota: keepOne,
  ItemQuota: keepOne,
  Sharing: keepOne,
  Deadline: keepOne,
  OnceEver: keepOne,
  PaidAtOnce: keepOne,
  Stages: keepOne,
  AtOnce: keepOne,
  PaidTo: keepOne,
  BorneBy: keepOne,
};

const policyOnce: Partial<Record<Statement['kind'], Localised>> = {
  LedBy: joinAgencies,
  IssuedBy: joinAgencies,
  Level: keepOne,
  Status: keepOne,
  Effective: keepOne,
  Source: keepOne,
  AsOf: keepOne,
};
