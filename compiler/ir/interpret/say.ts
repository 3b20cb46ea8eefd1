import { pastAwardName, sayChosen, sayFact } from '../../../stdlib/runtime/sentences.ts';
import type { FactValue, Lang } from '../../../stdlib/runtime/types.ts';
import { asOfFact, type Say, type SayPart, type ValueType, yearFact } from '../ir.ts';
import { type Environment, givenValue } from './environment.ts';
import { chosenItem } from './evaluate.ts';
import { pastAwardsOf } from './past-awards.ts';

/** A sentence of the policy with the values of facts filled in; the name of a fact stands where it is missing. */
export function fillSay(say: Say, env: Environment, lang: Lang): string {
  return say[lang]
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'chosen' in part ? sayChosen(chosenItem(part.chosen, env), lang) : fillFact(part, env, lang);
    })
    .join('');
}

function fillFact(part: Extract<SayPart, { readonly fact: string }>, env: Environment, lang: Lang): string {
  const at = part.at ?? 'now';
  // Of a fact that another is read for, the sentence tells the other; while it is open which one, its own name.
  const read = env.reads?.get(part.fact);
  const ref = typeof read === 'string' ? read : part.fact;
  const { asOf, year, declarations } = env.applicant;
  const show = (name: string, value: FactValue | undefined, valueType: ValueType) => {
    const unit = valueType.type === 'quantity' ? { unit: valueType.unit } : {};
    return sayFact(name, at, value, { type: valueType.type, ...unit }, lang);
  };
  if (ref === asOfFact) return show(ref, asOf, { type: 'date' });
  if (ref === yearFact) return show(ref, year, { type: 'count' });
  if (at === 'awarded') {
    const past = pastAwardsOf(ref, env);
    return show(pastAwardName(ref), past === undefined ? undefined : Number(past), { type: 'money' });
  }
  const declaration = declarations.get(ref);
  if (declaration === undefined) throw new Error(`the IR has no fact ${ref}`);
  return show(declaration.name, typeof read === 'object' ? undefined : givenValue(env, ref, at), declaration.valueType);
}
