// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/import_mapping.h"

class QComboBox;
class QLineEdit;

namespace heliograph::ui {

/// One column of a file: its name, some of its values, what it is taken for, and how the property is called.
class MappingRow final : public QWidget {
  Q_OBJECT
 public:
  MappingRow(const audience::MappedColumn& column, const QStringList& samples, QWidget* parent = nullptr);

  [[nodiscard]] audience::MappedColumn column() const;

 Q_SIGNALS:
  void edited();

 private:
  void follow();

  audience::MappedColumn m_column;
  QComboBox* m_use;
  QLineEdit* m_property;
};

}  // namespace heliograph::ui
