// themes/margin/static/search/search-index.js by itself: words, the form of the index, and what a query finds in one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../themes/margin/static/search/search-index.js';

const { tokens, query, hits, terms, postings, members, compare, rank, narrow, openIndex } = globalThis.glossSearch;
const words = text => tokens(text).map(token => token.word);

// --- words

test('words are folded', () => {
  for (const [text, expected] of [
    ['Straße, Ærø & ŁÓDŹ', ['strasse', 'aero', 'lodz']],
    ['naïve ﬁne Ångström', ['naive', 'fine', 'angstrom']],
    ['İstanbul ıslak Þór Ħal', ['istanbul', 'islak', 'thor', 'hal']],
    ['ZINTAN’s al-Sarraj snake_case', ['zintan', 'al', 'sarraj', 'snake', 'case']],
    ['a 7 bc', ['7', 'bc']],
    ['Résolution 2259, l’État: ÇA VA?', ['resolution', '2259', 'etat', 'ca', 'va']],
    ['S/RES/1970 (2011)_b-side it\'s', ['res', '1970', '2011', 'side', 'it']],
    ['ΟΔΟΣ ὁδός ①', ['οδοσ', 'οδοσ', '1']],
    ['カタ ไทย abc利', ['カ', 'タ', 'ไ', 'ท', 'ย', 'abc', '利']],
    ['٢٠١٩ and ２０１９', ['2019', 'and', '2019']],
    ['مُؤَسَّسَة', ['موسسه']],
    ['أحمد إبراهيم آدم', ['احمد', 'ابراهيم', 'ادم']],
    ['مصطفى مصطفي ٱلقرآن ليـــبيا', ['مصطفي', 'مصطفي', 'قران', 'ليبيا']],
    ['کتاب یک', ['كتاب', 'يك']],
    ['利比亚 2019', ['利', '比', '亚', '2019']],
    ['', []],
  ]) assert.deepEqual(words(text), expected, text);
});

test('Arabic articles and the letters before them are no part of a word', () => {
  assert.deepEqual(words('الميليشيات والميليشيات بالسلاح كالحرب فالحكومة للحكومة'), ['ميليشيات', 'ميليشيات', 'سلاح', 'حرب', 'حكومه', 'حكومه']);
  // What would leave fewer than three letters is a word by itself.
  assert.deepEqual(words('الله ٱلله ألم'), ['الله', 'الله', 'الم']);
});

test('a long word is cut at a character, at forty bytes', () => {
  assert.deepEqual(words('x'.repeat(50)), ['x'.repeat(40)]);
  assert.deepEqual(words(`x${'ж'.repeat(50)}`), [`x${'ж'.repeat(19)}`]);
});

test('each word has its place in the text as it is written', () => {
  const text = 'Ærø: “مُؤَسَّسَة” e\u0301te\u0301 𝟚𝟘𝟙𝟡';
  assert.deepEqual(tokens(text).map(({ start, end }) => text.slice(start, end)), ['Ærø', 'مُؤَسَّسَة', 'e\u0301te\u0301', '𝟚𝟘𝟙𝟡']);
});

test('the last word of a query is a beginning, as long as nothing follows it', () => {
  assert.deepEqual(query('Tripoli mil'), [{ word: 'tripoli', open: false }, { word: 'mil', open: true }]);
  assert.deepEqual(query('Tripoli mil '), [{ word: 'tripoli', open: false }, { word: 'mil', open: false }]);
  assert.deepEqual(query('mil a mil'), [{ word: 'mil', open: true }]);
  assert.deepEqual(query('7'), [{ word: '7', open: false }]);
  assert.deepEqual(query(' … '), []);
});

test('what is found is marked in the letters of the text', () => {
  const text = 'The Militias’ MILITARY, and والميليشيات';
  const marks = asked => hits(text, query(asked)).places.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(marks('mili'), ['Militias', 'MILITARY']);
  assert.deepEqual(marks('mili '), []);
  assert.deepEqual(marks('ميليش'), ['والميليشيات']);
  assert.equal(hits(text, query('the militias mili')).count, 3);
});

