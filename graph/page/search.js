/**
 * The search box: bodies by any of their names, articles by number or words, quotes.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const MOST = 8;
  let results = [];
  let active = -1;

  const rank = (name, wanted) => {
    const at = name.indexOf(wanted);
    if (at < 0) return Infinity;
    return (name === wanted ? 0 : at === 0 ? 100 : 200) + name.length / 1000;
  };

  const bodies = (wanted) =>
    model.bodies
      .map((body, place) => ({
        place,
        score: Math.min(
          ...[body.name, ...body.others].map((name) => rank(name.toLowerCase(), wanted)),
        ),
      }))
      .filter((one) => one.score < Infinity)
      .sort((one, other) => one.score - other.score || one.place - other.place)
      .slice(0, MOST)
      .map(({ place }) => {
        const body = model.bodies[place];
        const other = body.name.toLowerCase().includes(wanted)
          ? ""
          : body.others.find((name) => name.toLowerCase().includes(wanted));
        return {
          kind: "bodies",
          words: body.name,
          note: other || "",
          choose: () => app.select({ body: model.bodyKey(place) }),
        };
      });

  const around = (words, wanted) => {
    const at = words.toLowerCase().indexOf(wanted);
    return (at > 12 ? "…" : "") + words.slice(Math.max(0, at - 12), at + wanted.length + 24);
  };

  const articles = (wanted) => {
    const found = [];
    const number = wanted.replace(/^第|条$/g, "");
    for (const [at, document] of model.documents.entries()) {
      for (const [place, provision] of document.provisions.entries()) {
        if (provision.kind !== "article" && provision.kind !== "preamble") continue;
        const label = model.provisionLabel(at, place);
        const exact = provision.key === number || label === wanted || label === `第${number}条`;
        const says = (one) => document.provisions[one].text.toLowerCase().includes(wanted);
        const within = exact ? place : model.within(at, place).find(says);
        if (within === undefined) continue;
        found.push({
          kind: "articles",
          exact,
          words: `${model.documents.length > 1 ? `《${document.title}》` : ""}${label}`,
          note: exact ? "" : around(document.provisions[within].text, wanted),
          choose: () => app.select(app.provisionChoice(at, place)),
        });
      }
    }
    return found.sort((one, other) => other.exact - one.exact).slice(0, MOST);
  };

  const quotes = (wanted) => {
    const found = [];
    for (let place = 0; place < model.statements.length && found.length < MOST; place += 1) {
      const statement = model.statements[place];
      const words = statement.quote;
      if (!words.toLowerCase().includes(wanted)) continue;
      found.push({
        kind: "quotes",
        words: `${model.bodies[statement.subject].name} ${model.edgeLabel(model.edges[statement.edge])} ${model.bodies[statement.object].name}`,
        note: around(words, wanted),
        choose: () => app.select(app.statementChoice([place])),
      });
    }
    return found;
  };

  const close = () => {
    app.byId("search-results").hidden = true;
    app.byId("search").setAttribute("aria-expanded", "false");
    app.byId("search").removeAttribute("aria-activedescendant");
    active = -1;
  };

  const mark = () => {
    [...app.byId("search-results").querySelectorAll("[role=option]")].forEach((option, at) => {
      option.setAttribute("aria-selected", String(at === active));
      if (at === active) {
        option.scrollIntoView({ block: "nearest" });
        app.byId("search").setAttribute("aria-activedescendant", option.id);
      }
    });
  };

  const choose = (at) => {
    const result = results[at];
    close();
    if (!result) return;
    app.byId("search").value = "";
    result.choose();
    // The panel that lists the choice is where the keyboard goes on.
    app.byId("detail").focus({ preventScroll: true });
  };

  const look = () => {
    const wanted = app.byId("search").value.trim().toLowerCase();
    if (!wanted) {
      close();
      return;
    }
    results = [...bodies(wanted), ...articles(wanted), ...quotes(wanted)];
    active = results.length ? 0 : -1;
    const items = [];
    results.forEach((result, at) => {
      if (!at || results[at - 1].kind !== result.kind)
        items.push(app.el("li", { class: "section", role: "presentation" }, app.t(result.kind)));
      items.push(
        app.el(
          "li",
          {
            role: "option",
            id: `result-${at}`,
            onmousedown: (event) => {
              event.preventDefault();
              choose(at);
            },
          },
          app.name(result.words),
          result.note ? app.el("small", null, app.name(result.note)) : null,
        ),
      );
    });
    app
      .byId("search-results")
      .replaceChildren(
        ...(items.length ? items : [app.el("li", { class: "section" }, app.t("searchNothing"))]),
      );
    app.byId("search-results").hidden = false;
    app.byId("search").setAttribute("aria-expanded", "true");
    mark();
  };

  app.search = {
    start: () => {
      const field = app.byId("search");
      field.addEventListener("input", look);
      field.addEventListener("focus", look);
      field.addEventListener("blur", close);
      field.addEventListener("keydown", (event) => {
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          if (!results.length) return;
          active =
            (active + (event.key === "ArrowDown" ? 1 : -1) + results.length) % results.length;
          mark();
        } else if (event.key === "Enter") choose(active);
        else if (event.key === "Escape") {
          if (app.byId("search-results").hidden) field.value = "";
          close();
          event.stopPropagation();
        } else return;
        event.preventDefault();
      });
    },
  };
})();
