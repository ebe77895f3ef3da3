// The page's side of `gloss serve`: keeps an open page as its files are, and tells what is wrong with them.
//
// The server puts this script into every HTML page that it answers, and tells over one stream of events which version
// of the page is the newest, which static files have changed, and which faults there are.
//
// A page is patched as text is merged. Three trees are compared: the page as it was sent, the page as it is sent now,
// and the live document, which scripts and the reader have changed since. Only what differs between the first two is
// carried over to the third. So an open note, the words in a field, a class or a node that a script has added, and the
// identity of every node that stays are kept, because nobody touches them. A theme's script that has to look at the page
// again after that may listen to `gloss:patched` on the document.
(() => {
  'use strict';
  const script = document.currentScript;
  const { glossPage: route, glossBase: base } = script.dataset;

  let shown = script.dataset.glossVersion; // The version of the page that is shown; `none` where there is no page.
  let source = null;                       // The page as it was sent, parsed: what `shown` stands for.
  let latest = null;                       // What the server has said last.
  const twins = new WeakMap();             // From a node of `source` to the live node that was made from it.

  // ── The stream ─────────────────────────────────────────────────────────────────────────────────────────────────────

  let stream = null, retry = 0, failures = 0;
  let boot = document.hidden ? 'unknown' : null; // The process that told what has changed since the page was loaded.
  let since = '';                                // The last event that was heard.

  // A browser opens six connections to a server, and each stream holds one, so a page in a hidden tab hangs up. The
  // server tells it later which files have changed since.
  function connect() {
    if (stream || document.hidden) return;
    clearTimeout(retry);
    stream = new EventSource(`${base}/.gloss/events?page=${encodeURIComponent(route)}&since=${since}`);
    const hear = then => event => {
      since = event.lastEventId;
      then(JSON.parse(event.data));
    };
    stream.addEventListener('state', hear(heard));
    stream.addEventListener('files', hear(({ paths }) => renew(paths)));
    stream.addEventListener('error', () => {
      disconnect();
      failures += 1;
      if (failures > 1) stopped.hidden = false;
      retry = setTimeout(connect, Math.min(failures, 5) * 1000);
    });
  }

  function disconnect() {
    stream?.close();
    stream = null;
    clearTimeout(retry);
  }

  function heard(state) {
    failures = 0;
    latest = state;
    stopped.hidden = true;
    tellOverlay(state.overlay);
    tellCorner(state);
    // Another process does not know what has changed since: all is asked for again.
    if (boot !== null && boot !== state.boot) {
      renew();
      if (shown !== 'none') shown = 'unknown';
    }
    boot = state.boot;
    update();
  }

  // ── Following the newest version ───────────────────────────────────────────────────────────────────────────────────

  // One request at a time, and each begins after the state that asked for it: so no answer is older than what is shown.
  let busy = false;
  async function update() {
    if (busy) return;
    busy = true;
    for (let state = null; state !== latest;) {
      state = latest;
      try {
        await follow(state);
      } catch (error) {
        // A server that is away says so itself. What could not be patched is loaded.
        if (!(error instanceof Away)) await reload();
      }
    }
    busy = false;
  }

  async function follow(state) {
    if (state.version === null) return tellGone(shown !== 'none');
    if (shown === 'none') return reload();
    await begun;
    if (state.version !== shown) {
      const page = await ask();
      const version = versionOf(page);
      if (version === 'none') return tellGone(true);
      if (!version || effects(page) !== effects(source)) return reload();
      patch(page);
      shown = version;
    }
    tellGone(false);
  }

  class Away extends Error {}

  async function ask() {
    const answer = await fetch(location.href, { cache: 'no-store' }).catch(() => { throw new Away(); });
    const text = await answer.text().catch(() => { throw new Away(); });
    return new DOMParser().parseFromString(text, 'text/html');
  }

  const versionOf = page => page.querySelector('script[data-gloss-page]')?.dataset.glossVersion;

  // What has been carried out can't be taken back: where one of these is another, the page is loaded.
  const effects = page => [...page.querySelectorAll('script:not([data-gloss-page]), meta[http-equiv]')]
    .filter(element => !/json/.test(element.type)).map(element => element.outerHTML).join('\n');

  function reload() {
    disconnect();
    location.reload();
    return new Promise(() => {}); // Nothing follows.
  }

  // The page as it was sent is asked for once more: of the live document nobody knows what scripts have done to it. If
  // there is a newer version already, the live document is the next best.
  async function begin() {
    if (shown === 'none') return;
    const page = await ask().catch(() => null);
    source = page && versionOf(page) === script.dataset.glossVersion ? page : document.cloneNode(true);
    source.querySelector('gloss-live')?.remove();
    pair(source.documentElement, document.documentElement);
  }

  // ── Merging ────────────────────────────────────────────────────────────────────────────────────────────────────────

  function patch(page) {
    if (page.isEqualNode(source)) return;
    wordings = new WeakMap();
    const hold = holdPlace();
    const focused = document.activeElement;
    const changed = new Set();
    merge(source.documentElement, page.documentElement, changed);
    source = page;
    // A mark may have gone to another note: it is the open one's that is expanded.
    for (const button of document.querySelectorAll('[popovertarget][aria-expanded]')) {
      button.setAttribute('aria-expanded', Boolean(button.popoverTargetElement?.matches(':popover-open')));
    }
    if (!focused?.isConnected && focused?.id) document.getElementById(focused.id)?.focus({ preventScroll: true });
    hold();
    flash(changed);
    document.dispatchEvent(new Event('gloss:patched'));
  }

  // Carries what differs between `old` and `next` over to the live twin of `old`, which becomes the twin of `next`.
  function merge(old, next, changed) {
    const live = twins.get(old);
    twins.set(next, live);
    if (old.nodeType !== Node.ELEMENT_NODE) return rewrite(live, next.data, changed);
    mergeAttributes(old, next, changed);

    const olds = [...old.childNodes], nexts = [...next.childNodes];
    const pairs = match(olds, nexts);
    const kept = new Set(pairs.values());
    const inPlace = node => twins.get(node)?.parentNode === live;
    if ([...pairs].some(([now, was]) => !inPlace(was) && !was.isEqualNode(now))) {
      // A script has rebuilt what is changed here. It begins anew.
      live.replaceChildren(...nexts.map(fresh));
      return changed.add(live);
    }
    for (const was of olds) if (!kept.has(was)) twins.get(was)?.remove();
    let last = null;
    for (const now of nexts) {
      const was = pairs.get(now);
      if (!was) {
        live.insertBefore(fresh(now), last ? last.nextSibling : live.firstChild);
        if (now.textContent.trim() || now.nodeType === Node.ELEMENT_NODE) changed.add(twins.get(now));
      } else if (was.isEqualNode(now)) {
        now.replaceWith(was); // It goes over to the new source with all its twins.
        if (!inPlace(was)) continue; // A script has taken it away.
      } else {
        merge(was, now, changed);
      }
      last = twins.get(now) ?? twins.get(was);
    }
  }

  // Classes are merged word by word, all else whole: what a script has set stays where the page's own does not change.
  function mergeAttributes(old, next, changed) {
    for (const name of new Set([...old.getAttributeNames(), ...next.getAttributeNames()])) {
      const live = twins.get(next), was = old.getAttribute(name), now = next.getAttribute(name);
      if (was === now) continue;
      if (name === 'class') {
        live.classList.remove(...old.classList);
        live.classList.add(...next.classList);
      } else if (now === null) {
        live.removeAttribute(name);
      } else if (name === 'href' && isSheet(live)) {
        twins.set(next, renewSheet(live, now));
      } else {
        live.setAttributeNode(next.getAttributeNode(name).cloneNode());
      }
      if (name === 'src') changed.add(live);
    }
  }

  // Replaces no more of a text than differs, so that a selection beside it stays.
  function rewrite(text, now, changed) {
    const was = text.data, shorter = Math.min(was.length, now.length);
    let start = 0, end = 0;
    while (start < shorter && was[start] === now[start]) start += 1;
    while (end < shorter - start && was[was.length - 1 - end] === now[now.length - 1 - end]) end += 1;
    text.replaceData(start, was.length - start - end, now.slice(start, now.length - end));
    // Numbers and letters that count paragraphs, notes or sources move with any that is put before them.
    const counts = words => /^[^\p{L}\p{N}]*[\p{L}\p{N}]{0,3}[^\p{L}\p{N}]*$/u.test(words);
    if (!counts(was) || !counts(now)) changed.add(text);
  }

  // A live copy of a node of a source. Scripts in it do not run: the parser has marked them as done.
  function fresh(node) {
    const live = document.importNode(node, true);
    pair(node, live);
    return live;
  }

  // Makes the nodes of a live tree the twins of those of a source.
  function pair(node, live) {
    twins.set(node, live);
    if (node.isEqualNode(live)) return node.childNodes.forEach((child, i) => pair(child, live.childNodes[i]));
    for (const [twin, child] of match([...node.childNodes], [...live.childNodes])) pair(child, twin);
  }

  // ── Which node is which ────────────────────────────────────────────────────────────────────────────────────────────

  // Pairs the children of an element, from new to old, in order. Ids don't tell which is which, as those of paragraphs
  // and notes are numbers that move; words do. Pairs are chosen so that they have the most words in common.
  function match(olds, nexts) {
    const pairs = new Map();
    let start = 0, a = olds.length, b = nexts.length;
    // Little words may be equal by chance, as line breaks are: what follows has to be equal too.
    const equal = (old, next) => old.isEqualNode(next)
      && (next.textContent.length > 9 || (old.nextSibling?.isEqualNode(next.nextSibling) ?? !next.nextSibling));
    const alike = (old, next) => wording(old).key === wording(next).key;
    for (const same of [equal, alike]) {
      while (start < a && start < b && same(olds[start], nexts[start])) pairs.set(nexts[start], olds[start++]);
      while (a > start && b > start && same(olds[a - 1], nexts[b - 1])) pairs.set(nexts[--b], olds[--a]);
    }
    const rows = a - start, columns = b - start, width = columns + 1;
    if (rows * columns > 100_000) {
      // So much has changed that the order must do.
      for (let i = start; i < Math.min(a, b); i += 1) {
        if (olds[i].nodeName === nexts[i].nodeName) pairs.set(nexts[i], olds[i]);
      }
      return pairs;
    }
    // The longest common subsequence, weighed: `best` has what the rest of both lists is worth.
    const worth = new Float32Array(rows * width), best = new Float32Array((rows + 1) * width);
    for (let i = rows - 1; i >= 0; i -= 1) {
      for (let j = columns - 1; j >= 0; j -= 1) {
        const at = i * width + j;
        worth[at] = likeness(olds[start + i], nexts[start + j]);
        best[at] = Math.max(best[at + width], best[at + 1], worth[at] && worth[at] + best[at + width + 1]);
      }
    }
    for (let i = 0, j = 0; i < rows && j < columns;) {
      const at = i * width + j;
      if (best[at] === best[at + width]) i += 1;
      else if (best[at] === best[at + 1]) j += 1;
      else pairs.set(nexts[start + j++], olds[start + i++]);
    }
    return pairs;
  }

  // From 0, never the same, to about 1: the share of words that both have (Dice's coefficient), then the id.
  function likeness(old, next) {
    const one = wording(old), other = wording(next);
    if (one.name !== other.name) return 0;
    let common = 0;
    for (const word of one.words) if (other.words.has(word)) common += 1;
    const share = one.key === other.key ? 1 : 2 * common / (one.words.size + other.words.size || 1);
    return share + (old.id && old.id === next.id ? 0.05 : 0) + 0.02;
  }

  // The words of a node, without numbers. Nodes that have none, such as the mark of a note, take those of their markup
  // and of what follows them: a mark goes with its note. Of some elements there is one, and they need none.
  let wordings = new WeakMap();
  function wording(node) {
    if (!wordings.has(node)) {
      const single = /^(HEAD|BODY|MAIN)$/.test(node.nodeName);
      let words = single ? [] : lettersOf(node.textContent);
      if (!single && words.join('').length < 3) words = [...lettersOf(node.outerHTML), ...lettersOf(node.nextSibling?.textContent)];
      wordings.set(node, { name: node.nodeName, key: `${node.nodeName} ${words.join(' ')}`, words: new Set(words) });
    }
    return wordings.get(node);
  }

  const lettersOf = text => text?.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]|[\p{L}\p{M}]+/gu) ?? [];

  // ── Keeping the reader's place ─────────────────────────────────────────────────────────────────────────────────────

  // Remembers where the first blocks in sight stand, and gives what puts the first that is left there back to its
  // place. Browsers that do this themselves are kept from doing it twice.
  function holdPlace() {
    if (scrollY <= 0) return () => {};
    const blocks = [];
    for (const block of inSight(document.body)) {
      blocks.push([block, block.getBoundingClientRect().top]);
      if (blocks.length === 12) break;
    }
    adopt(UNANCHORED, true);
    return () => {
      const [block, top] = blocks.find(([element]) => element.getClientRects().length) ?? [];
      if (block) scrollBy({ top: block.getBoundingClientRect().top - top, behavior: 'instant' });
      requestAnimationFrame(() => adopt(UNANCHORED, false));
    };
  }

  // The elements in sight, from the top; one that reaches above it comes after what is within.
  function* inSight(parent) {
    for (const child of parent.children) {
      const box = child.getBoundingClientRect();
      if (!box.height || box.bottom <= 0 || box.top >= innerHeight) continue;
      if (/fixed|sticky/.test(getComputedStyle(child).position)) continue;
      if (box.top < 0) yield* inSight(child);
      yield child;
    }
  }

  // Shows where something has changed, for a moment and with an outline, which moves nothing.
  function flash(changed) {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const blocks = new Set([...changed].map(blockOf).filter(Boolean));
    if (blocks.size > 12) return;
    for (const block of blocks) {
      if ([...blocks].some(other => other !== block && other.contains(block))) continue;
      const outline = alpha => ({ outline: `2px solid rgb(205 82 66 / ${alpha})`, outlineOffset: '5px' });
      block.animate([outline(0.4), outline(0)], { duration: 600, easing: 'ease-in' });
    }
  }

  function blockOf(node) {
    let element = node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
    while (element && /^(inline|contents|ruby)/.test(getComputedStyle(element).display)) element = element.parentElement;
    return document.body.contains(element) && element !== document.body ? element : null;
  }

  // ── Static files ───────────────────────────────────────────────────────────────────────────────────────────────────

  // Fetches again what the page shows of these files; of all files, where it is not known which have changed.
  let stamp = Date.now();
  function renew(paths = null) {
    stamp += 1;
    const listed = paths && new Set(paths.map(path => new URL(path, location.origin).pathname));
    const stale = address => ownUrl(address) && (!listed || listed.has(ownUrl(address).pathname));
    const loaded = performance.getEntriesByType('resource').filter(entry => listed && stale(entry.name));
    if (loaded.some(entry => entry.initiatorType === 'script' || /\.m?js$/.test(ownUrl(entry.name).pathname))) return reload();

    // Sheets, fonts and pictures that a sheet asks for come with it.
    const within = loaded.some(entry => entry.initiatorType === 'css');
    for (const link of document.querySelectorAll('link')) {
      if (!isSheet(link) || !(stale(link.href) || (within && ownUrl(link.href)))) continue;
      const next = renewSheet(link, stamped(link.href));
      for (const was of source?.querySelectorAll('link') ?? []) if (twins.get(was) === link) twins.set(was, next);
    }
    for (const [selector, name] of [['img[src]:not([src=""]), source[src]', 'src'], ['link[rel~="icon"]', 'href']]) {
      for (const element of document.querySelectorAll(selector)) {
        if (stale(element[name])) element[name] = stamped(element[name]);
      }
    }
    for (const element of document.querySelectorAll('[srcset]')) {
      element.srcset = element.srcset.replace(/[^\s,]\S*[^\s,]/g, word => stale(word) ? stamped(word) : word);
    }
  }

  // The old sheet goes when the new one is there, so that the page is never without.
  const replaced = new Map();
  function renewSheet(link, href) {
    const next = link.cloneNode();
    next.href = href;
    replaced.set(next, link);
    next.onload = next.onerror = () => {
      for (let old = next; (old = replaced.get(old));) old.remove();
      replaced.delete(next);
    };
    link.after(next);
    return next;
  }

  const isSheet = element => element.matches('link[rel~="stylesheet"][href]') && ![...replaced.values()].includes(element);

  // An address of this server, or null.
  function ownUrl(address) {
    try {
      const url = new URL(address, document.baseURI);
      return url.origin === location.origin ? url : null;
    } catch {
      return null;
    }
  }

  function stamped(address) {
    const url = ownUrl(address);
    url.searchParams.set('gloss', stamp);
    return url.href;
  }

  // ── What is wrong ──────────────────────────────────────────────────────────────────────────────────────────────────

  // All of it stands in a shadow tree, which the theme's styles don't reach. All words of others are set as text.
  const host = document.createElement('gloss-live');
  const root = host.attachShadow({ mode: 'open' });
  const gone = make('p', { class: 'gone', hidden: '' }, make('b', {}, 'This page is gone.'),
    ' Its file was deleted, renamed or hidden. This is how it last was. ', make('a', { href: `${base}/` }, 'Front page'));
  const overlay = make('section', {
    class: 'overlay', popover: 'manual', role: 'alertdialog', 'aria-labelledby': 'title', tabindex: -1,
  });
  const stopped = make('p', { class: 'pill stopped', hidden: '' }, make('i'), 'The preview has stopped');
  const pill = make('button', { class: 'pill', type: 'button', popovertarget: 'list', hidden: '' });
  const list = make('section', { id: 'list', popover: 'auto', tabindex: 0, 'aria-label': 'What is wrong in the site' });
  const status = make('p', { class: 'status', role: 'status' });
  root.append(gone, overlay, make('div', { class: 'corner' }, stopped, pill), list, status);

  // The faults that keep the page from being shown as it would be lie over it. What the reader has put away stays away
  // until there is another fault.
  let laid = '[]';
  const putAway = new Set();
  const idOf = fault => [fault.name, fault.file, fault.message].join('\n');

  function tellOverlay(faults) {
    if (JSON.stringify(faults) === laid) return;
    laid = JSON.stringify(faults);
    if (!faults.length) putAway.clear();
    const close = make('button', { class: 'close', type: 'button', 'aria-label': 'Hide', title: 'Hide (Esc)' }, '×');
    close.addEventListener('click', hideOverlay);
    const title = faults.length === 1 ? 'One fault keeps' : `${faults.length} faults keep`;
    overlay.replaceChildren(make('div', { class: 'sheet' },
      make('header', {}, make('h2', { id: 'title' }, `${title} this page from being made`), close),
      ...faults.map(draw), make('p', { class: 'foot' }, 'This goes away by itself when it is mended. Esc hides it.')));
    overlay.togglePopover(!faults.every(fault => putAway.has(idOf(fault))));
    if (overlay.matches(':popover-open') && document.activeElement === document.body) overlay.focus({ preventScroll: true });
  }

  function hideOverlay() {
    for (const fault of JSON.parse(laid)) putAway.add(idOf(fault));
    overlay.hidePopover();
  }

  // The faults of the whole site are counted in a corner, and listed when asked for.
  let counted = '';
  function tellCorner({ errors, warnings, list: faults }) {
    const seen = JSON.stringify([errors, warnings, faults]);
    if (seen === counted) return;
    const counts = [[errors, 'error'], [warnings, 'warning']].filter(([count]) => count)
      .map(([count, word]) => make('span', { class: word }, make('i'), `${count} ${word}${count === 1 ? '' : 's'}`));
    const words = counts.map(count => count.textContent).join(', ') || 'Nothing is wrong any more';
    if (counted && words !== status.dataset.words) status.textContent = words;
    status.dataset.words = words;
    counted = seen;
    pill.replaceChildren(...counts);
    pill.hidden = !counts.length;
    if (pill.hidden) list.togglePopover(false);
    const more = errors + warnings - faults.filter(fault => fault.severity !== 'note').length;
    list.replaceChildren(...faults.map(fault => draw({ ...fault, excerpt: null })),
      more > 0 ? make('p', { class: 'foot' }, `And ${more} more: “gloss check” lists them all.`) : '');
  }

  function draw({ name, severity, message, file, line, column, help, excerpt }) {
    const place = [file, line, column].filter(part => part !== null).join(':');
    return make('div', { class: `fault ${severity}` },
      make('p', { class: 'message' }, ...drawWords(message)),
      make('p', { class: 'place' }, place && make('span', {}, place), make('span', {}, name)),
      excerpt && make('pre', { tabindex: 0 }, ...excerpt.trimEnd().split('\n').map(drawLine)),
      help && make('p', { class: 'help' }, make('b', {}, 'Mend: '), ...drawWords(help)));
  }

  // Words with `code` in them.
  const drawWords = words => words.split(/`([^`]+)`/).map((part, i) => i % 2 ? make('code', {}, part) : part);

  // A line of an excerpt: its number and bar, then the words, or what points at them.
  function drawLine(line) {
    const [, gutter = '', words] = line.match(/^(\s*\d*\s*\|)?(.*)$/);
    const points = gutter && /^\s*[\^~-]+/.test(words) && !/\d/.test(gutter);
    return make('span', { class: points ? 'points' : '' }, make('span', { class: 'gutter' }, gutter), `${words}\n`);
  }

  function tellGone(is) {
    if (is && gone.hidden) status.textContent = 'This page is gone.';
    gone.hidden = !is;
    adopt(DIM, is);
  }

  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.append(...children.filter(child => child));
    return element;
  }

  // ── Styles ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  // Constructed sheets: a page's policy may forbid others.
  function styles(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  }

  function adopt(sheet, on) {
    const others = document.adoptedStyleSheets.filter(other => other !== sheet);
    document.adoptedStyleSheets = on ? [...others, sheet] : others;
  }

  const UNANCHORED = styles('html, body { overflow-anchor: none !important; }');
  const DIM = styles('@media screen { body { opacity: .45 !important; } }');
  const MARKS = styles(`@media screen {
    mark.gloss-fault { color: inherit; background: rgb(205 82 66 / .14); text-decoration: underline wavy rgb(205 82 66) .08em; text-underline-offset: .2em; cursor: help; }
  }`);

  // In em, for the reader's own size of letters, which a theme's must not change.
  root.adoptedStyleSheets = [styles(`
    :host {
      all: initial; color-scheme: light dark; --paper: #fbfbf8; --raise: #fff; --wash: #f1f1ec; --ink: #191b1d; --soft: #55595d;
      --hair: #dcdcd6; --edge: #a9aaa4; --error: #ad2318; --warning: #8a5a00; --focus: #24609b;
      --shadow: 0 .0625em .125em #0002, 0 .5em 1.75em #0002;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Sitka Text", Cambria, "Noto Serif", Georgia, serif;
      --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      font: 1em/1.5 "Avenir Next", Seravek, "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif; color: var(--ink);
    }
    @media (prefers-color-scheme: dark) { :host {
      --paper: #14171a; --raise: #1d2125; --wash: #14171a; --ink: #e6e4de; --soft: #a6a9aa; --hair: #31363b; --edge: #5b6167;
      --error: #ff9381; --warning: #e6b95c; --focus: #8abaea; --shadow: 0 0 0 .0625em #3a4046, 0 .75em 2em #000a;
    } }
    @media print { :host { display: none; } }
    *, ::before { box-sizing: border-box; }
    code { font-family: var(--mono); font-size: .875em; }
    [hidden] { display: none !important; }
    h2, p, pre { margin: 0; font: inherit; }
    :focus-visible { outline: .1875em solid var(--focus); outline-offset: .125em; }
    i { display: inline-block; inline-size: 7px; block-size: 7px; border-radius: 50%; margin-inline-end: .4375em; vertical-align: .0625em; background: var(--k, none); }
    .error { --k: var(--error); } .warning { --k: var(--warning); } .note { --k: var(--edge); }

    .gone { position: fixed; z-index: 2147483646; inset-block-start: 0; inset-inline: 0; padding: .625em 1.25em; font-size: .875em; text-align: center; text-wrap: balance; background: var(--raise); border-block-end: .0625em solid var(--edge); }
    .gone a { color: inherit; text-underline-offset: .2em; }

    .overlay { inset: 0; inline-size: 100%; block-size: 100%; max-inline-size: none; max-block-size: none; margin: 0; border: 0; padding: min(10vh, 6em) min(4vw, 2em) 2em; overflow: auto; overscroll-behavior: contain; direction: ltr; color: inherit; background: color-mix(in srgb, var(--paper) 84%, transparent); }
    .overlay:focus-visible { outline: 0; }
    .sheet { max-inline-size: 46em; margin-inline: auto; background: var(--raise); border-block-start: .1875em solid var(--error); box-shadow: var(--shadow); padding: 1.125em clamp(1.125em, 4vw, 2em) 1.25em; }
    header { display: flex; justify-content: space-between; align-items: baseline; gap: 1em; }
    h2 { font-size: .8125em; font-weight: 600; color: var(--error); text-wrap: balance; }
    .close { flex: none; inline-size: 2em; block-size: 2em; margin: -.375em -.5em 0 0; padding: 0; border: 0; border-radius: .125em; font: 1.25em/1 var(--serif); color: var(--soft); background: none; cursor: pointer; }
    .close:hover { color: var(--ink); background: var(--wash); }
    .message { overflow-wrap: anywhere; text-wrap: pretty; }
    .place { display: flex; flex-wrap: wrap; column-gap: 1.25em; font: .8125em/1.5 var(--mono); color: var(--soft); overflow-wrap: anywhere; }
    .place span + span { white-space: nowrap; }
    .help { font-size: .875em; overflow-wrap: anywhere; white-space: pre-wrap; }
    .help b { font-weight: 600; }
    .foot { font-size: .8125em; color: var(--soft); }
    .sheet .fault { padding-block: .625em 1.25em; }
    .sheet .fault + .fault { border-block-start: .0625em solid var(--hair); padding-block-start: 1.25em; }
    .sheet .message { font: 1.375em/1.35 var(--serif); }
    .sheet .place { margin-block-start: .375em; }
    .sheet .help { margin-block-start: .875em; }
    .sheet > .foot { border-block-start: .0625em solid var(--hair); padding-block-start: .875em; }
    pre { margin-block-start: 1em; padding: .75em 1em; overflow-x: auto; font: .8125em/1.6 var(--mono); tab-size: 4; background: var(--wash); }
    .gutter { color: var(--soft); user-select: none; } .points { color: var(--error); }

    .corner { position: fixed; z-index: 2147483647; inset-block-end: .75em; inset-inline-end: .75em; }
    .pill { direction: ltr; display: flex; align-items: baseline; padding: .375em .875em; font: inherit; font-size: .8125em; color: var(--ink); background: var(--raise); border: .0625em solid var(--edge); border-radius: 2em; box-shadow: var(--shadow); }
    button.pill { cursor: pointer; } button.pill:hover { border-color: var(--ink); }
    .pill span + span { margin-inline-start: .875em; }
    .stopped { color: var(--soft); } .stopped i { background: none; box-shadow: inset 0 0 0 .125em var(--edge); }
    .stopped:not([hidden]) + .pill { display: none; }
    #list { position: fixed; inset: auto; inset-block-end: 3.75em; inset-inline-end: .857em; inline-size: min(28em, 100% - 1.714em); max-block-size: min(32em, 100vh - 5em); margin: 0; padding: .25em 1.25em; overflow: auto; overscroll-behavior: contain; color: inherit; background: var(--raise); border: 0; border-block-start: .125em solid var(--ink); box-shadow: var(--shadow); font-size: .875em; }
    #list > * { direction: ltr; padding-block: .75em; }
    #list > * + * { border-block-start: .0625em solid var(--hair); }
    #list .fault { position: relative; padding-inline-start: 1em; }
    #list .fault::before { content: ""; position: absolute; inset-block-start: 1.4375em; inset-inline-start: -1.25em; inline-size: 1.6875em; border-block-start: .125em solid var(--k); }
    #list :is(.place, .help) { margin-block-start: .25em; }
    #list .help { color: var(--soft); }
    .status { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  `)];

  // ── The beginning ──────────────────────────────────────────────────────────────────────────────────────────────────

  let begun = null;
  function start() {
    begun = begin();
    adopt(MARKS, true);
    document.documentElement.append(host);
    document.addEventListener('visibilitychange', () => document.hidden ? disconnect() : connect());
    addEventListener('pagehide', disconnect);
    addEventListener('pageshow', connect);
    addEventListener('keydown', event => {
      if (event.key !== 'Escape' || !overlay.matches(':popover-open')) return;
      event.preventDefault(); // An open note stays.
      hideOverlay();
    }, true);
    connect();
  }
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start, { once: true });
  else start();
})();
