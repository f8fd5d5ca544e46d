// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "liquid/template.h"

#include <atomic>

#include "liquid/compiler.h"
#include "liquid/program.h"

namespace heliograph::liquid {

namespace {

std::uint64_t nextProgramId() {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

ParseResult tooLong() {
  ParseResult result;
  result.diagnostics.push_back({"limit", "The text is too long.", 0, 0, 1, 1, {}});
  return result;
}

}  // namespace

ParseResult Template::parse(std::string_view source, const Environment& environment, const Limits& limits) {
  if (source.size() > limits.sourceBytes) {
    return tooLong();
  }
  auto program = std::make_shared<Program>();
  program->id = nextProgramId();
  program->source = source;
  Compiler compiler(*program, environment, limits);
  compiler.run();
  ParseResult result;
  result.diagnostics = compiler.takeDiagnostics();
  result.paths = program->uses;
  result.partials = program->partialUses;
  if (result.diagnostics.empty()) {
    result.compiled = Template(std::move(program));
  }
  return result;
}

std::string_view Template::source() const {
  return m_program->source;
}

const std::vector<PathUse>& Template::paths() const {
  return m_program->uses;
}

const std::vector<PartialUse>& Template::partials() const {
  return m_program->partialUses;
}

}  // namespace heliograph::liquid
