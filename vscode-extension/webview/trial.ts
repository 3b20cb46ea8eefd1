import type { EvaluateAnswer, FactRecord, SchemaAnswer, TrialSchema } from '../src/protocol.ts';
import type { FromTrial, ToTrial } from '../src/protocol-messages.ts';
import type { ChangedFact, WhatIfAnswer } from '../src/protocol-pages.ts';
import { h, settled } from './dom.ts';
import { applyChanges, placeOf, stateOf } from './fill.ts';
import { type Control, find, keepFocus } from './focus.ts';
import { makeForm } from './form.ts';
import { host } from './host.ts';
import { showResult } from './result.ts';
import { asked, emptyState, recordOf, type State } from './state.ts';
import { showWhatIf } from './what-if.ts';
import { sayIn } from './words.ts';

/** The page of a trial: a form on one side, what follows from it on the other, asked for again as one types. */

const editor = host<State>();
const main = document.querySelector<HTMLElement>('#trial')!;
const say = sayIn(main.dataset.lang === 'en' ? 'en' : 'zh');
const state: State = { ...emptyState(), ...editor.getState() };
const left = h('section', { class: 'form', 'aria-label': say('facts') });
const right = h('section', { class: 'result', 'aria-label': say('result'), 'aria-live': 'polite' });

let schema: TrialSchema | undefined;
/** The number of the last question; answers to earlier ones are too late. */
let question = 0;

function ask(): void {
  if (schema === undefined) return;
  editor.setState(state);
  question += 1;
  const facts = recordOf(state, asked(schema, state));
  send({ type: 'evaluate', id: question, facts, ...dated() });
}

const dated = () => (state.asOf === '' ? {} : { asOf: state.asOf });
const send = (message: FromTrial) => editor.postMessage(message);

/** Takes longer than the result, so it is asked for later, and only while somebody looks. */
function askWhatIf(): void {
  if (schema === undefined || !state.whatIf) return;
  const facts = recordOf(state, asked(schema, state));
  send({ type: 'whatIf', id: question, facts, ...dated(), ...(state.measure !== '' && { measure: state.measure }) });
}

const askWhatIfSoon = settled(askWhatIf, 350);
const changes = h('div', { 'aria-live': 'polite' });
const whatIf = h(
  'details',
  { class: 'what-if', open: state.whatIf },
  h('summary', { 'data-control': 'whatIf' }, say('whatIf')),
  changes,
);
whatIf.addEventListener('toggle', () => {
  if (whatIf.open === state.whatIf) return;
  state.whatIf = whatIf.open;
  editor.setState(state);
  askWhatIf();
});
const save = h('button', { type: 'button', 'data-control': 'save' }, say('saveExample'));
save.addEventListener('click', () => {
  if (schema === undefined || state.measure === '') return;
  send({ type: 'save', facts: recordOf(state, asked(schema, state)), ...dated(), measure: state.measure });
});

const changed = settled(ask, 150);

function build(next: Control | undefined): void {
  if (schema === undefined) return;
  const keep = keepFocus(left);
  left.replaceChildren(makeForm({ schema, asked: asked(schema, state), state, say, changed, rebuild, load }));
  keep(next);
}

function load(): void {
  send({ type: 'load' });
}

function rebuild(next?: Control): void {
  build(next);
  ask();
}

function takeSchema(answer: SchemaAnswer, choose: string | undefined): void {
  if (answer.kind !== 'schema') {
    // What was filled in stays where it is: the policy will be whole again.
    right.replaceChildren(notice(answer));
    return;
  }
  const first = schema === undefined;
  schema = answer;
  if (choose !== undefined && choose !== state.measure) chooseMeasure(choose);
  else if (first && !answer.measures.some(({ name }) => name === state.measure)) state.measure = '';
  rebuild();
}

function chooseMeasure(name: string): void {
  state.measure = name;
  const parties = schema?.measures.find((measure) => measure.name === name)?.parties ?? [];
  // Who tries a measure for one kind of party means an applicant of that kind.
  if (parties.length === 1 && state.parties.length === 0) state.parties = [...parties];
}

function takeResult(answer: EvaluateAnswer): void {
  for (const field of left.querySelectorAll('[aria-invalid]')) field.removeAttribute('aria-invalid');
  if (answer.kind !== 'result') {
    right.replaceChildren(notice(answer));
    return;
  }
  const keep = keepFocus(right);
  right.replaceChildren(
    h('h2', { class: 'title' }, say('result')),
    ...showResult(answer.result, { state, say, changed, goTo }),
    ...(answer.result.problems.length > 0 ? [] : [actions(), whatIf]),
  );
  if (answer.result.problems.length === 0) askWhatIfSoon();
  keep();
  for (const { field } of answer.result.problems) fieldOf(field)?.setAttribute('aria-invalid', 'true');
}

/** What can be made of the trial. An example is of one measure. */
function actions(): HTMLElement {
  save.disabled = state.measure === '';
  return h('p', { class: 'buttons' }, save, state.measure === '' && h('small', {}, say('saveHint')));
}

function takeRecord(record: FactRecord): void {
  if (schema === undefined) return;
  const { state: filled, unknown } = stateOf(record, schema, state.measure);
  Object.assign(state, filled, { whatIf: state.whatIf });
  rebuild();
  if (unknown.length > 0) left.prepend(h('p', { class: 'notice', role: 'status' }, say('notRead', unknown.join('、'))));
}

function takeWhatIf(answer: WhatIfAnswer): void {
  const keep = keepFocus(changes);
  changes.replaceChildren(...showWhatIf(answer, { say, apply }));
  keep();
}

function notice(answer: Exclude<SchemaAnswer, { kind: 'schema' }>): HTMLElement {
  const text = answer.kind === 'errors' ? say('hasErrors', answer.count) : say('noPolicy');
  return h('p', { class: 'notice', role: 'status' }, text);
}

function apply(changed: readonly ChangedFact[]): void {
  applyChanges(state, changed);
  // What was pressed is gone with what it offered.
  const [first] = changed;
  rebuild(first && { field: placeOf(first) });
}

const fieldOf = (name: string) => find(main, { field: name });

/** The field of a fact; of a fact of list items, that of the item of the award. */
function goTo(name: string, award = ''): void {
  const item = /\/(\d+)$/.exec(award)?.[1];
  const places = [...main.querySelectorAll<HTMLElement>('[data-field]')];
  const field =
    fieldOf(name) ??
    places.find(({ dataset }) => item !== undefined && dataset.field?.endsWith(`[${item}].${name}`)) ??
    places.find(({ dataset }) => dataset.field?.endsWith(`].${name}`));
  field?.scrollIntoView({ block: 'center' });
  (field?.querySelector<HTMLElement>('input, select, button') ?? field)?.focus();
}

window.addEventListener('message', ({ data }: MessageEvent<ToTrial>) => {
  switch (data.type) {
    case 'schema':
      takeSchema(data.answer, data.choose);
      break;
    case 'result':
      if (data.id === question) takeResult(data.answer);
      break;
    case 'whatIf':
      if (data.id === question) takeWhatIf(data.answer);
      break;
    case 'record':
      takeRecord(data.record);
      break;
    case 'failed':
      right.replaceChildren(h('p', { class: 'notice', role: 'alert' }, say('failed', data.message)));
      break;
    default:
      data satisfies never;
  }
});

main.append(h('h1', { class: 'unseen' }, document.title), left, right);
right.append(h('p', { role: 'status' }, say('loading')));
send({ type: 'ready' });
