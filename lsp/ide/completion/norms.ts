import { normNames } from '../../../compiler/check/example-norms.ts';
import type { Modality } from '../../../language/syntax/tree.ts';
import type { Role } from '../../../language/syntax/vocabulary.ts';
import { type Draft, keywordDraft, nameDraft } from './item.ts';
import type { Scene } from './scene.ts';

/** The words of the norms that the measure of the example has, or any measure of the policy where it is of none. */
export function words(scene: Scene): Draft[] {
  const modalities = [...new Set(normsOf(scene).map((norm) => norm.modality))];
  return modalities.flatMap((modality, i) => keywordDraft(roleOf(modality, scene), scene.vocabulary, 2 + i / 100));
}

/** What the norms of one kind are about, where that is a name. */
export function objects(scene: Scene, modality: Modality): Draft[] {
  const found = normsOf(scene).flatMap((norm) => (norm.modality === modality ? [norm.object] : []));
  // Whole sentences are chosen by their position.
  const short = [...new Set(found)].filter((object) => object !== '' && object.length <= 12);
  return short.map((object) => nameDraft(object, 'value', 1));
}

function normsOf({ measure, policy }: Scene) {
  const measures = measure === undefined ? (policy?.measures ?? []) : [measure];
  return measures.flatMap(({ symbol }) => normNames(symbol));
}

function roleOf(modality: Modality, { vocabulary }: Scene): Role {
  return modality === 'hold' && vocabulary === 'zh' ? 'limitNorm' : modality;
}