// --- the form of the index

const varint = value => (value < 128 ? [value] : [value % 128 + 128, ...varint(Math.floor(value / 128))]);
const list = docs => docs.flatMap(([doc, weight], i) => varint((doc - (docs[i - 1]?.[0] ?? -1) - 1) * 4 + weight));

function termsFile(entries) {
  let before = [];
  return new Uint8Array(entries.flatMap(([term, docs]) => {
    const bytes = [...new TextEncoder().encode(term)], coded = list(docs);
    let shared = 0;
    while (shared < before.length && before[shared] === bytes[shared]) shared += 1;
    before = bytes;
    return [...varint(shared), ...varint(bytes.length - shared), ...bytes.slice(shared), ...varint(coded.length), ...coded];
  }));
}

test('terms, lists and members are read as they are written', () => {
  const entries = [['haftar', [[0, 3], [1, 0], [300, 2], [70000, 1]]], ['haftars', [[5, 1]]], ['حفتر', [[2, 3]]], ['حكومه', [[9, 0]]]];
  assert.deepEqual(terms(termsFile(entries)).map(([term, bytes]) => [term, postings(bytes)]), entries);
  assert.deepEqual(members(new Uint8Array([2, 3, ...varint(300), 0, 0, 1, 7])), [{ actor: [3, 300], source: [] }, { actor: [], source: [7] }]);
});

test('terms stand in the order of their bytes', () => {
  const sorted = ['2019', '@actor:x', 'mil', 'mil*', 'mili', 'حفتر', '\uff21', '𐐨'];
  assert.deepEqual([...sorted].reverse().sort(compare), sorted);
});

// --- what is found

test('rare words, titles and whole words count more; equals keep the order of the index', () => {
  const rare = new Map([[1, 1], [2, 1]]), common = new Map([[0, 6], [1, 1], [2, 6], [3, 1], [4, 1]]);
  assert.deepEqual(rank([common, rare], 100), [2, 1]);
  assert.deepEqual(rank([new Map([[4, 1], [2, 1], [9, 1.5]])], 10), [9, 2, 4]);
  assert.deepEqual(rank([new Map(), common], 10), []);
});

test('a facet counts what each of its values would leave', () => {
  const groups = [['report', 'en', '2019'], ['report', 'ar', '2019'], ['report', 'en', null], ['actor', 'en', null]]
    .map(([kind, lang, year]) => ({ kind, lang, year }));
  const { left, counts } = narrow([0, 1, 2, 3], doc => groups[doc], { kind: ['report'], year: [], lang: ['en'] });
  assert.deepEqual(left, [0, 2]);
  assert.deepEqual(Object.fromEntries(Object.entries(counts).map(([facet, map]) => [facet, Object.fromEntries(map)])), {
    kind: { report: 2, actor: 1 }, year: { 2019: 1, none: 1 }, lang: { en: 2, ar: 1 },
  });
});

