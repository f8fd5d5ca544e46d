// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "message/text_finishing.h"
#include "ui/theme/tone.h"

class QCheckBox;

namespace heliograph::ui {

class ElidedLabel;
class Label;

/// One link of the message: as it is written, how long it is in the text, whether it is shortened, and what a check of
/// it has brought.
class LinkRow final : public QWidget {
  Q_OBJECT
 public:
  explicit LinkRow(const QString& written, QWidget* parent = nullptr);

  [[nodiscard]] const QString& written() const { return m_written; }
  /// `isCounted`: its short link isn't made yet, and only its length is known.
  void setLink(const message::FinishedLink& link, bool isCounted);
  /// Whether there is a box for shortening, whether it is ticked, and why it can't be (empty: it can).
  void setShortening(bool offered, bool on, const QString& obstacle);
  /// A sentence under the link; an empty one takes it away.
  void setNote(const QString& text, Tone tone);

 Q_SIGNALS:
  void shortenToggled(const QString& written, bool on);

 private:
  QString m_written;
  ElidedLabel* m_link;
  Label* m_length;
  QCheckBox* m_shorten;
  Label* m_note;
};

}  // namespace heliograph::ui
