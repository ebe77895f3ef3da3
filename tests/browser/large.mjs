// A site with one report of 2,000 words, 20 sources and 15 actors: what a long report weighs.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const KINDS = ['person', 'government', 'military', 'armed-group', 'organization'];
const ACTORS = ['alder', 'birch', 'cedar', 'dogwood', 'elm', 'fir', 'ginkgo', 'hazel', 'ivy', 'juniper', 'katsura', 'larch', 'maple', 'nutmeg', 'oak'];
const SOURCES = Array.from({ length: 20 }, (_, i) => `source-${i + 1}`);
// Other words in each sentence, as a text would have: what repeats itself weighs nothing once compressed.
const WORDS = `council harbour minister road witness convoy statement valley commander bridge market letter border delegation
ceasefire district hospital airport inquiry village embassy parliament brigade refinery court assembly radio factory garrison
treaty observer port governor militia checkpoint archive desert coast embargo election`.split(/\s+/);

// Writes the site into a folder, and says where the report will be.
export async function writeLargeReport(root) {
  const write = async (path, text) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  await write('site.yaml', 'title: A large report\nbase_url: https://example.org/\nlang: en\n');
  for (const [i, id] of ACTORS.entries()) {
    await write(`content/actors/${id}.md`, `---\nname: ${name(id)} of the ${WORDS[i]}\nkind: ${KINDS[i % KINDS.length]}\n---\nIntroduced here.\n`);
  }
  const sources = SOURCES.map((id, i) => `  - {id: ${id}, type: article, title: "On the ${WORDS[i]} and the ${WORDS[i + 12]}", author: "${name(WORDS[i + 7])} Author", `
    + `publisher: The ${name(WORDS[i + 3])} Post, date: 2019-0${i % 9 + 1}-1${i % 9}, url: "https://example.org/${id}/", accessed: 2020-01-0${i % 9 + 1}}`);
  const events = [4, 9, 15, 21].map((day, i) => `  - {date: 2019-04-${String(day).padStart(2, '0')}, label: "The ${WORDS[i]} of the ${WORDS[i + 9]}", actors: [${ACTORS[i]}]}`);
  const front = ['title: A large report', 'date: 2019-12-01', 'summary: What is known of all of it.', `actors: [${ACTORS.join(', ')}]`, 'sources:', ...sources, 'dates:', ...events];
  await write('content/reports/large.md', `---\n${front.join('\n')}\n---\n${paragraphs().join('\n\n')}\n\n[^note]: A note in the margin.\n`);
  return 'reports/large/';
}

// Forty paragraphs of about fifty words.
function paragraphs() {
  let seed = 7;
  const some = list => {
    seed = (seed * 48271) % 2147483647;
    return list[seed % list.length];
  };
  return Array.from({ length: 40 }, (_, i) => {
    const plain = Array.from({ length: 5 }, () => `the ${some(WORDS)} ${some(['by', 'near', 'behind', 'before'])} the ${some(WORDS)} ${some(['saw', 'met', 'left'])} a ${some(WORDS)}`);
    const actor = ACTORS[i % ACTORS.length], day = `2019-0${i % 9 + 1}-04`;
    return `${i % 10 === 0 ? `## The ${some(WORDS)}\n\n` : ''}On [](date:${day}) [${name(actor)}](actor:${actor}) said that ${plain.join(', ')}`
      + ` [@${SOURCES[i % SOURCES.length]}, p. ${i + 1}].${i === 3 ? '[^note]' : ''}`;
  });
}

const name = word => word[0].toUpperCase() + word.slice(1);
