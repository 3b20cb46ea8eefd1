import { modalityWords } from '../syntax/keywords.ts';
import type {
  BenefitReference,
  Decide,
  Expect,
  GivenAward,
  GivenFact,
  GivenParty,
  GivenValue,
  NormReference,
  OutcomeName,
  TryReading,
} from '../syntax/tree.ts';
import { expression, name, names } from './expressions.ts';
import { givenAward, givenYearly } from './history.ts';
import { list, type Part } from './layout.ts';
import { modifier } from './modifiers.ts';
import { said } from './norms.ts';
import type { Doc, Page } from './page.ts';
import { nameAt, otherwiseSaid, type Words, word } from './words.ts';

/** What an example gives, decides and expects. */
export function exampleLine(node: GivenParty | GivenAward | TryReading | Expect | Decide, page: Page): Doc {
  const { words } = page;
  switch (node.kind) {
    case 'GivenParty':
      return [`${nameAt(node.party.text, 'first')} `, facts(node, node.facts, page)];
    case 'GivenAward':
      return givenAward(node, page);
    case 'TryReading':
      return `${word('tryReading', words)} ${name(node.reading)} ${words.equals} ${name(node.option)}`;
    case 'Decide':
      return [`${word('decide', words)} ${reference(node.target)} ${words.equals} `, expression(node.value, page)];
    case 'Expect':
      return expectation(node, page);
    default:
      return node satisfies never;
  }
}

function facts(
  owner: GivenParty | Extract<GivenValue, { kind: 'GivenRecord' }>,
  given: readonly GivenFact[],
  page: Page,
): Doc {
  const { words } = page;
  const parts = given.map((fact): Part => {
    const doc = [`${nameAt(fact.name.text, 'label')}${words.colon}`, givenValue(fact.value, page)];
    return { node: fact, doc };
  });
  return list(page, owner, parts, { brackets: '{}', padded: true, separator: words.comma, keepsLines: true });
}

function givenValue(node: GivenValue, page: Page): Doc {
  switch (node.kind) {
    case 'GivenRecord':
      return facts(node, node.facts, page);
    case 'GivenYearly':
      return givenYearly(node, page);
    case 'GivenList': {
      const parts = node.items.map((item): Part => ({ node: item, doc: givenValue(item, page) }));
      return list(page, node, parts, { brackets: '[]', padded: false, separator: page.words.comma, keepsLines: true });
    }
    default:
      return expression(node, page);
  }
}

/** `expect 硕博培养 = 50万元`, `应得 硕博培养 ＝ 50万元`, `应为 订单培养 待评定 150万元`. */
function expectation(node: Expect, page: Page): Doc {
  const { words } = page;
  const { target, outcome, amount, facts: asked, process } = node;
  if (node.norm !== undefined) return normExpectation(node.norm, node, page);
  const zh = words.vocabulary === 'zh';
  if (process) {
    // The process has no line of its own: what is said beside it is said of the expectation.
    page.comments.handOver(process, 'before', node, 'before');
    page.comments.handOver(process, 'after', node, 'after');
  }
  const by = process ? [zh ? `${words.comma}${words.gap}` : ' ', modifier(process, page, 'sentence')] : '';
  const whose = target ? ` ${reference(target)}` : '';
  const value = amount ? [' ', expression(amount, page)] : '';
  if (outcome === undefined) return [`${word('expect', words)}${whose} ${words.equals}`, value, by];
  const head = zh ? otherwiseSaid('expect', '应为') : word('expect', words);
  const needed = asked.length > 0 ? ` ${names(asked, words)}` : '';
  return [`${head}${whose} ${outcomeWord(outcome, words)}${needed}`, value, by];
}

/** `expect may[2] does not hold`, `应为 可以[2] 不成立`; `expect recognise 项目 needs 登记` */
function normExpectation(
  { modality, object, position }: NormReference,
  { holds, facts: asked }: Expect,
  page: Page,
): Doc {
  const { words } = page;
  const zh = words.vocabulary === 'zh';
  const head = zh ? otherwiseSaid('expect', '应为') : word('expect', words);
  const about = object === undefined ? '' : [' ', said(object, page)];
  const state = holds === null ? word('needs', words) : word(holds ? 'holds' : 'doesNotHold', words);
  const needed = asked.length > 0 ? ` ${names(asked, words)}` : '';
  return [
    `${head} ${modalityWords(modality)[words.vocabulary]}`,
    about,
    position === undefined ? '' : `[${position}]`,
    ` ${state}${needed}`,
  ];
}

function outcomeWord(outcome: OutcomeName, words: Words): string {
  switch (outcome) {
    case 'granted':
    case 'ceiling':
    case 'selective':
    case 'suppressed':
    case 'denied':
    case 'needs':
      return word(outcome, words);
    case 'undecided':
      return word(words.vocabulary === 'zh' ? 'undecidedOutcome' : 'undecided', words);
    case 'case-by-case':
      return word('caseByCase', words);
    default:
      return outcome satisfies never;
  }
}

/** `甲`, `措施.甲[2]` */
function reference({ measure, name: own, item }: BenefitReference): string {
  return `${measure ? `${name(measure)}.` : ''}${name(own)}${item === undefined ? '' : `[${item}]`}`;
}
