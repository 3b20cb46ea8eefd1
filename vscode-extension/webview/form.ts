import type { FactSchema, ListSchema, TrialSchema } from '../src/protocol.ts';
import { freshId, h } from './dom.ts';
import type { Control } from './focus.ts';
import { moneyUnits, sumOf, sumText } from './money.ts';
import type { Asked, State } from './state.ts';
import type { Say } from './words.ts';

/**
 * What a form needs: `changed` after each keystroke, `rebuild` when other fields are to be shown, with the control that
 * whoever works by keyboard goes on from, where it is another.
 */
export interface FormContext {
  readonly schema: TrialSchema;
  readonly asked: Asked;
  readonly state: State;
  readonly say: Say;
  readonly changed: () => void;
  readonly rebuild: (next?: Control) => void;
  /** Takes an applicant from a file. */
  readonly load: () => void;
}

/**
 * The form of one applicant's facts. Every field carries its place in the record as `data-field`, everything else that can
 * be focused what it does as `data-control`: they are found again by that.
 */
export function makeForm(context: FormContext): HTMLFormElement {
  const { asked, say, state, rebuild } = context;
  const clear = h('button', { type: 'button', class: 'secondary', 'data-control': 'clear' }, say('clear'));
  clear.addEventListener('click', () => {
    Object.assign(state, { parties: [], values: {}, lists: {}, extra: {}, decisions: {}, asOf: '' });
    rebuild();
  });
  const load = h('button', { type: 'button', class: 'secondary', 'data-control': 'load' }, say('load'));
  load.addEventListener('click', context.load);
  const extra = Object.keys(state.extra);
  const fields = [
    ...asked.facts.map((fact) => factField(fact, fact.name, state.values, context)),
    ...asked.lists.map((list) => listFields(list, context)),
  ];
  const form = h(
    'form',
    { autocomplete: 'off', novalidate: true },
    h('p', { class: 'buttons' }, load, clear),
    measureField(context),
    asOfField(context),
    partyFields(context),
    h(
      'fieldset',
      {},
      h('legend', {}, say('facts')),
      h('p', { class: 'hint' }, fields.length > 0 ? say('factsHint') : say('noFacts')),
      ...fields,
      extra.length > 0 && h('p', { class: 'hint' }, say('extra', extra.join('、'))),
    ),
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  return form;
}

function measureField({ schema, state, say, rebuild }: FormContext): HTMLElement {
  const id = freshId();
  const select = h(
    'select',
    { id, 'data-control': 'measure' },
    h('option', { value: '', selected: state.measure === '' }, say('allMeasures')),
    ...schema.measures.map(({ name, title, clause }) => {
      const text = [clause, name, title === name ? undefined : title].filter((part) => part !== undefined).join('  ');
      return h('option', { value: name, selected: state.measure === name }, text);
    }),
  );
  select.addEventListener('change', () => {
    state.measure = select.value;
    rebuild();
  });
  return h('div', { class: 'field' }, h('label', { for: id }, say('measure')), select);
}

function asOfField({ schema, state, say, changed }: FormContext): HTMLElement {
  const [id, hint] = [freshId(), freshId()];
  const input = h('input', { id, type: 'date', value: state.asOf, 'aria-describedby': hint, 'data-field': 'asOf' });
  input.addEventListener('input', () => {
    state.asOf = input.value;
    changed();
  });
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, say('asOf')),
    input,
    h('small', { id: hint }, schema.asOf ?? say('asOfHint')),
  );
}

function partyFields({ asked, state, say, changed }: FormContext): HTMLElement | undefined {
  if (asked.parties.length === 0) return undefined;
  const boxes = asked.parties.map((party) => {
    const box = h('input', { type: 'checkbox', checked: state.parties.includes(party), 'data-field': 'party' });
    box.addEventListener('change', () => {
      state.parties = [...state.parties.filter((other) => other !== party), ...(box.checked ? [party] : [])];
      changed();
    });
    return h('label', { class: 'choice' }, box, party);
  });
  return h(
    'fieldset',
    {},
    h('legend', {}, say('party')),
    h('p', { class: 'hint' }, say('partyHint')),
    h('div', { class: 'choices' }, ...boxes),
  );
}

/** One fact; `field` is its place in the record, `into` where its text is kept. */
function factField(
  fact: FactSchema,
  field: string,
  into: { [name: string]: string },
  context: FormContext,
): HTMLElement {
  const [id, hint] = [freshId(), freshId()];
  const set = (text: string) => {
    into[fact.name] = text;
    context.changed();
  };
  const { control, shown } =
    fact.type === 'money'
      ? moneyControl(into[fact.name] ?? '', field, context.say, set)
      : plainControl(factControl(fact, into[fact.name] ?? '', context.say), set);
  control.id = id;
  control.dataset.field = field;
  if (fact.label !== undefined) control.setAttribute('aria-describedby', hint);
  return h(
    'div',
    { class: 'field' },
    h('label', { for: id }, fact.name),
    shown,
    fact.label !== undefined && h('small', { id: hint }, fact.label),
  );
}

