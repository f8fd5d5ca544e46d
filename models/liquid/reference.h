// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

namespace heliograph::liquid {

/// A filter or tag as it is explained to somebody who writes a template.
struct Reference {
  std::string_view name;
  std::string_view signature;  ///< how it is written: "truncate: 20"
  std::string_view summary;    ///< what it does, a sentence
  std::string_view example;    ///< template and what comes of it; empty where the signature says it all
};

/// One entry for every filter of the messages' environment, sorted by name.
std::span<const Reference> filterReferences();
/// One entry for every tag of the messages' environment, those that close a block among them, sorted by name.
std::span<const Reference> tagReferences();

}  // namespace heliograph::liquid
