// Keeps in the address which differences are marked, and tells which base text is chosen; both work without a script.
(() => {
  const restore = () => {
    const wanted = new URLSearchParams(location.search).get("layer");
    const choice = document.querySelector(`.v-layers input[value="${CSS.escape(wanted ?? "both")}"]`);
    if (choice) choice.checked = true;
  };
  const keep = (event) => {
    if (event.target.name !== "layer") return;
    const address = new URL(location.href);
    if (event.target.value === "both") address.searchParams.delete("layer");
    else address.searchParams.set("layer", event.target.value);
    history.replaceState(history.state, "", address);
  };
  const show = () => {
    for (const chooser of document.querySelectorAll(".v-bases__chooser")) {
      const links = [...chooser.querySelectorAll("a")];
      const chosen = links.find((link) => link.hash === location.hash) ?? links.find((link) => "first" in link.dataset) ?? links[0];
      for (const link of links) link.removeAttribute("aria-current");
      chosen?.setAttribute("aria-current", "true");
    }
  };
  addEventListener("change", keep);
  addEventListener("hashchange", show);
  document.addEventListener("DOMContentLoaded", () => { restore(); show(); });
  restore();
  show();
})();
