/**
 * The tooltip of the drawing: what an edge states, where, and in which words.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const MOST = 4;
  const LONGEST = 160;

  const cut = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

  const show = (event, ...children) => {
    const box = app.byId("tooltip");
    box.replaceChildren(...children);
    box.hidden = false;
    const frame = app.byId("graph-panel").getBoundingClientRect();
    const [x, y] = [event.clientX - frame.left, event.clientY - frame.top];
    const width = box.offsetWidth;
    const height = box.offsetHeight;
    box.style.left = `${Math.max(4, Math.min(x + 14, frame.width - width - 4))}px`;
    box.style.top = `${y + 18 + height > frame.height ? Math.max(4, y - height - 12) : y + 18}px`;
  };

  app.tooltip = {
    /** What one edge states: its relation, and for each statement article and quote. */
    edge: (place, event) => {
      const edge = model.edges[place];
      if (!edge || !event) return;
      const shown = edge.statements.filter((one) => app.view.passes[one]);
      const head = app.el(
        "p",
        { class: "tooltip-head" },
        app.name(model.bodies[edge.subject].name),
        " ",
        app.el("b", { class: "inked", style: app.inked(edge.relation) }, model.edgeLabel(edge)),
        " ",
        app.name(model.bodies[edge.object].name),
      );
      const lines = shown.slice(0, MOST).map((one) => {
        const statement = model.statements[one];
        return app.el(
          "p",
          null,
          app.el("span", { class: "where" }, model.statementLabel(one)),
          " ",
          statement.inferred
            ? app.el("span", null, app.ruleOf(statement))
            : app.el("q", null, app.name(cut(statement.quote))),
        );
      });
      if (shown.length > MOST)
        lines.push(app.el("p", { class: "quiet" }, app.t("moreShown", shown.length - MOST)));
      show(event, head, ...lines);
    },
    /** The whole name of a body, its other names, and how many relations it has. */
    body: (place, event) => {
      const body = model.bodies[place];
      if (!body || !event) return;
      show(
        event,
        app.el("p", { class: "tooltip-head" }, app.name(cut(body.name))),
        body.others.length
          ? app.el(
              "p",
              { class: "quiet" },
              `${app.t("alsoNamed")} `,
              app.name(cut(body.others.join("、"))),
            )
          : null,
        app.el(
          "p",
          { class: "quiet" },
          `${model.kindLabel(body.kind)} · ${app.t("links", model.edgesOf[place].filter((one) => app.view.edges.has(one)).length)}`,
        ),
      );
    },
    hide: () => {
      app.byId("tooltip").hidden = true;
    },
  };
})();
