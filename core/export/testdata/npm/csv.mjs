// Prints the rows of a CSV file by their headings, as Papa Parse reads them.
import fs from "node:fs";
import Papa from "papaparse";
const read = Papa.parse(fs.readFileSync(process.argv[2], "utf8"), { header: true, skipEmptyLines: true });
console.log(JSON.stringify({ rows: read.data, errors: read.errors }));
