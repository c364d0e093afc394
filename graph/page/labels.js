/**
 * The words on the edges: each relation's label beside its line, where it covers neither a body nor another label.
 *
 * Labels keep their size on the screen. One that finds no free place is left out until the user zooms in or lights
 * its edge; the tooltip and the lists always have it. Denied relations get a cross on their line.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const labels = {};
  app.labels = labels;

  const CELL = 64;
  const MOST = 600;
  const CROSSES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2];
  const PLACES = [
    0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75, 0.2, 0.8, 0.15, 0.85,
  ];
  let placed = null;
  let placedFor = "";
  const widths = new Map();

  /** Forgets the places: something was moved, hidden, lit or renamed. */
  labels.forget = () => {
    placed = null;
  };

  /** A grid of taken rectangles: `free(box)` asks, `take(box)` fills. Boxes are [left, top, right, bottom]. */
  const ground = () => {
    const cells = new Map();
    const each = (box, visit) => {
      for (let x = Math.floor(box[0] / CELL); x <= Math.floor(box[2] / CELL); x += 1) {
        for (let y = Math.floor(box[1] / CELL); y <= Math.floor(box[3] / CELL); y += 1) {
          if (visit(`${x},${y}`) === false) return false;
        }
      }
      return true;
    };
    const clash = (one, other) =>
      one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    return {
      free: (box) => each(box, (key) => !(cells.get(key) || []).some((other) => clash(box, other))),
      take: (box) =>
        each(box, (key) => {
          if (!cells.has(key)) cells.set(key, []);
          cells.get(key).push(box);
        }),
    };
  };

  const font = (size) =>
    `500 ${size}px "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`;

  const widthOf = (context, text) => {
    const key = text;
    if (!widths.has(key)) {
      context.font = font(100);
      widths.set(key, context.measureText(text).width / 100);
    }
    return widths.get(key);
  };

  /** Of many edges those that a text states, else those that begin or end in sight, else none. */
  const inReach = (all) => {
    if (all.length <= MOST) return all;
    const edges = all.filter((id) => !model.edges[id].inferred);
    if (edges.length && edges.length <= MOST && edges.length < all.length) return edges;
    const { network } = app.drawing;
    const { clientWidth, clientHeight } = network.canvas.frame.canvas;
    const low = network.DOMtoCanvas({ x: 0, y: 0 });
    const high = network.DOMtoCanvas({ x: clientWidth, y: clientHeight });
    const seen = (body) => {
      const { x, y } = network.body.nodes[body];
      return x >= low.x && x <= high.x && y >= low.y && y <= high.y;
    };
    const near = edges.filter(
      (id) => seen(model.edges[id].subject) || seen(model.edges[id].object),
    );
    return near.length <= MOST ? near : [];
  };

  const place = (context, selected, scale) => {
    // As large on the screen as the bodies' names beside them, within what can be read.
    const size = Math.min(12, Math.max(9, 14 * scale)) / scale;
    const pad = size * 0.25;
    const taken = ground();
    const found = [];
    const crosses = [];
    const lit = selected ? selected.edges : null;
    const { drawn } = app.view;
    for (const id of lit ? selected.bodies : drawn.bodies) {
      if (!drawn.bodies.has(id)) continue;
      const box = app.bodyBox(id);
      if (box) taken.take([box.left - 2, box.top - 2, box.right + 2, box.bottom + 2]);
    }
    const edges = inReach([...(lit || drawn.edges)].filter((id) => drawn.edges.has(id)));
    // What is denied must not be taken for its opposite: its words come first.
    edges.sort((one, other) => model.edges[other].denied - model.edges[one].denied);
    for (const id of edges) {
      if (!model.edges[id].denied) continue;
      const arm = size * 0.45;
      const boxAt = (point) => [point.x - arm, point.y - arm, point.x + arm, point.y + arm];
      const free = CROSSES.map((at) => app.edgePoint(id, at)).filter(Boolean);
      const point = free.find((one) => taken.free(boxAt(one))) || free[0];
      if (!point) continue;
      taken.take(boxAt(point));
      crosses.push({ id, point, arm });
    }
    for (const id of edges) {
      const edge = model.edges[id];
      const text =
        model.edgeLabel(edge) + (edge.statements.length > 1 ? ` ×${edge.statements.length}` : "");
      const half = (widthOf(context, text) * size) / 2 + pad;
      for (const at of PLACES) {
        const point = app.edgePoint(id, at);
        if (!point) break;
        const box = [
          point.x - half,
          point.y - size / 2 - pad,
          point.x + half,
          point.y + size / 2 + pad,
        ];
        if (!taken.free(box)) continue;
        taken.take(box);
        found.push({ id, text, point, box, size });
        break;
      }
    }
    return { words: found, crosses };
  };

  /** Draws the labels; `selected` is what is lit, or null where all are. */
  labels.draw = (context, selected) => {
    const scale = app.drawing.network.getScale();
    // Where only the edges in sight are labelled, the places also follow the view.
    const many = (selected ? selected.edges : app.view.drawn.edges).size > MOST;
    const { x, y } = app.drawing.network.getViewPosition();
    const key = `${scale.toFixed(4)}|${app.language}${many ? `|${Math.round(x)},${Math.round(y)}` : ""}`;
    if (!placed || placedFor !== key) {
      placed = place(context, selected, scale);
      placedFor = key;
    }
    const { colours } = app.drawing;
    context.save();
    context.textAlign = "center";
    context.textBaseline = "middle";
    for (const { id, text, point, size } of placed.words) {
      context.font = font(size);
      context.lineJoin = "round";
      context.lineWidth = size * 0.32;
      context.strokeStyle = colours.paper;
      context.strokeText(text, point.x, point.y);
      context.fillStyle = app.inkOf(model.edges[id].relation);
      context.fillText(text, point.x, point.y);
    }
    for (const cross of placed.crosses) drawCross(context, cross);
    context.restore();
  };

  const drawCross = (context, { id, point, arm }) => {
    context.beginPath();
    context.lineCap = "round";
    context.moveTo(point.x - arm, point.y - arm);
    context.lineTo(point.x + arm, point.y + arm);
    context.moveTo(point.x - arm, point.y + arm);
    context.lineTo(point.x + arm, point.y - arm);
    for (const [width, colour] of [
      [1, app.drawing.colours.paper],
      [0.42, app.inkOf(model.edges[id].relation)],
    ]) {
      context.lineWidth = arm * width;
      context.strokeStyle = colour;
      context.stroke();
    }
  };

  /** The labels as they stand, for tests and for the SVG: `{ id, text, point, box, size }`, in drawing units. */
  labels.placed = () => (placed ? placed.words : []);

  /** The crosses of the denied edges: `{ id, point, arm }`. */
  labels.crosses = () => (placed ? placed.crosses : []);
})();
