/**
 * The text by chapter and article, with every statement's evidence marked in the colour of its relation.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;
  const text = {};
  app.text = text;

  /** The marked stretches that have been written so far: `{ element, statements }`. */
  let stretches = [];
  const headings = { part: "h3", chapter: "h3", section: "h4", preamble: "h3", attachment: "h3" };

  /** Cuts a provision's text where evidence begins or ends: `[start, end, statements]`. */
  const cut = (document, place) => {
    const length = model.documents[document].provisions[place].text.length;
    const marks = [];
    for (const one of model.statementsAt.get(`${document}:${place}`) || []) {
      for (const [at, start, end] of model.statements[one].marks) {
        if (at === place && start < end) marks.push([start, end, one]);
      }
    }
    const borders = [
      ...new Set([0, length, ...marks.map((mark) => mark[0]), ...marks.map((mark) => mark[1])]),
    ].sort((a, b) => a - b);
    return borders.slice(1).map((end, index) => {
      const start = borders[index];
      return [
        start,
        end,
        marks.filter((mark) => mark[0] <= start && end <= mark[1]).map((mark) => mark[2]),
      ];
    });
  };

  const stretch = (words, statements) => {
    if (!statements.length) return words;
    const colours = [
      ...new Set(statements.map((one) => model.relations[model.statements[one].relation].colour)),
    ];
    const lines = colours.map((colour, at) => `${colour} ${at * 7}px ${(at + 1) * 7}px`).join(", ");
    const element = app.el(
      "mark",
      {
        tabindex: stretches.length ? "-1" : "0",
        role: "button",
        style: {
          "--line":
            colours.length > 1
              ? `repeating-linear-gradient(90deg, ${lines})`
              : `linear-gradient(${colours[0]}, ${colours[0]})`,
          "--tint": colours[0],
        },
      },
      words,
    );
    stretches.push({ element, statements });
    element.dataset.stretch = stretches.length - 1;
    return element;
  };

  /** Offsets are counted in code points, JavaScript's strings in UTF-16: cut by the former. */
  const words = (document, place) => {
    const whole = [...model.documents[document].provisions[place].text];
    return cut(document, place).map(([start, end, statements]) =>
      stretch(whole.slice(start, end).join(""), statements),
    );
  };

  const chooser = (document, place, ...content) =>
    app.el(
      "button",
      {
        type: "button",
        class: "place",
        onclick: () => app.select(app.provisionChoice(document, place)),
      },
      ...content,
    );

  const write = (parent, document, place, waiting) => {
    const provision = model.documents[document].provisions[place];
    let labels = waiting;
    let into = parent;
    const tag = headings[provision.kind];
    if (tag) {
      into = app.el(
        "section",
        { class: `provision ${provision.kind}`, "data-provision": `${document}:${place}` },
        app.el(
          tag,
          null,
          chooser(
            document,
            place,
            app.name(model.provisionLabel(document, place)),
            provision.heading && provision.heading !== model.provisionLabel(document, place)
              ? app.name(` ${provision.heading}`)
              : null,
          ),
        ),
      );
      parent.append(into);
      labels = [];
    } else if (provision.kind === "article") {
      into = app.el("section", {
        class: "provision article",
        "data-provision": `${document}:${place}`,
      });
      parent.append(into);
      labels = [
        chooser(document, place, app.name(model.provisionLabel(document, place))),
        provision.heading ? app.el("b", null, app.name(` ${provision.heading}`)) : null,
        " ",
      ];
    } else if (provision.label) {
      labels = [...labels, app.el("span", { class: "number" }, app.name(provision.label))];
    }
    if (provision.text) {
      into.append(
        app.el(
          "p",
          { class: `provision ${provision.kind}`, "data-provision": `${document}:${place}` },
          ...labels,
          app.el("bdi", null, ...words(document, place)),
        ),
      );
      labels = [];
    }
    for (const child of model.children(document, place))
      labels = write(into, document, child, labels);
    if (provision.kind === "article" && labels.length) into.append(app.el("p", null, ...labels));
    return provision.kind === "article" ? [] : labels;
  };

  const fill = (holder, document) => {
    if (holder.dataset.filled) return;
    holder.dataset.filled = "yes";
    model.documents[document].provisions.forEach((provision, place) => {
      if (provision.parent < 0) write(holder, document, place, []);
    });
  };

  /** Writes the text; of several documents only those that are opened. */
  text.write = () => {
    const panel = app.byId("text");
    panel.replaceChildren();
    stretches = [];
    model.documents.forEach((document, place) => {
      const title = app.el(
        model.documents.length > 1 ? "summary" : "h3",
        { class: "document-title" },
        app.name(document.title),
      );
      const holder = app.el("div", { class: "document", "data-document": place });
      if (model.documents.length > 1) {
        panel.append(
          app.el(
            "details",
            {
              "data-details": place,
              ontoggle: (event) => {
                if (!event.target.open) return;
                fill(holder, place);
                text.update(false);
              },
            },
            title,
            holder,
          ),
        );
      } else {
        panel.append(title, holder);
        fill(holder, place);
      }
    });
  };

  const find = (document, place) =>
    app.byId("text").querySelector(`[data-provision="${document}:${place}"]`);

  const open = (document) => {
    const details = app.byId("text").querySelector(`[data-details="${document}"]`);
    if (details && !details.open) {
      details.open = true;
      fill(details.querySelector(".document"), document);
    }
  };

  const scrollTo = (element) => {
    const frame = app.byId("text").getBoundingClientRect();
    const box = element.getBoundingClientRect();
    if (!frame.height || (box.top >= frame.top && box.bottom <= frame.bottom)) return;
    app.byId("text").scrollTop +=
      box.top - frame.top - Math.max(12, (frame.height - box.height) / 3);
  };

  /** Marks what passes the filters and what is lit; with `scroll`, brings the selection into sight. */
  text.update = (scroll) => {
    const { selected, passes } = app.view;
    if (selected.provision) open(selected.provision.document);
    const lights = selected.kind === "provision" ? new Set() : selected.statements;
    for (const { element, statements } of stretches) {
      element.classList.toggle("off", !statements.some((one) => passes[one]));
      element.classList.toggle(
        "lit",
        statements.some((one) => lights.has(one)),
      );
    }
    for (const element of app.byId("text").querySelectorAll(".chosen"))
      element.classList.remove("chosen");
    if (selected.kind === "provision") {
      const element = find(selected.provision.document, selected.provision.place);
      if (element) {
        element.classList.add("chosen");
        if (scroll) scrollTo(element);
      }
    } else if (scroll && selected.statements.size && selected.kind === "statements") {
      const first = stretches.find(({ statements }) => statements.some((one) => lights.has(one)));
      const element = first
        ? first.element
        : selected.provision && find(selected.provision.document, selected.provision.place);
      if (element) scrollTo(element);
    }
  };

  const chooseStretch = (element) => {
    const { statements } = stretches[Number(element.dataset.stretch)];
    const shown = statements.filter((one) => app.view.passes[one]);
    if (shown.length) app.select(app.statementChoice(shown));
  };

  /** Words chosen with the mouse light all that they state. */
  const chooseWords = () => {
    const selection = getSelection();
    if (selection.isCollapsed || !app.byId("text").contains(selection.anchorNode)) return false;
    const found = new Set();
    for (const { element, statements } of stretches) {
      if (selection.containsNode(element, true))
        for (const one of statements) if (app.view.passes[one]) found.add(one);
    }
    if (found.size) app.select(app.statementChoice([...found].sort((a, b) => a - b)));
    return found.size > 0;
  };

  text.start = () => {
    const panel = app.byId("text");
    panel.addEventListener("click", (event) => {
      if (!getSelection().isCollapsed && chooseWords()) return;
      const mark = event.target.closest("mark");
      if (mark) chooseStretch(mark);
    });
    panel.addEventListener("keydown", (event) => {
      const mark = event.target.closest("mark");
      if (!mark) return;
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (event.key === "Enter" || event.key === " ") chooseStretch(mark);
      else if (step) {
        const next = stretches[Number(mark.dataset.stretch) + step];
        if (next) {
          mark.tabIndex = -1;
          next.element.tabIndex = 0;
          next.element.focus();
        }
      } else return;
      event.preventDefault();
    });
    text.write();
  };
})();
