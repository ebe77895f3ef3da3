// A finished site in a browser, served as a static host would. SITE is its folder; GLOSS, the binary, makes the large
// report of the last test. What only sites with a search have is passed over where there is none.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { launch } from './browser.mjs';
import { writeLargeReport } from './large.mjs';
import { serveFolder } from './static.mjs';

const folder = resolve(process.env.SITE ?? '../../public');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AT_ONCE = 3; // Pages that are looked at beside each other.
const desktop = { width: 1440, height: 900 }, phone = { width: 375, height: 800 };

let browser, unscripted, host, routes, hasSearch;
before(async () => {
  browser = await launch();
  unscripted = await launch('--blink-settings=scriptEnabled=false'); // So that <noscript> is shown, too.
  host = await serveFolder(folder);
  const found = await readdir(folder, { recursive: true });
  routes = found.filter(path => path.endsWith('index.html')).map(path => `/${path.slice(0, -'index.html'.length)}`).sort();
  routes = routes.filter(route => !/http-equiv="refresh"/.test(html(route)));
  hasSearch = existsSync(join(folder, 'search/index/root.json'));
});
after(async () => {
  await browser.close();
  await unscripted.close();
  host.close();
});

const html = route => readFileSync(join(folder, route, 'index.html'), 'utf8');

// A page of each kind, by its place in the site: the one of a kind that has most in it. In each language of the site.
function kinds() {
  const largest = new Map();
  for (const route of routes) {
    const [lang] = html(route).match(/<html lang="[^"]+"/);
    const shape = route.replace(/^\/[a-z]{2}\//, '/').split('/').map((part, i) => (i < 2 ? part : part && (/^\d+$/.test(part) ? '0' : 'x'))).join('/');
    const kind = `${lang} ${/^\/(reports|actors|dates|sources|tags)\//.test(shape) ? shape : route}`;
    const size = html(route).length;
    if (size > (largest.get(kind)?.size ?? 0)) largest.set(kind, { route, size });
  }
  return [...[...largest.values()].map(({ route }) => route), '/not/there/'];
}

// A page that notes what its console says, and what it asks of anybody else.
async function newPage(options = {}) {
  const context = await (options.javaScriptEnabled === false ? unscripted : browser).newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  page.faults = [];
  page.on('console', message => page.faults.push(`console: ${message.text()}`));
  page.on('pageerror', error => page.faults.push(String(error)));
  page.on('request', request => {
    if (!request.url().startsWith(host.address) && !request.url().startsWith('data:')) page.faults.push(`asks for ${request.url()}`);
  });
  return page;
}

const go = (page, route) => page.goto(host.address + route, { waitUntil: 'load' });

// Goes through addresses with several pages at once, and gathers what is wrong.
async function each(routes, options, check) {
  const queue = [...routes], wrong = [];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    const page = await newPage(options);
    for (let route = queue.shift(); route; route = queue.shift()) {
      page.faults.length = 0;
      await go(page, route);
      wrong.push(...(await check(page, route)).map(words => `${route}: ${words}`));
    }
    await page.context().close();
  }));
  assert.deepEqual(wrong, []);
}

const tooWide = page => page.evaluate(() => {
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const out = [...document.querySelectorAll('main *')].find(part => part.getBoundingClientRect().right > clientWidth + 1 || part.getBoundingClientRect().left < -1);
  return [`${scrollWidth} px wide at ${clientWidth}, by ${out?.outerHTML.slice(0, 120)}`];
});

test('no page says anything on the console, asks for anything elsewhere, or is wider than its screen', async () => {
  const more = new Set(kinds());
  await each([...routes, '/not/there/'], { viewport: { width: 320, height: 640 } }, async (page, route) => {
    const wrong = [...page.faults.filter(words => !/status of 404/.test(words)), ...await tooWide(page)];
    for (const width of more.has(route) ? [375, 768, 1100, 1440] : []) {
      await page.setViewportSize({ width, height: 640 });
      wrong.push(...await tooWide(page));
    }
    await page.setViewportSize({ width: 320, height: 640 });
    return wrong;
  });
});

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

for (const [name, viewport] of Object.entries({ desktop, phone })) {
  test(`axe finds nothing on any kind of page, in light or dark: ${name}`, async () => {
    const pages = kinds().map(route => (hasSearch && /\/search\/$/.test(route) ? `${route}?q=tripoli&kind=report` : route));
    await each(pages, { viewport, colorScheme: 'light', reducedMotion: 'reduce' }, async (page, route) => {
      if (route.includes('?q=')) await page.waitForSelector('mark');
      await page.evaluate(axe);
      // Only contrast depends on the scheme.
      const found = await violations(page, RULES);
      await page.emulateMedia({ colorScheme: 'dark' });
      found.push(...(await violations(page, { type: 'rule', values: ['color-contrast'] })).map(words => `dark: ${words}`));
      await page.emulateMedia({ colorScheme: 'light' });
      return found;
    });
  });
}

