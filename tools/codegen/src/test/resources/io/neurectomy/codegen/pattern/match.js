const cases = JSON.parse(require("fs").readFileSync(0, "utf8"));
console.log(JSON.stringify(cases.map(({ pattern, text }) => (0, eval)(pattern).test(text))));
