import type { Modality } from '../../language/syntax/tree.ts';
import type { Origin } from '../ir/ir.ts';

/** Something of a policy that no example has put to the test. */
export interface Uncovered {
  readonly what:
    | 'benefit'
    | 'condition'
    | 'veto'
    | 'cap'
    | 'floor'
    | 'branch'
    | 'norm-condition'
    | 'shared-cap'
    | 'group';
  /** Of a group: one of the two measures that it could have been between. */
  readonly measure: string;
  readonly benefit: string | null;
  /** Of a group: the other measure. */
  readonly other?: string;
  /** Of a condition of a norm: which kind of norm. */
  readonly modality?: Modality;
  /** Of a condition or veto: what it never was. Of a branch: which of how many, from 1. */
  readonly never?: 'true' | 'false';
  readonly branch?: { readonly number: number; readonly of: number };
  readonly origin: Origin;
}

/** Something of a policy that an example can put to the test, and whether any does. */
export interface CoveragePoint extends Uncovered {
  readonly reached: boolean;
}
