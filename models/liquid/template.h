// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/diagnostic.h"
#include "liquid/environment.h"
#include "liquid/limits.h"

namespace heliograph::liquid {

struct Program;
struct ParseResult;

/// One place in a source that reads a variable.
struct PathUse {
  std::string root;                   ///< "Profile"; empty when it is computed ([name])
  std::vector<std::string> segments;  ///< "first_name"; a computed segment ends the list
  std::size_t begin = 0;              ///< byte range in the source
  std::size_t end = 0;
  bool guarded = false;   ///< a default filter stands right behind it
  bool inTag = false;     ///< read by a tag ({% … %}) and not by an output ({{ … }})
  bool local = false;     ///< the root is assigned, captured, counted or looped over somewhere in this template
  bool computed = false;  ///< a part of the path is only known while rendering
};

/// One include or render tag.
struct PartialUse {
  std::string name;       ///< empty when it is only known while rendering
  std::size_t begin = 0;  ///< byte range of the name in the source, with its quotation marks
  std::size_t end = 0;
  bool isolated = false;  ///< render: sees no variables of its caller but the roots that are everywhere
};

/// A compiled template: immutable, cheap to copy, shared between threads.
class Template {
 public:
  /// Parses the whole source in one pass. Faults are collected, tag by tag, not only the first one.
  static ParseResult parse(std::string_view source, const Environment& environment = Environment::standard(),
                           const Limits& limits = {});

  std::string_view source() const;
  const std::vector<PathUse>& paths() const;
  const std::vector<PartialUse>& partials() const;
  const Program& program() const { return *m_program; }

 private:
  explicit Template(std::shared_ptr<const Program> program) : m_program(std::move(program)) {}
  std::shared_ptr<const Program> m_program;
};

/// What parsing gives: the template when there is no diagnostic, else the diagnostics in the order of the source.
struct ParseResult {
  std::optional<Template> compiled;
  std::vector<Diagnostic> diagnostics;
  std::vector<PathUse> paths;  ///< also those of a source with faults
  std::vector<PartialUse> partials;
  explicit operator bool() const { return compiled.has_value(); }
};

/// Templates by name, for include and render.
using Partials = std::map<std::string, Template, std::less<>>;

}  // namespace heliograph::liquid
