// Charts and tables to take away: a table as CSV, a still drawing or a table as SVG, and that as PNG, made on the spot.
(() => {
  const said = (node) => {
    const copy = node.cloneNode(true);
    for (const unsaid of copy.querySelectorAll("svg, .v-share")) unsaid.remove();
    return copy.textContent.replace(/\s+/g, " ").trim();
  };
  // A spreadsheet takes some texts for formulas; an apostrophe before them says that they are none.
  const field = (text) => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  const asCsv = (table) => `${[...table.rows].map((row) => [...row.cells].map((cell) => field(said(cell))).join(",")).join("\r\n")}\r\n`;

  const copied = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-style", "font-weight", "paint-order", "display"];
  const dress = (copy, drawn) => {
    const style = getComputedStyle(drawn);
    for (const name of copied) copy.style.setProperty(name, style.getPropertyValue(name));
    [...copy.children].forEach((child, at) => dress(child, drawn.children[at]));
  };
  const ground = () => getComputedStyle(document.body).backgroundColor;
  const space = new DOMParser().parseFromString("<svg>", "text/html").querySelector("svg").namespaceURI;
  const make = (name, traits, text = "") => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(traits)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const frame = (width, height) => {
    const drawing = make("svg", { width, height, viewBox: `0 0 ${width} ${height}` });
    drawing.append(make("rect", { width, height, fill: ground() }));
    return drawing;
  };

  const fromFigure = (figure) => {
    const still = figure.querySelector(".v-plot__still");
    const drawn = figure.hasAttribute("data-drawn");
    figure.removeAttribute("data-drawn");
    const box = still.getBoundingClientRect();
    const copy = still.cloneNode(true);
    dress(copy, still);
    if (drawn) figure.setAttribute("data-drawn", "");
    copy.setAttribute("width", box.width);
    copy.setAttribute("height", box.height);
    copy.setAttribute("x", 12);
    copy.setAttribute("y", 12);
    const whole = frame(Math.ceil(box.width) + 24, Math.ceil(box.height) + 40);
    const ink = getComputedStyle(figure);
    whole.append(copy, make("text", { x: 12, y: box.height + 32, fill: ink.color, "font-family": ink.fontFamily, "font-size": 11 }, address()));
    return whole;
  };
  const fromTable = (table) => {
    const box = table.getBoundingClientRect();
    const whole = frame(Math.ceil(box.width) + 24, Math.ceil(box.height) + 48);
    const ink = getComputedStyle(table);
    for (const cell of table.querySelectorAll("th, td")) {
      const place = cell.getBoundingClientRect();
      const style = getComputedStyle(cell);
      const [x, y] = [place.left - box.left + 12, place.top - box.top + 12];
      whole.append(make("rect", { x, y, width: place.width, height: place.height, fill: style.backgroundColor, stroke: style.borderBottomColor, "stroke-width": 0.5 }));
      for (const glyph of cell.querySelectorAll("svg")) {
        const spot = glyph.getBoundingClientRect();
        const copy = glyph.cloneNode(true);
        for (const [key, value] of Object.entries({ x: spot.left - box.left + 12, y: spot.top - box.top + 12, width: spot.width, height: spot.height, color: style.color })) copy.setAttribute(key, value);
        whole.append(copy);
      }
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.data.trim() || node.parentElement.closest(".v-sr, svg")) continue;
        const face = getComputedStyle(node.parentElement);
        for (const [line, spot] of wrapped(node)) whole.append(make("text", { x: spot.left - box.left + 12, y: spot.bottom - box.top + 12 - spot.height * 0.24, fill: face.color, "font-family": face.fontFamily, "font-size": face.fontSize, "font-weight": face.fontWeight }, line));
      }
    }
    whole.append(make("text", { x: 12, y: box.height + 36, fill: ink.color, "font-family": ink.fontFamily, "font-size": 11 }, address()));
    return whole;
  };
  // The lines into which the page has broken a text.
  const wrapped = (node) => {
    const range = document.createRange();
    const lines = [];
    for (const word of node.data.matchAll(/\S+/g)) {
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const spot = range.getBoundingClientRect();
      const last = lines.at(-1);
      if (last && Math.abs(last[1].top - spot.top) < 2) last[0] += ` ${word[0]}`;
      else lines.push([word[0], spot]);
    }
    return lines;
  };
  const address = () => document.querySelector("link[rel=canonical]")?.href ?? location.href.split("#")[0];

  const save = (data, type, name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([data], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
  const asPng = (drawing) => new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [2 * image.width, 2 * image.height];
      const pen = canvas.getContext("2d");
      pen.scale(2, 2);
      pen.drawImage(image, 0, 0);
      canvas.toBlob(resolve);
    };
    image.onerror = reject;
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
  });

  // What is taken stands just above; a chart's table stands below it, in the same section.
  const find = (tools) => {
    const above = tools.previousElementSibling;
    const figure = above?.matches(".v-plot") ? above : null;
    const table = figure ? tools.closest("section, .v-page")?.querySelector("table") : above?.querySelector("table");
    return { figure, table };
  };
  const take = async (button) => {
    const tools = button.closest(".v-take");
    const { figure, table } = find(tools);
    const name = tools.dataset.named;
    if (button.dataset.take === "csv") return save(asCsv(table), "text/csv;charset=utf-8", `${name}.csv`);
    const drawing = figure ? fromFigure(figure) : fromTable(table);
    if (button.dataset.take === "svg") return save(new XMLSerializer().serializeToString(drawing), "image/svg+xml", `${name}.svg`);
    return save(await asPng(drawing), "image/png", `${name}.png`);
  };

  for (const tools of document.querySelectorAll(".v-take")) {
    tools.hidden = false;
    tools.querySelector("[data-take=csv]").hidden = !find(tools).table;
  }
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-take]");
    if (button) take(button);
  });
})();
