// Reads lines "Type<TAB>json" and answers each with "Type<TAB>OK json" or "Type<TAB>REFUSED reason".
// Arguments: the compiled module.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const types = await import(pathToFileURL(process.argv[2]).href);

function roundTrip(type, text) {
  const parse = types[`parse${type}`];
  if (parse) {
    return types[`format${type}`](parse(text));
  }
  // An enumeration has no text form of its own: one checks what JSON.parse gives.
  const value = JSON.parse(text);
  if (!types[`is${type}`](value)) {
    throw new Error(`is${type} is false`);
  }
  return JSON.stringify(value);
}

const answers = readFileSync(0, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => {
    const [type, text] = line.split("\t", 2);
    if (!types[`parse${type}`] && !types[`is${type}`]) {
      throw new Error(`the module does not read ${type}`);
    }
    try {
      return `${type}\tOK ${roundTrip(type, text)}\n`;
    } catch (refusal) {
      // Running out of stack is a crash, not a refusal.
      if (refusal instanceof RangeError || refusal instanceof TypeError) {
        throw refusal;
      }
      return `${type}\tREFUSED ${String(refusal).replaceAll(/\s/gu, " ")}\n`;
    }
  });
process.stdout.write(answers.join(""));
