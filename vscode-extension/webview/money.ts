/** A sum as it is typed: a figure and its unit. Bare figures are yuan. */
export interface Sum {
  readonly figure: string;
  readonly unit: MoneyUnit;
}

export const moneyUnits = ['元', '万元', '亿元'] as const;
export type MoneyUnit = (typeof moneyUnits)[number];

/** Takes the unit off a text: 50万元, 1.5亿, 6000. What ends in something else keeps it, to be told as a mistake. */
export function sumOf(text: string, unit: MoneyUnit = '元'): Sum {
  const [, figure = '', own = ''] = /^\s*(.*?)\s*(元|万元?|亿元?)?\s*$/s.exec(text) ?? [];
  if (own === '') return { figure, unit };
  return { figure, unit: own === '元' ? '元' : own.startsWith('万') ? '万元' : '亿元' };
}

/** The text of a record; '' is unknown. */
export function sumText({ figure, unit }: Sum): string {
  if (figure.trim() === '') return '';
  return /\d$/.test(figure.trim()) ? `${figure.trim()}${unit}` : figure.trim();
}
