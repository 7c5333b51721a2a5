// Prints the rows of a workbook's first sheet as read-excel-file reads them.
import readSheet from "read-excel-file/node";
const read = await readSheet(process.argv[2], { trim: false });
console.log(JSON.stringify(read));
