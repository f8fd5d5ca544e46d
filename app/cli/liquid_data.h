// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonValue>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/result.h"
#include "liquid/renderer.h"
#include "liquid/value.h"

namespace heliograph::cli {

/// The variables of a template, from JSON: objects keep their order, and 1 stays another number than 1.0.
class LiquidData final {
 public:
  /// Reads a JSON object; its members are the variables. Errors: InvalidInput with the place.
  [[nodiscard]] static Result<LiquidData> parse(const QByteArray& json);

  /// Views of this object; they live as long as it.
  [[nodiscard]] const std::vector<liquid::Root>& roots() const { return m_roots; }

 private:
  friend class LiquidJson;
  LiquidData() = default;

  liquid::ValueStore m_store;
  std::vector<liquid::Root> m_roots;
};

/// One line of `render --cases`.
struct LiquidCase {
  QJsonValue id;
  std::string source;
  LiquidData data;
  std::map<std::string, std::string> templates;  ///< for include and render, by name

  /// Reads `{"id", "template", "data", "templates"}`. Errors: InvalidInput.
  [[nodiscard]] static Result<LiquidCase> parse(const QByteArray& json);
};

}  // namespace heliograph::cli
