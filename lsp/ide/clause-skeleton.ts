import type { CheckedPolicy } from '../../compiler/check/model.ts';
import { clauseKey } from '../../compiler/source-text/coverage/collect.ts';
import type { Figure, Part } from '../../compiler/source-text/manifest.ts';
import { nameAt } from '../../language/formatter/words.ts';
import { dominantVocabulary } from '../../language/syntax/dominant-vocabulary.ts';
import type { Vocabulary } from '../../language/syntax/vocabulary.ts';
import { literal, stop } from './completion/item.ts';
import type { Snapshot } from './snapshot.ts';

/** More sums than these are better written one by one. */
const mostSums = 6;
const mostBodies = 4;
/** Names hold no digits in Chinese. */
const numerals = '一二三四五六';

/** A measure for a clause, in the notation of snippets, and where it goes. */
export interface Skeleton {
  readonly file: string;
  readonly offset: number;
  readonly snippet: string;
}

/**
 * A measure for a clause that none answers yet, in the vocabulary of its file, behind the measure of the nearest clause
 * before it; undefined where the policy is not compared with a text, or the text has no such clause.
 */
export function clauseSkeleton(snapshot: Snapshot, policy: CheckedPolicy, clause: string): Skeleton | undefined {
  const parts = snapshot.document(policy)?.coverage?.parts ?? [];
  const index = parts.findIndex(({ part }) => clauseKey(part.clause) === clauseKey(clause));
  const found = parts[index];
  if (found === undefined) return undefined;
  const before = parts.slice(0, index).toReversed();
  const after = parts.slice(index + 1);
  const neighbour =
    before.find(({ measures }) => measures.length > 0) ?? after.find(({ measures }) => measures.length > 0);
  const [place] = neighbour?.measures ?? [];
  const file = place?.file ?? policy.symbol.file;
  const source = snapshot.source(file);
  if (source === undefined) return undefined;
  const item =
    place && source.tree.items.find(({ span }) => span.start <= place.span.start && place.span.end <= span.end);
  const offset = item?.span.end ?? source.text.trimEnd().length;
  const near = place && policy.measures.find(({ symbol }) => symbol.name === place.name);
  const lines = measureFor(found.part, dominantVocabulary(source) ?? 'en', near?.parties[0]?.name);
  return { file, offset, snippet: `\n\n${lines.join('\n')}` };
}

/** A whole measure for a clause of the official text: its number, its bodies, and a benefit for each of its sums. `party` is whom it is likely for. */
export function measureFor(part: Part, vocabulary: Vocabulary, party = '高校'): readonly string[] {
  const zh = vocabulary === 'zh';
  const names = [...new Set(part.bodies.filter(({ role }) => role === 'responsible').map(({ name }) => name))];
  const bodies = names.slice(0, mostBodies).map((name) => nameAt(name, 'elsewhere'));
  const by = stop(5, bodies.length > 0 ? bodies.join(zh ? '、' : ', ') : zh ? '机构' : 'AGENCY');
  const head = zh
    ? [
        `措施 ${stop(1, '名称')} “${stop(2, '标题')}” {`,
        `  条款 “${literal(part.clause)}”`,
        `  对象 ${stop(3, nameAt(party, 'elsewhere'))}`,
        `  事项 ${stop(4, '事项')}`,
        `  责任单位 ${by}`,
      ]
    : [
        `measure ${stop(1, 'NAME')} "${stop(2, 'TITLE')}" {`,
        `  clause "${literal(part.clause)}"`,
        `  for ${stop(3, nameAt(party, 'elsewhere'))}`,
        `  about ${stop(4, 'MATTER')}`,
        `  by ${by}`,
      ];
  return [...head, ...benefitsFor(part, zh).map((line) => `  ${line}`), '}'];
}

/** A line for each sum; for each share where there is no sum; what is still to be settled where there is neither. */
function benefitsFor(part: Part, zh: boolean): string[] {
  const written = (type: Figure['type']) => {
    const texts = new Map(part.figures.filter((f) => f.type === type && f.to === undefined).map((f) => [f.text, f]));
    return [...texts.values()].slice(0, mostSums);
  };
  const sums = written('money');
  const shares = written('rate').filter(({ text }) => /%$/.test(text));
  const figures = sums.length > 0 ? sums : shares;
  if (figures.length === 0) return [zh ? `支持 另行制定 “${stop(6, '…')}”` : `support undecided "${stop(6, '…')}"`];
  let last = 5;
  const next = (text: string) => {
    last += 1;
    return stop(last, text);
  };
  // Several benefits of a measure are told apart by their labels.
  const label = (i: number) =>
    figures.length === 1 ? '' : zh ? `${next(`第${numerals[i]}项`)}：` : `${next(`part-${i + 1}`)}: `;
  return figures.map((figure, i) => {
    const { type, per, limit } = figure;
    const own = label(i);
    const text = literal(figure.text);
    if (type === 'rate') return zh ? `补助 ${own}${next('基数')} 的 ${text}` : `grant ${own}${text} of ${next('BASE')}`;
    if (per !== undefined) return zh ? `补助 ${own}${text}／${next(per)}` : `grant ${own}${text} per ${next(per)}`;
    if (limit === 'highest' || limit === 'at-most')
      return zh ? `支持 ${own}最高 ${text}` : `support ${own}up to ${text}`;
    return zh ? `奖励 ${own}${text}` : `reward ${own}${text}`;
  });
}
