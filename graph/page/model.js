/**
 * The data of the page and the ways into it.
 *
 * `app.data` is what the page was built with. Bodies, statements, edges, relations, kinds and documents are known by
 * their place in its lists; a provision by `document:place`. An edge is what is drawn: all statements that say the
 * same of the same two bodies.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const data = JSON.parse(document.getElementById("data").textContent);
  app.data = data;
  const model = {};
  app.model = model;

  model.bodies = data.bodies;
  model.statements = data.statements;
  model.relations = data.relations;
  model.documents = data.documents;
  model.edges = data.edges;

  /** All names of all bodies, and for each body its edges (places in `edges`), in the order of the data. */
  model.edgesOf = model.bodies.map(() => []);
  model.edges.forEach((edge, place) => {
    edge.id = place;
    model.edgesOf[edge.subject].push(place);
    if (edge.object !== edge.subject) model.edgesOf[edge.object].push(place);
    for (const statement of edge.statements) model.statements[statement].edge = place;
  });

  const byName = new Map();
  model.bodies.forEach((body, place) => {
    body.id = place;
    for (const name of [body.iri, ...body.others, body.name])
      if (!byName.has(name)) byName.set(name, place);
  });
  // A preferred name wins over another body's further name.
  for (let place = model.bodies.length - 1; place >= 0; place -= 1)
    byName.set(model.bodies[place].name, place);

  /** The body with this name or IRI, or undefined. */
  model.findBody = (name) => byName.get(name.trim());

  /** What stands for a body in the address: its name where that is enough, else its IRI. */
  model.bodyKey = (place) => {
    const body = model.bodies[place];
    return byName.get(body.name) === place ? body.name : body.iri;
  };

  const byStatementIri = new Map(model.statements.map((statement, place) => [statement.id, place]));
  model.findStatement = (id) => byStatementIri.get(id);

  model.statementsAt = new Map();
  model.statements.forEach((statement, place) => {
    for (const provision of new Set([
      statement.provision,
      ...statement.marks.map((mark) => mark[0]),
    ])) {
      const key = `${statement.document}:${provision}`;
      if (!model.statementsAt.has(key)) model.statementsAt.set(key, []);
      model.statementsAt.get(key).push(place);
    }
  });

  const children = model.documents.map((document) => {
    const lists = document.provisions.map(() => []);
    document.provisions.forEach((provision, place) => {
      if (provision.parent >= 0) lists[provision.parent].push(place);
    });
    return lists;
  });
  model.children = (document, place) => children[document][place];

  /** The provision and everything under it, in the order of the text. */
  model.within = (document, place) => {
    const found = [place];
    for (const child of children[document][place]) found.push(...model.within(document, child));
    return found;
  };

  /** The place of the nearest provision above (or at) `place` that is of one of the kinds, or -1. */
  model.above = (document, place, kinds) => {
    let at = place;
    while (at >= 0 && !kinds.includes(model.documents[document].provisions[at].kind)) {
      at = model.documents[document].provisions[at].parent;
    }
    return at;
  };

  /** All statements that the provision and what is under it state. */
  model.statementsWithin = (document, place) => {
    const found = new Set();
    for (const provision of model.within(document, place)) {
      for (const statement of model.statementsAt.get(`${document}:${provision}`) || [])
        found.add(statement);
    }
    return [...found].sort((one, other) => one - other);
  };

  /** How a provision is called: 第十二条; the preamble has a word of its own. */
  model.provisionLabel = (document, place) => {
    const provision = model.documents[document].provisions[place];
    if (provision.kind === "preamble") return app.t("preamble");
    return provision.label || provision.heading || provision.key;
  };

  /** 第十三条第二款（一）: the article and the way down to the provision itself. */
  model.fullLabel = (document, place) => {
    const steps = [];
    for (let at = place; at >= 0; at = model.documents[document].provisions[at].parent) {
      const provision = model.documents[document].provisions[at];
      if (provision.kind === "paragraph") {
        const siblings = provision.parent >= 0 ? children[document][provision.parent] : [];
        const paragraphs = siblings.filter(
          (one) => model.documents[document].provisions[one].kind === "paragraph",
        );
        if (paragraphs.length > 1)
          steps.unshift(`第${chineseNumber(paragraphs.indexOf(at) + 1)}款`);
      } else {
        steps.unshift(model.provisionLabel(document, at));
      }
      if (provision.kind === "article" || provision.kind === "preamble") break;
    }
    return steps.join("");
  };

  const DIGITS = "〇一二三四五六七八九";
  const chineseNumber = (value) => {
    if (value >= 100) return String(value);
    const tens = Math.floor(value / 10);
    const ones = value % 10;
    return `${tens > 1 ? DIGITS[tens] : ""}${tens ? "十" : ""}${ones || !tens ? DIGITS[ones] : ""}`;
  };

  /** The relation's label in the present language, read from subject to object or backwards. */
  model.relationLabel = (relation, backwards) => {
    const declared = model.relations[relation];
    if (app.language === "en") return backwards ? declared.inverseEn || declared.en : declared.en;
    return backwards ? declared.inverseZh || declared.zh : declared.zh;
  };

  /** 不管理: the relation with the word of denial where it is denied. */
  model.edgeLabel = (edge) =>
    `${edge.denied ? app.t("notWord") : ""}${model.relationLabel(edge.relation)}`;

  model.kindLabel = (kind) => (app.language === "en" ? data.kinds[kind].en : data.kinds[kind].zh);

  /** 《…》第十二条：「…」 */
  model.citation = (place) => {
    const statement = model.statements[place];
    const document = model.documents[statement.document];
    const where = model.fullLabel(statement.document, statement.provision);
    return `《${document.title}》${where}：「${statement.quote}」`;
  };

  /** Whether some statements stand in the texts and some only follow from them: these are hidden at first. */
  model.inferred = model.statements.filter((statement) => statement.inferred).length;
  model.mixed = model.inferred > 0 && model.inferred < model.statements.length;

  model.counts = {
    documents: model.documents.length,
    articles: model.documents.reduce(
      (sum, document) => sum + document.provisions.filter((one) => one.kind === "article").length,
      0,
    ),
    bodies: model.bodies.length,
    statements: model.statements.length - model.inferred,
    inferred: model.inferred,
  };
})();
