import * as vscode from 'vscode';
import { rangeOf } from './places.ts';
import type { CoveredPlace, FileCoverageAnswer } from './protocol-tests.ts';

/** What lies behind the figures of a file: the editor asks for it when it shows the file. */
export type Details = WeakMap<vscode.FileCoverage, readonly vscode.FileCoverageDetail[]>;

/** What the examples reach of a file: benefits as its functions, conditions, caps and amounts as its statements. */
export function coverageOf({ uri, places }: FileCoverageAnswer, details: Details): vscode.FileCoverage {
  const found = places.map(detailOf);
  const file = vscode.FileCoverage.fromDetails(vscode.Uri.parse(uri), found);
  details.set(file, found);
  return file;
}

function detailOf({ range, benefit, reached, branches }: CoveredPlace): vscode.FileCoverageDetail {
  const at = rangeOf(range);
  if (benefit !== undefined) return new vscode.DeclarationCoverage(benefit, reached, at);
  return new vscode.StatementCoverage(
    reached,
    at,
    // Where one way was never taken the place is not covered, and the gutter says so: the way stands over the place itself.
    branches.map((branch) => new vscode.BranchCoverage(branch.reached, branch.reached ? undefined : at, branch.label)),
  );
}
