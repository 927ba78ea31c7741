// Prints "= " and what is written again, or "! " and why it was refused, for each line of a file.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { parseRoot, formatRoot } = await import(pathToFileURL(process.argv[2]).href);
for (const line of readFileSync(process.argv[3], "utf8").trimEnd().split("\n")) {
  try {
    const value = parseRoot(line);
    console.log(`= ${formatRoot(value)}`);
  } catch (error) {
    console.log(`! ${error.name}: ${error.message.split("\n")[0]}`);
  }
}
