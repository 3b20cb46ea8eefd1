/**
 * The source manifest: what an official text says, without its sentences. Made once from the text (`cuoshi source add`),
 * committed beside the policy, and compared with the code ever after (`cuoshi coverage`). It holds clause numbers,
 * figures, condition words, names of bodies, and a hash of each clause, so that a changed text is noticed.
 */
export interface Manifest {
  readonly format: 'cuoshi-source/1';
  /** The policy that the text is the source of. */
  readonly policy: string;
  /** SHA-256 (hexadecimal) over the normalised text of all parts inside coverage, in order. */
  readonly hash: string;
  /** In the order of the text, which every list below keeps as well. */
  readonly parts: readonly Part[];
}

/**
 * What a stretch of the text is. Measures answer `clause` and `closing` (rules after the last clause: effect, analogy,
 * stacking); `preamble` stands before the first clause; `front` is letterhead, number, addressees and signature;
 * `heading` is a numbered heading that has no text of its own; `commentary` (政策解读, hotlines) is outside coverage.
 */
export type PartRole = 'front' | 'preamble' | 'heading' | 'clause' | 'closing' | 'commentary';

export interface Part {
  /**
   * What `clause "…"` in the code names: the numbers from the outermost heading to the clause, with ASCII digits and
   * full-width parentheses whatever the text prints: `一（一）`, `二（五）21`; articles stand alone, since they are
   * counted through all chapters: `第三条`, `第三条（一）`. A number that comes again has `·2` added. Parts without a
   * number are named by their role in Chinese: 文头, 前言, 结尾, 解读. Unique within a manifest.
   */
  readonly clause: string;
  readonly role: PartRole;
  /** The heading path, where there are headings above: `["二", "（五）", "21"]`. */
  readonly path?: readonly string[];
  /** SHA-256 (hexadecimal) of the part's normalised text: line breaks, blanks, widths and its number do not matter. */
  readonly hash: string;
  /** Characters of the normalised text: tells a short heading from a long clause. */
  readonly length: number;
  readonly figures: readonly Figure[];
  /** Condition words in order, repeated where the text repeats them: 获批, 新认定, 首次, 规模以上, 优秀. */
  readonly conditions: readonly string[];
  readonly bodies: readonly Body[];
}

/**
 * - `money` fen; `rate` a fraction of 1 (同等额度 is 1; 1:1 is 1); `count` people and things, with `unit`;
 *   `quantity` all other measured units; `year`, `date` (ISO); `duration` months; `times` (2 倍);
 *   `number` a bare one; `name` a designation that is written with numerals and computes nothing (“13+34”, “6+N”).
 */
export type FigureType =
  | 'money'
  | 'rate'
  | 'count'
  | 'quantity'
  | 'year'
  | 'date'
  | 'duration'
  | 'times'
  | 'number'
  | 'name';

/** How a figure bounds, in the words of the texts. Where both directions can be meant (以内), the direction counts. */
export type FigureLimit =
  /** 最高: a ceiling, or a cap after a formula. */
  | 'highest'
  /** 不超过, 不高于, 以内, 至多, 上限 */
  | 'at-most'
  /** 以下, 低于, 不足: below, or up to. */
  | 'below'
  /** 不少于, 不低于, 至少, 以上, 满 */
  | 'at-least'
  /** 超过, 高于, 突破 */
  | 'over'
  /** 左右, 约 */
  | 'about';

export interface Figure {
  readonly type: FigureType;
  /** As printed, widths folded, without what is around it: `2亿元`, `10%`, `同等额度`, `30名`. Never more than the figure. */
  readonly text: string;
  /**
   * The value in the base of its type as a decimal integer, a fraction `1/10` in lowest terms, an ISO date (without a
   * day `2031-06`, without a year `--06-30`), or, for a name, its characters. Two spellings of one figure have one value.
   */
  readonly value: string;
  /** The upper end of a range, in the same form: 1-2家, 2023-2025年. */
  readonly to?: string;
  /** What is counted or measured: 名, 家, 项. */
  readonly unit?: string;
  /** What a sum is for, each: `生`, `人年` (每人每年). */
  readonly per?: string;
  readonly limit?: FigureLimit;
  /** The limit as printed: 最高, 不超过, 以上. */
  readonly limitWord?: string;
  /** 每年, 年度, 当年: the figure is said of one year. */
  readonly yearly?: true;
  /** Of a rate: its sentence does not say what it is a rate of. */
  readonly baseless?: true;
}

export interface Body {
  /** As the text names it. */
  readonly name: string;
  /** 〔…（X）〕: another name that the text gives for the same body. */
  readonly alias?: string;
  /** responsible: 责任单位, X负责, 按职责分工负责. issuer: signs or leads and interprets. */
  readonly role: 'responsible' | 'issuer';
  /** 按职责分工: each within its own duties. */
  readonly shared?: true;
}
