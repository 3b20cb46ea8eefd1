import { names as messages } from '../../language/diagnostics/catalogue/index.ts';
import { keywordPrefixes } from '../../language/syntax/keywords.ts';
import type * as T from '../../language/syntax/tree.ts';
import { isA } from '../bind/hierarchy.ts';
import type { FactSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import type { Reference } from './model.ts';

/**
 * What a name in an expression stands for: a named value of the measure, a field of the item at hand, a fact of the
 * applicant, a named value of the file, in this order. Tells where there is none.
 */
export function resolveValue(name: T.Name, context: Context): Reference | undefined {
  const known = context.output.references.get(name);
  if (known !== undefined) return known;
  const found = lookUp(name.text, context);
  if (found !== undefined) {
    context.output.references.set(name, found);
    if (found.kind !== 'member') noteUse(name, found, context);
    if (found.kind === 'fact') askWhoHasIt(name, found.fact, context);
    return found;
  }
  if (name.text !== '') reportUnknown(name, context);
  return undefined;
}

/** The field of the item at hand, or the fact of the applicant, that a name stands for. */
export function resolveFact(name: T.Name, context: Context): FactSymbol | undefined {
  const found = lookUp(name.text, context);
  if (found?.kind === 'fact') {
    context.output.references.set(name, found);
    noteUse(name, found, context);
    askWhoHasIt(name, found.fact, context);
    return found.fact;
  }
  if (name.text !== '') reportUnknown(name, context);
  return undefined;
}

function noteUse(name: T.Name, found: Exclude<Reference, { kind: 'member' }>, context: Context): void {
  context.binding.scope.note(name, context.file, found.kind === 'fact' ? found.fact : found.value);
}

function lookUp(name: string, context: Context): Reference | undefined {
  const { scope } = context.binding;
  const own = context.measure?.lets.get(name);
  if (own !== undefined) return { kind: 'let', value: own };
  const field = context.item?.fields.find((f) => f.name === name || f.aliases.includes(name));
  if (field !== undefined) return { kind: 'fact', fact: field };
  const fact = scope.find('fact', name, context.file);
  if (fact !== undefined) return { kind: 'fact', fact };
  const shared = scope.find('let', name, context.file);
  return shared && { kind: 'let', value: shared };
}

/** A fact that no party of the measure has would never be given: most likely the wrong name. */
function askWhoHasIt(name: T.Name, fact: FactSymbol, context: Context): void {
  const { parties } = context;
  if (parties.length === 0 || fact.record !== undefined || fact.parties.length === 0) return;
  const fits = fact.parties.some((owner) => parties.some((p) => isA(p, owner) || isA(owner, p)));
  if (fits) return;
  report(context, messages.factOfOtherParty, name.span, {
    fact: fact.name,
    owner: fact.parties.map((p) => p.name).join('、'),
    party: parties.map((p) => p.name).join('、'),
  });
}

function reportUnknown(name: T.Name, context: Context): void {
  const { scope } = context.binding;
  // 每硕士: a keyword and a name that were meant to stand apart.
  for (const prefix of keywordPrefixes(name.text)) {
    const rest = name.text.slice(prefix.length);
    if (lookUp(rest, context) === undefined) continue;
    report(
      context,
      messages.gluedKeyword,
      name.span,
      { name: name.text, keyword: prefix, rest },
      {
        fixes: [
          {
            title: { zh: `拆成“${prefix} ${rest}”`, en: `Split into "${prefix} ${rest}"` },
            edits: [{ span: name.span, text: `${prefix} ${rest}` }],
          },
        ],
      },
    );
    return;
  }
  const record = recordWith(name.text, context);
  if (record !== undefined) {
    report(context, messages.fieldOutsideList, name.span, { field: name.text, record });
    return;
  }
  if (truthWords.has(name.text.toLowerCase())) {
    report(context, messages.truthWord, name.span, { name: name.text });
    return;
  }
  const candidates = [
    ...(context.measure?.lets.keys() ?? []),
    ...(context.item?.fields.flatMap((f) => [f.name, ...f.aliases]) ?? []),
    ...scope.visibleNames('fact', context.file),
    ...scope.visibleNames('let', context.file),
  ];
  context.output.diagnostics.push(
    scope.unknown(['fact', 'party', 'let'], { zh: '事实', en: 'fact' }, name, context.file, candidates),
  );
}

/** What other languages, and tables, call a yes and a no. */
const truthWords: ReadonlySet<string> = new Set(['true', 'false', 'yes', 'no', '真', '假', '有', '无']);

function recordWith(field: string, context: Context): string | undefined {
  const records = context.binding.scope.visible('record', context.file);
  return records.find((r) => r !== context.item && r.fields.some((f) => f.name === field || f.aliases.includes(field)))
    ?.name;
}
