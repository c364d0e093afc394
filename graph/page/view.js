/**
 * From the state to what is seen: which statements pass the filters, and what is selected among them.
 *
 * `app.view` is computed anew after each change, before the panels draw it:
 * - `passes[statement]`, `edges`, `bodies` (sets): what the filters leave;
 * - `facets`: for each filter, how many statements each value would leave, all other filters applied;
 * - `selected`: what is lit: sets of `bodies`, `edges`, `statements`, and the `provision` to scroll to;
 * - `drawn`: which of these bodies and edges the drawing shows.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;

  const chapterOf = model.statements.map((statement) =>
    statement.document < 0
      ? -1
      : model.above(statement.document, statement.article, ["chapter", "part", "section"]),
  );

  /** The values of a statement for each filter. */
  const FACETS = {
    relation: (statement) => [model.relations[statement.relation].name],
    modality: (statement) => [statement.modality],
    within: (statement, place) => {
      if (statement.document < 0 || statement.article < 0) return [];
      const prefix = model.documents.length > 1 ? `${statement.document}:` : "";
      const ids = [
        `${prefix}${model.documents[statement.document].provisions[statement.article].id}`,
      ];
      if (chapterOf[place] >= 0) {
        ids.push(`${prefix}${model.documents[statement.document].provisions[chapterOf[place]].id}`);
      }
      return ids;
    },
    kind: (statement) => [
      ...new Set(
        [statement.subject, statement.object].map(
          (body) => app.data.kinds[model.bodies[body].kind].name,
        ),
      ),
    ],
    files: (statement) =>
      statement.document < 0 ? [] : [model.documents[statement.document].name],
    origin: (statement) => [statement.inferred ? "inferred" : "stated"],
  };
  const NAMES = Object.keys(FACETS);
  // Statements of equal values share one list of them: there may be a hundred thousand.
  const values = NAMES.map((name) => {
    const lists = new Map();
    return model.statements.map((statement, place) => {
      const found = FACETS[name](statement, place);
      const key = found.join("\n");
      if (!lists.has(key)) lists.set(key, found);
      return lists.get(key);
    });
  });

  /** The place of a provision by its id, of the one document or `document:id`. */
  app.findProvision = (key, documentName) => {
    const named = documentName ? model.documents.findIndex((one) => one.name === documentName) : 0;
    const document = named < 0 ? 0 : named;
    const place = model.documents[document].provisions.findIndex((one) => one.id === key);
    return place < 0 ? null : { document, place };
  };

  const findArticle = (key, documentName) => {
    const wanted = model.documents.findIndex((one) => one.name === documentName);
    const document = Math.max(wanted, 0);
    if (!model.documents.length) return null;
    const place = model.documents[document].provisions.findIndex(
      (one) =>
        (one.kind === "article" || one.kind === "preamble") &&
        (one.key === key || one.label === key),
    );
    return place < 0 ? null : { document, place };
  };

  const near = (passes) => {
    const start = app.state.near ? model.findBody(app.state.near) : undefined;
    if (start === undefined) return null;
    const reached = new Map([[start, 0]]);
    const queue = [start];
    const limit = Math.max(1, Number(app.state.steps) || 1);
    for (let at = 0; at < queue.length; at += 1) {
      const body = queue[at];
      if (reached.get(body) >= limit) continue;
      for (const place of model.edgesOf[body]) {
        const edge = model.edges[place];
        const other = edge.subject === body ? edge.object : edge.subject;
        if (reached.has(other) || !edge.statements.some((one) => passes[one])) continue;
        reached.set(other, reached.get(body) + 1);
        queue.push(other);
      }
    }
    return reached;
  };

  const filter = () => {
    const wanted = NAMES.map(app.chosen);
    const facets = Object.fromEntries(NAMES.map((name) => [name, new Map()]));
    const passes = new Uint8Array(model.statements.length);
    for (let place = 0; place < passes.length; place += 1) {
      let failed = -1;
      let failures = 0;
      for (let at = 0; at < NAMES.length && failures < 2; at += 1) {
        if (wanted[at].size && !values[at][place].some((value) => wanted[at].has(value))) {
          failed = at;
          failures += 1;
        }
      }
      if (failures === 0) passes[place] = 1;
      // A value's count is what choosing it would leave: statements that fail no other filter.
      for (let at = 0; at < NAMES.length; at += 1) {
        if (failures === 0 || (failures === 1 && failed === at)) {
          for (const value of values[at][place]) {
            facets[NAMES[at]].set(value, (facets[NAMES[at]].get(value) || 0) + 1);
          }
        }
      }
    }
    return { passes, facets };
  };

  const visible = (passes) => {
    const reached = near(passes);
    const edges = new Set();
    const bodies = new Set(reached ? reached.keys() : []);
    model.edges.forEach((edge, place) => {
      if (reached && !(reached.has(edge.subject) && reached.has(edge.object))) {
        for (const statement of edge.statements) passes[statement] = 0;
        return;
      }
      if (!edge.statements.some((one) => passes[one])) return;
      edges.add(place);
      bodies.add(edge.subject).add(edge.object);
    });
    if (!app.filtered())
      for (let place = 0; place < model.bodies.length; place += 1) bodies.add(place);
    return { edges, bodies, reached };
  };

  const lightEdges = (lit, edges) => {
    for (const place of edges) {
      const edge = model.edges[place];
      lit.edges.add(place);
      lit.bodies.add(edge.subject).add(edge.object);
      for (const statement of edge.statements) lit.statements.add(statement);
    }
  };

  const select = (view) => {
    const { state } = app;
    const lit = {
      kind: null,
      bodies: new Set(),
      edges: new Set(),
      statements: new Set(),
      provision: null,
    };
    const shown = (edges) => edges.filter((place) => view.edges.has(place));
    if (state.path) {
      lit.kind = "path";
      lit.path = app.findPath(state.path, state.way === "any", view.edges);
      for (const hop of lit.path.hops) lightEdges(lit, hop.edges);
      for (const end of [lit.path.from, lit.path.to]) if (end !== undefined) lit.bodies.add(end);
    } else if (state.body) {
      const body = model.findBody(state.body);
      if (body === undefined) return lit;
      lit.kind = "body";
      lit.body = body;
      lit.bodies.add(body);
      lightEdges(lit, shown(model.edgesOf[body]));
    } else if (state.statement) {
      const places = state.statement
        .split(",")
        .map(model.findStatement)
        .filter((one) => one !== undefined);
      if (!places.length) return lit;
      lit.kind = "statements";
      lit.chosen = places;
      lightEdges(lit, [...new Set(places.map((one) => model.statements[one].edge))]);
      const edges = [...lit.edges];
      // An edge was chosen when all that it says is chosen: then all of it is lit, else only these statements.
      lit.edge =
        edges.length === 1 && places.length === model.edges[edges[0]].statements.length
          ? edges[0]
          : null;
      lit.statements = new Set(places);
      const first = model.statements[places[0]];
      lit.provision = { document: first.document, place: first.provision };
    } else if (state.article || state.provision) {
      const found = state.article
        ? findArticle(state.article, state.document)
        : app.findProvision(state.provision, state.document);
      if (!found) return lit;
      lit.kind = "provision";
      lit.provision = found;
      const places = model
        .statementsWithin(found.document, found.place)
        .filter((one) => view.passes[one]);
      lightEdges(lit, [...new Set(places.map((one) => model.statements[one].edge))]);
      lit.statements = new Set(places);
    } else if (state.group) {
      lit.kind = "group";
      lit.group = state.group;
    }
    return lit;
  };

  /** Computes `app.view` from the state. */
  app.computeView = () => {
    const view = filter();
    Object.assign(view, visible(view.passes));
    view.shownStatements = view.passes.reduce((sum, one) => sum + one, 0);
    view.selected = select(view);
    app.view = view;
    app.overview.choose(view);
    return view;
  };

  /** What to select for a provision: its article number where that says it, else its id. */
  app.provisionChoice = (document, place) => {
    const provision = model.documents[document].provisions[place];
    const name = model.documents.length > 1 ? model.documents[document].name : null;
    if (provision.kind === "article" || provision.kind === "preamble") {
      const first = model.documents[document].provisions.find(
        (one) => (one.kind === "article" || one.kind === "preamble") && one.key === provision.key,
      );
      if (first === provision) return { article: provision.key, document: name };
    }
    return { provision: provision.id, document: name };
  };

  /** What to select for some statements (places). */
  app.statementChoice = (places) => ({
    statement: places.map((one) => model.statements[one].id).join(","),
  });
})();
