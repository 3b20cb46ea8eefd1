import { describe, expect, it } from 'vitest';
import { coverPaths } from '../../compiler/source-text/coverage/documents.ts';
import type { Manifest } from '../../compiler/source-text/manifest.ts';
import { readManifest } from '../../compiler/source-text/read-manifest.ts';
import { memoryHost } from '../harness/memory-host.ts';
import { head, highest, manifest, money, part, responsible, told } from './coverage-fixture.ts';

const good = manifest([
  part('一', {
    figures: [money('50万元', 50_000_000, highest)],
    conditions: ['获批'],
    bodies: responsible('市教育局'),
  }),
]);

/** The manifest with one member replaced, named by its path. */
function withMember(path: string, value: unknown): string {
  const copy = JSON.parse(JSON.stringify(good)) as Record<string, unknown>;
  const steps = path.match(/\w+/g) ?? [];
  const last = steps.pop()!;
  let target: Record<string, unknown> = copy;
  for (const step of steps) target = target[step] as Record<string, unknown>;
  target[last] = value;
  return JSON.stringify(copy);
}

describe('reading a manifest', () => {
  it('gives what was written, with or without a byte order mark', () => {
    expect(readManifest(JSON.stringify(good))).toEqual({ manifest: good });
    expect(readManifest(`\ufeff${JSON.stringify(good)}`)).toEqual({ manifest: good });
  });

  it.each([
    ['parts', {}],
    ['hash', 'abc'],
    ['parts[0].clause', ''],
    ['parts[0].role', 'article'],
    ['parts[0].length', 1.5],
    ['parts[0].figures[0].type', 'sum'],
    ['parts[0].figures[0].value', '5.5'],
    ['parts[0].figures[0].value', '1/0'],
    ['parts[0].figures[0].limit', '最高'],
    ['parts[0].figures[0].yearly', false],
    ['parts[0].conditions[0]', 7],
    ['parts[0].bodies[0].role', 'leader'],
    ['parts[0].bodies', null],
    ['parts[0].path', [1]],
  ])('names a wrong %s by its path', (path, value) => {
    const read = readManifest(withMember(path, value));
    const where = path === 'parts[0].path' ? 'parts[0].path[0]' : path;
    expect(read).toMatchObject({ fault: { kind: 'malformed', where } });
  });

  it('refuses two parts of one name, another format and what is not JSON', () => {
    const twice: Manifest = { ...good, parts: [...good.parts, ...good.parts] };
    expect(readManifest(JSON.stringify(twice))).toMatchObject({
      fault: { kind: 'malformed', where: 'parts[1].clause' },
    });
    expect(readManifest(JSON.stringify({ ...good, format: 'cuoshi-source/2' }))).toEqual({
      fault: { kind: 'other-format', found: 'cuoshi-source/2' },
    });
    for (const text of ['', '{', '[1,', '"x']) expect(readManifest(text)).toEqual({ fault: { kind: 'not-json' } });
    for (const text of ['null', '[]', '7', '{}'])
      expect(readManifest(text)).toMatchObject({ fault: { kind: 'other-format' } });
  });
});

describe('a policy whose manifest cannot be used', () => {
  const of = (text: string | undefined, header = head) =>
    told(
      coverPaths(
        ['policy'],
        memoryHost({ 'policy/demo.cuoshi': header, ...(text !== undefined && { 'policy/demo.source.json': text }) }),
      ),
    );

  it.each([
    ['there is none', undefined, /CS5101 9: .*demo\.source\.json/],
    ['it is cut short', '{"format": ', /CS5102 9/],
    [
      'it is of another version',
      JSON.stringify({ ...good, format: 'cuoshi-source/9' }),
      /CS5103 9: .*cuoshi-source\/9.*cuoshi-source\/1/,
    ],
    ['a member is wrong', withMember('parts[0].figures[0].value', 5), /CS5104 9: .*parts\[0\]\.figures\[0\]\.value.*5/],
    ['it is of another policy', JSON.stringify({ ...good, policy: 'other' }), /CS5105 9: .*other.*demo/],
  ])('is told once why: %s', (_, text, message) => {
    expect(of(text)).toEqual([expect.stringMatching(message)]);
  });

  it('and one that names none is told as not covered', () => {
    expect(of(undefined, head.replace('  source "demo.source.json"\n', ''))).toEqual([
      expect.stringMatching(/CS5106 6: demo/),
    ]);
  });
});
