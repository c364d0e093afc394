/**
 * Building the document: every text becomes a text node, so that nothing from a regulation is ever markup.
 */
(() => {
  "use strict";
  const app = window.institutionGraph;

  app.byId = (id) => document.getElementById(id);

  /** Whether one panel is seen at a time; the styles draw the same line. */
  app.phone = () => matchMedia("(max-width: 820px), (max-height: 480px)").matches;

  /**
   * Makes an element. `properties` are attributes, except `onclick` and the like (listeners), `class`, and `style`
   * (custom properties and styles set through the style object). `children` are elements, strings or null.
   */
  app.el = (tag, properties, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (name === "style")
        for (const [key, one] of Object.entries(value)) element.style.setProperty(key, one);
      else element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };

  /** A name from the data: isolated, so that marks of direction in it stay inside it. */
  app.name = (text, properties) => app.el("bdi", properties, text);

  /** Writes the page's own words into everything that asks for them with `data-t`, `data-t-label`, … */
  app.translate = (root) => {
    for (const element of root.querySelectorAll("[data-t]"))
      element.textContent = app.t(element.dataset.t);
    for (const element of root.querySelectorAll("[data-t-label]")) {
      element.setAttribute("aria-label", app.t(element.dataset.tLabel));
      if (element.tagName === "BUTTON") element.title = app.t(element.dataset.tLabel);
    }
    for (const element of root.querySelectorAll("[data-t-placeholder]")) {
      element.placeholder = app.t(element.dataset.tPlaceholder);
    }
  };

  /** Says something to those who listen to the page instead of looking at it. */
  app.say = (text) => {
    app.byId("said").textContent = text;
  };
})();
