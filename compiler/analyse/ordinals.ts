import type { Expr, FactTime } from '../ir/ir.ts';
import { rational } from '../ir/rational.ts';
import { childrenOf } from '../ir/walk.ts';
import { type Domains, domainOf, type Ordinal } from './domains.ts';
import {
  addForms,
  and,
  type Formula,
  formOf,
  type LinearForm,
  no,
  or,
  relation,
  subtractForms,
  yes,
} from './formula.ts';

/** How a fact is renamed where it is that of another item. */
export type Rename = (ref: string, at: FactTime) => string;

/** More nodes than these about one list are not taken together. */
const mostTogether = 2;
/** More items before the one at hand are not shown. */
const mostBefore = 300n;

/** Facts of an item before the one at hand; with `shared` those that are the same of both. A procedure decides on each item apart. */
export function ofItemBefore(
  list: string,
  prefix: string,
  rename: Rename | undefined,
  shared: ReadonlySet<string>,
): Rename {
  const own = `${list}.`;
  return (ref, at) => {
    if (at === 'now' && shared.has(ref)) return ref;
    if (ref.startsWith(own)) return prefix + ref.slice(own.length);
    const outer = rename?.(ref, at) ?? ref;
    return ref.startsWith('@passed:') ? `${outer} ${prefix}` : outer;
  };
}

/**
 * Which ones of their kinds the item at hand is, of one list or more kinds of it. The items before it are free, so they fall
 * into groups: those that one set of nodes counts and no other does, each as many as one likes where one such item can be at
 * all. A node is one more than the groups that it counts come to.
 */
export function ordinalsTogether(
  ordinals: readonly Ordinal[],
  domains: Domains,
  read: (where: Expr, holds: boolean, rename: Rename) => Formula,
): Formula {
  const [first] = ordinals;
  if (first === undefined) return yes;
  if (ordinals.length > mostTogether) return { f: 'open', why: 'list' };
  const { list } = first.node;
  const of = togetherKey(ordinals);
  const keys = [...new Set(ordinals.flatMap(({ node }) => node.same ?? []))];
  const oneOf: LinearForm = { terms: new Map(), constant: rational(1) };
  const totals = ordinals.map(() => oneOf);
  const parts: Formula[] = [];
  for (let mask = 1; mask < 2 ** ordinals.length; mask++) {
    const counts = (i: number) => (mask & (1 << i)) !== 0;
    for (let alike = 0; alike < 2 ** keys.length; alike++) {
      const shared = new Set(keys.filter((_, i) => (alike & (1 << i)) !== 0));
      const isAlike = ({ node }: Ordinal) => node.same === undefined || shared.has(node.same);
      if (ordinals.some((o, i) => counts(i) && !isAlike(o))) continue;
      const { prefix, count } = groupOf({ list, of, mask, shared }, domains);
      const such = and(
        ...ordinals.map((o, i) =>
          counts(i) || isAlike(o) ? read(o.node.where, counts(i), ofItemBefore(list, prefix, o.rename, shared)) : yes,
        ),
        ...keys.filter((key) => !shared.has(key)).map((key) => differs(key, list, prefix, ordinals, domains)),
      );
      const form = formOf(count, 1n);
      const atMost = (n: bigint) => relation(subtractForms(form, { terms: new Map(), constant: rational(n) }), '<=');
      parts.push(
        or(atMost(0n), such.f === 'true' || such.f === 'false' ? such : { f: 'some', of: such }),
        or(atMost(mostBefore), { f: 'open', why: 'list' }),
      );
      for (const [i, total] of totals.entries()) if (counts(i)) totals[i] = addForms(total, form);
    }
  }
  const sums = ordinals.map(({ variable }, i) =>
    relation(subtractForms(formOf(variable, 1n), totals[i] ?? oneOf), '='),
  );
  return and(...sums, ...parts);
}

/** Several nodes about one list in one text. */
export function togetherKey(ordinals: readonly Ordinal[]): string {
  return ordinals.map((o) => o.variable).join('|');
}

/** Items before the one at hand that are alike: what their facts begin with, and how many there are. */
function groupOf(
  group: { readonly list: string; readonly of: string; readonly mask: number; readonly shared: ReadonlySet<string> },
  domains: Domains,
): { readonly prefix: string; readonly count: string } {
  const { list, of, mask, shared } = group;
  const key = `#before ${mask} ${[...shared].join(',')} ${of}`;
  const known = domains.get(key);
  if (known?.type === 'enum' && known.members[0] !== undefined) {
    return { prefix: known.members[0], count: countOf(known.members[0]) };
  }
  const prefix = `${list}#${domains.size}*before.`;
  const own = `${list}.`;
  for (const [id, domain] of [...domains]) {
    if (id.startsWith(own)) domains.set(prefix + id.slice(own.length), domain);
  }
  domains.set(key, { type: 'enum', members: [prefix] });
  const before = { list, of, prefix, shared: [...shared].map((ref) => [ref, prefix + ref.slice(own.length)] as const) };
  domains.set(countOf(prefix), { type: 'number', scale: 1n, low: 0n, fact: undefined, before });
  return { prefix, count: countOf(prefix) };
}

/** The variable that says how many items there are before the one at hand whose facts begin so. */
export function countOf(prefix: string): string {
  return `=${prefix.slice(0, -1)}`;
}

/**
 * Another key, or member, than the item at hand has. Of keys that nobody names one is as good as another, so one of them
 * stands for all.
 */
function differs(key: string, list: string, prefix: string, ordinals: readonly Ordinal[], domains: Domains): Formula {
  const other = prefix + key.slice(list.length + 1);
  const domain = domainOf(key, domains);
  const named = new Set(ordinals.flatMap(({ node }) => [...membersNamed(node.where, key)]));
  const members = domain?.type === 'enum' ? domain.members : [...named, unnamed(named)];
  const apart = (member: string): Formula => {
    const set = new Set([member]);
    return and({ f: 'in', variable: other, set, out: false }, { f: 'in', variable: key, set, out: true });
  };
  return or(no, ...members.map(apart));
}

function unnamed(named: ReadonlySet<string>): string {
  for (let i = 0; ; i++) {
    const name = i === 0 ? '另一个' : `另${i}个`;
    if (!named.has(name)) return name;
  }
}

function membersNamed(e: Expr, ref: string): ReadonlySet<string> {
  const own = e.k === 'member' && e.x.k === 'fact' && e.x.ref === ref ? e.set : [];
  return new Set([...own, ...childrenOf(e).flatMap((child) => [...membersNamed(child, ref)])]);
}
