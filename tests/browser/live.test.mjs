// src/serve/live.js by itself, in a browser, against a stand-in for the server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gone, hide, isSamePage, launch, open, overlay, pill, seen, until } from './browser.mjs';
import { fault, startMock } from './mock.mjs';

let browser;
before(async () => { browser = await launch(); });
after(() => browser.close());

const html = (body, { head = '', attributes = 'lang="en"' } = {}) =>
  `<!DOCTYPE html>\n<html ${attributes}>\n<head>\n<meta charset="utf-8">\n<title>A page</title>\n${head}</head>\n<body>\n${body}\n</body>\n</html>\n`;

// A text as the default theme has it: each paragraph has its number as id.
const WORDS = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'hazel', 'ivy', 'juniper'];
const sentence = word => `The ${word} stands by the ${word} road, and nobody asks a ${word} why it is a ${word}.`;
const paragraphs = texts => texts.map((text, i) => `<p id="p${i + 1}"><a class="pn" href="#p${i + 1}">${i + 1}</a>${text}</p>`).join('\n');
const many = count => Array.from({ length: count }, (_, i) => sentence(`${WORDS[i % 10]}${WORDS[(i * 7 + 3) % 10]}${'x'.repeat(i / 10)}`));

// A server with one page, and that page in the browser.
async function show(t, body, { page: options, head, attributes, ...serverOptions } = {}) {
  const mock = await startMock(serverOptions);
  t.after(() => mock.close());
  mock.set = (next, more = { head, attributes }) => { mock.pages.set('/x/', html(next, more)); mock.tell(); };
  mock.set(body);
  mock.files.set('/red.css', ['text/css', 'p { color: rgb(255, 0, 0); }']);
  const page = await open(browser, t, mock.url('/x/'), options);
  await until(() => mock.streams === 1);
  return { mock, page };
}

// --- patching

test('an edit changes the text in place, and keeps every node', async t => {
  const texts = many(4);
  const { mock, page } = await show(t, paragraphs(texts));
  await page.evaluate(() => { window.nodes = [...document.querySelectorAll('p')]; });
  mock.set(paragraphs(texts.map((text, i) => i === 1 ? 'New words.' : text)));
  await seen(page, 'New words.');
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('p')].map((p, i) => p === window.nodes[i])), [true, true, true, true]);
  assert.ok(await isSamePage(page));
});

test('paragraphs after an inserted one are the same nodes with another number', async t => {
  const texts = many(6);
  const { mock, page } = await show(t, paragraphs(texts));
  await page.evaluate(() => { window.nodes = [...document.querySelectorAll('p')]; });
  const edited = texts[3].replace('nobody', 'hardly anybody');
  mock.set(paragraphs([...texts.slice(0, 2), 'Inserted here.', texts[2], edited, ...texts.slice(4)]));
  await seen(page, 'Inserted here.');
  assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll('p')].map(p => [p.id, window.nodes.indexOf(p)])),
    [['p1', 0], ['p2', 1], ['p3', -1], ['p4', 2], ['p5', 3], ['p6', 4], ['p7', 5]],
  );
  assert.equal(await page.evaluate(() => document.querySelector('#p5 .pn').textContent), '5');
});

