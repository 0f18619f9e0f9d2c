// Tells which pair of outlets is chosen; choosing itself needs no script.
(() => {
  const show = () => {
    const links = [...document.querySelectorAll(".v-chooser a")];
    const chosen = links.find((link) => link.hash === location.hash) ?? links[0];
    for (const link of links) link.removeAttribute("aria-current");
    chosen?.setAttribute("aria-current", "true");
  };
  addEventListener("hashchange", show);
  document.addEventListener("DOMContentLoaded", show);
  show();
})();
