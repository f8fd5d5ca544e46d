// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Feeds any bytes to Liquid: the template, and behind a zero byte a snippet that it may call. Whatever they are, the
// engine answers with a text or a fault, within its limits and the same way twice.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/renderer.h"
#include "liquid/shape.h"

namespace {

using namespace heliograph::liquid;

void require(bool holds, const char* what) {
  if (!holds) {
    std::fprintf(stderr, "Broken promise: %s\n", what);
    std::abort();
  }
}

/// A person and a few values of every kind.
class FuzzedPerson final {
 public:
  FuzzedPerson() {
    const Value orders = m_store.array({order("Lamp", Value::integer(40)), order("rug", Value::decimal(125, 1))});
    const Value person = m_store.record(
        m_shape, {m_store.string("Emma"), Value::integer(363), Value::decimal(25, 1), Value::nil(), orders});
    m_roots = {{"Profile", person},
               {"a", m_store.array({Value::integer(3), m_store.string("x"), Value::nil(), orders})},
               {"h", m_store.hash({{"k", Value::boolean(true)}, {"n", Value::integer(-7)}})},
               {"s", m_store.string("Zürich, 2026-03-09 \xF0\x9F\x91\x8D")},
               {"n", Value::integer(9223372036854775807)},
               {"f", Value::decimal(-1805, 2)}};
  }

  const std::vector<Root>& roots() const { return m_roots; }

 private:
  Value order(const char* title, Value price) {
    return m_store.hash({{"title", m_store.string(title)}, {"price", price}});
  }

  Shape m_shape{{"first_name", "points", "rate", "nothing", "orders"}};
  ValueStore m_store;
  std::vector<Root> m_roots;
};

void checkDiagnostics(const std::vector<Diagnostic>& diagnostics, std::size_t size) {
  for (const Diagnostic& diagnostic : diagnostics) {
    require(diagnostic.begin <= diagnostic.end && diagnostic.end <= size, "a fault lies inside of the source");
    require(!diagnostic.message.empty() && diagnostic.line > 0, "a fault has words and a line");
  }
}

void renderTwice(const Template& compiled, const Partials& partials) {
  static const FuzzedPerson person;
  static Renderer renderer;
  RenderOptions options;
  options.now = 1'773'065'133;
  options.partials = &partials;
  options.limits.steps = 20'000;
  const RenderResult once = renderer.render(compiled, person.roots(), options);
  const std::string output(once.output);
  const std::string message(once.message);
  const RenderStatus status = once.status;
  require(output.size() <= options.limits.outputBytes, "the text keeps its limit");
  require(status != RenderStatus::Error || !message.empty(), "a fault has words");
  const RenderResult again = renderer.render(compiled, person.roots(), options);
  require(again.status == status && again.output == output && again.message == message, "a render can be repeated");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t zero = input.find('\0');
  const std::string_view source = input.substr(0, zero);
  const std::string_view snippet = zero == std::string_view::npos ? std::string_view() : input.substr(zero + 1);
  const ParseResult parsed = Template::parse(source, Environment::messages());
  checkDiagnostics(parsed.diagnostics, source.size());
  require(parsed.compiled.has_value() == parsed.diagnostics.empty(), "a template compiles, or has faults");
  if (!parsed) {
    return 0;
  }
  Partials partials;
  if (const ParseResult partial = Template::parse(snippet, Environment::messages())) {
    partials.emplace("p", *partial.compiled);
  }
  renderTwice(*parsed.compiled, partials);
  return 0;
}
