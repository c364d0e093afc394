/**
 * A statement as it is listed: who, what, whom; how; where it is said and in which words.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;

  /** What gives an element's words (class `inked`) the colour of a relation, as dark or light as reading needs. */
  app.inked = (relation) => ({ "--of": model.relations[relation].colour });

  /** The same colour for the drawing, whose words are no elements. */
  app.inkOf = (relation) => {
    const { colour } = model.relations[relation];
    const { share, ink } = app.drawing.colours;
    const part = (hex, at) => Number.parseInt(hex.slice(at, at + 2), 16);
    const mixed = [1, 3, 5].map((at) =>
      Math.round(part(colour, at) * share + part(ink, at) * (1 - share)),
    );
    return `rgb(${mixed.join(", ")})`;
  };

  /** 第十二条, with the document's title where there are several; empty for what no text states. */
  model.statementLabel = (place) => {
    const statement = model.statements[place];
    if (statement.document < 0 || statement.article < 0) return app.t("inferred");
    const label = model.provisionLabel(statement.document, statement.article);
    return model.documents.length > 1
      ? `《${model.documents[statement.document].title}》${label}`
      : label;
  };

  app.bodyLink = (place) =>
    app.el(
      "button",
      {
        type: "button",
        class: "link body",
        onclick: () => app.select({ body: model.bodyKey(place) }),
      },
      app.name(model.bodies[place].name),
    );

  app.swatch = (relation) =>
    app.el("span", {
      class: "swatch",
      style: { background: model.relations[relation].colour },
      "aria-hidden": "true",
    });

  app.tag = (word, name) => app.el("span", { class: `tag ${name || ""}` }, word);

  /** Where a statement stands, as a link into the text. */
  app.placeLink = (place) => {
    const statement = model.statements[place];
    if (statement.document < 0 || statement.provision < 0)
      return app.tag(app.t("inferred"), "inferred");
    const prefix =
      model.documents.length > 1 ? `《${model.documents[statement.document].title}》` : "";
    return app.el(
      "button",
      {
        type: "button",
        class: "link where",
        onclick: () => app.select(app.provisionChoice(statement.document, statement.article)),
      },
      app.name(prefix + model.fullLabel(statement.document, statement.provision)),
    );
  };

  app.copy = async (words) => {
    try {
      await navigator.clipboard.writeText(words);
      app.say(app.t("copied"));
      return true;
    } catch {
      return copyBySelection(words);
    }
  };

  const copyBySelection = (words) => {
    const field = app.el("textarea", { class: "unseen" });
    field.value = words;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    app.say(app.t(done ? "copied" : "copyFailed"));
    return done;
  };

  app.copyButton = (label, words) =>
    app.el(
      "button",
      {
        type: "button",
        class: "copy",
        onclick: async (event) => {
          const button = event.currentTarget;
          const done = await app.copy(words());
          button.textContent = app.t(done ? "copied" : "copyFailed");
          setTimeout(() => {
            button.textContent = label;
          }, 1500);
        },
      },
      label,
    );

  /** One statement as a list item. */
  app.statementItem = (place) => {
    const statement = model.statements[place];
    const edge = model.edges[statement.edge];
    const line = (label, words) =>
      words.length
        ? app.el(
            "p",
            { class: "fact" },
            app.el("span", { class: "quiet" }, `${label} `),
            app.name(words.join("；")),
          )
        : null;
    return app.el(
      "li",
      { class: "statement", style: { "--c": model.relations[statement.relation].colour } },
      app.el(
        "p",
        { class: "triple" },
        app.bodyLink(statement.subject),
        " ",
        app.el(
          "button",
          {
            type: "button",
            class: "link relation inked",
            style: app.inked(statement.relation),
            onclick: () => app.select(app.statementChoice(edge.statements)),
          },
          model.edgeLabel(edge),
        ),
        " ",
        app.bodyLink(statement.object),
      ),
      app.el(
        "p",
        { class: "said" },
        app.placeLink(place),
        " ",
        app.tag(app.t(statement.modality), statement.modality),
        edge.denied ? app.tag(app.t("denied"), "denied") : null,
        statement.provision >= 0
          ? app.copyButton(app.t("copyCitation"), () => model.citation(place))
          : null,
      ),
      statement.quote ? app.el("blockquote", null, app.name(statement.quote)) : null,
      line(app.t("condition"), statement.conditions),
      line(app.t("antecedent"), statement.antecedents),
      basis(statement),
    );
  };

  /** By which rule an inferred statement follows, in words. */
  app.ruleOf = ({ rule }) => (rule ? rule[app.language === "en" ? "en" : "zh"] : "");

  /** What a statement rests on: the words that state it, or all that it follows from. */
  app.grounds = (place) => {
    const statement = model.statements[place];
    return statement.inferred ? [basis(statement)] : [app.el("q", null, app.name(statement.quote))];
  };

  /** What an inferred statement follows from: the rule, the statements, who is of which kind. */
  const basis = (statement) => {
    const places = statement.basis.map(model.findStatement).filter((one) => one !== undefined);
    if (!places.length && !statement.rule && !statement.kinships.length) return null;
    const sentence = (one) => {
      const { subject, object, edge } = model.statements[one];
      const names = [subject, object].map((body) => model.bodies[body].name);
      return `${names[0]} ${model.edgeLabel(model.edges[edge])} ${names[1]}`;
    };
    return app.el(
      "div",
      { class: "fact" },
      app.el("p", { class: "quiet" }, `${app.t("basis")} `, app.ruleOf(statement)),
      ...places.map((one) =>
        app.el(
          "p",
          null,
          app.el(
            "button",
            {
              type: "button",
              class: "link",
              onclick: () => app.select(app.statementChoice([one])),
            },
            app.name(sentence(one)),
          ),
          " ",
          app.el("span", { class: "where" }, app.name(model.statementLabel(one))),
        ),
      ),
      ...statement.kinships.map((words) => app.el("p", null, app.name(words))),
    );
  };

  /** A list that shows its first items, and more on demand. */
  app.longList = (items, make, properties, first = 60) => {
    const list = app.el("ul", properties, ...items.slice(0, first).map(make));
    let shown = Math.min(first, items.length);
    if (shown < items.length) {
      const more = app.el(
        "button",
        {
          type: "button",
          class: "small",
          onclick: () => {
            const next = items.slice(shown, shown + first);
            shown += next.length;
            holder.before(...next.map(make));
            if (shown >= items.length) holder.remove();
            else note.textContent = ` ${app.t("moreShown", items.length - shown)}`;
          },
        },
        app.t("showMore"),
      );
      const note = app.el(
        "span",
        { class: "quiet" },
        ` ${app.t("moreShown", items.length - shown)}`,
      );
      const holder = app.el("li", { class: "more" }, more, note);
      list.append(holder);
    }
    return list;
  };
})();
