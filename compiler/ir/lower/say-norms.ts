import type { Lang, Localised } from '../../../language/diagnostics/diagnostic.ts';
import type * as T from '../../../language/syntax/tree.ts';
import type { Type } from '../../check/types.ts';
import type { Rational } from '../rational.ts';
import { constantText } from './say.ts';

/** A figure as it is printed. */
export interface Figure {
  readonly value: Rational;
  readonly type: Type;
  readonly written: string;
  /** Of a range. */
  readonly upper?: Figure;
}

/** What the sentence about a norm is made of. */
export interface NormParts {
  readonly node: T.Norm;
  /** The `encourage` or `may` around it. */
  readonly within: T.Encourage | undefined;
  readonly bearers: readonly string[];
  readonly figure?: Figure;
  readonly duty?: T.Duty;
  readonly entry?: T.TargetEntry;
}

/** A norm as a sentence, without its condition. */
export function sayNorm(parts: NormParts): Localised {
  const sentence = sayAct(parts);
  const { within } = parts;
  if (within === undefined) return sentence;
  const who = within.bearers.map((b) => b.text);
  return within.modality === 'encourage'
    ? { zh: `鼓励${who.join('、')}：${sentence.zh}`, en: `${who.join(', ')} are encouraged: ${sentence.en}` }
    : { zh: `${who.join('、')}可以：${sentence.zh}`, en: `${who.join(', ')} may: ${sentence.en}` };
}

function sayAct({ node, bearers, figure, duty, entry }: NormParts): Localised {
  const [who, whom] = [bearers.join('、'), bearers.join(', ')];
  switch (node.kind) {
    case 'Recognise': {
      const [subject, as] = [said(node.subject), said(node.as)];
      return { zh: `${subject}视同${as}`, en: `${subject} is recognised as ${as}` };
    }
    case 'Exempt': {
      const from = said(node.from);
      return { zh: `${node.party.text}免除${from}`, en: `${node.party.text} is exempt from ${from}` };
    }
    case 'Entitle': {
      const share = shareText(node, figure);
      return { zh: `${node.party.text}可获${share.zh}`, en: `${node.party.text} may receive ${share.en}` };
    }
    case 'Hold': {
      const share = shareText(node, figure);
      const subject = said(node.subject);
      return { zh: `${subject}应${share.zh}`, en: `${subject} is held to ${share.en}` };
    }
    case 'Reckon': {
      const [of, as] = [said(node.of), said(node.as)];
      return {
        zh: `${of}减按${figureText(figure, 'exactly').zh}计入${as}`,
        en: `${figureText(figure, 'exactly').en} of ${of} is reckoned as ${as}`,
      };
    }
    case 'Oblige': {
      const what = duty ? said(duty.what) : '';
      const much = duty && figure ? figureText(figure, duty.bound) : { zh: '', en: '' };
      const when = termsText(node.terms);
      return {
        zh: `${who}应当${when.zh}${much.zh === '' ? '：' : `完成${much.zh}`}${what}`,
        en: `${whom} must${when.en}${much.en === '' ? ': ' : ` reach ${much.en} `}${what}`,
      };
    }
    case 'Encourage': {
      const act = node.act.kind === 'Text' ? node.act.value : '';
      return node.modality === 'encourage'
        ? { zh: `鼓励${who}：${act}`, en: `${whom} are encouraged: ${act}` }
        : { zh: `${who}可以：${act}`, en: `${whom} may: ${act}` };
    }
    case 'Target': {
      const name = said(node.figure);
      if (entry === undefined) return { zh: name, en: name };
      const much = figureText(figure, entry.bound);
      const when = termsText(entry.terms);
      const year = entry.year === undefined ? '' : `${entry.year}`;
      return {
        zh: `${name}：${year === '' ? when.zh : `${year}年`}${much.zh}`,
        en: `${name}: ${much.en}${year === '' ? when.en : ` in ${year}`}`,
      };
    }
    case 'Revoke':
      return { zh: `取消${said(node.what)}`, en: `${said(node.what)} is revoked` };
    case 'Reclaim': {
      const term = durationText(node.within);
      return {
        zh: `${term.zh === '' ? '' : `${term.zh}内发生的，`}追回已拨付的资金`,
        en: `what was paid is reclaimed${term.en === '' ? '' : ` where it happens within ${term.en}`}`,
      };
    }
    case 'Bar': {
      const term = durationText(node.years);
      return {
        zh: `${term.zh === '' ? '' : `${term.zh}内`}不得申报`,
        en: `no application is taken${term.en === '' ? '' : ` for ${term.en}`}`,
      };
    }
    default:
      return node satisfies never;
  }
}