test('the page is the bytes of the new version, whatever has changed', async t => {
  const versions = [
    '<main class="a b"><h1>Title</h1><p>One</p><ul><li>1</li><li>2</li></ul><svg viewBox="0 0 2 2"><use xlink:href="#a"/></svg></main>',
    '<main class="b c" lang="ar" dir="rtl"><p>One and two</p><h1>Title</h1><ul><li>2</li><li>3</li><li>4</li></ul><!-- a --></main><aside>New</aside>',
    '<aside>New</aside><table><tr><td>1<td>2<tr><td>3<td>4</table>text<p data-x="1">One</p>',
    '<table><tr><td>0<td>0<tr><td>1<td>2<tr><td>3<td>4</table><p data-x="2">One</p>text<svg viewBox="0 0 9 9"><use xlink:href="#b"/></svg>',
    '',
    paragraphs(many(30)),
    paragraphs(many(30).reverse()),
  ];
  const { mock, page } = await show(t, versions[0]);
  for (const [i, version] of versions.entries()) {
    mock.set(version, { head: `<meta name="description" content="${i}">\n`, attributes: `lang="${i % 2 ? 'en' : 'ar'}"` });
    await page.waitForFunction(i => document.querySelector(`meta[content="${i}"]`), i);
    const whole = await page.evaluate(async () => {
      const parsed = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
      const live = document.documentElement.cloneNode(true);
      live.querySelector('gloss-live').remove();
      return [live.outerHTML, parsed.documentElement.outerHTML];
    });
    assert.equal(whole[0], whole[1]);
  }
  assert.ok(await isSamePage(page));
  assert.deepEqual(page.noise, []);
});

test('title, language and description follow', async t => {
  const { mock, page } = await show(t, '<p>One</p>');
  mock.pages.set('/x/', html('<p>One</p>', { attributes: 'lang="ar" dir="rtl"' }).replace('A page', 'Another title'));
  mock.tell();
  await page.waitForFunction(() => document.title === 'Another title');
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.dir]), ['ar', 'rtl']);
});

test('focus, the words in a field and the selection among them stay', async t => {
  const body = word => `<p>${word}</p><form><input id="q" value="a"></form>`;
  const { mock, page } = await show(t, body('before'));
  await page.fill('#q', 'haftar');
  await page.evaluate(() => {
    document.querySelector('#q').focus();
    document.querySelector('#q').setSelectionRange(1, 4);
  });
  mock.set(`<p>inserted</p>${body('after')}`);
  await seen(page, 'after');
  assert.deepEqual(await page.evaluate(() => {
    const q = document.querySelector('#q');
    return [document.activeElement === q, q.value, q.selectionStart, q.selectionEnd];
  }), [true, 'haftar', 1, 4]);
});

test('a selection in a text stays when the text is edited beside it', async t => {
  const { mock, page } = await show(t, '<p>Select these words, and not those.</p>');
  await page.evaluate(() => {
    const text = document.querySelector('p').firstChild;
    getSelection().setBaseAndExtent(text, 7, text, 18);
  });
  mock.set('<p>Select these words, and not any others.</p>');
  await seen(page, 'any others');
  assert.equal(await page.evaluate(() => String(getSelection())), 'these words');
});

const noted = (n, text, words) => `<p id="p${n}">${text}<button type="button" class="ref" popovertarget="gl-n${n}" aria-label="Source ${n}">${n}</button>`
  + `<span class="note" id="gl-n${n}" popover role="note"><a href="#gl-s${n}">${n}</a> ${words}</span>.</p>`;

test('an open note stays open, when its words change and when its number does', async t => {
  const { mock, page } = await show(t, noted(1, sentence('alder'), 'On alders.') + noted(2, sentence('birch'), 'On birches, p. 4.'));
  await page.click('[popovertarget="gl-n2"]');
  await page.evaluate(() => {
    document.querySelector('[popovertarget="gl-n2"]').setAttribute('aria-expanded', 'true');
    window.note = document.querySelector('#gl-n2');
  });
  mock.set(noted(1, sentence('alder'), 'On alders.') + noted(2, sentence('birch'), 'On birches and their bark, p. 5.'));
  await seen(page, 'their bark, p. 5');
  assert.ok(await page.evaluate(() => window.note.matches(':popover-open')));

  mock.set(noted(1, sentence('zelkova'), 'On zelkovas.') + noted(2, sentence('alder'), 'On alders.') + noted(3, sentence('birch'), 'On birches and their bark, p. 5.'));
  await seen(page, 'On zelkovas');
  assert.deepEqual(
    await page.evaluate(() => [window.note.id, window.note.matches(':popover-open'), window.note.textContent]),
    ['gl-n3', true, '3 On birches and their bark, p. 5.'],
  );
  assert.deepEqual(
    await page.evaluate(() => [...document.querySelectorAll('.ref')].map(ref => [ref.textContent, ref.getAttribute('aria-expanded')])),
    [['1', null], ['2', null], ['3', 'true']],
  );
});

