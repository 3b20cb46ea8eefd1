import type { Diagnostic, Lang } from '../../../language/diagnostics/diagnostic.ts';
import { hint, message } from '../../../language/diagnostics/render.ts';
import { LineIndex } from '../../../language/source/line-index.ts';
import { version } from '../../version.ts';
import type { Extra, PartCoverage, Total } from './coverage.ts';
import { percentOf, waivedShare } from './coverage.ts';
import { type Document, type Documents, isCovered } from './documents.ts';
import type { Place } from './stated.ts';

export const coverageFormat = 'cuoshi-coverage/1';

/** The report for programs: `docs/coverage.schema.json` describes it. Lines count from 1. */
export function coverageJson({ documents, textOf, keywordsOf }: Documents, lang: Lang): Record<string, unknown> {
  const indices = new Map<string, LineIndex>();
  const place = ({ file, span }: Place) => {
    const index = indices.get(file) ?? new LineIndex(textOf(file) ?? '');
    indices.set(file, index);
    const { line, column } = index.position(span.start);
    return { file, line: line + 1, column: column + 1 };
  };
  const diagnostic = (d: Diagnostic) => ({
    code: d.code,
    severity: d.severity,
    message: message(d, lang, keywordsOf(d.file)),
    hint: hint(d, lang, keywordsOf(d.file)) ?? null,
    ...place(d),
  });
  return {
    format: coverageFormat,
    compiler: version,
    complete: documents.every(isCovered),
    documents: documents.map((document) => documentJson(document, place, diagnostic)),
  };
}

type PlaceJson = (place: Place) => { file: string; line: number; column: number };

function documentJson(
  document: Document,
  place: PlaceJson,
  diagnostic: (d: Diagnostic) => Record<string, unknown>,
): Record<string, unknown> {
  const { name, policy, manifestPath, coverage, diagnostics } = document;
  return {
    policy: name,
    title: policy.title ?? null,
    file: policy.symbol.file,
    source: manifestPath ?? null,
    complete: isCovered(document),
    totals: coverage === undefined ? null : totalsJson(coverage.totals),
    parts: coverage?.parts.map((part) => partJson(part, place)) ?? [],
    header: coverage === undefined ? null : extraJson(coverage.header, place),
    waivers:
      coverage?.waivers.map(({ waiver: { node, file, measure }, clauses }) => ({
        text: node.figure.value,
        because: node.because?.value ?? null,
        measure: measure?.name ?? null,
        clauses: clauses.filter((clause) => clause !== ''),
        used: clauses.length > 0,
        ...place({ file, span: node.span }),
      })) ?? [],
    diagnostics: diagnostics.map(diagnostic),
  };
}

function totalsJson({ clauses, figures, conditions, bodies }: NonNullable<Document['coverage']>['totals']) {
  const total = (t: Total) => ({
    of: t.of,
    covered: t.covered,
    waived: t.waived,
    missing: t.of - t.covered,
    onlyInCode: t.extra,
    percent: rounded(percentOf(t)),
  });
  return {
    clauses: total(clauses),
    figures: {
      ...total(figures),
      computed: figures.computed,
      normative: figures.normative,
      waivedPercent: rounded(waivedShare(figures)),
    },
    conditions: total(conditions),
    bodies: total(bodies),
  };
}

/** To a tenth, and never to 100 what is not whole. */
export function rounded(percent: number): number {
  return percent === 100 ? 100 : Math.floor(percent * 10) / 10;
}

function partJson(covered: PartCoverage, place: PlaceJson): Record<string, unknown> {
  const { part, answered, measures, figures, conditions, bodies, extra, repeated } = covered;
  return {
    clause: part.clause,
    role: part.role,
    answered,
    measures: measures.map(({ name, ...at }) => ({ name, ...place(at) })),
    figures: figures.map(({ figure, status, stated, instead }) => ({
      ...figure,
      status,
      stated: stated.map((s) => ({ written: s.written, ...place(s) })),
      ...(instead !== undefined && {
        instead: { written: instead.stated.written, differs: instead.differs, ...place(instead.stated) },
      }),
    })),
    conditions: conditions.map(({ word, status, stated }) => ({
      word,
      status,
      stated: stated.map((s) => ({ name: s.text, ...place(s) })),
    })),
    bodies: bodies.map(({ body, status, stated, instead }) => ({
      ...body,
      status,
      stated: stated.map((s) => ({ name: s.name, ...place(s) })),
      ...(instead !== undefined && { instead: { name: instead.name, ...place(instead) } }),
    })),
    onlyInCode: extraJson(extra, place),
    repeated: repeated.map((s) => ({ written: s.written, ...place(s) })),
  };
}

function extraJson({ figures, conditions, bodies }: Extra, place: PlaceJson): Record<string, unknown> {
  return {
    figures: figures.map((s) => ({ written: s.written, ...place(s) })),
    conditions: conditions.map(({ word, stated }) => ({ word, name: stated.text, ...place(stated) })),
    bodies: bodies.map((s) => ({ name: s.name, ...place(s) })),
  };
}
