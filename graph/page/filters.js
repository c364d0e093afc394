/**
 * The legend, which is the filter of relations, the other filters, and the line that says what they hide.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const filters = {};
  app.filters = filters;

  // The relations that a text states; others are in the legend once what follows is shown.
  const stated = new Set(
    model.statements.filter((one) => !one.inferred || !model.mixed).map((one) => one.relation),
  );

  const legend = () => {
    const chosen = app.chosen("relation");
    const counts = app.view.facets.relation;
    const places = [...model.relations.keys()].filter(
      (place) =>
        stated.has(place) || chosen.has(model.relations[place].name) || !app.hidesInferred(),
    );
    app.byId("legend").replaceChildren(
      ...places.map((place) => {
        const relation = model.relations[place];
        return app.el(
          "li",
          null,
          app.el(
            "button",
            {
              type: "button",
              class: "chip",
              "aria-pressed": String(chosen.has(relation.name)),
              "data-relation": relation.name,
              "data-faded": chosen.size && !chosen.has(relation.name) ? "yes" : null,
              disabled: !chosen.has(relation.name) && !counts.get(relation.name),
              onclick: () => app.toggle("relation", relation.name),
            },
            app.swatch(place),
            model.relationLabel(place),
            app.el("span", { class: "count" }, String(counts.get(relation.name) || 0)),
          ),
        );
      }),
      ...lineKinds(),
    );
  };

  /** What broken lines mean, where there are any. */
  const lineKinds = () => {
    const note = (name, word) =>
      app.el("li", { class: "line-kind" }, app.el("span", { class: `line ${name}` }), word);
    return [
      model.edges.some((edge) => edge.denied) ? note("denied", `✕ ${app.t("denied")}`) : null,
      model.inferred && !app.hidesInferred() ? note("inferred", app.t("inferred")) : null,
    ].filter(Boolean);
  };

  const shown = () => {
    const { view } = app;
    const numbers = {
      bodies: model.bodies.length,
      statements: model.statements.length - (app.hidesInferred() ? model.inferred : 0),
      shownBodies: view.bodies.size,
      shownStatements: view.shownStatements,
      groups: view.groups,
      coarse: view.groups > 0 && app.overview.drawn().some(([key]) => app.overview.isCoarse(key)),
    };
    const words =
      view.drawn.how === "part" && view.bodies.size > view.drawn.bodies.size
        ? app.t("shownPart", { ...numbers, drawn: view.drawn.bodies.size })
        : view.groups
          ? app.t("shownGroups", numbers)
          : app.filtered()
            ? app.t("shownSome", numbers)
            : app.t("shownAll", numbers);
    app
      .byId("shown")
      .replaceChildren(
        words,
        app.filtered()
          ? app.el(
              "button",
              { type: "button", class: "small", id: "show-all", onclick: app.clearFilters },
              app.t("showAll"),
            )
          : "",
        ...origins(),
      );
  };

  /** What is said of the consequences: how many are hidden, or among what is seen; and the switch. */
  const origins = () => {
    if (!model.mixed) return [];
    const hidden = app.hidesInferred();
    const count = app.view.facets.origin.get("inferred") || 0;
    if (!count) return [];
    return [
      app.el(
        "span",
        { class: "origins" },
        app.t(hidden ? "inferredHidden" : "inferredShown", count),
      ),
      app.el(
        "button",
        {
          type: "button",
          class: "small",
          id: "switch-inferred",
          onclick: () => app.showInferred(hidden),
        },
        app.t(hidden ? "showInferred" : "hideInferred"),
      ),
    ];
  };

  const choice = (name, value, label, extra) => {
    const chosen = app.chosen(name).has(value);
    const count = app.view.facets[name].get(value) || 0;
    return app.el(
      "li",
      { class: extra || null },
      app.el(
        "label",
        { class: count || chosen ? null : "none" },
        app.el("input", {
          type: "checkbox",
          "data-filter": name,
          value,
          onchange: () => app.toggle(name, value),
        }),
        app.el("span", { class: "row-name" }, ...label),
        app.el("span", { class: "count" }, String(count)),
      ),
    );
  };

  /** A filter with its values; those of a folded one are made when it is opened. */
  const box = (title, name, make, open) => {
    const list = app.el("ul", null);
    const details = app.el(
      "details",
      { class: "facet", "data-facet": name },
      app.el("summary", null, title),
      list,
    );
    details.open = filters.open.has(name) ? filters.open.get(name) : open;
    const fill = () => {
      if (!details.open || list.firstChild) return;
      list.append(...make());
      for (const input of list.querySelectorAll("input"))
        input.checked = app.chosen(name).has(input.value);
    };
    fill();
    details.addEventListener("toggle", () => {
      filters.open.set(name, details.open);
      fill();
    });
    return details;
  };
  filters.open = new Map();

  const provisions = () =>
    model.documents.flatMap((document, at) =>
      document.provisions.flatMap((provision, place) => {
        if (!["part", "chapter", "section", "article", "preamble"].includes(provision.kind))
          return [];
        const value = (model.documents.length > 1 ? `${at}:` : "") + provision.id;
        if (!app.view.facets.within.has(value) && !app.chosen("within").has(value)) return [];
        const under = model.above(at, provision.parent, ["chapter", "part", "section"]) >= 0;
        const label = model.provisionLabel(at, place);
        const title =
          model.documents.length > 1 && provision.kind !== "article" ? `《${document.title}》` : "";
        return [
          choice(
            "within",
            value,
            [
              app.name(`${title}${label}`),
              provision.heading && provision.heading !== label
                ? app.name(` ${provision.heading}`)
                : null,
            ],
            under ? "under" : null,
          ),
        ];
      }),
    );

  const bodyField = (id, label, value, onpick) => {
    const field = app.el("input", {
      id,
      list: "body-names",
      value: value || "",
      autocomplete: "off",
      spellcheck: "false",
    });
    field.addEventListener("change", () => onpick(field.value));
    return app.el("label", { class: "field" }, app.el("span", { class: "quiet" }, label), field);
  };
  app.bodyField = bodyField;

  const neighbourhood = () => {
    const steps = app.el(
      "select",
      { id: "near-steps", onchange: (event) => app.change({ steps: event.target.value }) },
      ...[1, 2, 3, 4].map((n) => app.el("option", { value: String(n) }, app.t("steps", n))),
    );
    steps.value = app.state.steps || "1";
    steps.setAttribute("aria-label", app.t("neighbourhood"));
    return app.el(
      "div",
      { class: "facet near" },
      bodyField("near-body", app.t("neighbourhoodOf"), app.state.near, (value) => {
        const found = model.findBody(value);
        app.change(
          found === undefined
            ? { near: null, steps: null }
            : { near: model.bodyKey(found), steps: steps.value },
        );
      }),
      steps,
    );
  };

  const panel = () => {
    const focused = document.activeElement;
    const holder = app.byId("filters");
    const again =
      holder.contains(focused) && focused.tagName === "INPUT" && focused.type === "checkbox"
        ? [focused.dataset.filter, focused.value]
        : null;
    const { facets } = app.view;
    const kinds = app.data.kinds
      .map((kind, place) => ({ ...kind, place }))
      .filter((kind) => facets.kind.has(kind.name) || app.chosen("kind").has(kind.name));
    holder.replaceChildren(
      ...[
        app.el(
          "p",
          { class: "actions" },
          app.el(
            "button",
            {
              type: "button",
              class: "small",
              disabled: !app.filtered(),
              onclick: app.clearFilters,
            },
            app.t("reset"),
          ),
        ),
        neighbourhood(),
        model.documents.length > 1
          ? box(
              app.t("document"),
              "files",
              () => model.documents.map((one) => choice("files", one.name, [app.name(one.title)])),
              true,
            )
          : null,
        box(
          app.t("modality"),
          "modality",
          () =>
            ["obligation", "permission", "prohibition", "declaration"]
              .filter((name) => facets.modality.has(name) || app.chosen("modality").has(name))
              .map((name) => choice("modality", name, [app.t(name)])),
          true,
        ),
        box(
          app.t("bodyKind"),
          "kind",
          () => kinds.map((kind) => choice("kind", kind.name, [model.kindLabel(kind.place)])),
          true,
        ),
        box(app.t("provision"), "within", provisions, model.documents.length === 1),
        box(
          app.t("relation"),
          "relation",
          () =>
            model.relations.map((relation, place) =>
              choice("relation", relation.name, [app.swatch(place), model.relationLabel(place)]),
            ),
          false,
        ),
        model.statements.some((one) => one.inferred)
          ? box(
              app.t("origin"),
              "origin",
              () => ["stated", "inferred"].map((name) => choice("origin", name, [app.t(name)])),
              true,
            )
          : null,
      ].filter(Boolean),
    );
    if (again) {
      const same = [...holder.querySelectorAll("input")].find(
        (one) => one.dataset.filter === again[0] && one.value === again[1],
      );
      if (same) same.focus();
    }
  };

  /** Writes the legend, the line below the graph and, where it is seen, the panel of filters. */
  filters.update = () => {
    const active = document.activeElement;
    const relation = active?.dataset?.relation;
    legend();
    if (relation)
      app
        .byId("legend")
        .querySelector(`[data-relation="${CSS.escape(relation)}"]`)
        ?.focus();
    shown();
    if (!app.byId("filters").hidden) panel();
  };

  /** The names that fields offer; made once, in the order of the data. */
  filters.start = () => {
    const list = app.el("datalist", { id: "body-names" });
    list.append(
      ...model.bodies.slice(0, 3000).map((body) => app.el("option", { value: body.name })),
    );
    document.body.append(list);
  };
})();
