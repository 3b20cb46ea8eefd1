import type * as T from '../../../language/syntax/tree.ts';
import type { ProseTable } from './document.ts';
import { type Saying, sayAmount } from './say-amounts.ts';

/** 评价：人员（0%至不足30%得10分，不低于30%得30分）、成果（专利×5），各项相加. */
export function sayScore({ name, rows }: T.Score, saying: Saying): string {
  const { lang } = saying;
  const zh = lang === 'zh';
  const parts = rows.map(({ members, value }) => {
    const tables: ProseTable[] = [];
    const said = sayAmount(value, { ...saying, tables }, { type: 'number' });
    const cells = tables.flatMap((table) => table.rows.map(([of, points]) => row(of, points, zh)));
    const of =
      tables[0] === undefined ? said : `${tables[0].caption}${zh ? '：' : ': '}${cells.join(zh ? '，' : ', ')}`;
    const label = members.map((member) => member.text).join('、');
    return zh ? `${label}（${of}）` : `${label} (${of})`;
  });
  if (zh) return `${name.text}：${parts.join('、')}，各项得分相加`;
  return `${name.text}: the points for ${parts.join(', ')}, added up`;
}

function row(of: string, points: string, zh: boolean): string {
  if (!/\d/.test(points)) return `${of}${zh ? '' : ' '}${points}`;
  return zh ? `${of}得${points}分` : `${of} ${points} points`;
}
