import type { AwardView, NormView, ResultView } from '../src/protocol.ts';
import { freshId, h } from './dom.ts';
import type { State } from './state.ts';
import type { Say } from './words.ts';

export interface ResultContext {
  readonly state: State;
  readonly say: Say;
  /** A supposed decision was changed. */
  readonly changed: () => void;
  /** Goes to the field of a fact, as an award asks for it. */
  readonly goTo: (field: string, award?: string) => void;
}

/** What the applicant gets, and why; of one measure only where the form asks for one. */
export function showResult(result: ResultView, context: ResultContext): HTMLElement[] {
  const { say, state } = context;
  if (result.problems.length > 0) return [problemList(result, context)];
  const ofMeasure = ({ measure }: { readonly measure: string }) => state.measure === '' || measure === state.measure;
  const awards = result.awards.filter(ofMeasure);
  const denied = awards.filter(({ outcome }) => outcome === 'denied');
  const others = awards.filter(({ outcome }) => outcome !== 'denied');
  const norms = result.norms.filter(ofMeasure);
  return [
    h('p', { class: 'basis' }, `${result.policy} · ${say('asOfResult', result.asOf)}`),
    // A total of more than what is on show would puzzle.
    ...(state.measure === '' ? [totals(result)] : []),
    ...(awards.length === 0 && norms.length === 0 ? [h('p', {}, say('nothing'))] : []),
    ...others.map((award) => awardCard(award, context)),
    ...(denied.length > 0 ? [deniedList(denied, context)] : []),
    ...(norms.length > 0 ? [normList(norms, context)] : []),
    ...(result.remarks.length > 0
      ? [section(say('remarks'), h('ul', {}, ...result.remarks.map((r) => h('li', {}, r))))]
      : []),
  ];
}

function section(title: string, ...children: readonly HTMLElement[]): HTMLElement {
  return h('section', {}, h('h2', {}, title), ...children);
}

function problemList({ problems }: ResultView, { say, goTo }: ResultContext): HTMLElement {
  const items = problems.map(({ field, message }) => {
    const link = h('button', { type: 'button', class: 'link' }, field);
    link.addEventListener('click', () => goTo(field));
    return h('li', {}, link, ' ', message);
  });
  return h('div', { class: 'problems', role: 'alert' }, h('h2', {}, say('problems')), h('ul', {}, ...items));
}

function totals({ totals: lines }: ResultView): HTMLElement {
  return h(
    'dl',
    { class: 'totals' },
    ...lines.flatMap(({ label, amount }) => [h('dt', {}, label), h('dd', {}, amount)]),
  );
}

function awardCard(award: AwardView, context: ResultContext): HTMLElement {
  return h(
    'article',
    { class: `award ${award.outcome}`, 'data-award': award.key },
    awardHead(award),
    award.amount !== '' && h('p', { class: 'amount' }, award.amount),
    award.steps.length > 0 && stepTable(award, context),
    ...award.lines.map((line) => h('p', { class: 'line' }, line)),
    ...award.needs.map((need) => needLine(need, award.key, context)),
    decisionField(award, context),
  );
}

function awardHead({ title, clause, outcome, outcomeWord }: AwardView): HTMLElement {
  return h(
    'h3',
    {},
    title,
    clause !== undefined && h('span', { class: 'clause' }, clause),
    h('span', { class: `outcome ${outcome}` }, outcomeWord),
  );
}

function stepTable({ steps }: AwardView, { say }: ResultContext): HTMLElement {
  return h(
    'table',
    {},
    h(
      'tbody',
      {},
      ...steps.map((step) =>
        h(
          'tr',
          {},
          h('th', { scope: 'row' }, step.role),
          h('td', {}, step.say),
          h('td', { class: 'figure' }, step.amount),
          h('td', { class: 'figure' }, step.cut === '' ? '' : say('cut', step.cut)),
        ),
      ),
    ),
  );
}

function needLine(
  { name, kind, follows }: AwardView['needs'][number],
  award: string,
  { say, goTo }: ResultContext,
): HTMLElement {
  const link = h('button', { type: 'button', class: 'link' }, name);
  link.addEventListener('click', () => goTo(kind === 'party' ? 'party' : name, award));
  const [before = '', after = ''] = say('needed', '\u0000').split('\u0000');
  return h(
    'div',
    { class: 'need' },
    h('p', {}, before, kind === 'procedure' ? name : link, after),
    follows.length > 0 && h('ul', {}, ...follows.map((text) => h('li', {}, `${say('ifGiven')} ${text}`))),
  );
}

/** Lets the reader suppose what somebody is still to decide. It stays once supposed, to be changed or emptied. */
function decisionField(award: AwardView, { state, say, changed }: ResultContext): HTMLElement | undefined {
  const kept = state.decisions[award.key];
  const decision = award.decision ?? (kept !== undefined && kept.value !== '' ? kept : undefined);
  if (decision === undefined) return undefined;
  const { kind, by } = decision;
  const id = freshId();
  const value = kept?.value ?? '';
  const control =
    kind === 'amount'
      ? h('input', { id, type: 'text', value, placeholder: say('money'), 'data-decision': award.key })
      : h(
          'select',
          { id, 'data-decision': award.key },
          h('option', { value: '' }, say('unknown')),
          h('option', { value: 'yes', selected: value === 'yes' }, say('passedYes')),
          h('option', { value: 'no', selected: value === 'no' }, say('passedNo')),
        );
  control.addEventListener('input', () => {
    state.decisions[award.key] = { kind, by, value: control.value };
    changed();
  });
  const words = kind === 'amount' ? (['decision', 'decisionBy'] as const) : (['passed', 'passedBy'] as const);
  return h(
    'div',
    { class: 'field decision' },
    h('label', { for: id }, by === '' ? say(words[0]) : say(words[1], by)),
    control,
  );
}

function deniedList(awards: readonly AwardView[], { say, state }: ResultContext): HTMLElement {
  const items = awards.map((award) =>
    h(
      'li',
      { 'data-award': award.key },
      `${award.title}${award.clause === undefined ? '' : ` ${award.clause}`}`,
      ...award.lines.map((line) => h('p', { class: 'line' }, line)),
    ),
  );
  const summary = h('summary', { 'data-control': 'denied' }, say('denied', awards.length));
  const open = state.denied ?? state.measure !== '';
  const list = h('details', { class: 'denied', open }, summary, h('ul', {}, ...items));
  // Not told by the list itself, which also tells that it was made open.
  summary.addEventListener('click', () => {
    state.denied = !list.open;
  });
  return list;
}

function normList(norms: readonly NormView[], { say }: ResultContext): HTMLElement {
  const items = norms.map(({ say: text, holds, needs }) => {
    const state = holds === null ? say('needed', needs.join('、')) : say(holds ? 'holds' : 'holdsNot');
    return h('li', {}, text, ' ', h('span', { class: holds === true ? 'outcome granted' : 'outcome' }, state));
  });
  return section(say('norms'), h('ul', {}, ...items));
}
