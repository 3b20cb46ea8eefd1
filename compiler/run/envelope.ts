import type { Facts, JointResult, Lang, Metadata } from '../../stdlib/runtime/types.ts';
import { hashOf } from './canonical-json.ts';

/** What a result was computed from: enough to compute it again, and to tell whether anything has changed since. */
export interface Envelope {
  /** The edition of the language. */
  readonly edition: string;
  /** The version of the compiler. */
  readonly compiler: string;
  /** The hash of every policy, by its name. */
  readonly policies: Readonly<Record<string, string>>;
  /** SHA-256 of the canonical JSON of the checked facts, decisions included, past awards not. */
  readonly facts: string;
  /** SHA-256 of the canonical JSON of the past awards; absent: unknown. */
  readonly ledger?: string;
  /** ISO date. */
  readonly asOf: string;
  /** How the run read what the policies leave open, where it tried to. */
  readonly readings?: Readonly<Record<string, string>>;
  /** The language of the sentences. */
  readonly lang: Lang;
}

export function envelopeOf(
  policies: readonly Metadata[],
  { facts, result }: { readonly facts: Facts; readonly result: JointResult },
  lang: Lang,
  readings?: Readonly<Record<string, string>>,
): Envelope {
  const [first] = policies;
  const { ledger, ...given } = facts;
  return {
    edition: first?.edition ?? '',
    compiler: first?.compiler ?? '',
    policies: Object.fromEntries(policies.map(({ policy, hash }) => [policy, hash])),
    facts: hashOf(given),
    ...(ledger !== undefined && { ledger: hashOf(ledger) }),
    asOf: result.asOf,
    ...(readings && { readings }),
    lang,
  };
}
