// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QBoxLayout;
class QBoxLayout;
class QCheckBox;
class QHBoxLayout;

namespace heliograph::ui {

class IconMark;
class Label;
class LinkButton;

/// One problem, and at its right (or under it, where there is no room) what mends it. A Problem stands on red and
/// blocks; an Attention may carry a box to be ticked as seen.
class IssueRow final : public Card {
  Q_OBJECT
 public:
  /// `text` is rich text: escape what comes from people (`toHtmlEscaped`), bold what is named.
  IssueRow(Tone tone, const QString& text, QWidget* parent = nullptr);

  void setText(const QString& text);
  /// Adds a link at the right: the first is the fix, the others ("Show them") are quiet.
  LinkButton* addAction(const QString& text);
  /// Replaces the icon by a box, and says "Seen and fine" after the text.
  void setAcknowledgeable(bool acknowledged);

 Q_SIGNALS:
  void acknowledged(bool seen);

 protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void showText();

  Tone m_rowTone;
  QHBoxLayout* m_row;
  QBoxLayout* m_words;  ///< the text, and beside or under it the links
  QHBoxLayout* m_links;
  IconMark* m_mark;
  Label* m_text;
  QString m_html;
  QCheckBox* m_box = nullptr;
  bool m_hasAction = false;
};

}  // namespace heliograph::ui
