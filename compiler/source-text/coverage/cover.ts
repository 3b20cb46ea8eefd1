import { fold } from '../../../language/syntax/fold.ts';
import type { Checked, CheckedPolicy } from '../../check/model.ts';
import type { Body, Figure, Manifest, Part } from '../manifest.ts';
import { clauseKey, collect } from './collect.ts';
import { conditionsIn, says } from './condition-words.ts';
import type {
  BodyCoverage,
  ConditionCoverage,
  Coverage,
  Extra,
  FigureCoverage,
  PartCoverage,
  Total,
  Totals,
  WaiverUse,
} from './coverage.ts';
import { matchFigures, statesFigure } from './match-figures.ts';
import type { Answer, Header, Place, StatedBody, StatedFigure, StatedName } from './stated.ts';

const nothing: Extra = { figures: [], conditions: [], bodies: [] };

/**
 * Sets a policy beside the manifest of its text. Pure: an editor may call it whenever either changes. Works on programs with
 * errors as well, as far as they could be understood.
 */
export function cover(policy: CheckedPolicy, checked: Checked, manifest: Manifest): Coverage {
  const { answers, header, unlabelled } = collect(policy, checked);
  const keys = new Map(answers.map((answer) => [clauseKey(answer.label), answer]));
  const parts = new Map(manifest.parts.map((part) => [clauseKey(part.clause), part]));
  const waive = makeWaive(policy, answers);
  const vocabulary = new Set(manifest.parts.flatMap((part) => part.conditions));
  const covered = manifest.parts.map((part) =>
    part.role === 'commentary'
      ? outside(part)
      : coverPart(part, keys.get(clauseKey(part.clause)), header, vocabulary, waive),
  );
  const paired = pairHeader(covered, extraOf(header, manifest, waive));
  return {
    policy,
    manifest,
    ...paired,
    waivers: waive.uses(),
    astray: answers.filter((answer) => {
      const part = parts.get(clauseKey(answer.label));
      return part === undefined || part.role === 'commentary';
    }),
    unlabelled,
    totals: totalsOf(paired.parts, paired.header),
  };
}

function outside(part: Part): PartCoverage {
  return {
    part,
    answered: 'outside',
    measures: [],
    places: [],
    figures: [],
    conditions: [],
    bodies: [],
    extra: nothing,
    repeated: [],
  };
}

function coverPart(
  part: Part,
  answer: Answer | undefined,
  header: Header,
  vocabulary: ReadonlySet<string>,
  waive: Waive,
): PartCoverage {
  const { clause } = part;
  // The lines of the policy answer for what stands around the clauses, and for what the text says of its issuers.
  const isAround = part.role !== 'clause';
  const isWhole = (part.role === 'clause' || part.role === 'closing') && waive.take(clause, clause, true);
  const isWaived = (text: string) => isWhole || waive.take(text, clause, isAround);
  const names = [...(answer?.names ?? []), ...(isAround ? header.names : [])];
  const isDesignated = (figure: Figure) => isNamed(figure, part, header);
  const { figures, extra, repeated } = matchFigures(
    part.figures,
    answer?.figures ?? [],
    isAround ? header.figures : [],
    isDesignated,
    isWaived,
  );
  const conditions = part.conditions.map((word) => coverCondition(word, names, isWaived));
  const matched = matchBodies(
    part.bodies,
    answer?.bodies ?? [],
    header.bodies,
    isAround,
    answer?.pays ?? false,
    answer?.silent ?? [],
    isWaived,
  );
  const notWaived = <S>(list: readonly S[], text: (s: S) => string) =>
    list.filter((s) => !waive.take(text(s), clause, isAround));
  return {
    part,
    answered: answeredBy(part, answer, header, isWhole),
    measures: answer?.measures ?? [],
    places: answer?.places ?? [],
    figures,
    conditions,
    bodies: matched.bodies,
    extra: {
      figures: notWaived(extra, (f) => f.written),
      conditions: notWaived(extraConditions(answer?.names ?? [], part, vocabulary), (c) => c.word),
      bodies: notWaived(matched.extra, (b) => b.name),
    },
    repeated,
  };
}

/** Whether a designation, or the year of an edition in the letterhead, stands in a name: “6+N”, 2026 版, 〔2026〕10号. */
function isNamed({ type, text, value, to }: Figure, { role }: Part, { designations, title }: Header): boolean {
  if (type === 'name') {
    const bare = foldText(text);
    return designations.some((d) => d.includes(bare)) || (role === 'front' && foldText(title).includes(bare));
  }
  return role === 'front' && type === 'year' && to === undefined && designations.some((d) => d.includes(value));
}

function answeredBy(
  { role }: Part,
  answer: Answer | undefined,
  header: Header,
  isWaived: boolean,
): PartCoverage['answered'] {
  if (answer !== undefined) return 'code';
  if (role === 'closing' && header.closes) return 'code';
  if (role !== 'clause' && role !== 'closing') return 'not-asked';
  return isWaived ? 'waived' : 'missing';
}

