// Run the package inside WebAssembly, as in a browser: Pyodide under Node.
//
//     npm install pyodide                    in any folder, then there:
//     python3 -m purenet pack purenet.pyz    (from a checkout)
//     node .../tests/web/in_pyodide.mjs purenet.pyz
//
// The one file purenet.pyz is put into Pyodide's own file system. Then the
// doctests of the whole package run, a demo, and a training that must learn.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const here = createRequire(process.cwd() + "/");
const { loadPyodide } = await import(
  pathToFileURL(here.resolve("pyodide/pyodide.mjs")));
const pyodide = await loadPyodide();
pyodide.setStdout({ batched: (line) => console.log(line) });
pyodide.setStderr({ batched: (line) => console.error(line) });
pyodide.FS.writeFile("/purenet.pyz", readFileSync(process.argv[2]));

const program = `
import doctest, importlib, pkgutil, sys

sys.path.insert(0, "/purenet.pyz")
import purenet
from purenet import mnist_loader, network
from purenet.demo import nand

print("Python", sys.version.split()[0], "on", sys.platform)
NEEDS_PROCESSES = {"purenet.console.child", "purenet.console.workers",
  "purenet.course.shared_out", "purenet.web.lessons.session"}  # a browser has none
ran = 0
for found in pkgutil.walk_packages(purenet.__path__, "purenet."):
    if not found.name.endswith("__main__") and found.name not in NEEDS_PROCESSES:
        module = importlib.import_module(found.name)
        result = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
        assert result.failed == 0, found.name
        ran += result.attempted
print(ran, "examples in the code")

assert nand.main([]) == 0

training_data, _, test_data = mnist_loader.load_data_wrapper(
    "built-in", train=1000, validation=0, test=200)
net = network.Network([784, 30, 10], seed=0, init="scaled")
for epoch in net.train(training_data, 2, 10, 3.0, test_data=test_data):
    print(f"Epoch {epoch.number}: {epoch.correct} / {epoch.total},"
          f" {epoch.seconds:.1f} s")
assert epoch.correct > 100, epoch
`;

try {
  pyodide.runPython(program);
} catch (error) { // its message alone: Node would show a line of a megabyte
  console.log(error.message);
  process.exit(1);
}
