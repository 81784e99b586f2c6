// typst.cjs - Typst through its Node package, where there is no typst command.
//
//   node typst.cjs DIR/FILE.typ OUT.pdf FONTS
const [input, output, fonts] = process.argv.slice(2);
const { NodeCompiler } = require("@myriaddreamin/typst-ts-node-compiler");
const path = require("path");

const compiler = NodeCompiler.create({
  workspace: path.dirname(input),
  fontArgs: [{ fontPaths: [fonts] }],
});
require("fs").writeFileSync(output, compiler.pdf({ mainFilePath: input }));
