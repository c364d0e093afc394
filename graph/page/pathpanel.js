/**
 * Asking for the path between two bodies, and its proof hop by hop.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const pathpanel = {};
  app.pathpanel = pathpanel;
  let chosen = { from: "", to: "" };

  const ask = (way) => {
    if (!chosen.from || !chosen.to) return;
    app.select({ path: app.join([key(chosen.from), key(chosen.to)]), way: way || app.state.way });
  };

  const key = (name) => {
    const found = model.findBody(name);
    return found === undefined ? name : model.bodyKey(found);
  };

  /** Takes a body as one end (`from`, `to`) and opens the panel; with both ends the path is looked for. */
  pathpanel.choose = (end, name) => {
    chosen = { ...chosen, [end]: name };
    app.panels.show("path");
    if (chosen.from && chosen.to) ask();
    else pathpanel.update();
  };

  const hop = (step, at) => {
    const groups = step.edges.map((id) => {
      const edge = model.edges[id];
      const backwards = edge.subject !== step.from && !model.relations[edge.relation].symmetric;
      return app.el(
        "section",
        { class: "relations", style: { "--c": model.relations[edge.relation].colour } },
        app.el(
          "p",
          { class: "triple" },
          app.bodyLink(edge.subject),
          " ",
          app.el(
            "span",
            { class: "inked", style: app.inked(edge.relation) },
            `${model.edgeLabel(edge)}${backwards ? " ←" : ""}`,
          ),
          " ",
          app.bodyLink(edge.object),
        ),
        app.el(
          "ul",
          { class: "proof" },
          ...edge.statements
            .filter((one) => app.view.passes[one])
            .map((one) => app.el("li", null, app.placeLink(one), " ", ...app.grounds(one))),
        ),
      );
    });
    return app.el(
      "li",
      { class: "hop" },
      app.el(
        "h3",
        null,
        app.t("hop", at + 1),
        " ",
        app.name(model.bodies[step.from].name),
        " → ",
        app.name(model.bodies[step.to].name),
      ),
      ...groups,
    );
  };

  /** Where else a path may be found: among what the filters, or their absence, leave out. */
  const more = () => {
    const offer = (words, act) =>
      app.el("button", { type: "button", class: "small", onclick: act }, app.t(words));
    return app.el(
      "p",
      { class: "actions" },
      app.filtered() ? offer("reset", app.clearFilters) : null,
      app.hidesInferred() ? offer("pathInferred", () => app.showInferred(true)) : null,
    );
  };

  const answer = () => {
    const { path } = app.view.selected;
    if (!path) return [app.el("p", { class: "lead" }, app.t("pathLead"))];
    if (path.from === undefined || path.to === undefined) {
      return [
        app.el(
          "p",
          { class: "lead" },
          app.t("pathUnknown", path.names[path.from === undefined ? 0 : 1] || ""),
        ),
      ];
    }
    if (path.from === path.to) return [app.el("p", { class: "lead" }, app.t("pathSame"))];
    if (!path.hops.length) return [app.el("p", { class: "lead" }, app.t("pathNone")), more()];
    return [
      app.el(
        "p",
        { class: "quiet", id: "path-length" },
        app.t("pathFound", path.hops.length, path.count),
      ),
      app.el("ol", { class: "hops" }, ...path.hops.map(hop)),
    ];
  };

  /** Writes the panel. */
  pathpanel.update = () => {
    const { path } = app.view.selected;
    if (path) chosen = { from: nameOf(path, 0), to: nameOf(path, 1) };
    const field = (id, label, end) =>
      app.bodyField(id, label, chosen[end], (value) => {
        chosen = { ...chosen, [end]: value };
      });
    const way = (value, label) => {
      const radio = app.el("input", {
        type: "radio",
        name: "way",
        value,
        onchange: () => (app.state.path ? app.change({ way: value || null }) : ask(value || null)),
      });
      radio.checked = (app.state.way || "") === value;
      return app.el("label", null, radio, ` ${label}`);
    };
    const focused = app.byId("path").contains(document.activeElement)
      ? document.activeElement
      : null;
    app.byId("path").replaceChildren(
      app.el(
        "form",
        {
          class: "path-form",
          onsubmit: (event) => {
            event.preventDefault();
            chosen = { from: app.byId("path-from").value, to: app.byId("path-to").value };
            ask();
          },
        },
        field("path-from", app.t("from"), "from"),
        field("path-to", app.t("to"), "to"),
        app.el(
          "p",
          { class: "ways" },
          way("", app.t("directed")),
          " ",
          way("any", app.t("undirected")),
        ),
        app.el(
          "p",
          { class: "actions" },
          app.el(
            "button",
            { type: "submit", class: "small main", id: "path-find" },
            app.t("findPath"),
          ),
          app.el(
            "button",
            {
              type: "button",
              class: "small",
              id: "path-swap",
              onclick: () => {
                chosen = { from: chosen.to, to: chosen.from };
                if (app.state.path) ask();
                else pathpanel.update();
              },
            },
            app.t("swap"),
          ),
          app.el(
            "button",
            {
              type: "button",
              class: "small",
              id: "path-clear",
              onclick: () => {
                chosen = { from: "", to: "" };
                if (app.state.path) app.select({});
                else pathpanel.update();
              },
            },
            app.t("clear"),
          ),
        ),
      ),
      ...answer(),
    );
    if (focused) again(focused).focus({ preventScroll: true });
  };

  /** What was found, in a few words. */
  pathpanel.summary = () => {
    const said = app.byId("path").querySelector("#path-length, .lead");
    return `${chosen.from} → ${chosen.to}：${said ? said.textContent : ""}`;
  };

  /** The element that stands now where one stood that had the focus, else the panel. */
  const again = ({ id, name, value }) => {
    const panel = app.byId("path");
    const same = [...panel.querySelectorAll("input, button")].find(
      (one) => (id && one.id === id) || (!id && name && one.name === name && one.value === value),
    );
    return same || panel;
  };

  const nameOf = (path, end) => {
    const place = end ? path.to : path.from;
    return place === undefined ? path.names[end] || "" : model.bodies[place].name;
  };
})();
