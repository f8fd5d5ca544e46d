// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "audience/import_preview.h"

class QComboBox;
class QVBoxLayout;

namespace heliograph::ui {

class Label;
class MappingRow;
class SourceSettings;

/// What the columns of a file are taken for, where its table lies, and where numbers without a country code are from.
class MappingPage final : public QWidget {
  Q_OBJECT
 public:
  explicit MappingPage(QWidget* parent = nullptr);

  void show(const audience::ImportPreview& preview);
  using QWidget::show;
  [[nodiscard]] std::vector<audience::MappedColumn> mapping() const;
  [[nodiscard]] audience::TableOptions table() const;
  /// ISO 3166; empty for none.
  [[nodiscard]] QString region() const;
  /// Why the columns can't be imported like this; empty if they can.
  [[nodiscard]] QString problem() const;

 Q_SIGNALS:
  /// What problem() says may have changed.
  void edited();
  /// The file is to be looked at in another way.
  void tableChanged(const heliograph::audience::TableOptions& options);

 private:
  QWidget* makeColumns();
  QWidget* makeRegion();
  void showRegion(const QString& known);

  Label* m_remarks;
  SourceSettings* m_source;
  QVBoxLayout* m_columns;
  std::vector<MappingRow*> m_rows;
  QComboBox* m_region;
  bool m_regionShown = false;
};

}  // namespace heliograph::ui
