import type { Lang, Localised } from '../../language/diagnostics/diagnostic.ts';

/** Text as it stands, whatever signs are in it. */
export function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>~|]/g, '\\$&').replace(/\s*[\r\n]+\s*/g, ' ');
}

/** What a card says of a thing: its name and kind, a sentence, and one line for each thing known. */
export interface Card {
  readonly name: string;
  readonly kind: string;
  readonly text?: string | undefined;
  readonly lines: readonly (readonly [Localised, string])[];
  /** Below the lines. */
  readonly list?: readonly string[];
}

export function renderCard(card: Card, lang: Lang): string {
  const colon = lang === 'zh' ? '：' : ': ';
  const parts = [
    `**${plain(card.name)}** — ${plain(card.kind)}`,
    ...(card.text ? [plain(card.text)] : []),
    ...bullets(
      card.lines.filter(([, value]) => value !== '').map(([key, value]) => `${key[lang]}${colon}${plain(value)}`),
    ),
    ...bullets((card.list ?? []).map(plain)),
  ];
  return parts.join('\n\n');
}

function bullets(lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join('\n')];
}

/** The same without signs, for clients that show plain text. */
export function withoutMarkdown(text: string): string {
  return text.replace(/\*\*/g, '').replace(/\\([\\`*_[\]<>~|])/g, '$1');
}

export function listed(names: readonly string[], lang: Lang): string {
  return names.join(lang === 'zh' ? '、' : ', ');
}