test('a note that is put before an open one in the same paragraph does not take its place', async t => {
  const mark = (n, words) => `<button popovertarget="n${n}">${n}</button><span id="n${n}" popover>${n} ${words}</span>`;
  const { mock, page } = await show(t, `<p>One thing${mark(1, 'On birches.')} and another${mark(2, 'On cedars.')}.</p>`);
  await page.click('[popovertarget="n1"]');
  await page.evaluate(() => {
    window.note = document.querySelector('#n1');
    window.button = document.querySelector('[popovertarget="n1"]');
  });
  mock.set(`<p>One thing${mark(1, 'On alders.')}${mark(2, 'On birches.')} and another${mark(3, 'On cedars.')}.</p>`);
  await seen(page, 'On alders');
  assert.deepEqual(
    await page.evaluate(() => [window.note.id, window.note.matches(':popover-open'), window.button.getAttribute('popovertarget')]),
    ['n2', true, 'n2'],
  );
});

test('what the reader has opened and what scripts have added stays', async t => {
  const body = word => `<details><summary>More</summary><p>${word}</p></details><a class="actor" data-actor="x" href="#">${word}</a><pre>${word}</pre><button hidden>Copy</button>`;
  const { mock, page } = await show(t, body('before'));
  await page.evaluate(() => {
    document.querySelector('details').open = true;
    document.querySelector('a').classList.add('lit');
    document.querySelector('pre').tabIndex = 0;
    document.querySelector('button').hidden = false;
    document.body.append(Object.assign(document.createElement('aside'), { textContent: 'from a script' }));
  });
  mock.pages.set('/x/', html(body('after').replace('"actor"', '"actor k-person"')));
  mock.tell();
  await seen(page, 'after');
  assert.deepEqual(await page.evaluate(() => [
    document.querySelector('details').open, document.querySelector('a').className, document.querySelector('pre').tabIndex,
    document.querySelector('button').hidden, document.querySelector('aside')?.textContent,
  ]), [true, 'lit actor k-person', 0, false, 'from a script']);
});

test('what a script has rebuilt begins anew when its source changes, and the script is told', async t => {
  const { mock, page } = await show(t, '<pre class="diagram">a → b</pre><p>One</p>');
  await page.evaluate(() => {
    const draw = () => { document.querySelector('.diagram').innerHTML = `<svg aria-label="${document.querySelector('.diagram').textContent}"></svg>`; };
    draw();
    document.addEventListener('gloss:patched', draw);
  });
  mock.set('<pre class="diagram">a → c</pre><p>One</p>');
  await page.waitForSelector('svg[aria-label="a → c"]', { state: 'attached' });
  assert.equal(await page.evaluate(() => document.querySelectorAll('svg').length), 1);
});

test('a script that stays is not run again; one that is new loads the page', async t => {
  const head = '<script src="/x.js" defer></script>\n';
  const { mock, page } = await show(t, '<p>One</p>', { head });
  mock.files.set('/x.js', ['text/javascript', 'window.runs = (window.runs ?? 0) + 1;']);
  await page.reload();
  await page.evaluate(() => { window.marker = 'the same page'; });
  mock.set('<p>Two</p>');
  await seen(page, 'Two');
  assert.deepEqual([await page.evaluate(() => window.runs), await isSamePage(page)], [1, true]);
  mock.set('<p>Three</p>', { head: `${head}<script src="/x.js?2" defer></script>\n` });
  await seen(page, 'Three');
  assert.deepEqual([await page.evaluate(() => window.runs), await isSamePage(page)], [2, false]);
});

