// An embedded page follows the reader's light or dark, and its links open in the whole window.
(() => {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const dress = () => { document.documentElement.dataset.mdColorScheme = dark.matches ? "slate" : "default"; };
  dark.addEventListener("change", dress);
  dress();
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[href]");
    if (link && !link.getAttribute("href").startsWith("#")) link.target = "_top";
  }, true);
})();
