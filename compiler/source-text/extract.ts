import { createHash } from 'node:crypto';
import { bodiesIn, type FoundBody } from './bodies.ts';
import { conditionsIn, type FoundCondition } from './conditions.ts';
import { overlapsAny } from './figure-context.ts';
import { type FoundFigure, figuresIn } from './figures.ts';
import type { Manifest, Part } from './manifest.ts';
import { type Normal, normalise } from './normalise.ts';
import { type Outline, splitText, type TextPart } from './split.ts';

/** One part with what was found in it; offsets are those of the part's own text, which begins at `part.textStart`. */
export interface ReadPart {
  readonly part: TextPart;
  readonly text: string;
  readonly figures: readonly FoundFigure[];
  readonly conditions: readonly FoundCondition[];
  readonly bodies: readonly FoundBody[];
}

export interface Reading {
  readonly normal: Normal;
  readonly outline: Outline;
  readonly parts: readonly ReadPart[];
}

/** Reads an official text. Any text can be read; one without numbered clauses has no clause. */
export function readText(original: string): Reading {
  const normal = normalise(original);
  const outline = splitText(normal);
  const parts = outline.parts.map((part): ReadPart => {
    const text = normal.text.slice(part.textStart, part.end);
    const bodies = bodiesIn(text, part.role);
    return {
      part,
      text,
      figures: figuresIn(text).filter((figure) => !overlapsAny(bodies, figure)),
      conditions: conditionsIn(text).filter((condition) => !overlapsAny(bodies, condition)),
      bodies,
    };
  });
  return { normal, outline, parts };
}

/** The manifest of a text. */
export function manifestOf({ parts }: Reading, policy: string): Manifest {
  const covered = parts.filter(({ part }) => part.role !== 'commentary');
  return {
    format: 'cuoshi-source/1',
    policy,
    hash: hashOf(covered.map(({ part, text }) => `${part.clause} ${text}`).join('\n')),
    parts: parts.map(
      ({ part, text, figures, conditions, bodies }): Part => ({
        clause: part.clause,
        role: part.role,
        ...(part.path.length > 1 && { path: part.path }),
        hash: hashOf(text),
        length: text.length,
        figures: figures.map(({ figure }) => figure),
        conditions: conditions.map(({ word }) => word),
        bodies: bodies.map(({ body }) => body),
      }),
    ),
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
