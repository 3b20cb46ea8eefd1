import { type Client, positionOf, startServer } from './client.ts';

export const facts = `use std.parties
use std.jinan
use std.matters

enum 等次 { 优秀, 良好 }

party 高校 {
  硕士 alias master: count "联合培养的硕士"
  评价: 等次
}
`;
export const measures = `measure 甲 "一" {
  for 高校
  about 产业教授
  by 市科技局
  grant 培养: 6000元 per 硕士 cap 50万元 per year
}

measure 乙 {
  for 高校
  about 产业教授
  by 市教育局
  grant up to 80万元 after 绩效评估 when 评价 is 优秀
}
`;
export const chinese = `引用 std.parties
引用 std.jinan

措施 丙 {
  对象 高校
  责任单位 市科技局
  补助 6000元／硕士，最高不超过 5万元
}
`;
export const files = { 'draft/facts.cuoshi': facts, 'draft/measures.cuoshi': measures, 'other/zh.cuoshi': chinese };

/** A server with the measures open. */
export async function opened(options: Parameters<typeof startServer>[1] = {}): Promise<Client> {
  const client = await startServer(files, options);
  await client.open('draft/measures.cuoshi', measures);
  return client;
}

export const name = 'draft/measures.cuoshi';
export const at = (client: Client, piece: string, within = 0, text = measures, file = name) => ({
  textDocument: { uri: client.uri(file) },
  position: positionOf(text, piece, within),
});

export async function stop(client: Client): Promise<number | null> {
  const exited = new Promise<number | null>((resolve) => client.process.once('exit', resolve));
  await client.connection.sendRequest('shutdown');
  await client.connection.sendNotification('exit');
  return exited;
}
