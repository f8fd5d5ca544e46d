// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "message/link_tagging.h"

#include <algorithm>

namespace heliograph::message {
namespace {

bool staysInQuery(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

bool hasParameter(std::string_view query, std::string_view name) {
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    if (one.substr(0, one.find('=')) == name) return true;
    query.remove_prefix(std::min(query.size(), one.size() + 1));
  }
  return false;
}

/// "https://nova.example": a query would follow the name itself.
bool hasNoPath(std::string_view link) {
  const std::size_t scheme = link.find("://");
  return link.find('/', scheme == std::string_view::npos ? 0 : scheme + 3) == std::string_view::npos;
}

}  // namespace

std::string percentEncoded(std::string_view utf8) {
  static constexpr char digits[] = "0123456789ABCDEF";
  std::string encoded;
  encoded.reserve(utf8.size());
  for (const char c : utf8) {
    if (staysInQuery(c)) {
      encoded += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    encoded += {'%', digits[byte >> 4], digits[byte & 0xF]};
  }
  return encoded;
}

std::string withParameters(std::string_view link, const std::vector<LinkParameter>& parameters) {
  const std::size_t fragmentAt = std::min(link.find('#'), link.size());
  const std::string_view fragment = link.substr(fragmentAt);
  const std::string_view address = link.substr(0, fragmentAt);
  const std::size_t queryAt = address.find('?');
  const bool hasQuery = queryAt != std::string_view::npos;
  const std::string_view query = hasQuery ? address.substr(queryAt + 1) : std::string_view();

  std::string tagged(address);
  bool first = true;
  for (const LinkParameter& parameter : parameters) {
    if (parameter.value.empty() || hasParameter(query, parameter.name)) continue;
    if (first && !hasQuery) {
      if (hasNoPath(address)) tagged += '/';
      tagged += '?';
    } else if (!(first && (query.empty() || query.back() == '&'))) {
      tagged += '&';
    }
    first = false;
    tagged += parameter.name;
    tagged += '=';
    tagged += percentEncoded(parameter.value);
  }
  return tagged.append(fragment);
}

}  // namespace heliograph::message
