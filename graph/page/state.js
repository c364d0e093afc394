/**
 * What the user has chosen, and its form in the address: `#article=12&relation=leads,manages`.
 *
 * A state is one flat object of strings and null. `app.change` sets some of it; all who listen are told once.
 * Choosing something else makes a step in the browser's history, filters replace the present one.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;

  const EMPTY = {
    // What is selected: at most one of these.
    body: null,
    statement: null,
    article: null,
    provision: null,
    document: null,
    path: null,
    way: null,
    group: null,
    // Filters; several values are joined by commas.
    relation: null,
    modality: null,
    within: null,
    kind: null,
    files: null,
    origin: null,
    near: null,
    steps: null,
    // The look.
    layout: null,
    lang: null,
  };
  const SELECTION = [
    "body",
    "statement",
    "article",
    "provision",
    "path",
    "way",
    "group",
    "document",
  ];
  const LISTS = ["relation", "modality", "within", "kind", "files", "origin"];

  app.state = { ...EMPTY };
  const listeners = [];
  app.onChange = (listener) => listeners.push(listener);

  const encode = (text) =>
    encodeURIComponent(text).replace(/%2C/g, ",").replace(/%3A/g, ":").replace(/%2F/g, "/");

  /** The address part of a state; Chinese stays readable where the browser shows it so. */
  app.toHash = (state) =>
    Object.entries(state)
      .filter(([, value]) => value !== null && value !== "")
      .map(([name, value]) => `${name}=${encode(value)}`)
      .join("&");

  /** The state that an address stands for; unknown names and broken escapes are left out. */
  app.fromHash = (hash) => {
    const state = { ...EMPTY };
    for (const part of hash.replace(/^#/, "").split("&")) {
      const equals = part.indexOf("=");
      const name = part.slice(0, equals);
      if (equals < 1 || !Object.hasOwn(EMPTY, name)) continue;
      try {
        state[name] = decodeURIComponent(part.slice(equals + 1)) || null;
      } catch {
        state[name] = null;
      }
    }
    return state;
  };

  const tell = (before) => {
    for (const listener of listeners) listener(app.state, before);
  };

  const write = (push) => {
    const hash = app.toHash(app.state);
    const address = `${location.pathname}${location.search}${hash ? `#${hash}` : ""}`;
    try {
      if (push) history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    } catch {
      // A page shown inside another (a notebook's frame) may have no address of its own.
      app.addressRefused = true;
    }
  };

  /** Changes parts of the state. */
  app.change = (changes) => {
    const before = app.state;
    app.state = { ...before, ...changes };
    if (app.toHash(app.state) === app.toHash(before)) return;
    write(SELECTION.some((name) => name in changes && changes[name] !== before[name]));
    tell(before);
  };

  /** Selects one thing, in place of what was selected: `app.select({ body: "派驻机构" })`, `app.select({})`. */
  app.select = (choice) => {
    app.change({ ...Object.fromEntries(SELECTION.map((name) => [name, null])), ...choice });
  };

  /** Several values as one string and back: joined by commas, a comma inside a value is escaped. */
  app.join = (values) =>
    values.map((value) => value.replace(/%/g, "%25").replace(/,/g, "%2C")).join(",");
  app.split = (text) =>
    (text ? text.split(",") : []).map((value) => value.replace(/%2C/g, ",").replace(/%25/g, "%"));

  const BOTH = "stated,inferred";

  /**
   * The values of a filter, as a set; empty means that nothing is filtered.
   *
   * Where nothing is chosen, what only follows from the texts is left out: it may be many times what they state.
   */
  app.chosen = (name) => {
    const values = new Set(app.split(app.state[name]));
    return name === "origin" && !values.size && app.model.mixed ? new Set(["stated"]) : values;
  };

  /** Adds a value to a filter, or takes it out. */
  app.toggle = (name, value) => {
    const values = app.chosen(name);
    if (!values.delete(value)) values.add(value);
    const usual = name === "origin" && values.size === 1 && values.has("stated");
    app.change({ [name]: (!usual && app.join([...values])) || null });
  };

  /** Shows what follows from the texts, too, or hides it again. */
  app.showInferred = (shown) => app.change({ origin: shown ? BOTH : null });

  /** Whether something is left out because it follows from the texts only. */
  app.hidesInferred = () => app.model.mixed && !app.chosen("origin").has("inferred");

  app.clearFilters = () => {
    const { origin } = app.state;
    app.change({
      ...Object.fromEntries(LISTS.map((name) => [name, null])),
      origin: app.chosen("origin").size === 2 ? origin : null,
      near: null,
      steps: null,
    });
  };

  /** Whether the user chose to see less than what the texts state. */
  app.filtered = () =>
    LISTS.some(
      (name) => app.state[name] && (name !== "origin" || !app.chosen(name).has("stated")),
    ) || Boolean(app.state.near);

  /** Takes the state from the address: at the start, and when the user goes back. */
  app.readAddress = () => {
    const before = app.state;
    app.state = app.fromHash(location.hash);
    tell(before);
  };
  window.addEventListener("popstate", app.readAddress);
  window.addEventListener("hashchange", () => {
    if (app.toHash(app.fromHash(location.hash)) !== app.toHash(app.state)) app.readAddress();
  });
})();
