import { manifestOf, readText } from '../../compiler/source-text/extract.ts';
import { type FoundFigure, figuresIn } from '../../compiler/source-text/figures.ts';
import type { Figure, Manifest } from '../../compiler/source-text/manifest.ts';
import { normal } from '../../compiler/source-text/normalise.ts';

/** The manifest of a text, under a name that does not matter. */
export const extract = (text: string): Manifest => manifestOf(readText(text), 'test');

/** The figures of a phrase in one line each: `money 500000000 highest/最高 per 家 yearly`. */
export const figures = (phrase: string): string[] =>
  figuresIn(normal(phrase)).map(({ figure }: FoundFigure) => showFigure(figure));

export function showFigure({ type, value, to, unit, per, limit, limitWord, yearly }: Figure): string {
  return [
    type,
    to === undefined ? value : `${value}..${to}`,
    unit,
    limit && `${limit}/${limitWord}`,
    per && `per ${per}`,
    yearly && 'yearly',
  ]
    .filter((part) => part)
    .join(' ');
}

/** An invented text of the usual build: letterhead, preamble, headings, clauses, closing, commentary. */
export const sample = `关于支持甲业发展的若干措施
甲政发〔2031〕7号

各区县：
为加快发展甲业，制定本措施。
一、支持建设
（一）支持建设甲平台。对新认定的甲平台，每家给予最高３００万元。（责任单位：市甲局、市乙委（市丙局））
（二）支持购置设备。按设备费的15%补助，每年
最高不超过1,200万元。〔责任单位：市甲局〕
二、支持人才
（三）引进人才。5年内引进20名
以上，每人每年补助六万元。（市甲局、市丁局按职责分工负责）
（四）开展评价。绩效评价结果为优秀的，给予二十五万元。（市甲局负责）
本措施自印发之日起施行，有效期三年，由市甲局负责解释。
政策解读
一、背景
到2031年底，建成10家。
`;
