// Blind mode: outlets' names give way to letters, on every page, in whatever is read, seen or heard; the address keeps it.
// It stands in the head, so that no name is painted before it is hidden.
(() => {
  const said = new Map();
  const linked = new Map();
  let on = new URLSearchParams(location.search).has("blind");
  const root = document.documentElement;
  root.classList.toggle("v-blind-wanted", on);

  const letters = (at) => (at >= 26 ? letters(Math.floor(at / 26) - 1) : "") + String.fromCharCode(65 + (at % 26));

  // The names of a page stand with its place, those of an event in a list with the event.
  const scopes = () => [...document.querySelectorAll("[data-outlets]")].map((holder) => {
    const names = JSON.parse(holder.dataset.outlets);
    const word = holder.dataset.outletWord;
    const stands = new Map(names.map((name, at) => [name, `${word} ${letters(at)}`]));
    const longest = [...names].sort((one, other) => other.length - one.length).map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
    const found = names.length && new RegExp(`(?<![\\p{L}\\p{N}])(?:${longest.join("|")})(?![\\p{L}\\p{N}])`, "gu");
    return { place: holder.closest(".v-event") ?? holder.closest(".v-page") ?? document.body, hide: (text) => found ? text.replace(found, (name) => stands.get(name)) : text };
  });

  const keep = (store, key, value) => { if (!store.has(key)) store.set(key, value); };

  const maskNode = (node, hide) => {
    const hidden = hide(node.data);
    if (hidden === node.data) return;
    keep(said, node, node.data);
    node.data = hidden;
  };

  const maskIn = (place, hide) => {
    if (place.nodeType === Node.TEXT_NODE) return maskNode(place, hide);
    if (place.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) maskNode(walker.currentNode, hide);
    for (const element of [place, ...place.querySelectorAll("[aria-label], [title], [data-head]")]) {
      for (const name of ["aria-label", "title", "data-head"]) {
        const value = element.getAttribute(name);
        if (!value || hide(value) === value) continue;
        keep(linked, `${name}`, new Map());
        keep(linked.get(name), element, value);
        element.setAttribute(name, hide(value));
      }
    }
  };

  const wear = () => {
    for (const link of document.querySelectorAll("a[href]:not([href^='#'])")) {
      if (link.origin !== location.origin && location.protocol !== "file:") continue;
      if (link.protocol !== location.protocol) continue;
      const address = new URL(link.href);
      if (on) address.searchParams.set("blind", "");
      else address.searchParams.delete("blind");
      const plain = address.href.replace(/([?&])blind=(?=&|#|$)/, "$1blind");
      if (link.href !== plain) link.href = plain;
    }
  };

  let title;
  const hideAll = () => {
    const all = scopes();
    for (const { place, hide } of all) maskIn(place, hide);
    title ??= document.title;
    document.title = all.reduce((text, { hide }) => hide(text), title);
  };
  const showAll = () => {
    for (const [node, text] of said) node.data = text;
    for (const [name, elements] of linked) for (const [element, value] of elements) element.setAttribute(name, value);
    said.clear();
    linked.clear();
    if (title !== undefined) document.title = title;
  };

  // What is written later, a card or a chart, is read too.
  const watch = new MutationObserver((changes) => {
    const all = scopes();
    for (const node of changes.flatMap((change) => [...change.addedNodes])) {
      for (const { place, hide } of all) if (place.contains(node)) maskIn(node, hide);
    }
    wear();
  });

  const apply = () => {
    if (on) hideAll();
    else showAll();
    root.classList.toggle("v-blind", on);
    wear();
    for (const button of document.querySelectorAll(".v-blind-switch")) {
      button.hidden = !document.querySelector("[data-outlets]");
      button.setAttribute("aria-pressed", on);
    }
    root.classList.remove("v-blind-wanted");
    watch.disconnect();
    if (on) watch.observe(document.body, { childList: true, subtree: true });
  };

  const choose = () => {
    on = !on;
    const address = new URL(location.href);
    if (on) address.searchParams.set("blind", "");
    else address.searchParams.delete("blind");
    history.replaceState(history.state, "", address.href.replace(/([?&])blind=(?=&|#|$)/, "$1blind"));
    apply();
  };

  document.addEventListener("DOMContentLoaded", apply);
  addEventListener("pageshow", (event) => { if (event.persisted) apply(); });
  document.addEventListener("click", (event) => { if (event.target.closest?.(".v-blind-switch")) choose(); });
})();
