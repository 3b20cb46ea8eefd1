import { scaleBand, scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** Charts as SVG text. What is old is dashed and hollow, what is new solid: neither is told by colour alone. */

const width = 640;
const font = 12;

export interface Series {
  /** In the units that are written on the axes. */
  readonly points: readonly { readonly x: number; readonly old: number | null; readonly new: number | null }[];
}

export interface Labels {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly old: string;
  readonly new: string;
}

/** Old against new over one figure. A value without upper end leaves a gap. */
export function lineChart({ points }: Series, labels: Labels): string {
  const height = 260;
  const frame = { left: 56, right: 24, top: 30, bottom: 44 };
  const values = points.flatMap((p) => [p.old, p.new]).filter((v) => v !== null);
  const x = scaleLinear([0, points.at(-1)?.x ?? 1], [frame.left, width - frame.right]);
  const y = scaleLinear([0, Math.max(1e-9, ...values)], [height - frame.bottom, frame.top]).nice(5);
  const path = (of: 'old' | 'new') =>
    line<Series['points'][number]>()
      .defined((p) => p[of] !== null)
      .x((p) => rounded(x(p.x)))
      .y((p) => rounded(y(p[of] ?? 0)))([...points]) ?? '';
  const base = height - frame.bottom;
  return svg(height, labels.title, [
    ...y
      .ticks(5)
      .map((t) => grid(frame.left, width - frame.right, y(t), y(t)) + text(frame.left - 6, y(t) + 4, number(t), 'end')),
    ...x.ticks(6).map((t) => grid(x(t), x(t), base, base + 4) + text(x(t), base + 18, number(t), 'middle')),
    `<line class="axis" x1="${frame.left}" x2="${width - frame.right}" y1="${base}" y2="${base}"/>`,
    text(width - frame.right, height - 8, labels.x, 'end'),
    text(4, 16, labels.y, 'start'),
    `<path class="old" d="${path('old')}"/><path class="new" d="${path('new')}"/>`,
    legend(labels, true),
  ]);
}

export interface Bar {
  readonly label: string;
  readonly old: { readonly min: number; readonly max: number | null };
  readonly new: { readonly min: number; readonly max: number | null };
}

/** Old against new for some applicants. From least to most is open to a decision, and drawn lighter. */
export function barChart(bars: readonly Bar[], labels: Labels): string {
  const height = 34 + bars.length * 62 + 30;
  const figureOf = ({ min, max }: Bar['old']) =>
    max === null ? `${number(min)}—∞` : min === max ? number(max) : `${number(min)}—${number(max)}`;
  const widest = Math.max(...bars.flatMap((b) => [figureOf(b.old).length, figureOf(b.new).length]));
  const frame = { left: 12, right: 44 + 7.5 * widest, top: 30, bottom: 30 };
  const greatest = Math.max(1e-9, ...bars.flatMap((b) => [b.old.max ?? b.old.min, b.new.max ?? b.new.min]));
  const x = scaleLinear([0, greatest], [frame.left, width - frame.right]).nice(5);
  const rows = scaleBand<number>()
    .domain(bars.map((_, i) => i))
    .range([frame.top, height - frame.bottom])
    .paddingInner(0.1);
  const bar = (of: 'old' | 'new', { min, max }: Bar['old'], top: number): string => {
    const end = max ?? x.domain()[1] ?? greatest;
    const [from, sure, to] = [x(0), x(min), x(end)].map(rounded);
    const figure = figureOf({ min, max });
    return [
      `<rect class="${of} open" x="${from}" y="${top}" width="${(to ?? 0) - (from ?? 0)}" height="14"/>`,
      min > 0 ? `<rect class="${of}" x="${from}" y="${top}" width="${(sure ?? 0) - (from ?? 0)}" height="14"/>` : '',
      text((to ?? 0) + 6, top + 12, `${of === 'old' ? labels.old : labels.new} ${figure}`, 'start'),
    ].join('');
  };
  const base = height - frame.bottom;
  return svg(height, labels.title, [
    ...x.ticks(5).map((t) => grid(x(t), x(t), frame.top, base) + text(x(t), base + 16, number(t), 'middle')),
    text(width - 4, base + 16, labels.y, 'end'),
    ...bars.map((b, i) => {
      const top = rows(i) ?? 0;
      return (
        text(frame.left, top + 14, b.label, 'start', 'label') +
        bar('old', b.old, top + 20) +
        bar('new', b.new, top + 37)
      );
    }),
    legend(labels, false),
  ]);
}

function svg(height: number, title: string, parts: readonly string[]): string {
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}"><title>${escaped(title)}</title>${parts.join('')}</svg>`;
}

function legend(labels: Labels, lines: boolean): string {
  const swatch = (of: 'old' | 'new', at: number) =>
    lines
      ? `<path class="${of}" d="M${at},14H${at + 28}"/>`
      : `<rect class="${of}" x="${at + 8}" y="8" width="20" height="12"/>`;
  return `${swatch('old', width - 230)}${text(width - 196, 18, labels.old, 'start')}${swatch('new', width - 120)}${text(width - 86, 18, labels.new, 'start')}`;
}

function grid(x1: number, x2: number, y1: number, y2: number): string {
  return `<line class="grid" x1="${rounded(x1)}" x2="${rounded(x2)}" y1="${rounded(y1)}" y2="${rounded(y2)}"/>`;
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end', kind = ''): string {
  const named = kind === '' ? '' : ` class="${kind}"`;
  return `<text${named} x="${rounded(x)}" y="${rounded(y)}" font-size="${font}" text-anchor="${anchor}">${escaped(content)}</text>`;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function number(value: number): string {
  const plain = Number(value.toPrecision(12));
  return Math.abs(plain) < 10_000 ? `${plain}` : plain.toLocaleString('en-US', { maximumFractionDigits: 6 });
}

/** Text as it stands in HTML and SVG, in content and in attributes alike. */
export function escaped(content: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return content.replace(/[&<>"']/g, (c) => entities[c] ?? c);
}
