import { names } from '../../language/diagnostics/catalogue/index.ts';
import type { Diagnostic, Fix } from '../../language/diagnostics/diagnostic.ts';
import { nameAt } from '../../language/formatter/words.ts';
import { pathAt } from '../../language/syntax/walk.ts';
import type { Snapshot } from './snapshot.ts';
import { actionWords } from './words-views.ts';

/** A benefit whose sum holds two figures that somebody decides, as two benefits: each with one, and with all modifiers. */
export function splitBenefit(diagnostic: Diagnostic, snapshot: Snapshot): Fix | undefined {
  if (diagnostic.code !== names.twoDecisions.code) return undefined;
  const source = snapshot.source(diagnostic.file);
  const path = source === undefined ? [] : pathAt(source.tree, diagnostic.span.start);
  const benefit = path.findLast((node) => node.kind === 'Benefit');
  if (source === undefined || benefit?.kind !== 'Benefit' || benefit.amount.kind !== 'Binary') return undefined;
  const { amount, label, span } = benefit;
  if (amount.operator !== '+') return undefined;
  const { text, lines } = source;
  const zh = /^[^a-z]/.test(text.slice(span.start));
  const bare = (side: typeof amount.left) => (side.kind === 'Parenthesised' ? side.inner : side);
  const part = (side: typeof amount.left, which: 'first' | 'second'): string => {
    const word = actionWords[which][zh ? 'zh' : 'en'];
    const name = nameAt(label === undefined ? word : `${label.text}${zh ? '' : '_'}${word}`, 'label');
    const written = text.slice(side.span.start, side.span.end);
    const whole = text.slice(span.start, amount.span.start) + written + text.slice(amount.span.end, span.end);
    if (label !== undefined) {
      const at = label.span.start - span.start;
      return whole.slice(0, at) + name + whole.slice(label.span.end - span.start);
    }
    const head = /^[^\s（(]+/.exec(whole)?.[0] ?? '';
    return `${head} ${name}${zh ? '：' : ': '}${whole.slice(head.length).trimStart()}`;
  };
  const indent = /^\s*/.exec(lines.line(lines.position(span.start).line))![0];
  const newLine = text.includes('\r\n') ? '\r\n' : '\n';
  return {
    title: actionWords.split,
    edits: [
      { span, text: `${part(bare(amount.left), 'first')}${newLine}${indent}${part(bare(amount.right), 'second')}` },
    ],
  };
}
