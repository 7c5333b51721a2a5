// Prints the questions of a GIFT file as gift-pegjs reads them.
import fs from "node:fs";
import gift from "gift-pegjs";
console.log(JSON.stringify(gift.parse(fs.readFileSync(process.argv[2], "utf8"))));
