import pc from 'picocolors';
import type { Body, Figure, Manifest, Part } from '../source-text/manifest.ts';
import { plainTable, trimLines } from './show-result.ts';
import type { Terminal } from './terminal.ts';
import { bracketed, joinNames, joinRemarks } from './text.ts';
import { limitWords, roleWords, sourceWords, typeWords } from './words-source.ts';

/** A manifest as people read it: a row for each clause, with its figures, condition words and bodies. */
export function showManifest(manifest: Manifest, terminal: Terminal): string {
  const { say } = terminal;
  const c = pc.createColors(terminal.colour);
  const titles = [
    sourceWords.columnClause,
    sourceWords.columnFigures,
    sourceWords.columnConditions,
    sourceWords.columnBodies,
  ];
  const table = plainTable(
    titles.map((title) => say(title)),
    ['left', 'left', 'left', 'left'],
    terminal,
  );
  for (const part of manifest.parts) {
    table.push([
      partName(part, terminal),
      part.figures.map((figure) => figureLine(figure, terminal)).join('\n'),
      counted(part.conditions).join('\n'),
      bodyLines(part.bodies, terminal),
    ]);
  }
  return `${c.bold(manifest.policy)}  ${c.dim(manifest.hash.slice(0, 12))}\n${trimLines(table.toString())}`;
}

/** A clause by its number; anything else by what it is as well. */
function partName({ clause, role }: Part, terminal: Terminal): string {
  const name = terminal.say(roleWords[role]);
  return role === 'clause' || clause === name ? clause : clause + bracketed(name, terminal);
}

/** 最高 50万元（金额，每高校，每年）. */
function figureLine(figure: Figure, terminal: Terminal): string {
  const { say } = terminal;
  const limit = figure.limit === undefined ? '' : say(limitWords[figure.limit]);
  const remarks = [
    say(typeWords[figure.type]),
    figure.per === undefined ? '' : say(sourceWords.per, { what: figure.per }),
    figure.yearly ? say(sourceWords.perYear) : '',
  ];
  return `${limit === '' ? '' : `${limit} `}${figure.text}${bracketed(joinRemarks(remarks, terminal), terminal)}`;
}

/** 绩效评价 ×3. */
function counted(list: readonly string[]): string[] {
  return [...new Set(list)].map((word) => {
    const n = list.filter((other) => other === word).length;
    return n === 1 ? word : `${word} ×${n}`;
  });
}

function bodyLines(bodies: readonly Body[], terminal: Terminal): string {
  const { say } = terminal;
  const named = ({ name, alias }: Body) => (alias === undefined ? name : name + bracketed(alias, terminal));
  const shared = bodies.filter((body) => body.shared).map(named);
  const own = bodies
    .filter((body) => !body.shared)
    .map((body) => (body.role === 'issuer' ? say(sourceWords.issuer, { name: named(body) }) : named(body)));
  return [
    ...own,
    ...(shared.length === 0 ? [] : [say(sourceWords.shared, { names: joinNames(shared, terminal) })]),
  ].join('\n');
}
