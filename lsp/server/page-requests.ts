import type { Lang } from '../../stdlib/runtime/types.ts';
import type { ProsePlace } from '../ide/prose-page.ts';
import type { HasErrors, NoPolicy } from './custom-requests.ts';

/** Requests for pages beside the source; like those of custom-requests.ts, they execute nothing. */

/** `cuoshi/prose`: the policy that a document belongs to, as people read it. */
export const proseRequest = 'cuoshi/prose';

export interface ProseParams {
  readonly uri: string;
  /** Absent: the language of messages. */
  readonly lang?: Lang;
}

export type ProseAnswer = ProsePage | HasErrors | NoPolicy;

/** The body of a page as `cuoshi doc` renders it: elements and classes only, all text escaped. */
export interface ProsePage {
  readonly kind: 'page';
  readonly policy: string;
  readonly title: string;
  readonly body: string;
  readonly places: readonly (Omit<ProsePlace, 'file'> & { readonly uri: string })[];
}
