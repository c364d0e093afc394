/**
 * What is selected: a body with all it is related to, an edge with its statements, a provision with what it states.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const detail = {};
  app.detail = detail;

  const heading = (...content) => app.el("h2", null, ...content);

  const body = (place) => {
    const one = model.bodies[place];
    const key = model.bodyKey(place);
    return [
      heading(app.name(one.name)),
      app.el(
        "p",
        { class: "quiet" },
        model.kindLabel(one.kind),
        one.document >= 0 ? ` · ${app.t("relativeName")}` : "",
      ),
      one.others.length
        ? app.el(
            "p",
            { class: "fact" },
            app.el("span", { class: "quiet" }, `${app.t("alsoNamed")} `),
            app.name(one.others.join("、")),
          )
        : null,
      app.el(
        "p",
        { class: "actions" },
        app.el(
          "button",
          {
            type: "button",
            class: "small",
            onclick: () => app.change({ near: key, steps: app.state.steps || "1" }),
          },
          app.t("showNeighbourhood"),
        ),
        app.el(
          "button",
          { type: "button", class: "small", onclick: () => app.pathpanel.choose("from", one.name) },
          app.t("pathFrom"),
        ),
        app.el(
          "button",
          { type: "button", class: "small", onclick: () => app.pathpanel.choose("to", one.name) },
          app.t("pathTo"),
        ),
      ),
      ...groups(place),
    ];
  };

  /** The edges of a body by relation and direction: what it leads, what leads it, … */
  const groups = (place) => {
    const grouped = new Map();
    for (const id of model.edgesOf[place]) {
      if (!app.view.edges.has(id)) continue;
      const edge = model.edges[id];
      const backwards =
        edge.object === place &&
        edge.subject !== place &&
        !model.relations[edge.relation].symmetric;
      const key = `${String(edge.relation).padStart(3, "0")}|${backwards ? 1 : 0}|${edge.denied ? 1 : 0}`;
      if (!grouped.has(key))
        grouped.set(key, { relation: edge.relation, backwards, denied: edge.denied, edges: [] });
      grouped.get(key).edges.push(id);
    }
    const ids = model.edgesOf[place];
    const rest = left(ids.flatMap((id) => model.edges[id].statements));
    if (!grouped.size) return [app.el("p", { class: "quiet" }, app.t("noStatements")), ...rest];
    const sections = [...grouped.keys()].sort().map((key) => {
      const group = grouped.get(key);
      return app.el(
        "section",
        { class: "relations", style: { "--c": model.relations[group.relation].colour } },
        app.el(
          "h3",
          null,
          app.swatch(group.relation),
          `${group.denied ? app.t("notWord") : ""}${model.relationLabel(group.relation, group.backwards)}`,
          app.el("span", { class: "count" }, String(group.edges.length)),
        ),
        app.longList(group.edges, (id) => relative(id, place), null, 40),
      );
    });
    return [...sections, ...rest];
  };

  /** How many of some statements are not shown, why, and how to see them. */
  const left = (statements) => {
    const hidden = statements.filter((one) => !app.view.passes[one]);
    const inferred = app.hidesInferred()
      ? hidden.filter((one) => model.statements[one].inferred).length
      : 0;
    const line = (count, words, does, act) =>
      count
        ? app.el(
            "p",
            { class: "quiet left" },
            app.t(words, count),
            " ",
            app.el("button", { type: "button", class: "small", onclick: act }, app.t(does)),
          )
        : null;
    return [
      line(hidden.length - inferred, "filterHides", "showAll", app.clearFilters),
      line(inferred, "inferredHidden", "showInferred", () => app.showInferred(true)),
    ];
  };

  const relative = (id, place) => {
    const edge = model.edges[id];
    const other = edge.subject === place ? edge.object : edge.subject;
    const shown = edge.statements.filter((one) => app.view.passes[one]);
    const labels = [...new Set(shown.map(model.statementLabel))];
    return app.el(
      "li",
      null,
      app.el(
        "button",
        {
          type: "button",
          class: "row",
          onclick: () => app.select(app.statementChoice(edge.statements)),
        },
        app.el(
          "span",
          { class: "row-name" },
          app.name(other === place ? app.t("selfLoop") : model.bodies[other].name),
        ),
        app.el("span", { class: "where" }, app.name(labels.join("、"))),
      ),
    );
  };

  const statements = (selected) => {
    const places = selected.chosen;
    const edge =
      selected.edge !== null && selected.edge !== undefined ? model.edges[selected.edge] : null;
    const title = edge
      ? [
          app.name(model.bodies[edge.subject].name),
          " ",
          app.el(
            "span",
            { class: "inked", style: app.inked(edge.relation) },
            model.edgeLabel(edge),
          ),
          " ",
          app.name(model.bodies[edge.object].name),
        ]
      : [app.t("statementsHere", places.length)];
    return [
      heading(...title),
      edge ? app.el("p", { class: "quiet" }, app.t("statementsHere", places.length)) : null,
      app.longList(places, app.statementItem, { class: "statements" }),
      edge ? parallel(edge) : null,
    ];
  };

  /** The other edges between the same two bodies. */
  const parallel = (edge) => {
    const others = model.edgesOf[edge.subject].filter(
      (id) =>
        id !== edge.id &&
        app.view.edges.has(id) &&
        [model.edges[id].subject, model.edges[id].object].includes(edge.object) &&
        (edge.subject !== edge.object || model.edges[id].subject === model.edges[id].object),
    );
    if (!others.length) return null;
    return app.el(
      "section",
      { class: "relations" },
      app.el("h3", null, `${model.bodies[edge.subject].name} · ${model.bodies[edge.object].name}`),
      app.el(
        "ul",
        null,
        ...others.map((id) =>
          app.el(
            "li",
            null,
            app.el(
              "button",
              {
                type: "button",
                class: "row",
                onclick: () => app.select(app.statementChoice(model.edges[id].statements)),
              },
              app.el(
                "span",
                { class: "row-name" },
                app.swatch(model.edges[id].relation),
                `${model.edges[id].subject === edge.subject ? "→ " : "← "}${model.edgeLabel(model.edges[id])}`,
              ),
              app.el(
                "span",
                { class: "where" },
                model.edges[id].statements.map(model.statementLabel).join("、"),
              ),
            ),
          ),
        ),
      ),
    );
  };

  const provision = (selected) => {
    const { document, place } = selected.provision;
    const one = model.documents[document].provisions[place];
    const places = [...selected.statements];
    return [
      heading(
        app.name(model.fullLabel(document, place)),
        one.heading ? app.name(` ${one.heading}`) : null,
      ),
      model.documents.length > 1
        ? app.el("p", { class: "quiet" }, app.name(`《${model.documents[document].title}》`))
        : null,
      app.el(
        "p",
        { class: "quiet" },
        `${app.t("inThisProvision")} · ${app.t("statementsHere", places.length)}`,
      ),
      places.length
        ? app.longList(places, app.statementItem, { class: "statements" })
        : app.el("p", null, app.t("noStatements")),
      ...left(model.statementsWithin(document, place)),
    ];
  };

  const row = (words, note, choose) =>
    app.el(
      "li",
      null,
      app.el(
        "button",
        { type: "button", class: "row", onclick: choose },
        app.el("span", { class: "row-name" }, app.name(words)),
        app.el("span", { class: "where" }, note),
      ),
    );

  const linked = (place) => model.edgesOf[place].filter((id) => app.view.edges.has(id)).length;

  const bodyRow = (place) =>
    row(model.bodies[place].name, app.t("links", linked(place)), () =>
      app.select({ body: model.bodyKey(place) }),
    );

  const groupRow = ([key, words, count]) =>
    row(words, app.t("groupSize", count), () => app.select({ group: key }));

  const group = (key) => {
    const found = app.overview.bodiesOf(key);
    const list = app.overview.isCoarse(key)
      ? app.longList(app.overview.partsOf(key), groupRow, { class: "plain" })
      : app.longList(found, bodyRow, { class: "plain" });
    return [
      heading(app.name(app.overview.labelOf(key))),
      app.el("p", { class: "quiet" }, app.t("groupSize", found.length)),
      list,
    ];
  };

  const nothing = () => {
    const links = new Map([...app.view.bodies].map((place) => [place, linked(place)]));
    const most = [...links.keys()]
      .sort((one, other) => links.get(other) - links.get(one) || one - other)
      .slice(0, 12);
    const groups =
      app.view.drawn.how === "groups"
        ? app.el(
            "section",
            { class: "relations", id: "groups" },
            app.el("h3", null, app.t("layoutGroups")),
            app.longList(
              app.overview.drawn().map(([key, count]) => [key, app.overview.labelOf(key), count]),
              groupRow,
            ),
          )
        : null;
    return [
      app.el("p", { class: "lead" }, app.t("nothingSelected")),
      groups,
      app.el(
        "section",
        { class: "relations" },
        app.el("h3", null, app.t("mostLinked")),
        app.el("ul", null, ...most.map(bodyRow)),
      ),
    ];
  };

  /** Writes what is selected. */
  detail.update = () => {
    const { selected } = app.view;
    const content =
      {
        body: () => body(selected.body),
        statements: () => statements(selected),
        provision: () => provision(selected),
        group: () => group(selected.group),
      }[selected.kind] || nothing;
    const panel = app.byId("detail");
    const within = panel.contains(document.activeElement);
    panel.replaceChildren(...content().filter(Boolean));
    panel.scrollTop = 0;
    // What had the focus is gone: the keyboard goes on from here.
    if (within) panel.focus({ preventScroll: true });
  };

  /** What is selected, in a few words for those who do not see it. */
  detail.summary = () =>
    [...app.byId("detail").querySelectorAll("h2, h2 + .quiet")]
      .map((element) => element.textContent)
      .join("，");
})();
