// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "message/text_rules.h"

class QLineEdit;

namespace heliograph::ui {

class Button;
class CampaignDocument;
class Label;
class LineButton;
class SegmentedChoice;

/// The grey piece under the message: the opt-out line as people will read it. A click or Enter opens what it is set
/// with, in place: when it is added, its text with ready-made ones by language, and what it costs.
class OptOutPiece final : public QWidget {
  Q_OBJECT
 public:
  explicit OptOutPiece(CampaignDocument& document, QWidget* parent = nullptr);

  /// Shows the campaign's line as it is now.
  void load();
  /// What the line costs, as a sentence; empty while it isn't known.
  void setCost(const QString& words);
  /// Opens it and puts the focus into it.
  void focus();

 private:
  QWidget* makePanel();
  void open(bool open);
  void setLine(const message::OptOutLine& line);
  void choose(int when);
  void offerExamples();
  void showLine();

  CampaignDocument& m_document;
  LineButton* m_line;
  QWidget* m_panel = nullptr;
  SegmentedChoice* m_when = nullptr;
  QLineEdit* m_text = nullptr;
  Button* m_examples = nullptr;
  Label* m_hint = nullptr;
  QString m_cost;
};

}  // namespace heliograph::ui
