// The bar of our pages: light and dark at once, and the theme's own script, with its search, only when it is asked for.
(() => {
  document.documentElement.classList.replace("no-js", "js");

  // As the theme does it, and under the same key; a reader who has not chosen is followed.
  const palettes = [...document.querySelectorAll("[data-md-component=palette] input")];
  const system = () => palettes.findIndex((input) => matchMedia(input.dataset.mdColorMedia).matches);
  const kept = () => {
    try {
      return __md_get("__palette")?.index;
    } catch {
      return undefined;
    }
  };
  const wear = (at) => {
    const input = palettes[Math.max(0, Math.min(at, palettes.length - 1))];
    if (!input) return undefined;
    const color = Object.fromEntries(["media", "scheme", "primary", "accent"].map((name) => [name, input.getAttribute(`data-md-color-${name}`)]));
    for (const [name, value] of Object.entries(color)) document.body.setAttribute(`data-md-color-${name}`, value);
    input.checked = true;
    for (const other of palettes) if (other.nextElementSibling) other.nextElementSibling.hidden = other !== input;
    return { index: palettes.indexOf(input), color };
  };
  wear(kept() ?? system());
  for (const input of palettes) input.addEventListener("change", () => __md_set("__palette", wear(palettes.indexOf(input))));
  for (const input of palettes) {
    const media = matchMedia(input.dataset.mdColorMedia);
    media.addEventListener("change", () => { if (kept() === undefined) wear(system()); });
  }
  palettes[0]?.closest("[data-md-component=palette]").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || loaded) return;
    const next = palettes[(palettes.findIndex((input) => input.checked) + 1) % palettes.length];
    next.click();
    next.focus();
  });

  let loaded;
  const field = () => document.querySelector(".md-search__input");
  const load = () => {
    const waiting = document.querySelector("script[data-src]");
    if (!waiting) return undefined;
    loaded ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = waiting.dataset.src;
      script.onload = resolve;
      script.onerror = reject;
      document.head.append(script);
    });
    return loaded;
  };
  // What the reader did before the search was there, it is told again.
  const search = async () => {
    if (loaded || !field()) return;
    await load();
    const input = field();
    const typed = document.activeElement === input || document.getElementById("__search")?.checked;
    if (!typed) return;
    input.blur();
    input.focus();
    input.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
  };

  // An address that asks for something, as the theme's search makes them.
  addEventListener("DOMContentLoaded", () => { if (new URLSearchParams(location.search).has("q")) search(); });
  document.addEventListener("focusin", (event) => { if (event.target === field()) search(); });
  document.addEventListener("change", (event) => { if (event.target.id === "__search") search(); });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || loaded || !field()) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    if (["f", "s", "/"].includes(event.key)) {
      event.preventDefault();
      field().focus();
    }
  });
})();