test('states that come while a page is fetched lead to one more request, and never back', async t => {
  const { mock, page } = await show(t, '<p>Version 1</p>');
  const before = mock.asked.length;
  let release;
  mock.gate = new Promise(done => { release = done; });
  mock.set('<p>Version 2</p>');
  await until(() => mock.asked.length === before + 1);
  await page.evaluate(() => {
    window.texts = [];
    new MutationObserver(() => window.texts.push(document.querySelector('p').textContent)).observe(document, { subtree: true, childList: true, characterData: true });
  });
  mock.set('<p>Version 3</p>');
  mock.set('<p>Version 4</p>');
  mock.gate = null;
  release();
  await seen(page, 'Version 4');
  assert.equal(mock.asked.length, before + 2);
  assert.deepEqual(await page.evaluate(() => [...new Set(window.texts)]), ['Version 2', 'Version 4']);
});

// --- the reader's place

const tall = 'p { min-height: 60px; margin: 0 0 20px; line-height: 30px; }';

for (const anchoring of ['auto', 'none']) {
  test(`a paragraph above the viewport moves nothing in sight (overflow-anchor: ${anchoring})`, async t => {
    const texts = many(60);
    const { mock, page } = await show(t, paragraphs(texts), { head: `<style>${tall} html { overflow-anchor: ${anchoring}; scroll-behavior: smooth; }</style>\n` });
    await page.evaluate(() => document.querySelector('#p30').scrollIntoView({ behavior: 'instant' }));
    await page.evaluate(() => scrollBy({ top: 17, behavior: 'instant' }));
    const place = () => page.evaluate(async () => {
      await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
      const block = [...document.querySelectorAll('p')].find(p => p.textContent.includes(window.words));
      return Math.round(block.getBoundingClientRect().top);
    });
    await page.evaluate(() => { window.words = document.querySelector('#p31').textContent.replace(/\d+/, ''); });
    const before = await place();
    mock.set(paragraphs([...texts.slice(0, 3), 'Inserted above.', `${sentence('yew')} `.repeat(12), ...texts.slice(3)]));
    await seen(page, 'Inserted above.');
    assert.equal(await place(), before);
    mock.set(paragraphs(texts.slice(5)));
    await page.waitForFunction(() => !document.body.textContent.includes('Inserted above.'));
    assert.equal(await place(), before);
  });
}

test('a paragraph that grows in sight pushes down what follows, and nothing else', async t => {
  const texts = many(60);
  const { mock, page } = await show(t, paragraphs(texts), { head: `<style>${tall}</style>\n` });
  await page.evaluate(() => document.querySelector('#p30').scrollIntoView());
  const top = () => page.evaluate(() => Math.round(document.querySelector('#p30').getBoundingClientRect().top));
  const before = await top();
  mock.set(paragraphs(texts.map((text, i) => i === 32 ? `${text} ${sentence('yew')}`.repeat(9) : text)));
  await seen(page, 'yew');
  assert.equal(await top(), before);
});

test('at the top of the page it stays at the top', async t => {
  const texts = many(60);
  const { mock, page } = await show(t, paragraphs(texts), { head: `<style>${tall}</style>\n` });
  mock.set(paragraphs(['Inserted first.', ...texts]));
  await seen(page, 'Inserted first.');
  assert.equal(await page.evaluate(() => scrollY), 0);
});

