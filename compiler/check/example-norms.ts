import { structure } from '../../language/diagnostics/catalogue/index.ts';
import { modalityWords } from '../../language/syntax/keywords.ts';
import { isNorm } from '../../language/syntax/statement-kinds.ts';
import type * as T from '../../language/syntax/tree.ts';
import { unknownName } from '../bind/scope.ts';
import type { MeasureSymbol } from '../bind/symbols.ts';
import { type Context, report } from './context.ts';
import type { NormTarget } from './model.ts';
import { entriesOf } from './norms.ts';

/** What tells a norm from the others of its measure. */
export interface NormName {
  readonly modality: T.Modality;
  /** The duty, the liability, the thing recognised or reckoned; '' where it has none. */
  readonly object: string;
}

/** The norms that an expectation is about; tells where the measure has none such. */
export function checkNormReference(
  reference: T.NormReference,
  measure: MeasureSymbol | undefined,
  context: Context,
): NormTarget | undefined {
  const { modality, position } = reference;
  const word = modalityWords(modality);
  const within = measure ?? onlyOwner(modality, context);
  if (within === undefined) {
    report(context, structure.normOfNoMeasure, reference.span, { word });
    return undefined;
  }
  const norms = normNames(within);
  const ofKind = norms.filter((norm) => norm.modality === modality);
  const object = reference.object && saidBy(reference.object);
  const found = object === undefined ? ofKind : ofKind.filter((norm) => norm.object === object);
  if (found.length === 0) {
    const known = ofKind.map((norm) => norm.object).filter((text) => text !== '');
    if (reference.object !== undefined && ofKind.length > 0) {
      const name = { kind: 'Name', text: object ?? '', span: reference.object.span } as const;
      const kind = { zh: `“${word.zh}”内容`, en: `object of "${word.en}"` };
      context.output.diagnostics.push(unknownName(kind, name, context.file, known));
    } else {
      const words = [...new Set(norms.map((norm) => norm.modality))].map(modalityWords);
      report(context, structure.noSuchNorm, reference.span, {
        word,
        measure: within.name,
        known: {
          zh: words.map(({ zh }) => zh).join('、') || '（没有）',
          en: words.map(({ en }) => en).join(', ') || 'none',
        },
      });
    }
    return undefined;
  }
  if (position !== undefined && (position < 1 || position > found.length)) {
    report(context, structure.noSuchNormPosition, reference.span, { word, measure: within.name, n: found.length });
    return undefined;
  }
  return { measure: within, modality, object, position };
}

/** The one measure of the policy that has norms of this kind. */
function onlyOwner(modality: T.Modality, context: Context): MeasureSymbol | undefined {
  const owners = [...context.own.values()].filter((m) => normNames(m).some((norm) => norm.modality === modality));
  return owners.length === 1 ? owners[0] : undefined;
}

/** The norms of a measure in the order of the source, as the lowered ones are: one for each duty and each row of a target. */
export function normNames({ node }: MeasureSymbol): NormName[] {
  return node.body.flatMap((statement) => (isNorm(statement) ? namesOf(statement) : []));
}

function namesOf(node: T.Norm): NormName[] {
  switch (node.kind) {
    case 'Recognise':
      return [{ modality: 'recognise', object: saidBy(node.subject) }];
    case 'Exempt':
      return [{ modality: 'exempt', object: saidBy(node.from) }];
    case 'Entitle':
      return [{ modality: 'entitle', object: baseOf(node.of) }];
    case 'Hold':
      return [{ modality: 'hold', object: saidBy(node.subject) || baseOf(node.of) }];
    case 'Reckon':
      return [{ modality: 'reckon', object: saidBy(node.of) }];
    case 'Oblige':
      return node.duties.map((duty) => ({ modality: 'oblige', object: saidBy(duty.what) }));
    case 'Encourage':
      if (node.act.kind === 'Text') return [{ modality: node.modality, object: node.act.value }];
      return isNorm(node.act) ? namesOf(node.act).map((norm) => ({ ...norm, modality: node.modality })) : [];
    case 'Target':
      return entriesOf(node).map(() => ({ modality: 'target', object: saidBy(node.figure) }));
    case 'Revoke':
      return [{ modality: 'revoke', object: saidBy(node.what) }];
    case 'Reclaim':
      return [{ modality: 'reclaim', object: '' }];
    case 'Bar':
      return [{ modality: 'bar', object: '' }];
    default:
      return node satisfies never;
  }
}

function baseOf(of: T.Expression | undefined): string {
  return of?.kind === 'NameExpression' ? of.name.text : of?.kind === 'Text' ? of.value : '';
}

function saidBy(of: T.Name | T.Text): string {
  return of.kind === 'Name' ? of.text : of.value;
}
