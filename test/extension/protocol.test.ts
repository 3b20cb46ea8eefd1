import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as server from '../../lsp/server/custom-requests.ts';
import { checkRequest, diffRequest, evaluateRequest, schemaRequest } from '../../lsp/server/custom-requests.ts';
import type * as pages from '../../lsp/server/page-requests.ts';
import {
  convertRequest,
  exampleRequest,
  proseRequest,
  stateRequest,
  whatIfRequest,
} from '../../lsp/server/page-requests.ts';
import type * as serverTests from '../../lsp/server/test-requests.ts';
import { changedNotification, runTestsRequest, testsRequest } from '../../lsp/server/test-requests.ts';
import type * as serverTrees from '../../lsp/server/tree-requests.ts';
import { clausesRequest, overlapsRequest, skeletonRequest } from '../../lsp/server/tree-requests.ts';
import type * as client from '../../vscode-extension/src/protocol.ts';
import type * as clientPages from '../../vscode-extension/src/protocol-pages.ts';
import type * as clientTests from '../../vscode-extension/src/protocol-tests.ts';
import type * as clientTrees from '../../vscode-extension/src/protocol-trees.ts';
import { textOf } from '../audit/tracked.ts';

/** The extension has types of its own for what the server answers; the type checker holds them against the server's. */
describe('the requests of the extension', () => {
  it('are answered as the extension reads them', () => {
    expectTypeOf<server.CheckAnswer>().toExtend<client.CheckAnswer>();
    expectTypeOf<server.SchemaAnswer>().toExtend<client.SchemaAnswer>();
    expectTypeOf<server.EvaluateAnswer>().toExtend<client.EvaluateAnswer>();
    expectTypeOf<server.DiffAnswer>().toExtend<client.DiffAnswer>();
    expectTypeOf<pages.ProseAnswer>().toExtend<clientPages.ProseAnswer>();
    expectTypeOf<pages.StateAnswer>().toExtend<clientPages.StateAnswer>();
    expectTypeOf<pages.ConvertAnswer>().toExtend<clientPages.ConvertAnswer>();
    expectTypeOf<pages.WhatIfAnswer>().toExtend<clientPages.WhatIfAnswer>();
    expectTypeOf<pages.ExampleAnswer>().toExtend<clientPages.ExampleAnswer>();
    expectTypeOf<serverTests.TestsAnswer>().toExtend<clientTests.TestsAnswer>();
    expectTypeOf<serverTests.RunTestsAnswer>().toExtend<clientTests.RunTestsAnswer>();
    expectTypeOf<serverTrees.ClausesAnswer>().toExtend<clientTrees.ClausesAnswer>();
    expectTypeOf<serverTrees.SkeletonAnswer>().toExtend<clientTrees.SkeletonAnswer>();
    expectTypeOf<serverTrees.OverlapsAnswer>().toExtend<clientTrees.OverlapsAnswer>();
    expectTypeOf<server.Announced>().toExtend<client.Announced>();
  });

  it('ask what the server understands', () => {
    expectTypeOf<client.SchemaParams>().toExtend<server.SchemaParams>();
    expectTypeOf<client.EvaluateParams>().toExtend<server.EvaluateParams>();
    expectTypeOf<clientTests.RunTestsParams>().toExtend<serverTests.RunTestsParams>();
    expectTypeOf<clientTrees.SkeletonParams>().toExtend<serverTrees.SkeletonParams>();
    expectTypeOf<client.DiffParams>().toExtend<server.DiffParams>();
    expectTypeOf<clientPages.ProseParams>().toExtend<pages.ProseParams>();
    expectTypeOf<clientPages.StateParams>().toExtend<pages.StateParams>();
    expectTypeOf<clientPages.ConvertParams>().toExtend<pages.ConvertParams>();
    expectTypeOf<clientPages.WhatIfParams>().toExtend<pages.WhatIfParams>();
    expectTypeOf<clientPages.ExampleParams>().toExtend<pages.ExampleParams>();
  });

  it('go by the same names', () => {
    const asked = [...textOf('vscode-extension/src/server.ts').matchAll(/'(cuoshi\/\w+)'/g)].map((match) => match[1]);
    const answered = [
      ...[checkRequest, diffRequest, evaluateRequest, schemaRequest],
      ...[convertRequest, exampleRequest, proseRequest, stateRequest, whatIfRequest],
      ...[clausesRequest, overlapsRequest, skeletonRequest],
      ...[changedNotification, runTestsRequest, testsRequest],
    ];
    expect(asked.sort()).toEqual(answered.sort());
  });
});
