// `gloss serve` as an author has it: files are written, a browser looks on.
import assert from 'node:assert/strict';
import { after, before, describe, test as testOf } from 'node:test';
import { gone, hide, isSamePage, launch, open, overlay, pill, seen, until } from './browser.mjs';
import { serve } from './site.mjs';

const skip = process.env.GLOSS ? false : 'GLOSS does not name the binary';
const test = (name, body) => testOf(name, { skip, timeout: 180_000 }, body);

let browser;
before(async () => { if (!skip) browser = await launch(); });
after(() => browser?.close());

const HAFTAR = '---\nname: Khalifa Haftar\nkind: person\n---\n';
const EVIL = '<script>alert(1)</script>';
const X = 'content/reports/x.md', Y = 'content/reports/y.md', ACTOR = 'content/actors/haftar.md';

const report = (body, more = '') => `---\ntitle: A report\ndate: 2019-12-21\n${more}---\n\n${body}\n`;
const paragraph = i => `Paragraph ${i} is about the ${'abcdefghij'[i % 10].repeat(4 + i / 10)} militias of the capital, and mentions [Haftar](actor:haftar).[^n${i}]`;
const notes = indices => indices.map(i => `[^n${i}]: A note on ${'abcdefghij'[i % 10].repeat(4 + i / 10)} militias.`).join('\n\n');
const INDICES = Array.from({ length: 40 }, (_, i) => i);
const long = first => `${first}\n\n${INDICES.map(paragraph).join('\n\n')}\n\n${notes(INDICES)}`;

const stands = (page, selector) => page.evaluate(selector => Math.round(document.querySelector(selector).getBoundingClientRect().top), selector);
const colour = page => page.evaluate(() => getComputedStyle(document.querySelector('h1')).color);
const isQuiet = page => assert.deepEqual(page.noise, []);

// All of it holds at the root of a server and below a path.
for (const base of ['', '/sub/path']) {
  describe(base ? `below ${base}` : 'at the root', () => tests(base));
}

