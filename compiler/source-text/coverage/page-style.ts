/** The look of the page: light and dark, on paper A4. Status is told by a sign and the kind of frame as well as by colour. */
export const pageStyle = `
:root{--ink:#1c2024;--quiet:#5d6670;--paper:#fff;--card:#f7f8f9;--line:#d5dade;
--computed:#0b6b3a;--normative:#1d4f91;--covered:#0b6b3a;--waived:#5d6670;--missing:#b3261e;--extra:#8a4b00}
@media (prefers-color-scheme:dark){:root{--ink:#e7eaee;--quiet:#9aa4ae;--paper:#14171a;--card:#1d2125;--line:#363c43;
--computed:#6fd39b;--normative:#8db8f5;--covered:#6fd39b;--waived:#9aa4ae;--missing:#ff9d94;--extra:#f2b366}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:75rem;padding:1.5rem;color:var(--ink);background:var(--paper);
font:15px/1.6 system-ui,"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.25rem;margin:2.5rem 0 .5rem;border-top:2px solid var(--line);padding-top:1rem}
h2 small{font-weight:400;font-size:1rem;color:var(--quiet)}h3{font-size:1rem;margin:1.25rem 0 .5rem}h4{font-size:1rem;margin:0}
a{color:inherit}p{margin:0}.quiet,.place,footer{color:var(--quiet)}.place{font:12px/1.5 ui-monospace,monospace}
.legend ul{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem;margin:0 0 1rem;padding:0}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}
th span,td span{display:block;font-weight:400;color:var(--quiet);font-size:.85rem}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.overview thead th:nth-child(n+2){text-align:right}
.whole b{color:var(--covered)}.part b{color:var(--missing)}.part b::before{content:"✕ "}.whole b::before{content:"✓ "}
.findings{margin:0;padding-left:1.5rem}.findings li{margin-bottom:.6rem;break-inside:avoid}.advice{color:var(--quiet)}
.parts{display:grid;grid-template-columns:repeat(auto-fill,minmax(20rem,1fr));gap:.75rem;margin-top:1rem;align-items:start}
article{background:var(--card);border:1px solid var(--line);border-radius:.4rem;padding:.6rem .8rem;break-inside:avoid}
article.missing{border:2px solid var(--missing)}article.heading{grid-column:1/-1;background:none;border:0;border-bottom:1px solid var(--line);border-radius:0;padding:.6rem 0 .2rem}
article .by{margin-bottom:.3rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.3rem .75rem;margin:0}dt{color:var(--quiet);font-size:.85rem;padding-top:.15rem}
dd{margin:0;display:flex;flex-wrap:wrap;gap:.3rem}
.chip{display:inline-block;border:1px solid;border-radius:.3rem;padding:0 .45rem;white-space:nowrap;background:var(--paper)}
.chip i{font-style:normal;margin-right:.3rem;font-size:.8em}
.computed{color:var(--computed)}.normative{color:var(--normative);border-style:double;border-width:3px}.covered{color:var(--covered)}
.waived.chip{color:var(--waived);border-style:dotted}.chip.missing{color:var(--missing);border-width:2px;font-weight:700}
.chip.extra{color:var(--extra);border-style:dashed}
footer{margin-top:2rem;font-size:.85rem}
@page{size:A4;margin:15mm}
@media print{:root{--ink:#000;--quiet:#444;--paper:#fff;--card:#fff;--line:#999;--computed:#064;--normative:#036;--covered:#064;--waived:#444;--missing:#a00;--extra:#630}
body{max-width:none;padding:0;font-size:10pt}.parts{display:block;columns:2;column-gap:6mm}article{margin-bottom:3mm}
section+section h2{break-before:page}a{text-decoration:none}}
`;
