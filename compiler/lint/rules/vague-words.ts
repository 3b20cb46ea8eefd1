import { drafting } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import { bindingTexts, firstFound } from '../conditions.ts';
import type { Rule } from '../rule.ts';

const vague = /适当|酌情|视情况?|根据(?:实际)?情况|相关(?!系数|性)|有关|相应|原则上|必要时/;
/** A condition, a denial or a duty that leaves open whom or what it means. */
export const vagueWords: Rule = {
  name: 'vague-words',
  zh: '用语含糊',
  entries: [drafting.vagueWords],
  check: (input) =>
    firstFound(bindingTexts(input), vague).map(({ file, node, word }) =>
      diagnose(drafting.vagueWords, file, node.span, { word }),
    ),
};
