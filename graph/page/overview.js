/**
 * Graphs too large to be drawn body by body: the overview by document and kind, and the part that is looked at.
 *
 * Such a graph comes without positions. The overview draws one node for all bodies of a kind that a document speaks
 * of; where these are too many to be read, one for all of a kind, and choosing it lists its documents. Once something
 * is selected, or filters leave few enough, bodies are drawn, in rings around the middle.
 *
 * A group is known by `document.kind`, the places of both; `*.kind` is that kind in all documents.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const overview = {};
  app.overview = overview;

  /** How many bodies are drawn at most when the whole graph is too large, and how many edges between groups. */
  const MOST = 600;
  const MOST_EDGES = 400;
  const MOST_GROUPS = 120;
  const SHARED = -1;
  const NONE = -2;
  const ALL = "*";

  /** Whether there are too many bodies to draw them all. */
  overview.needed = !app.data.network.layouts.layered;

  /** Whether groups and parts are drawn: because they must be, or because the user wants the overview. */
  overview.wanted = () => overview.needed || app.state.layout === "groups";

  // The document that speaks of a body, where it is only one.
  const documentOf = model.bodies.map(() => NONE);
  const meet = (body, document) => {
    const known = documentOf[body];
    documentOf[body] = known === NONE || known === document ? document : SHARED;
  };
  for (const statement of model.statements) {
    meet(statement.subject, statement.document);
    meet(statement.object, statement.document);
  }

  const fine = (body) => `${documentOf[body]}.${model.bodies[body].kind}`;
  const coarse = (body) => `${ALL}.${model.bodies[body].kind}`;

  const titleOf = (key) => {
    const document = Number(key.split(".")[0]);
    if (document === NONE) return app.t("noRelations");
    return document === SHARED ? app.t("sharedDocuments") : model.documents[document].title;
  };

  /** What a group is called: its document and its kind. */
  overview.labelOf = (key) => {
    const [document, kind] = key.split(".").map(Number);
    const plain = overview.isCoarse(key) || (document === 0 && model.documents.length === 1);
    if (plain) return app.data.kinds[kind] ? model.kindLabel(kind) : key;
    const known = app.data.kinds[kind] && (document < 0 || model.documents[document]);
    return known ? app.t("group", model.kindLabel(kind), titleOf(key)) : key;
  };

  overview.isCoarse = (key) => key.startsWith(`${ALL}.`);

  const ordered = (keys) =>
    [...keys].sort((one, other) => {
      const [a, b] = [one.split(".").map(Number), other.split(".").map(Number)];
      return a[0] - b[0] || a[1] - b[1];
    });

  const sizes = (bodies, keyOf) => {
    const groups = new Map();
    for (const body of bodies) groups.set(keyOf(body), (groups.get(keyOf(body)) || 0) + 1);
    return groups;
  };

  /** The bodies of a group that the filters leave. */
  overview.bodiesOf = (key) => {
    const keyOf = overview.isCoarse(key) ? coarse : fine;
    return [...app.view.bodies]
      .filter((body) => keyOf(body) === key)
      .sort((one, other) => one - other);
  };

  /** The groups by document that one of all documents holds: `[key, title, how many bodies]`. */
  overview.partsOf = (key) => {
    const groups = sizes(overview.bodiesOf(key), fine);
    return ordered(groups.keys()).map((one) => [one, titleOf(one), groups.get(one)]);
  };

  /** What is drawn of the overview: `[key, how many bodies]`, and how a body's group is found. */
  const grouping = () => {
    const groups = sizes(app.view.bodies, fine);
    const keyOf = groups.size > MOST_GROUPS ? coarse : fine;
    const kept = keyOf === fine ? groups : sizes(app.view.bodies, coarse);
    return { keyOf, groups: ordered(kept.keys()).map((key) => [key, kept.get(key)]) };
  };

  /** The groups that the overview draws: `[key, how many bodies]`. */
  overview.drawn = () => grouping().groups;

  /** The drawn group that holds a group: itself, or that of its kind. */
  overview.holder = (key) => {
    const held = overview.drawn().some(([one]) => one === key);
    return held ? key : `${ALL}.${key.split(".")[1]}`;
  };

  const short = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  /** Each document a block of its kinds, the blocks in rows that fill the page. */
  const columns = (keys, documents) => {
    const of = (document) => keys.filter((key) => key.startsWith(`${document}.`));
    const [wide, high] = [
      230,
      Math.max(...documents.map((document) => of(document).length)) * 62 + 60,
    ];
    const across = Math.max(1, Math.round(Math.sqrt((documents.length * high * 1.55) / wide)));
    const spots = new Map();
    documents.forEach((document, at) => {
      of(document).forEach((key, row) => {
        spots.set(key, [(at % across) * wide, Math.floor(at / across) * high + row * 62]);
      });
    });
    return spots;
  };

  /** All groups around a circle. */
  const circle = (keys) => {
    const radius = Math.max(120, keys.length * 20);
    return new Map(
      keys.map((key, at) => {
        const angle = (2 * Math.PI * at) / keys.length - Math.PI / 2;
        return [
          key,
          [Math.round(1.6 * radius * Math.cos(angle)), Math.round(radius * Math.sin(angle))],
        ];
      }),
    );
  };

  /** The nodes and edges of the overview, for what the filters leave. */
  overview.groups = () => {
    const { keyOf, groups } = grouping();
    const keys = groups.map(([key]) => key);
    const documents = [...new Set(keys.map((key) => key.split(".")[0]))];
    const spots = documents.length > 2 ? columns(keys, documents) : circle(keys);
    const nodes = groups.map(([key, count]) => {
      const kind = model.kindLabel(Number(key.split(".")[1]));
      const named = model.documents.length > 1 && keyOf === fine;
      const title = named ? `${short(titleOf(key), 12)}\n` : "";
      const [x, y] = spots.get(key);
      return { id: key, label: `${title}${kind} ${count}`, x, y, shape: "box" };
    });
    const between = new Map();
    for (const place of app.view.edges) {
      const edge = model.edges[place];
      const [from, to] = [keyOf(edge.subject), keyOf(edge.object)];
      if (from !== to)
        between.set(`${from}>${to}`, (between.get(`${from}>${to}`) || 0) + edge.statements.length);
    }
    const strongest = [...between]
      .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
      .slice(0, MOST_EDGES);
    const edges = strongest.map(([ends, count]) => {
      const [from, to] = ends.split(">");
      return {
        id: ends,
        from,
        to,
        arrows: "to",
        width: 0.5 + Math.log10(count),
        color: { color: app.drawing.colours["node-line"], opacity: 0.4 },
        smooth: false,
      };
    });
    return { nodes, edges };
  };

  /** Puts bodies in rings around the first of them, the nearest neighbours innermost. */
  const rings = (bodies, edges) => {
    const near = new Map(bodies.map((body) => [body, []]));
    for (const place of edges) {
      const { subject, object } = model.edges[place];
      near.get(subject).push(object);
      near.get(object).push(subject);
    }
    const order = [];
    const waiting = new Set(bodies);
    for (const start of bodies) {
      if (!waiting.delete(start)) continue;
      const queue = [start];
      for (let at = 0; at < queue.length; at += 1) {
        order.push(queue[at]);
        for (const other of near.get(queue[at])) if (waiting.delete(other)) queue.push(other);
      }
    }
    const places = new Map([[order[0], [0, 0]]]);
    let ring = 1;
    for (let at = 1; at < order.length; ) {
      const radius = ring * 125;
      const room = Math.max(
        1,
        Math.min(order.length - at, Math.floor((2 * Math.PI * radius) / 175)),
      );
      for (let step = 0; step < room; step += 1) {
        const angle = (2 * Math.PI * step) / room + ring * 0.4;
        places.set(order[at + step], [
          Math.round(1.5 * radius * Math.cos(angle)),
          Math.round(radius * Math.sin(angle)),
        ]);
      }
      at += room;
      ring += 1;
    }
    return places;
  };

  /** Puts the bodies of a path one after the other, stepping down. */
  const steps = (path) =>
    new Map(
      [path.from, ...path.hops.map((hop) => hop.to)].map((body, at) => [
        body,
        [at * 190, at * 110],
      ]),
    );

  /** The nodes and edges to draw for some bodies; both come with the data, the places are found here. */
  overview.part = (bodies, edges) => {
    const { path } = app.view.selected;
    const places = path?.hops.length ? steps(path) : rings(bodies, edges);
    return {
      nodes: bodies.map((id) => {
        const [x, y] = places.get(id);
        return { ...app.data.network.nodes[id], x, y };
      }),
      edges: edges.map((id) => app.data.network.edges[id]),
    };
  };

  /** What of the view is drawn: all of it, its groups, or the part that is selected; sets `view.drawn`. */
  overview.choose = (view) => {
    if (!overview.wanted()) {
      view.drawn = { how: "all", bodies: view.bodies, edges: view.edges };
      return;
    }
    const { selected } = view;
    const lit = selected.kind && selected.kind !== "group" && selected.bodies.size;
    if (!lit && (view.bodies.size > MOST || !overview.needed)) {
      view.drawn = { how: "groups", bodies: new Set(), edges: new Set() };
      return;
    }
    const first = selected.kind === "body" ? [selected.body] : [];
    const bodies = new Set([...first, ...(lit ? selected.bodies : view.bodies)].slice(0, MOST + 1));
    const edges = new Set();
    for (const body of bodies) {
      for (const place of model.edgesOf[body]) {
        const edge = model.edges[place];
        if (view.edges.has(place) && bodies.has(edge.subject) && bodies.has(edge.object))
          edges.add(place);
      }
    }
    view.drawn = { how: "part", bodies, edges };
  };
})();