test('a page that runs from right to left is patched and held in place', async t => {
  const texts = many(40).map(text => `النص ${text}`);
  const options = { head: `<style>${tall}</style>\n`, attributes: 'lang="ar" dir="rtl"' };
  const { mock, page } = await show(t, paragraphs(texts), options);
  await page.evaluate(() => document.querySelector('#p20').scrollIntoView());
  mock.list = [fault()];
  mock.set(paragraphs(['فقرة جديدة في البداية.', ...texts]));
  await seen(page, 'فقرة جديدة');
  assert.equal(await page.evaluate(() => Math.round(document.querySelector('#p21').getBoundingClientRect().top)), 0);
  await pill(page).waitFor();
  assert.ok((await pill(page).boundingBox()).x < 100, 'the corner is where lines end');
  await pill(page).click();
  const list = page.locator('gloss-live #list');
  assert.ok((await list.boundingBox()).x < 100);
  for (const words of [pill(page), list.locator('.fault')]) {
    assert.equal(await words.evaluate(element => getComputedStyle(element).direction), 'ltr');
  }
});

test('what has changed is outlined for a moment, unless motion is unwanted', async t => {
  for (const [reducedMotion, outlined] of [['no-preference', 1], ['reduce', 0]]) {
    const { mock, page } = await show(t, paragraphs(many(5)), { page: { reducedMotion } });
    await page.evaluate(() => {
      window.outlined = 0;
      const animate = Element.prototype.animate;
      Element.prototype.animate = function (...given) { window.outlined += 1; return animate.apply(this, given); };
    });
    mock.set(paragraphs(['Inserted first.', ...many(5)]));
    await seen(page, 'Inserted first.');
    assert.equal(await page.evaluate(() => window.outlined), outlined);
  }
});

// --- static files

const colour = page => page.evaluate(() => getComputedStyle(document.querySelector('p')).color);

test('a changed sheet is swapped without loading the page, and the page is never without it', async t => {
  const { mock, page } = await show(t, '<p>One</p>', { head: '<link rel="stylesheet" href="/red.css">\n' });
  assert.equal(await colour(page), 'rgb(255, 0, 0)');
  await page.evaluate(() => {
    window.colours = new Set();
    const look = () => { window.colours.add(getComputedStyle(document.querySelector('p')).color); requestAnimationFrame(look); };
    look();
  });
  for (const next of ['rgb(0, 128, 0)', 'rgb(0, 0, 255)']) {
    mock.files.set('/red.css', ['text/css', `p { color: ${next}; }`]);
    mock.tellFiles('/red.css', '/other.txt');
  }
  await page.waitForFunction(() => getComputedStyle(document.querySelector('p')).color === 'rgb(0, 0, 255)');
  await page.waitForFunction(() => document.querySelectorAll('link').length === 1);
  assert.ok(!await page.evaluate(() => window.colours.has('rgb(0, 0, 0)')));
  mock.set('<p>Two</p>');
  await seen(page, 'Two');
  assert.deepEqual([await colour(page), await isSamePage(page)], ['rgb(0, 0, 255)', true]);
});

test('a page that names another sheet is never without one', async t => {
  const head = name => `<link rel="stylesheet" href="/${name}.css">\n`;
  const { mock, page } = await show(t, '<p>One</p>', { head: head('red') });
  mock.files.set('/green.css', ['text/css', 'p { color: rgb(0, 128, 0); }']);
  await page.evaluate(() => {
    window.colours = new Set();
    const look = () => { window.colours.add(getComputedStyle(document.querySelector('p')).color); requestAnimationFrame(look); };
    look();
  });
  mock.set('<p>One</p>', { head: head('green') });
  await page.waitForFunction(() => getComputedStyle(document.querySelector('p')).color === 'rgb(0, 128, 0)');
  assert.deepEqual(await page.evaluate(() => [...window.colours]), ['rgb(255, 0, 0)', 'rgb(0, 128, 0)']);
  await page.waitForFunction(() => document.querySelectorAll('link').length === 1);
});

