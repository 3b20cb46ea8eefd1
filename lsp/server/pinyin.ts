/** Spells Han names by the first letters of their pinyin, so that `sjyj` finds 市教育局. */
export interface Pinyin {
  /** The dictionary takes a tenth of a second to load: nobody should wait for it. */
  load(): Promise<void>;
  /** `市教育局` → `sjyj`; empty for what has no Han character, and before the dictionary is there. */
  initials(text: string): string;
}

export function makePinyin(): Pinyin {
  let spell: ((text: string) => string) | undefined;
  const known = new Map<string, string>();
  return {
    async load() {
      if (spell !== undefined) return;
      const { pinyin } = await import('pinyin-pro');
      spell = (text) =>
        pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('');
    },
    initials(text) {
      if (spell === undefined || !/\p{Script=Han}/u.test(text)) return '';
      const before = known.get(text);
      if (before !== undefined) return before;
      const letters = spell(text);
      known.set(text, letters);
      return letters;
    },
  };
}
