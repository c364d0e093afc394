/**
 * Starts the page and leads each change to all that show it.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const panels = {};
  app.panels = panels;
  const root = document.documentElement;

  /** Shows a tab of the side panel (`detail`, `filters`, `path`) and unfolds the panel. */
  panels.show = (tab) => {
    root.dataset.side = "open";
    root.dataset.panel = "side";
    turnTo(tab);
    app.filters.update();
    resized();
  };

  const turnTo = (tab) => {
    root.dataset.tab = tab;
    for (const name of ["detail", "filters", "path"]) {
      app.byId(name).hidden = name !== tab;
      app.byId(`tab-${name}`).setAttribute("aria-selected", String(name === tab));
      app.byId(`tab-${name}`).tabIndex = name === tab ? 0 : -1;
    }
  };

  panels.fold = (name, fold) => {
    root.dataset[name] = fold ? "folded" : "open";
    for (const button of document.querySelectorAll(`[data-fold=${name}]`))
      button.setAttribute("aria-expanded", String(!fold));
    resized();
  };

  /** The drawing takes its new room; what is selected stays in sight. */
  const resized = () => {
    const { network } = app.drawing;
    if (!network) return;
    network.setSize("100%", "100%");
    network.redraw();
    if (app.view.selected.kind) app.drawing.reveal();
    else if (!app.drawing.touched) app.drawing.fit();
  };

  const speak = () => {
    app.language = app.state.lang === "en" ? "en" : "zh";
    root.lang = app.language === "en" ? "en" : "zh-Hans";
    app.translate(document);
    app.byId("language").textContent = app.t("languageName");
    app.byId("counts").textContent = app.t("counts", app.model.counts);
    app.byId("theme").textContent = root.dataset.theme === "dark" ? "☀" : "☾";
    const dialog = app.byId("help-dialog");
    dialog.replaceChildren(
      app.el("h2", null, app.t("help")),
      app.el(
        "dl",
        null,
        ...app
          .t("helpLines")
          .flatMap(([what, does]) => [app.el("dt", null, what), app.el("dd", null, does)]),
      ),
      app.el(
        "button",
        { type: "button", class: "small main", onclick: () => dialog.close() },
        app.t("close"),
      ),
    );
  };

  const look = (theme) => {
    root.dataset.theme = theme;
    app.byId("theme").textContent = theme === "dark" ? "☀" : "☾";
    if (app.drawing.network) app.drawing.recolour();
  };

  const remember = (theme) => {
    try {
      localStorage.setItem("institution-graph-theme", theme);
    } catch {
      // A browser may keep nothing for files; the theme then lasts as long as the page.
      app.nothingKept = true;
    }
  };

  const remembered = () => {
    try {
      return localStorage.getItem("institution-graph-theme");
    } catch {
      return null;
    }
  };

  const TABS = {
    path: "path",
    body: "detail",
    statements: "detail",
    provision: "detail",
    group: "detail",
  };

  const update = (state, before) => {
    if (state.lang !== before.lang) {
      speak();
      app.text.write();
    }
    app.computeView();
    const { selected } = app.view;
    const chose = ["body", "statement", "article", "provision", "path", "group"].some(
      (name) => state[name] !== before[name],
    );
    app.drawing.update();
    app.text.update(chose);
    app.detail.update();
    app.pathpanel.update();
    if (chose && selected.kind) {
      const panel = root.dataset.panel;
      panels.show(TABS[selected.kind]);
      // On a phone one goes on looking at what one chose from; a line says what was chosen and leads to it.
      if (app.phone()) root.dataset.panel = panel;
    } else app.filters.update();
    if (chose && selected.kind) app.drawing.reveal();
    const words = selected.kind === "path" ? app.pathpanel.summary() : app.detail.summary();
    app.byId("chosen").hidden = selected.kind === null;
    app.byId("chosen").replaceChildren(app.name(words), " ›");
    if (chose && selected.kind) app.say(words);
    const layout = app.overview.needed ? "groups" : state.layout || "layered";
    for (const button of document.querySelectorAll("[data-layout]")) {
      button.disabled = app.overview.needed && button.dataset.layout !== "groups";
      button.setAttribute("aria-pressed", String(button.dataset.layout === layout));
    }
    mobileTabs();
  };

  const mobileTabs = () => {
    for (const button of document.querySelectorAll("#phone-tabs button")) {
      button.setAttribute("aria-pressed", String(button.dataset.panel === root.dataset.panel));
    }
  };

  const keys = (event) => {
    const typing = event.target.matches(
      "input:not([type=checkbox]):not([type=radio]), select, textarea",
    );
    if (event.key === "Escape" && !document.querySelector("dialog[open]")) {
      if (typing) event.target.blur();
      else app.select({});
    } else if (event.key === "/" && !typing) {
      app.byId("search").focus();
      event.preventDefault();
    } else if (event.key === "?" && !typing) app.byId("help-dialog").showModal();
  };

  const graphKeys = (event) => {
    const { network } = app.drawing;
    const step = 60 / network.getScale();
    const moves = {
      ArrowLeft: [-step, 0],
      ArrowRight: [step, 0],
      ArrowUp: [0, -step],
      ArrowDown: [0, step],
    };
    if (moves[event.key]) {
      const { x, y } = network.getViewPosition();
      app.drawing.touched = true;
      network.moveTo({ position: { x: x + moves[event.key][0], y: y + moves[event.key][1] } });
    } else if (event.key === "+" || event.key === "=") app.drawing.zoom(1.25);
    else if (event.key === "-") app.drawing.zoom(0.8);
    else if (event.key === "0") app.drawing.fit(true, true);
    else return;
    event.preventDefault();
  };

  const tabKeys = (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const names = ["detail", "filters", "path"];
    const next = names[(names.indexOf(event.target.dataset.tab) + step + 3) % 3];
    panels.show(next);
    app.byId(`tab-${next}`).focus();
  };

  const listen = () => {
    document.addEventListener("keydown", keys);
    app.byId("graph").addEventListener("keydown", graphKeys);
    app.byId("graph").addEventListener("mouseleave", app.tooltip.hide);
    document.querySelector("[role=tablist]").addEventListener("keydown", tabKeys);
    for (const button of document.querySelectorAll("[data-tab]")) {
      button.addEventListener("click", () => {
        panels.show(button.dataset.tab);
        // The button above the graph has gone: the tab takes its place.
        app.byId(`tab-${button.dataset.tab}`).focus();
        mobileTabs();
      });
    }
    // No links: an address of theirs would take the place of the page's state.
    for (const button of document.querySelectorAll("[data-skip]")) {
      button.addEventListener("click", () => {
        const side = button.dataset.skip === "side";
        if (side) panels.show(root.dataset.tab);
        else root.dataset.panel = "graph";
        app.byId(side ? root.dataset.tab : "graph").focus();
        mobileTabs();
      });
    }
    for (const button of document.querySelectorAll("[data-fold]")) {
      button.addEventListener("click", () => {
        const name = button.dataset.fold;
        const fold = root.dataset[name] !== "folded";
        panels.fold(name, fold);
        // What folds or unfolds a panel goes with it: the focus passes to what undoes it.
        if (name === "side") document.querySelector("#graph-tools [data-tab]").focus();
        else document.querySelector(`${fold ? "#graph-tools" : "#text-panel"} [data-fold]`).focus();
      });
    }
    for (const button of document.querySelectorAll("[data-layout]")) {
      button.addEventListener("click", () =>
        app.change({ layout: button.dataset.layout === "layered" ? null : button.dataset.layout }),
      );
    }
    for (const button of document.querySelectorAll("#phone-tabs button")) {
      button.addEventListener("click", () => {
        root.dataset.panel = button.dataset.panel;
        if (button.dataset.panel === "side") root.dataset.side = "open";
        if (button.dataset.panel === "text") root.dataset.text = "open";
        mobileTabs();
        resized();
        if (button.dataset.panel === "graph" && !app.drawing.seen) {
          app.drawing.seen = true;
          app.drawing.fit();
        }
      });
    }
    app.byId("zoom-in").addEventListener("click", () => app.drawing.zoom(1.3));
    app.byId("zoom-out").addEventListener("click", () => app.drawing.zoom(1 / 1.3));
    app.byId("fit").addEventListener("click", () => app.drawing.fit(true, true));
    app.byId("chosen").addEventListener("click", () => {
      panels.show(TABS[app.view.selected.kind]);
      mobileTabs();
    });
    app
      .byId("language")
      .addEventListener("click", () => app.change({ lang: app.language === "en" ? null : "en" }));
    app.byId("theme").addEventListener("click", () => {
      const theme = root.dataset.theme === "dark" ? "light" : "dark";
      look(theme);
      remember(theme);
    });
    app.byId("help").addEventListener("click", () => app.byId("help-dialog").showModal());
  };

  const start = () => {
    app.state = app.fromHash(location.hash.length > 1 ? location.hash : app.data.start);
    root.dataset.panel = "graph";
    root.dataset.text = "open";
    root.dataset.side = innerWidth >= 1500 ? "open" : "folded";
    look(remembered() || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
    speak();
    app.computeView();
    app.filters.start();
    app.filters.update();
    app.drawing.start();
    app.text.start();
    app.search.start();
    app.exporting.start();
    listen();
    app.onChange(update);
    update(app.state, app.fromHash(""));
    panels.fold("text", false);
    turnTo(root.dataset.tab || "detail");
    if (root.dataset.side === "open") panels.show(root.dataset.tab);
    else panels.fold("side", true);
    root.dataset.panel = "graph";
    mobileTabs();
    app.drawing.fit();
    if (app.view.selected.kind) app.drawing.reveal(false);
    root.dataset.ready = "yes";
  };

  start();
})();