type Input = HTMLInputElement | HTMLSelectElement;

function plainControl(control: Input, set: (text: string) => void): { control: Input; shown: HTMLElement } {
  control.addEventListener('input', () => set(control.value));
  return { control, shown: control };
}

/** A figure and its unit; a unit that is typed goes to the unit once the field is left. */
function moneyControl(
  text: string,
  field: string,
  say: Say,
  set: (text: string) => void,
): { control: Input; shown: HTMLElement } {
  let sum = sumOf(text);
  const control = h('input', { type: 'text', inputmode: 'decimal', value: sum.figure, placeholder: say('money') });
  const unit = h('select', { 'aria-label': say('moneyUnit'), 'data-control': `unit ${field}` });
  for (const one of moneyUnits) unit.append(h('option', { value: one, selected: one === sum.unit }, one));
  const unitNow = () => moneyUnits.find((one) => one === unit.value);
  control.addEventListener('input', () => {
    sum = sumOf(control.value, unitNow());
    set(sumText(sum));
  });
  control.addEventListener('change', () => {
    control.value = sum.figure;
    unit.value = sum.unit;
  });
  unit.addEventListener('input', () => {
    sum = { figure: sum.figure, unit: unitNow() ?? sum.unit };
    set(sumText(sum));
  });
  return { control, shown: h('div', { class: 'sum' }, control, unit) };
}

function factControl(fact: FactSchema, value: string, say: Say): Input {
  const choices = (options: readonly (readonly [string, string])[]) =>
    h(
      'select',
      {},
      h('option', { value: '' }, say('unknown')),
      ...options.map(([option, text]) => h('option', { value: option, selected: option === value }, text)),
    );
  const text = (placeholder: string, inputmode?: string) => h('input', { type: 'text', value, placeholder, inputmode });
  switch (fact.type) {
    case 'bool':
      return choices([
        ['yes', say('yes')],
        ['no', say('no')],
      ]);
    case 'enum':
      return choices((fact.members ?? []).map((member) => [member, member] as const));
    case 'date':
      return h('input', { type: 'date', value });
    case 'count':
      return text(say('count'), 'numeric');
    case 'quantity':
      return text(say('quantity', fact.unit ?? ''));
    case 'money':
    case 'rate':
    case 'duration':
    case 'key':
      return text(say(fact.type));
    default:
      return fact.type satisfies never;
  }
}

/** The items of a list. A list without items is unknown, unless it is said that there are none. */
function listFields(list: ListSchema, context: FormContext): HTMLElement {
  const { state, say, rebuild } = context;
  const kept = state.lists[list.name];
  const items = kept === undefined || kept === 'none' ? [] : kept;
  const set = (filled: State['lists'][string] | undefined, next?: Control) => {
    if (filled === undefined) delete state.lists[list.name];
    else state.lists[list.name] = filled;
    rebuild(next);
  };
  const placeOf = (index: number) => `${list.name}[${index + 1}]`;
  const [first] = list.fields;
  const add = h('button', { type: 'button', class: 'secondary', 'data-control': `add ${list.name}` }, say('add'));
  add.addEventListener('click', () =>
    set([...items, {}], first && { field: `${placeOf(items.length)}.${first.name}` }),
  );
  const none = h('input', { type: 'checkbox', checked: kept === 'none', 'data-control': `none ${list.name}` });
  none.addEventListener('change', () => set(none.checked ? 'none' : undefined));
  return h(
    'fieldset',
    { class: 'list', 'data-field': list.name },
    h('legend', {}, list.name),
    ...items.map((item, index) => {
      const place = placeOf(index);
      const remove = h(
        'button',
        { type: 'button', class: 'secondary', 'data-control': `remove ${place}` },
        say('remove'),
      );
      remove.addEventListener('click', () => {
        const rest = items.filter((other) => other !== item);
        const last = rest.length - 1;
        const next = last < 0 ? `add ${list.name}` : `remove ${placeOf(Math.min(index, last))}`;
        set(rest.length > 0 ? rest : undefined, { control: next });
      });
      return h(
        'fieldset',
        { class: 'item' },
        h('legend', {}, say('item', index + 1)),
        ...list.fields.map((field) => factField(field, `${place}.${field.name}`, item, context)),
        remove,
      );
    }),
    h('p', {}, add),
    items.length === 0 && h('label', { class: 'choice' }, none, say('noneOf')),
  );
}
