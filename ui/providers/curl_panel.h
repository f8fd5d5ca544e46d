// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

#include "providers/generic/curl_import.h"

class QCheckBox;
class QPlainTextEdit;
class QVBoxLayout;

namespace heliograph::ui {

class Button;
class Label;

/// A curl command from a provider's documentation, pasted: what it holds is offered as tokens and fills the form.
class CurlPanel final : public QWidget {
  Q_OBJECT
 public:
  explicit CurlPanel(QWidget* parent = nullptr);

 Q_SIGNALS:
  void imported(const heliograph::providers::CurlImport& made);

 private:
  void read();
  void showFindings();
  void fill();

  providers::CurlCommand m_command;
  std::vector<providers::CurlFinding> m_findings;
  std::vector<QCheckBox*> m_boxes;
  QPlainTextEdit* m_text;
  QVBoxLayout* m_found;
  Label* m_note;
  Button* m_fill;
};

}  // namespace heliograph::ui
