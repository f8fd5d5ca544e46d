// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <vector>

namespace heliograph::cli {

/// A template that somebody wrote to bring a program to its knees.
struct HostileTemplate {
  std::string name;
  std::string source;
  std::map<std::string, std::string> snippets = {};
  bool ends = false;  ///< it asks for much, but no more than is allowed: it gives a text and no fault
};

/// All that are known, by what they try: size, work, nesting, snippets.
[[nodiscard]] std::vector<HostileTemplate> hostileTemplates();

}  // namespace heliograph::cli
