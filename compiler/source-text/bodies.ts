import type { Stretch } from './figure-context.ts';
import type { Body, PartRole } from './manifest.ts';

export interface FoundBody extends Stretch {
  readonly body: Body;
}

/** What a name of a public body ends in. */
const endings =
  '(?:人民政府|政府|委员会|办公厅|办公室|管委会|指挥部|领导小组|工作专班|组织部|宣传部|统战部|金融办|人才办|监管局|管理局|分局|总局|分行|支行|营管部|中心|集团|公司|研究院|联合会|协会|部门|单位|委|办|厅|局|部|院|会|区|县|市|组)';
const oneBody = new RegExp(`${endings}$`);

/** A list of bodies in parentheses, with the parentheses of alternate names inside. */
const inner = '(?:[^()]|\\([^()]*\\))';
const listed = new RegExp(`\\((?:(?:责任|牵头|配合|实施|主管|参与|协助)(?:单位|部门|处室)|分工):(${inner}+)\\)`, 'g');
const dividing = /(?:按照?(?:各自)?职责(?:分工)?(?:分别|共同|牵头)?(?:负责|落实|实施)?|分工负责)$/;
const charged = new RegExp(
  `\\((${inner}{2,200}?)((?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同|牵头)?(?:负责|落实))\\)`,
  'g',
);
const leading = /由([^,。;:()]{2,60}?)((?:按职责分工|按职责|分别|共同|联合)*)(牵头|负责)([^,。;]*)/g;

/** The bodies of one part, in order: who is responsible, and who issues, leads and interprets. */
export function bodiesIn(text: string, role: PartRole): FoundBody[] {
  const found: FoundBody[] = role === 'front' ? signatories(text) : [];
  for (const match of text.matchAll(listed)) {
    const start = match.index + match[0].indexOf(':') + 1;
    const shared = dividing.exec(match[1]!)?.[0] ?? '';
    found.push(...split(match[1]!.slice(0, match[1]!.length - shared.length), start, 'responsible', shared !== ''));
  }
  for (const match of text.matchAll(charged)) {
    if (/^(?:责任|牵头|配合)(?:单位|部门):/.test(match[1]!)) continue;
    found.push(...split(match[1]!, match.index + 1, 'responsible', /职责/.test(match[2]!)));
  }
  for (const match of text.matchAll(leading)) {
    const names = match[1]!;
    const [start, rest] = [match.index + 1, match[4]!];
    const issuer = /解释/.test(match[3]! + rest);
    const led = split(names, start, issuer ? 'issuer' : 'responsible', /职责/.test(match[2]!));
    if (led.length === 0 || led.length !== names.split(/[、和]/).length) continue;
    found.push(...led);
    // ,会同省教育厅统筹
    const after = match.index + match[0].length;
    const joint = /^,?会同([^,。;:()统共做推组]{2,40})/.exec(text.slice(after));
    if (joint !== null) found.push(...split(joint[1]!, after + joint[0].indexOf(joint[1]!), 'responsible', false));
  }
  return found
    .filter((one, i, all) => all.findIndex((other) => other.start < one.end && one.start < other.end) === i)
    .sort((a, b) => a.start - b.start);
}

/** The names of a list. What does not end as a body's name does is left out. */
function split(list: string, start: number, role: Body['role'], shared: boolean): FoundBody[] {
  const found: FoundBody[] = [];
  for (const match of list.matchAll(/(?:[^、,;()]|\([^()]*\))+/g)) {
    const name = match[0].replace(/^(?:和|及|以及|会同)/, '').replace(/(?:等|牵头|配合|参与|负责|实施)+$/, '');
    const begin = start + match.index + match[0].indexOf(name);
    const [, plain = name, alias] = /^(.*?)\(([^()]+)\)$/.exec(name) ?? [];
    if (!oneBody.test(plain)) continue;
    found.push({
      start: begin,
      end: begin + name.length,
      body: { name: plain, ...(alias !== undefined && { alias }), role, ...(shared && { shared: true as const }) },
    });
  }
  return found;
}

/** Who signs: the names right before the date, and whoever a title says issues the text. */
function signatories(text: string): FoundBody[] {
  const found: FoundBody[] = [];
  const titled = /^((?:中共)?[^,。;:《》()关印]{2,20}?(?:人民政府|委员会|办公厅|办公室|厅|局|部))(?:关于|印发)/.exec(
    text,
  );
  if (titled !== null) found.push({ start: 0, end: titled[1]!.length, body: { name: titled[1]!, role: 'issuer' } });
  const signed = /([^,。;:、()《》\d]{4,200})(?=(?:\d{4}|[一二三四五六七八九〇]{4})年[\d一二三四五六七八九十]{1,2}月)/g;
  for (const match of text.matchAll(signed)) {
    const run = match[1]!;
    // Names follow each other without a break; each begins as the first does, or with the party's.
    const place = /^(?:中共)?(.{1,3}?[省市县区])/.exec(run)?.[1];
    if (place === undefined || !oneBody.test(run)) continue;
    let at = match.index;
    for (const name of run.split(new RegExp(`(?=中共${place})|(?<!中共)(?=${place})`)).filter((part) => part !== '')) {
      found.push({ start: at, end: at + name.length, body: { name, role: 'issuer' } });
      at += name.length;
    }
  }
  return found;
}
