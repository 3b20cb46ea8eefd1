import { formatYuanFixed } from '../../../stdlib/runtime/format.ts';
import type { Fen, Range } from '../../../stdlib/runtime/types.ts';
import type { NormPlan } from '../../ir/ir.ts';
import type { Side } from '../compete.ts';
import { recordOf } from '../witness.ts';
import type { Change, Direction, Largest, Lone, PolicyDiff } from './model.ts';
import { amountText } from './say-diff.ts';
import { wordOf } from './words.ts';

/** The comparison as JSON: verdicts, witnesses as records of facts, money as decimal strings of yuan. */
export function diffJson(diff: PolicyDiff): object {
  const yuan = (fen: Fen | null) => (fen === null ? null : formatYuanFixed(fen));
  const range = (r: Range) => ({ min: yuan(r.min), max: yuan(r.max) });
  const side = ({ policy, benefit }: Side) => ({
    policy: policy.name,
    measure: benefit.measure,
    benefit: benefit.label,
    clause: benefit.clause ?? null,
    parties: benefit.parties,
    by: benefit.by,
    amount: { zh: amountText(benefit, 'zh'), en: amountText(benefit, 'en') },
  });
  const lone = (of: Lone) => ({
    ...side(of),
    matters: of.matters,
    ...(of.most !== undefined && { most: yuan(of.most) }),
  });
  const change = (c: Change) => ({
    witness: {
      facts: recordOf(c.witness, [diff.old, diff.new]),
      asOf: c.witness.asOf,
      ...(c.witness.ledger && { ledger: c.witness.ledger.map((past) => ({ ...past, amount: yuan(past.amount) })) }),
    },
    old: range(c.old),
    new: range(c.new),
  });
  const largest = ({ by, proved, at }: Largest) => ({ by: yuan(by), proved, ...(at && { at: change(at) }) });
  const direction = (d: Direction) => ({
    ...change(d),
    end: d.end,
    largest: largest(d.largest),
    ...(d.amongBoth && { amongBoth: largest(d.amongBoth) }),
  });
  const norm = ({ measure, clause, modality, say }: NormPlan) => ({
    measure,
    ...(clause !== undefined && { clause }),
    modality,
    say,
  });
  return {
    old: diff.old.name,
    new: diff.new.name,
    replaces: diff.replaces,
    compared: diff.compared.map((m) => ({
      matter: m.matter,
      alignedBy: m.by,
      verdict: m.verdict,
      ...(m.amongBoth && { amongBoth: m.amongBoth }),
      old: m.old.map(side),
      new: m.new.map(side),
      ...(m.gain && { gain: direction(m.gain) }),
      ...(m.loss && { loss: direction(m.loss) }),
      ...(m.onlyBefore && { onlyBefore: change(m.onlyBefore) }),
      ...(m.onlyNow && { onlyNow: change(m.onlyNow) }),
      ...(m.manner && { manner: m.manner }),
      ...(m.parties && { parties: m.parties }),
      ...(m.bodies && { bodies: m.bodies }),
      ...(m.details.length > 0 && {
        details: m.details.map(({ aspect, old, new: now }) => ({
          aspect,
          old: old.map((said) => wordOf(aspect, said)),
          new: now.map((said) => wordOf(aspect, said)),
        })),
      }),
      ...(m.undecided !== undefined && { undecided: m.undecided }),
    })),
    added: diff.added.map(lone),
    dropped: diff.dropped.map(lone),
    items: diff.items,
    norms: {
      changed: diff.norms.changed.map((c) => ({ old: norm(c.old), new: norm(c.new) })),
      added: diff.norms.added.map(norm),
      dropped: diff.norms.dropped.map(norm),
    },
    together: diff.together.findings.map(({ kind, matter, measures, settled }) => ({
      finding: kind,
      matter,
      settled,
      measures: measures.map(side),
    })),
    unchangedTogether: diff.together.unchanged.map(({ matters, family, settlement }) => ({
      matters,
      family,
      settled: settlement !== undefined,
      ...(settlement && { settledBy: settlement.policy.name }),
    })),
  };
}