test('a sheet that another one imports is swapped with it', async t => {
  const mock = await startMock();
  t.after(() => mock.close());
  mock.pages.set('/x/', html('<p>One</p>', { head: '<link rel="stylesheet" href="/all.css">\n' }));
  mock.files.set('/all.css', ['text/css', '@import "part.css";']);
  mock.files.set('/part.css', ['text/css', 'p { color: rgb(255, 0, 0); }']);
  const page = await open(browser, t, mock.url('/x/'));
  await until(() => mock.streams === 1);
  mock.files.set('/part.css', ['text/css', 'p { color: rgb(0, 128, 0); }']);
  mock.tellFiles('/part.css');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('p')).color === 'rgb(0, 128, 0)');
  assert.ok(await isSamePage(page));
});

const svg = width => ['image/svg+xml', `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="10"/>`];

test('a changed picture is shown, and a changed script loads the page', async t => {
  const mock = await startMock();
  t.after(() => mock.close());
  mock.pages.set('/x/', html('<img src="/map.svg" alt=""><img srcset="/map.svg 1x, /big.svg 2x" alt="">', { head: '<script src="/x.js" defer></script>\n' }));
  mock.files.set('/map.svg', svg(20)).set('/big.svg', svg(90)).set('/x.js', ['text/javascript', 'window.words = 1;']);
  const page = await open(browser, t, mock.url('/x/'));
  await until(() => mock.streams === 1);
  mock.files.set('/map.svg', svg(40));
  mock.tellFiles('/map.svg');
  await page.waitForFunction(() => [...document.images].every(image => image.naturalWidth === 40));
  assert.ok(await isSamePage(page));
  mock.files.set('/x.js', ['text/javascript', 'window.words = 2;']);
  mock.tellFiles('/x.js');
  await page.waitForFunction(() => window.words === 2);
});

// --- faults

const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';

test('an overlay shows the words of a fault as text, and goes when it is mended', async t => {
  const { mock, page } = await show(t, '<p>One</p>');
  assert.ok(await overlay(page).isHidden());
  mock.overlay = mock.list = [fault({ message: evil, help: evil, file: `content/${evil}.md`, excerpt: `3 | ${evil}\n  | ^^^^ ${evil}` })];
  mock.tell();
  await overlay(page).waitFor();
  const words = await overlay(page).textContent();
  assert.equal(words.split(evil).length, 6);
  assert.match(words, /\.md:3:1/);
  assert.equal(await page.evaluate(() => document.querySelector('gloss-live').shadowRoot.querySelectorAll('img, script').length), 0);
  assert.equal(await overlay(page).getAttribute('role'), 'alertdialog');
  mock.overlay = mock.list = [];
  mock.tell();
  await overlay(page).waitFor({ state: 'hidden' });
  assert.ok(await isSamePage(page));
  assert.deepEqual(page.noise, []);
});

test('an overlay that was put away comes back with another fault, not with the same', async t => {
  const { mock, page } = await show(t, noted(1, 'One', 'A note.'));
  await page.click('.ref');
  const tell = (...faults) => { mock.overlay = mock.list = faults; mock.tell(); };
  tell(fault({ message: 'first' }));
  await overlay(page).waitFor();
  await page.keyboard.press('Escape');
  await overlay(page).waitFor({ state: 'hidden' });
  assert.ok(await page.evaluate(() => document.querySelector('.note').matches(':popover-open')), 'the note below stays open');

  tell(fault({ message: 'first', line: 4 }), fault({ message: 'a warning', severity: 'warning' }));
  mock.overlay = [mock.list[0]];
  mock.tell();
  await page.waitForFunction(() => /1 error1 warning/.test(document.querySelector('gloss-live').shadowRoot.querySelector('button.pill').textContent));
  tell(fault({ message: 'first', line: 5 }));
  await page.waitForFunction(() => !/warning/.test(document.querySelector('gloss-live').shadowRoot.querySelector('button.pill').textContent));
  assert.ok(await overlay(page).isHidden());

  tell(fault({ message: 'first', line: 5 }), fault({ message: 'second' }));
  await overlay(page).waitFor();
  await page.locator('gloss-live .close').click();
  await overlay(page).waitFor({ state: 'hidden' });
  tell();
  await pill(page).waitFor({ state: 'hidden' });
  tell(fault({ message: 'first' }));
  await overlay(page).waitFor();
});

