// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

#include "ui/theme/tone.h"
#include "ui/theme/type_scale.h"

namespace heliograph::ui {

/// The colour a label's text takes from the tokens.
enum class Ink { Text, Text2, Text3, Accent, Fine, Attention, Problem };

/// The colour behind an ink.
QColor inkColor(const Tokens& tokens, Ink ink);

/// A QLabel in one of the type roles whose colour follows the appearance. Wraps when told so by `setWordWrap`.
class Label : public QLabel {
  Q_OBJECT
 public:
  explicit Label(const QString& text, TypeRole role = TypeRole::Body, Ink ink = Ink::Text, QWidget* parent = nullptr);

  void setInk(Ink ink);
  void setRole(TypeRole role);
  /// As QLabel's, but left means where lines begin in this window, whatever script the text is in.
  void setAlignment(Qt::Alignment alignment);

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();
  void align();

  Ink m_ink;
  Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// A label above a field: semibold, tells assistive technology which field it names.
Label* makeFieldLabel(const QString& text, QWidget* buddy, QWidget* parent = nullptr);

}  // namespace heliograph::ui
