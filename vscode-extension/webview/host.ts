/** What the editor gives every page. */
interface Host<State> {
  postMessage(message: unknown): void;
  getState(): State | undefined;
  setState(state: State): void;
}

declare function acquireVsCodeApi<State>(): Host<State>;

/** May be called once in the life of a page. */
export function host<State>(): Host<State> {
  return acquireVsCodeApi<State>();
}
