/** What stays the same although the page around it is made again: the field of a fact, a supposed decision, or what a control does. */
export interface Control {
  readonly field?: string | undefined;
  readonly decision?: string | undefined;
  readonly control?: string | undefined;
}

const marked = '[data-field], [data-decision], [data-control]';

export function find(within: HTMLElement, { field, decision, control }: Control): HTMLElement | undefined {
  return [...within.querySelectorAll<HTMLElement>(marked)].find(
    ({ dataset }) => dataset.field === field && dataset.decision === decision && dataset.control === control,
  );
}

/**
 * Remembers what has the focus in what is about to be made again, and where the cursor stands in its text. Calling what it
 * returns gives the focus back, or hands it on to another control: without, whoever works by keyboard begins anew.
 */
export function keepFocus(within: HTMLElement): (next?: Control) => void {
  const active = document.activeElement;
  if (!(active instanceof HTMLElement) || !within.contains(active))
    return (next) => next && find(within, next)?.focus();
  const { field, decision, control } = active.dataset;
  const caret = active instanceof HTMLInputElement && active.type === 'text' ? active.selectionStart : null;
  return (next) => {
    const again = find(within, next ?? { field, decision, control });
    again?.focus();
    if (next === undefined && again instanceof HTMLInputElement && caret !== null)
      again.setSelectionRange(caret, caret);
  };
}
