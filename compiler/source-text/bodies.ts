import type { Stretch } from './figure-context.ts';
import type { Body, PartRole } from './manifest.ts';

export interface FoundBody extends Stretch {
  readonly body: Body;
  /** The words that tell what it is there for, for `mask.ts`. */
  readonly kept: readonly Stretch[];
}

/** What a name of a public body ends in. */
const endings =
  '(?:人民政府|政府|委员会|办公厅|办公室|管委会|指挥部|领导小组|工作专班|组织部|宣传部|统战部|金融办|人才办|监管局|管理局|分局|总局|分行|支行|营管部|中心|集团|公司|研究院|联合会|协会|部门|单位|委|办|厅|局|部|院|会|区|县|市|组)';
const oneBody = new RegExp(`${endings}$`);

/** A list of bodies in parentheses, with the parentheses of alternate names inside. */
const inner = '(?:[^()]|\\([^()]*\\))';
const label = '(?:责任|牵头|配合|实施|主管|参与|协助|落实)(?:单位|部门|处室):';
const listed = new RegExp(`\\((?:${label}|分工:)(${inner}+)\\)`, 'g');
/** The same without parentheses, at the end of a clause. */
const unlisted = new RegExp(`(?<=^|[。;])${label}([^。]{2,200}?)(?=。|$)`, 'g');
const labelled = new RegExp(`^${label}`);
const dividing = /(?:按照?(?:各自)?职责(?:分工)?(?:分别|共同|牵头)?(?:负责|落实|实施)?|分工负责)$/;
const charged = new RegExp(
  `\\((${inner}{2,200}?)((?:按照?(?:各自)?职责(?:分工)?)?(?:分别|共同|牵头)?(?:负责|落实))\\)`,
  'g',
);
const leading = /由([^,。;:()]{2,60}?)((?:按职责分工|按职责|分别|共同|联合)*)(牵头|负责)([^,。;]*)/g;

/** The bodies of one part, in order: who is responsible, and who issues, leads and interprets. */
export function bodiesIn(text: string, role: PartRole): FoundBody[] {
  const found = role === 'front' ? signatories(text) : [];
  for (const match of [...text.matchAll(listed), ...text.matchAll(unlisted)]) {
    const list = match[1]!;
    const shared = dividing.exec(list)?.[0] ?? '';
    const start = match.index + match[0].indexOf(list);
    const names = split(list.slice(0, list.length - shared.length), start, 'responsible', shared !== '');
    found.push(...withSigns(names, match));
  }
  for (const match of text.matchAll(charged)) {
    const [, list = '', duty = ''] = match;
    if (!labelled.test(list)) {
      found.push(...withSigns(split(list, match.index + 1, 'responsible', duty.includes('职责')), match));
    }
  }
  for (const match of text.matchAll(leading)) found.push(...led(text, match));
  found.sort((a, b) => a.start - b.start);
  // Where two forms read the same name, the first one counts; who signs a notice has often been named above it.
  let end = -1;
  const issuers = new Set<string>();
  return found.filter(({ start, end: stop, body }) => {
    if (start < end || (body.role === 'issuer' && issuers.has(body.name))) return false;
    end = stop;
    if (body.role === 'issuer') issuers.add(body.name);
    return true;
  });
}

/** 由甲局、乙局分别牵头实施并负责解释; 由甲厅牵头,会同乙厅. Companies and schools may lead as well: they are no bodies. */
function led(text: string, match: RegExpExecArray): FoundBody[] {
  const [whole, list = '', how = '', lead = '', rest = ''] = match;
  const explains = (lead + rest).indexOf('解释');
  const names = split(list, match.index + 1, explains < 0 ? 'responsible' : 'issuer', how.includes('职责'));
  if (names.length === 0 || names.at(-1)!.end !== match.index + 1 + list.length) return [];
  const duty = match.index + 1 + list.length;
  const explained = duty + how.length + explains;
  const signs = [
    { start: match.index, end: match.index + 1 },
    { start: duty, end: duty + how.length + lead.length },
    ...(explains < 0 ? [] : [{ start: explained, end: explained + 2 }]),
  ];
  const after = match.index + whole.length;
  const joint = /^,?会同([^,。;:()统共做推组]{2,40})/.exec(text.slice(after, after + 50));
  const others = joint === null ? [] : split(joint[1]!, after + joint[0].indexOf(joint[1]!), 'responsible', false);
  const end = others.at(-1)?.end;
  const jointSigns =
    end === undefined
      ? []
      : [
          { start: after, end: after + 3 },
          { start: end, end: end + 2 },
        ];
  return [...names, ...others].map((one) => ({ ...one, kept: [...signs, ...jointSigns] }));
}

