// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace heliograph::liquid {

/// Which tags and filters a template may use: the standard set, or the standard set with the extensions for messages.
class Environment {
 public:
  /// The standard tags and filters and nothing else.
  static const Environment& standard();
  /// The standard set, the tags abort and abort_message, and the filter date_tz.
  static const Environment& messages();

  bool hasExtensions() const { return m_extensions; }

 private:
  explicit constexpr Environment(bool extensions) : m_extensions(extensions) {}
  bool m_extensions;
};

}  // namespace heliograph::liquid
