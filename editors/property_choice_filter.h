// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace heliograph::editors {

/// Keeps the properties whose label or own name has the typed text anywhere in it, regardless of case and marks
/// ("ci" finds "Special date").
class PropertyChoiceFilter final : public QSortFilterProxyModel {
  Q_OBJECT
 public:
  using QSortFilterProxyModel::QSortFilterProxyModel;

  void setText(const QString& text);
  [[nodiscard]] QString text() const { return m_text; }

  /// Where in `label` the typed text stands, as (begin, length) in UTF-16 units; begin is -1 if it doesn't.
  static std::pair<qsizetype, qsizetype> match(const QString& label, const QString& text);

 protected:
  [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

 private:
  QString m_text;
};

}  // namespace heliograph::editors
