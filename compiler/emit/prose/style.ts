/** The look of the page: on screen light and dark, on paper A4 in the fonts of official texts where they are installed. */
export const pageStyle = `
:root{--ink:#1c2024;--quiet:#59626b;--paper:#fff;--line:#ccd2d8;--link:#1d4f91}
@media (prefers-color-scheme:dark){:root{--ink:#e7eaee;--quiet:#9aa4ae;--paper:#14171a;--line:#3a4148;--link:#8db8f5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem;color:var(--ink);background:var(--paper);
font:16px/1.75 "Noto Serif CJK SC","Source Han Serif SC","Songti SC",FangSong,SimSun,serif}
h1,h2,h3,th,dt,b{font-family:"Noto Sans CJK SC","Source Han Sans SC","PingFang SC",SimHei,sans-serif;font-weight:600}
h1{font-size:1.6rem;line-height:1.4;text-align:center;margin:0 0 1.25rem}
h2{font-size:1.2rem;margin:2.25rem 0 .75rem;border-bottom:2px solid var(--ink);padding-bottom:.25rem}
h3{font-size:1.05rem;margin:1.5rem 0 .4rem}
p{margin:.5rem 0;overflow-wrap:anywhere}a{color:var(--link);text-decoration:none}a:hover,a:focus-visible{text-decoration:underline}
dl{margin:.4rem 0;font-size:.92rem}dl>div{display:grid;grid-template-columns:7em 1fr;gap:.75rem;padding:.1rem 0}
dt{color:var(--quiet);font-weight:500;overflow-wrap:anywhere}dd{margin:0;overflow-wrap:anywhere}.index>div{grid-template-columns:11em 1fr;border-bottom:1px solid var(--line)}
article{break-inside:avoid-page}.note,.terms{color:var(--quiet);font-size:.92rem}.note{border-left:3px solid var(--line);padding-left:.75rem}
.terms{margin-top:.75rem}.terms p{margin:0}
table{border-collapse:collapse;margin:.6rem 0;min-width:60%;break-inside:avoid}caption{text-align:left;color:var(--quiet);font-size:.92rem;padding-bottom:.2rem}
th,td{border:1px solid var(--line);padding:.25rem .75rem;text-align:left}
ol{padding-left:1.75rem;margin:.5rem 0}li{margin:.3rem 0}
@page{size:A4;margin:25mm 22mm}
@media print{:root{--ink:#000;--quiet:#333;--paper:#fff;--line:#888;--link:#000}
body{max-width:none;padding:0;font-size:11pt}h2,h3{break-after:avoid}nav{break-after:page}}
`;
