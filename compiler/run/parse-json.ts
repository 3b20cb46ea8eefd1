import { type ParseErrorCode, printParseErrorCode, visit } from 'jsonc-parser';

/**
 * JSON read strictly, with what `JSON.parse` keeps silent about: a key given twice, a figure that a double cannot hold,
 * and the line of each top-level value. A figure that a double would change stays the text it was written as, so that
 * whoever reads it decides exactly.
 */
export interface ParsedJson {
  /** The whole value; of a text with a syntax fault, undefined. Objects have no prototype. */
  readonly value: unknown;
  /** Of an array: the line on which each item begins, from 1. */
  readonly itemLines: readonly number[];
  readonly duplicates: readonly DuplicateKey[];
  readonly fault: JsonFault | undefined;
}

export interface DuplicateKey {
  readonly key: string;
  /** From 1. */
  readonly line: number;
  /** Index of the top-level array's item it stands in; 0 where the whole is one object. */
  readonly item: number;
}

export interface JsonFault {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly kind: 'syntax' | 'too-deep' | 'empty';
  /** What stands at the place, at most a few characters. */
  readonly found: string;
}

type Container = unknown[] | Record<string, unknown>;

/** `firstLine` is the line of the file on which the text begins. */
export function parseJson(text: string, firstLine = 1): ParsedJson {
  const root: unknown[] = [];
  const stack: { into: Container; key: string }[] = [{ into: root, key: '' }];
  const itemLines: number[] = [];
  const duplicates: DuplicateKey[] = [];
  let fault: JsonFault | undefined;

  const put = (value: unknown, line: number) => {
    // The first level is the list that holds the root, the second the items of a top-level array.
    if (stack.length === 2 && Array.isArray(stack[1]!.into)) itemLines.push(line + firstLine);
    const { into, key } = stack.at(-1)!;
    if (Array.isArray(into)) into.push(value);
    else into[key] = value;
  };
  const open = (container: Container, line: number) => {
    put(container, line);
    stack.push({ into: container, key: '' });
  };
  const close = () => {
    if (stack.length > 1) stack.pop();
  };
  const failAt = (line: number, column: number, offset: number, kind: JsonFault['kind']) => {
    fault ??= {
      line: line + firstLine,
      column: column + 1,
      kind,
      found: text.slice(offset, offset + 12).split(/[\r\n]/)[0]!,
    };
  };

  try {
    visit(
      text,
      {
        onObjectBegin: (_offset, _length, line) => open(Object.create(null), line),
        onObjectEnd: close,
        onArrayBegin: (_offset, _length, line) => open([], line),
        onArrayEnd: close,
        onObjectProperty: (key, _offset, _length, line) => {
          const top = stack.at(-1)!;
          if (Object.hasOwn(top.into, key))
            duplicates.push({ key, line: line + firstLine, item: Math.max(0, itemLines.length - 1) });
          top.key = key;
        },
        onLiteralValue: (value: unknown, offset, length, line) =>
          put(typeof value === 'number' ? exact(value, text.slice(offset, offset + length)) : value, line),
        onError: (code: ParseErrorCode, offset, _length, line, column) =>
          failAt(line, column, offset, isEmpty(text, code) ? 'empty' : 'syntax'),
      },
      { disallowComments: true, allowTrailingComma: false },
    );
  } catch (error) {
    // The parser descends by recursion: only nesting that no record has exhausts the stack.
    if (!(error instanceof RangeError)) throw error;
    failAt(0, 0, 0, 'too-deep');
  }
  return { value: fault === undefined ? root[0] : undefined, itemLines, duplicates, fault };
}

function isEmpty(text: string, code: ParseErrorCode): boolean {
  return printParseErrorCode(code) === 'ValueExpected' && text.trim() === '';
}

/** The number where its shortest decimal form is what was written, else the text as written. */
function exact(value: number, written: string): number | string {
  // Fifteen significant digits always survive a double.
  if (written.length <= 15 && Number.isFinite(value)) return value;
  return decimal(String(value)) === decimal(written) ? value : written;
}

/** A canonical form of a decimal numeral: digits without leading or trailing zeros, and the power of ten. */
function decimal(numeral: string): string {
  const match = /^(-?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(numeral);
  if (match === null) return numeral;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = (whole + fraction).replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