function tests(base) {
  const siteYaml = title => `title: ${title}\n${base && `base_url: https://example.org${base}\n`}`;
  const small = { 'site.yaml': siteYaml('A small site'), [ACTOR]: HAFTAR, [X]: report('The first words, of [Haftar](actor:haftar).') };

  test('an edit is shown without loading the page; place, focus and an open note stay', async t => {
    const site = await serve(t, { ...small, [X]: report(long('The first paragraph.')) });
    assert.equal(new URL(site.address).pathname, base || '/');
    const page = await open(browser, t, site.url('/reports/x/'), { viewport: { width: 900, height: 700 } });
    await page.evaluate(() => document.querySelector('#p30').scrollIntoView());
    await page.click('#p32 .ref');
    await page.evaluate(() => {
      window.note = document.querySelector('#p32 .note');
      window.paragraph = document.querySelector('#p30');
      window.link = document.querySelector('#p31 a.actor');
      window.link.focus({ preventScroll: true });
    });
    const before = await stands(page, '#p30');

    await site.write(X, report(long('The first paragraph.\n\nA second paragraph, put in above all that is in sight.')));
    await seen(page, 'A second paragraph');
    assert.ok(Math.abs(await stands(page, '#p31') - before) <= 1);
    assert.deepEqual(await page.evaluate(() => [
      window.paragraph.id, document.activeElement === window.link, window.note.matches(':popover-open'), window.note.closest('p').id,
    ]), ['p31', true, true, 'p33']);
    assert.ok(await isSamePage(page));
    isQuiet(page);
  });

  test('an edit is shown on every page that it concerns', async t => {
    const site = await serve(t, small);
    const page = await open(browser, t, site.url('/actors/haftar/'));
    await site.write(Y, report('Another report names [Haftar](actor:haftar) too.'));
    await seen(page, 'Another report names');
    await site.write(ACTOR, HAFTAR.replace('Khalifa', 'Field Marshal'));
    await page.waitForFunction(() => document.title.includes('Field Marshal'));
    await site.remove(Y);
    await page.waitForFunction(() => !document.body.textContent.includes('Another report names'));
    assert.ok(await isSamePage(page));
    isQuiet(page);
  });

  test('an actor that is not there yet is marked at its place, and covers nothing', async t => {
    const site = await serve(t, small);
    const page = await open(browser, t, site.url('/reports/x/'));
    await site.write(X, report('The first words, of [somebody](actor:haf).'));
    const mark = page.locator('mark.gloss-fault');
    await mark.waitFor();
    assert.equal(await mark.textContent(), 'somebody');
    assert.match(await mark.getAttribute('title'), /haf/);
    await pill(page).waitFor();
    assert.match(await pill(page).textContent(), /1 error/);
    assert.ok(await overlay(page).isHidden());
    await site.write(X, report('The first words, of [somebody](actor:haftar).'));
    await mark.waitFor({ state: 'detached' });
    await pill(page).waitFor({ state: 'hidden' });
    assert.ok(await isSamePage(page));
    isQuiet(page);
  });

  // What can't be read or rendered lies over the pages that it concerns, as text, above what they were last. Other pages
  // and other edits go on.
  const template = block => `{% extends "margin/report.html" %}\n{% block main %}${block}\n`;
  const faults = {
    'front matter': { path: X, broken: `---\ntitle: "${EVIL}\ndate: 2019-12-21\n---\n\nWords.\n`, mended: report('Mended.'), edited: Y },
    'the syntax of a template': { path: 'templates/report.html', broken: template(`${EVIL}{{ nothing `), mended: template('Mended.{% endblock %}'), edited: X },
    'the words of a template': {
      path: 'templates/report.html', broken: template(`${EVIL}{{ nothing.of.this }}{% endblock %}`), mended: template('Mended.{% endblock %}'), edited: X,
    },
    'site.yaml': { path: 'site.yaml', broken: `title: "${EVIL}\n`, mended: siteYaml('Mended.'), edited: X },
  };
  for (const [what, { path, broken, mended, edited }] of Object.entries(faults)) {
    test(`a fault in ${what} lies over the page, as text, until it is mended`, async t => {
      const site = await serve(t, { ...small, [Y]: report('Another report.'), 'templates/report.html': '{% extends "margin/report.html" %}\n' });
      const page = await open(browser, t, site.url('/reports/x/'));
      await site.write(path, broken);
      await overlay(page).waitFor();
      const words = await overlay(page).textContent();
      assert.ok(words.includes(EVIL), words);
      assert.ok(words.includes(path), words);
      assert.match(await page.textContent('main'), /The first words/, 'what was there last is below');

      // Another edit, on a page that was open or is opened now.
      await site.write(edited, report(`Edits go on, as of [Haftar](actor:haftar).`));
      const other = edited === X ? page : await open(browser, t, site.url('/reports/y/'));
      await seen(other, 'Edits go on');
      assert.equal(await overlay(other).isHidden(), other !== page);
      const actor = await open(browser, t, site.url('/actors/haftar/'));
      await seen(actor, 'Edits go on');
      assert.equal(await overlay(actor).isHidden(), path !== 'site.yaml');

      await site.write(path, mended);
      await overlay(page).waitFor({ state: 'hidden' });
      await seen(page, 'Mended.');
      await pill(actor).waitFor({ state: 'hidden' });
      assert.ok(await isSamePage(page) && await isSamePage(actor));
      isQuiet(page);
    });
  }

  test('a site.yaml that is broken from the start is told, and the site is shown when it is mended', async t => {
    const site = await serve(t, { ...small, 'site.yaml': `title: "${EVIL}\n` });
    const page = await open(browser, t, site.url('/'));
    await overlay(page).waitFor();
    const words = await overlay(page).textContent();
    assert.ok(words.includes(EVIL) && words.includes('site.yaml'), words);
    await site.write('site.yaml', `title: "${EVIL}, still\n`);
    await page.waitForFunction(() => document.querySelector('gloss-live').shadowRoot.querySelector('.overlay').textContent.includes('still'));
    assert.deepEqual([await isSamePage(page), page.noise.filter(words => !/status of 500/.test(words))], [true, []]);
    await site.write('site.yaml', siteYaml('Mended.'));
    await seen(page, 'Mended.');
    await overlay(page).waitFor({ state: 'hidden' });
    assert.equal(new URL(page.url()).pathname, `${base}/`);
  });

  test('a renamed file has its new address at once, and its old one no more', async t => {
    const site = await serve(t, small);
    const page = await open(browser, t, site.url('/reports/x/'));
    await site.rename(X, 'content/reports/z.md');
    await gone(page).waitFor();
    assert.deepEqual([await site.status('/reports/z/'), await site.status('/reports/x/')], [200, 404]);
    assert.match(await page.textContent('main'), /The first words/);
    await site.rename('content/reports/z.md', X);
    await gone(page).waitFor({ state: 'hidden' });
    assert.deepEqual([await site.status('/reports/z/'), await site.status('/reports/x/')], [404, 200]);
    assert.ok(await isSamePage(page));
    isQuiet(page);
  });

  test('an address without a page has one as soon as its file is there', async t => {
    const site = await serve(t, small);
    const page = await open(browser, t, site.url('/reports/new/'));
    await site.write('content/reports/new.md', report('Here now.'));
    await seen(page, 'Here now.');
    await site.write('content/reports/new.md', report('Here and edited.'));
    await seen(page, 'Here and edited.');
  });

  test('a changed sheet is swapped without loading the page, at once or when its tab is shown', async t => {
    const site = await serve(t, {
      ...small,
      'static/site.css': 'h1 { color: rgb(255, 0, 0); }\n',
      'templates/head-extra.html': '<link rel="stylesheet" href="{{ site.base }}/site.css">\n',
    });
    const page = await open(browser, t, site.url('/reports/x/'));
    assert.equal(await colour(page), 'rgb(255, 0, 0)');
    await site.write('static/site.css', 'h1 { color: rgb(0, 128, 0); }\n');
    await until(async () => await colour(page) === 'rgb(0, 128, 0)');
    await hide(page, true);
    await site.write('static/site.css', 'h1 { color: rgb(0, 0, 255); }\n');
    await until(async () => (await (await fetch(site.url('/site.css'))).text()).includes('255'));
    await hide(page, false);
    await until(async () => await colour(page) === 'rgb(0, 0, 255)');
    assert.ok(await isSamePage(page));
    isQuiet(page);
  });

  test('a draft and a report under embargo are shown, and marked as such', async t => {
    for (const [more, marked] of [['status: draft\n', /Draft\./], ['embargo: 2999-12-31\n', /Under embargo\./]]) {
      const site = await serve(t, { ...small, [Y]: report('Not yet.', more) });
      const page = await open(browser, t, site.url('/reports/y/'));
      assert.match(await page.textContent('.banner'), marked);
      await site.write(Y, report('Now.'));
      await seen(page, 'Now.');
      await page.waitForFunction(() => !document.querySelector('.banner'));
      assert.ok(await isSamePage(page));
      isQuiet(page);
    }
  });

  test('what the theme\'s script does for a page is done for what is new in it', async t => {
    const site = await serve(t, small);
    const page = await open(browser, t, site.url('/reports/x/'), { viewport: { width: 500, height: 700 } });
    await site.write(X, report(`New.\n\n    ${'wide '.repeat(80)}\n`));
    await page.waitForSelector('.prose pre[tabindex="0"]');
    isQuiet(page);
  });

  test('a server that is started again is followed by the page that is open', async t => {
    const site = await serve(t, small);
    const { port } = new URL(site.address);
    const page = await open(browser, t, site.url('/reports/x/'));
    await site.stop();
    await page.locator('gloss-live .stopped').waitFor();
    await site.write(X, report('Written meanwhile.'));
    await site.start(port);
    await seen(page, 'Written meanwhile.');
    await page.locator('gloss-live .stopped').waitFor({ state: 'hidden' });
    assert.ok(await isSamePage(page));
  });
}
