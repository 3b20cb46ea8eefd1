import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { makeOverlapIndex } from '../../compiler/analyse/overlap-index.ts';
import { type ParsedFile, parse } from '../../language/syntax/parse.ts';
import { type Snapshot, takeSnapshot } from '../../lsp/ide/snapshot.ts';
import { makeAnswer } from '../../lsp/server/answer.ts';
import { inSlices } from '../../lsp/server/slices.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { declarations } from './fixture.ts';

const live = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => undefined }) };

const calm = { isDown: () => false, whenReady: () => Promise.resolve(), versionOf: () => 1 };

const measure = (name: string, sum: string) => `
measure ${name} {
  for 高校
  about 产业教授
  by 市教育局
  grant up to ${sum} after 绩效评估 when 评价 is 优秀
}
`;
const files = {
  'p/facts.cuoshi': declarations.en,
  'p/a.cuoshi': measure('甲', '50万元') + measure('乙', '80万元'),
};

it('a request that fails fails alone, and is logged', async () => {
  const logged: unknown[] = [];
  const answer = makeAnswer({ ...calm, log: (error) => logged.push(error) });
  const fault = new Error('a bug');
  const work = answer((fails: boolean) => {
    if (fails) throw fault;
    return 'answered';
  });
  const [first, second, third] = await Promise.allSettled([work(false, live), work(true, live), work(false, live)]);
  expect(first).toEqual({ status: 'fulfilled', value: 'answered' });
  expect(second).toEqual({ status: 'rejected', reason: fault });
  expect(third).toEqual({ status: 'fulfilled', value: 'answered' });
  expect(logged).toEqual([fault]);
});

it('a refusal is an answer, and no bug', async () => {
  const logged: unknown[] = [];
  const answer = makeAnswer({ ...calm, log: (error) => logged.push(error) });
  const refusal = new ResponseError(LSPErrorCodes.RequestFailed, 'no');
  await expect(
    answer(() => {
      throw refusal;
    })(undefined, live),
  ).rejects.toBe(refusal);
  expect(logged).toEqual([]);
});

it('no request is answered before the first diagnostics are told', async () => {
  const order: string[] = [];
  let ready = (): void => undefined;
  const whenReady = new Promise<void>((resolve) => {
    ready = resolve;
  });
  const answer = makeAnswer({ ...calm, whenReady: () => whenReady, log: () => undefined });
  const answered = answer(() => order.push('answered'))(undefined, live);
  await sleep(5);
  order.push('told');
  ready();
  await answered;
  expect(order).toEqual(['told', 'answered']);
});

it('between two slices all messages that came together are handed over', async () => {
  let handed = 0;
  // As the connection does: one message a turn.
  const hand = () => {
    handed++;
    if (handed < 5) setImmediate(hand);
  };
  setImmediate(hand);
  function* work(): Generator<void> {
    const begun = performance.now();
    while (performance.now() - begun < 20);
    yield;
    expect(handed).toBe(5);
  }
  expect(await inSlices(work(), () => true)).toBe(true);
});

it('a bug in the analysis is reported, and what the stages before it found stands', () => {
  const fault = new Error('a bug');
  const reported: unknown[] = [];
  const overlaps = {
    ...makeOverlapIndex(),
    prepare: () => {
      throw fault;
    },
  };
  const host = memoryHost({ ...files, 'p/b.cuoshi': measure('丙', '60万').replace('市教育局', '无此局') });
  const snapshot = takeSnapshot(['p'], host, { overlaps, report: (error) => reported.push(error) });
  expect(snapshot.findings).toEqual([]);
  expect(reported).toEqual([fault]);
  expect(snapshot.inFile('p/b.cuoshi').typing.map(({ code }) => code)).toEqual(['CS2011']);
});

