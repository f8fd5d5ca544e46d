// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/import_mapping.h"

class QComboBox;

namespace heliograph::ui {

/// One column of a file: its name, some of its values, and what it is taken for.
class MappingRow final : public QWidget {
  Q_OBJECT
 public:
  MappingRow(const audience::MappedColumn& column, const QStringList& samples, QWidget* parent = nullptr);

  [[nodiscard]] audience::MappedColumn column() const;

 Q_SIGNALS:
  void edited();

 private:
  audience::MappedColumn m_column;
  QComboBox* m_use;
};

}  // namespace heliograph::ui
