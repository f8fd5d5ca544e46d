// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace heliograph::ui {

/// A text for reading that machines exchange, as high as it is long. A line without a space is broken, never cut.
class CodeText final : public QPlainTextEdit {
  Q_OBJECT
 public:
  explicit CodeText(const QString& accessibleName, QWidget* parent = nullptr);

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
};

}  // namespace heliograph::ui
