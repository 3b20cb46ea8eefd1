import type { TextEdit } from '../../language/diagnostics/diagnostic.ts';
import { formatSource } from '../../language/formatter/format.ts';
import type { Vocabulary } from '../../language/syntax/vocabulary.ts';
import { lineEdits } from './format.ts';
import type { Snapshot } from './snapshot.ts';

/** The edits that put a file into one vocabulary, laid out anew; undefined where it has syntax errors or is not ours. */
export async function convertVocabulary(
  snapshot: Snapshot,
  file: string,
  to: Vocabulary,
): Promise<readonly TextEdit[] | undefined> {
  const source = snapshot.source(file);
  if (source === undefined || source.standard) return undefined;
  const { text, diagnostics } = await formatSource(source.text, { keywords: to, file });
  if (diagnostics.length > 0) return undefined;
  // The formatter ends lines by \n; a file keeps its own line breaks.
  return lineEdits(source.text, source.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text);
}
