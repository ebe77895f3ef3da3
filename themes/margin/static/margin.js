// margin: lights mentions, keeps notes in the margin on wide screens, copies. Everything works without it.
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

  // Actors: pointing at one lights all of its mentions.
  const light = on => e => {
    const actor = e.target.closest?.('[data-actor]')?.dataset.actor;
    if (actor) all(`[data-actor="${CSS.escape(actor)}"]`).forEach(a => a.classList.toggle('lit', on));
  };
  for (const type of ['mouseover', 'focusin']) d.addEventListener(type, light(true));
  for (const type of ['mouseout', 'focusout']) d.addEventListener(type, light(false));

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
