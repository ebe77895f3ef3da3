// A stand-in for `gloss serve`: pages from strings, the script element, and the stream of events, as the protocol has
// them. What the server would find out by itself is set by a test, and sent by `tell`.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';

const LIVE = new URL('../../src/serve/live.js', import.meta.url);

export async function startMock({ base = '', policy = null } = {}) {
  const mock = new Mock(base, policy);
  await mock.listen(0);
  return mock;
}

class Mock {
  boot = 'first';
  overlay = [];
  list = [];
  pages = new Map();    // From a route to the HTML of its page.
  files = new Map([['/favicon.ico', ['image/x-icon', '']]]); // From a path to [type, words].
  asked = [];           // The routes that were asked for, in order.
  gate = null;          // Answers with a page wait for this promise.
  #streams = new Map(); // From an open stream to its route.
  #moment = 0;          // How often it has told something.
  #changed = new Map(); // From a file's address to the moment at which it has last changed.

  constructor(base, policy) {
    this.base = base;
    this.policy = policy;
  }

  async listen(port) {
    this.server = createServer((request, response) => this.#answer(request, response));
    await new Promise(done => this.server.listen(port, '127.0.0.1', done));
    this.port = this.server.address().port;
    this.origin = `http://127.0.0.1:${this.port}`;
  }

  // Goes away, and lets no connection linger.
  async close() {
    this.#streams.clear();
    this.server.closeAllConnections();
    await new Promise(done => this.server.close(done));
  }

  async restart(boot) {
    const { port } = this;
    await this.close();
    this.boot = boot;
    await this.listen(port);
  }

  url(route) {
    return this.origin + this.base + route;
  }

  get streams() {
    return this.#streams.size;
  }

  // The server has a new snapshot.
  tell() {
    this.#moment += 1;
    for (const [stream, route] of this.#streams) this.#send(stream, 'state', this.#state(route));
  }

  tellFiles(...paths) {
    this.#moment += 1;
    for (const path of paths) this.#changed.set(this.base + path, this.#moment);
    for (const stream of this.#streams.keys()) this.#sendFiles(stream, this.#moment - 1);
  }

  #sendFiles(stream, since) {
    const paths = [...this.#changed].filter(([, moment]) => moment > since).map(([path]) => path);
    if (paths.length) this.#send(stream, 'files', JSON.stringify({ paths }));
  }

  #send(stream, event, data) {
    stream.write(`id: ${this.boot}-${this.#moment}\nevent: ${event}\ndata: ${data}\n\n`);
  }

  // A page that has heard of this process before is told which files have changed since.
  #begin(stream, route, since) {
    const [boot, moment] = since.split('-');
    if (boot === this.boot) this.#sendFiles(stream, Number(moment));
    this.#send(stream, 'state', this.#state(route));
    this.#streams.set(stream, route);
    stream.on('close', () => this.#streams.delete(stream));
  }

  #version(route) {
    return this.pages.has(route) ? createHash('md5').update(this.pages.get(route)).digest('hex') : null;
  }

  #state(route) {
    const count = severity => this.list.filter(fault => fault.severity === severity).length;
    return JSON.stringify({
      boot: this.boot, version: this.#version(route), overlay: this.overlay,
      errors: count('error'), warnings: count('warning'), list: this.list.slice(0, 50),
    });
  }

  async #answer(request, response) {
    const url = new URL(request.url, this.origin);
    const path = url.pathname === '/favicon.ico' ? url.pathname : decodeURI(url.pathname).slice(this.base.length);
    const send = (status, type, words, headers = {}) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store', ...headers });
      response.end(words);
    };
    if (path === '/.gloss/live.js') return send(200, 'text/javascript', await readFile(LIVE));
    if (path === '/.gloss/events') {
      const route = url.searchParams.get('page');
      response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
      return this.#begin(response, route, url.searchParams.get('since') ?? '');
    }
    if (this.files.has(path)) return send(200, ...this.files.get(path));
    this.asked.push(path);
    const html = this.pages.get(path) ?? '<!DOCTYPE html><title>404</title><p>There is no such page.</p>';
    const version = this.#version(path) ?? 'none';
    await this.gate;
    const element = `<script src="${this.base}/.gloss/live.js" data-gloss-page="${path}" data-gloss-version="${version}"`
      + ` data-gloss-base="${this.base}" async></script>`;
    const whole = html.includes('</head>') ? html.replace('</head>', `${element}</head>`) : html + element;
    return send(version === 'none' ? 404 : 200, 'text/html; charset=utf-8', whole,
      this.policy ? { 'Content-Security-Policy': this.policy } : {});
  }
}

// A fault as the server tells it.
export function fault(given) {
  return {
    name: 'yaml-syntax', severity: 'error', message: 'this is no YAML', file: 'content/reports/x.md', line: 3, column: 1,
    help: null, excerpt: null, ...given,
  };
}
