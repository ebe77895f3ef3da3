// The site's own index, and the words in it: all of the search that needs no page. search.js shows what it finds.
(() => {
  'use strict';

  // --- words: folded as the index folds them

  const SPECIAL = {
    ς: 'σ', ٱ: 'ا', ى: 'ي', ة: 'ه', ک: 'ك', ی: 'ي', 'ـ': '',
    ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ħ: 'h',
  };
  const LETTER = /[\p{L}\p{N}]/u;
  const ALONE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;
  const ARTICLE = /^(?:وال|بال|كال|فال|لل|ال)(?=...)/u;
  const LONGEST = 40; // Bytes of a word.
  const utf8 = new TextEncoder();

  // A character as the letters and digits that it counts as: none for a sign that belongs to the letter before it, a
  // space for what stands between words.
  const folded = new Map();
  function fold(character) {
    if (!folded.has(character)) {
      let out = '';
      for (const c of character.normalize('NFKD').toLowerCase().replace(/\p{Mn}/gu, '')) {
        out += SPECIAL[c] ?? (/\p{Nd}/u.test(c) ? digit(c) : LETTER.test(c) ? c : ' ');
      }
      folded.set(character, out);
    }
    return folded.get(character);
  }

  // The digits of a script follow each other, from nought.
  function digit(c) {
    const code = c.codePointAt(0);
    let before = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
    return String(before % 10);
  }

  // The words of a text, each with the place in the text that it was made of.
  function tokens(text) {
    const found = [];
    let word = '', start = 0, end = 0, at = 0;
    const flush = () => {
      const whole = finish(word);
      if (whole) found.push({ word: whole, start, end });
      word = '';
    };
    for (const character of text) {
      const next = at + character.length, letters = fold(character);
      if (!letters && word) end = next;
      for (const c of letters) {
        if (c === ' ' || ALONE.test(c)) flush();
        if (c === ' ') continue;
        if (!word) start = at;
        word += c;
        end = next;
        if (ALONE.test(c)) flush();
      }
      at = next;
    }
    flush();
    return found;
  }

  function finish(word) {
    const bare = word.replace(ARTICLE, '');
    if ([...bare].length === 1 && !/\p{N}/u.test(bare) && !ALONE.test(bare)) return '';
    const bytes = utf8.encode(bare);
    if (bytes.length <= LONGEST) return bare;
    let end = LONGEST;
    while ((bytes[end] & 0xc0) === 0x80) end -= 1;
    return new TextDecoder().decode(bytes.subarray(0, end));
  }

  // What is looked for: words, of which the last is a beginning as long as nothing follows it.
  function query(text) {
    const all = tokens(text), last = all.at(-1);
    const open = last && last.end === text.length && [...last.word].length > 1 ? last.word : null;
    return [...new Set(all.map(token => token.word))].map(word => ({ word, open: word === open }));
  }

  // The places in a text where words of the query stand, and how many different ones do.
  function hits(text, asked) {
    const seen = new Set();
    const places = tokens(text).filter(token => {
      const ones = asked.filter(({ word, open }) => token.word === word || (open && token.word.startsWith(word)));
      ones.forEach(one => seen.add(one));
      return ones.length;
    });
    return { places, count: seen.size };
  }

  // --- the form of the index

  function reader(bytes) {
    let at = 0;
    return {
      get more() { return at < bytes.length; },
      next() { // LEB128
        let value = 0, unit = 1, byte;
        do {
          byte = bytes[at++];
          value += (byte & 127) * unit;
          unit *= 128;
        } while (byte > 127);
        return value;
      },
      take(length) {
        at += length;
        return bytes.subarray(at - length, at);
      },
    };
  }

  // The terms of a file in their order, each with the bytes of its list.
  function terms(bytes) {
    const from = reader(bytes), decoder = new TextDecoder(), found = [];
    let term = new Uint8Array();
    while (from.more) {
      const shared = from.next(), rest = from.take(from.next());
      const next = new Uint8Array(shared + rest.length);
      next.set(term.subarray(0, shared));
      next.set(rest, shared);
      term = next;
      found.push([decoder.decode(term), from.take(from.next())]);
    }
    return found;
  }

  // The documents of a list, each with its weight.
  function postings(bytes) {
    const from = reader(bytes), found = [];
    let doc = -1;
    while (from.more) {
      const value = from.next();
      doc += Math.floor(value / 4) + 1;
      found.push([doc, value % 4]);
    }
    return found;
  }

  // For each of 512 documents: the numbers of its actors' pages, and of its sources'.
  function members(bytes) {
    const from = reader(bytes), found = [];
    const numbers = () => Array.from({ length: from.next() }, () => from.next());
    while (from.more) found.push({ actor: numbers(), source: numbers() });
    return found;
  }

  // The order of terms is that of their bytes in UTF-8.
  function compare(a, b) {
    const x = utf8.encode(a), y = utf8.encode(b);
    let at = 0;
    while (at < x.length && at < y.length && x[at] === y[at]) at += 1;
    return (x[at] ?? -1) - (y[at] ?? -1);
  }

  // How many of a sorted list are not after something.
  function upTo(list, isAfter) {
    let low = 0, high = list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAfter(list[middle])) high = middle; else low = middle + 1;
    }
    return low;
  }

  const WEIGHTS = [1, 1.5, 3, 6];
  const WHOLE = 1.5; // What a whole word counts beside one that only begins so.

  // The documents that are in all lists, best first. A list is a map from a document to what the word counts in it.
  function rank(lists, total) {
    const [least, ...others] = [...lists].sort((a, b) => a.size - b.size);
    const worth = list => Math.log(1 + total / list.size);
    return [...least.keys()].filter(doc => others.every(list => list.has(doc)))
      .map(doc => ({ doc, score: lists.reduce((sum, list) => sum + worth(list) * list.get(doc), 0) }))
      .sort((a, b) => b.score - a.score || a.doc - b.doc)
      .map(({ doc }) => doc);
  }

  const GROUPED = ['kind', 'year', 'lang'];
  const valueOf = (group, facet) => group[facet] ?? 'none';

  // Of documents: those that pass what is chosen, and how many there would be at each other choice of the same facet.
  function narrow(docs, groupOf, chosen) {
    const passes = (group, facet) => !chosen[facet].length || chosen[facet].includes(valueOf(group, facet));
    const counts = Object.fromEntries(GROUPED.map(facet => [facet, new Map()]));
    const left = docs.filter(doc => {
      const group = groupOf(doc), failed = GROUPED.filter(facet => !passes(group, facet));
      for (const facet of GROUPED) {
        if (failed.every(other => other === facet)) {
          const value = valueOf(group, facet);
          counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1);
        }
      }
      return !failed.length;
    });
    return { left, counts };
  }

  // --- the index: each file is asked for once, when it is needed

  function openIndex(address) {
    const files = new Map();
    let opened;
    const load = (path, read, options) => {
      if (!files.has(path)) {
        const asked = fetch(address + path, options).then(answer => {
          if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
          return read(answer);
        });
        asked.catch(() => files.delete(path));
        files.set(path, asked);
      }
      return files.get(path);
    };
    // What the root says may be older than the rest after the site has changed, so that it is always asked for again.
    const root = () => { opened = load('root.json', answer => answer.json(), { cache: 'no-cache' }); return opened; };
    const part = async (path, read) => load(`${path}?${(await opened).stamp}`, read);
    const binary = decode => async answer => decode(new Uint8Array(await answer.arrayBuffer()));

    // All terms from one to another, both included.
    async function between(first, last) {
      const starts = (await opened).terms;
      const fileOf = term => Math.max(0, upTo(starts, start => compare(start, term) > 0) - 1);
      const numbers = [];
      for (let number = fileOf(first); number <= fileOf(last) && number < starts.length; number += 1) numbers.push(number);
      const parts = await Promise.all(numbers.map(number => part(`terms/${number}.bin`, binary(terms))));
      return parts.flat().filter(([term]) => compare(term, first) >= 0 && compare(term, last) <= 0);
    }

    // The documents that have a word, or one that begins with it. Where that would be many lists, they are one.
    async function documents({ word, open }) {
      let entries = await between(word, open ? `${word}*` : word);
      if (open && entries.at(-1)?.[0] !== `${word}*`) entries = await between(word, `${word}\u{10ffff}`);
      const found = new Map();
      for (const [term, list] of entries) {
        for (const [doc, weight] of postings(list)) {
          found.set(doc, Math.max(found.get(doc) ?? 0, WEIGHTS[weight] * (term === word ? WHOLE : 1)));
        }
      }
      return found;
    }

    return {
      root,
      // Whether the site has changed since its root was read. All that was read of it is forgotten then.
      async renew() {
        const before = await opened;
        if (!before) return false;
        const answer = await fetch(`${address}root.json`, { cache: 'no-cache' });
        const now = answer.ok ? await answer.json() : before;
        if (now.stamp === before.stamp) return false;
        files.clear();
        opened = Promise.resolve(now);
        files.set('root.json', opened);
        return true;
      },
      async find(asked, chosen) {
        const { groups, count } = await root();
        const groupOf = doc => groups[upTo(groups, group => group.first > doc) - 1];
        const naming = ['actor', 'source'].flatMap(facet => chosen[facet].map(id => `@${facet}:${id}`));
        const [lists, names] = await Promise.all([
          Promise.all(asked.map(documents)),
          Promise.all(naming.map(async word => new Set((await documents({ word })).keys()))),
        ]);
        const all = lists.length ? rank(lists, count) : Array.from({ length: count }, (_, doc) => doc);
        return { groupOf, ...narrow(all.filter(doc => names.every(docs => docs.has(doc))), groupOf, chosen) };
      },
      async record(doc) {
        const { per_record: size } = await opened;
        return (await part(`docs/${Math.floor(doc / size)}.json`, answer => answer.json()))[doc % size];
      },
      // The actors or the sources that documents name most often: [{id, name, count}].
      async most(docs, facet, limit) {
        const { per_facet: size } = await opened;
        const numbers = [...new Set(docs.map(doc => Math.floor(doc / size)))];
        const files = new Map(await Promise.all(numbers.map(async number => [number, await part(`facets/${number}.bin`, binary(members))])));
        const counts = new Map();
        for (const doc of docs) {
          for (const named of files.get(Math.floor(doc / size))[doc % size]?.[facet] ?? []) counts.set(named, (counts.get(named) ?? 0) + 1);
        }
        // One actor may have a page in each language, so that more are looked at than shown.
        const often = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, limit * 2);
        const merged = new Map();
        for (const [{ i: id, t: name }, count] of await Promise.all(often.map(async ([doc, count]) => [await this.record(doc), count]))) {
          const one = merged.get(id) ?? { id, name, count: 0 };
          one.count += count;
          merged.set(id, one);
        }
        return [...merged.values()].sort((a, b) => b.count - a.count).slice(0, limit);
      },
    };
  }

  globalThis.glossSearch = { tokens, query, hits, terms, postings, members, compare, rank, narrow, openIndex, GROUPED };
})();
