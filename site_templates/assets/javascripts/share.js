// Gives each form of a citation a button that copies it, once it is opened; the texts are there without.
(() => {
  const words = { copy: "Copy", copied: "Copied", ...document.querySelector(".v-chrome[data-copy]")?.dataset };

  // Where the site does not know its own address, the page does.
  const complete = (forms) => {
    const { address } = forms.dataset;
    const link = forms.querySelector("a");
    if (/^https?:/.test(address) || !link.href.endsWith(address)) return;
    const root = link.href.slice(0, link.href.length - address.length);
    for (const place of forms.querySelectorAll("dd:not(:has(pre, code)), pre")) {
      const target = place.querySelector("a") ?? place;
      target.textContent = target.textContent.replaceAll(address, link.href);
    }
    const embed = forms.querySelector("code");
    if (embed) embed.textContent = embed.textContent.replace('src="', `src="${root}`);
  };

  // Who hides the outlets' names embeds without them.
  const blind = (forms) => {
    const embed = forms.querySelector("code");
    const asked = new URLSearchParams(location.search).has("blind") ? "?blind" : "";
    if (embed) embed.textContent = embed.textContent.replace(/src="([^"#?]*)(\?blind)?/, `src="$1${asked}`);
  };

  const select = (place) => {
    const range = document.createRange();
    range.selectNodeContents(place);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  const copy = async (place, button) => {
    try {
      await navigator.clipboard.writeText(place.textContent.trim());
    } catch {
      select(place);
      if (!document.execCommand("copy")) return;
    }
    button.textContent = words.copied;
    setTimeout(() => { button.textContent = words.copy; }, 2000);
  };

  const dress = (forms) => {
    if (forms.dataset.dressed !== undefined) return;
    forms.dataset.dressed = "";
    complete(forms);
    for (const row of forms.children) {
      const place = row.querySelector("dd");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "v-copy";
      button.textContent = words.copy;
      button.setAttribute("aria-live", "polite");
      button.setAttribute("aria-description", row.querySelector("dt").textContent);
      button.addEventListener("click", () => copy(place, button));
      row.querySelector("dt").append(button);
    }
  };

  document.addEventListener("toggle", ({ target }) => {
    if (!target.matches?.(".v-share[open]")) return;
    for (const forms of target.querySelectorAll(".v-share__forms")) {
      dress(forms);
      blind(forms);
    }
  }, true);
})();
