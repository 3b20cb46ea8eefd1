import type { EvaluateAnswer, SchemaAnswer, ToTrial, TrialSchema } from '../src/protocol.ts';
import { h, settled } from './dom.ts';
import { makeForm } from './form.ts';
import { host } from './host.ts';
import { showResult } from './result.ts';
import { asked, emptyState, recordOf, type State } from './state.ts';
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
  editor.postMessage({ type: 'evaluate', id: question, facts, ...(state.asOf !== '' && { asOf: state.asOf }) });
}

const changed = settled(ask, 150);

function build(): void {
  if (schema === undefined) return;
  const keep = focusKeeper(left);
  left.replaceChildren(makeForm({ schema, asked: asked(schema, state), state, say, changed, rebuild }));
  keep();
}

function rebuild(): void {
  build();
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
  const keep = focusKeeper(right);
  right.replaceChildren(
    h('h2', { class: 'title' }, say('result')),
    ...showResult(answer.result, { state, say, changed, goTo }),
  );
  keep();
  for (const { field } of answer.result.problems) fieldOf(field)?.setAttribute('aria-invalid', 'true');
}

function notice(answer: Exclude<SchemaAnswer, { kind: 'schema' }>): HTMLElement {
  const text = answer.kind === 'errors' ? say('hasErrors', answer.count) : say('noPolicy');
  return h('p', { class: 'notice', role: 'status' }, text);
}

function fieldOf(name: string): HTMLElement | undefined {
  const fields = [...main.querySelectorAll<HTMLElement>('[data-field]')];
  return fields.find((field) => field.dataset.field === name);
}

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

/** Remembers where the cursor stands in what is about to be made again. */
function focusKeeper(within: HTMLElement): () => void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !within.contains(active)) return () => undefined;
  const { field, decision, add } = active.dataset;
  const caret = active instanceof HTMLInputElement && active.type === 'text' ? active.selectionStart : null;
  return () => {
    const again = [...within.querySelectorAll<HTMLElement>('[data-field], [data-decision], [data-add]')].find(
      ({ dataset }) => dataset.field === field && dataset.decision === decision && dataset.add === add,
    );
    again?.focus();
    if (again instanceof HTMLInputElement && caret !== null) again.setSelectionRange(caret, caret);
  };
}

window.addEventListener('message', ({ data }: MessageEvent<ToTrial>) => {
  switch (data.type) {
    case 'schema':
      takeSchema(data.answer, data.choose);
      break;
    case 'result':
      if (data.id === question) takeResult(data.answer);
      break;
    case 'failed':
      right.replaceChildren(h('p', { class: 'notice', role: 'alert' }, say('failed', data.message)));
      break;
    default:
      data satisfies never;
  }
});

main.append(left, right);
right.append(h('p', { role: 'status' }, say('loading')));
editor.postMessage({ type: 'ready' });
