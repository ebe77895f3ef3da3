// margin: lights mentions, opens cards, keeps notes in the margin on wide screens, copies. Everything works without it.
// All listeners are on the document, so that parts of a page may be replaced under them.
(() => {
  const d = document, wide = matchMedia('(min-width: 1100px)');
  const all = (selector, root = d) => [...root.querySelectorAll(selector)];
  const note = e => e.target.matches?.('.note[popover]') && e.target;

  // Notes: a popover below 1,100 px and in tables; in the margin its mark only lights it.
  d.addEventListener('beforetoggle', e => {
    const n = note(e);
    if (!n || e.newState !== 'open' || !wide.matches || n.closest('td, th')) return;
    e.preventDefault();
    all('.note.lit').forEach(other => other.classList.remove('lit'));
    n.classList.add('lit');
    n.scrollIntoView({ block: 'nearest' });
  }, true);
  d.addEventListener('toggle', e => {
    const n = note(e);
    if (n) d.querySelector(`[popovertarget="${n.id}"]`)?.setAttribute('aria-expanded', e.newState === 'open');
  }, true);
  wide.addEventListener('change', () => all('.note:popover-open').forEach(n => n.hidePopover()));

  // Actors: pointing at one lights all of its mentions; a moment later its card opens. It is fetched once.
  const cards = new Map();
  let open, timer, wanted, touch;
  const light = (a, on) => all(`[data-actor="${CSS.escape(a.dataset.actor)}"]`).forEach(x => x.classList.toggle('lit', on));
  const load = url => {
    if (!cards.has(url)) cards.set(url, fetch(url + 'card/').then(r => r.ok ? r.text() : Promise.reject(r.status)).then(html => {
      const card = new DOMParser().parseFromString(html, 'text/html').querySelector('.card');
      const name = card.querySelector('h1'), p = d.createElement('p');
      p.className = name.className;
      p.append(...name.childNodes);
      name.replaceWith(p);
      card.popover = 'manual';
      return card;
    }));
    return cards.get(url);
  };
  const close = () => {
    clearTimeout(timer);
    wanted = open = void open?.remove();
  };
  const show = async a => {
    wanted = a;
    const card = await load(a.href).catch(() => null);
    if (!card || wanted !== a || card === open) return;
    open?.remove();
    open = d.querySelector('main').appendChild(card);
    card.showPopover();
    // Below the first line that the pointer may be at, or above it where there is no room.
    const r = a.getClientRects()[0], w = card.offsetWidth, h = card.offsetHeight, view = d.documentElement.clientWidth;
    const x = getComputedStyle(a).direction === 'rtl' ? r.right - w : r.left, above = r.bottom + h + 8 > innerHeight && r.top > h + 8;
    card.style.left = Math.max(8, Math.min(x, view - w - 8)) + scrollX + 'px';
    card.style.top = (above ? r.top - h - 6 : r.bottom + 6) + scrollY + 'px';
  };
  const actor = e => e.target.closest?.('[data-actor]'), inCard = e => e.target.closest?.('.card[popover]');
  const enter = e => {
    const a = actor(e);
    if (a || inCard(e)) clearTimeout(timer);
    if (!a) return;
    light(a, true);
    if (a.href && !touch) timer = setTimeout(show, 350, a);
  };
  const leave = e => {
    const a = actor(e);
    if (a) light(a, false);
    if (a || inCard(e)) {
      clearTimeout(timer);
      wanted = null;
      timer = setTimeout(close, 250);
    }
  };
  for (const type of ['mouseover', 'focusin']) d.addEventListener(type, enter);
  for (const type of ['mouseout', 'focusout']) d.addEventListener(type, leave);
  d.addEventListener('keydown', e => { if (e.key === 'Escape') close(); });
  d.addEventListener('pointerdown', e => {
    touch = e.pointerType === 'touch';
    if (!actor(e) && !inCard(e)) close();
  });
  // The first tap opens the card, which has the link; the second follows it.
  d.addEventListener('click', e => {
    const a = actor(e);
    if (!a?.href || !touch || wanted === a) return;
    e.preventDefault();
    show(a);
  });

  // What scrolls within can be reached by keyboard, and buttons are shown that can do something; in parts of the page
  // that come later, too.
  const dress = () => {
    all('.prose pre, .prose table').forEach(box => { if (box.scrollWidth > box.clientWidth) box.tabIndex = 0; });
    if (navigator.clipboard) all('[data-copy]').forEach(button => { button.hidden = false; });
  };
  dress();
  new MutationObserver(dress).observe(d.body, { childList: true, subtree: true });

  // Copying.
  d.addEventListener('click', e => {
    const button = e.target.closest('[data-copy]');
    if (!button) return;
    const text = button.dataset.copy || d.getElementById(button.value).textContent;
    navigator.clipboard.writeText(text).then(() => {
      const words = button.textContent;
      if (words === button.dataset.done) return;
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = words; }, 1500);
    }, () => {});
  });
})();
