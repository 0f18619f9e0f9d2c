// Draws a chart over its still drawing once it comes near the screen; the library is ours and is fetched once.
(() => {
  const library = new URL("vendor/plotly-basic.min.js", document.currentScript.src).href;
  let loading;

  const load = () => {
    loading ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = library;
      script.onload = () => resolve(window.Plotly);
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  };

  const colours = () => {
    const style = getComputedStyle(document.body);
    const read = (name) => style.getPropertyValue(`--v-${name}`).trim();
    return { ink: read("ink"), soft: read("soft"), rule: read("rule"), accent: read("accent"), card: read("card"), sans: read("sans"), serif: read("serif") };
  };

  // What the library reads as markup is none of ours; lines of some sixty letters.
  const wrap = (text) => text.replace(/[&<>]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[sign]).replace(/(.{40,60})\s/g, "$1<br>");
  const row = (trace) => document.getElementById(trace.customdata?.[0]);
  const sentence = (trace) => row(trace)?.querySelector(".v-words")?.textContent.trim() ?? "";
  const dress = ({ data, layout }, height) => {
    const c = colours();
    const axis = { gridcolor: c.rule, linecolor: c.rule, zeroline: false, fixedrange: true, tickfont: { color: c.soft }, automargin: true };
    return [
      data.map((trace) => ({
        ...trace,
        marker: { ...trace.marker, color: c.accent, line: { ...trace.marker.line, color: c.accent } },
        line: { ...trace.line, color: c.accent },
        textfont: { color: c.ink, family: c.serif, size: 15 },
        cliponaxis: false,
        hovertext: [trace.hovertext, wrap(sentence(trace))].filter(Boolean).join("<br>"),
        hoverlabel: { align: "left", bgcolor: c.card, bordercolor: c.accent, font: { color: c.ink, family: c.sans } },
      })),
      {
        ...layout,
        height,
        margin: { l: 8, r: 16, t: 8, b: 28 },
        font: { family: c.sans, color: c.ink, size: 13 },
        paper_bgcolor: "transparent",
        plot_bgcolor: "transparent",
        hovermode: "closest",
        dragmode: false,
        xaxis: { ...layout.xaxis, ...axis },
        yaxis: { ...layout.yaxis, ...axis, gridcolor: c.rule, griddash: "dot", ticklabelstandoff: 10, tickfont: { color: c.ink } },
      },
    ];
  };

  const draw = async (figure) => {
    if (figure.clientWidth < 480) return;
    const plotly = await load();
    const target = document.createElement("div");
    target.className = "v-plot__lively";
    target.setAttribute("aria-hidden", "true");
    target.style.height = `${figure.dataset.height}px`;
    figure.prepend(target);
    const [data, layout] = dress(JSON.parse(figure.dataset.plot), Number(figure.dataset.height));
    await plotly.newPlot(target, data, layout, { displayModeBar: false, responsive: true });
    figure.dataset.drawn = "";
    target.on("plotly_click", (click) => {
      // To the sentence in the article; its link stands in the row.
      row(click.points[0]?.data ?? {})?.querySelector("th a")?.click();
    });
  };

  const redress = () => {
    for (const figure of document.querySelectorAll(".v-plot[data-drawn]")) {
      const [data, layout] = dress(JSON.parse(figure.dataset.plot), Number(figure.dataset.height));
      window.Plotly.react(figure.querySelector(".v-plot__lively"), data, layout, { displayModeBar: false, responsive: true });
    }
  };

  const start = () => {
    const near = new IntersectionObserver((entries) => {
      for (const entry of entries.filter((item) => item.isIntersecting)) {
        near.unobserve(entry.target);
        draw(entry.target).catch(() => entry.target.querySelector(".v-plot__lively")?.remove());
      }
    }, { rootMargin: "200px" });
    for (const figure of document.querySelectorAll(".v-plot[data-plot]")) near.observe(figure);
    new MutationObserver(redress).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });
  };

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