it('stages give the same whether they are done step by step or at once', () => {
  const atOnce = takeSnapshot(['p'], memoryHost(files));
  const stepwise = takeSnapshot(['p'], memoryHost(files));
  const steps = stepwise.steps();
  let count = 0;
  while (steps.next().done !== true) count++;
  expect(count).toBeGreaterThan(2);
  expect(atOnce.findings.length).toBeGreaterThan(0);
  expect(stepwise.findings).toEqual(atOnce.findings);
  expect(stepwise.policies).toEqual(atOnce.policies);
});

it('what was begun for an older text and given up changes nothing for the next one', () => {
  const overlaps = makeOverlapIndex();
  let before = takeSnapshot(['p'], memoryHost(files), { overlaps });
  before.findings;
  for (const sum of ['90万元', '20万元', '70万元', '10万元']) {
    const now = { ...files, 'p/a.cuoshi': measure('甲', sum) + measure('乙', '80万元') };
    const left = takeSnapshot(['p'], memoryHost(now), { overlaps, before: before.front });
    const steps = left.steps();
    // Given up in the midst of the analysis.
    for (let i = 0; i < 4; i++) steps.next();
    const next = { ...now, 'p/a.cuoshi': `${now['p/a.cuoshi']}${measure('丙', '60万元')}` };
    const after = takeSnapshot(['p'], memoryHost(next), { overlaps, before: left.front });
    expect(after.findings).toEqual(takeSnapshot(['p'], memoryHost(next)).findings);
    // Whoever still holds the older one gets what is true of it.
    expect(left.findings).toEqual(takeSnapshot(['p'], memoryHost(now)).findings);
    before = after;
  }
});

it('work that is no longer wanted ends between two slices', async () => {
  let done = 0;
  function* work() {
    for (; done < 1000; done++) {
      const until = performance.now() + 3;
      while (performance.now() < until);
      yield;
    }
  }
  let wanted = true;
  setTimeout(() => {
    wanted = false;
  }, 20);
  expect(await inSlices(work(), () => wanted)).toBe(false);
  expect(done).toBeLessThan(1000);
});

it('a figure that changes in one policy leaves everything about the others as it was', () => {
  const policy = (name: string, sum: string) =>
    `policy ${name} "文件" { level city }\n${measure('甲', sum)}${measure('乙', '80万元')}`;
  const texts = {
    'all/p/facts.cuoshi': declarations.en,
    'all/p/p.cuoshi': policy('p', '50万元'),
    'all/q/q.cuoshi': policy('q', '30万元'),
  };
  const known = new Map<string, ParsedFile>();
  const remembering: typeof parse = (text, file) => {
    const earlier = known.get(file);
    const parsed = earlier?.text === text ? earlier : parse(text, file, earlier);
    known.set(file, parsed);
    return parsed;
  };
  const paths = ['all/p', 'all/q'];
  const first = takeSnapshot(paths, memoryHost(texts), { parse: remembering });
  const statements = (snapshot: Snapshot) => snapshot.source('all/p/p.cuoshi')?.tree.items ?? [];
  const stood = statements(first);
  const startOfLast = stood[2]?.span.start;
  const changed = { ...texts, 'all/p/p.cuoshi': policy('p', '5000万元') };
  const next = takeSnapshot(paths, memoryHost(changed), { parse: remembering, before: first.front });
  const [p, q] = [0, 1].map((i) => [first.checked.policies[i], next.checked.policies[i]] as const);
  expect(p?.[1]).not.toBe(p?.[0]);
  expect(q?.[1]).toBe(q?.[0]);
  expect(next.policies[1]).toBe(first.policies[1]);
  expect(next.checked.binding.declarations).toBe(first.checked.binding.declarations);
  // What stands below the edit was moved, in place: what was made of it still holds.
  expect(statements(next)[0]).toBe(stood[0]);
  expect(statements(next)[1]).not.toBe(stood[1]);
  expect(statements(next)[2]).toBe(stood[2]);
  expect(statements(next)[2]?.span.start).toBe((startOfLast ?? 0) + 2);
});