/** 不低于净收入的70%, at least 70% of 净收入; where the base is open, why. */
function shareText({ of, bound }: T.Entitle | T.Hold, figure: Figure | undefined): Localised {
  const base = baseName(of);
  const much = figureText(figure, bound);
  const open = of?.kind === 'Undecided' ? (of.reason?.value ?? '') : undefined;
  const [pre, rate] = [boundWords[bound].zh, figureText(figure, 'exactly').zh];
  return {
    zh: `${pre}${base === undefined ? '' : `${base}的`}${rate}${open === undefined ? '' : `（基数待明确：${open}）`}`,
    en: `${bound === 'exactly' ? 'exactly ' : ''}${much.en}${base === undefined ? '' : ` of ${base}`}${open === undefined ? '' : ` (of what is undecided: ${open})`}`,
  };
}

/** 不少于10家, at least 10家; 1至2家. */
function figureText(figure: Figure | undefined, bound: T.Bound): Localised {
  if (figure === undefined) return { zh: '', en: '' };
  const of = ({ value, type, written }: Figure, lang: Lang) => constantText(value, type, written, lang);
  const both = (lang: Lang, to: string) =>
    figure.upper === undefined ? of(figure, lang) : `${of(figure, lang)}${to}${of(figure.upper, lang)}`;
  const word = boundWords[bound];
  return {
    zh: `${word.zh}${both('zh', '至')}`,
    en: `${word.en}${word.en === '' ? '' : ' '}${both('en', ' to ')}`,
  };
}

const boundWords: Readonly<Record<T.Bound, Localised>> = {
  'at-least': { zh: '不低于', en: 'at least' },
  'at-most': { zh: '不高于', en: 'at most' },
  exactly: { zh: '', en: '' },
  over: { zh: '超过', en: 'over' },
  about: { zh: '约', en: 'about' },
};

/** 每年, 到2028年, 5年内; in English with a blank before. */
function termsText(terms: readonly T.Term[]): Localised {
  const parts = terms.map((term): Localised => {
    if (term.form === 'each-year') return { zh: '每年', en: ' each year' };
    if (term.form === 'within') {
      const { zh, en } = durationText(term.value);
      return { zh: `${zh}内`, en: ` within ${en}` };
    }
    const { value } = term;
    if (value?.kind === 'DateLiteral') return { zh: `到${value.iso}`, en: ` by ${value.iso}` };
    const year = value?.kind === 'NumberLiteral' ? `${value.numerator}` : '';
    return { zh: `到${year}年`, en: ` by ${year}` };
  });
  return { zh: parts.map((part) => part.zh).join(''), en: parts.map((part) => part.en).join('') };
}

function durationText(value: T.Expression | undefined): Localised {
  if (value?.kind !== 'NumberLiteral') return { zh: '', en: '' };
  const months = Number(value.numerator) / Number(value.denominator);
  if (months % 12 !== 0) return { zh: `${months}个月`, en: `${months} months` };
  const years = months / 12;
  return { zh: `${years}年`, en: years === 1 ? '1 year' : `${years} years` };
}

/** What a share is of, by name: a fact, or words of the text. */
export function baseName(of: T.Expression | undefined): string | undefined {
  return of?.kind === 'NameExpression' ? of.name.text : of?.kind === 'Text' ? of.value : undefined;
}

/** A thing of the text: a name, or words in quotation marks. */
export function said(of: T.Name | T.Text): string {
  return of.kind === 'Name' ? of.text : of.value;
}
