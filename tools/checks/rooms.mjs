// The order of the rooms of server/, and what may not enter some of them (docs/ARCHITECTURE.md).

/** Each room may include itself and those before it; main.cpp may include all. */
export const rooms = [
  "base", "council", "views", "wire", "programme", "access", "ops", "journal", "ledger", "chamber", "gateway", "record",
];

/** Rooms that stand apart from the row: they may include no more than is named here. */
const narrow = { ops: ["base"] };

const roomOf = (path) => path.match(/^server\/([^/]+)\//)?.[1];
const isCpp = (path) => /\.(cpp|hpp)$/.test(path);

/** The text with comments and literals blanked, so that prose about a clock is no clock; lines stay where they are. */
export function codeOf(text) {
  const blank = (match) => match.replace(/[^\n]/g, " ");
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(#\s*include[^\n]*)|R"([^(\s]*)\([\s\S]*?\)\2"|"(?:[^"\\\n]|\\.)*"|(?<![0-9A-Za-z_])'(?:[^'\\\n]|\\.[^'\n]*)'/g;
  return text.replace(pattern, (match, include) => include ?? blank(match));
}

function* matches(file, pattern) {
  const lines = codeOf(file.text).split("\n");
  for (const [index, line] of lines.entries()) {
    const match = line.match(pattern);
    if (match) yield { path: file.path, line: index + 1, match };
  }
}

const include = /^\s*#\s*include\s*[<"]([^>"]+)[>"]/;
const inServer = ({ path }) => path.startsWith("server/") && isCpp(path);

export const roomsInOrder = {
  name: "rooms in order",
  find(files) {
    const findings = [];
    for (const file of files.filter(inServer)) {
      const own = roomOf(file.path);
      if (own !== undefined && !rooms.includes(own)) {
        findings.push({ path: file.path, line: 1, says: `${own} is not in the order of the rooms` });
      }
      for (const { path, line, match } of matches(file, include)) {
        const [, included] = match;
        const other = included.split("/")[0];
        if (included.includes("..")) findings.push({ path, line, says: `includes ${included}, not rooted at server/` });
        if (own === undefined || other === own || !rooms.includes(other)) continue;
        const allowed = narrow[own] ?? rooms.slice(0, rooms.indexOf(own));
        if (!allowed.includes(other)) findings.push({ path, line, says: `${own} may not include ${included}` });
      }
    }
    return findings;
  },
  clean: [
    { path: "server/chamber/a.cpp", text: '#include "chamber/a.hpp"\n#include "council/decide.hpp"\n#include "ops/log.hpp"\n' },
    { path: "server/main.cpp", text: '#include "gateway/server.hpp"\n' },
    { path: "server/views/b.hpp", text: '// #include "wire/codec.hpp"\n#include <vector>\n' },
  ],
  planted: [
    { path: "server/council/a.hpp", text: '#include "views/views.hpp"\n' },
    { path: "server/base/a.hpp", text: '#  include "council/terms.hpp"\n' },
    { path: "server/ops/a.cpp", text: '#include "council/terms.hpp"\n' },
    { path: "server/access/a.cpp", text: '#include "ops/log.hpp"\n' },
    { path: "server/journal/sqlite/a.cpp", text: '#include "chamber/chamber.hpp"\n' },
    { path: "server/wire/a.cpp", text: '#include "../council/terms.hpp"\n' },
    { path: "server/cellar/a.cpp", text: "int x;\n" },
  ],
};

const impure = new RegExp(
  [
    /#\s*include\s*<(boost\/|asio|chrono>|ctime>|time\.h>|sys\/time\.h>|random>|sodium)/,
    /#\s*include\s*"base\/(clock|random)\.hpp"/,
    /\bboost::|\basio::/,
    /\b(system|steady|high_resolution|utc)_clock\b|\bclock_gettime\b|\bgettimeofday\b|\btimespec_get\b|\bstd::time\(|\b(wall_)?now\(\)/,
    /\brandom_device\b|\bmt19937|\bminstd_rand|\bdefault_random_engine\b|\brandombytes_|\bs?rand(om|48)?\(|\bgetrandom\b/,
  ]
    .map((pattern) => pattern.source)
    .join("|"),
);

export const domainIsPure = {
  name: "the domain is pure",
  find(files) {
    const findings = [];
    for (const file of files.filter(({ path }) => /^server\/(council|views)\//.test(path) && isCpp(path))) {
      for (const { path, line, match } of matches(file, impure)) {
        findings.push({ path, line, says: `${match[0].trim()}: no Boost, clock or randomness in council and views` });
      }
    }
    return findings;
  },
  clean: [
    { path: "server/council/a.cpp", text: "// now() comes from outside\nauto at = context.now;\nauto what = \"steady_clock\";\n" },
    { path: "server/chamber/a.cpp", text: "#include <chrono>\nauto t = std::chrono::steady_clock::now();\n" },
  ],
  planted: [
    { path: "server/council/a.cpp", text: "#include <boost/asio.hpp>\n" },
    { path: "server/council/b.cpp", text: "auto t = std::chrono::system_clock::now();\n" },
    { path: "server/views/c.cpp", text: '#include "base/clock.hpp"\n' },
    { path: "server/views/d.cpp", text: "#include <random>\n" },
    { path: "server/council/e.cpp", text: "int n = std::rand();\n" },
    { path: "server/council/f.cpp", text: "auto at = wall_now();\n" },
  ],
};

export const protobufStaysInWire = {
  name: "protobuf stays in wire",
  find(files) {
    const findings = [];
    for (const file of files.filter((one) => inServer(one) && roomOf(one.path) !== "wire")) {
      for (const { path, line, match } of matches(file, include)) {
        if (/\.pb\.h$|^google\/protobuf\//.test(match[1])) findings.push({ path, line, says: `includes ${match[1]} outside wire` });
      }
    }
    return findings;
  },
  clean: [
    { path: "server/wire/a.cpp", text: '#include "rostrum/v1/view.pb.h"\n' },
    { path: "clients/cpp/a.cpp", text: '#include "rostrum/v1/view.pb.h"\n' },
    { path: "server/gateway/b.cpp", text: '#include "wire/codec.hpp"\n' },
  ],
  planted: [
    { path: "server/gateway/a.cpp", text: '#include "rostrum/v1/view.pb.h"\n' },
    { path: "server/chamber/a.hpp", text: "#include <google/protobuf/message.h>\n" },
    { path: "server/main.cpp", text: "#include <rostrum/v1/event.pb.h>\n" },
  ],
};

export const headersSayWhatTheyAre = {
  name: "headers say what they are",
  find(files) {
    const findings = [];
    for (const { path, text } of files) {
      if (!/^(server|clients\/cpp)\/.*\.hpp$/.test(path)) continue;
      if (!text.startsWith("//")) findings.push({ path, line: 1, says: "does not start with a comment that says what this is" });
      if (!text.includes("#pragma once")) findings.push({ path, line: 1, says: "has no #pragma once" });
    }
    return findings;
  },
  clean: [{ path: "server/base/a.hpp", text: "// Instants.\n#pragma once\n" }],
  planted: [
    { path: "server/base/b.hpp", text: "#pragma once\nint x;\n" },
    { path: "server/base/c.hpp", text: "// Instants.\nint x;\n" },
  ],
};