function coverCondition(
  word: string,
  names: readonly StatedName[],
  isWaived: (text: string) => boolean,
): ConditionCoverage {
  const stated = names.filter((name) => saysCondition(word, name));
  if (stated.length > 0) return { word, status: 'covered', stated };
  return { word, status: isWaived(word) ? 'waived' : 'missing', stated };
}

/** 未谋取非法利益 is `not 谋取非法利益`; any other word must not be turned round. */
function saysCondition(word: string, { text, isNegated }: StatedName): boolean {
  const contrary = /^[未不无非]/.test(word) ? word.slice(1) : undefined;
  if (isNegated) return contrary !== undefined && says(text, contrary);
  return says(text, word);
}

/** Condition words in the names of the code that the clause does not have, each once. */
function extraConditions(
  names: readonly StatedName[],
  part: Part,
  vocabulary: ReadonlySet<string>,
): Extra['conditions'] {
  const isSaid = (word: string) => part.conditions.some((c) => c.includes(word) || word.includes(c));
  const found = new Map<string, StatedName>();
  for (const stated of names) {
    if (!stated.isCondition || stated.inherited) continue;
    for (const word of conditionsIn(stated.text, vocabulary)) {
      if (!isSaid(word) && !found.has(word)) found.set(word, stated);
    }
  }
  return [...found].map(([word, stated]) => ({ word, stated }));
}

function matchBodies(
  bodies: readonly Body[],
  own: readonly StatedBody[],
  leads: readonly StatedBody[],
  isAround: boolean,
  pays: boolean,
  silent: readonly Place[],
  isWaived: (text: string) => boolean,
): { readonly bodies: readonly BodyCoverage[]; readonly extra: readonly StatedBody[] } {
  // Where the clause names nobody, whoever leads or issues the document acts.
  const isSubject = (s: StatedBody) => bodies.length === 0 && s.isBearer && leads.some((lead) => lead.name === s.name);
  const extra = new Set(own.filter((s) => !s.inherited && !isSubject(s) && !bodies.some((body) => isBody(body, s))));
  // Whoever bears a duty answers for it; where money is paid, or some body answers for the clause, `by` says who does.
  const isBearerEnough = !pays && own.every((s) => s.isBearer);
  const lines = linesOf(own);
  const covered = bodies.map((body): BodyCoverage => {
    const speakers = isAround || body.role === 'issuer' ? [...own, ...leads] : own;
    const stated = speakers.filter((s) => isBody(body, s));
    const isSaidOnce = body.shared || body.role === 'issuer';
    const lacking = isSaidOnce
      ? undefined
      : (lines.find((line) => !line.some((s) => isBody(body, s)))?.[0] ?? silent[0]);
    if (lacking === undefined && stated.some((s) => !s.isBearer || isBearerEnough)) {
      return { body, status: 'covered', stated };
    }
    const status = isWaived(body.name) ? 'waived' : 'missing';
    return { body, status, stated, ...(lacking !== undefined && { lacking }) };
  });
  // Another body in its place: one finding, not two.
  const missing = covered.filter(({ status }) => status === 'missing');
  const instead = new Map<BodyCoverage, StatedBody>();
  if (missing.length === 1) {
    const names = new Set([...extra].map((s) => s.name));
    const [only] = extra;
    if (names.size === 1 && only !== undefined) {
      instead.set(missing[0]!, only);
      extra.clear();
    }
  }
  return {
    bodies: covered.map((body) => {
      const meant = instead.get(body);
      return meant === undefined ? body : { ...body, instead: meant };
    }),
    extra: onceByName([...extra]),
  };
}

/** The bodies of each `by` line. */
function linesOf(own: readonly StatedBody[]): readonly (readonly StatedBody[])[] {
  const lines = new Map<string, StatedBody[]>();
  for (const body of own) {
    if (body.isBearer || body.inherited) continue;
    const key = `${body.file}:${body.line.start}`;
    lines.set(key, [...(lines.get(key) ?? []), body]);
  }
  return [...lines.values()];
}

function onceByName(bodies: readonly StatedBody[]): StatedBody[] {
  return bodies.filter((body, i) => bodies.findIndex((other) => other.name === body.name) === i);
}

function isBody({ name, alias }: Body, { names }: StatedBody): boolean {
  return names.some((n) => n === name || n === alias);
}

/** What the lines of the policy state that stands nowhere in the text. */
function extraOf(header: Header, manifest: Manifest, waive: Waive): Extra {
  const parts = manifest.parts.filter((part) => part.role !== 'commentary');
  const says = (stated: StatedFigure) => parts.some((p) => p.figures.some((figure) => statesFigure(figure, stated)));
  return {
    figures: header.figures.filter((s) => !says(s) && !waive.take(s.written, '', true)),
    conditions: [],
    bodies: onceByName(
      header.bodies.filter(
        (s) => !parts.some((p) => p.bodies.some((body) => isBody(body, s))) && !waive.take(s.name, '', true),
      ),
    ),
  };
}

