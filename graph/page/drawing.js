/**
 * The drawing: vis-network with the nodes, edges and options that pyvis wrote.
 *
 * Positions come with the data and the physics are off, so nothing moves by itself. Filters and selection touch no
 * data set: what is hidden is left out of vis-network's lists of visible items, and what is lit is drawn once more
 * above a veil. Both stay fast with thousands of edges. All that is used of vis-network beside its documented
 * interface is in this file and in `edges.js`.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const drawing = {};
  app.drawing = drawing;

  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const EDGE = 14;
  // About half the width of a word on an edge; with more edges than these, their words do not count.
  const WORD = 45;
  const FEW = 600;
  const LEGIBLE = 0.5;
  const SMALLEST = 0.65;
  let colours = {};

  const readColours = () => {
    colours = Object.fromEntries(
      ["paper", "ink", "veil", "node", "node-line", "node-lit", "accent", "edge-label"].map(
        (name) => [name, css(`--${name}`)],
      ),
    );
    colours.share = Number.parseFloat(css("--share")) / 100;
    drawing.colours = colours;
  };

  const options = () => {
    const written = app.data.network.options;
    return {
      ...written,
      nodes: {
        ...written.nodes,
        font: { ...written.nodes.font, color: colours.ink },
        color: {
          background: colours.node,
          border: colours["node-line"],
          highlight: { background: colours["node-lit"], border: colours.accent },
          hover: { background: colours["node-lit"], border: colours.accent },
        },
      },
    };
  };

  drawing.start = () => {
    readColours();
    const container = app.byId("graph");
    const network = new vis.Network(container, { nodes: [], edges: [] }, options());
    drawing.network = network;
    network.on("afterDrawing", paint);
    network.on("click", click);
    network.on("hoverNode", (event) => app.tooltip.body(event.node, event.event));
    network.on("hoverEdge", (event) => app.tooltip.edge(event.edge, event.event));
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"])
      network.on(name, app.tooltip.hide);
    network.on("dragging", (event) => {
      if (event.nodes.length) app.labels.forget();
    });
    network.on("dragEnd", () => {
      drawing.touched = true;
    });
    network.on("zoom", () => {
      drawing.touched = true;
    });
    network.on("resize", () => {
      if (!drawing.touched && !app.view.selected.kind) drawing.fit();
    });
  };

  const click = (event) => {
    app.tooltip.hide();
    const groups = app.view.drawn.how === "groups";
    if (groups) app.select(event.nodes.length ? { group: event.nodes[0] } : {});
    else if (event.nodes.length) app.select({ body: model.bodyKey(event.nodes[0]) });
    else if (event.edges.length)
      app.select(app.statementChoice(model.edges[event.edges[0]].statements));
    else app.select({});
  };

  /** Shows what `app.view` leaves, and lights what it selects. */
  drawing.update = () => {
    const { body } = drawing.network;
    const { selected, drawn } = app.view;
    stage();
    if (drawn.how !== "groups") {
      body.nodeIndices = [...drawn.bodies].sort((one, other) => one - other);
      body.edgeIndices = [...drawn.edges];
    }
    const chosen = { nodes: [], edges: [] };
    if (selected.kind === "body" && drawn.bodies.has(selected.body))
      chosen.nodes.push(selected.body);
    if (drawn.edges.has(selected.edge)) chosen.edges.push(selected.edge);
    const held = selected.kind === "group" && app.overview.holder(selected.group);
    if (held && body.nodes[held]) chosen.nodes.push(held);
    network().setSelection(chosen, { highlightEdges: false, unselectAll: true });
    app.labels.forget();
    // A body has its size once it was drawn; moving the view draws it again, which is work.
    const fits = !selected.kind && !drawing.touched;
    const unseen = body.nodeIndices.some((id) => body.nodes[id].shape.width === undefined);
    if (!fits || unseen) network().redraw();
    if (fits) drawing.fit();
    app.view.groups = drawn.how === "groups" ? groupCount : 0;
  };

  const network = () => drawing.network;

  /** Gives vis-network what is to be drawn, if it is something else than before. */
  let staged = "";
  let groupCount = 0;
  const stage = () => {
    const { drawn } = app.view;
    const layout = app.state.layout === "force" ? "force" : "layered";
    const key =
      drawn.how === "all"
        ? layout
        : drawn.how === "groups"
          ? `groups ${app.language} ${app.view.bodies.size} ${app.view.shownStatements} ${colours.paper}`
          : [app.view.selected.kind, ...drawn.bodies, "", ...drawn.edges].join(" ");
    if (key === staged) return;
    staged = key;
    const part =
      drawn.how === "all"
        ? whole(layout)
        : drawn.how === "groups"
          ? app.overview.groups()
          : app.overview.part([...drawn.bodies], [...drawn.edges]);
    drawing.nodes = new vis.DataSet(part.nodes);
    drawing.edges = new vis.DataSet(part.edges);
    app.view.groups = drawn.how === "groups" ? part.nodes.length : 0;
    groupCount = app.view.groups;
    network().setData({ nodes: drawing.nodes, edges: drawing.edges });
    drawing.fit();
  };

  /** All nodes and edges, at the places of a layout and with its bends. */
  const whole = (layout) => {
    const { nodes, edges, layouts, bends } = app.data.network;
    const curve = (bend) => (bend ? { enabled: true, type: "curvedCW", roundness: bend } : false);
    return {
      nodes: nodes.map((node, id) => ({
        ...node,
        x: layouts[layout][id][0],
        y: layouts[layout][id][1],
      })),
      edges: edges.map((edge, id) =>
        edge.from === edge.to ? edge : { ...edge, smooth: curve(bends[layout][id]) },
      ),
    };
  };

  /** The boxes of bodies, and of the middles of the edges among them: with their words they may lie outside. */
  const boxesOf = (bodies) => {
    const boxes = bodies.map((id) => app.bodyBox(id)).filter(Boolean);
    const { drawn } = app.view;
    if (drawn.edges.size > FEW) return boxes;
    const among = new Set(bodies);
    for (const id of drawn.edges) {
      const { subject, object } = model.edges[id];
      const point = among.has(subject) && among.has(object) && app.edgePoint(id, 0.5);
      if (!point) continue;
      const { x, y } = point;
      boxes.push({ left: x - WORD, right: x + WORD, top: y - WORD / 3, bottom: y + WORD / 3 });
    }
    return boxes;
  };

  /** The body of a few that has most relations: where to begin. */
  const hub = (bodies) => {
    const degree = (id) => model.edgesOf[id].filter((edge) => app.view.edges.has(edge)).length;
    return bodies.reduce((best, id) => (degree(id) > degree(best) ? id : best), bodies[0]);
  };

  /**
   * Moves the view so that these bodies fill the panel, never larger than 1:1; where names would then be too small
   * to read (`least`), as many of them as go around the one with most relations.
   */
  const show = (bodies, animation, least = 0) => {
    const canvas = network().canvas.frame.canvas;
    const boxes = boxesOf(bodies);
    if (!boxes.length || !canvas.clientWidth) return;
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    const scale = Math.min(
      1,
      (canvas.clientWidth - 2 * EDGE) / (right - left),
      (canvas.clientHeight - 2 * EDGE) / (bottom - top),
    );
    const small = scale < least;
    const position = small
      ? network().getPosition(hub(bodies))
      : { x: (left + right) / 2, y: (top + bottom) / 2 };
    network().moveTo({
      position,
      scale: Math.max(scale, least),
      animation: animation ? motion() : false,
    });
  };

  /**
   * Fits what is shown into the panel; until the user moves the view, it is kept so. On a phone that is as much as can
   * be read, unless the user asked for all of it (`whole`).
   */
  drawing.fit = (animated, whole) => {
    drawing.touched = Boolean(whole) && app.phone();
    const legible = !whole && app.phone() && app.view.drawn.how !== "groups";
    show(network().body.nodeIndices, animated, legible ? SMALLEST : 0);
  };

  /** Brings what is lit into sight: only where it is not, or where it is too small to read. */
  drawing.reveal = (animated = true) => {
    const lit = [...app.view.selected.bodies].filter((id) => app.view.drawn.bodies.has(id));
    const canvas = network().canvas.frame.canvas;
    if (!lit.length || !canvas.clientWidth) return;
    const low = network().DOMtoCanvas({ x: 0, y: 0 });
    const high = network().DOMtoCanvas({ x: canvas.clientWidth, y: canvas.clientHeight });
    const outside = lit.some((id) => {
      const box = app.bodyBox(id);
      return (
        box && (box.left < low.x || box.right > high.x || box.top < low.y || box.bottom > high.y)
      );
    });
    if (outside || network().getScale() < LEGIBLE) show(lit, animated);
  };

  const motion = () =>
    matchMedia("(prefers-reduced-motion: reduce)").matches
      ? false
      : { duration: 250, easingFunction: "easeInOutQuad" };

  drawing.zoom = (factor) => {
    drawing.touched = true;
    network().moveTo({ scale: network().getScale() * factor, animation: motion() });
  };

  /** Takes up the colours of the theme. */
  drawing.recolour = () => {
    readColours();
    network().setOptions(options());
    // Setting options lets vis-network count all items as visible again.
    drawing.update();
  };

  /** What `action` returns while the drawing has the colours of the light theme, as paper wants it. */
  drawing.inLight = (action) => {
    const root = document.documentElement;
    const theme = root.dataset.theme;
    const wear = (name) => {
      root.dataset.theme = name;
      drawing.recolour();
      network().redraw();
    };
    if (theme !== "dark") return action();
    wear("light");
    try {
      return action();
    } finally {
      wear(theme);
    }
  };

  const paint = (context) => {
    const { selected } = app.view;
    const { body } = network();
    const { drawn } = app.view;
    if (drawn.how === "groups") return;
    const lit = selected.kind !== null;
    if (lit) {
      veil(context);
      for (const id of selected.edges) if (drawn.edges.has(id)) body.edges[id].draw(context);
      for (const id of selected.edges) if (drawn.edges.has(id)) body.edges[id].drawArrows(context);
    }
    app.labels.draw(context, lit ? selected : null);
    if (lit)
      for (const id of selected.bodies) if (drawn.bodies.has(id)) body.nodes[id].draw(context);
  };

  const veil = (context) => {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = colours.veil;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
  };
})();
