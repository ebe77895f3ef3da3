// A built folder as a static host serves it: compressed, with a strict policy, and the site's own page for what is not
// there. By itself, `node static.mjs FOLDER [PORT]` prints the address.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzip } from 'node:zlib';
import { promisify } from 'node:util';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.xml': 'application/xml', '.txt': 'text/plain; charset=utf-8', '.bin': 'application/octet-stream',
  '.png': 'image/png', '.jpg': 'image/jpeg', '.webp': 'image/webp', '.pdf': 'application/pdf',
};
const pack = promisify(gzip);

// `headers` replaces or adds to those that are sent.
export async function serveFolder(folder, { port = 0, headers = {} } = {}) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    const body = await read(file);
    const bytes = body ?? await read(join(folder, '404.html')) ?? Buffer.from('not found');
    const type = body ? TYPES[extname(file)] ?? 'application/octet-stream' : TYPES['.html'];
    const isText = /text|json|xml|octet/.test(type);
    response.writeHead(body ? 200 : 404, {
      'Content-Type': type,
      'Content-Security-Policy': "default-src 'self'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': /\.(css|js|svg)$/.test(path) ? 'max-age=31536000' : 'no-cache',
      Vary: 'Accept-Encoding',
      ...isText && { 'Content-Encoding': 'gzip' },
      ...headers,
    });
    response.end(isText ? await pack(bytes) : bytes);
  });
  await new Promise(done => { server.listen(port, '127.0.0.1', done); });
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => { server.closeAllConnections(); server.close(); } };
}

async function read(file) {
  try {
    return await readFile(file);
  } catch {
    return null;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = process.argv.slice(2);
  console.log((await serveFolder(folder, { port: Number(port ?? 0) })).address);
}
