import type { Statement } from '../syntax/tree.ts';
import type { Role } from '../syntax/vocabulary.ts';

/** The roles whose words can head a statement of a kind; none where it has no head of its own. */
export function headRoles(node: Statement): readonly Role[] {
  switch (node.kind) {
    case 'Use':
      return ['use'];
    case 'Policy':
      return ['policy'];
    case 'EnumDeclaration':
      return ['enum'];
    case 'RecordDeclaration':
      return ['record'];
    case 'UnitDeclaration':
      return ['unit', 'currency'];
    case 'ParameterDeclaration':
      return ['parameter'];
    case 'Score':
      return ['score'];
    case 'PartyDeclaration':
      return ['party'];
    case 'DisjointDeclaration':
      return ['disjoint'];
    case 'AgencyDeclaration':
      return ['agency'];
    case 'MatterDeclaration':
      return ['matter'];
    case 'Let':
      return ['let'];
    case 'Measure':
      return ['measure'];
    case 'Budget':
      return ['budget'];
    case 'LedBy':
      return ['ledBy'];
    case 'IssuedBy':
      return ['issuedBy'];
    case 'Level':
      return ['level'];
    case 'Status':
      return ['status'];
    case 'Effective':
      return ['effective', 'effectiveOnPublication'];
    case 'Replaces':
      return ['replaces'];
    case 'Source':
      return ['source'];
    case 'AsOf':
      return ['asOf'];
    case 'Stacking':
      return ['stacking', 'highest', 'sum', 'chooseOne'];
    case 'Waive':
      return ['waive'];
    case 'Extend':
      return ['extendTo'];
    case 'Apply':
      return ['applyTo'];
    case 'Ruling':
      return ['ruling'];
    case 'Bounds':
      return ['bounds'];
    case 'For':
      return ['for'];
    case 'Clause':
      return ['clause'];
    case 'Note':
      return ['note'];
    case 'About':
      return ['about'];
    case 'By':
      return ['by', 'byOpen'];
    case 'When':
      return ['when', 'meetsOpen', 'de'];
    case 'Cap':
      return ['cap', 'upTo'];
    case 'Floor':
      return ['floor'];
    case 'Plus':
      return ['plusPoints'];
    case 'Times':
      return ['times', 'raisedBy'];
    case 'Instead':
      return ['instead'];
    case 'After':
      return ['after'];
    case 'SelectedBy':
      return ['selectedBy', 'after'];
    case 'PaysFrom':
      return ['from'];
    case 'Quota':
      return ['quota'];
    case 'ItemQuota':
      return ['atMost', 'samePer'];
    case 'Sharing':
      return ['proRata', 'inOrderOf'];
    case 'OnceEver':
      return ['onceEver'];
    case 'PaidAtOnce':
      return ['paidAtOnce'];
    case 'Stages':
      return ['paidIn'];
    case 'AtOnce':
      return ['atOnce'];
    case 'PaidTo':
      return ['payTo'];
    case 'BorneBy':
      return ['borneBy', 'byOpen'];
    case 'DecidedBy':
      return ['decidedBy', 'byOpen'];
    case 'PerYear':
      return ['perYear'];
    case 'Covers':
      return ['covers'];
    case 'Deadline':
      return ['applyWithin', 'since'];
    case 'EachYear':
      return ['eachYearFor', 'since'];
    case 'Less':
      return ['lessAwarded'];
    case 'Stray':
      return ['yicixing'];
    case 'Benefit':
      return [node.benefitKind];
    case 'Recognise':
      return ['recognise'];
    case 'Exempt':
      return ['exempt'];
    case 'Entitle':
      return ['entitle'];
    case 'Reckon':
      return ['reckon'];
    case 'Oblige':
      return ['oblige'];
    case 'Encourage':
      return [node.modality];
    case 'Target':
      return ['target'];
    case 'Hold':
      return ['hold', 'notMoreThan', 'notLessThan'];
    case 'Revoke':
      return ['revoke'];
    case 'Reclaim':
      return ['reclaim'];
    case 'Bar':
      return ['bar'];
    case 'Excludes':
      return ['excludes'];
    case 'StacksWith':
      return ['stacksWith'];
    case 'Allow':
      return ['allow'];
    case 'AllowRule':
      return ['allowRule'];
    case 'Deny':
      return ['deny'];
    case 'Example':
      return ['example'];
    case 'TryReading':
      return ['tryReading'];
    case 'GivenAward':
      return ['had', 'hadNothing'];
    case 'Expect':
      return ['expect'];
    case 'Decide':
      return ['decide'];
    case 'GivenParty':
    case 'Skipped':
      return [];
    default:
      return node satisfies never;
  }
}