/** Bodies with what stands around them in their parentheses. */
function withSigns(names: readonly FoundBody[], match: RegExpExecArray): FoundBody[] {
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  const kept = [
    { start: match.index, end: first.start },
    { start: last.end, end: match.index + match[0].length },
  ];
  return names.map((one) => ({ ...one, kept }));
}

/** The names of a list. What does not end as a body's name does is left out. */
function split(list: string, start: number, role: Body['role'], shared: boolean): FoundBody[] {
  return [...list.matchAll(/(?:[^、,;()]|\([^()]*\))+/g)].flatMap((item) =>
    conjoined(item[0], start + item.index).flatMap(({ text, at }) => {
      const lead = /^(?:和|及|以及|会同)+/.exec(text)?.[0] ?? labelled.exec(text)?.[0] ?? '';
      const name = text.slice(lead.length).replace(/(?:等|牵头|配合|参与|负责|实施)+$/, '');
      const [, plain = name, alias] = /^(.*?)\(([^()]+)\)$/.exec(name) ?? [];
      if (!oneBody.test(plain)) return [];
      const body: Body = {
        name: wide(plain),
        ...(alias !== undefined && { alias: wide(alias) }),
        role,
        ...(shared && { shared: true as const }),
      };
      return [{ start: at + lead.length, end: at + lead.length + name.length, body, kept: [] }];
    }),
  );
}

/** 甲局和乙局 is two names, 市工业和信息化局 one: 和 parts them where a name has ended. */
function conjoined(item: string, at: number): { readonly text: string; readonly at: number }[] {
  for (const match of item.matchAll(/[和与及]/g)) {
    const [left, right] = [item.slice(0, match.index), item.slice(match.index + 1)];
    if (oneBody.test(left) && /^[省市县区中各]/.test(right)) {
      return [{ text: left, at }, ...conjoined(right, at + match.index + 1)];
    }
  }
  return [{ text: item, at }];
}

/** Names are written with full-width parentheses: 各县（市、区）政府. */
const wide = (name: string): string => name.replaceAll('(', '（').replaceAll(')', '）');

/** Who signs: the names right before the date, and whoever a title says issues the text. */
function signatories(text: string): FoundBody[] {
  const found: FoundBody[] = [];
  const titled = /^((?:中共)?[^,。;:《》()关印]{2,20}?(?:人民政府|委员会|办公厅|办公室|厅|局|部))(?:关于|印发)/.exec(
    text,
  );
  if (titled !== null)
    found.push({
      start: 0,
      end: titled[1]!.length,
      body: { name: titled[1]!, role: 'issuer' },
      kept: [{ start: 0, end: titled[0].length }],
    });
  const signed = /([^,。;:、()《》\d]{4,200})(?=(?:\d{4}|[一二三四五六七八九〇]{4})年[\d一二三四五六七八九十]{1,2}月)/g;
  for (const match of text.matchAll(signed)) {
    const run = match[1]!;
    // Names follow each other without a break; each begins as the first does, or with the party's.
    const place = /^(?:中共)?(.{1,3}?[省市县区])/.exec(run)?.[1];
    if (place === undefined || !oneBody.test(run)) continue;
    let at = match.index;
    for (const name of run.split(new RegExp(`(?=中共${place})|(?<!中共)(?=${place})`)).filter((part) => part !== '')) {
      found.push({ start: at, end: at + name.length, body: { name, role: 'issuer' }, kept: [] });
      at += name.length;
    }
  }
  return found;
}