test('the corner counts faults, and lists them when asked, by keyboard too', async t => {
  const { mock, page } = await show(t, '<p>One</p>');
  assert.ok(await pill(page).isHidden());
  mock.list = [
    fault({ message: 'there is no actor `haf`', help: 'did you mean `haftar`?', line: 12, column: 5 }),
    fault({ message: 'nobody cites it', severity: 'warning', line: null, column: null }),
    fault({ message: 'nor this', severity: 'warning', file: null, line: null, column: null }),
  ];
  mock.tell();
  await pill(page).waitFor();
  assert.deepEqual(await pill(page).locator('span').allTextContents(), ['1 error', '2 warnings']);
  assert.ok(await overlay(page).isHidden());
  assert.equal(await page.locator('gloss-live [role=status]').textContent(), '1 error, 2 warnings');
  await pill(page).focus();
  await page.keyboard.press('Enter');
  const list = page.locator('gloss-live #list');
  await list.waitFor();
  assert.deepEqual(await list.locator('.place span:first-child').allTextContents(), ['content/reports/x.md:12:5', 'content/reports/x.md', 'yaml-syntax']);
  assert.match(await list.textContent(), /there is no actor haf.*did you mean haftar\?/s);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
  await page.emulateMedia({ media: 'print' });
  assert.ok(await pill(page).isHidden());
});

test('a marked place is underlined, and what it says is its title', async t => {
  const { mock, page } = await show(t, '<p>See <a href="/h/">haf</a>.</p>');
  mock.set('<p>See <mark class="gloss-fault" title="there is no actor `haf`">haf</mark>.</p>');
  await page.waitForSelector('mark.gloss-fault');
  assert.match(await page.evaluate(() => getComputedStyle(document.querySelector('mark')).textDecorationStyle), /wavy/);
});

// --- pages that come and go

test('a page that is gone says so and stays, dimmed, until it is there again', async t => {
  const { mock, page } = await show(t, '<p>One</p>');
  mock.pages.delete('/x/');
  mock.tell();
  await gone(page).waitFor();
  assert.match(await gone(page).textContent(), /This page is gone\./);
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).opacity), '0.45');
  assert.match(await page.textContent('body'), /One/);
  mock.set('<p>Two</p>');
  await seen(page, 'Two');
  await gone(page).waitFor({ state: 'hidden' });
  assert.deepEqual([await page.evaluate(() => getComputedStyle(document.body).opacity), await isSamePage(page)], ['1', true]);
  mock.pages.delete('/x/');
  mock.tell();
  await gone(page).waitFor();
  mock.set('<p>Two</p>');
  await gone(page).waitFor({ state: 'hidden' });
});

test('an address without a page shows one as soon as there is one', async t => {
  const { mock } = await show(t, '<p>One</p>');
  const page = await open(browser, t, mock.url('/y/'));
  assert.ok(await gone(page).isHidden());
  mock.pages.set('/y/', html('<p>Here now</p>'));
  await until(() => mock.streams === 2);
  mock.tell();
  await seen(page, 'Here now');
});

// --- the server

test('a server that has stopped is told in the corner; one that is back is followed', async t => {
  const { mock, page } = await show(t, '<p>One</p>', { head: '<link rel="stylesheet" href="/red.css">\n' });
  const stopped = page.locator('gloss-live .stopped');
  const { port } = mock;
  await mock.close();
  await stopped.waitFor();
  mock.boot = 'second';
  mock.files.set('/red.css', ['text/css', 'p { color: rgb(0, 128, 0); }']);
  mock.set('<p>Two</p>');
  await mock.listen(port);
  await seen(page, 'Two');
  await stopped.waitFor({ state: 'hidden' });
  await page.waitForFunction(() => getComputedStyle(document.querySelector('p')).color === 'rgb(0, 128, 0)');
  assert.ok(await isSamePage(page));
});