// An index of two files of terms, in memory; what is asked for is written down.
function index(t, { files: more = {} } = {}) {
  const parts = [
    [['@actor:haftar', [[1, 0], [2, 0]]], ['army', [[0, 0], [2, 1]]], ['mil', [[3, 0]]]],
    [['mil*', [[0, 3], [2, 0], [3, 0]]], ['milit', [[4, 3]]], ['militant', [[0, 0]]], ['militia', [[0, 3], [2, 0]]]],
  ];
  const files = {
    'root.json': { version: 1, stamp: 's', count: 5, per_record: 2, per_facet: 3, groups: [{ kind: 'actor', lang: 'en', year: null, first: 0, count: 2 }, { kind: 'report', lang: 'en', year: '2019', first: 2, count: 3 }], terms: parts.map(part => part[0][0]) },
    'terms/0.bin?s': termsFile(parts[0]), 'terms/1.bin?s': termsFile(parts[1]),
    'docs/0.json?s': [{ t: 'Haftar', i: 'haftar' }, { t: 'GNA', i: 'gna' }], 'docs/1.json?s': [{ t: 'Report 2' }, { t: 'Report 3' }],
    'facets/0.bin?s': new Uint8Array([0, 0, 0, 0, 2, 0, 1, 0]), 'facets/1.bin?s': new Uint8Array([1, 1, 0, 0, 0]),
    ...more,
  };
  const asked = [], fetch = globalThis.fetch;
  globalThis.fetch = async address => {
    const path = address.replace('/base/search/index/', ''), file = files[path];
    asked.push(path);
    return file ? { ok: true, json: async () => file, arrayBuffer: async () => new Uint8Array(file).buffer } : { ok: false, status: 404 };
  };
  t.after(() => { globalThis.fetch = fetch; });
  return { asked, files, index: openIndex('/base/search/index/') };
}
const free = { kind: [], year: [], lang: [], actor: [], source: [] };

test('all words must be there, and only the files that may have them are asked for', async t => {
  const { asked, index: site } = index(t);
  assert.deepEqual((await site.find(query('army militia'), free)).left, [0, 2]);
  assert.deepEqual(asked, ['root.json', 'terms/0.bin?s', 'terms/1.bin?s']);
  assert.deepEqual((await site.find(query('army '), free)).left, [2, 0]);
  assert.deepEqual((await site.find(query('navy'), free)).left, []);
  assert.deepEqual(asked.length, 3);
});

test('a beginning with a list of its own is answered by it, another by the words that begin so', async t => {
  const { index: site } = index(t);
  // `mil` itself is in 3, and counts more there than what only begins so; a title counts more still.
  assert.deepEqual((await site.find(query('mil'), free)).left, [0, 3, 2]);
  assert.deepEqual((await site.find(query('milit'), free)).left, [4, 0, 2]);
  assert.deepEqual((await site.find(query('milit '), free)).left, [4]);
});

test('what is chosen narrows the results, with or without words', async t => {
  const { index: site } = index(t);
  assert.deepEqual((await site.find(query('army'), { ...free, actor: ['haftar'] })).left, [2]);
  assert.deepEqual((await site.find([], { ...free, year: ['2019'] })).left, [2, 3, 4]);
  const { left, counts, groupOf } = await site.find([], { ...free, kind: ['actor'] });
  assert.deepEqual([left, groupOf(1).kind, groupOf(2).kind, counts.kind.get('report')], [[0, 1], 'actor', 'report', 3]);
});

test('actors of the results are counted, most often named first', async t => {
  const { index: site } = index(t);
  await site.find([], free);
  assert.deepEqual(await site.most([2, 3], 'actor', 10), [{ id: 'gna', name: 'GNA', count: 2 }, { id: 'haftar', name: 'Haftar', count: 1 }]);
  assert.deepEqual(await site.most([2, 3], 'source', 10), []);
});

test('a file that could not be loaded is asked for again', async t => {
  const { files, index: site } = index(t, { files: { 'root.json': undefined } });
  await assert.rejects(site.find(query('army'), free), /root\.json: 404/);
  files['root.json'] = { stamp: 's', count: 0, groups: [], terms: [] };
  assert.deepEqual((await site.find(query('army'), free)).left, []);
});

test('a page that stays open sees that the site has changed', async t => {
  const { asked, files, index: site } = index(t);
  assert.equal(await site.renew(), false, 'nothing was read yet');
  assert.deepEqual((await site.find(query('army militia'), free)).left, [0, 2]);
  assert.equal(await site.renew(), false);
  asked.length = 0;
  files['root.json'] = { ...files['root.json'], stamp: 't' };
  files['terms/0.bin?t'] = termsFile([['army', [[4, 0]]]]);
  assert.equal(await site.renew(), true);
  assert.deepEqual((await site.find(query('army '), free)).left, [4]);
  assert.deepEqual(asked, ['root.json', 'terms/0.bin?t']);
});
