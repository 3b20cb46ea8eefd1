/**
 * Text from a policy, inside generated code. Whatever it holds, it stays within its literal or its comment, and is shown as
 * it is: control characters, and those that reorder what a reader sees, are written as escapes.
 */

/** A string literal that also survives inside an HTML script element. */
export function stringLiteral(text: string): string {
  return JSON.stringify(text)
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => [...c].map(escapeUnits).join(''))
    .replace(/<(?=[/!])/g, '\\u003c');
}

export function stringList(texts: readonly string[]): string {
  return `[${texts.map(stringLiteral).join(', ')}]`;
}

/** Text for the inside of a comment of either kind, on one line. */
export function commentText(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\s]+/gu, ' ')
    .replaceAll('*/', '* /')
    .replace(/<(?=[/!])/g, '< ')
    .replaceAll('\ufffd', '?')
    .trim();
}

/** A part of an identifier: what an identifier cannot hold becomes `_`. Not unique, and empty for an empty text. */
export function identifierPart(text: string): string {
  return [...text]
    .slice(0, 60)
    .map((c) => (/[\p{ID_Continue}$]/u.test(c) && c !== '$' ? c : '_'))
    .join('');
}

/** Gives every text an identifier of its own, the same ones in the same order. */
export function identifiers(prefix: string): (text: string) => string {
  const given = new Map<string, string>();
  const taken = new Set<string>();
  return (text) => {
    const known = given.get(text);
    if (known !== undefined) return known;
    const wanted = `${prefix}_${identifierPart(text)}`;
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}_${n}`;
    taken.add(name);
    given.set(text, name);
    return name;
  };
}

function escapeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
}
