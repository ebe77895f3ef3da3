// Chromium without a window, and what every test asks of it.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';

const WAIT = 30_000; // Milliseconds: generous, as nothing here is about speed.

export function launch(...more) {
  return chromium.launch({
    executablePath: inPath(process.env.CHROMIUM ?? 'chromium'),
    chromiumSandbox: false,
    args: ['--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', ...more],
  });
}

// Opens an address in a fresh profile, closed with the test. `page.noise` has whatever the console was given;
// `window.marker` shows later whether the page is still the one that was loaded.
export async function open(browser, t, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  page.noise = [];
  page.on('console', message => page.noise.push(message.text()));
  page.on('pageerror', error => page.noise.push(String(error)));
  page.on('dialog', dialog => { page.noise.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  await page.goto(url);
  // The script has heard of the server, and has asked once more for the page that it will compare others with.
  await page.waitForFunction(() => document.querySelector('gloss-live')?.shadowRoot.querySelector('.status').dataset.words
    && (document.querySelector('[data-gloss-version="none"]') || performance.getEntriesByName(location.href.split('#')[0], 'resource').length));
  await page.evaluate(() => { window.marker = 'the same page'; });
  return page;
}

// Waits until something holds that no page can tell.
export async function until(condition) {
  const end = Date.now() + WAIT;
  while (!await condition()) {
    if (Date.now() > end) throw new Error(`still not so after ${WAIT / 1000} s: ${condition}`);
    await setTimeout(10);
  }
}

export const seen = (page, words) => page.waitForFunction(words => document.body.textContent.includes(words), words);
export const isSamePage = page => page.evaluate(() => window.marker === 'the same page');

// Lets the page believe that another tab is in front of it.
export const hide = (page, hidden) => page.evaluate(hidden => {
  Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}, hidden);

// What the script shows over the page.
export const overlay = page => page.locator('gloss-live .overlay');
export const pill = page => page.locator('gloss-live button.pill');
export const gone = page => page.locator('gloss-live .gone');

function inPath(command) {
  const found = command.includes('/') ? [command] : process.env.PATH.split(delimiter).map(folder => join(folder, command));
  return found.find(path => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  }) ?? command;
}
