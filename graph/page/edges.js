/**
 * The course of an edge, as vis-network draws it: a quadratic curve, or a circle where it comes back to its body.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;

  /** The box of a body or group as it is drawn; null before the first drawing. (vis-network's own is larger.) */
  app.bodyBox = (id) => {
    const node = app.drawing.network.body.nodes[id];
    if (!node || node.shape.width === undefined) return null;
    const { x, y } = node;
    const [half, tall] = [node.shape.width / 2, node.shape.height / 2];
    return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
  };

  /**
   * The course of an edge between the borders of its two boxes.
   *
   * Returns `{ from, via, to }` (points) for a curve, `{ centre, radius }` for a circle, null before the first drawing.
   */
  app.edgeCourse = (id) => {
    const edge = app.drawing.network.body.edges[id];
    if (!edge?.connected || !app.bodyBox(edge.fromId) || !app.bodyBox(edge.toId)) return null;
    if (edge.from === edge.to) {
      const [x, y, radius] = edge.edgeType._getCircleData(app.drawing.network.canvas.getContext());
      return { centre: { x, y }, radius };
    }
    const via = edge.edgeType.getViaNode() || {
      x: (edge.from.x + edge.to.x) / 2,
      y: (edge.from.y + edge.to.y) / 2,
    };
    return { from: { x: edge.from.x, y: edge.from.y }, via, to: { x: edge.to.x, y: edge.to.y } };
  };

  const curve = ({ from, via, to }, at) => ({
    x: (1 - at) ** 2 * from.x + 2 * at * (1 - at) * via.x + at ** 2 * to.x,
    y: (1 - at) ** 2 * from.y + 2 * at * (1 - at) * via.y + at ** 2 * to.y,
  });

  const inside = (point, box) =>
    point.x > box.left && point.x < box.right && point.y > box.top && point.y < box.bottom;

  /** Where on the curve (0..1) it leaves its first box and enters its last. */
  const ends = (course, id) => {
    const edge = app.drawing.network.body.edges[id];
    const [first, last] = [edge.fromId, edge.toId].map(app.bodyBox);
    const search = (box, outside, within) => {
      let [out, into] = [outside, within];
      for (let step = 0; step < 12; step += 1) {
        const middle = (out + into) / 2;
        if (inside(curve(course, middle), box)) into = middle;
        else out = middle;
      }
      return out;
    };
    return [search(first, 0.5, 0), search(last, 0.5, 1)];
  };

  /** The point at `at` (0..1) of the visible part of an edge, or null before the first drawing. */
  app.edgePoint = (id, at) => {
    const course = app.edgeCourse(id);
    if (!course) return null;
    if (course.centre) {
      const edge = app.drawing.network.body.edges[id];
      const away =
        Math.atan2(course.centre.y - edge.from.y, course.centre.x - edge.from.x) +
        (at - 0.5) * Math.PI;
      return {
        x: course.centre.x + course.radius * Math.cos(away),
        y: course.centre.y + course.radius * Math.sin(away),
      };
    }
    const [start, end] = ends(course, id);
    return curve(course, start + (end - start) * at);
  };

  /** The part of a curved edge that is outside its boxes, again as a quadratic curve. */
  app.edgeVisible = (id) => {
    const course = app.edgeCourse(id);
    if (!course || course.centre) return course;
    const [start, end] = ends(course, id);
    const [from, to] = [curve(course, start), curve(course, end)];
    const middle = curve(course, (start + end) / 2);
    return {
      from,
      to,
      via: { x: 2 * middle.x - (from.x + to.x) / 2, y: 2 * middle.y - (from.y + to.y) / 2 },
    };
  };
})();
