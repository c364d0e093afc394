/**
 * The shortest path between two bodies, by the edges that are shown. Denied relations are never walked; a symmetric
 * one is walked both ways.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;
  const { model } = app;

  const stepsFrom = (body, any, edges) => {
    const steps = new Map();
    for (const place of model.edgesOf[body]) {
      const edge = model.edges[place];
      if (!edges.has(place) || edge.denied || edge.subject === edge.object) continue;
      const forward = edge.subject === body;
      if (!forward && !any && !model.relations[edge.relation].symmetric) continue;
      const other = forward ? edge.object : edge.subject;
      if (!steps.has(other)) steps.set(other, []);
      steps.get(other).push(place);
    }
    return steps;
  };

  /**
   * Finds a shortest path.
   *
   * `ends` is two names as the address has them (`app.join`), `any` says that directions do not matter, `edges` are
   * the places of the edges that may be walked. The result has `from` and `to` (bodies, or undefined where a name is
   * unknown), `names`, `hops` (each with `from`, `to` and all parallel `edges`; empty where there is no path) and
   * `count`, the number of shortest paths.
   */
  app.findPath = (ends, any, edges) => {
    const names = app.split(ends);
    const [from, to] = [0, 1].map((at) => (names[at] ? model.findBody(names[at]) : undefined));
    const found = { names, from, to, hops: [], count: 0 };
    if (from === undefined || to === undefined || from === to) return found;
    const reached = new Map([[from, { distance: 0, ways: 1, before: null, edges: [] }]]);
    const queue = [from];
    for (let at = 0; at < queue.length; at += 1) {
      const here = reached.get(queue[at]);
      if (reached.has(to) && here.distance >= reached.get(to).distance) break;
      for (const [other, places] of stepsFrom(queue[at], any, edges)) {
        const known = reached.get(other);
        if (known === undefined) {
          reached.set(other, {
            distance: here.distance + 1,
            ways: here.ways,
            before: queue[at],
            edges: places,
          });
          queue.push(other);
        } else if (known.distance === here.distance + 1) {
          known.ways += here.ways;
        }
      }
    }
    if (!reached.has(to)) return found;
    found.count = reached.get(to).ways;
    for (let body = to; body !== from; body = reached.get(body).before) {
      const step = reached.get(body);
      found.hops.unshift({ from: step.before, to: body, edges: step.edges });
    }
    return found;
  };
})();
