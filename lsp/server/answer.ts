import { setImmediate } from 'node:timers/promises';
import { type CancellationToken, ErrorCodes, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** How a request is answered: in its turn, unless nobody wants the answer any more. */
export type Answer = <P, R>(
  work: (params: P) => R | Promise<R>,
) => (params: P, token: CancellationToken) => Promise<R | ResponseError<never>>;

interface Options {
  /** The version of the document that the parameters name, if they name one. */
  readonly versionOf: (params: unknown) => number | undefined;
  /** The client said that it will end: nothing is answered any more. */
  readonly isDown: () => boolean;
  /** What must come before any answer. */
  readonly whenReady: () => Promise<void>;
  readonly log: (error: unknown) => void;
}

/**
 * Lets what the client sent meanwhile come first: a cancellation, or an edit after which the positions of the request
 * mean something else. What fails is logged and answered as an error; the server goes on.
 */
export function makeAnswer({ versionOf, isDown, whenReady, log }: Options): Answer {
  return (work) => async (params, token) => {
    if (isDown()) return new ResponseError(ErrorCodes.InvalidRequest, 'shut down');
    const version = versionOf(params);
    await whenReady();
    await setImmediate();
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    const isModified = () => versionOf(params) !== version;
    if (isModified()) return new ResponseError(LSPErrorCodes.ContentModified, 'content modified');
    try {
      const answer = await work(params);
      // An edit while it worked: the places in it are those of a version that is no more.
      return isModified() ? new ResponseError(LSPErrorCodes.ContentModified, 'content modified') : answer;
    } catch (error) {
      if (!(error instanceof ResponseError)) log(error);
      throw error;
    }
  };
}
