// `gloss serve` as an author has it: files are written, a browser looks on.
import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';
import { after, before, test as testOf } from 'node:test';
import { gone, isSamePage, launch, open, overlay, pill } from './browser.mjs';
import { serve } from './site.mjs';

const skip = process.env.GLOSS ? false : 'GLOSS does not name the binary';
const test = (name, body) => testOf(name, { skip, timeout: 120_000 }, body);

let browser;
before(async () => { if (!skip) browser = await launch(); });
after(() => browser?.close());

const SITE = 'title: A small site\n';
const HAFTAR = '---\nname: Khalifa Haftar\nkind: person\n---\n';
const EVIL = '<script>alert(1)</script>';
const X = 'content/reports/x.md';

const report = (body, more = '') => `---\ntitle: A report\ndate: 2019-12-21\n${more}---\n\n${body}\n`;
const paragraph = i => `Paragraph ${i} is about the ${'abcdefghij'[i % 10].repeat(4 + i / 10)} militias of the capital, and mentions [Haftar](actor:haftar).[^n${i}]`;
const notes = indices => indices.map(i => `[^n${i}]: A note on ${'abcdefghij'[i % 10].repeat(4 + i / 10)} militias.`).join('\n\n');
const INDICES = Array.from({ length: 40 }, (_, i) => i);
const long = first => `${first}\n\n${INDICES.map(paragraph).join('\n\n')}\n\n${notes(INDICES)}`;

const small = { 'site.yaml': SITE, 'content/actors/haftar.md': HAFTAR, [X]: report('The first words, of [Haftar](actor:haftar).') };

async function until(condition) {
  while (!await condition()) await setImmediate();
}

const seen = (page, words) => page.waitForFunction(words => document.body.textContent.includes(words), words);
const stands = (page, selector) => page.evaluate(selector => Math.round(document.querySelector(selector).getBoundingClientRect().top), selector);

test('an edit is shown without loading the page; place, focus and an open note stay', async t => {
  const site = await serve(t, { ...small, [X]: report(long('The first paragraph.')) });
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
  assert.deepEqual(page.noise, []);
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
});

// What can't be read or rendered lies over the page as text, and goes when it is mended.
const BROKEN = {
  'front matter': [X, `---\ntitle: "${EVIL}\ndate: 2019-12-21\n---\n\nThe first words.\n`, report('Mended.')],
  'a template': [
    'templates/report.html', `{% extends "margin/report.html" %}\n{% block main %}${EVIL}{{ nothing.of.this }}{% endblock main %}\n`,
    '{% extends "margin/report.html" %}\n{% block backlinks %}Mended.{% endblock backlinks %}\n',
  ],
  'site.yaml': ['site.yaml', `title: "${EVIL}\n`, 'title: Mended.\n'],
};
for (const [what, [path, broken, mended]] of Object.entries(BROKEN)) {
  test(`a fault in ${what} lies over the page, as text, until it is mended`, async t => {
    const site = await serve(t, { ...small, 'content/reports/y.md': report('Another report.'), 'templates/report.html': '{% extends "margin/report.html" %}\n' });
    const page = await open(browser, t, site.url('/reports/x/'));
    await site.write(path, broken);
    await overlay(page).waitFor();
    const words = await overlay(page).textContent();
    assert.ok(words.includes(EVIL), words);
    assert.ok(words.includes(path), words);
    assert.match(await page.textContent('main'), /The first words/, 'what was there last is below');

    if (what === 'front matter') {
      const other = await open(browser, t, site.url('/reports/y/'));
      await site.write('content/reports/y.md', report('Other edits go on.'));
      await seen(other, 'Other edits go on.');
      assert.ok(await overlay(other).isHidden());
    }
    await site.write(path, mended);
    await overlay(page).waitFor({ state: 'hidden' });
    await seen(page, 'Mended.');
    assert.deepEqual(page.noise.filter(line => /dialog|Error/.test(line)), []);
  });
}

test('a renamed file has its new address at once, and its old one no more', async t => {
  const site = await serve(t, small);
  const page = await open(browser, t, site.url('/reports/x/'));
  await site.rename(X, 'content/reports/z.md');
  await until(async () => await site.status('/reports/z/') === 200);
  assert.equal(await site.status('/reports/x/'), 404);
  await gone(page).waitFor();
  assert.match(await page.textContent('main'), /The first words/);
  await site.rename('content/reports/z.md', X);
  await gone(page).waitFor({ state: 'hidden' });
  assert.equal(await site.status('/reports/z/'), 404);
  assert.ok(await isSamePage(page));
});

test('an address without a page has one as soon as its file is there', async t => {
  const site = await serve(t, small);
  const page = await open(browser, t, site.url('/reports/new/'));
  await site.write('content/reports/new.md', report('Here now.'));
  await seen(page, 'Here now.');
});

test('a changed sheet is swapped without loading the page', async t => {
  const site = await serve(t, {
    ...small,
    'static/site.css': 'h1 { color: rgb(255, 0, 0); }\n',
    'templates/head-extra.html': '<link rel="stylesheet" href="{{ site.base }}/site.css">\n',
  });
  const page = await open(browser, t, site.url('/reports/x/'));
  const colour = () => page.evaluate(() => getComputedStyle(document.querySelector('h1')).color);
  assert.equal(await colour(), 'rgb(255, 0, 0)');
  await site.write('static/site.css', 'h1 { color: rgb(0, 128, 0); }\n');
  await until(async () => await colour() === 'rgb(0, 128, 0)');
  assert.ok(await isSamePage(page));
  assert.deepEqual(page.noise, []);
});

test('a draft is shown, and marked as one', async t => {
  const site = await serve(t, { ...small, 'content/reports/draft.md': report('Not yet.', 'status: draft\n') });
  const page = await open(browser, t, site.url('/reports/draft/'));
  assert.match(await page.textContent('.banner'), /draft/i);
  await site.write('content/reports/draft.md', report('Now.'));
  await seen(page, 'Now.');
  await page.waitForFunction(() => !document.querySelector('.banner'));
});

test('all of it stands below the path of the base address', async t => {
  const site = await serve(t, { ...small, 'site.yaml': `${SITE}base_url: https://example.org/sub/path/\n` });
  assert.match(site.address, /\/sub\/path$/);
  const page = await open(browser, t, site.url('/reports/x/'));
  await site.write(X, report('Other words.'));
  await seen(page, 'Other words.');
  assert.ok(await isSamePage(page));
  assert.deepEqual(page.noise, []);
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
