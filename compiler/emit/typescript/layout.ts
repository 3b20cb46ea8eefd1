/** A piece of code that is printed on one line where it fits, and else with one part on each line. */
export type Code = string | CodeGroup;

export interface CodeGroup {
  readonly open: string;
  readonly parts: readonly Code[];
  readonly close: string;
}

export function call(name: string, ...parts: readonly Code[]): CodeGroup {
  return { open: `${name}(`, parts, close: ')' };
}

export function list(...parts: readonly Code[]): CodeGroup {
  return { open: '[', parts, close: ']' };
}

/** An object literal; undefined members are left out. Keys are names of our own, never of a policy. */
export function object(members: Readonly<Record<string, Code | undefined>>): CodeGroup {
  const parts = Object.entries(members).flatMap(([key, value]) =>
    value === undefined ? [] : [prefix(`${key}: `, value)],
  );
  return { open: '{ ', parts, close: ' }' };
}

export function arrow(parameters: string, body: Code): Code {
  return prefix(`${parameters} => `, body);
}

export function prefix(text: string, code: Code): Code {
  return typeof code === 'string' ? text + code : { ...code, open: text + code.open };
}

export function suffix(code: Code, text: string): Code {
  return typeof code === 'string' ? code + text : { ...code, close: code.close + text };
}

const width = 110;

/** Prints code that begins at column `used` of a line indented by `indent` spaces. */
export function layOut(code: Code, indent = 0, used = indent): string {
  const flat = flatten(code);
  if (typeof code === 'string' || (used + columnsOf(flat) <= width && !flat.includes('\n'))) return flat;
  if (code.parts.length === 0) return flat;
  const inner = indent + 2;
  const lines = code.parts.map((part) => `${' '.repeat(inner)}${layOut(part, inner)},\n`);
  return `${code.open.trimEnd()}\n${lines.join('')}${' '.repeat(indent)}${code.close.trimStart()}`;
}

function flatten(code: Code): string {
  if (typeof code === 'string') return code;
  if (code.parts.length === 0) return `${code.open.trimEnd()}${code.close.trimStart()}`;
  return `${code.open}${code.parts.map(flatten).join(', ')}${code.close}`;
}

/** Han and full-width characters take two columns. */
function columnsOf(text: string): number {
  let columns = 0;
  for (const c of text)
    columns += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(c) ? 2 : 1;
  return columns;
}
