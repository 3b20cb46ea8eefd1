import type * as T from '../../language/syntax/tree.ts';

/** A declared thing and where it was declared. One symbol may have several declarations: party blocks are open. */
interface SymbolBase<K extends string> {
  readonly kind: K;
  readonly name: string;
  readonly declarations: readonly Place[];
}

/** A name in a file. */
export interface Place {
  readonly file: string;
  readonly name: T.Name;
}

export interface AgencySymbol extends SymbolBase<'agency'> {
  readonly aliases: readonly string[];
  readonly formerly: readonly string[];
}

export interface PartySymbol extends SymbolBase<'party'> {
  readonly aliases: readonly string[];
  /** Filled in once all parties are declared. */
  readonly parents: PartySymbol[];
}

export interface EnumSymbol extends SymbolBase<'enum'> {
  readonly members: readonly string[];
}

export interface RecordSymbol extends SymbolBase<'record'> {
  readonly fields: FactSymbol[];
}

export interface UnitSymbol extends SymbolBase<'unit'> {
  readonly aliases: readonly string[];
}

export interface MatterSymbol extends SymbolBase<'matter'> {
  /** The matter it lies under, by name. */
  readonly parent: string | undefined;
  readonly label: string | undefined;
}

/** The type of a fact, resolved. */
export type FactType =
  | {
      readonly type: 'money' | 'rate' | 'count' | 'date' | 'duration' | 'bool' | 'key';
      /** Of money: what one of the unit costs. */
      readonly per?: UnitSymbol;
    }
  | { readonly type: 'quantity'; readonly unit: UnitSymbol }
  | { readonly type: 'enum'; readonly enum: EnumSymbol }
  | { readonly type: 'list'; readonly record: RecordSymbol }
  /** The type name could not be resolved; told once, silent after. */
  | { readonly type: 'unknown' };

/** A fact of an applicant, or a field of a record. */
export interface FactSymbol extends SymbolBase<'fact'> {
  readonly aliases: readonly string[];
  readonly factType: FactType;
  readonly signed: boolean;
  /** Each year has a figure of its own. */
  readonly byYear: boolean;
  readonly label: string | undefined;
  readonly basis: string | undefined;
  /** The formula of a derived fact and the file it stands in. */
  readonly derived: { readonly value: T.Expression; readonly file: string } | undefined;
  /** The kinds of party that declare it; empty for a field of a record. */
  readonly parties: readonly PartySymbol[];
  readonly record: RecordSymbol | undefined;
  /** Its values, where the sources set them: as of a day before all of them it has to be given. */
  readonly parameter?: { readonly node: T.ParameterDeclaration; readonly file: string };
}

export interface LetSymbol extends SymbolBase<'let'> {
  /** Of a score: the sum of its rows. */
  readonly node: T.Let;
  readonly file: string;
  /** The measure it stands in; undefined at the top level. */
  readonly measure: MeasureSymbol | undefined;
}

export interface BudgetSymbol extends SymbolBase<'budget'> {
  readonly node: T.Budget;
  readonly file: string;
}

export interface MeasureSymbol extends SymbolBase<'measure'> {
  readonly node: T.Measure;
  readonly file: string;
  readonly policy: PolicySymbol;
  readonly lets: Map<string, LetSymbol>;
}

/** A policy, declared or implied by a file or folder that declares none. */
export interface PolicySymbol extends SymbolBase<'policy'> {
  readonly node: T.Policy | undefined;
  readonly file: string;
  /** All files whose measures belong to it. */
  readonly files: string[];
  readonly measures: Map<string, MeasureSymbol>;
  readonly budgets: Map<string, BudgetSymbol>;
}

export type AnySymbol =
  | AgencySymbol
  | PartySymbol
  | EnumSymbol
  | RecordSymbol
  | UnitSymbol
  | MatterSymbol
  | FactSymbol
  | LetSymbol
  | BudgetSymbol
  | MeasureSymbol
  | PolicySymbol;

/** The name of a kind of symbol, for messages. */
export const symbolWord: Readonly<Record<AnySymbol['kind'], { readonly zh: string; readonly en: string }>> = {
  agency: { zh: '机构', en: 'agency' },
  party: { zh: '主体', en: 'party' },
  enum: { zh: '分类', en: 'enum' },
  record: { zh: '名录', en: 'record' },
  unit: { zh: '计量单位', en: 'unit' },
  matter: { zh: '事项', en: 'matter' },
  fact: { zh: '事实', en: 'fact' },
  let: { zh: '其中项', en: 'named value' },
  budget: { zh: '资金池', en: 'budget' },
  measure: { zh: '措施', en: 'measure' },
  policy: { zh: '政策', en: 'policy' },
};
