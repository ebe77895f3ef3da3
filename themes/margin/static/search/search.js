// search: as a reader types, shows the pages that have the words, each with its best sentence. The sentences are read from
// the pages themselves, so that the index stays small. What is asked for stands in the address. Works with search-index.js.
(() => {
  'use strict';

  const { tokens, query, hits, openIndex, GROUPED } = globalThis.glossSearch;
  const AT_ONCE = 10, YEARS = 8, NAMED = 10; // Results shown, years and names of a facet.
  const PAUSE = 120, READ = 180; // Milliseconds: after a key, and until the pages of results are read.
  const LENGTH = 320; // Characters of a sentence.
  const MANY = 100; // More words than a query has.
  const FACETS = [...GROUPED, 'actor', 'source'];

  const form = document.getElementById('gl-search'), field = form.q, found = document.getElementById('gl-found');
  const one = selector => found.querySelector(selector);
  const list = one('.results'), more = one('.more'), status = one('[role="status"]');
  const facets = new Map(FACETS.map(facet => [facet, one(`[data-facet="${facet}"]`)]));
  const lang = document.documentElement.lang;
  const index = openIndex(form.dataset.index);

  // --- what is asked for, and its address

  let chosen, round = 0, docs = [], asked = [], shown = 0, groupOf;
  const names = new Map(); // Of actors and sources, by facet and id.

  function readAddress() {
    const wanted = new URLSearchParams(location.search);
    field.value = wanted.get('q') ?? '';
    chosen = Object.fromEntries(FACETS.map(facet => [facet, wanted.getAll(facet)]));
  }

  function writeAddress() {
    const wanted = new URLSearchParams(field.value.trim() ? { q: field.value } : {});
    for (const facet of FACETS) chosen[facet].forEach(value => wanted.append(facet, value));
    history.replaceState(history.state, '', String(wanted) ? `?${wanted}` : location.pathname);
  }

  function toggle(facet, value, on) {
    chosen[facet] = chosen[facet].filter(other => other !== value).concat(on ? [value] : []);
    run();
  }

  // --- one round: from the words to the first results

  async function run() {
    const mine = ++round, late = () => mine !== round;
    writeAddress();
    asked = query(field.value);
    try {
      const result = await index.find(asked, chosen);
      if (late()) return;
      const isAsked = asked.length > 0 || FACETS.some(facet => chosen[facet].length);
      groupOf = result.groupOf;
      docs = isAsked ? result.left : [];
      showFacets(result.counts);
      const items = await make(docs.slice(0, AT_ONCE));
      if (late()) return;
      shown = items.length;
      list.replaceChildren(...items);
      more.hidden = shown === docs.length;
      say(!isAsked ? (field.value.trim() ? 'short' : 'empty') : docs.length ? null : 'none');
      status.textContent = isAsked ? counted(docs.length) : '';
      await Promise.all(['actor', 'source'].map(facet => showNames(facet, result.left)));
      await new Promise(done => { setTimeout(done, READ); });
      if (!late()) items.forEach(item => quote(item, late));
    } catch {
      if (late()) return;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = '';
      say(location.protocol === 'file:' ? 'file' : 'failed');
    }
  }

  function say(state) {
    found.querySelectorAll('[data-state]').forEach(words => { words.hidden = words.dataset.state !== state; });
  }

  // "5 results", of the forms that the page has for 0, 1, 2, 3, 11 and 100.
  function counted(number) {
    const samples = [0, 1, 2, 3, 11, 100], forms = form.dataset.results.split('|');
    const rules = new Intl.PluralRules(lang), kind = rules.select(number);
    const same = samples.findLastIndex(sample => sample > 2 && rules.select(sample) === kind);
    const at = number < 4 ? number : same < 0 ? samples.length - 1 : same;
    return forms[at].replace(samples[at], number);
  }

  // --- results

  const make = numbers => Promise.all(numbers.map(async doc => {
    const { u: url, t: title, s: summary, d: date } = await index.record(doc);
    const group = groupOf(doc), item = element('li', 'item');
    const link = element('a', '', ...marked(title));
    link.href = url;
    const heading = element('p', 't', link), words = element('p', 's', ...marked(summary));
    for (const part of [heading, words]) inLanguage(part, group.lang);
    words.hidden = !summary;
    const facts = [form.dataset[group.kind], date, group.lang !== lang && languageName(group.lang)].filter(Boolean);
    item.append(heading, words, element('ul', 'w facts', ...facts.map(fact => element('li', '', element('bdi', '', fact)))));
    return item;
  }));

  async function showMore() {
    const mine = round, items = await make(docs.slice(shown, shown + AT_ONCE));
    if (mine !== round) return;
    list.append(...items);
    shown += items.length;
    more.hidden = shown === docs.length;
    items[0]?.querySelector('a').focus();
    items.forEach(item => quote(item, () => mine !== round));
  }

  // Puts the best sentence of a result's page below its title, and leads the link to its paragraph.
  async function quote(item, late) {
    const link = item.querySelector('a'), words = item.querySelector('.s');
    const blocks = asked.length ? await blocksOf(link.href).catch(() => []) : [];
    let best = { worth: 0 };
    for (const block of blocks) {
      const { count } = hits(block.text, asked);
      if (!count || count * (MANY + 1) <= best.worth) continue;
      // A sentence that has more of the words; of equal ones, one whose paragraph has more.
      const said = sentence(block.text, block.lang), worth = hits(said, asked).count * MANY + count;
      if (worth > best.worth) best = { ...block, said, worth };
    }
    if (late() || !best.worth) return;
    words.replaceChildren(...marked(best.said));
    inLanguage(words, best.lang);
    words.hidden = false;
    if (best.id) link.href = `${link.href.split('#')[0]}#${encodeURIComponent(best.id)}`;
  }

  // The texts of a page, each with the id of its paragraph, if it has one: what stands in the text first, then lists.
  const pages = new Map();
  function blocksOf(url) {
    if (!pages.has(url)) {
      const read = fetch(url).then(answer => (answer.ok ? answer.text() : Promise.reject(new Error(url)))).then(html => {
        const main = new DOMParser().parseFromString(html, 'text/html').querySelector('main');
        main.querySelectorAll('h1, nav, button, svg, .note, .pn, .mk, .vh, .endnotes').forEach(part => part.remove());
        const blocks = [...main.querySelectorAll('.prose :is(p, li, dd, td, blockquote, h2, h3):not(:has(p))'), ...main.querySelectorAll('.lede, .names bdi, .s, .t, .entry, dd, td')];
        return blocks.map(block => ({
          id: block.closest('main [id]:not(article, section)')?.id,
          lang: block.closest('[lang]').lang,
          text: block.textContent.replace(/\u2060/g, '').replace(/\s+/g, ' ').trim(),
        }));
      });
      read.catch(() => pages.delete(url));
      pages.set(url, read);
      if (pages.size > 200) pages.delete(pages.keys().next().value);
    }
    return pages.get(url);
  }

  // The sentence of a text with most of the words; of a long one, the part where they begin.
  function sentence(text, language) {
    const all = globalThis.Intl?.Segmenter
      ? [...new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)].map(part => part.segment.trim()) : [text];
    let best = '', most = 0;
    for (const words of all) {
      const { count } = hits(words, asked);
      if (count > most) [best, most] = [words, count];
    }
    if (best.length <= LENGTH) return best;
    const first = hits(best, asked).places[0].start;
    const from = first < LENGTH / 2 ? 0 : best.lastIndexOf(' ', first - LENGTH / 4) + 1;
    const to = best.length - from <= LENGTH ? best.length : best.lastIndexOf(' ', from + LENGTH);
    return (from ? '… ' : '') + best.slice(from, to > first ? to : from + LENGTH) + (to < best.length ? ' …' : '');
  }

  function marked(text) {
    const parts = [];
    let at = 0;
    for (const { start, end } of hits(text, asked).places) {
      if (start < at) continue;
      parts.push(text.slice(at, start), element('mark', '', text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at)];
  }

  // --- facets

  function showFacets(counts) {
    const kinds = facets.get('kind').dataset, years = facets.get('year').dataset;
    fill('kind', ['report', 'page', 'actor', 'source', 'date'], counts.kind, value => kinds[value]);
    const known = [...counts.year.keys()].filter(year => year !== 'none').sort((a, b) => b - a);
    fill('year', [...known, 'none'], counts.year, value => (value === 'none' ? years.none : yearName(value)), YEARS);
    fill('lang', [...counts.lang.keys()].sort((a, b) => counts.lang.get(b) - counts.lang.get(a)), counts.lang, languageName);
    facets.get('actor').hidden = facets.get('source').hidden = !docs.length;
    showChosen();
  }

  // Boxes for the values of a facet that lead anywhere; those beyond a limit stand folded away.
  function fill(facet, values, counts, name, limit = Infinity) {
    const box = facets.get(facet), fieldset = box.querySelector('fieldset') ?? box;
    const focused = fieldset.contains(document.activeElement) ? document.activeElement.value : null;
    const wasOpen = fieldset.querySelector('details')?.open;
    const there = [...new Set([...values, ...chosen[facet]])].filter(value => counts.get(value) || chosen[facet].includes(value));
    const boxes = there.map(value => {
      const input = Object.assign(document.createElement('input'), { type: 'checkbox', name: facet, value, checked: chosen[facet].includes(value) });
      const words = element('bdi', '', name(value) ?? value);
      if (facet === 'lang') words.lang = value;
      return element('label', '', input, ' ', words, ' ', element('span', '', String(counts.get(value) ?? 0)));
    });
    const rest = boxes.splice(boxes.length > limit + 2 ? limit : boxes.length);
    if (rest.length) {
      const folded = element('details', '', element('summary', '', box.dataset.more), ...rest);
      folded.open = wasOpen || rest.some(label => label.control.checked);
      boxes.push(folded);
    }
    fieldset.querySelectorAll(':scope > :not(legend)').forEach(old => old.remove());
    fieldset.append(...boxes);
    if (GROUPED.includes(facet)) box.hidden = there.length < 2 && !chosen[facet].length;
    if (focused !== null) [...fieldset.querySelectorAll('input')].find(input => input.value === focused)?.focus();
  }

  // Actors and sources are counted once a reader opens their facet, or has chosen one of them.
  async function showNames(facet, left) {
    const mine = round, box = facets.get(facet);
    if (chosen[facet].length && !box.open && box.dataset.seen !== 'yes') box.open = true;
    if (!box.open || box.hidden) return;
    box.dataset.seen = 'yes';
    const most = await index.most(left, facet, NAMED);
    if (mine !== round) return;
    most.forEach(({ id, name }) => names.set(`${facet}:${id}`, name));
    fill(facet, most.map(({ id }) => id), new Map(most.map(({ id, count }) => [id, count])), id => names.get(`${facet}:${id}`));
    showChosen();
  }

  // What is chosen, to be taken back one by one.
  function showChosen() {
    const nameOf = (facet, value) => {
      const { dataset } = facets.get(facet);
      return names.get(`${facet}:${value}`) ?? (facet === 'lang' ? languageName(value) : dataset[value] ?? (facet === 'year' ? yearName(value) : value));
    };
    one('.chosen').replaceChildren(...FACETS.flatMap(facet => chosen[facet].map(value => {
      const button = element('button', 'copy', element('bdi', '', nameOf(facet, value)));
      button.type = 'button';
      button.setAttribute('aria-label', form.dataset.remove.replace('{}', nameOf(facet, value)));
      button.addEventListener('click', () => { toggle(facet, value, false); field.focus(); });
      return element('li', '', button);
    })));
  }

  // --- what the reader does

  let timer;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(run, PAUSE);
  });
  form.addEventListener('submit', e => {
    e.preventDefault();
    clearTimeout(timer);
    run();
  });
  form.addEventListener('change', e => {
    if (FACETS.includes(e.target.name)) toggle(e.target.name, e.target.value, e.target.checked);
  });
  form.addEventListener('keydown', e => {
    const links = [...list.querySelectorAll('.t a')], at = links.indexOf(e.target);
    if (e.isComposing || (e.target !== field && at < 0)) return;
    if (e.key === 'Escape') field.value = '';
    else if (e.key === 'ArrowDown' && at + 1 < links.length) links[at + 1].focus();
    else if (e.key === 'ArrowUp' && at >= 0) (links[at - 1] ?? field).focus();
    else return;
    e.preventDefault();
    if (e.key !== 'Escape') return;
    field.focus();
    run();
  });
  document.addEventListener('keydown', e => {
    if (e.key !== '/' || e.ctrlKey || e.metaKey || e.altKey || e.target.matches?.('input:not([type="checkbox"]), textarea, select, [contenteditable]')) return;
    e.preventDefault();
    field.select();
  });
  more.querySelector('button').addEventListener('click', () => showMore().catch(() => say('failed')));
  for (const facet of ['actor', 'source']) facets.get(facet).addEventListener('toggle', () => showNames(facet, docs).catch(() => say('failed')));

  // Whoever comes back to the page finds the site as it is by then.
  addEventListener('focus', async () => {
    if (!await index.renew().catch(() => false)) return;
    pages.clear();
    run();
  });

  // --- small things

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  function inLanguage(part, language) {
    if (language === lang && !part.lang) return;
    part.lang = language;
    part.dir = 'auto';
  }

  // A language in its own words.
  function languageName(language) {
    try {
      return new Intl.DisplayNames([language], { type: 'language' }).of(language);
    } catch {
      return language;
    }
  }

  // A year in words where its digits do not say it: "44 BC".
  function yearName(year) {
    if (year >= 1000) return year;
    const form = new Intl.DateTimeFormat(lang, { year: 'numeric', timeZone: 'UTC', ...(year < 1 && { era: 'short' }) });
    return form.format(new Date(0).setUTCFullYear(year));
  }

  // On a narrow screen the facets are folded, and stand before the results.
  const wide = matchMedia('(min-width: 1100px)'), aside = one('.facets');
  const place = () => {
    aside.open = wide.matches;
    one(wide.matches ? '.main' : '.lab').after(aside);
  };
  wide.addEventListener('change', place);
  place();

  found.hidden = false;
  readAddress();
  if (!field.value && matchMedia('(hover: hover)').matches) field.focus();
  run();
})();
