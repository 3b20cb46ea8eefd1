/** The look of the page: light and dark, on paper A4. Verdicts are told by a sign, words and the kind of frame as well as by colour. */
export const pageStyle = `
:root{--ink:#1c2024;--quiet:#5d6670;--paper:#fff;--card:#f7f8f9;--line:#d5dade;
--more:#0b6b3a;--less:#b3261e;--mixed:#8a4b00;--old:#5d6670;--new:#1d4f91}
@media (prefers-color-scheme:dark){:root{--ink:#e7eaee;--quiet:#9aa4ae;--paper:#14171a;--card:#1d2125;--line:#363c43;
--more:#6fd39b;--less:#ff9d94;--mixed:#f2b366;--old:#9aa4ae;--new:#8db8f5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:1.5rem;color:var(--ink);background:var(--paper);
font:15px/1.6 system-ui,"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.25rem;margin:2rem 0 .5rem;border-top:2px solid var(--line);padding-top:1rem}
h3{font-size:1.05rem;margin:1.5rem 0 .5rem}h4{font-size:.95rem;margin:.75rem 0 .25rem}
p{margin:.2rem 0}.quiet,figcaption,footer{color:var(--quiet)}.counts{font-weight:600}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
thead th{color:var(--quiet);font-weight:600;white-space:nowrap}tbody th{font-weight:600;white-space:nowrap}tr{break-inside:avoid}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.overview thead th:nth-child(n+3){text-align:right;white-space:normal}
.badge{display:inline-block;border:1px solid;border-radius:.3rem;padding:0 .5rem;font-size:.85rem;font-weight:600;white-space:nowrap}
.badge b{font-size:.8em}
.more-generous{color:var(--more)}.less-generous{color:var(--less);border-width:2px}.incomparable{color:var(--mixed);border-style:double;border-width:3px}
.equivalent{color:var(--quiet)}.undecided{color:var(--quiet);border-style:dashed}
article{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.2rem 1rem 1rem;margin:1rem 0}
article>h3{margin-top:.8rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:1rem}.sides ul{list-style:none;margin:0;padding:0}.sides li{margin:.2rem 0 .5rem;break-inside:avoid}
.sides>div{border-left:3px dashed var(--old);padding-left:.75rem}.sides>div+div{border-left:3px solid var(--new)}
.clause{color:var(--quiet)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem .75rem;margin:.75rem 0}dt{font-weight:600}dd{margin:0}
dt.gain,dt.now{color:var(--more)}dt.loss,dt.before{color:var(--less)}
figure{margin:.75rem 0;break-inside:avoid}figcaption{font-size:.85rem}
.chart{display:block;width:100%;max-width:44rem;height:auto;font-family:inherit}.chart text{fill:var(--quiet)}.chart text.label{fill:var(--ink)}
.chart .grid{stroke:var(--line)}.chart .axis{stroke:var(--quiet)}
.chart path{fill:none;stroke-width:2.5}.chart path.old{stroke:var(--old);stroke-dasharray:6 4}.chart path.new{stroke:var(--new)}
.chart rect{stroke-width:1.5}.chart rect.old{fill:var(--old);stroke:var(--old)}.chart rect.new{fill:var(--new);stroke:var(--new)}
.chart rect.old.open{fill:none;stroke-dasharray:4 3}.chart rect.new.open{fill-opacity:.3}
footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.5rem;font-size:.85rem}
@media (max-width:40rem){.sides{grid-template-columns:1fr}body{padding:.75rem}article{padding:.1rem .6rem .6rem}
table{display:block;overflow-x:auto}th,td{padding:.3rem .35rem}tbody th{white-space:normal;min-width:4em}td{min-width:5em}
.overview thead{display:none}.overview tr{display:block;border-bottom:1px solid var(--line);padding:.3rem 0}
.overview th,.overview td{display:block;border:0;padding:.1rem 0}.overview .n{display:flex;justify-content:space-between;gap:.4rem;white-space:normal}
.overview .n::before{content:attr(data-label);color:var(--quiet);margin-right:auto}
dl{grid-template-columns:1fr;gap:0}dd{margin:0 0 .4rem}}
@page{size:A4;margin:15mm}
@media print{:root{--ink:#000;--quiet:#444;--paper:#fff;--card:#fff;--line:#999;--more:#064;--less:#a00;--mixed:#630;--old:#555;--new:#036}
body{max-width:none;padding:0;font-size:9.5pt;line-height:1.45}h1,h2,h3,h4{break-after:avoid}h2{margin-top:1rem}
article{padding:.1rem .6rem .5rem;box-decoration-break:clone;-webkit-box-decoration-break:clone}article>h3,.sides,dd{break-inside:avoid}
.sides{break-before:avoid}th,td{padding:.18rem .5rem}figure{margin:.4rem 0}.chart{max-width:130mm}table{display:table}p,li{orphans:2;widows:2}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
`;
