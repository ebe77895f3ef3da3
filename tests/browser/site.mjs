// A small site in a temporary folder, and `gloss serve` over it. GLOSS names the binary.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

export async function serve(t, files) {
  const site = new Site(await mkdtemp(join(tmpdir(), 'glossator-')));
  t.after(async () => {
    await site.stop();
    await rm(site.root, { recursive: true, force: true });
  });
  for (const [path, text] of Object.entries(files)) await site.write(path, text);
  await site.start();
  return site;
}

class Site {
  constructor(root) {
    this.root = root;
  }

  async start(port = 0) {
    this.process = spawn(process.env.GLOSS, ['serve', '--root', this.root, '--port', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
    const said = [];
    this.address = await new Promise((found, failed) => {
      createInterface({ input: this.process.stderr }).on('line', line => {
        said.push(line);
        const [address] = line.match(/http:\/\/127\.0\.0\.1:\d+[^\s]*/) ?? [];
        if (address) found(address.replace(/\/$/, ''));
      });
      this.process.on('error', failed);
      this.process.on('exit', () => failed(new Error(`gloss serve has ended:\n${said.join('\n')}`)));
    });
  }

  async stop() {
    if (!this.process?.pid || this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = new Promise(done => this.process.once('exit', done));
    this.process.kill();
    await ended;
  }

  // The address of a route, below the path of the site's `base_url`.
  url(route) {
    return this.address + route;
  }

  async status(route) {
    return (await fetch(this.url(route))).status;
  }

  async write(path, text) {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), text);
  }

  rename(from, to) {
    return rename(join(this.root, from), join(this.root, to));
  }

  remove(path) {
    return unlink(join(this.root, path));
  }
}
