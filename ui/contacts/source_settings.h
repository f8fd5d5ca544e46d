// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "audience/import_preview.h"

class QComboBox;
class QHBoxLayout;

namespace heliograph::ui {

/// How a file's table is found in it: the sheet, the row with the columns' names, and how a text is cut up. Shows what
/// was guessed, and only what the kind of file has.
class SourceSettings final : public QWidget {
  Q_OBJECT
 public:
  explicit SourceSettings(QWidget* parent = nullptr);

  void show(const audience::ImportPreview& preview);
  using QWidget::show;
  /// What was guessed, or chosen since.
  [[nodiscard]] audience::TableOptions options() const;

 Q_SIGNALS:
  /// The person chose otherwise.
  void changed(const heliograph::audience::TableOptions& options);

 private:
  QComboBox* add(const char* name, const QString& label);
  void showSheets(const audience::TableFacts& facts);
  void showText(const audience::TableFacts& facts);
  void showHeaderRows(const audience::ImportPreview& preview);
  void setShown(QComboBox* box, bool shown);

  QHBoxLayout* m_row;
  QComboBox* m_sheet;
  QComboBox* m_header;
  QComboBox* m_delimiter;
  QComboBox* m_encoding;
};

}  // namespace heliograph::ui
