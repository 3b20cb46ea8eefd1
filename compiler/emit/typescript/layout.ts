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
  if (typeof code === 'string') return code;
  if (code.parts.length === 0) return `${code.open.trimEnd()}${code.close.trimStart()}`;
  const line: Line = { text: '', room: width - used };
  if (fits(code, line)) return line.text;
  const inner = indent + 2;
  const lines = code.parts.map((part) => `${' '.repeat(inner)}${layOut(part, inner)},\n`);
  return `${code.open.trimEnd()}\n${lines.join('')}${' '.repeat(indent)}${code.close.trimStart()}`;
}

interface Line {
  text: string;
  /** Columns that are left. */
  room: number;
}

/** Puts code on a line; false, at the first piece that does not, where it does not fit. */
function fits(code: Code, line: Line): boolean {
  if (typeof code === 'string') return fitsText(code, line);
  if (code.parts.length === 0) return fitsText(`${code.open.trimEnd()}${code.close.trimStart()}`, line);
  if (!fitsText(code.open, line)) return false;
  for (const [i, part] of code.parts.entries()) {
    if (i > 0 && !fitsText(', ', line)) return false;
    if (!fits(part, line)) return false;
  }
  return fitsText(code.close, line);
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/;

/** Han and full-width characters take two columns, pairs of surrogates one. */
function fitsText(text: string, line: Line): boolean {
  line.text += text;
  line.room -= text.length;
  if (line.room < -text.length / 2) return false;
  if (text.includes('\n')) return false;
  for (const c of text) {
    if (c.length === 2) line.room++;
    else if (c > '\u10ff' && wide.test(c)) line.room--;
  }
  return line.room >= 0;
}
