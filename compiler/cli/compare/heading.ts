import { isEmpty, type PolicyDiff } from '../../analyse/diff/model.ts';
import { list } from '../../analyse/diff/say-diff.ts';
import type { Terminal } from '../terminal.ts';
import { compareWords } from '../words-compare.ts';
import type { Report } from './report.ts';

/** How a form writes what is text: with whatever is markup in it escaped. */
export interface Marking {
  readonly text: (text: string) => string;
  /** The name of a revision. */
  readonly revision: (text: string) => string;
}

/** What stands above the comparison of the policies, in any form. */
export interface Heading {
  readonly title: string;
  readonly revisions: string | undefined;
  readonly changed: readonly PolicyDiff[];
  /** That nothing changed, and policies that came, went or stayed. */
  readonly lines: readonly string[];
}

export function headingOf(report: Report, { say, lang }: Terminal, mark: Marking): Heading {
  const { diffs, added, removed, revisions } = report;
  const changed = diffs.filter((diff) => !isEmpty(diff));
  const line = (
    what: 'policiesAdded' | 'policiesRemoved' | 'policiesSame',
    policies: readonly { readonly name: string }[],
  ) => {
    const names = policies.map(({ name }) => mark.text(name));
    return names.length === 0 ? [] : [say(compareWords[what], { names: list(names, lang) })];
  };
  const until = revisions?.until === undefined ? say(compareWords.workingTree) : mark.revision(revisions.until);
  return {
    title: mark.text(say(compareWords.title)),
    revisions: revisions && `${mark.revision(revisions.since)} → ${until}`,
    changed,
    lines: [
      ...(changed.length + added.length + removed.length === 0 ? [say(compareWords.nothingChanged)] : []),
      ...line('policiesAdded', added),
      ...line('policiesRemoved', removed),
      ...line(
        'policiesSame',
        diffs.filter(isEmpty).map((diff) => diff.new),
      ),
    ],
  };
}
