// The search of large sites: Pagefind, loaded when a reader opens it, its results written as text and never as HTML.
(() => {
  const SHOWN = 12;
  const FIRST = 3; // shown as soon as they are there; a browser asks for half a dozen at once
  let engine;
  let turn = 0;

  const load = (search) => {
    engine ??= import(new URL(search.dataset.bundle, document.baseURI)).then(async (pagefind) => {
      await pagefind.options({ baseUrl: new URL(search.dataset.root, document.baseURI).pathname, excerptLength: 24 });
      await pagefind.init();
      return pagefind;
    });
    return engine;
  };

  // An excerpt comes as HTML with its hits in <mark>; read apart from the page, it can do nothing.
  const plain = (html) => new DOMParser().parseFromString(html, "text/html").documentElement.textContent;
  const marked = (html) => html.split(/<\/?mark>/).map((part, at) => {
    if (at % 2 === 0) return plain(part);
    const mark = document.createElement("mark");
    mark.textContent = plain(part);
    return mark;
  });

  const show = (data, root) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const url = new URL(data.raw_url ?? data.url, root);
    link.href = url.origin === root.origin ? url.href : root.href;
    link.textContent = data.meta.title;
    const words = document.createElement("p");
    words.dir = "auto";
    words.append(...marked(data.excerpt));
    const kind = document.createElement("span");
    kind.className = "v-soft";
    kind.textContent = data.meta.kind ? ` ${data.meta.kind}` : "";
    item.append(link, kind, words);
    return item;
  };

  const chosen = (search) => Object.fromEntries(
    [...search.querySelectorAll("select")].filter((one) => one.value).map((one) => [one.dataset.facet, one.value]),
  );

  const find = async (search) => {
    const [input, count, list] = [".v-search__words", ".v-search__count", ".v-search__results"].map((name) => search.querySelector(name));
    const mine = ++turn;
    const words = input.value.trim();
    const filters = chosen(search);
    const pagefind = await load(search);
    if (!words && !Object.keys(filters).length) { list.replaceChildren(); count.textContent = ""; return; }
    const found = await pagefind.debouncedSearch(words || null, { filters }, 60);
    if (!found) return;
    const root = new URL(search.dataset.root, document.baseURI);
    const coming = found.results.slice(0, SHOWN).map((one) => one.data());
    const first = await Promise.all(coming.slice(0, FIRST));
    if (mine !== turn) return;
    list.replaceChildren(...first.map((data) => show(data, root)));
    count.textContent = String(found.results.length);
    const others = await Promise.all(coming.slice(FIRST));
    if (mine === turn) list.append(...others.map((data) => show(data, root)));
  };

  const fill = async (search) => {
    const known = await (await load(search)).filters();
    for (const select of search.querySelectorAll("select")) {
      const values = Object.keys(known[select.dataset.facet] ?? {}).sort((a, b) => a.localeCompare(b));
      if (select.options.length === 1) for (const value of values) select.add(new Option(value, value));
    }
  };

  // Whoever comes near the search is likely to open it: its program is on the way by then.
  for (const kind of ["pointerover", "focusin"]) {
    document.addEventListener(kind, ({ target }) => {
      const search = target.closest?.(".v-search");
      if (search) load(search);
    });
  }
  document.addEventListener("toggle", ({ target }) => {
    if (!target.open) return;
    if (target.matches?.(".v-search")) { load(target); target.querySelector("input").focus(); }
    if (target.matches?.(".v-search__filters")) fill(target.closest(".v-search"));
  }, true);
  for (const kind of ["input", "change"]) {
    document.addEventListener(kind, ({ target }) => {
      const search = target.closest?.(".v-search");
      if (search) find(search);
    });
  }
  document.addEventListener("keydown", (event) => {
    const search = document.querySelector(".v-search");
    if (!search) return;
    if (event.key === "Escape" && search.open) { search.open = false; search.querySelector("summary").focus(); }
    const writing = event.target.closest?.("input, select, textarea, [contenteditable]");
    if (["/", "s", "f"].includes(event.key) && !writing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.open = true;
    }
  });
})();
