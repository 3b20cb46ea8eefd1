/**
 * The condition words in a name, longest first and none within another: 首次认定高企 holds 首次认定 and not also 首次, where
 * the text knows both.
 */
export function conditionsIn(name: string, vocabulary: ReadonlySet<string>): string[] {
  const found: string[] = [];
  let rest = name;
  for (const word of [...vocabulary].sort((a, b) => b.length - a.length)) {
    if (!rest.includes(word)) continue;
    found.push(word);
    rest = rest.replaceAll(word, '\n');
  }
  return found;
}
