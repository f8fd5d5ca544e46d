// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>

#include "core/result.h"

namespace heliograph::providers {

/// What a schema of OpenAPI says of one value, with its references followed and its parts put together.
struct OpenApiShape {
  QJsonObject properties;  ///< by name, as they stand in the document
  QStringList required;    ///< whatever else is chosen
  QJsonObject items;       ///< of a list; empty: not said
  QStringList types;       ///< "string", …; empty: not said
  bool isOpen = false;     ///< may have any further members
};

/// An OpenAPI specification (3.0 or 3.1, JSON).
class OpenApiDocument final {
 public:
  /// Error: InvalidInput.
  [[nodiscard]] static Result<OpenApiDocument> parse(const QByteArray& text);

  /// The object a "$ref" stands for; the object itself if it is none.
  [[nodiscard]] QJsonObject resolved(const QJsonObject& object) const;
  [[nodiscard]] OpenApiShape shapeOf(const QJsonObject& schema) const { return shapeOf(schema, 0); }
  /// The operation for a method ("post") and a path whose tokens are written "{}"; its parameters hold those of the
  /// path. Empty if there is none.
  [[nodiscard]] QJsonObject operation(const QString& method, const QString& path) const;

 private:
  [[nodiscard]] OpenApiShape shapeOf(const QJsonObject& schema, int depth) const;
  [[nodiscard]] QStringList basePaths(const QJsonObject& pathItem) const;

  QJsonObject m_root;
};

}  // namespace heliograph::providers
