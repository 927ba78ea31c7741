
"use strict";
(() => {
  const form = document.querySelector(".filter");
  const reveal = () => {
    const target = location.hash.length > 1 && !location.hash.includes("=") && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  if (!form) {
    reveal();
    return;
  }
  const groups = [...document.querySelectorAll(".group")].map(group => ({
    group,
    dimension: group.dataset.dimension,
    issues: group.dataset.issue.split(" "),
    shown: group.querySelector(".shown"),
    all: group.querySelector(".shown").textContent,
    open: group.open,
    rows: [...group.querySelectorAll(".findings > li")].map(row => ({
      row,
      module: row.dataset.module,
      severity: row.dataset.severity,
      text: (group.id.slice(6) + " " + row.textContent).toLowerCase()
    }))
  }));
  const all = groups.reduce((sum, g) => sum + g.rows.length, 0);
  const field = name => form.elements[name];
  const filter = () => {
    const words = field("text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const [dimension, issue, module, severity] = ["dimension", "issue", "module", "severity"].map(name => field(name).value);
    const filtering = words.length > 0 || dimension || issue || module || severity;
    let count = 0;
    for (const g of groups) {
      const wanted = (!dimension || g.dimension === dimension) && (!issue || g.issues.includes(issue));
      let shown = 0;
      for (const r of g.rows) {
        const match = wanted && (!module || r.module === module) && (!severity || r.severity === severity)
          && words.every(word => r.text.includes(word));
        r.row.hidden = !match;
        shown += match ? 1 : 0;
      }
      g.group.hidden = shown === 0;
      g.group.open = filtering ? shown > 0 && shown <= 200 : g.open;
      g.shown.textContent = shown === g.rows.length ? g.all : shown + " of " + g.all;
      count += shown;
    }
    form.querySelector("output").textContent = filtering ? count + " of " + all + " findings" : all + " findings";
  };
  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 60);
  });
  form.addEventListener("reset", () => setTimeout(filter));
  form.addEventListener("submit", event => event.preventDefault());
  for (const button of document.querySelectorAll("button[data-dimension]")) {
    button.addEventListener("click", () => {
      const choice = field("dimension");
      choice.value = button.dataset.dimension;
      if (choice.selectedIndex < 0) choice.value = "";
      filter();
      document.getElementById("findings").scrollIntoView();
    });
  }
  for (const [name, value] of new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "")) {
    if (field(name)) field(name).value = value;
  }
  form.hidden = false;
  filter();
  reveal();
})();
