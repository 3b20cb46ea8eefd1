import { between } from '../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../language/diagnostics/define.ts';
import type { Diagnostic, Localised } from '../../language/diagnostics/diagnostic.ts';
import type { PolicyIr } from '../ir/ir.ts';
import type { ConflictFinding, NormSide } from './conflict.ts';
import { both, witnessText } from './say-witness.ts';
import { recordOf } from './witness.ts';

/** Sentences about norms that contradict each other, and about an exemption from what is denied. */
export function conflictDiagnostic(finding: ConflictFinding): Diagnostic {
  if (finding.kind === 'denial') return denialDiagnostic(finding);
  const [one, two] = finding.sides;
  const policies = policiesOf(one.policy, two.policy);
  const { file, span } = two.norm.origin;
  const bodies = (side: NormSide): Localised => ({
    zh: `“${side.norm.measure}”由${side.norm.by.join('、')}认定`,
    en: `"${side.norm.measure}": ${side.norm.by.join(', ')}`,
  });
  const args = {
    first: normName(one, two),
    second: normName(two, one),
    witness: both((lang) => witnessText(finding.witness, policies, lang)),
  };
  const extras = {
    related: [
      { ...one.norm.origin, message: { zh: `“${one.norm.measure}”在这里`, en: `"${one.norm.measure}" is here` } },
    ],
  };
  const base =
    finding.kind === 'shares'
      ? diagnose(between.sharesConflict, file, span, { ...args, one: one.norm.say, two: two.norm.say }, extras)
      : diagnose(between.bodiesConflict, file, span, { ...args, one: bodies(one), two: bodies(two) }, extras);
  return {
    ...base,
    finding: 'conflict',
    measures: [one.norm.measure, two.norm.measure],
    settled: false,
    witness: { facts: recordOf(finding.witness, policies), asOf: finding.witness.asOf },
  };
}

function denialDiagnostic({ norm, denial, witness }: Extract<ConflictFinding, { kind: 'denial' }>): Diagnostic {
  const policies = policiesOf(norm.policy, denial.policy);
  const punishing = 'punishing' in denial ? denial.punishing : undefined;
  const measure = 'punishing' in denial ? denial.punishing.measure : denial.benefit.measure;
  const { file, span } = 'punishing' in denial ? denial.punishing.origin : denial.veto;
  const reason = 'punishing' in denial ? denial.punishing.say : (denial.veto.because ?? norm.norm.object);
  const place = {
    ...norm.norm.origin,
    message: { zh: `“${norm.norm.measure}”在这里`, en: `"${norm.norm.measure}" is here` },
  };
  const args = {
    first: norm.norm.measure,
    second: measure,
    one: norm.norm.say,
    reason,
    other: norm.norm.measure,
    witness: both((lang) => witnessText(witness, policies, lang)),
  };
  return {
    ...diagnose(punishing === undefined ? between.denialConflict : between.punishmentConflict, file, span, args, {
      related: [place],
    }),
    finding: 'conflict',
    measures: [...new Set([norm.norm.measure, measure])],
    settled: false,
    witness: { facts: recordOf(witness, policies), asOf: witness.asOf },
  };
}

function normName(side: NormSide, other: NormSide): string {
  const { norm, policy } = side;
  const name = norm.clause === undefined ? norm.measure : `${norm.measure} ${norm.clause}`;
  return policy === other.policy ? name : `${policy.name} ${name}`;
}

function policiesOf(a: PolicyIr, b: PolicyIr): readonly PolicyIr[] {
  return a === b ? [a] : [a, b];
}
