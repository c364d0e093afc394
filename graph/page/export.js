/**
 * Taking what is seen away: as a picture (PNG, SVG) and on paper.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const exporting = {};
  app.exporting = exporting;
  const SVG = "http://www.w3.org/2000/svg";

  const download = (blob, name) => {
    const address = URL.createObjectURL(blob);
    const link = app.el("a", { href: address, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  };

  const fileName = (ending) =>
    `${app.data.title.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 60)}.${ending}`;

  /** The drawing as it is seen, on the page's ground. */
  exporting.canvas = () => {
    const drawn = app.drawing.network.canvas.frame.canvas;
    const copy = app.el("canvas", { width: drawn.width, height: drawn.height });
    const context = copy.getContext("2d");
    context.fillStyle = app.drawing.colours.paper;
    context.fillRect(0, 0, copy.width, copy.height);
    context.drawImage(drawn, 0, 0);
    return copy;
  };

  exporting.png = () =>
    exporting.canvas().toBlob((blob) => download(blob, fileName("png")), "image/png");

  const make = (tag, attributes, ...children) => {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };

  const round = (value) => Math.round(value * 10) / 10;

  const arrow = (course, colour) => {
    const angle = Math.atan2(course.to.y - course.via.y, course.to.x - course.via.x);
    const corner = (turn, length) =>
      `${round(course.to.x - length * Math.cos(angle + turn))},${round(course.to.y - length * Math.sin(angle + turn))}`;
    return make("polygon", {
      points: `${round(course.to.x)},${round(course.to.y)} ${corner(0.35, 10)} ${corner(-0.35, 10)}`,
      fill: colour,
    });
  };

  const edgeShape = (id, faded) => {
    const edge = model.edges[id];
    const { colour, symmetric } = model.relations[edge.relation];
    const course = app.edgeVisible(id);
    if (!course) return null;
    const dashes = edge.denied
      ? { "stroke-dasharray": "9 6" }
      : edge.inferred
        ? { "stroke-dasharray": "2 5" }
        : {};
    const pen = { fill: "none", stroke: colour, "stroke-width": 1.4, ...dashes };
    const shape = course.centre
      ? make("circle", {
          cx: round(course.centre.x),
          cy: round(course.centre.y),
          r: round(course.radius),
          ...pen,
        })
      : make("path", {
          d: `M${round(course.from.x)} ${round(course.from.y)} Q${round(course.via.x)} ${round(course.via.y)} ${round(course.to.x)} ${round(course.to.y)}`,
          ...pen,
        });
    const group = make("g", faded ? { opacity: 0.15 } : {}, shape);
    if (!course.centre && !symmetric) group.append(arrow(course, colour));
    return group;
  };

  const words = (text, x, y, size, fill, halo) =>
    make(
      "text",
      {
        x: round(x),
        y: round(y),
        "font-size": round(size),
        fill,
        "text-anchor": "middle",
        "dominant-baseline": "central",
        ...(halo
          ? {
              stroke: halo,
              "stroke-width": round(size * 0.3),
              "paint-order": "stroke",
              "stroke-linejoin": "round",
            }
          : {}),
      },
      text,
    );

  const bodyShape = (id, faded) => {
    const box = app.bodyBox(id);
    const { colours } = app.drawing;
    const node = app.drawing.nodes.get(id);
    const { borderRadius = 4, borderDashes } = node.shapeProperties || {};
    const label = node.label.split("\n");
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const line = 15;
    return make(
      "g",
      faded ? { opacity: 0.15 } : {},
      make("rect", {
        x: round(box.left),
        y: round(box.top),
        width: round(box.right - box.left),
        height: round(box.bottom - box.top),
        rx: borderRadius,
        fill: colours.node,
        stroke: colours["node-line"],
        ...(borderDashes ? { "stroke-dasharray": borderDashes.join(" ") } : {}),
      }),
      ...label.map((text, at) =>
        words(text, x, y + (at - (label.length - 1) / 2) * line, 15, colours.ink),
      ),
    );
  };

  /** What leads from one group of the overview to another, as thick as it is much. */
  const groupEdge = ({ id, width, color }) => {
    const { from, to } = app.edgeVisible(id);
    const course = { from, to, via: from };
    return make(
      "g",
      { opacity: color.opacity },
      make("path", {
        d: `M${round(from.x)} ${round(from.y)} L${round(to.x)} ${round(to.y)}`,
        stroke: color.color,
        "stroke-width": round(width),
      }),
      arrow(course, color.color),
    );
  };

  const written = (image) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(image)}\n`;

  /** The drawing as SVG: what the panel shows, the same colours, text as text. */
  exporting.svg = () => {
    const { network, colours } = app.drawing;
    const canvas = network.canvas.frame.canvas;
    const low = network.DOMtoCanvas({ x: 0, y: 0 });
    const high = network.DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight });
    const { selected } = app.view;
    const fadedEdge = (id) => selected.kind !== null && !selected.edges.has(id);
    const fadedBody = (id) => selected.kind !== null && !selected.bodies.has(id);
    const image = make(
      "svg",
      {
        xmlns: SVG,
        width: canvas.clientWidth,
        height: canvas.clientHeight,
        viewBox: [low.x, low.y, high.x - low.x, high.y - low.y].map(round).join(" "),
        "font-family": "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', sans-serif",
      },
      make("title", {}, app.data.title),
      make("rect", {
        x: round(low.x),
        y: round(low.y),
        width: round(high.x - low.x),
        height: round(high.y - low.y),
        fill: colours.paper,
      }),
    );
    if (app.view.drawn.how === "groups") {
      image.append(...app.drawing.edges.map(groupEdge));
      image.append(...app.drawing.nodes.getIds().map((id) => bodyShape(id, false)));
      return written(image);
    }
    const first = (faded) => (one, other) => faded(other) - faded(one);
    const edges = [...app.view.drawn.edges].sort(first(fadedEdge));
    image.append(...edges.map((id) => edgeShape(id, fadedEdge(id))).filter(Boolean));
    image.append(
      ...[...app.view.drawn.bodies]
        .sort(first(fadedBody))
        .map((id) => bodyShape(id, fadedBody(id))),
    );
    image.append(
      ...app.labels
        .placed()
        .map(({ id, text, point, size }) =>
          words(text, point.x, point.y, size, app.inkOf(model.edges[id].relation), colours.paper),
        ),
    );
    image.append(
      ...app.labels.crosses().map(({ id, point, arm }) =>
        make("path", {
          d: `M${round(point.x - arm)} ${round(point.y - arm)} l${round(2 * arm)} ${round(2 * arm)} m${round(-2 * arm)} 0 l${round(2 * arm)} ${round(-2 * arm)}`,
          stroke: app.inkOf(model.edges[id].relation),
          "stroke-width": round(arm * 0.4),
          fill: "none",
        }),
      ),
    );
    return written(image);
  };

  exporting.saveSvg = () =>
    download(new Blob([exporting.svg()], { type: "image/svg+xml" }), fileName("svg"));

  /** The provisions that the selection rests on, each once, in the order of the text. */
  const selectedArticles = () => {
    const { selected } = app.view;
    const keys = new Set();
    if (selected.kind === "provision")
      keys.add(`${selected.provision.document}:${selected.provision.place}`);
    else
      for (const one of selected.statements) {
        const statement = model.statements[one];
        if (statement.document >= 0 && statement.article >= 0)
          keys.add(`${statement.document}:${statement.article}`);
      }
    return [...keys]
      .map((key) => key.split(":").map(Number))
      .sort((one, other) => one[0] - other[0] || one[1] - other[1]);
  };

  /** The picture for the paper; none where the graph is not seen, as on a phone beside the text. */
  const picture = () => {
    if (!app.drawing.network.canvas.frame.canvas.width) return [];
    const src = app.drawing.inLight(() => exporting.canvas().toDataURL("image/png"));
    return [app.el("img", { src, alt: app.t("imageOf") })];
  };

  /** Lays out the paper: the picture, what is selected, and the whole of the articles it rests on. */
  exporting.layOut = () => {
    const paper = app.byId("printout");
    const chosen = app.byId(app.view.selected.kind === "path" ? "path" : "detail").cloneNode(true);
    chosen.removeAttribute("id");
    chosen.hidden = false;
    for (const element of chosen.querySelectorAll("[id]")) element.removeAttribute("id");
    for (const element of chosen.querySelectorAll(".actions, .copy, form")) element.remove();
    paper.replaceChildren(
      app.el("h1", null, app.name(app.data.title)),
      ...picture(),
      ...(app.view.selected.kind === null ? [] : [chosen]),
      ...selectedArticles().map(([document, place]) =>
        app.el(
          "section",
          { class: "printed-article" },
          app.el(
            "h3",
            null,
            app.name(`《${model.documents[document].title}》${model.fullLabel(document, place)}`),
          ),
          ...model
            .within(document, place)
            .filter((one) => model.documents[document].provisions[one].text)
            .map((one) => {
              const provision = model.documents[document].provisions[one];
              return app.el(
                "p",
                null,
                ["item", "subitem"].includes(provision.kind) ? provision.label : "",
                app.name(provision.text),
              );
            }),
        ),
      ),
    );
  };

  exporting.start = () => {
    app.byId("export-png").addEventListener("click", exporting.png);
    app.byId("export-svg").addEventListener("click", exporting.saveSvg);
    app.byId("print").addEventListener("click", () => window.print());
    window.addEventListener("beforeprint", exporting.layOut);
  };
})();
