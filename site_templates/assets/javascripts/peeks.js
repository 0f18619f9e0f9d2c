// In an annotated article: opens a card with the other outlets' wordings at a mark, steps from one mark to the next with
// n and p or j and k, and keeps in the address which marks are shown. Without it every mark is a plain link.
(() => {
  const kept = document.getElementById("peeks");
  const marks = () => [...document.querySelectorAll(".v-page a[data-peek]")].filter((mark, at, all) => all[at - 1]?.dataset.peek !== mark.dataset.peek || all[at - 1].parentElement !== mark.parentElement);
  const narrow = matchMedia("(max-width: 40rem)");
  let card, owner, waiting;

  const close = () => {
    card?.remove();
    owner?.removeAttribute("aria-expanded");
    owner?.removeAttribute("aria-details");
    card = owner = undefined;
  };

  const place = () => {
    if (narrow.matches) return;
    const box = owner.getClientRects()[0];
    const page = document.querySelector(".v-page").getBoundingClientRect();
    const left = Math.max(page.left + 8, Math.min(box.left, page.right - card.offsetWidth - 8));
    const above = box.top > card.offsetHeight + 60 && box.bottom + card.offsetHeight > innerHeight;
    const last = [...owner.getClientRects()].at(-1);
    const frame = (card.offsetParent ?? document.documentElement).getBoundingClientRect();
    card.style.left = `${left - frame.left}px`;
    card.style.top = `${(above ? box.top - card.offsetHeight - 6 : last.bottom + 6) - frame.top}px`;
  };

  const open = (mark) => {
    if (mark === owner) return;
    close();
    const found = kept?.content.querySelector(`[data-peek="${CSS.escape(mark.dataset.peek)}"]`);
    if (!found) return;
    card = found.cloneNode(true);
    card.id = "peek";
    owner = mark;
    // At the end of its block, so that the tab key comes to it.
    const block = mark.closest(".v-block");
    if (block) block.append(card);
    else mark.closest("h1").after(card);
    mark.setAttribute("aria-expanded", "true");
    mark.setAttribute("aria-details", "peek");
    place();
  };

  const step = (by) => {
    const all = marks();
    const told = document.querySelector(".v-steps__told");
    if (!all.length || !told) return;
    const now = all.indexOf(document.activeElement) >= 0 ? all.indexOf(document.activeElement) : all.indexOf(owner);
    const past = all.filter((mark) => mark.getBoundingClientRect().top < 60).length;
    const at = now >= 0 ? (now + by + all.length) % all.length : (by > 0 ? past : past - 1 + all.length) % all.length;
    all[at].focus({ preventScroll: true });
    all[at].scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    open(all[at]);
    told.textContent = told.dataset.told.replace("{1}", at + 1).replace("{2}", all.length);
    const heard = document.createElement("span");
    heard.className = "v-sr";
    heard.textContent = `: ${all[at].textContent}. ${card?.querySelector(".v-peek__head")?.textContent.trim() ?? ""}`;
    told.append(heard);
  };

  const switches = () => [...document.querySelectorAll(".v-switches input")];
  const restore = () => {
    const hidden = (new URLSearchParams(location.search).get("hide") ?? "").split(",");
    for (const box of switches()) box.checked = !hidden.includes(box.value);
  };
  const keep = () => {
    const address = new URL(location.href);
    const hidden = switches().filter((box) => !box.checked).map((box) => box.value);
    if (hidden.length) address.searchParams.set("hide", hidden.join(","));
    else address.searchParams.delete("hide");
    history.replaceState(history.state, "", address);
  };

  if (!document.querySelector(".v-reading")) return;
  restore();
  addEventListener("pageshow", restore);
  document.querySelector(".v-switches").addEventListener("change", keep);
  if (!kept) return;

  document.querySelector(".v-steps").hidden = false;
  for (const mark of document.querySelectorAll("a[data-peek]")) {
    mark.setAttribute("aria-description", mark.title);
    mark.removeAttribute("title");
  }
  const inside = (target) => card?.contains(target) || owner?.contains(target);
  addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    clearTimeout(waiting);
    const mark = event.target.closest?.("a[data-peek]");
    if (mark) waiting = setTimeout(() => open(mark), 200);
    else if (card && !inside(event.target) && document.activeElement !== owner && !card.contains(document.activeElement)) waiting = setTimeout(close, 350);
  });
  addEventListener("focusin", (event) => {
    const mark = event.target.closest?.("a[data-peek]");
    if (mark?.matches(":focus-visible")) open(mark);
    else if (card && !inside(event.target)) close();
  });
  // A finger has no way to point without choosing: the first tap opens the card, which leads on.
  addEventListener("click", (event) => {
    const mark = event.target.closest?.("a[data-peek]");
    if (mark && event.pointerType === "touch" && mark !== owner) {
      event.preventDefault();
      open(mark);
    } else if (card && !mark && !inside(event.target) && !event.target.closest?.(".v-steps")) close();
    const button = event.target.closest?.(".v-steps button");
    if (button) step(Number(button.dataset.step));
  });
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    if (event.key === "Escape" && card) {
      const back = card.contains(document.activeElement) ? owner : undefined;
      close();
      back?.focus();
    }
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (by) {
      event.preventDefault();
      step(by);
    }
  });
  addEventListener("resize", close);
})();
