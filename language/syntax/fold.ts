/**
 * The shadow of a text: full-width digits, letters and punctuation as half-width ones, every character at its old
 * offset. The scanner reads the shadow; strings and comments are taken from the text itself.
 */
export function fold(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000\u301c\uffe3]/g, (c) => {
    const code = c.charCodeAt(0);
    if (code === 0x3000) return ' ';
    if (code === 0x301c) return '~';
    return code === 0xffe3 ? '~' : String.fromCharCode(code - 0xfee0);
  });
}
