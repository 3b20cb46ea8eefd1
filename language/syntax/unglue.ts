import { syntax as messages } from '../diagnostics/catalogue/index.ts';
import type { Span } from '../source/span.ts';
import { type Builder, tell } from './builder.ts';
import type { Modifier, Name } from './tree.ts';

/**
 * Chinese is written without spaces, and so is 订单式培养的 where 订单式培养 的 was meant: a name, to the scanner, which
 * cannot know better. In the place of an amount beside another amount it can be nothing but what a drafter would read.
 */
export function unglued(builder: Builder, name: Name): Modifier | undefined {
  const { text, span } = name;
  // Back-quotes say that the name is meant.
  if (builder.text[span.start] === '`') return undefined;
  const part = (from: number, to: number): Name => ({
    kind: 'Name',
    span: { start: span.start + from, end: span.start + to },
    text: text.slice(from, to),
  });
  const length = text.length;
  if (/^由.+负责$/.test(text)) {
    const agency = part(1, length - 2);
    return told(builder, span, `由 ${agency.text} 负责`, { kind: 'By', span, agencies: [agency] });
  }
  if (/^经.+择优$/.test(text)) {
    const process = part(1, length - 2);
    return told(builder, span, `经 ${process.text} 择优`, { kind: 'SelectedBy', span, process });
  }
  if (/^经.+后$/.test(text)) {
    const process = part(1, length - 1);
    return told(builder, span, `经 ${process.text} 后`, { kind: 'After', span, process });
  }
  if (/^..+的$/.test(text)) {
    const fact = part(0, length - 1);
    const condition = { kind: 'NameExpression' as const, span: fact.span, name: fact };
    return told(builder, span, `${fact.text} 的`, { kind: 'When', span, condition });
  }
  return undefined;
}

/** 经 绩效评估后: the process without the 后 that is stuck to it. */
export function withoutAfter(builder: Builder, name: Name): Name {
  const { text, span } = name;
  if (builder.text[span.start] === '`' || !/^.+后$/.test(text)) return name;
  const end = span.end - 1;
  const bare = text.slice(0, -1);
  tellGlued(builder, span, `${bare} 后`);
  return { kind: 'Name', span: { start: span.start, end }, text: bare };
}

function told(builder: Builder, span: Span, split: string, modifier: Modifier): Modifier {
  tellGlued(builder, span, split);
  return modifier;
}

function tellGlued(builder: Builder, span: Span, split: string): void {
  const fix = { title: { zh: `拆成“${split}”`, en: `Split into "${split}"` }, edits: [{ span, text: split }] };
  const found = builder.text.slice(span.start, span.end);
  tell(builder, messages.gluedRead, span, { found, split }, { fixes: [fix] });
}
