import type * as T from '../../language/syntax/tree.ts';
import { walk } from '../../language/syntax/walk.ts';
import type { LintInput } from './rule.ts';

/** Words of a policy that bind somebody: of a condition, a denial, a duty. */
export interface BindingText {
  readonly file: string;
  readonly node: T.Node;
  readonly text: string;
}

/**
 * The texts of conditions, denials and duties: names that stand in them, the labels of the facts that these are, and
 * strings. Notes, titles and what is itself said to be undecided bind nobody; nor does what is merely encouraged.
 */
export function bindingTexts({ policy, checked }: LintInput): readonly BindingText[] {
  const { facts } = checked.binding.scope.tables;
  const within = (file: string, root: T.Node): BindingText[] => {
    const found: BindingText[] = [];
    walk(root, (node) => {
      if (node.kind === 'Undecided') return false;
      if (node.kind === 'Name') {
        const label = facts.get(node.text)?.label ?? '';
        found.push({ file, node, text: `${node.text}\n${label}` });
      } else if (node.kind === 'Text') found.push({ file, node, text: node.value });
      return true;
    });
    return found;
  };
  return [
    ...policy.denials.flatMap(({ file, node }) => within(file, node)),
    ...policy.measures.flatMap((measure) =>
      [
        ...measure.when,
        ...measure.denials.map(({ node }) => node),
        ...measure.benefits.flatMap(({ node }) => node.modifiers.filter((m) => m.kind === 'When')),
        ...measure.norms.flatMap(({ node }) => (node.kind === 'Oblige' ? node.duties : [])),
      ].flatMap((node) => within(measure.file, node)),
    ),
  ];
}

/** The first place of each text in which the pattern is found, with what was found. */
export function firstFound(
  texts: readonly BindingText[],
  pattern: RegExp,
): readonly (BindingText & { readonly word: string })[] {
  const told = new Set<string>();
  return texts.flatMap((one) => {
    const word = pattern.exec(one.text)?.[0];
    if (word === undefined || told.has(one.text)) return [];
    told.add(one.text);
    return [{ ...one, word }];
  });
}