/** A date or body of the policy's lines in place of another that stands around the clauses: one difference, not two. */
function pairHeader(
  parts: readonly PartCoverage[],
  header: Extra,
): { readonly parts: readonly PartCoverage[]; readonly header: Extra } {
  const figures = [...header.figures];
  const bodies = [...header.bodies];
  const paired = parts.map((covered) => {
    if (covered.part.role === 'clause') return covered;
    return {
      ...covered,
      figures: covered.figures.map((f): FigureCoverage => {
        if (f.status !== 'missing' || f.instead !== undefined) return f;
        const at = figures.findIndex((s) => s.readings.some((r) => r.type === f.figure.type));
        const [stated] = at < 0 ? [] : figures.splice(at, 1);
        return stated === undefined ? f : { ...f, instead: { stated, differs: 'value' } };
      }),
      bodies: covered.bodies.map((b): BodyCoverage => {
        if (b.status !== 'missing' || b.instead !== undefined || b.body.role !== 'issuer') return b;
        const stated = bodies.shift();
        return stated === undefined ? b : { ...b, instead: stated };
      }),
    };
  });
  return { parts: paired, header: { ...header, figures, bodies } };
}

interface Waive {
  /** Whether a waiver with a reason accounts for a text of a clause; remembers that it did. */
  take(text: string, clause: string, isAround?: boolean): boolean;
  uses(): readonly WaiverUse[];
}

/**
 * A waiver of a measure holds for the clauses that the measure answers. One of the policy holds for what no measure answers:
 * what stands around the clauses, whole clauses, clauses of a pool alone. So none hides what another clause lacks.
 */
function makeWaive(policy: CheckedPolicy, answers: readonly Answer[]): Waive {
  const waivers = policy.waivers.map((waiver) => ({
    waiver,
    text: foldText(waiver.node.figure.value),
    scope:
      waiver.measure === undefined
        ? undefined
        : new Set(
            answers
              .filter((a) => a.measures.some((m) => m.file === waiver.file && m.name === waiver.measure?.name))
              .map((a) => clauseKey(a.label)),
          ),
    clauses: new Set<string>(),
  }));
  const measures = new Set(policy.measures.map((m) => m.symbol.node.name.span));
  const answered = new Set(
    answers.filter((a) => a.measures.some((m) => measures.has(m.span))).map((a) => clauseKey(a.label)),
  );
  return {
    take(text, clause, isAround = false) {
      const wanted = foldText(text);
      const found = waivers.filter(
        (w) =>
          w.text === wanted &&
          hasReason(w.waiver.node.because?.value) &&
          (w.scope?.has(clauseKey(clause)) ?? (isAround || !answered.has(clauseKey(clause)))),
      );
      const own = found.find((w) => w.scope !== undefined) ?? found[0];
      own?.clauses.add(clause);
      return own !== undefined;
    },
    uses: () => waivers.map(({ waiver, clauses }) => ({ waiver, clauses: [...clauses] })),
  };
}

function hasReason(reason: string | undefined): boolean {
  return reason !== undefined && reason.trim() !== '';
}

/** Texts that differ in widths, blanks, quotation marks and kinds of dash are the same figure. */
function foldText(text: string): string {
  return fold(text)
    .replace(/["“”「」『』]/g, '')
    .replace(/\s+/g, '')
    .replace(/[—–―－～~]+/g, '-');
}

function totalsOf(parts: readonly PartCoverage[], header: Extra): Totals {
  const asked = parts.filter(({ answered }) => answered !== 'not-asked' && answered !== 'outside');
  const figures: readonly FigureCoverage[] = parts.flatMap((p) => p.figures);
  const extras = [...parts.map((p) => p.extra), header];
  const total = (list: readonly { readonly status: string }[], extra: number): Total => ({
    of: list.length,
    covered: list.filter(({ status }) => status !== 'missing').length,
    waived: list.filter(({ status }) => status === 'waived').length,
    extra,
  });
  const extraFigures = extras.reduce((n, e) => n + e.figures.length, 0);
  return {
    clauses: total(
      asked.map(({ answered }) => ({ status: answered })),
      0,
    ),
    figures: {
      ...total(figures, extraFigures),
      computed: figures.filter(({ status }) => status === 'computed').length,
      normative: figures.filter(({ status }) => status === 'normative').length,
    },
    conditions: total(
      parts.flatMap((p) => p.conditions),
      extras.reduce((n, e) => n + e.conditions.length, 0),
    ),
    bodies: total(
      parts.flatMap((p) => p.bodies),
      extras.reduce((n, e) => n + e.bodies.length, 0),
    ),
  };
}
