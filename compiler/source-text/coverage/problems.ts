import { coverage as findings } from '../../../language/diagnostics/catalogue/index.ts';
import { diagnose } from '../../../language/diagnostics/define.ts';
import type { Diagnostic, Localised } from '../../../language/diagnostics/diagnostic.ts';
import { didYouMean } from '../../../language/diagnostics/did-you-mean.ts';
import { at } from '../../../language/source/span.ts';
import { clauseKey } from './collect.ts';
import type { BodyCoverage, Coverage, FigureCoverage, PartCoverage } from './coverage.ts';
import { adviceOn, sayBounds, sayFigure } from './say-figures.ts';
import { bodyAdvice, bodyRole, clauseHolds, meantClause, meantFigure, theMeasure, theText } from './say-problems.ts';
import type { Answer, Place, StatedFigure } from './stated.ts';

/** What keeps a document from being covered, in the order of the text: one finding for one difference. */
export function problemsOf(coverage: Coverage): Diagnostic[] {
  const { parts, astray, unlabelled, header, waivers, policy } = coverage;
  const home: Place = { file: policy.symbol.file, span: policy.source?.span ?? at(0) };
  const meant = new Map(astray.map((answer) => [answer, meantBy(answer, coverage)]));
  const excused = new Set([...meant.values()].flatMap((clause) => clause ?? []));
  const missing = parts.flatMap((p) => p.figures.flatMap((f) => (f.status === 'missing' ? [f.figure.text] : [])));
  return [
    ...astray.flatMap((answer) => astrayProblems(answer, meant.get(answer), coverage)),
    ...unlabelled.map(({ file, span, name }) => diagnose(findings.measureWithoutClause, file, span, { measure: name })),
    ...parts.flatMap((part) => (excused.has(part.part.clause) ? [] : partProblems(part, home))),
    ...header.figures.map((figure) =>
      diagnose(findings.figureExtra, figure.file, figure.span, { figure: figure.written, clause: theText }),
    ),
    ...header.bodies.map((body) =>
      diagnose(findings.bodyExtra, body.file, body.span, { body: body.name, clause: theText }),
    ),
    ...waivers.flatMap(({ waiver: { node, file, measure }, clauses }) =>
      clauses.length > 0
        ? []
        : [
            diagnose(findings.waiverUnused, file, node.figure.span, {
              figure: node.figure.value,
              where: measure === undefined ? theText : theMeasure,
              meant: meantFigure(didYouMean(node.figure.value, missing)[0]),
            }),
          ],
    ),
  ];
}

function astrayProblems(answer: Answer, meant: string | undefined, { parts }: Coverage): Diagnostic[] {
  const key = clauseKey(answer.label);
  const isCommentary = parts.some(({ part }) => part.role === 'commentary' && clauseKey(part.clause) === key);
  const example = parts.find(({ part }) => part.role === 'clause')?.part.clause ?? '';
  return answer.places.map(({ file, span }) =>
    isCommentary
      ? diagnose(findings.clauseOutside, file, span, { clause: answer.label })
      : diagnose(findings.unknownClause, file, span, {
          clause: answer.label,
          meant: meantClause(meant),
          example: meant ?? example,
        }),
  );
}

/** The clause that a label seems to mean: the only one that ends the same way, else one that is written alike. */
function meantBy({ label }: Answer, { parts }: Coverage): string | undefined {
  const clauses = parts.filter(({ answered }) => answered !== 'outside').map(({ part }) => part.clause);
  const key = clauseKey(label);
  // 第四条（八）, 任务4: the number alone may tell.
  const number = key.replace(/^[^0-9(一二三四五六七八九十百]+|[^0-9)一二三四五六七八九十百]+$/g, '');
  for (const end of [key, number]) {
    if (end === '') continue;
    const ending = clauses.filter((clause) => {
      const own = clauseKey(clause);
      const before = own[own.length - end.length - 1];
      return own.endsWith(end) && !(/^\d/.test(end) && before !== undefined && /\d/.test(before));
    });
    if (ending.length === 1) return ending[0];
  }
  const free = parts.filter(({ answered }) => answered === 'missing').map(({ part }) => part.clause);
  const [alike] = didYouMean(key, free.map(clauseKey));
  return alike === undefined ? undefined : free.find((clause) => clauseKey(clause) === alike);
}

function partProblems(
  { part, answered, figures, conditions, bodies, extra, repeated, measures }: PartCoverage,
  home: Place,
): Diagnostic[] {
  const { clause } = part;
  if (answered === 'missing') {
    return [diagnose(findings.clauseMissing, home.file, home.span, { clause, holds: clauseHolds(part) })];
  }
  const place = measures[0] ?? home;
  // A word that the clause repeats is missed once.
  const missing = new Set(conditions.flatMap(({ word, status }) => (status === 'missing' ? [word] : [])));
  return [
    ...figures.flatMap((figure) => figureProblem(figure, clause, place)),
    ...extra.figures.map((figure) => atFigure(findings.figureExtra, figure, clause)),
    ...repeated.map((figure) => atFigure(findings.figureRepeated, figure, clause)),
    ...[...missing].map((word) => diagnose(findings.conditionMissing, place.file, place.span, { clause, word })),
    ...extra.conditions.map(({ word, stated }) =>
      diagnose(findings.conditionExtra, stated.file, stated.span, { name: stated.text, word, clause }),
    ),
    ...bodies.flatMap((body) => bodyProblem(body, clause, place)),
    ...extra.bodies.map((body) => diagnose(findings.bodyExtra, body.file, body.span, { body: body.name, clause })),
  ];
}

function atFigure(
  entry: typeof findings.figureExtra | typeof findings.figureRepeated,
  { file, span, written }: StatedFigure,
  clause: string,
): Diagnostic {
  return diagnose(entry, file, span, { figure: written, clause });
}

function figureProblem({ figure, status, instead }: FigureCoverage, clause: string, place: Place): Diagnostic[] {
  if (status !== 'missing') return [];
  const { text } = figure;
  const said = sayFigure(figure);
  if (instead === undefined) {
    return [diagnose(findings.figureMissing, place.file, place.span, { clause, figure: said, text })];
  }
  const { file, span, written } = instead.stated;
  const found: Localised | string = instead.differs === 'bound' ? sayBounds(instead.stated) : written;
  return [
    instead.differs === 'bound'
      ? diagnose(findings.limitDiffers, file, span, { clause, figure: said, found, advice: adviceOn(figure) })
      : diagnose(findings.figureDiffers, file, span, { clause, figure: said, found, text }),
  ];
}

function bodyProblem({ body, status, instead, lacking }: BodyCoverage, clause: string, measure: Place): Diagnostic[] {
  if (status !== 'missing') return [];
  const role = bodyRole(body);
  if (instead !== undefined) {
    const { file, span, name } = instead;
    return [diagnose(findings.bodyDiffers, file, span, { clause, role, body: body.name, found: name })];
  }
  const place = lacking ?? measure;
  return [
    diagnose(findings.bodyMissing, place.file, place.span, {
      clause,
      role,
      body: body.name,
      advice: bodyAdvice(body),
    }),
  ];
}
