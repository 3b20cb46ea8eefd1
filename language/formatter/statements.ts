import { builders } from 'prettier/doc';
import type { Example, File, Measure, Policy, Statement } from '../syntax/tree.ts';
import { declaration } from './declarations.ts';
import { exampleLine } from './examples.ts';
import { name } from './expressions.ts';
import { block, type Part, stacked } from './layout.ts';
import { modifier } from './modifiers.ts';
import { norm } from './norms.ts';
import { type Doc, isSpaced, onOwnLines, type Page, quoted } from './page.ts';
import { policyLine } from './policy-lines.ts';
import { benefit } from './sentence.ts';
import { word } from './words.ts';

const { hardline } = builders;

/** A whole file, with the line break at its end; nothing for a file without statements and comments. */
export function file(node: File, page: Page): Doc {
  const parts = node.items.map((item) => statement(item, page));
  const apart = (i: number) => mustStandApart(node.items[i - 1]!, node.items[i]!);
  const body = stacked(page, parts, apart);
  const closing = page.comments.take(node, 'closing');
  const [first] = closing;
  if (parts.length === 0 && first === undefined) return '';
  const gap = parts.length > 0 && first ? [hardline, isSpaced(page, first.start) ? hardline : ''] : '';
  return [body, gap, onOwnLines(page, closing), hardline];
}

/** A block stands apart from what is of another kind, and measures and the like from each other. */
function mustStandApart(above: Statement, below: Statement): boolean {
  return above.kind === below.kind ? isLarge(below) : isBlock(above) || isBlock(below);
}

function isLarge({ kind }: Statement): boolean {
  return kind === 'Policy' || kind === 'Measure' || kind === 'Example';
}

function isBlock(node: Statement): boolean {
  if (node.kind === 'PartyDeclaration') return node.fields.length > 0;
  return (
    isLarge(node) || node.kind === 'EnumDeclaration' || node.kind === 'RecordDeclaration' || node.kind === 'Budget'
  );
}

function statement(node: Statement, around: Page): Part {
  return { node, doc: words(node, around.forStatement(node)) };
}

function words(node: Statement, page: Page): Doc {
  switch (node.kind) {
    case 'Policy':
    case 'Measure':
      return [
        `${word(node.kind === 'Policy' ? 'policy' : 'measure', page.words)} ${name(node.name)}`,
        rest(node, page),
      ];
    case 'Example': {
      const title = node.title ? ` ${quoted(node.title, page)}` : '';
      const of = node.of ? ` ${word('ofMeasure', page.words)} ${name(node.of)}` : '';
      return [`${word('example', page.words)}${title}${of} `, body(node, page)];
    }
    case 'Use':
    case 'EnumDeclaration':
    case 'RecordDeclaration':
    case 'UnitDeclaration':
    case 'PartyDeclaration':
    case 'DisjointDeclaration':
    case 'AgencyDeclaration':
    case 'MatterDeclaration':
    case 'ParameterDeclaration':
    case 'Let':
    case 'Score':
    case 'Budget':
      return declaration(node, page);
    case 'LedBy':
    case 'IssuedBy':
    case 'Level':
    case 'Status':
    case 'Effective':
    case 'Replaces':
    case 'Source':
    case 'AsOf':
    case 'Stacking':
    case 'Waive':
    case 'Extend':
    case 'Apply':
    case 'Ruling':
    case 'Bounds':
    case 'For':
    case 'Excludes':
    case 'StacksWith':
    case 'Allow':
    case 'AllowRule':
    case 'Deny':
      return policyLine(node, page);
    case 'Clause':
    case 'Note':
    case 'About':
    case 'By':
    case 'When':
    case 'Cap':
    case 'Floor':
    case 'Plus':
    case 'Times':
    case 'Instead':
    case 'After':
    case 'SelectedBy':
    case 'PaysFrom':
    case 'Quota':
    case 'ItemQuota':
    case 'Sharing':
    case 'OnceEver':
    case 'PaidAtOnce':
    case 'Stages':
    case 'AtOnce':
    case 'PaidTo':
    case 'BorneBy':
    case 'DecidedBy':
    case 'PerYear':
    case 'EachYear':
    case 'Covers':
    case 'Deadline':
    case 'Less':
    case 'Stray':
      return modifier(node, page, 'line');
    case 'Benefit':
      return benefit(node, page);
    case 'Recognise':
    case 'Exempt':
    case 'Entitle':
    case 'Reckon':
    case 'Oblige':
    case 'Encourage':
    case 'Target':
    case 'Hold':
    case 'Revoke':
    case 'Reclaim':
    case 'Bar':
      return norm(node, page);
    case 'GivenParty':
    case 'GivenAward':
    case 'TryReading':
    case 'Expect':
    case 'Decide':
      return exampleLine(node, page);
    case 'Skipped':
      throw new Error('a file with syntax errors cannot be formatted');
    default:
      return node satisfies never;
  }
}

function rest(node: Policy | Measure, page: Page): Doc {
  return [node.title ? ` ${quoted(node.title, page)} ` : ' ', body(node, page)];
}

function body(node: Policy | Measure | Example, page: Page): Doc {
  return block(
    page,
    node,
    node.body.map((item) => statement(item, page)),
  );
}