const violations = (page, runOnly) => page.evaluate(async runOnly => {
  const { violations } = await globalThis.axe.run({ resultTypes: ['violations'], runOnly });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3)
    .map(node => `${node.html.slice(0, 160)} (${node.any[0]?.message ?? node.failureSummary})`).join('; ')}`);
}, runOnly);

// --- by keyboard

// The report, and the version of it, that has most of what a reader may do.
function fullReport() {
  return routes.filter(route => /^\/reports\/[^/]+\/$/.test(route) && /popovertarget/.test(html(route)) && /hreflang/.test(html(route)))
    .sort((a, b) => html(b).length - html(a).length)[0];
}

async function tabTo(page, selector) {
  for (let presses = 0; presses < 300; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(selector => document.activeElement.matches(selector), selector)) return;
  }
  assert.fail(`the Tab key never comes to ${selector}`);
}

const focused = page => page.evaluate(() => {
  const { activeElement: at } = document, style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  return {
    tag: at.tagName, id: at.id, href: at.getAttribute('href'),
    seen: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0,
  };
});

test('by keyboard: the first stop skips to the text', async t => {
  const page = await newPage();
  t.after(() => page.context().close());
  await go(page, fullReport());
  await page.keyboard.press('Tab');
  assert.equal((await focused(page)).href, '#gl-text');
  assert.ok(await page.evaluate(() => document.activeElement.getBoundingClientRect().top >= 0));
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(() => document.querySelector('main').contains(document.activeElement)));
});

test('by keyboard: every stop of a report shows that it is one', async t => {
  for (const viewport of [desktop, phone]) {
    const page = await newPage({ viewport });
    t.after(() => page.context().close());
    await go(page, fullReport());
    const hidden = [];
    for (let stops = 0; stops < 400; stops += 1) {
      await page.keyboard.press('Tab');
      const at = await focused(page);
      if (at.tag === 'BODY') break;
      if (!at.seen) hidden.push(await page.evaluate(() => document.activeElement.outerHTML.slice(0, 120)));
    }
    assert.deepEqual(hidden, []);
  }
});

test('by keyboard: a note is opened and closed, and the focus is where it was', async t => {
  const page = await newPage({ viewport: phone });
  t.after(() => page.context().close());
  await go(page, fullReport());
  await tabTo(page, '.prose [popovertarget]');
  const mark = await page.evaluate(() => document.activeElement.getAttribute('popovertarget'));
  const state = async isOpen => {
    await page.waitForSelector(`[popovertarget="${mark}"][aria-expanded="${isOpen}"]`);
    return page.evaluate(mark => [document.getElementById(mark).matches(':popover-open'), document.activeElement.getAttribute('popovertarget')], mark);
  };
  await page.keyboard.press('Enter');
  assert.deepEqual(await state(true), [true, mark]);
  // The next stop is within the note.
  await page.keyboard.press('Tab');
  assert.ok(await page.evaluate(mark => document.getElementById(mark).contains(document.activeElement), mark));
  await page.keyboard.press('Escape');
  assert.deepEqual(await state(false), [false, mark]);
});

test('by keyboard: to an actor, and to another language', async t => {
  const page = await newPage();
  t.after(() => page.context().close());
  await go(page, fullReport());
  const before = await page.getAttribute('html', 'lang');
  await tabTo(page, '.langs a');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  assert.notEqual(await page.getAttribute('html', 'lang'), before);
  await tabTo(page, 'a.chip');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  assert.match(page.url(), /\/actors\/[^/]+\/$/);
  assert.deepEqual(page.faults, []);
});

test('by keyboard: a search, its results and its facets', async t => {
  if (!hasSearch) return t.skip('this site has no search index');
  const page = await newPage();
  t.after(() => page.context().close());
  await go(page, '/search/');
  await page.keyboard.press('Tab');
  await page.keyboard.press('/');
  assert.equal((await focused(page)).id, 'gl-q');
  await page.keyboard.type('tripoli');
  await page.waitForSelector('.results mark');
  const total = await page.textContent('[role="status"]');
  assert.equal(new URL(page.url()).search, '?q=tripoli');
  const results = page.locator('.results .item');
  assert.equal(await results.count(), 10);
  // The sentence comes from the page, and the link leads to its paragraph.
  await page.waitForFunction(() => [...document.querySelectorAll('.results a')].some(link => /#p\d+$/.test(link.href)));

  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  assert.ok(await page.evaluate(() => document.activeElement === document.querySelectorAll('.results .t a')[1]));
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  assert.equal((await focused(page)).id, 'gl-q');

  await tabTo(page, '[data-facet="kind"] input[value="report"]');
  const [counted] = (await page.textContent('[data-facet="kind"] label:has(input:focus) > span')).match(/\d+/);
  await page.keyboard.press('Space');
  await page.waitForFunction(total => document.querySelector('[role="status"]').textContent !== total, total);
  assert.match(await page.textContent('[role="status"]'), new RegExp(`\\b${counted}\\b`));
  assert.equal(new URL(page.url()).search, '?q=tripoli&kind=report');
  assert.ok(await page.evaluate(() => document.activeElement.value === 'report'), 'the focus stays on the box');

  await tabTo(page, '[data-facet="actor"] > summary');
  await page.keyboard.press('Enter');
  await page.waitForSelector('[data-facet="actor"] label');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.waitForSelector('.chosen li:nth-child(2)');
  const shared = page.url();

  // A shared address shows the same; what is chosen can be taken back.
  await go(page, '/');
  await page.goto(shared);
  await page.waitForSelector('.chosen li:nth-child(2)');
  await page.focus('.chosen li:nth-child(2) button');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !location.search.includes('actor='));
  await page.focus('#gl-q');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => location.search === '?kind=report');
  assert.equal(await page.inputValue('#gl-q'), '');
  assert.deepEqual(page.faults, []);
});

test('a search that finds nothing, or cannot find anything, says so', async t => {
  if (!hasSearch) return t.skip('this site has no search index');
  const page = await newPage();
  t.after(() => page.context().close());
  await go(page, '/search/?q=xyzzy');
  await page.waitForSelector('[data-state="none"]:visible');
  assert.equal(await page.locator('.results .item').count(), 0);
  await page.route('**/search/index/**', route => route.abort());
  await go(page, '/search/?q=tripoli');
  await page.waitForSelector('[data-state="failed"]:visible');
  await page.unroute('**/search/index/**');
  await page.fill('#gl-q', 'tripoli ');
  await page.waitForSelector('.results mark');
  assert.ok(await page.isHidden('[data-state="failed"]'));
});

// --- what a reader may have set, or switched off

test('nothing moves for readers who want no motion', async () => {
  await each(['/', fullReport(), ...hasSearch ? ['/search/'] : []], { reducedMotion: 'reduce' }, page => page.evaluate(() => [...document.querySelectorAll('*')]
    .filter(part => {
      const style = getComputedStyle(part);
      return parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none' || style.scrollBehavior === 'smooth';
    })
    .map(part => part.outerHTML.slice(0, 120))));
});

test('without scripts every kind of page says the same, and its links lead somewhere', async t => {
  // All that is shown, but for buttons that only a script can make good.
  const shown = page => page.evaluate(() => {
    document.querySelectorAll('button.copy, noscript').forEach(part => part.remove());
    return document.body.innerText.replace(/\s+/g, ' ');
  });
  const said = new Map();
  const pages = kinds().filter(route => !/\/search\/$/.test(route));
  await each(pages, {}, async (page, route) => {
    said.set(route, await shown(page));
    return [];
  });
  await each(pages, { javaScriptEnabled: false }, async (page, route) => {
    const dead = await page.evaluate(() => [...document.querySelectorAll('a[href^="#"]')]
      .filter(link => !document.getElementById(decodeURIComponent(link.getAttribute('href').slice(1)))).map(link => link.outerHTML));
    return [...dead, ...await shown(page) === said.get(route) ? [] : ['other words without scripts']];
  });
});

test('without scripts the search says what it needs, and leads elsewhere', async t => {
  if (!routes.includes('/search/')) return t.skip('this site has no search');
  const page = await newPage({ javaScriptEnabled: false });
  t.after(() => page.context().close());
  await go(page, '/search/');
  assert.ok(await page.isVisible('noscript .notice'));
  assert.ok(await page.isHidden('#gl-found'));
  for (const link of await page.locator('noscript a').all()) {
    assert.equal((await fetch(host.address + await link.getAttribute('href'))).status, 200);
  }
});

// --- weight

test('a report of 2,000 words with 20 sources and 15 actors is light', async t => {
  if (!process.env.GLOSS) return t.skip('GLOSS does not name a binary');
  const site = await mkdtemp(join(tmpdir(), 'glossator-'));
  t.after(() => rm(site, { recursive: true, force: true }));
  const report = await writeLargeReport(site);
  execFileSync(resolve(process.env.GLOSS), ['build', '--root', site, '--strict'], { stdio: ['ignore', 'ignore', 'pipe'] });
  const read = path => readFileSync(join(site, 'public', path));
  const page = read(`${report}index.html`);
  const named = mark => [...page.toString().matchAll(mark)].map(([, path]) => read(path));
  const scripts = named(/<script src="([^"]+)"/g), sheets = named(/<link rel="stylesheet" href="([^"]+)"/g);
  assert.ok(sheets.length > 1);
  const kb = bytes => bytes / 1000;
  const sum = files => files.reduce((all, file) => all + file.length, 0);
  const weight = {
    whole: kb(sum([page, ...sheets])),
    packed: kb(sum([page, ...sheets].map(file => gzipSync(file)))),
    script: kb(sum(scripts)),
  };
  t.diagnostic(`HTML and CSS ${weight.whole} kB, compressed ${weight.packed} kB, scripts ${weight.script} kB`);
  assert.ok(weight.whole < 100 && weight.packed < 25 && weight.script < 10, JSON.stringify(weight));
});
