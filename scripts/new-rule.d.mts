/** Writes the files of a rule below `root` and gives their paths. Throws where the name is no name, or taken. */
export function scaffold(root: string, name: string): readonly string[];
