// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace heliograph::message {

/// One parameter of a query: its name as it stands there, and its value as it is meant.
struct LinkParameter {
  std::string name;
  std::string value;  ///< UTF-8, not encoded
};

/// The link with parameters at the end of its query, before the fragment; what was there stays as it is. A parameter
/// that the link has already, or whose value is empty, isn't added.
[[nodiscard]] std::string withParameters(std::string_view link, const std::vector<LinkParameter>& parameters);

/// A value as it stands in a query (RFC 3986): everything but letters, figures and -._~ as %XX of its UTF-8.
[[nodiscard]] std::string percentEncoded(std::string_view utf8);

}  // namespace heliograph::message