test('a page in a hidden tab hangs up, and is told what it has missed when it is shown', async t => {
  const { mock, page } = await show(t, '<p>One</p>', { head: '<link rel="stylesheet" href="/red.css">\n' });
  await page.evaluate(() => { window.sheet = document.querySelector('link'); });
  await hide(page, true);
  await until(() => mock.streams === 0);
  mock.set('<p>Two</p>');
  await hide(page, false);
  await seen(page, 'Two');
  assert.ok(await page.evaluate(() => window.sheet.isConnected), 'what has not changed is not asked for again');

  await hide(page, true);
  await until(() => mock.streams === 0);
  mock.files.set('/red.css', ['text/css', 'p { color: rgb(0, 128, 0); }']);
  mock.tellFiles('/red.css');
  await hide(page, false);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('p')).color === 'rgb(0, 128, 0)');
  assert.ok(await isSamePage(page));
  assert.deepEqual(page.noise, []);
});

test('a page that was opened in a hidden tab asks for all of its files when it is shown', async t => {
  const head = '<link rel="stylesheet" href="/red.css">\n';
  const { mock } = await show(t, '<p>One</p>', { head });
  const page = await (await browser.newContext()).newPage();
  t.after(() => page.context().close());
  await page.addInitScript(() => Object.defineProperty(document, 'hidden', { get: () => true, configurable: true }));
  await page.goto(mock.url('/x/'));
  assert.equal(mock.streams, 1);
  mock.files.set('/red.css', ['text/css', 'p { color: rgb(0, 128, 0); }']);
  mock.tellFiles('/red.css');
  await hide(page, false);
  await page.waitForFunction(() => getComputedStyle(document.querySelector('p')).color === 'rgb(0, 128, 0)');
});

test('another process with the same version is asked for the page, and changes nothing', async t => {
  const { mock, page } = await show(t, '<p>One</p>');
  const before = mock.asked.length;
  await mock.restart('second');
  await until(() => mock.asked.length === before + 1 && mock.streams === 1);
  assert.ok(await isSamePage(page));
});

test('it works below a path and under a strict policy, and leaves the console empty', async t => {
  const { mock, page } = await show(t, noted(1, 'One', 'A note.'), {
    base: '/sub/path', policy: "default-src 'self'", head: '<link rel="stylesheet" href="/sub/path/red.css">\n',
  });
  mock.overlay = mock.list = [fault({ excerpt: '3 | x' })];
  mock.set(noted(1, 'Two', 'Another note.'));
  await overlay(page).waitFor();
  await seen(page, 'Another note');
  assert.notEqual(await overlay(page).evaluate(element => getComputedStyle(element).backgroundColor), 'rgba(0, 0, 0, 0)');
  assert.equal(await page.locator('gloss-live .gone a').getAttribute('href'), '/sub/path/');
  mock.overlay = [];
  mock.files.set('/red.css', ['text/css', 'p { color: rgb(0, 128, 0); }']);
  mock.tell();
  mock.tellFiles('/red.css');
  await page.waitForFunction(() => getComputedStyle(document.querySelector('p')).color === 'rgb(0, 128, 0)');
  await overlay(page).waitFor({ state: 'hidden' });
  assert.ok(await isSamePage(page));
  assert.deepEqual(page.noise, []);
});

test('the script leaves no global behind', async t => {
  const { mock, page } = await show(t, '<p>One</p>');
  const globals = () => page.evaluate(() => Object.keys(window).filter(name => name !== 'marker'));
  const context = await browser.newContext();
  t.after(() => context.close());
  const plain = await context.newPage();
  await plain.goto(mock.url('/red.css'));
  assert.deepEqual(await globals(), await plain.evaluate(() => Object.keys(window)));
});
