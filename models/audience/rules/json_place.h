// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <vector>

#include "core/result.h"

namespace heliograph::audience {

/// An object of a segment's JSON and where it stands ("all[2].within"). Every error is InvalidInput and says the place.
class JsonPlace final {
 public:
  JsonPlace(QJsonObject object, QString place) : m_object(std::move(object)), m_place(std::move(place)) {}

  [[nodiscard]] const QJsonObject& object() const { return m_object; }
  [[nodiscard]] const QString& place() const { return m_place; }

  /// "The segment can't be used: all[2]: …".
  [[nodiscard]] tl::unexpected<Error> wrong(const QString& what) const;
  /// The same for the value at a key of the object.
  [[nodiscard]] tl::unexpected<Error> wrongAt(const QString& key, const QString& what) const;

  /// Refuses keys that aren't known.
  [[nodiscard]] Result<> onlyKeys(const QStringList& known) const;
  /// A text that isn't empty.
  [[nodiscard]] Result<QString> text(const QString& key) const;
  /// true, false, or nothing written.
  [[nodiscard]] Result<bool> flag(const QString& key, bool otherwise) const;
  /// A finite number.
  [[nodiscard]] Result<double> number(const QString& key) const;
  /// A whole number.
  [[nodiscard]] Result<int> whole(const QString& key) const;
  /// A list, or an empty one if nothing is written.
  [[nodiscard]] Result<QJsonArray> list(const QString& key) const;
  /// The objects of a list.
  [[nodiscard]] Result<std::vector<JsonPlace>> objects(const QString& key) const;
  /// The object at a key; an empty one if nothing is written.
  [[nodiscard]] Result<JsonPlace> inner(const QString& key) const;

 private:
  [[nodiscard]] QString placeOf(const QString& key) const;

  QJsonObject m_object;
  QString m_place;
};

}  // namespace heliograph::audience
