import { message } from '../../language/diagnostics/render.ts';
import { parse } from '../../language/syntax/parse.ts';
import { marked, withMarks } from '../harness/markers.ts';

/** What is wrong with a source, one line each: code and message. */
export function problems(source: string, lang: 'zh' | 'en' = 'en'): string[] {
  return parse(source, 'test.cuoshi').diagnostics.map((d) => `${d.code} ${message(d, lang)}`);
}

/** A source with the places of its problems marked, and their codes. */
export function located(source: string): { readonly source: string; readonly codes: readonly string[] } {
  const { text } = marked(source);
  const { diagnostics } = parse(text, 'test.cuoshi');
  return {
    source: withMarks(
      text,
      diagnostics.map((d) => d.span),
    ),
    codes: diagnostics.map((d) => d.code),
  };
}
