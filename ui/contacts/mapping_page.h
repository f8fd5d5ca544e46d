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

/// What the columns of a file are taken for, and where numbers without a country code are from.
class MappingPage final : public QWidget {
  Q_OBJECT
 public:
  explicit MappingPage(QWidget* parent = nullptr);

  void show(const audience::ImportPreview& preview);
  using QWidget::show;
  [[nodiscard]] std::vector<audience::MappedColumn> mapping() const;
  /// ISO 3166; empty for none.
  [[nodiscard]] QString region() const;

 private:
  QWidget* makeColumns();
  QWidget* makeRegion();

  Label* m_remarks;
  QVBoxLayout* m_columns;
  std::vector<MappingRow*> m_rows;
  QComboBox* m_region;
};

}  // namespace heliograph::ui
