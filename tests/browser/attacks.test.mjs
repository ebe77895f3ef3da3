// Attacks in every place that content comes from, opened in Chromium without a policy that would hide what comes off.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, test as testOf } from 'node:test';
import { ADDRESSES, HTML, WORDS, refusedSite, soundSite } from './attacks.mjs';
import { launch } from './browser.mjs';
import { serve } from './site.mjs';
import { serveFolder } from './static.mjs';

const gloss = process.env.GLOSS;
const skip = gloss ? false : 'GLOSS does not name the binary';
const test = (name, body) => testOf(name, { skip, timeout: 600_000 }, body);

let browser;
before(async () => { if (!skip) browser = await launch(); });
after(() => browser?.close());

// Builds a site, and gives its problems and its folder.
async function build(t, files) {
  const root = await mkdtemp(join(tmpdir(), 'attacks-'));
  t.after(() => rm(root, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const { status, stdout, stderr } = spawnSync(gloss, ['build', '--root', root, '--format', 'json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
  assert.ok(status === 0 || status === 1, stderr);
  const problems = stdout.split('\n').filter(Boolean).map(line => JSON.parse(line));
  const out = join(root, 'public');
  const paths = status ? [] : (await readdir(out, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile()).map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(out.length + 1)).sort();
  return { status, problems, out, paths, errors: problems.filter(problem => problem.severity === 'error') };
}

// The site without those of the author's own HTML that are refused: these are looked at in a preview.
async function sound(t, files) {
  const { errors } = await build(t, files);
  const refused = new Set(errors.map(error => error.file).filter(file => file?.startsWith('content/reports/html')));
  return { files: Object.fromEntries(Object.entries(files).filter(([path]) => !refused.has(path))), refused: [...refused] };
}

// A page that notes what it should never do: run a word of an author's, or ask another host.
async function watched(t, address, options = {}) {
  const context = await browser.newContext(options);
  t.after(() => context.close());
  const hits = [];
  await context.exposeBinding('hit', ({ frame }, words) => { hits.push(`ran ${words} in ${frame.url()}`); });
  await context.route(url => url.origin !== address, route => { hits.push(`asked for ${route.request().url()}`); return route.abort(); });
  const page = await context.newPage();
  // Where nobody has gone, nobody is led; but by the page of an old address.
  await context.route(() => true, (route, request) => {
    if (!request.isNavigationRequest() || request.url() === page.wanted) return route.fallback();
    if (!page.url().includes('/old-')) hits.push(`went from ${page.url()} to ${request.url()}`);
    return route.abort('aborted');
  });
  page.on('dialog', dialog => { hits.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on('pageerror', error => hits.push(`error: ${error}`));
  page.on('popup', popup => hits.push(`popup: ${popup.url()}`));
  return { page, hits };
}

// Does what a reader might do: points at everything, opens everything, follows each link that could run something.
const provoke = page => page.evaluate(async () => {
  window.addEventListener('click', event => {
    const href = event.target.closest?.('a, area')?.getAttribute('href');
    if (!href || /^(https?|mailto):$/.test(new URL(href, location).protocol)) event.preventDefault();
  }, true);
  window.addEventListener('submit', event => event.preventDefault(), true);
  for (const element of document.querySelectorAll('body *')) {
    for (const type of ['pointerover', 'mouseover', 'mouseenter', 'mousemove', 'focus', 'click', 'blur']) {
      element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
    }
  }
  for (const details of document.querySelectorAll('details')) details.open = true;
  await new Promise(done => setTimeout(done, 0));
});

// What no page may have, whether or not something comes of it: elements and attributes by which a page can act.
const suspicious = page => page.evaluate(() => {
  const found = [];
  const ours = /^(?:\/|\.|#|https?:|mailto:|$)/;
  const roots = [document, ...[...document.querySelectorAll('template')].map(template => template.content)];
  for (const element of roots.flatMap(root => [...root.querySelectorAll('*')])) {
    const name = element.localName;
    const is = (words, what) => { if (what) found.push(`${words}: ${element.outerHTML.slice(0, 200)}`); };
    is('an element that acts', /^(?:iframe|frame|frameset|object|embed|applet|base|animate|set|use|foreignobject|style|math.*xml|xmp|marquee|video|audio|source)$/i.test(name));
    is('a noscript of a stranger', name === 'noscript' && !element.closest('main:has(input[type=search])'));
    is('a script of a stranger', name === 'script' && !/^(?:application\/(?:ld\+)?json)$/.test(element.type) && !new URL(element.src || 'x:', location).pathname.match(/\/(?:margin|search\/[\w-]+|_gloss\/[\w.-]+)\.js$/) && !element.hasAttribute('data-gloss-version'));
    is('a form that is not ours', name === 'form' && !/search/.test(element.getAttribute('action') ?? 'search'));
    is('a refresh', name === 'meta' && /refresh/i.test(element.httpEquiv) && !/^0; ?url=\//.test(element.content));
    for (const { name: attribute, value } of element.attributes) {
      is(`the attribute ${attribute}`, /^on|^(?:style|srcdoc|formaction|ping|background|srcset|autofocus|xlink:href)$/i.test(attribute) && !(attribute === 'style' && element.closest('svg, gloss-live')));
      is(`an address in ${attribute}`, /^(?:href|src|action|cite|data|poster)$/.test(attribute) && !(ours.test(value) || (name !== 'a' && !/^[\s\0-\x20]*\w+script:|^data:/i.test(value))));
    }
  }
  return found;
});

function visit(page, url) {
  page.wanted = new URL(url).href;
  return page.goto(url, { waitUntil: 'load' });
}

// Looks at a page as it is loaded, and when it was provoked.
async function look(page, url) {
  await visit(page, url);
  const found = await suspicious(page);
  await provoke(page);
  return found.map(words => `${new URL(url).pathname}: ${words}`);
}

// An address for a path of the output.
const urlOf = (address, path) => `${address}/${path.split('/').map(encodeURIComponent).join('/')}`;

async function lookAtAll(t, { out, paths }, wanted = /./) {
  const server = await serveFolder(out, { headers: { 'Content-Security-Policy': '' } });
  t.after(() => server.close());
  const { page, hits } = await watched(t, server.address);
  const found = [];
  for (const path of paths.filter(path => path.endsWith('.html') && wanted.test(path))) {
    found.push(...await look(page, urlOf(server.address, path)));
    const json = await page.evaluate(() => [...document.querySelectorAll('script[type="application/ld+json"], script[type="application/json"]')].map(it => it.textContent));
    json.forEach(text => JSON.parse(text));
    if (hits.length) found.push(...hits.splice(0).map(hit => `${path}: ${hit}`));
  }
  for (const path of paths.filter(path => /\.(xml|svg)$/.test(path))) {
    const wrong = await page.evaluate(inspectXml, await readFile(join(out, path), 'utf8'));
    found.push(...wrong.map(words => `${path}: ${words}`));
  }
  for (const path of paths.filter(path => path.endsWith('.json'))) JSON.parse(await readFile(join(out, path), 'utf8'));
  for (const path of paths.filter(path => path.endsWith('.ris'))) {
    const text = await readFile(join(out, path), 'utf8');
    const lines = text.split(/\r?\n|[\u0085\u2028\u2029]/).filter(Boolean);
    if (lines.some(line => !/^[A-Z][A-Z0-9] {2}- /.test(line)) || lines.filter(line => line.startsWith('ER')).length !== 1) found.push(`${path}: ${text}`);
  }
  for (const path of paths.filter(path => path.endsWith('.bib'))) {
    const text = await readFile(join(out, path), 'utf8');
    if (text.match(/^@/gm).length !== 1 || !isBalanced(text)) found.push(`${path}: ${text}`);
  }
  return { page, hits, found, address: server.address };
}

function isBalanced(text) {
  let depth = 0;
  for (const sign of text.replace(/\\./gs, '')) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
  return depth === 0;
}

// Runs in the page: a feed or a picture as a parser reads it, and the HTML in it.
function inspectXml(text) {
  const parsed = new DOMParser().parseFromString(text, 'application/xml');
  const found = [];
  if (parsed.querySelector('parsererror')) found.push(parsed.querySelector('parsererror').textContent);
  const known = /^http:\/\/www\.(?:w3\.org\/(?:2005\/Atom|2000\/svg|1999\/xhtml)|sitemaps\.org\/schemas\/sitemap\/0\.9)$/;
  for (const element of parsed.querySelectorAll('*')) {
    if (!known.test(element.namespaceURI) || /^(?:script|iframe|img|svg:script)$/.test(element.localName)) found.push(element.outerHTML);
    if ([...element.attributes].some(({ name, value }) => /^on/i.test(name) || (/href|src|scheme/.test(name) && /^\s*javascript:/i.test(value)))) found.push(element.outerHTML);
    if (element.getAttribute('type') !== 'html') continue;
    const inner = new DOMParser().parseFromString(element.textContent, 'text/html');
    for (const it of inner.querySelectorAll('script, iframe, object, embed, style, link, meta, base, form, svg script')) found.push(it.outerHTML);
    for (const it of inner.querySelectorAll('*')) {
      if ([...it.attributes].some(({ name, value }) => /^on/i.test(name) || /^[\0-\x20]*(?:java|vb)script:/i.test(value))) found.push(it.outerHTML);
    }
  }
  return found;
}

const nothing = found => assert.deepEqual([...new Set(found)].slice(0, 20), [], `${found.length} in all`);

describe('a site full of attacks', () => {
  for (const style of [undefined, 'apa']) {
    test(`does nothing in a browser, with citations ${style ? `in the style ${style}` : 'of its own'}`, async t => {
      const { files } = await sound(t, soundSite({ style }));
      const built = await build(t, files);
      nothing(built.errors.map(error => `${error.file}:${error.line}: ${error.message}`));
      const { page, hits, found, address } = await lookAtAll(t, built, style ? /^(reports|sources)\/[rs]\d+\// : /./);
      nothing(found);
      for (const words of WORDS) {
        await visit(page, `${address}/search/?q=${encodeURIComponent(words)}`);
        found.push(...await suspicious(page));
        await page.fill('input[type=search]', words);
        await page.press('input[type=search]', 'Enter');
        await page.waitForTimeout(50);
        found.push(...await suspicious(page));
      }
      await page.fill('input[type=search]', 'script');
      await page.waitForTimeout(500);
      await provoke(page);
      nothing([...found, ...await suspicious(page), ...hits]);
      t.diagnostic(`${WORDS.length} attacks in words, ${HTML.length} in HTML; ${built.paths.length} files`);
    });
  }
});

test('addresses that run or ask for something are refused, and do nothing in a preview', async t => {
  const all = soundSite();
  const { refused } = await sound(t, all);
  const files = { ...refusedSite(), ...Object.fromEntries(refused.map(path => [path, all[path]])), 'content/reports/pic.png': all['content/reports/pic.png'] };
  const built = await build(t, files);
  assert.equal(built.status, 1);
  const told = new Set(built.errors.map(error => error.file));
  nothing(Object.keys(files).filter(path => /reports.*\.md$/.test(path) && !told.has(path)).map(path => `${path} is not told: ${files[path]}`));
  const site = await serve(t, files);
  const { page, hits } = await watched(t, new URL(site.address).origin);
  const found = [];
  for (const path of Object.keys(files).filter(path => /reports.*\.md$/.test(path))) {
    found.push(...await look(page, site.url(`/reports/${path.split('/').pop().replace('.md', '')}/`)));
  }
  nothing([...found, ...hits]);
  t.diagnostic(`${ADDRESSES.length} addresses, ${refused.length} texts with HTML`);
});

test('messages of a preview show attacks as text', async t => {
  const report = (more, text) => `---\ntitle: T\ndate: 2020-01-01\n${more}---\n\n${text}\n`;
  const files = { 'site.yaml': 'title: T\n', 'content/actors/a.md': '---\nname: A\n---\n' };
  WORDS.forEach((words, n) => {
    const id = encodeURIComponent(words.replace(/[\0\r\n]/g, '')).replace(/[()']/g, '');
    files[`content/reports/l${n}.md`] = report('', `[x](actor:${id}) [y](report:${id}) [z](date:${id}) [](source:${id})`);
    files[`content/reports/k${n}.md`] = report(`${JSON.stringify(words)}: ${JSON.stringify(words)}\nstatus: ${JSON.stringify(words)}\nactors: [${JSON.stringify(words)}]\n`, 'x');
    files[`content/reports/y${n}.md`] = report('', 'Sound, as yet.');
    files[`templates/t${n}.html`] = '{{ site.title }}';
  });
  const site = await serve(t, files);
  const { page, hits } = await watched(t, new URL(site.address).origin);
  const found = [];
  for (const n of WORDS.keys()) {
    for (const kind of 'lk') found.push(...await look(page, site.url(`/reports/${kind}${n}/`)));
    await visit(page, site.url(`/reports/y${n}/`));
    await site.write(`content/reports/y${n}.md`, `---\ntitle: "${WORDS[n].replace(/["\\\0]/g, '')}\ndate: 2020-01-01\n---\n`);
    await page.locator('gloss-live .overlay').waitFor();
    found.push(...await suspicious(page));
    await provoke(page);
    await page.evaluate(() => {
      for (const element of document.querySelector('gloss-live').shadowRoot.querySelectorAll('*')) {
        if (/^(?:script|img|svg|iframe)$/.test(element.localName) || [...element.attributes].some(({ name }) => name.startsWith('on'))) window.hit(element.outerHTML);
      }
    });
    await site.write(`content/reports/y${n}.md`, report('', 'Sound again.'));
  }
  nothing([...found, ...hits]);
});

// That this test can fail: where a site trusts its authors, their scripts run.
test('where raw HTML is allowed, the same attacks come off', async t => {
  const files = soundSite();
  const own = Object.fromEntries(Object.entries(files).filter(([path]) => /html\d+\.md|pic\.png/.test(path)));
  const { files: trusted } = await sound(t, { ...own, 'site.yaml': 'title: T\nmarkdown: {raw_html: allow}\n', 'content/actors/a0.md': '---\nname: A\n---\n' });
  const built = await build(t, trusted);
  nothing(built.errors.map(error => error.message));
  const { found } = await lookAtAll(t, built);
  const ran = found.filter(words => words.includes(': ran '));
  const asked = found.filter(words => words.includes(': asked for '));
  assert.ok(ran.length > 20 && asked.length > 5, `${ran.length} ran, ${asked.length} asked`);
});
