import type { CheckedMatter, CheckedMeasure } from '../../compiler/check/model.ts';
import type { Location } from '../../language/diagnostics/diagnostic.ts';
import type { Meaning } from './meaning.ts';
import type { Snapshot } from './snapshot.ts';

/** Where that which is named at an offset is put to work: the measures about a matter or paid from a pool, the benefits that a process decides on. */
export function implementations(snapshot: Snapshot, file: string, offset: number): readonly Location[] {
  const name = snapshot.names.at(file, offset);
  if (name === undefined) return [];
  const { meaning } = name;
  return snapshot.checked.policies
    .flatMap((policy) => policy.measures)
    .flatMap((measure) => placesIn(measure, meaning, snapshot));
}

function placesIn(measure: CheckedMeasure, meaning: Meaning, snapshot: Snapshot): readonly Location[] {
  const { file, symbol, benefits } = measure;
  const place = (node: { readonly span: Location['span'] }): Location => ({ file, span: node.span });
  const whole = [place(symbol.node.name)];
  if (meaning.kind === 'process') {
    return benefits
      .filter(
        (b) => b.after.some((a) => a.process.text === meaning.name) || b.selectedBy?.process.text === meaning.name,
      )
      .map((b) => place(b.node.label ?? b.node));
  }
  const matter =
    meaning.kind === 'member'
      ? meaning.member
      : meaning.kind === 'symbol' && meaning.symbol.kind === 'matter'
        ? meaning.symbol.name
        : undefined;
  if (matter !== undefined) {
    const wanted = narrowerThan(matter, snapshot);
    const own = benefits.filter(
      (b) => b.matter !== undefined && b.matter !== measure.matter && isAbout(b.matter, wanted),
    );
    if (isAbout(measure.matter, wanted)) return whole;
    return own.map((b) => place(b.node.label ?? b.node));
  }
  if (meaning.kind !== 'symbol') return [];
  const { symbol: named } = meaning;
  switch (named.kind) {
    case 'budget':
      return measure.from === named || benefits.some((b) => b.from === named) ? whole : [];
    case 'party':
      return measure.parties.includes(named) ? whole : [];
    case 'agency':
      return measure.by.includes(named) || benefits.some((b) => b.by.includes(named)) ? whole : [];
    default:
      return [];
  }
}

function isAbout(matter: CheckedMatter | undefined, wanted: ReadonlySet<string>): boolean {
  if (matter === undefined) return false;
  if (matter.kind === 'matter') return wanted.has(matter.name);
  const type = matter.fact.factType;
  return type.type === 'enum' && type.enum.members.some((member) => wanted.has(member));
}

/** A matter and all that lie below it. */
function narrowerThan(matter: string, snapshot: Snapshot): ReadonlySet<string> {
  const { matters } = snapshot.checked.binding.scope.tables;
  const found = new Set([matter]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [name, { parent }] of matters) {
      if (parent === undefined || found.has(name) || !found.has(parent)) continue;
      found.add(name);
      grew = true;
    }
  }
  return found;
}
