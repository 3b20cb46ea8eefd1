import type {
  BenefitReference,
  Decide,
  Expect,
  GivenAward,
  GivenFact,
  GivenParty,
  GivenValue,
  OutcomeName,
} from '../syntax/tree.ts';
import { expression, name, names } from './expressions.ts';
import { givenAward, givenYearly } from './history.ts';
import { list, type Part } from './layout.ts';
import type { Doc, Page } from './page.ts';
import { nameAt, otherwiseSaid, type Words, word } from './words.ts';

/** What an example gives, decides and expects. */
export function exampleLine(node: GivenParty | GivenAward | Expect | Decide, page: Page): Doc {
  const { words } = page;
  switch (node.kind) {
    case 'GivenParty':
      return [`${nameAt(node.party.text, 'first')} `, facts(node, node.facts, page)];
    case 'GivenAward':
      return givenAward(node, page);
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
function expectation({ target, outcome, amount, facts: asked }: Expect, page: Page): Doc {
  const { words } = page;
  const whose = target ? ` ${reference(target)}` : '';
  const value = amount ? [' ', expression(amount, page)] : '';
  if (outcome === undefined) return [`${word('expect', words)}${whose} ${words.equals}`, value];
  const head = words.vocabulary === 'zh' ? otherwiseSaid('expect', '应为') : word('expect', words);
  const needed = asked.length > 0 ? ` ${names(asked, words)}` : '';
  return [`${head}${whose} ${outcomeWord(outcome, words)}${needed}`, value];
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
